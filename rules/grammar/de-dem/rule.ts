import type { Check, Reading, RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'De eller dem',
  scope: 'sentence',
  severity: 'warning',
  source: 'Språkrådets frågelåda, ”de, dem eller dom”',
  needsCore: true,
  words: ['de', 'dem'],
} satisfies RuleMeta;

const FINITE = /^VB\|PR[ST]/;
const MARK = /^(?:MAD|MID|PAD)/;

export function create(): Check<'sentence'> {
  return function* ({ tokens, readings }) {
    for (let at = 0; at < readings.length; at++) {
      const { text } = readings[at]!;
      const right = rightForm(readings, at, text.toLowerCase());
      if (!right) continue;
      const { start, end } = tokens[at]!;
      const expected = /^\p{Lu}/u.test(text)
        ? right.form[0]!.toUpperCase() + right.form.slice(1)
        : right.form;
      yield { start, end, message: `Skriv ”${expected}”: ${right.why}.`, expected };
    }
  };
}

function rightForm(
  readings: readonly Reading[],
  at: number,
  word: string,
): { form: string; why: string } | undefined {
  const before = readings[at - 1];
  const after = readings[at + 1];
  if (word === 'dem') {
    if (isSubject(readings, at)) return { form: 'de', why: 'det är de som gör något (vi, inte oss)' };
    // ”gav dem de nya reglerna”, but ”gav dem nya regler”.
    if (/^(?:JJ|PC).*DEF/.test(after?.tag ?? '') && /^NN\|\S+\|PLU\|DEF/.test(readings[at + 2]?.tag ?? ''))
      return { form: 'de', why: 'framför ett substantiv står alltid ”de”' };
  }
  if (word === 'de') {
    const ends = after === undefined || /^MAD/.test(after.tag);
    if (!ends || !before) return undefined;
    if (/^PP/.test(before.tag) || /^VB\|(?:INF|SUP)\|AKT/.test(before.tag))
      return { form: 'dem', why: 'de är föremål för något (oss, inte vi)' };
  }
  return undefined;
}

/** ”att dem ska”, ”som dem har”, and ”Dem ska hjälpa oss” at the beginning. */
function isSubject(readings: readonly Reading[], at: number): boolean {
  const before = readings[at - 1];
  const after = readings[at + 1];
  if (!after || !FINITE.test(after.tag)) return false;
  if (before && (/^SN/.test(before.tag) || before.text.toLowerCase() === 'som')) return true;
  if (before && !MARK.test(before.tag)) return false;
  // ”Dem ska vi hjälpa” is right: no subject may follow.
  const next = readings.slice(at + 2).find(({ tag }) => !tag.startsWith('AB'));
  return next !== undefined && /^(?:VB\|(?:INF|SUP)|PP|JJ|PC|IE|MAD)/.test(next.tag) && at === 0;
}
