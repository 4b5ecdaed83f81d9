import { capitalised, type Check, type RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Rubrik som börjar med ”angående”',
  scope: 'paragraph',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 3.5.4',
  words: ['angående', 'ang', 'beträffande', 'betr', 'rörande', 'avseende', 'gällande'],
} satisfies RuleMeta;

/** ”Gällande rätt” is the law in force: ”gällande” is only flagged before an article or a pronoun. */
const REGARDING =
  /^((?:angående|ang\.|beträffande|betr\.|rörande|avseende|gällande(?=\s+(?:de[nt]?|en|ett|er|ert|era|din|ditt|dina|vår|vårt|våra|frågan?)\s))\s+)(\p{L}[\p{L}\p{N}-]*)/iu;
/** A label before the heading proper. */
const LABEL = /^(?:(?:ämne|ärende|rubrik|rubricering)\s*:|[\p{N}.]+)\s+/iu;

export function create(): Check<'paragraph'> {
  return function* ({ kind, text }) {
    const label = LABEL.exec(text)?.[0] ?? '';
    if (kind !== 'heading' && !label.includes(':')) return;
    const match = REGARDING.exec(text.slice(label.length));
    if (!match) return;
    const [whole, regarding, next] = match as unknown as [string, string, string];
    const word = regarding.trim();
    const expected = capitalised(next);
    const start = label.length;
    const message = `Stryk ”${word}” och gå rakt på sak. Börja med ”${expected}”.`;
    yield { start, end: start + whole.length, message, expected };
  };
}
