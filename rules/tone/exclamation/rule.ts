import type { Check, RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Utropstecken',
  scope: 'sentence',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 13.3',
} satisfies RuleMeta;

/** Words after which an exclamation mark is right: a warning must be seen. */
const WARNINGS = new Set(['varning', 'fara', 'obs', 'stopp', 'se upp']);

export function create(): Check<'sentence'> {
  return function* (sentence) {
    const warns = WARNINGS.has(sentence.words[0]?.lower ?? '');
    if (warns) return;
    for (const { text, start, end } of sentence.tokens) {
      if (!text.startsWith('!')) continue;
      yield { start, end, message: 'Utropstecken behövs sällan. Sätt punkt.', expected: '.' };
    }
  };
}
