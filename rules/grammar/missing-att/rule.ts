import type { Check, LanguageCore, Reading, RuleMeta } from '../../../src/rule.ts';

/** Prepositions that an infinitive follows with ”att” alone. ”Om” begins clauses; ”till och med” and ”med laga kraft” end otherwise. */
const PREPOSITIONS = ['av', 'för', 'genom', 'på', 'till', 'utan'];

export const meta = {
  title: 'Att saknas',
  scope: 'sentence',
  severity: 'warning',
  source: 'Svenska Akademiens språklära 2003, infinitivfraser',
  needsCore: true,
  words: [...PREPOSITIONS, 'chans', 'förmåga', 'möjlighet', 'skyldighet'],
} satisfies RuleMeta;

const BEFORE = new Set(PREPOSITIONS);
/** ”möjlighet ställa frågor” */
const NOUNS = new Set(
  'chans chansen förmåga förmågan möjlighet möjligheten skyldighet skyldigheten'.split(' '),
);

export function create(): Check<'sentence'> {
  return function* ({ tokens, readings, block }) {
    for (let at = 1; at + 1 < readings.length; at++) {
      const { lower } = tokens[at]!;
      if (!NOUNS.has(lower) && !(BEFORE.has(lower) && isPreposition(readings, at))) continue;
      const verb = readings[at + 1]!;
      if (!isVerb(verb, readings[at + 2], block.core!)) continue;
      const { text, start } = tokens[at]!;
      const { end } = tokens[at + 1]!;
      const expected = `${text} att ${verb.text}`;
      yield { start, end, message: `Skriv ”${expected}”: ”att” saknas.`, expected };
    }
  };
}

/** ”Utan” joins what it stands between after a ”not”: ”Vi vill inte låna utan betala.” */
function isPreposition(readings: readonly Reading[], at: number): boolean {
  const { text, tag } = readings[at]!;
  if (/^(?:MAD|MID|PAD)/.test(readings[at - 1]!.tag)) return false;
  if (text === 'utan') return !readings.slice(0, at).some((one) => NEGATION.test(one.text.toLowerCase()));
  // ”Skriv skapa i stället för tillskapa”
  return text === 'för' ? !/^i?stället$/.test(readings[at - 1]!.text) : tag.startsWith('PP');
}

const NEGATION = /^(?:inte|ej|aldrig|ingen|inget|inga|varken|knappast|icke)$/;

/** Whether a word can be nothing but a verb, or has an object: ”för lära sig”. */
function isVerb({ text, tag }: Reading, next: Reading | undefined, { lexicon }: LanguageCore): boolean {
  // ”ge till känna”, ”ta till fånga”
  if (/^(?:känna|fånga)$/.test(text) || !/^\p{Ll}{3,}$/u.test(text)) return false;
  const analyses = lexicon.analyses(text);
  const isSuch = (one: string) => /^VB\|(?:INF|IMP)\|/.test(one);
  if (!analyses.some((one) => one.tag.startsWith('VB|INF'))) return false;
  return analyses.every((one) => isSuch(one.tag)) || (isSuch(tag) && /^(?:PN|DT)/.test(next?.tag ?? ''));
}
