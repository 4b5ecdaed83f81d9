import type { Problem, Row, Severity } from '../rule.ts';
import { type Context, checkContexts, contextsOf } from './context.ts';

/** A form to look for, with all that its row says of it. */
export class Entry {
  readonly row: Row;
  /** As it is to be found: lower case, or with its capitals when it is found only in that case. */
  readonly form: string;
  /** Whether the form is found only in that case. */
  readonly exact: boolean;
  /** The grammatical forms it may be (`pres`, `past`, …); empty for a word that is not inflected. */
  readonly keys: string[] = [];
  #contexts: readonly Context[] | undefined;

  constructor(row: Row, form: string) {
    this.row = row;
    this.form = form;
    this.exact = form !== form.toLowerCase();
  }

  get contexts(): readonly Context[] {
    this.#contexts ??= contextsOf(this.row);
    return this.#contexts;
  }
}

/** What to write in place of a form. */
export interface Offer {
  /** What may be pasted, one for each of the entry's keys; for an entry without keys, one at most. */
  readonly inForm: readonly (string | undefined)[];
  /** The alternatives as a dictionary gives them. */
  readonly alternatives: readonly string[];
}

export type FixMode = NonNullable<Problem['fix']> | 'active';

const FIXES = new Set(['', 'safe', 'active', 'suggested', 'no']);
const SEVERITIES = new Set<string>(['', 'error', 'warning', 'info'] satisfies (Severity | '')[]);

/** Throws an `Error` that names the row and the cure when the row is wrong. */
export function checkRow(row: Row): void {
  const { phrase } = row as { phrase?: string };
  if (!phrase) throw new Error('En rad saknar ”phrase”. Skriv ordet eller frasen i den kolumnen.');
  const wrong = (column: string, cure: string): never => {
    throw new Error(`Raden ”${phrase}”: ”${column}” är ”${row[column] ?? ''}”. ${cure}`);
  };
  if (!FIXES.has(row['fix'] ?? ''))
    wrong('fix', 'Skriv safe, active, suggested eller no, eller lämna kolumnen tom.');
  if (!SEVERITIES.has(row['severity'] ?? '')) {
    wrong('severity', 'Skriv error, warning eller info, eller lämna kolumnen tom.');
  }
  if (!row['expected'] && !row['message']) {
    wrong('expected', 'Skriv vad som ska stå i stället, eller ett ”message” som säger vad man ska göra.');
  }
  if (row['expected_forms'] && !row['expected_forms'].includes('=')) {
    wrong('expected_forms', 'Ge varje form sin nyckel, som i ”pres=får”.');
  }
  const forms = row['forms'];
  if (forms && (forms.includes('||') || forms.includes('=|') || /[|=]/u.test(forms[0]! + forms.at(-1)))) {
    wrong('forms', 'Skriv en form efter varje ”|” och ”=”.');
  }
  if (row['pos']) wrong('pos', 'Formerna är inte gjorda: ge raden till expand() först.');
  checkContexts(row, wrong);
}

/** What the entry's row has to put in its place. */
export function offerOf({ row, form, keys }: Entry): Offer {
  const alternatives = (row['expected'] ?? '').split(' / ').filter((text) => text !== '');
  if (row['expected_forms']) {
    const byKey = new Map(keyed(row['expected_forms']).map((one) => [one.key, one.form]));
    return { inForm: keys.map((key) => byKey.get(key)), alternatives };
  }
  // Without forms of its own a replacement fits only the form that the dictionary gives.
  const fits = keys.length === 0 && form === row['phrase'];
  return { inForm: fits ? [alternatives[0]] : [], alternatives };
}

/** The parts of a cell like `pres=får|past=fick`; a part without a key has an empty one. */
function keyed(cell: string): { key: string; form: string }[] {
  return cell.split('|').map((part) => {
    const at = part.indexOf('=');
    return { key: at < 0 ? '' : part.slice(0, at), form: part.slice(at + 1) };
  });
}
