import { type Check, matchesIn, OWN_WORDS, type Problem, type RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Telefonnummer',
  scope: 'paragraph',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 12.1.7',
  zones: [...OWN_WORDS, 'name'],
  signs: '0',
} satisfies RuleMeta;

/** ”+46 (0)8” */
const ZERO = /\+46[ \u00a0]?\(0\)[ \u00a0-]?(?=\d)/gu;
/** ”0812345678” after a word that says that it is a telephone. */
const TIGHT =
  /(?=0\d{7})(?<=(?<!\p{L})(?:tfn|tel|telefon|telefonnummer|mobil|mobilnummer|mobiltelefon|växel|ring|ringa|nummer|sms|på|fax)[.:]{0,2}\s)0\d{7,9}(?!\d)/giu;

/** ”010-1234567”: the area code is apart, the rest is not. */
const HALF_TIGHT = /(?<![\d-])(0\d{1,3})-(\d{6,8})(?![\d-])/gu;

export function create(): Check<'paragraph'> {
  return function* ({ text }) {
    for (const { index: start, 0: actual } of matchesIn(text, ZERO)) {
      const end = start + actual.length;
      const message = 'Nollan stryks efter +46. Skriv ”+46 8”, till exempel.';
      yield { start, end, message, expected: '+46 ', fix: 'safe' };
    }
    for (const { index, 0: actual } of matchesIn(text, TIGHT))
      yield ungrouped(index, actual, grouped(actual));
    for (const { index, 0: actual, 1: code, 2: rest } of matchesIn(text, HALF_TIGHT))
      yield ungrouped(index, actual, `${code}-${inGroups(rest!)}`);
  };
}

function ungrouped(start: number, actual: string, expected: string | undefined): Problem {
  const message = `Gruppera siffrorna${expected ? `: ”${expected}”` : ', till exempel ”0480-897 00”'}.`;
  return { start, end: start + actual.length, message, ...(expected && { expected }), severity: 'info' };
}

/** A number whose area code is known in groups; for others its length can't be told. */
function grouped(number: string): string | undefined {
  const code = /^(?:08|010|020|07\d|031|040)/u.exec(number)?.[0];
  if (!code) return undefined;
  const rest = inGroups(number.slice(code.length));
  return rest && `${code}-${rest}`;
}

/** The digits after the area code, in groups that are read one by one. */
function inGroups(digits: string): string | undefined {
  const sizes: readonly number[] | undefined = { 5: [3, 2], 6: [2, 2, 2], 7: [3, 2, 2], 8: [3, 3, 2] }[
    digits.length
  ];
  if (!sizes) return undefined;
  const groups = new RegExp(`^${sizes.map((size) => `(\\d{${size}})`).join('')}$`, 'u').exec(digits)!;
  return groups.slice(1).join(' ');
}
