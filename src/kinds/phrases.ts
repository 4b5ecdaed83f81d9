import { type Block, type Check, type Problem, type Row, type Sentence, ZONE } from '../rule.ts';

/** What a `rule.yml` of the kind `phrases` says beside its meta. The rows come from the word lists beside it. */
export interface PhrasesSpec {
  /** The message; `{actual}`, `{expected}` and `{note}` are filled in. A row's own `message` goes before it. */
  readonly message: string;
  /** The message for a row that has nothing to put instead. */
  readonly hint?: string;
}

/**
 * One form of one row, ready to be found. The columns of a row, all but `phrase` may be empty:
 *
 * - `phrase`: the entry as a dictionary gives it. It is what is looked for when `forms` is empty.
 * - `forms`: the forms to look for, `|` between them, each with its key (`pres=erhåller`) or without. A form with a
 *   capital letter is found only in that case; one in lower case is found in any. `*` stands for letters.
 * - `expected`: what to write, ` / ` between alternatives. A first alternative without `expected_forms` stands as it is.
 * - `expected_forms`: the forms of the first alternative, by the same keys.
 * - `fix`: `safe`, `active` (safe in active forms), `suggested` (the default) or `no`.
 * - `before`, `after`, `not_before`, `not_after`: words that must, or must not, stand beside it, `|` between them; more than
 *   one word in a row may be given. `<start>` and `<end>` are the sentence's ends, `<number>` a number, `<name>` a name.
 * - `severity`, `note`, `source`, `message`: other than the rule's own.
 */
interface Entry {
  readonly form: string;
  readonly exact: boolean;
  readonly expected: readonly string[];
  readonly fix: 'safe' | 'suggested' | 'no';
  readonly row: Row;
  readonly context: readonly Context[];
}

interface Context {
  readonly side: 'before' | 'after';
  readonly wanted: boolean;
  /** Alternatives of words in reading order. */
  readonly words: readonly (readonly string[])[];
}

const ACTIVE = new Set(['inf', 'pres', 'past', 'sup', 'imp']);

/** Finds words and phrases; the longest match at a place wins. Throws an `Error` that names the row when a row is wrong. */
export function phrases(
  spec: PhrasesSpec,
  rows: Iterable<Row>,
  exempt: readonly string[] = [],
): Check<'sentence'> {
  const entries = new Map<string, Entry[]>();
  const wild: Entry[] = [];
  const spared = new Set(exempt.map((form) => form.toLowerCase()));
  for (const row of rows) {
    for (const entry of read(row)) {
      if (spared.has(entry.form.toLowerCase())) continue;
      const key = leadingRun(entry.form.toLowerCase());
      if (key === '' || entry.form.startsWith('*') || entry.form[key.length] === '*') wild.push(entry);
      else {
        const list = entries.get(key);
        if (list) list.push(entry);
        else entries.set(key, [entry]);
      }
    }
  }
  const longestFirst = (a: Entry, b: Entry): number => b.form.length - a.form.length;
  wild.sort(longestFirst);
  for (const list of entries.values()) list.sort(longestFirst);

  return function* (sentence) {
    const { block, tokens } = sentence;
    let from = 0;
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!;
      if (token.start < from || token.kind === 'punctuation') continue;
      const best = longest(entries.get(leadingRun(token.lower)), sentence, i) ?? longest(wild, sentence, i);
      if (best) {
        from = best.end;
        yield problem(spec, best.entry, block, token.start, best.end);
      }
    }
  };
}

function longest(
  entries: readonly Entry[] | undefined,
  sentence: Sentence,
  index: number,
): { entry: Entry; end: number } | undefined {
  if (!entries) return undefined;
  for (const entry of entries) {
    const start = sentence.tokens[index]!.start;
    const end = matchEnd(entry, sentence.block, start);
    if (end > start && entry.context.every((context) => holds(context, sentence, index, end)))
      return { entry, end };
  }
  return undefined;
}

/** Where a form that begins at `start` ends in the block's text, or -1. White space matches any run of it. */
function matchEnd(entry: Entry, block: Block, start: number): number {
  const { form } = entry;
  const text = entry.exact ? block.text : block.lower;
  let at = start;
  for (let i = 0; i < form.length; i++) {
    const wanted = form[i]!;
    if (wanted === ' ') {
      const before = at;
      while (isSpace(text.charCodeAt(at))) at++;
      if (at === before) return -1;
    } else if (wanted === '*') {
      while (at < text.length && isLetter(text[at]!)) at++;
    } else {
      if (text[at] !== wanted) return -1;
      at++;
    }
  }
  if (isLetter(form.at(-1)!) || form.endsWith('*')) {
    const next = text[at];
    if (next !== undefined && (isLetter(next) || (next === '-' && isLetter(text[at + 1] ?? '')))) return -1;
  }
  return at;
}

