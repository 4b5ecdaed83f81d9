import { type Check, matchesIn, OWN_WORDS, type RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Paragraftecken',
  scope: 'paragraph',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 13.14',
  zones: [...OWN_WORDS, 'name', 'act-title'],
  signs: '§',
} satisfies RuleMeta;

const HARD_SPACE = '\u00a0';
/** ”§223”, ”3§”, ”3–5§§”, ”3 a§” */
const TIGHT = /§(?=(\d+))|(?<![\p{L}\d])(\d+(?: ?[a-z])?)(§{1,2})/gu;

export function create(): Check<'paragraph'> {
  return function* ({ text }) {
    for (const match of matchesIn(text, TIGHT)) {
      const [whole, after, before, sign] = match;
      const { index: start } = match;
      const expected = after ? `§${HARD_SPACE}${after}` : `${before}${HARD_SPACE}${sign}`;
      const gap = after ? start + 1 : start + before!.length;
      yield {
        start,
        end: start + whole.length + (after?.length ?? 0),
        message: `Mellanslag mellan siffra och paragraftecken. Skriv ”${expected}”.`,
        expected,
        fix: 'safe',
        edits: [{ start: gap, end: gap, text: HARD_SPACE }],
      };
    }
  };
}
