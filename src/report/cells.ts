/** A letter as a terminal shows it, with the columns it takes up and its UTF-16 offset in the line. */
export interface Cell {
  readonly text: string;
  readonly width: number;
  readonly start: number;
}

const TAB = 4;
/** Letters that take up one column each, and need no closer look. */
const SIMPLE = /^[ -~\u00a0-\u02ff\u2010-\u2027\u2030-\u205e\u20ac]*$/u;
/** What would steer the terminal, or turn the direction of the text. */
const STEERING = /[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;
/** What makes one letter with that before it, or after it. */
const JOINED = /\p{M}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|[\u1100-\u11ff]/u;
const INVISIBLE = /^[\p{M}\p{Cf}]+$/u;

/** A text without anything that steers the terminal: such characters are shown as a middle dot. */
export function visible(text: string): string {
  return text.replace(STEERING, '·');
}

/** How many columns a text of one line takes up. */
export function widthOf(text: string): number {
  if (SIMPLE.test(text)) return text.length;
  return cellsOf(text).reduce((sum, { width }) => sum + width, 0);
}

/** The letters of a line; a tab is four spaces, and what steers the terminal a middle dot. */
export function cellsOf(line: string): Cell[] {
  const tab = ' '.repeat(TAB);
  const cells: Cell[] = [];
  if (SIMPLE.test(line.replaceAll('\t', ' '))) {
    for (let i = 0; i < line.length; i++) {
      const text = line[i]!;
      cells.push(text === '\t' ? { text: tab, width: TAB, start: i } : { text, width: 1, start: i });
    }
    return cells;
  }
  let start = 0;
  for (const letter of letters(line)) {
    if (letter === '\t') cells.push({ text: tab, width: TAB, start });
    else cells.push({ text: visible(letter), width: letterWidth(letter), start });
    start += letter.length;
  }
  return cells;
}

/** What a reader takes for one letter each. To ask Node for that takes its time, so it is asked only when it must be. */
function* letters(line: string): Generator<string> {
  if (JOINED.test(line)) for (const { segment } of new Intl.Segmenter('sv').segment(line)) yield segment;
  else yield* line;
}

/** Breaks a text at spaces into lines of at most `width` columns; a word that is longer stands alone. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line === '') line = word;
    else if (widthOf(line) + 1 + widthOf(word) <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

function letterWidth(letter: string): number {
  if (INVISIBLE.test(letter)) return 0;
  return WIDE.test(letter) ? 2 : 1;
}
