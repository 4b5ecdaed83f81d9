import { type Check, matchesIn, OWN_WORDS, type RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Personnummer',
  scope: 'paragraph',
  severity: 'info',
  source: 'Dataskyddslagen (2018:218) 3 kap. 10 §',
  zones: [...OWN_WORDS, 'quotation', 'quote-block', 'name', 'other-language', 'file-name'],
  signs: '0',
} satisfies RuleMeta;

const NUMBER =
  /(?<![\p{L}\p{N}-])((?:18|19|20)?\d\d)(\d\d)(\d\d)\s?([-–+]?)\s?(\d{3})(\d)(?![\p{L}\p{N}]|[-–]\d)/gu;
/** What says that ten figures in a row are a personal number. */
const NAMED = /(?:person|samordnings)(?:nummer|nr)|(?<!\p{L})(?:pnr|född|födelsenummer)(?!\p{L})/u;
/** From this birth number on, the Tax Agency keeps numbers for tests. */
const FIRST_TEST_NUMBER = 980;
/** Numbers that authorities print as examples. */
const EXAMPLES = new Set(['1212121212', '4211200573', '6408233234', '7010632391']);

export function create(): Check<'paragraph'> {
  return function* ({ text, lower }) {
    for (const match of matchesIn(text, NUMBER)) {
      const [whole, year, month, day, mark, birth, check] = match as unknown as string[];
      const parted = mark !== '' && !/\s/u.test(whole!);
      if (!parted && year!.length === 2 && !NAMED.test(lower)) continue;
      if (/\s/u.test(whole!) && !NAMED.test(lower)) continue;
      const digits = `${year!.slice(-2)}${month}${day}${birth}${check}`;
      if (Number(birth) >= FIRST_TEST_NUMBER || EXAMPLES.has(digits)) continue;
      const coordination = Number(day) > 60;
      if (!isDate(year!, Number(month), Number(day) - (coordination ? 60 : 0)) || !hasCheckDigit(digits))
        continue;
      const kind = coordination ? 'Samordningsnummer' : 'Personnummer';
      const message = `${kind} i texten. Stryk det, eller skriv bara födelseåret, innan texten sprids.`;
      yield { start: match.index, end: match.index + whole!.length, message };
    }
  };
}

/** Whether there is such a day; without a century in any of the three. */
function isDate(year: string, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const years =
    year.length === 4 ? [Number(year)] : [18, 19, 20].map((century) => Number(`${century}${year}`));
  return years.some((full) => day <= new Date(Date.UTC(full, month, 0)).getUTCDate());
}

/** Luhn's check over ten digits. */
function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const doubled = Number(digits[i]) * (i % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
