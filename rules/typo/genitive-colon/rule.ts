import { type Check, matchesIn, OWN_WORDS, type RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Kolon i genitiv',
  scope: 'paragraph',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 6.3.1 och 11.11',
  zones: [...OWN_WORDS, 'name'],
  signs: ':',
} satisfies RuleMeta;

/** ”Anna:s”, ”kommunen:s”; not ”EU:s” and ”tv:s”, which are read letter by letter. */
const GENITIVE = /(?<![\p{L}\d:/-])(\p{Lu}\p{Ll}{2,}|\p{Ll}{4,}):s(?![\p{L}\d])/gu;

export function create(): Check<'paragraph'> {
  return function* ({ text }) {
    for (const { index: start, 0: actual, 1: word } of matchesIn(text, GENITIVE)) {
      const expected = word!.endsWith('s') ? word! : `${word}s`;
      const message = `Skriv ”${expected}”: kolon står bara efter förkortningar.`;
      yield { start, end: start + actual.length, message, expected };
    }
  };
}
