import type { SourceBlock, SourceComment, SourceDocument, SourceImage } from './document.ts';
import { parseMarkdown } from './markdown-parser.ts';
import { readBeginning } from './markdown-plain.ts';
import { readMarkdownTree } from './markdown-tree.ts';

/**
 * What one place of a text can mean for all of it: definitions, containers, raw HTML that goes on over blank lines, and
 * fences that are no longer at the margin. A text with such is read as a whole.
 */
const FAR_REACHING =
  /^[ \t>*+\-\d.)]*(?:\[[^\]\n]*\]:|:{3,})|^ {0,3}<(?:\?|!\[|![A-Za-z]|script|pre|style|textarea)|^(?:[ \t>]|[*+-] |\d+[.)] ).*(?:`{3}|~{3})/imu;
/** Of blanks as Markdown counts them: a no-break space is text. */
const BLANK = /^[ \t]*(?:\r?\n)?$/u;
const FENCE = /^(`{3,}|~{3,})/u;

/** Reads Markdown with front matter, GFM and directives. Never throws: every text is Markdown. */
export function readMarkdown(text: string): SourceDocument {
  return new MarkdownVersions().read(text);
}

/** Reads versions of one Markdown text: parts that say the same as in the version before are not parsed again. */
export class MarkdownVersions {
  /** By what they say: each begins after a blank line with a letter or a heading at the margin. */
  #parts = new Map<string, SourceDocument>();

  read(text: string): SourceDocument {
    const pieces = text.startsWith('\ufeff') || /\r(?!\n)/u.test(text) ? undefined : [...divided(text)];
    if (!pieces || pieces.some((piece) => !this.#parts.has(piece) && reachesFar(piece))) {
      this.#parts = new Map();
      return wholly(text);
    }
    const parts = new Map<string, SourceDocument>();
    const documents = pieces.map((piece) => {
      const part = this.#parts.get(piece) ?? parts.get(piece) ?? partOf(piece);
      parts.set(piece, part);
      return part;
    });
    this.#parts = parts;
    return joined(text, documents);
  }
}

function reachesFar(text: string): boolean {
  if (FAR_REACHING.test(text)) return true;
  for (let from = text.indexOf('<!--'); from >= 0; ) {
    const end = text.indexOf('-->', from);
    if (end < 0 || /\n[ \t]*\r?\n/u.test(text.slice(from, end))) return true;
    from = text.indexOf('<!--', end);
  }
  return false;
}

function wholly(text: string): SourceDocument {
  return readMarkdownTree(parseMarkdown(text), text);
}

function partOf(text: string): SourceDocument {
  const { blocks, lists, end } = readBeginning(text);
  const rest = text.slice(end);
  // At the top of a text it would be front matter.
  if (end === 0 || rest.startsWith('---')) return wholly(text);
  const beginning: SourceDocument = { text: text.slice(0, end), format: 'markdown', blocks, lists };
  return rest === '' ? beginning : joined(text, [beginning, wholly(rest)]);
}

/** Documents that stand one after the other in a text, as one. */
function joined(text: string, parts: readonly SourceDocument[]): SourceDocument {
  const blocks: SourceBlock[] = [];
  const images: SourceImage[] = [];
  const comments: SourceComment[] = [];
  let lists = 0;
  let at = 0;
  for (const part of parts) {
    for (const block of part.blocks) blocks.push(moved(block, at, lists));
    for (const one of part.images ?? []) images.push({ ...one, start: one.start + at, end: one.end + at });
    for (const one of part.comments ?? [])
      comments.push({ ...one, start: one.start + at, end: one.end + at });
    lists += part.lists ?? 0;
    at += part.text.length;
  }
  const frontMatter = parts[0]?.frontMatter;
  return { text, format: 'markdown', blocks, images, comments, lists, ...(frontMatter && { frontMatter }) };
}

/** Cuts a text where a part of its own begins. */
function* divided(text: string): Generator<string> {
  let from = 0;
  let fence = '';
  let blank = false;
  let raw = false;
  // Front matter may hold what looks like the beginning of a part.
  let at = /^---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/u.exec(text)?.[0].length ?? 0;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const next = end < 0 ? text.length : end + 1;
    const line = text.slice(at, next);
    const mark = FENCE.exec(line)?.[1];
    if (fence !== '') {
      if (mark?.startsWith(fence) && BLANK.test(line.slice(mark.length))) fence = '';
    } else if (mark) {
      // In raw HTML it opens nothing, but whether that is what this is takes a parser to tell.
      if (raw) break;
      fence = mark;
    } else if (blank && at > from && /^[\p{L}#]/u.test(line)) {
      yield text.slice(from, at);
      from = at;
    }
    blank = BLANK.test(line);
    raw = !blank && (raw || /^ {0,3}</u.test(line));
    at = next;
  }
  if (from < text.length || text === '') yield text.slice(from);
}

/** A block of a part as it stands in the whole text. */
function moved(block: SourceBlock, by: number, lists: number): SourceBlock {
  if (by === 0 && lists === 0) return block;
  const { offsets, item } = block;
  return {
    ...block,
    offsets: by === 0 ? offsets : offsets.movedBy(by),
    ...(item && { item: { ...item, list: item.list + lists } }),
  };
}
