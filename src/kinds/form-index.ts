import { PREFIX, StartSet, startOf } from '../analyse/word-starts.ts';
import type { Row } from '../rule.ts';
import { Entry } from './entry.ts';
import { isLetter, leadingRun } from './match.ts';
import { ANY, firstLetters, isOpen, type Table } from './table.ts';

const BAR = 124;
const EQUALS = 61;
const STAR = 42;
const NONE = 'none';

/** The entries that begin with a certain word. */
export interface Candidates {
  /** Those of one word, and those whose second word may be any. */
  readonly alone: readonly Entry[];
  /** The others, by the start of their second word (`Sentence.starts`). */
  readonly followed: ReadonlyMap<number, readonly Entry[]>;
}

/**
 * Finds the entries that may begin at a word. A list has thousands of forms and a text needs few of them: a row is read
 * when a word comes that begins as one of its forms does.
 */
export class FormIndex {
  /** How a form may begin, as `Sentence.starts` has it: most words of a text are told by this alone. */
  readonly begins = new StartSet();
  /** The first letters that a form may begin with; `undefined` when one may begin anyhow. */
  readonly words: Iterable<string> | undefined;
  readonly #tables: readonly Table[];
  /** By first letters, the rows that have such forms: the number of the table, and of the row in it. */
  readonly #places = new Map<string, [table: number, row: number][]>();
  readonly #rows = new Map<string, readonly Row[]>();
  readonly #known = new Map<string, Candidates | typeof NONE>();
  readonly #exempt: ReadonlySet<string>;

  /** `exempt` are forms to leave out. */
  constructor(tables: readonly Table[], exempt: readonly string[]) {
    this.#tables = tables;
    this.#exempt = new Set(exempt.map((form) => form.toLowerCase()));
    for (let table = 0; table < tables.length; table++) {
      const { begins } = tables[table]!;
      for (let row = 0; row < begins.length; row++) {
        for (const letters of begins[row]!.split(' ')) {
          const places = this.#places.get(letters);
          if (places) places.push([table, row]);
          else this.#places.set(letters, [[table, row]]);
          if (letters === ANY) this.begins.addWords();
          else this.begins.add(startOf(letters, 0));
        }
      }
    }
    this.words = this.#places.has(ANY) ? undefined : this.#places.keys();
  }

  /** The entries whose first word is `word`, a word in lower case. */
  at(word: string): Candidates | undefined {
    const known = this.#known.get(word);
    if (known) return known === NONE ? undefined : known;
    const run = leadingRun(word);
    const entries: Entry[] = [];
    for (const row of this.#rowsAt(firstLetters(run, 0))) this.#addEntries(row, run, entries);
    const found = entries.length > 0 ? candidates(entries) : undefined;
    this.#known.set(word, found ?? NONE);
    return found;
  }

  /** The entries whose first word has a `*`: they may begin anywhere. */
  get wild(): Candidates | undefined {
    const entries: Entry[] = [];
    for (const row of this.#rowsAt(ANY)) {
      const from = entries.length;
      for (const part of formsOf(row).split('|')) {
        const equals = part.indexOf('=');
        const form = part.slice(equals + 1);
        if (isOpen(form)) this.#addEntry(row, form, part.slice(0, Math.max(equals, 0)), entries, from);
      }
    }
    return entries.length > 0 ? { alone: entries, followed: new Map() } : undefined;
  }

  #rowsAt(letters: string): readonly Row[] {
    let rows = this.#rows.get(letters);
    if (!rows) {
      rows = (this.#places.get(letters) ?? []).map(([table, row]) => this.#tables[table]!.row(row));
      this.#rows.set(letters, rows);
    }
    return rows;
  }

  /** Adds the forms of a row whose first word is `word`. */
  #addEntries(row: Row, word: string, entries: Entry[]): void {
    const cell = formsOf(row);
    const lower = cell.toLowerCase();
    const from = entries.length;
    for (let at = lower.indexOf(word); at >= 0 && at < lower.length; at = lower.indexOf(word, at + 1)) {
      const before = at === 0 ? BAR : lower.charCodeAt(at - 1);
      const after = lower.charCodeAt(at + word.length);
      if ((before !== BAR && before !== EQUALS) || after === EQUALS || after === STAR || isLetter(after))
        continue;
      const bar = lower.indexOf('|', at);
      const key = before === EQUALS ? cell.slice(lower.lastIndexOf('|', at) + 1, at - 1) : '';
      this.#addEntry(row, cell.slice(at, bar < 0 ? cell.length : bar), key, entries, from);
    }
  }

  /** Adds a form, or its key to the entry that a row has for the form already, at `from` or after. */
  #addEntry(row: Row, form: string, key: string, entries: Entry[], from: number): void {
    if (this.#exempt.size > 0 && this.#exempt.has(form.toLowerCase())) return;
    let entry: Entry | undefined;
    for (let i = from; i < entries.length; i++) if (entries[i]!.form === form) entry = entries[i];
    if (!entry) {
      entry = new Entry(row, form);
      entries.push(entry);
    }
    if (key !== '') entry.keys.push(key);
  }
}

/** Whether a `*` stands so early in the word at `start` that its start can't be told. */
function isOpenAt(form: string, start: number): boolean {
  const star = form.indexOf('*', start);
  return star >= 0 && star < start + PREFIX && !form.slice(start, star).includes(' ');
}

function candidates(entries: readonly Entry[]): Candidates {
  const alone: Entry[] = [];
  const followed = new Map<number, Entry[]>();
  for (const entry of entries) {
    const second = leadingRun(entry.form).length + 1;
    if (
      entry.form[second - 1] !== ' ' ||
      !isLetter(entry.form.charCodeAt(second)) ||
      isOpenAt(entry.form, second)
    ) {
      alone.push(entry);
      continue;
    }
    const start = startOf(entry.form.toLowerCase(), second);
    const list = followed.get(start);
    if (list) list.push(entry);
    else followed.set(start, [entry]);
  }
  return { alone, followed };
}

function formsOf(row: Row): string {
  return row['forms'] || row['phrase']!;
}
