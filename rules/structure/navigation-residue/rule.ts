import type { Check, RuleMeta, RuleOptions } from '../../../src/rule.ts';

export const meta = {
  title: 'Rester av en webbsida',
  scope: 'paragraph',
  severity: 'info',
  source: 'Klarspråk: bara det som hör till texten',
  options: {
    /** What stands on a web page and is no part of its text, in lower case. */
    phrases: [
      'acceptera alla kakor',
      'acceptera cookies',
      'dela på facebook',
      'dela på linkedin',
      'dela på twitter',
      'dela sidan',
      'godkänn alla kakor',
      'gå direkt till innehåll',
      'gå direkt till innehållet',
      'gå till huvudinnehåll',
      'gå till innehåll',
      'gå till innehållet',
      'hjälpte informationen dig',
      'hjälpte den här sidan dig',
      'hoppa direkt till innehåll',
      'hoppa direkt till innehållet',
      'hoppa till huvudinnehåll',
      'hoppa till huvudinnehållet',
      'hoppa till innehåll',
      'hoppa till innehållet',
      'hoppa till sidans innehåll',
      'hoppa över navigering',
      'lyssna på sidan',
      'skriv ut sidan',
      'stäng menyn',
      'till sidans topp',
      'till startsidan',
      'till toppen av sidan',
      'tillbaka till toppen',
      'tillbaka till startsidan',
      'vi använder cookies',
      'vi använder kakor',
      'visa meny',
      'öppna menyn',
    ],
  },
} satisfies RuleMeta;

export function create(_: unknown, { phrases }: RuleOptions): Check<'paragraph'> {
  const known = new Set(phrases as readonly string[]);
  return function* ({ lower, text }) {
    if (lower.length > 60) return;
    const words = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '').replace(/\s+/gu, ' ');
    if (!known.has(words)) return;
    yield {
      start: 0,
      end: text.length,
      message: `”${text.trim()}” hör till webbsidan och inte till texten. Stryk raden.`,
    };
  };
}
