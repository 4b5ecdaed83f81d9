import { type Cell, cellsOf } from './cells.ts';

/** Carets under the columns of a line, 1-based, end exclusive, at least one. Tabs before them are kept. */
export function carets(line: string, column: number, endColumn: number): string {
  const indent = line.slice(0, column - 1).replace(/[^\t]/gu, ' ');
  return indent + '^'.repeat(Math.max(1, Math.min(endColumn, line.length + 1) - column));
}

/** How a finding on the whole document is placed. */
export const WHOLE = 'hela texten';

/** A line of a text with carets under some words of it. */
export interface Frame {
  /** Split in three, so that the words can be set off. */
  readonly before: string;
  readonly words: string;
  readonly after: string;
  /** The carets, with the spaces before them. */
  readonly indent: string;
  readonly carets: string;
}

const ELLIPSIS = '…';
/** How many widths of the terminal to either side of the words may matter: letters can be without width. */
const REACH = 4;
const LONG_WORD = 16;
/** Columns that words may have before them even when they fill the line: a bullet, a number. */
const CONTEXT = 8;

/**
 * Shows a line with carets under columns of it (1-based UTF-16, end exclusive), in at most `width` columns of the
 * terminal. White space at its beginning is left out unless it is to be shown `as-is`. Of a longer line the part around the words is shown, from a word's beginning where there is one near.
 */
export function frame(
  line: string,
  column: number,
  endColumn: number,
  width: number,
  indented: 'as-is' | 'flush' = 'flush',
): Frame {
  const start = Math.min(column - 1, line.length);
  const end = Math.max(start + 1, Math.min(endColumn - 1, line.length));
  // Only what can be seen of a line is looked at: it may be as long as the document.
  const from = Math.max(0, start - REACH * width);
  const cells = cellsOf(line.slice(from, start + REACH * width));
  const endOf = (i: number): number => from + (cells[i + 1]?.start ?? line.length);
  const orEnd = (index: number): number => (index < 0 ? cells.length : index);
  const words: Range = [
    orEnd(cells.findIndex((_, i) => endOf(i) > start)),
    orEnd(cells.findIndex((cell) => from + cell.start >= end)),
  ];
  const indentation = from > 0 || indented === 'as-is' ? 0 : blanks(cells, words[0]);
  const [left, right] = view(cells, words, indentation, width);

  const lead = left > indentation || from > 0 ? ELLIPSIS : '';
  const tail = right < cells.length || start + REACH * width < line.length ? ELLIPSIS : '';
  const inside = cells.slice(words[0], Math.min(words[1], right));
  const after = text(cells.slice(words[1], Math.max(words[1], right))).trimEnd();
  return {
    before: lead + text(cells.slice(left, words[0])),
    words: text(inside) + (right < words[1] ? tail : ''),
    after: right < words[1] ? '' : after + tail,
    indent: ' '.repeat(columns(cells.slice(left, words[0])) + lead.length),
    carets: '^'.repeat(Math.max(1, columns(inside))),
  };
}

type Range = readonly [from: number, to: number];

/** Which cells are shown: the words, and around them as much as there is room for. */
function view(cells: readonly Cell[], [from, to]: Range, indentation: number, width: number): Range {
  const total = columns(cells.slice(indentation));
  if (total <= width) return [indentation, cells.length];
  const words = Math.min(columns(cells.slice(from, to)), width - CONTEXT);
  const spare = width - words;
  let room = Math.max(Math.floor(spare / 2), spare - columns(cells.slice(to)) - 1);
  let left = from;
  while (left > indentation && room > cells[left - 1]!.width) room -= cells[--left]!.width;
  if (left > indentation) left += toNextWord(cells.slice(left, from));

  room = width - columns(cells.slice(left, from)) - (left > indentation ? 1 : 0);
  let right = from;
  while (right < cells.length && room > cells[right]!.width - (right + 1 === cells.length ? 1 : 0)) {
    room -= cells[right++]!.width;
  }
  if (right < cells.length && right > to) right -= toNextWord(cells.slice(to, right).reverse());
  return [left, Math.max(right, from + 1)];
}

/** How many cells to pass to come to the beginning of a word, if it is near. */
function toNextWord(cells: readonly Cell[]): number {
  const blank = cells.findIndex((cell) => cell.text === ' ');
  return blank >= 0 && blank < LONG_WORD ? blank + 1 : 0;
}

/** How many cells of white space a line begins with. */
function blanks(cells: readonly Cell[], most: number): number {
  let i = 0;
  while (i < most && cells[i]!.text.trim() === '') i++;
  return i;
}

function text(cells: readonly Cell[]): string {
  return cells.map((cell) => cell.text).join('');
}

function columns(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}
