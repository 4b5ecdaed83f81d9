import {
  answersIn,
  type Check,
  expression,
  matchesIn,
  perBlock,
  type Problem,
  type RuleMeta,
  type RuleOptions,
  type Sentence,
  signBits,
  type Text,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Datum saknas',
  scope: 'document',
  severity: 'info',
  source: 'Myndigheternas skrivregler 12.4.3',
  options: {
    /** The kinds of text that are about a day or are known by it. */
    kinds: ['beslut', 'inbjudan', 'kallelse', 'protokoll', 'remiss'],
  },
} satisfies RuleMeta;

const MONTH = '(?:jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec)\\p{L}*\\.?';
const DATE = expression(
  `(?<!\\p{N})\\d{1,2}(?::[ae])?\\s${MONTH}|(?<!\\p{N})(?:19|20)\\d\\d-\\d\\d-\\d\\d|(?<![\\p{N}/])\\d{1,2}/\\d{1,2}(?![\\p{N}/])`,
  'iu',
);
/** A month and a year, or the number of an issue, date a newsletter. */
const ISSUE = expression(`(?<!\\p{L})${MONTH}\\s(?:19|20)\\d\\d|(?<!\\p{L})nr\\s?\\d+`, 'iu');
const WEEK = /(?<!\p{L})vecka\s(\d{1,2})(?:\s?[–-]\s?\d{1,2}| och \d{1,2})?(?![\p{N}:/])/giu;

export function create(_: unknown, { kinds, textKind }: RuleOptions): Check<'document'> {
  return function* (text) {
    yield* answersIn(text.blocks, weeksIn);
    if (!textKind || !(kinds as readonly string[]).includes(textKind)) return;
    if (!isDated(text)) yield { message: 'Datum saknas. Skriv när det gäller, eller när texten är skriven.' };
  };
}

const DIGITS = signBits('0');

const weeksIn = perBlock(({ kind, sentences }): readonly Problem[] =>
  kind === 'table-cell' ? [] : sentences.flatMap((sentence) => [...weeks(sentence)]),
);

/** Numbers of weeks with no day beside them. */
function* weeks({ block, text, start, signs }: Sentence): Generator<Problem> {
  if ((signs & DIGITS) === 0 || !/vecka/iu.test(text) || DATE.test(text)) return;
  for (const match of matchesIn(text, WEEK)) {
    if (Number(match[1]) < 1 || Number(match[1]) > 53) continue;
    const from = start + match.index;
    // In italics it is an example.
    if (block.spans.some(({ kind, start: first, end }) => kind === 'emphasis' && first <= from && from < end))
      continue;
    const message = `”${match[0]}” kräver en almanacka. Skriv dagarna också: ”den 7–13 oktober”.`;
    yield { block, start: from, end: from + match[0].length, message };
  }
}

function isDated({ blocks, source }: Text): boolean {
  if (/^(?:date|datum|published|publicerad):\s*\S/imu.test(source.frontMatter?.yaml ?? '')) return true;
  return blocks.some(({ text }) => DATE.test(text) || ISSUE.test(text) || /(?<!\p{L})vecka\s\d/iu.test(text));
}
