import { type Check, expression, matchesIn, OWN_WORDS, type RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Valuta',
  scope: 'paragraph',
  severity: 'info',
  source: 'Myndigheternas skrivregler 12.5.4',
  zones: [...OWN_WORDS, 'name'],
  signs: '0',
} satisfies RuleMeta;

const NAMES: Readonly<Record<string, string>> = {
  SEK: 'kronor',
  EUR: 'euro',
  '€': 'euro',
  $: 'dollar',
  USD: 'dollar',
  NOK: 'norska kronor',
  DKK: 'danska kronor',
  GBP: 'pund',
  '£': 'pund',
};
const AMOUNT = '\\d+(?:[ \\u00a0]\\d{3})*(?:,\\d+)?';
const MANY = '(?:[ \\u00a0](?:miljon(?:er)?|miljard(?:er)?))?';
/** ”500 SEK”, ”2 miljoner EUR” */
const AFTER = expression(
  `(?<![\\p{L}\\d.,/-])(${AMOUNT}${MANY})[ \\u00a0]?(SEK|EUR|USD|NOK|DKK|GBP|[€$£])(?![\\p{L}\\d/])`,
  'gu',
);
/** ”SEK 500”, ”€ 500” */
const BEFORE = expression(
  `(?<![\\p{L}\\d.,/-]|\\d[ \\u00a0])(SEK|EUR|USD|NOK|DKK|GBP|[€$£])[ \\u00a0]?(${AMOUNT}${MANY})(?![\\p{L}\\d])`,
  'gu',
);

/** ”500:-” */
const WITH_DASH = expression(`(?<![\\p{L}\\d.,/-])(${AMOUNT}):[-–](?![\\p{L}\\d])`, 'gu');

export function create(): Check<'paragraph'> {
  return function* ({ text, kind }) {
    // Tables are short of room.
    if (kind === 'table-cell') return;
    for (const match of matchesIn(text, AFTER)) yield amount(match, match[1]!, match[2]!);
    for (const match of matchesIn(text, BEFORE)) yield amount(match, match[2]!, match[1]!);
    if (text.includes(':'))
      for (const match of matchesIn(text, WITH_DASH)) yield amount(match, match[1]!, 'SEK');
  };
}

function amount({ index: start, 0: actual }: RegExpExecArray, number: string, currency: string) {
  const expected = `${number} ${NAMES[currency]}`;
  const message = `Skriv ut valutan: ”${expected}”.`;
  return { start, end: start + actual.length, message, expected };
}