function holds(context: Context, sentence: Sentence, index: number, end: number): boolean {
  const { tokens } = sentence;
  let after = index;
  while (after < tokens.length && tokens[after]!.start < end) after++;
  const found = context.words.some((words) =>
    words.every((word, i) =>
      context.side === 'before'
        ? is(sentence, index - words.length + i, word)
        : is(sentence, after + i, word),
    ),
  );
  return found === context.wanted;
}

function is(sentence: Sentence, index: number, word: string): boolean {
  const token = sentence.tokens[index];
  if (word === '<start>') return index < 0;
  if (word === '<end>')
    return !token || (token.kind === 'punctuation' && index >= sentence.tokens.length - 1);
  if (!token) return false;
  if (word === '<number>') return token.kind === 'number';
  if (word === '<name>') return (token.zones & ZONE.name) !== 0;
  if (word.startsWith('*')) return token.lower.endsWith(word.slice(1));
  if (word.endsWith('*')) return token.lower.startsWith(word.slice(0, -1));
  return token.lower === word;
}

function problem(spec: PhrasesSpec, entry: Entry, block: Block, start: number, end: number): Problem {
  const { row } = entry;
  const actual = block.text.slice(start, end);
  const expected = entry.expected.map((text) => inCaseOf(actual, text));
  const template = row['message'] || (expected.length > 0 ? spec.message : (spec.hint ?? spec.message));
  const message = template
    .replaceAll('{actual}', actual.replace(/\s+/gu, ' '))
    .replaceAll('{expected}', expected.join('” eller ”'))
    .replaceAll('{note}', row['note'] ?? '')
    .trim();
  return {
    start,
    end,
    message,
    expected,
    fix: entry.fix,
    ...(row['note'] && { note: row['note'] }),
    ...(row['source'] && { source: row['source'] }),
    ...(row['severity'] && { severity: row['severity'] as 'error' | 'warning' | 'info' }),
  };
}

/** `text` with the capital, or the capitals, of the word it replaces. */
function inCaseOf(actual: string, text: string): string {
  const letters = actual.replace(/[^\p{L}]/gu, '');
  if (letters.length > 3 && letters === letters.toUpperCase()) return text.toUpperCase();
  const first = letters[0];
  return first !== undefined && first !== first.toLowerCase()
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text;
}

/** The forms of a row. */
function* read(row: Row): Generator<Entry> {
  const phrase = row['phrase'];
  if (!phrase) throw new Error('A row has no "phrase".');
  const alternatives = split(row['expected'], ' / ');
  const forms = keyed(row['forms'] || phrase);
  const expectedForms = new Map(keyed(row['expected_forms'] ?? '').map(({ key, form }) => [key, form]));
  const context = contexts(row);
  const fix = row['fix'] || 'suggested';
  if (!['safe', 'active', 'suggested', 'no'].includes(fix)) throw new Error(`${phrase}: "fix" is "${fix}".`);
  for (const { key, form } of forms) {
    const inForm = expectedForms.size > 0 ? expectedForms.get(key) : key === '' ? alternatives[0] : undefined;
    const allowed = fix === 'active' ? (ACTIVE.has(key) ? 'safe' : 'suggested') : (fix as Entry['fix']);
    yield {
      form,
      exact: form !== form.toLowerCase(),
      expected: inForm === undefined ? alternatives : [inForm, ...(key === '' ? alternatives.slice(1) : [])],
      fix: inForm === undefined ? 'no' : allowed,
      row,
      context,
    };
  }
}

function contexts(row: Row): Context[] {
  return (['before', 'after'] as const).flatMap((side) =>
    [true, false].flatMap((wanted) => {
      const words = split(row[wanted ? side : `not_${side}`], '|').map((alternative) =>
        alternative.split(' '),
      );
      return words.length > 0 ? [{ side, wanted, words }] : [];
    }),
  );
}

function keyed(forms: string): { key: string; form: string }[] {
  return split(forms, '|').map((form) => {
    const at = form.indexOf('=');
    return at < 0 ? { key: '', form } : { key: form.slice(0, at), form: form.slice(at + 1) };
  });
}

function split(cell: string | undefined, separator: string): string[] {
  return (cell ?? '')
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function leadingRun(text: string): string {
  let end = 0;
  while (end < text.length && isLetter(text[end]!)) end++;
  return end === text.length ? text : text.slice(0, end);
}

/** A letter or a digit. */
function isLetter(char: string): boolean {
  const code = char.charCodeAt(0);
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return /[\p{L}\p{N}]/u.test(char);
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 160 || code === 8239;
}
