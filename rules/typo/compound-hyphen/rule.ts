import {
  type Block,
  type Check,
  expression,
  type LanguageCore,
  matchesIn,
  OWN_WORDS,
  type Problem,
  type RuleMeta,
  signBits,
} from '../../../src/rule.ts';

/** What boards of a municipality are named after, as a compound begins with it. */
const BRANCHES =
  'arbetsmarknads barn bygg familje folkhälso fritids gymnasie hälso individ kultur miljö natur omsorgs plan samhälls skol social teknik trafik ungdoms utbildnings vård äldre'.split(
    ' ',
  );

export const meta = {
  title: 'Bindestreck i sammansättning',
  scope: 'paragraph',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 10.1, 10.5, 11.12 och 13.15',
  zones: [...OWN_WORDS, 'name'],
  signs: '0-',
  words: [...BRANCHES, 'it', 'eu', 'hr', 'fn', 'esf', 'pdf', 'sms', 'tv', 'pr'],
} satisfies RuleMeta;

/** ”25 åringar”, ”1990 talet” */
const NUMBER =
  /(?<![\p{L}\d.,])(\d{1,4})[ \u00a0](åring(?:en|ar|arna)?s?|årsåldern|årsdag(?:en)?|talets?|procentigt?a?)(?!\p{L})/gu;
/** ”4%-spärren”, ”4 %-spärren” */
const PERCENT = /(?<![\p{L}\d.,])(\d+(?:,\d+)?)[ \u00a0]?%-(\p{Ll}+)/gu;
/** ”IT system”, ”EU projekt” */
const LETTERS =
  /(?<![\p{L}\d-])(IT|it|EU|HR|hr|FN|ESF|PDF|pdf|SMS|sms|tv|TV|PR|pr)[ \u00a0]((?:system|projekt|avdelning|chef|medel|fil|konsult|land|länder|program|direktiv|medborgare|strateg|fråg|tjänst)(?:et|en|er|erna|s|ar|arna|ens|ets|or|orna)?)(?!\p{L})/gu;

/** ”kultur och fritidsnämnden” */
const BOARD = expression(
  `(?<![\\p{L}-])(${BRANCHES.join('|')})[ \\u00a0]och[ \\u00a0](\\p{Ll}{3,}(?:nämnd|förvaltning|utskott)(?:en|ens|er|erna|et|ets)?)(?!\\p{L})`,
  'giu',
);
/** A glance before that expression is asked. */
const BOARDS = /nämnd|förvaltning|utskott/u;

const HYPHEN = signBits('-');
const DIGIT = signBits('0');
const PER_CENT = signBits('%');

export function create(): Check<'paragraph'> {
  return function* (block) {
    const { text, signs } = block;
    if ((signs & HYPHEN) !== 0) yield* needless(block);
    for (const match of (signs & DIGIT) === 0 ? [] : matchesIn(text, NUMBER)) {
      const [actual, number, word] = match;
      // ”talet” may be the number itself: ”25, talet …” is no century.
      if (/^tal/u.test(word!) && !/^(?:1[0-9]|20)?\d0$/u.test(number!)) continue;
      const gap = match.index + number!.length;
      yield {
        start: match.index,
        end: match.index + actual.length,
        message: `Bindestreck mellan tal och ord. Skriv ”${number}-${word}”.`,
        expected: `${number}-${word}`,
        fix: 'safe',
        edits: [{ start: gap, end: gap + 1, text: '-' }],
      };
    }
    for (const match of (signs & PER_CENT) === 0 ? [] : matchesIn(text, PERCENT)) {
      const [actual, number, word] = match;
      const expected = `${number}-procents${word}`;
      const message = `Skriv ut ”procent” i sammansättningar: ”${expected}”.`;
      yield { start: match.index, end: match.index + actual.length, message, expected };
    }
    for (const { index: start, 0: actual, 1: first } of BOARDS.test(text) ? matchesIn(text, BOARD) : []) {
      const at = start + first!.length;
      const expected = `${first}-${actual.slice(first!.length)}`;
      const message = `Bindestreck efter ett led som delas. Skriv ”${expected.replace(/\s+/gu, ' ')}”.`;
      const edits = [{ start: at, end: at, text: '-' }];
      yield { start, end: start + actual.length, message, expected, fix: 'safe', edits };
    }
    for (const match of matchesIn(text, LETTERS)) {
      const [actual, letters, word] = match;
      const expected = `${letters}-${word}`;
      const message = `Sammansättning med förkortning har bindestreck. Skriv ”${expected}”.`;
      yield { start: match.index, end: match.index + actual.length, message, expected };
    }
  };
}

const PARTS = /^(\p{Ll}{2,})-(\p{Ll}{3,})$/u;

/** ”stickprovs-intervju”, where the s joins the parts already, and ”förutsätt-ningar”, left from the end of a line. */
function* needless({ sentences, core }: Block): Generator<Problem> {
  if (!core) return;
  for (const { tokens } of sentences) {
    for (const { text, kind, start, end } of tokens) {
      const [, first, last] = (kind === 'word' && text.includes('-') && PARTS.exec(text)) || [];
      if (!first || !last || !(isJoined(first, last, core) || isBroken(first, last, core))) continue;
      const expected = first + last;
      const gap = start + first.length;
      const message = `Bindestrecket behövs inte. Skriv ”${expected}”.`;
      yield { start, end, message, expected, fix: 'safe', edits: [{ start: gap, end: gap + 1, text: '' }] };
    }
  }
}

/** Not ”jobs-portal” and ”news-sida”: what stands before the s is a noun. */
function isJoined(first: string, last: string, { lexicon }: LanguageCore): boolean {
  if (first.length < 4 || last.length < 4 || !first.endsWith('s') || !lexicon.has(first + last)) return false;
  return lexicon.analyses(first.slice(0, -1)).some(({ tag }) => tag.startsWith('NN'));
}

/** Not ”start-ups” and ”kick-offen”, which are English. */
function isBroken(first: string, last: string, { lexicon }: LanguageCore): boolean {
  return (
    lexicon.isEntry(first + last) &&
    !lexicon.has(last) &&
    !/^(?:down|in|off|on|out|up)(?:s|en|er|erna)?$/u.test(last)
  );
}
