import {
  type Check,
  expression,
  matchesIn,
  OWN_WORDS,
  type Problem,
  type RuleMeta,
  type Sentence,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Datum',
  scope: 'sentence',
  severity: 'info',
  source: 'Myndigheternas skrivregler 12.3',
  zones: [...OWN_WORDS, 'name'],
  signs: '0',
} satisfies RuleMeta;

const MONTHS = 'januari februari mars april maj juni juli augusti september oktober november december'.split(
  ' ',
);
const MONTH = MONTHS.join('|');

/** What there is in every date with a comma or an ending, and in every date in figures: most sentences need not be searched. */
const DAY_AND_MONTH = /\d \p{L}{3,9},|\d:?\p{L}{1,3} \p{L}/u;
const IN_FIGURES = /\d[-./]\d/;

/** ”4 januari, 2023”: right but for the comma, wherever it stands. */
const COMMA = expression(
  `(?<![\\p{L}\\p{N}])\\d{1,2} (?:${MONTH})(,\\s*)((?:19|20)\\d{2})(?![\\p{L}\\p{N}:–-]| (?:års|\\d{3}))`,
  'giu',
);
/** ”3:e maj” */
const ORDINAL = expression(
  `(?<![\\p{L}\\p{N}])\\d{1,2}(:?(?:e|a|de|dje|te|sta|ste|dra)) (?:${MONTH})(?!\\p{L})`,
  'giu',
);
/** ”den 03 maj” */
const ZERO = expression(`(?<=(?<!\\p{L})den )(0)[1-9] (?:${MONTH})(?!\\p{L})`, 'giu');
/** ”2026-03-05” */
const ISO = /(?<![\p{L}\p{N}/_.:–-])((?:19|20)\d{2})-(\d{2})-(\d{2})(?![\p{L}\p{N}/_:–-]|\.\d)/gu;
/** ”15.4.2026” */
const DOTS = /(?<![\p{L}\p{N}/_.:–-])(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})(?![\p{L}\p{N}/_:–-]|\.\d)/gu;
/** ”12/4-26”, ”12/4 2026” */
const SLASH =
  /(?<![\p{L}\p{N}/_.:–-])(\d{1,2})\/(\d{1,2})(?:\s?-\s?|\s)((?:19|20)?\d{2})(?![\p{L}\p{N}/_:–%-]|[.,]\d)/gu;

/** A sentence with such a word is a label, a reference or a version, where figures are right. */
const LABEL =
  /(?<!\p{L})(?:uppdaterad|uppdaterat|uppdaterades|publicerad|publicerat|hämtad|hämtat|läst|version|reviderad|ändrad|skapad|granskad|diarienummer|dnr)(?!\p{L})/iu;
/** So few words are no running text. */
const FEWEST_WORDS = 6;

export function create(): Check<'sentence'> {
  return function* (sentence) {
    const { text } = sentence;
    if (DAY_AND_MONTH.test(text)) {
      for (const match of matchesIn(text, COMMA))
        yield withoutPart(sentence, match, ' ', 'Inget komma mellan månad och år.');
      for (const match of matchesIn(text, ORDINAL))
        yield withoutPart(sentence, match, '', 'Datum skrivs utan ändelse.');
    }
    if (text.includes('en 0'))
      for (const match of matchesIn(text, ZERO))
        yield withoutPart(sentence, match, '', 'Dagen skrivs utan nolla.');
    if (!IN_FIGURES.test(text) || !isRunning(sentence)) return;
    for (const match of matchesIn(text, ISO))
      yield* inFigures(sentence, match, match[3]!, match[2]!, match[1]!);
    for (const match of matchesIn(text, DOTS))
      yield* inFigures(sentence, match, match[1]!, match[2]!, match[3]!);
    for (const match of matchesIn(text, SLASH))
      yield* inFigures(sentence, match, match[1]!, match[2]!, match[3]!);
  };
}

/** A date that is right when the group of the match is taken away: the fix is no bigger than that. */
function withoutPart(sentence: Sentence, match: RegExpExecArray, put: string, reason: string): Problem {
  const [whole, part] = match as unknown as [string, string];
  const at = whole.indexOf(part);
  const expected = whole.slice(0, at) + put + whole.slice(at + part.length);
  const start = sentence.start + match.index;
  return {
    start,
    end: start + whole.length,
    message: `${reason} Skriv ”${expected.replace(/\s+/gu, ' ')}”.`,
    expected,
    fix: 'safe',
    severity: 'warning',
    edits: [{ start: start + at, end: start + at + part.length, text: put }],
  };
}

function isRunning({ block, words, text }: Sentence): boolean {
  return (
    block.kind === 'paragraph' &&
    words.length >= FEWEST_WORDS &&
    /[.!?][”")]*$/u.test(text) &&
    !LABEL.test(text)
  );
}

/** How far to look for a bracket or a label, so that a text without an end costs no more than others. */
const NEAR = 100;

function* inFigures(
  { block, text, start: offset }: Sentence,
  match: RegExpExecArray,
  day: string,
  month: string,
  year: string,
): Generator<Problem> {
  const start = offset + match.index;
  const end = start + match[0].length;
  const fullYear = year.length === 2 ? `20${year}` : year;
  if (!isDate(Number(fullYear), Number(month), Number(day))) return;
  const before = text.slice(Math.max(0, match.index - NEAR), match.index);
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + NEAR);
  if (stands(before, after)) return;
  // A date in italics is an example.
  if (block.spans.some((span) => span.kind !== 'link' && span.start === start && span.end === end)) return;
  const article = /(?<!\p{L})den\s$/iu.test(before) ? '' : 'den ';
  const expected = `${article}${Number(day)} ${MONTHS[Number(month) - 1]} ${fullYear}`;
  yield { start, end, message: `Skriv datumet med månadens namn: ”${expected}”.`, expected };
}

function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether a date stands by itself and not in a sentence: in brackets, after a label, in an interval or in a row of a table. */
function stands(before: string, after: string): boolean {
  const inBrackets = before.lastIndexOf('(') > before.lastIndexOf(')');
  return inBrackets || /(?:^|[,:–/-]\s?)$/u.test(before) || /^\s*(?:[–-]|\p{Lu})/u.test(after);
}
