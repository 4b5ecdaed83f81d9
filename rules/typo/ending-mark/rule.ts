import {
  type Check,
  matchesIn,
  OWN_WORDS,
  type Row,
  type RuleData,
  type RuleMeta,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Tecken före ändelse',
  scope: 'paragraph',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 11.11 och 13.12',
  zones: [...OWN_WORDS, 'name'],
  signs: "'’A",
} satisfies RuleMeta;

/** ”EU's”, ”SMS'et” */
const APOSTROPHE = /(?<![\p{L}\d])(\p{Lu}{2,})['’](s|en|et|n|t|er|erna|ar|arna)(?![\p{L}\d])/gu;
/** ”EUs” */
const TIGHT = /(?<![\p{L}\d])(\p{Lu}{2,})s(?![\p{L}\d-])/gu;
/** ”Anna's” */
const NAME = /(?<![\p{L}\d])(\p{Lu}\p{Ll}*[^\P{Ll}sxz])['’]s(?![\p{L}\d])/gu;

export function create(data: RuleData): Check<'paragraph'> {
  const letters = new Set((data['initials'] as Row[]).map(({ abbreviation }) => abbreviation));
  const foreign = new Set((data['brands'] as Row[]).map(({ name }) => name));
  return function* ({ text }) {
    for (const match of matchesIn(text, APOSTROPHE)) {
      const [actual, abbreviation, ending] = match;
      const expected = `${abbreviation}:${ending}`;
      const message = `Kolon, inte apostrof, före ändelsen. Skriv ”${expected}”.`;
      yield { start: match.index, end: match.index + actual.length, message, expected };
    }
    for (const match of matchesIn(text, TIGHT)) {
      const [actual, abbreviation] = match;
      if (!letters.has(abbreviation!)) continue;
      const expected = `${abbreviation}:s`;
      const message = `Kolon före ändelsen. Skriv ”${expected}”.`;
      yield { start: match.index, end: match.index + actual.length, message, expected, fix: 'safe' };
    }
    for (const match of matchesIn(text, NAME)) {
      const [actual, name] = match;
      if (foreign.has(name!)) continue;
      const expected = `${name}s`;
      const message = `Ingen apostrof i svensk genitiv. Skriv ”${expected}”.`;
      yield { start: match.index, end: match.index + actual.length, message, expected, severity: 'info' };
    }
  };
}
