import { BlockBuilder } from './builder.ts';
import type { ListItem, SourceBlock, SourceDocument } from './document.ts';

/** A bullet, a number or a letter that opens a list item, with the blanks around it. */
const MARKER = /^\s*(?:[-•*·▪◦○]|\d{1,2}[.)]|[a-zåäö]\)|-\s*[a-zåäö]\))\s+/u;
const DASH = /^\s*[–—]\s+/u;
/** From this many characters on, a line is taken to be broken by the width of the page, not by the writer. */
const FULL_LINE = 50;

interface Line {
  readonly text: string;
  readonly start: number;
}

/** Reads plain text: paragraphs between blank lines, wrapped lines joined, bullets, headings and tab tables told apart. */
export function readPlain(text: string): SourceDocument {
  const blocks: SourceBlock[] = [];
  const lists = new Lists();
  for (const group of groups(text)) readGroup(group, blocks, lists);
  return { text, format: 'plain', blocks };
}

/** Runs of lines between blank lines. */
function* groups(text: string): Generator<Line[]> {
  let group: Line[] = [];
  for (const match of text.matchAll(/[^\r\n]+|\r\n|\r|\n/gu)) {
    const line = match[0];
    if (/^[\r\n]/u.test(line)) {
      const before = match.index > 0 ? text[match.index - 1]! : '\n';
      if (/[\r\n]/u.test(before) && group.length > 0) {
        yield group;
        group = [];
      }
    } else if (/\S/u.test(line)) {
      group.push({ text: line, start: match.index });
    } else if (group.length > 0) {
      yield group;
      group = [];
    }
  }
  if (group.length > 0) yield group;
}

function readGroup(lines: Line[], blocks: SourceBlock[], lists: Lists): void {
  const dashes = lines.filter((line) => DASH.test(line.text)).length;
  const marker = (line: Line): RegExpExecArray | null =>
    MARKER.exec(line.text) ?? (dashes > 1 ? DASH.exec(line.text) : null);
  let at = 0;
  while (at < lines.length) {
    const first = lines[at]!;
    if (first.text.includes('\t') && /\S\t/u.test(first.text)) {
      readRow(first, blocks);
      lists.end();
      at++;
      continue;
    }
    const mark = marker(first);
    const builder = new BlockBuilder();
    let line = first;
    let from = mark ? mark[0].length : first.text.length - first.text.trimStart().length;
    while (true) {
      const end = line.text.trimEnd().length;
      builder.literal(line.text.slice(from, end), line.start + from);
      at++;
      const next = lines[at];
      if (!next || marker(next) || !continues(line.text, next.text)) break;
      from = next.text.length - next.text.trimStart().length;
      builder.replaced('\n', line.start + end, next.start + from);
      line = next;
    }
    const alone = lines.length === 1;
    const kind = mark ? 'list-item' : alone && isHeading(first.text) ? 'heading' : 'paragraph';
    const item = mark ? lists.item(mark[0]) : undefined;
    if (!item) lists.end();
    const block = builder.build(kind, kind === 'paragraph' ? 0 : 1, false, item);
    if (block) blocks.push(block);
  }
}

/** Tells lists apart: one ends where something else stands, and one with other marks is a list within it. */
class Lists {
  #lists = 0;
  /** The lists that are open, the innermost last. */
  #open: { readonly mark: string; readonly list: number; items: number }[] = [];

  item(marker: string): ListItem {
    const mark = marker
      .trim()
      .replace(/\p{N}+/u, '1')
      .replace(/\p{L}(?=\))/u, 'a');
    const at = this.#open.findIndex((one) => one.mark === mark);
    if (at >= 0) this.#open.length = at + 1;
    else this.#open.push({ mark, list: ++this.#lists, items: 0 });
    const { list } = this.#open.at(-1)!;
    return { list, number: ++this.#open.at(-1)!.items };
  }

  end(): void {
    this.#open = [];
  }
}

/** Whether a line goes on in the next one. */
function continues(line: string, next: string): boolean {
  if (/\S\t/u.test(next)) return false;
  return line.trimEnd().length >= FULL_LINE || /^\s*\p{Ll}/u.test(next);
}

function isHeading(line: string): boolean {
  const text = line.trim();
  return (
    text.length <= 90 &&
    /^[\p{Lu}\p{N}]/u.test(text) &&
    !/[.!?…:;,]$/u.test(text) &&
    text.split(/\s+/u).length <= 12
  );
}

function readRow(line: Line, blocks: SourceBlock[]): void {
  for (const match of line.text.matchAll(/[^\t]+/gu)) {
    const cell = match[0].trim();
    const builder = new BlockBuilder();
    builder.literal(cell, line.start + match.index + match[0].indexOf(cell));
    const block = builder.build('table-cell', 0, false);
    if (block) blocks.push(block);
  }
}
