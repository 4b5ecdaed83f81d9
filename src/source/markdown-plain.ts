import { BlockBuilder } from './builder.ts';
import type { SourceBlock } from './document.ts';
import { linkBareAddresses } from './markdown-tree.ts';

// Lines that mean the same in Markdown as in plain text: a letter, a quotation mark or a bracket first, and no markup.
const PARAGRAPH =
  /([\p{L}”(][^\n\r\t\0\\&<>[\]*_`~|{}#]*(?<! )(?:\n[\p{L}”(][^\n\r\t\0\\&<>[\]*_`~|{}#]*(?<! ))*)(?=(?:\r?\n){2}|(?:\r?\n)?$)(?:\r?\n)*/uy;
const HEADING = /(#{1,6}) ([\p{L}”(][^\n\r\t\0\\&<>[\]*_`~|{}#]*(?<! ))(?:(?:\r?\n)+|$)/uy;
const ITEM = /- ([\p{L}”(][^\n\r\t\0\\&<>[\]*_`~|{}#]*(?<! ))(?:\r?\n|$)/uy;

/** What a part of a text begins with. */
export interface Beginning {
  readonly blocks: readonly SourceBlock[];
  readonly lists: number;
  /** Where the rest begins. */
  readonly end: number;
}

/**
 * Reads the paragraphs and headings without markup that a text begins with, and a list if nothing comes after it, as a
 * parser of Markdown reads them. Most of a draft is such, and a parser looks for all kinds of markup at every letter.
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
  builder.literal(text, start);
  linkBareAddresses(builder);
  const block = builder.build(kind, depth, false, number === undefined ? undefined : { list: 1, number });
  if (block) blocks.push(block);
}
