import { type Check, matchesIn, OWN_WORDS, type RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Privat telefonnummer',
  scope: 'paragraph',
  severity: 'info',
  source: 'Dataskyddsförordningen, artikel 5.1 c',
  zones: [...OWN_WORDS, 'quotation', 'quote-block', 'name', 'other-language'],
  signs: '0',
} satisfies RuleMeta;

const NUMBER =
  /(?<![\p{L}\p{N}-])(?:(?:\+|00)46[\s-]?(?:\(0\))?|0)(\d{1,3}[\s/–-]{0,3}\d{2,3}(?:[\s-]?\d{2,3}){1,3})(?![\p{L}\p{N}])/gu;
/** Before the number: it is somebody's own. */
const PRIVATE =
  /(?<!\p{L})(?:privat[at]?(?:\s?(?:mobil|nummer|telefon)\p{L}*)?|hem(?:nummer|telefon)\p{L}*|(?:telefon|tfn|tel\.?) (?:hem|bostad(?:en)?))[\s:–-]*(?:är\s)?$/iu;
const MOBILE = /^7[02369]/u;
/** A postal address with a street and a number: a private person's, where a mobile number stands beside it. */
const HOME = /\p{L}(?:gatan|vägen|gränd|stigen|backen)\s\d{1,3}\s?\p{L}?,?\s\d{3}\s?\d\d\s\p{Lu}/u;
const PERSONAL = /(?<!\p{L})(?:personnummer|personnr|pnr|folkbokförd)/iu;
/** 070-174 06 05 to 070-174 06 99 are nobody's: they are for films and books. */
const FICTION = /^7017406(?:0[5-9]|[1-9]\d)$/u;

export function create(): Check<'paragraph'> {
  return function* ({ text }) {
    for (const match of matchesIn(text, NUMBER)) {
      const digits = match[1]!.replace(/\D/gu, '');
      if (digits.length < 7 || digits.length > 9 || FICTION.test(digits)) continue;
      const before = text.slice(Math.max(0, match.index - 40), match.index);
      const own = PRIVATE.test(before) || (MOBILE.test(digits) && (HOME.test(text) || PERSONAL.test(text)));
      if (!own) continue;
      const message = 'Numret ser privat ut. Stryk det eller skriv ett nummer till organisationen.';
      yield { start: match.index, end: match.index + match[0].length, message };
    }
  };
}
