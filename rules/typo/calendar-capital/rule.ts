import { type Check, expression, matchesIn, OWN_WORDS, type RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Versal i månad och veckodag',
  scope: 'paragraph',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 9.1',
  zones: [...OWN_WORDS, 'name'],
  words: [
    'januari',
    'februari',
    'mars',
    'april',
    'maj',
    'juni',
    'juli',
    'augusti',
    'september',
    'oktober',
    'november',
    'december',
    'måndag',
    'tisdag',
    'onsdag',
    'torsdag',
    'fredag',
    'lördag',
    'söndag',
  ],
} satisfies RuleMeta;

const MONTHS = 'Januari|Februari|Mars|April|Maj|Juni|Juli|Augusti|September|Oktober|November|December';
/** ”Mars” is a planet too, and ”Maj”, ”April” and ”Augusti” are names of people and films: a figure must stand beside it. */
const MONTH = expression(
  `(?=[JFMASOND])(?:(?<=(?<![\\p{L}\\d.,:/-])(?:[12]?\\d|3[01])\\s)(?:${MONTHS})(?!\\p{L})|(?<=(?<!\\p{L})(?:i|under|senast|från|till|och|av|efter|före|sedan|slutet av|början av|mitten av)\\s)(?:${MONTHS})(?=\\s(?:19|20)\\d\\d(?!\\d)))`,
  'gu',
);
const WEEKDAY =
  /(?=[MTOFLS])(?<=(?<!\p{L})(?:[Pp]å|om|[Vv]arje|[Nn]ästa|[Ff]örra|till|från|senast|under|öppet|stängt|hela)\s)(?:Mån|Tis|Ons|Tors|Fre|Lör|Sön)dag(?:en|ar|arna|ens|s)?(?!\p{L})/gu;

export function create(): Check<'paragraph'> {
  return function* ({ text, kind }) {
    if (kind === 'heading' || kind === 'table-cell') return;
    for (const [pattern, name] of [
      [MONTH, 'Månader'],
      [WEEKDAY, 'Veckodagar'],
    ] as const) {
      for (const { index: start, 0: actual } of matchesIn(text, pattern)) {
        const expected = actual.toLowerCase();
        const message = `${name} skrivs med liten bokstav. Skriv ”${expected}”.`;
        yield { start, end: start + actual.length, message, expected, fix: 'safe' };
      }
    }
  };
}
