import type { Check, Reading, RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Pronomenets form',
  scope: 'sentence',
  severity: 'warning',
  source: 'Svenska Akademiens språklära 2003, personliga pronomen',
  needsCore: true,
  words: ['jag', 'du', 'han', 'hon', 'vi', 'ni'],
} satisfies RuleMeta;

/** The form of a subject, and that of what something is done to. */
const OBJECTS = new Map([
  ['jag', 'mig'],
  ['du', 'dig'],
  ['han', 'honom'],
  ['hon', 'henne'],
  ['vi', 'oss'],
  ['ni', 'er'],
]);

/** Prepositions that are nothing else before a pronoun; ”om han” may begin a clause, and ”för vi” a reason. */
const PREPOSITION = /^(?:till|från|med|av|hos|åt|mellan|mot|på)$/;
const FINITE = /^VB\|PR[ST]/;
const FINITE_ACTIVE = /^VB\|PR[ST]\|AKT/;
const SUBJECT = /^(?:jag|du|vi|ni|man)$/i;

export function create(): Check<'sentence'> {
  return function* ({ tokens, readings }) {
    for (let at = 1; at < readings.length; at++) {
      const { text } = readings[at]!;
      const expected = OBJECTS.get(text);
      if (expected === undefined) continue;
      const before = objectOf(readings, at);
      if (before === undefined) continue;
      const { start, end } = tokens[at]!;
      yield { start, end, message: `Skriv ”${expected}”: det heter ”${before} ${expected}”.`, expected };
    }
  };
}

/** What governs a pronoun that can't be a subject: ”med”, ”sett”. */
function objectOf(readings: readonly Reading[], at: number): string | undefined {
  const { text, tag } = readings[at - 1]!;
  const next = readings[at + 1];
  const ends = next === undefined || /^MAD/.test(next.tag);
  if (PREPOSITION.test(text.toLowerCase())) {
    if (ends) return text;
    // ”mellan du och jag”, but ”Det räknar du med och jag inte”
    return text.toLowerCase() === 'mellan' && next.text === 'och' ? text : undefined;
  }
  if (ends && /^VB\|(?:INF|SUP)\|AKT/.test(tag) && at > 1 && readings.at(-1)!.text !== '?') return text;
  // ”Vi ger han en chans”, but ”Vi tror han kommer”
  const isGiven =
    at === 2 &&
    SUBJECT.test(readings[0]!.text) &&
    FINITE_ACTIVE.test(tag) &&
    /^(?:DT|NN|PS)/.test(next?.tag ?? '') &&
    !readings.slice(at + 1).some((one) => FINITE.test(one.tag));
  return isGiven ? text : undefined;
}
