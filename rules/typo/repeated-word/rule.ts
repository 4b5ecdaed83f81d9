import type { Check, Problem, RuleMeta, Sentence } from '../../../src/rule.ts';

export const meta = {
  title: 'Samma ord två gånger',
  scope: 'sentence',
  severity: 'warning',
  source: 'Svensk korrekturpraxis',
  needsCore: true,
} satisfies RuleMeta;

/**
 * Prepositions that are particles too, and pronouns: one may end what the other begins. ”Fälten ska fyllas i i tur och ordning”,
 * ”den den 3 mars”, ”Det gör det det är till för”.
 */
const MAY_MEET = new Set(
  'av bakom de den det efter emot framför för fram hit i igenom in innan med mellan mot ned ner om omkring på runt till under undan upp ut utan vid än åt över'.split(
    ' ',
  ),
);
/** Can't meet itself: to take one away is always right. */
const NEVER_MEET = new Set(
  'att en ett och eller men från genom enligt hos inte också vi ni man vår'.split(' '),
);
/** Other words are said twice for weight, end a clause and begin the next, or stand in rows of names. */
const SMALL = /^(?:PN|PS|DT|HP|HA|PP|KN|SN|IE)/;

export function create(): Check<'sentence'> {
  return function* (sentence) {
    const { tokens } = sentence;
    for (let at = 1; at < tokens.length; at++) {
      if (tokens[at]!.lower !== tokens[at - 1]!.lower || tokens[at]!.kind !== 'word') continue;
      const problem = repeated(sentence, at);
      if (problem) yield problem;
    }
  };
}

function repeated({ tokens, readings, block }: Sentence, at: number): Problem | undefined {
  const first = tokens[at - 1]!;
  const { lower, text, start, end } = tokens[at]!;
  if (text !== lower || lower.length < 2 || MAY_MEET.has(lower)) return undefined;
  // ”testa med med med”
  if (tokens[at - 2]?.lower === lower || tokens[at + 1]?.lower === lower) return undefined;
  // ”Skriv *eller* eller *och*”
  const { offsets } = block.source;
  if (offsets.start(start) - offsets.end(first.end) !== start - first.end) return undefined;
  if (!/^\s+$/u.test(block.text.slice(first.end, start))) return undefined;
  const isCertain = NEVER_MEET.has(lower);
  if (!isCertain && !(SMALL.test(readings[at]!.tag) && SMALL.test(readings[at - 1]!.tag))) return undefined;
  return {
    start: first.start,
    end,
    message: `”${lower}” står två gånger. Ta bort det ena.`,
    expected: first.text,
    fix: isCertain ? 'safe' : 'suggested',
    edits: [{ start: first.end, end, text: '' }],
  };
}
