import type { Problem, Row, Severity } from '../rule.ts';
import { type Context, contextsOf } from './context.ts';

/** A form to look for, with all that its row says of it. */
export interface Entry {
  readonly row: Row;
  /** As it is to be found: lower case, or with its capitals when it is found only in that case. */
  readonly form: string;
  /** Whether the form is found only in that case. */
  readonly exact: boolean;
  /** The grammatical forms it may be (`pres`, `past`, …), likeliest last; empty for a word that is not inflected. */
  readonly keys: readonly string[];
  readonly contexts: readonly Context[];
}

/** What to write in place of a form. */
export interface Offer {
  /** What may be pasted, one for each grammatical form that the word may be in, in the order of the entry's keys. */
  readonly inForm: readonly (string | undefined)[];
  /** The alternatives as a dictionary gives them. */
  readonly alternatives: readonly string[];
}

export type FixMode = NonNullable<Problem['fix']> | 'active';

const FIXES = new Set(['', 'safe', 'active', 'suggested', 'no']);
const SEVERITIES = new Set<string>(['', 'error', 'warning', 'info'] satisfies (Severity | '')[]);

/** The forms of a row. Throws an `Error` that names the row and the cure when the row is wrong. */
export function entriesOf(row: Row): Entry[] {
  const phrase = row['phrase'];
  if (!phrase) throw new Error('A row has no "phrase". Write the word or phrase to look for in that column.');
  const wrong = (column: string, cure: string): never => {
    throw new Error(`The row "${phrase}": "${column}" is "${row[column] ?? ''}". ${cure}`);
  };
  if (!FIXES.has(row['fix'] ?? '')) wrong('fix', 'Write safe, active, suggested or no, or leave it empty.');
  if (!SEVERITIES.has(row['severity'] ?? ''))
    wrong('severity', 'Write error, warning or info, or leave it empty.');
  if (!row['expected'] && !row['message']) {
    wrong('expected', 'Write what to put instead, or a "message" that says what to do.');
  }
  if (row['expected_forms'] && !row['expected_forms'].includes('=')) {
    wrong('expected_forms', 'Give each form its key, as in "pres=får".');
  }
  const contexts = contextsOf(row, wrong);
  const forms = row['forms'];
  if (!forms) return [entry(row, phrase, [], contexts)];
  const found: Entry[] = [];
  for (const part of forms.split('|')) {
    const at = part.indexOf('=');
    const form = at < 0 ? part : part.slice(at + 1);
    if (form === '') wrong('forms', 'Put a form after each "|" and "=".');
    const same = at < 0 ? undefined : found.find((other) => other.form === form);
    if (same) (same.keys as string[]).push(part.slice(0, at));
    else found.push(entry(row, form, at < 0 ? [] : [part.slice(0, at)], contexts));
  }
  return found;
}

function entry(row: Row, form: string, keys: string[], contexts: readonly Context[]): Entry {
  return { row, form, exact: form !== form.toLowerCase(), keys, contexts };
}

/** What the entry's row has to put in its place. */
export function offerOf({ row, form, keys }: Entry): Offer {
  const alternatives = (row['expected'] ?? '').split(' / ').filter((text) => text !== '');
  const forms = row['expected_forms'];
  if (!forms) {
    // Without forms of its own a replacement fits only the form that the dictionary gives.
    const fits = keys.length === 0 && form === row['phrase'];
    return { inForm: fits ? [alternatives[0]] : [], alternatives };
  }
  const byKey = new Map(
    forms.split('|').map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, at), part.slice(at + 1)] as const;
    }),
  );
  return { inForm: keys.map((key) => byKey.get(key)), alternatives };
}
