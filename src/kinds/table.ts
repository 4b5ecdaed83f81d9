import { PREFIX } from '../analyse/word-starts.ts';
import type { Row } from '../rule.ts';
import { checkRow } from './entry.ts';
import { isLetter } from './match.ts';

/** Stands for the first letters where a form's first word has a `*`. */
export const ANY = '*';

/** The rows of a word list, and how their forms begin: a list is long, and a text needs few of its rows. */
export interface Table {
  /** For each row the first letters of its forms, in lower case, a space between; `*` for a form that may begin anyhow. */
  readonly begins: readonly string[];
  row(index: number): Row;
}

/** A table of rows whose forms are written out. Throws an `Error` that names the row and the cure when one is wrong. */
export function tableOf(rows: Iterable<Row>): Table {
  const list = [...rows];
  list.forEach(checkRow);
  return { begins: list.map(beginsOf), row: (index) => list[index]! };
}

/** A table as one text, to be read by `unpack`. Throws as `tableOf` does. */
export function pack(rows: readonly Row[]): string {
  const { begins } = tableOf(rows);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((column) =>
    rows.some((row) => row[column]),
  );
  const lines = rows.map((row, i) => [begins[i], ...columns.map((column) => row[column] ?? '')]);
  return [['', ...columns], ...lines].map((cells) => cells.join('\t').trimEnd()).join('\n');
}

/** The table that `pack` has written. Nothing is checked again, and a row is read when it is asked for. */
export function unpack(text: string): Table {
  const [head, ...lines] = text.split('\n');
  const columns = head!.split('\t');
  return {
    begins: lines.map((line) => line.slice(0, line.indexOf('\t'))),
    row(index) {
      const cells = lines[index]!.split('\t');
      const row: Record<string, string> = {};
      for (let i = 1; i < columns.length; i++) row[columns[i]!] = cells[i] ?? '';
      return row;
    },
  };
}

/** The first letters of the word that begins at `start`, in lower case. */
export function firstLetters(text: string, start: number): string {
  let end = start;
  while (end < start + PREFIX && isLetter(text.charCodeAt(end))) end++;
  return text.slice(start, end).toLowerCase();
}

function beginsOf(row: Row): string {
  const forms = (row['forms'] || row['phrase']!).split('|').map((part) => part.slice(part.indexOf('=') + 1));
  return [...new Set(forms.map((form) => (isOpen(form) ? ANY : firstLetters(form, 0))))].join(' ');
}

/** Whether a `*` stands in the form's first word. */
export function isOpen(form: string): boolean {
  let end = 0;
  while (isLetter(form.charCodeAt(end))) end++;
  return form[end] === ANY;
}
