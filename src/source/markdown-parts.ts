import type { SourceBlock, SourceDocument } from './document.ts';
import { readMarkdown } from './markdown.ts';

/**
 * What one place of a text can mean for all of it: definitions, containers, raw HTML that goes on over blank lines, and
 * fences that are no longer at the margin. A text with such is read as a whole.
 */
const FAR_REACHING =
  /^[ \t>*+\-\d.)]*(?:\[[^\]\n]*\]:|:{3,})|^ {0,3}<(?:\?|!\[|![A-Za-z]|script|pre|style|textarea)|^(?:[ \t>]|[*+-] |\d+[.)] ).*(?:`{3}|~{3})|<!--(?:(?!-->)[\s\S])*?\n[ \t]*\n/imu;
const FENCE = /^(`{3,}|~{3,})/u;

/** A part of a text that is read by itself: it begins after a blank line with a letter or a heading at the margin. */
interface Part {
  readonly text: string;
  readonly document: SourceDocument;
  /** How many lists it has. */
  readonly lists: number;
}

/**
 * Reads versions of one Markdown text: parts that say the same as in the version before are not parsed again. What is
 * given is always what `readMarkdown` gives.
 */
export class MarkdownVersions {
  #parts = new Map<string, Part>();

  read(text: string): SourceDocument {
    const pieces = text.startsWith('\ufeff') || text.includes('\r') ? undefined : [...divided(text)];
    if (!pieces || pieces.some((piece) => !this.#parts.has(piece) && FAR_REACHING.test(piece))) {
      this.#parts = new Map();
      return readMarkdown(text);
    }
    const parts = new Map<string, Part>();
    const blocks: SourceBlock[] = [];
    const whole = {
      images: [] as NonNullable<SourceDocument['images']>[0][],
      comments: [] as NonNullable<SourceDocument['comments']>[0][],
    };
    let frontMatter: SourceDocument['frontMatter'];
    let lists = 0;
    let at = 0;
    for (const piece of pieces) {
      const part = this.#parts.get(piece) ?? parts.get(piece) ?? partOf(piece);
      parts.set(piece, part);
      const { document } = part;
      for (const block of document.blocks) blocks.push(moved(block, at, lists));
      for (const one of document.images ?? [])
        whole.images.push({ ...one, start: one.start + at, end: one.end + at });
      for (const one of document.comments ?? [])
        whole.comments.push({ ...one, start: one.start + at, end: one.end + at });
      frontMatter ??= document.frontMatter;
      lists += part.lists;
      at += piece.length;
    }
    this.#parts = parts;
    return { text, format: 'markdown', blocks, ...whole, lists, ...(frontMatter && { frontMatter }) };
  }
}

function partOf(text: string): Part {
  const document = readMarkdown(text);
  return { text, document, lists: document.lists ?? 0 };
}

/** Cuts a text where a part of its own begins. */
function* divided(text: string): Generator<string> {
  let from = 0;
  let fence = '';
  let blank = false;
  let raw = false;
  // Front matter may hold what looks like the beginning of a part.
  let at = /^---[ \t]*\n[\s\S]*?\n---[ \t]*(?:\n|$)/u.exec(text)?.[0].length ?? 0;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const next = end < 0 ? text.length : end + 1;
    const line = text.slice(at, next);
    const mark = FENCE.exec(line)?.[1];
    if (fence !== '') {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = '';
    } else if (mark) {
      // In raw HTML it opens nothing, but whether that is what this is takes a parser to tell.
      if (raw) break;
      fence = mark;
    } else if (blank && at > from && /^[\p{L}#]/u.test(line)) {
      yield text.slice(from, at);
      from = at;
    }
    blank = line.trim() === '';
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
