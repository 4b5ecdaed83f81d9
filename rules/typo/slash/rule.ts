import { type Check, matchesIn, type Problem, type RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Snedstreck',
  scope: 'paragraph',
  severity: 'info',
  source: 'Myndigheternas skrivregler 13.10 och 8.3.2',
  signs: '/',
} satisfies RuleMeta;

const AND_OR = /(?<![\p{L}\d/])och ?\/ ?eller(?![\p{L}\d/])/giu;
/** ”buss/tåg”, ”Kanal/ forum”, ”patienter/brukare/anhöriga” */
const ALTERNATIVES =
  /(?<![\p{L}\d/.:@_&?=#-])\p{L}{3,}(?:-\p{L}+)*(?: ?\/ ?\p{L}{3,}(?:-\p{L}+)*)+(?![\p{L}\d/_=&-]|[.:]\p{L})/gu;
/** ”Kanal/ forum”: a space on one side only. */
const SPACED = /(?<![\p{L}\d/.:@_&?=#-])\p{L}{3,}(?:\/ | \/)\p{L}{3,}(?![\p{L}\d/_=&-]|[.:]\p{L})/gu;
const MONTHS =
  'januari februari mars april maj juni juli augusti september oktober november december vår sommar höst vinter';
/** ”kronor/månad”: per. ”mars/april”, ”radio/tv” and others are set phrases. */
const PER = new Set(
  'dag dygn vecka månad kvartal år timme tim minut min sekund sek person invånare patient plats styck kväll natt km kwh hektar'.split(
    ' ',
  ),
);
const SET = new Set(MONTHS.split(' '));
const MEDIA = /^(?:radio\/(?:tv|teve)|pro\/con|input\/output|client\/server|read\/write|true\/false)$/u;

export function create(): Check<'paragraph'> {
  return function* ({ text, kind }) {
    for (const { index: start, 0: actual } of matchesIn(text, AND_OR)) {
      yield {
        start,
        end: start + actual.length,
        message: `”${actual}” är otydligt. Skriv ”eller”, eller ”… eller … eller båda”.`,
        expected: 'eller',
        severity: 'warning',
      };
    }
    if (kind === 'table-cell') {
      // The cells of a table are short: there only a stray space is told of.
      for (const { index: start, 0: actual } of matchesIn(text, SPACED)) {
        const expected = actual.replaceAll(' ', '');
        const message = `Inget mellanslag kring snedstreck. Skriv ”${expected}”.`;
        yield { start, end: start + actual.length, message, expected, fix: 'safe' };
      }
      return;
    }
    for (const { index: start, 0: actual } of matchesIn(text, ALTERNATIVES)) {
      const problem = alternatives(actual);
      if (problem) yield { start, end: start + actual.length, ...problem };
    }
  };
}

function alternatives(actual: string): Omit<Problem, 'start' | 'end'> | undefined {
  const words = actual.split(/ ?\/ ?/u);
  const lower = words.map((word) => word.toLowerCase());
  if (lower.every((word) => SET.has(word)) || PER.has(lower.at(-1)!) || MEDIA.test(lower.join('/')))
    return undefined;
  if (lower.includes('och') || lower.includes('eller')) return undefined;
  // Two names, or letters that stand for something.
  if (words.slice(1).some((word) => /^\p{Lu}/u.test(word))) return undefined;
  const first = words.slice(0, -1).join(', ');
  const expected = ['eller', 'och'].map((word) => `${first} ${word} ${words.at(-1)}`);
  return { message: `Snedstreck kan läsas på flera sätt. Skriv till exempel ”${expected[0]}”.`, expected };
}
