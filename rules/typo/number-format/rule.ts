import {
  type Check,
  expression,
  matchesIn,
  OWN_WORDS,
  type Problem,
  type RuleMeta,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Tal, procent och enheter',
  scope: 'paragraph',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 12.1.6–12.1.8 och 13.15',
  zones: [...OWN_WORDS, 'name'],
  signs: '0',
} satisfies RuleMeta;

const HARD_SPACE = '\u00a0';
/** What is counted, so that the figures before it are a number and no designation. */
const COUNTED =
  'kr|kronor|euro|dollar|personer|människor|invånare|medarbetare|medlemmar|anställda|patienter|brukare|besök|besökare|deltagare|elever|studenter|användare|kunder|barn|hushåll|företag|ärenden|bostäder';
const MEASURED =
  'miljoner|miljarder|mnkr|mdkr|tkr|kr|kronor|mg|g|kg|ml|cl|dl|mm|cm|km|meter|kilometer|kilo|liter|grader';

interface Kind {
  readonly pattern: RegExp;
  /** What to write for the whole match; nothing where it is right after all. */
  expected(match: RegExpExecArray): string | undefined;
  readonly reason: string;
  readonly rest?: Pick<Problem, 'severity' | 'fix'>;
}

/** 1:a, 2:a, 3:e, 11:e */
function endingOf(number: string): string {
  return /(?<!1)[12]$/u.test(number) ? 'a' : 'e';
}

const KINDS: readonly Kind[] = [
  {
    pattern: expression(`(?<![\\p{L}\\d.,])\\d{1,3}(?:\\.\\d{3})+(?=\\s(?:${COUNTED})(?!\\p{L}))`, 'gu'),
    expected: ([number]) => number.replaceAll('.', HARD_SPACE),
    reason: 'Tusental skiljs med mellanslag',
  },
  {
    pattern: expression(`(?<![\\p{L}\\d.,:/–-])\\d{5,9}(?=\\s(?:${COUNTED})(?!\\p{L}))`, 'gu'),
    expected: ([number]) => number.replace(/\B(?=(?:\d{3})+$)/gu, HARD_SPACE),
    reason: 'Stora tal grupperas tre och tre',
    rest: { severity: 'info', fix: 'safe' },
  },
  {
    pattern: expression(
      `(?<![\\p{L}\\d.,])\\d+\\.\\d{1,2}(?=\\s?(?:procent|%|‰)|\\s(?:${MEASURED})(?!\\p{L}))`,
      'gu',
    ),
    expected: ([number]) => number.replace('.', ','),
    reason: 'Decimaler skrivs med komma',
  },
  {
    pattern: /(?<![\p{L}\d.,])(\d+(?:[.,]\d+)?)([%‰])(?![\p{L}\p{N}-])/gu,
    expected: ([, number, sign]) => `${number!.replace('.', ',')}${HARD_SPACE}${sign}`,
    reason: 'Mellanslag före procenttecknet',
  },
  {
    pattern:
      /(?<![\p{L}\d.,_-])(\d+(?:,\d+)?)(km|cm|mm|mg|ml|dl|kg|st|kr|tkr|mnkr|kronor|procent|personer|år|månader|veckor|dagar|timmar|minuter|°C|kWh|MWh|MHz|GHz)(?![\p{L}\d_-])/gu,
    expected: ([, number, unit]) => `${number}${HARD_SPACE}${unit}`,
    reason: 'Mellanslag mellan tal och enhet',
  },
  {
    pattern:
      /(?<![\p{L}\d.,])(\d+)([ae])(?=\s(?:plats(?:en)?|pris(?:et)?|gång(?:en)?|klass(?:en)?|kvartal(?:et)?|upplagan?|våning(?:en)?|raden|delen)(?!\p{L}))/gu,
    expected: ([, number, ending]) => (ending === endingOf(number!) ? `${number}:${ending}` : undefined),
    reason: 'Ordningstal skrivs med kolon',
  },
  {
    pattern: /(?<![\p{L}\d.,])(\d+)(sta|dra|dje|te|nde)(?!\p{L})/gu,
    expected: ([, number]) => `${number}:${endingOf(number!)}`,
    reason: 'Ordningstal skrivs med kolon',
  },
];

export function create(): Check<'paragraph'> {
  return function* ({ text, kind }) {
    // A table has figures in forms of its own.
    if (kind === 'table-cell') return;
    for (const { pattern, reason, rest, expected: write } of KINDS) {
      for (const match of matchesIn(text, pattern)) {
        const expected = write(match);
        if (expected === undefined) continue;
        const { index: start } = match;
        const message = `${reason}. Skriv ”${expected}”.`;
        yield { start, end: start + match[0].length, message, expected, fix: 'safe', ...rest };
      }
    }
  };
}
