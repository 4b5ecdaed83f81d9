import type { Block, Check, RuleMeta, RuleOptions } from '../../../src/rule.ts';

export const meta = {
  title: 'Sammanfattning saknas',
  scope: 'document',
  severity: 'info',
  source: 'Myndigheternas skrivregler 1.5.3 och 3.6',
  options: {
    /** Texts of fewer headings are let be. */
    minHeadings: 6,
    /** The kinds of text that are to have a summary. */
    kinds: [
      'kommunikationsplan',
      'plan',
      'policy',
      'promemoria',
      'rapport',
      'riktlinje',
      'strategi',
      'utredning',
    ],
  },
} satisfies RuleMeta;

/** A heading over what gives an overview. */
const OVERVIEW =
  /^[\p{N}.\s]*(?:(?:kort )?sammanfattning|(?:det )?viktigaste|i korthet|kort om|i sammandrag|innehåll|disposition|om (?:den här|detta))/iu;
/** A first paragraph of so many words tells what the text is about. */
const LEAD_WORDS = 12;

export function create(_: unknown, { minHeadings, kinds, textKind }: RuleOptions): Check<'document'> {
  return function* ({ blocks }) {
    if (!textKind || !(kinds as readonly string[]).includes(textKind)) return;
    const headings = blocks.filter(({ kind }) => kind === 'heading');
    if (headings.length < (minHeadings as number) || headings.some(({ text }) => OVERVIEW.test(text))) return;
    if (hasLead(blocks)) return;
    yield {
      message: `${headings.length} rubriker men ingen sammanfattning. Säg först kort vad texten kommer fram till.`,
    };
  };
}

/** Whether the text opens with a paragraph or a list before its second heading. */
function hasLead(blocks: readonly Block[]): boolean {
  const first = blocks.findIndex(({ kind }) => kind === 'heading');
  for (const block of blocks) {
    if (block.kind === 'heading' && block.index > first) return false;
    if (block.kind === 'list-item') return true;
    if (block.kind === 'paragraph' && block.text.split(/\s+/u).length >= LEAD_WORDS) return true;
  }
  return false;
}
