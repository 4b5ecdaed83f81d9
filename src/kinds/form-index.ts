import type { Row } from '../rule.ts';
import { checkRow, type Entry, entriesOf } from './entry.ts';
import { isLetter, leadingRun } from './match.ts';

/** So many letters of a form's first word are looked at before its row is read. */
const PREFIX = 3;

/**
 * Finds the entries that may begin at a word. A list has thousands of forms and a text needs few of them: rows are
 * checked when the index is made, and read when a word comes that begins as one of their forms does.
 */
export class FormIndex {
  readonly #rows = new Map<string, Row[]>();
  readonly #entries = new Map<string, ReadonlyMap<string, readonly Entry[]>>();
  readonly #exempt: ReadonlySet<string>;
  /** Entries whose first word begins with a `*`, or has one: they may begin anywhere. */
  readonly wild: readonly Entry[];

  /** `exempt` are forms to leave out. Throws an `Error` that names the row and the cure when a row is wrong. */
  constructor(rows: Iterable<Row>, exempt: readonly string[]) {
    this.#exempt = new Set(exempt.map((form) => form.toLowerCase()));
    for (const row of rows) {
      checkRow(row);
      this.#add(row);
    }
    this.wild = this.#read('').get('') ?? [];
  }

  /** The entries whose first word is `word`, a word in lower case. */
  at(word: string): readonly Entry[] | undefined {
    const prefix = firstLetters(word, 0);
    if (!this.#rows.has(prefix)) return undefined;
    return this.#read(prefix).get(leadingRun(word));
  }

  #add(row: Row): void {
    const forms = row['forms'] || row['phrase']!;
    const starred = forms.includes('*');
    let last = '';
    for (let from = 0; from >= 0; ) {
      const bar = forms.indexOf('|', from);
      const equals = forms.indexOf('=', from);
      const start = equals >= 0 && (bar < 0 || equals < bar) ? equals + 1 : from;
      from = bar < 0 ? -1 : bar + 1;
      // Most forms of a word begin alike.
      if (last.length === PREFIX && !starred && forms.startsWith(last, start)) continue;
      const prefix = starred ? prefixOf(forms, start) : firstLetters(forms, start);
      last = prefix;
      const list = this.#rows.get(prefix);
      if (!list) this.#rows.set(prefix, [row]);
      else if (list.at(-1) !== row) list.push(row);
    }
  }

  #read(prefix: string): ReadonlyMap<string, readonly Entry[]> {
    const read = this.#entries.get(prefix);
    if (read) return read;
    const entries = new Map<string, Entry[]>();
    for (const row of this.#rows.get(prefix) ?? []) {
      for (const entry of entriesOf(row)) {
        const form = entry.form.toLowerCase();
        if (prefixOf(form, 0) !== prefix || this.#exempt.has(form)) continue;
        const first = prefix === '' ? '' : leadingRun(form);
        const list = entries.get(first);
        if (list) list.push(entry);
        else entries.set(first, [entry]);
      }
    }
    this.#entries.set(prefix, entries);
    return entries;
  }
}

/** The first letters of the word that begins at `start`, in lower case. */
function firstLetters(text: string, start: number): string {
  let end = start;
  let plain = true;
  while (end < start + PREFIX && end < text.length) {
    const code = text.charCodeAt(end);
    if (!isLetter(code)) break;
    plain &&= code >= 97 && code < 123;
    end++;
  }
  const letters = text.slice(start, end);
  return plain ? letters : letters.toLowerCase();
}

/** The first letters of the word that begins at `start`; nothing when a `*` stands in the word. */
function prefixOf(text: string, start: number): string {
  let end = start;
  while (end < text.length && isLetter(text.charCodeAt(end))) end++;
  return text[end] === '*' ? '' : firstLetters(text, start);
}
