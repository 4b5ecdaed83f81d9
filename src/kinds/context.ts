import { type Row, type Sentence, type Token, ZONE } from '../rule.ts';

/** A condition on the words beside a match. */
export interface Context {
  readonly side: 'before' | 'after';
  /** Whether the words must stand there, or must not. */
  readonly wanted: boolean;
  /** Alternatives, each of words in reading order. */
  readonly alternatives: readonly (readonly string[])[];
}

/** Up to so many words may stand where a pattern has `…`. */
export const GAP = 4;

const COLUMNS = [
  { column: 'before', side: 'before', wanted: true },
  { column: 'not_before', side: 'before', wanted: false },
  { column: 'after', side: 'after', wanted: true },
  { column: 'not_after', side: 'after', wanted: false },
] as const;

/** Calls `wrong` with the column and the cure when a condition of a row can't be read. */
export function checkContexts(row: Row, wrong: (column: string, cure: string) => never): void {
  for (const { column } of COLUMNS) {
    const cell = row[column];
    if (cell && /(?:^|\|)(?:\||$)|<(?!(?:start|end|number|name|mark)>)/u.test(cell)) {
      wrong(column, 'Skriv ord med ”|” mellan, eller <start>, <end>, <number>, <name>, <mark>.');
    }
  }
}

/** The conditions of a row. */
export function contextsOf(row: Row): readonly Context[] {
  return COLUMNS.flatMap(({ column, side, wanted }) => {
    const cell = row[column];
    return cell
      ? [
          {
            side,
            wanted,
            alternatives: cell
              .toLowerCase()
              .split('|')
              .map((words) => words.split(' ')),
          },
        ]
      : [];
  });
}

/** Whether the words beside the tokens from `first` up to `after` (exclusive) are as the condition says. */
export function holds(context: Context, sentence: Sentence, first: number, after: number): boolean {
  const found = context.alternatives.some((words) =>
    context.side === 'before' ? endsAt(words, sentence, first - 1) : beginsAt(words, sentence, after),
  );
  return found === context.wanted;
}

function beginsAt(words: readonly string[], sentence: Sentence, at: number): boolean {
  const gap = words[0] === '…' ? GAP : 0;
  const rest = gap > 0 ? words.slice(1) : words;
  for (let skipped = 0; skipped <= gap; skipped++) {
    if (rest.every((word, i) => is(word, sentence, at + skipped + i))) return true;
    if (sentence.tokens[at + skipped]?.kind !== 'word') return false;
  }
  return false;
}

function endsAt(words: readonly string[], sentence: Sentence, at: number): boolean {
  const gap = words.at(-1) === '…' ? GAP : 0;
  const rest = gap > 0 ? words.slice(0, -1) : words;
  for (let skipped = 0; skipped <= gap; skipped++) {
    if (rest.every((word, i) => is(word, sentence, at - skipped - rest.length + 1 + i))) return true;
    if (sentence.tokens[at - skipped]?.kind !== 'word') return false;
  }
  return false;
}

function is(word: string, { tokens }: Sentence, index: number): boolean {
  const token = tokens[index];
  switch (word) {
    case '<start>':
      return index < 0;
    case '<end>':
      return index >= 0 && (!token || (isMark(token) && index === tokens.length - 1));
    case '<mark>':
      return token !== undefined && isMark(token);
    case '<number>':
      return token?.kind === 'number';
    case '<name>':
      return token !== undefined && (token.zones & ZONE.name) !== 0;
  }
  if (!token) return false;
  const { lower } = token;
  const tail = word.startsWith('*');
  const head = word.endsWith('*');
  if (tail && head) return lower.includes(word.slice(1, -1));
  if (tail) return lower.endsWith(word.slice(1));
  if (head) return lower.startsWith(word.slice(0, -1));
  return lower === word;
}

function isMark(token: Token): boolean {
  return token.kind === 'punctuation' || token.kind === 'symbol';
}
