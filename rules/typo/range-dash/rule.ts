import {
  type Block,
  type Check,
  expression,
  matchesIn,
  OWN_WORDS,
  type Problem,
  type RuleMeta,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Streck i intervall',
  scope: 'paragraph',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 12.4.1 och 13.8.2',
  zones: [...OWN_WORDS, 'name'],
  signs: '-–',
} satisfies RuleMeta;

const CLOCK = '(?:[01]?\\d|2[0-4])(?:[.:][0-5]\\d)?';
const FULL_CLOCK = '(?:[01]?\\d|2[0-4])[.:][0-5]\\d';
const DAYS = 'måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|mån|tis|ons|tors|fre|lör|sön';
const MONTHS = 'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december';
/** What is counted, so that two numbers with a hyphen are an interval and no result, chapter or designation. */
const COUNTED =
  'år|årig[at]?|månader|veckor|dagar|dygn|timmar|minuter|sekunder|personer|deltagare|barn|elever|platser|sidor|procent|%|kronor|kr|meter|cm|km|mil|kg|mg|ml|grader|gånger|miljoner|miljarder';

/** Intervals with a hyphen, or with spaces around their dash. The two groups are the ends. */
const BETWEEN_NUMBERS: readonly RegExp[] = [
  expression(
    `(?=\\d)(?<=(?<!\\p{L})(?:kl\\.?|klockan)\\s)(${CLOCK})(?:\\s?-\\s?| – )(${CLOCK})(?![\\d:–-]|\\.\\d)`,
    'giu',
  ),
  // ”öppet 9-15”, ”årskurs 7-9”
  expression(
    `(?=\\d)(?<=(?<!\\p{L})(?:öppet|stängt|årskurs(?:erna)?|åk|veckorna|åldern)\\s)(\\d{1,3})(?:\\s?-\\s?| – )(\\d{1,3})(?![\\p{L}\\d:–-]|\\.\\d)`,
    'giu',
  ),
  expression(
    `(?<![\\p{L}\\d.,:/–-])(${FULL_CLOCK})(?:\\s?-\\s?| – )(${FULL_CLOCK})(?![\\d:/–-]|\\.\\d)`,
    'gu',
  ),
  /(?<![\p{L}\d.,:/–-])((?:19|20)\d\d)(?:\s?-\s?| – )((?:19|20)\d\d)(?![\p{L}\d:/–-]|\.\d)/gu,
  expression(
    `(?<![\\p{L}\\d.,:/–-])(\\d{1,3}(?:,\\d+)?)(?: ?- ?| – )(\\d{1,3}(?:,\\d+)?)(?=\\s(?:${COUNTED})(?![\\p{L}-]))`,
    'gu',
  ),
];
const BETWEEN_NAMES: readonly RegExp[] = [
  expression(`(?<![\\p{L}\\d–-])(${DAYS})(?: ?- ?| – )(${DAYS})(?![\\p{L}–-])`, 'giu'),
  expression(`(?<![\\p{L}\\d–-]|\\d )(${MONTHS})(?: ?- ?| – )(${MONTHS})(?![\\p{L}–-])`, 'giu'),
];
/** What there is in every interval of each sort: a block without it need not be searched. */
const NUMBERS = /\d\s?[–-]\s?\d/;
const NAMES = expression(` ?[–-] ?(?:${DAYS}|${MONTHS})`, 'iu');
/** Text before an interval that says ”from” or ”between” already. */
const PREPOSITION = /(?<!\p{L})(från|mellan)\s(?:(?:kl\.?|klockan|åren|år)\s)?$/iu;
const DOUBLE = expression(
  `(?<!\\p{L})(från|mellan)\\s((?:kl\\.?|klockan|åren)\\s)?(${CLOCK}|\\d{1,4})\\s?[–-]\\s?(${CLOCK}|\\d{1,4})(?![\\p{L}\\d:/–-]|[.,]\\d)`,
  'giu',
);

export function create(): Check<'paragraph'> {
  return function* (block) {
    const { text, kind } = block;
    const numbers = NUMBERS.test(text);
    if (numbers) yield* doubled(block);
    if (kind === 'table-cell') return;
    if (numbers) yield* intervals(block, BETWEEN_NUMBERS);
    if (NAMES.test(text)) yield* intervals(block, BETWEEN_NAMES);
  };
}

function* intervals(block: Block, patterns: readonly RegExp[]): Generator<Problem> {
  for (const pattern of patterns) {
    for (const match of matchesIn(block.text, pattern)) {
      const problem = interval(block, match);
      if (problem) yield problem;
    }
  }
}

/** How far to look before an interval. */
const NEAR = 24;

function interval({ text }: Block, match: RegExpExecArray): Problem | undefined {
  const [whole, first, last] = match as unknown as [string, string, string];
  const { index: start } = match;
  const end = start + whole.length;
  if (/^\d/u.test(first) && toNumber(first) >= toNumber(last)) return undefined;
  const before = text.slice(Math.max(0, start - NEAR), start);
  if (PREPOSITION.test(before)) return undefined;
  // ”Alving, Barbro, 1909-1987” is how catalogues write.
  if (/\p{Lu}\p{Ll}+, $/u.test(before)) return undefined;
  // ”SKR 2019-2020” may be the number of a document, ”10 - 5 = 5” a calculation.
  if (/(?<!\p{L})(?!VM |EM |OS )\p{Lu}{2,}\s$/u.test(before) || /^\s?=/u.test(text.slice(end, end + 2)))
    return undefined;
  const expected = `${first}–${last}`;
  const wide = / – /u.test(whole);
  return {
    start,
    end,
    message: `${wide ? 'Inga mellanslag i intervall' : 'Tankstreck i intervall'}. Skriv ”${expected}”.`,
    expected,
    fix: 'safe',
    edits: [{ start: start + first.length, end: end - last.length, text: '–' }],
  };
}

function* doubled({ text }: Block): Generator<Problem> {
  for (const match of matchesIn(text, DOUBLE)) {
    const [whole, preposition, clock = '', first, last] = match as unknown as [
      string,
      string,
      string | undefined,
      string,
      string,
    ];
    const { index: start } = match;
    const end = start + whole.length;
    if (
      toNumber(first) >= toNumber(last) ||
      /^\s(?:och|till|respektive|samt)(?!\p{L})/u.test(text.slice(end, end + 14))
    )
      continue;
    const between = preposition.toLowerCase() === 'mellan';
    const expected = `${preposition} ${clock}${first} ${between ? 'och' : 'till'} ${between ? '' : clock}${last}`;
    yield {
      start,
      end,
      message: `”${preposition}” och streck säger samma sak. Skriv ”${expected.replace(/\s+/gu, ' ')}”.`,
      expected,
      ...(!between && { severity: 'info' }),
    };
  }
}

function toNumber(figures: string): number {
  return Number(figures.replace(/[,:]/u, '.'));
}
