import type { Row } from '../rule.ts';
import { addEntries, checkRow, type Entry } from './entry.ts';
import { isLetter, leadingRun } from './match.ts';

/** So many letters of a form's first word are looked at before its row is read. */
const PREFIX = 3;
const HASHES = 4096;

/** The entries that begin with a certain word. */
export interface Candidates {
  /** Those of one word, and those whose second word may be any. */
  readonly alone: readonly Entry[];
  /** The others, by the first character of their second word. */
  readonly followed: ReadonlyMap<number, readonly Entry[]>;
}

/**
 * Finds the entries that may begin at a word. A list has thousands of forms and a text needs few of them: rows are
 * checked when the index is made, and read when a word comes that begins as one of their forms does.
 */
export class FormIndex {
  readonly #rows = new Map<string, Row[]>();
  readonly #read = new Map<string, ReadonlyMap<string, Candidates>>();
  readonly #known = new Map<string, Candidates | undefined>();
  /** By the hash of a prefix, whether there are rows for it: most words of a text are told by this alone. */
  readonly #begins = new Uint8Array(HASHES);
  readonly #exempt: ReadonlySet<string>;

  /** `exempt` are forms to leave out. Throws an `Error` that names the row and the cure when a row is wrong. */
  constructor(rows: Iterable<Row>, exempt: readonly string[]) {
    this.#exempt = new Set(exempt.map((form) => form.toLowerCase()));
    for (const row of rows) {
      checkRow(row);
      this.#add(row);
    }
  }

  /** Whether a form may begin at `start` of a text in lower case; cheap, and right when it says no. */
  mayBegin(text: string, start: number): boolean {
    return this.#begins[hash(text, start)] === 1;
  }

  /** The entries whose first word is `word`, a word in lower case. */
  at(word: string): Candidates | undefined {
    const known = this.#known.get(word);
    if (known || this.#known.has(word)) return known;
    const found = this.#entries(firstLetters(word, 0))?.get(leadingRun(word));
    this.#known.set(word, found);
    return found;
  }

  /** The entries whose first word has a `*`: they may begin anywhere. */
  get wild(): Candidates | undefined {
    return this.#entries('')?.get('');
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
      last = starred ? prefixOf(forms, start) : firstLetters(forms, start);
      const list = this.#rows.get(last);
      if (!list) {
        this.#rows.set(last, [row]);
        this.#begins[hash(last, 0)] = 1;
      } else if (list.at(-1) !== row) list.push(row);
    }
  }

  #entries(prefix: string): ReadonlyMap<string, Candidates> | undefined {
    const rows = this.#rows.get(prefix);
    if (!rows) return undefined;
    let entries = this.#read.get(prefix);
    if (!entries) {
      const list: Entry[] = [];
      const wanted = (form: string): boolean => prefixOf(form, 0) === prefix && !this.#spares(form);
      for (const row of rows) addEntries(row, wanted, list);
      entries = byWord(list, prefix);
      this.#read.set(prefix, entries);
    }
    return entries;
  }

  #spares(form: string): boolean {
    return this.#exempt.size > 0 && this.#exempt.has(form.toLowerCase());
  }
}

function byWord(entries: readonly Entry[], prefix: string): ReadonlyMap<string, Candidates> {
  const found = new Map<string, { alone: Entry[]; followed: Map<number, Entry[]> }>();
  for (const entry of entries) {
    const run = leadingRun(entry.form);
    const first = prefix === '' ? '' : entry.exact ? run.toLowerCase() : run;
    let candidates = found.get(first);
    if (!candidates) {
      candidates = { alone: [], followed: new Map() };
      found.set(first, candidates);
    }
    const second = entry.form[run.length] === ' ' ? entry.form.toLowerCase().charCodeAt(run.length + 1) : 0;
    if (prefix === '' || !isLetter(second)) candidates.alone.push(entry);
    else {
      const list = candidates.followed.get(second);
      if (list) list.push(entry);
      else candidates.followed.set(second, [entry]);
    }
  }
  return found;
}

/** The same for all words with the same first letters. */
function hash(text: string, start: number): number {
  let code = 0;
  for (let i = start; i < start + PREFIX; i++) {
    const letter = text.charCodeAt(i);
    if (!isLetter(letter)) break;
    code = (code * 31 + letter) & (HASHES - 1);
  }
  return code;
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
