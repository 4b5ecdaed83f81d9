import { BlockBuilder } from './builder.ts';
import type { SourceBlock } from './document.ts';
import { linkBareAddresses } from './markdown-tree.ts';

// Without Unicode's classes and the flag `u`: with them V8 takes milliseconds to compile each, and what other scripts begin
// with is left to the parser.
/** What means the same in Markdown as in plain text. */
const PLAIN = /[^\n\r\t\0\\&<>[\]*_`~|{}#]/;
/** A word or more that emphasis or a link holds: nothing in it is markup. */
const WORDS = /[A-Za-z0-9À-ÖØ-öø-ɏ](?:[^\n\r\t\0\\&<>[\]*_`~|{}#]*[^\s\\&<>[\]*_`~|{}#])?/;
const DESTINATION = /[^\s\0()<>\\&"'[\]`|{}*~^]+/;
/** Where a mark can only begin something: first on a line, or after a blank, a bracket or a quotation mark. */
const BEFORE = /(?<![^\n (”])/;
/** Where a mark can only end something. */
const AFTER = /(?![^\s.,;:!?)”])/;
const MARKED =
  `${BEFORE.source}(?:\\[${WORDS.source}\\]\\(${DESTINATION.source}\\)|` +
  `(?:\\*\\*${WORDS.source}\\*\\*|\\*${WORDS.source}\\*|__${WORDS.source}__|_${WORDS.source}_)${AFTER.source})`;
/** A line begins with a letter, a quotation mark, a bracket or a mark that `MARKED` then takes. */
const START = /(?=[A-Za-zÀ-ÖØ-öø-ɏ”([*_])/.source;
const LINE = `${START}${PLAIN.source}*(?:${MARKED}${PLAIN.source}*)*(?<! )`;
const LINES = `${START}${PLAIN.source}*(?:(?:${MARKED}|(?<! )\\n${START})${PLAIN.source}*)*(?<! )`;

const PARAGRAPH = new RegExp(`(${LINES})(?=(?:\\r?\\n){2}|(?:\\r?\\n)?$)(?:\\r?\\n)*`, 'y');
const HEADING = new RegExp(`(#{1,6}) (${LINE})(?:(?:\\r?\\n)+|$)`, 'y');
const ITEM = new RegExp(`- (${LINE})(?:\\r?\\n|$)`, 'y');

/** What a part of a text begins with. */
export interface Beginning {
  readonly blocks: readonly SourceBlock[];
  readonly lists: number;
  /** Where the rest begins. */
  readonly end: number;
}

/**
 * Reads the paragraphs and headings that a text begins with, and a list if nothing comes after it, as a parser of Markdown
 * reads them, as long as they have no markup but links and emphasis with plain words in them. Most of a draft is such, and a
 * parser looks for all kinds of markup at every letter.
 */
export function readBeginning(text: string): Beginning {
  const blocks: SourceBlock[] = [];
  let end = 0;
  const next = (expression: RegExp): RegExpExecArray | null => {
    expression.lastIndex = end;
    const match = expression.exec(text);
    if (match) end = expression.lastIndex;
    return match;
  };
  while (end < text.length) {
    const from = end;
    const [, marks, title] = next(HEADING) ?? [];
    if (marks && title) {
      add(blocks, 'heading', marks.length, title, from + marks.length + 1);
      continue;
    }
    const paragraph = next(PARAGRAPH)?.[1];
    if (!paragraph) break;
    add(blocks, 'paragraph', 0, paragraph, from);
  }
  const beginning = { blocks: blocks.slice(), lists: 0, end };
  let number = 0;
  for (let from = end, item = next(ITEM)?.[1]; item; from = end, item = next(ITEM)?.[1])
    add(blocks, 'list-item', 1, item, from + 2, ++number);
  const ends = number > 0 && /^[\r\n]*$/u.test(text.slice(end));
  return ends ? { blocks, lists: 1, end: text.length } : beginning;
}

function add(
  blocks: SourceBlock[],
  kind: SourceBlock['kind'],
  depth: number,
  text: string,
  start: number,
  number?: number,
): void {
  const builder = new BlockBuilder();
  addPhrasing(builder, text, start);
  linkBareAddresses(builder);
  const block = builder.build(kind, depth, false, number === undefined ? undefined : { list: 1, number });
  if (block) blocks.push(block);
}

/** The marks of a link and of emphasis, in a text that has none but those of `MARKED`. */
const MARKS = /\[([^\]]+)\]\(([^)]+)\)|(\*\*?|__?)([^*_]+)\3/gu;

function addPhrasing(builder: BlockBuilder, text: string, start: number): void {
  let from = 0;
  if (/[*_[]/u.test(text)) {
    for (const { 0: whole, 1: label, 2: url, 3: mark, 4: words, index } of text.matchAll(MARKS)) {
      if (index > from) builder.literal(text.slice(from, index), start + from);
      const begin = builder.length;
      builder.literal(label ?? words!, start + index + (mark?.length ?? 1));
      builder.span(label === undefined ? 'emphasis' : 'link', begin, url);
      from = index + whole.length;
    }
  }
  if (from < text.length) builder.literal(text.slice(from), start + from);
}
