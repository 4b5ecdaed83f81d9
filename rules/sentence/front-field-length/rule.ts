import type { Check, RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Långt före verbet',
  scope: 'sentence',
  severity: 'info',
  off: true,
  source: 'Myndigheternas skrivregler 1.3',
  needsCore: true,
  // The words that may stand before the verb of the main clause.
  options: { max: 15 },
} satisfies RuleMeta;

export function create(_: unknown, options: Readonly<Record<string, unknown>>): Check<'sentence'> {
  const max = options['max'] as number;
  return function* (sentence) {
    const { readings, tokens, block, words } = sentence;
    if (block.kind === 'heading' || block.kind === 'table-cell' || words.length <= max) return;
    const last = tokens.at(-1)!.text;
    if (last !== '.') return;
    const main = sentence.finiteVerbs.find(({ subordinator }) => subordinator === undefined);
    if (!main || readings[main.verb]!.tag.startsWith('VB|IMP') || !/^\p{Lu}/u.test(tokens[0]!.text)) return;
    // ”den post du vill ändra”: a relative clause without its ”som”.
    if (readings[main.verb - 1]?.tag.startsWith('PN')) return;
    const before = tokens.slice(0, main.verb);
    const count = before.filter(({ kind }) => kind === 'word' || kind === 'number').length;
    if (count <= max || before.some(({ text }) => /^[:;–]$/u.test(text))) return;
    yield {
      start: tokens[0]!.start,
      end: tokens[main.verb]!.end,
      message: `${count} ord före verbet ”${tokens[main.verb]!.text}”. Börja med det viktigaste.`,
    };
  };
}
