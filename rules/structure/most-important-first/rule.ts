import { type Check, OWN_WORDS, type RuleMeta, type RuleOptions, type Sentence } from '../../../src/rule.ts';

export const meta = {
  title: 'Det viktigaste kommer sent',
  scope: 'document',
  severity: 'info',
  source: 'Myndigheternas skrivregler 1.2.3',
  zones: [...OWN_WORDS, 'name'],
  options: {
    /** What the reader is to do stands within this many words. */
    words: 100,
    /** The kinds of text that ask the reader for something. */
    kinds: ['brev', 'inbjudan', 'kallelse', 'nyhetsbrev', 'remiss'],
  },
} satisfies RuleMeta;

/** What asks the reader to do something before a day: ”Anmäl dig senast den 3 mars”. */
const ASKS =
  /(?<!\p{L})(?:anmäl (?:dig|er)|ansök|besvara|boka|fyll i|lämna in|skicka in|svara|tacka ja|(?:du|ni) (?:behöver|måste|ska)|(?:anmälan|ansökan|remissvar(?:en|et)?|svar(?:en|et)|synpunkter(?:na)?) ska (?:vara|ha|lämnas|skickas))(?!\p{L})/iu;
const BY_DAY =
  /(?<!\p{L})(?:senast|före|innan|till och med|t\.o\.m\.)\s(?:\p{L}+\s){0,2}\d{1,2}(?:\s(?:jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec)|\/\d)/iu;

export function create(_: unknown, { words, kinds, textKind }: RuleOptions): Check<'document'> {
  return function* ({ sentences }) {
    if (!textKind || !(kinds as readonly string[]).includes(textKind)) return;
    let before = 0;
    let first: Sentence | undefined;
    for (const sentence of sentences) {
      // Once it has been said early, a reminder at the end is welcome.
      if (BY_DAY.test(sentence.text) || (before < (words as number) && ASKS.test(sentence.text))) {
        if (before < (words as number)) return;
        if (ASKS.test(sentence.text)) first ??= sentence;
      }
      before += sentence.words.length;
    }
    if (!first) return;
    const { block, start, end } = first;
    yield { block, start, end, message: 'Det här ska läsaren göra. Flytta det till början av texten.' };
  };
}
