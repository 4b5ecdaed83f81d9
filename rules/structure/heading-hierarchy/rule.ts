import type { Check, RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Rubriknivå som hoppas över',
  scope: 'document',
  severity: 'warning',
  source: 'WCAG 1.3.1 och 2.4.6',
} satisfies RuleMeta;

export function create(): Check<'document'> {
  return function* ({ blocks, source }) {
    // In plain text nobody has said what level a heading is of.
    if (source.format === 'plain') return;
    let above: number | undefined;
    for (const block of blocks) {
      const { kind, depth, text } = block;
      if (kind !== 'heading' || block.source.quoted) continue;
      if (above !== undefined && depth > above + 1) {
        const message = `Rubriken hoppar från nivå ${above} till nivå ${depth}. Gör den till nivå ${above + 1}.`;
        yield { block, start: 0, end: text.length, message };
      }
      above = depth;
    }
  };
}
