import { markActTitles } from './mark-act-titles.ts';
import { markIdentifiers } from './mark-identifiers.ts';
import { markNames } from './mark-names.ts';
import { markOtherLanguage } from './mark-other-language.ts';
import { markQuotations } from './mark-quotations.ts';
import { markSpans } from './mark-spans.ts';
import type { Block, Sentence } from './text.ts';
import { ZONE } from './zones.ts';

/** Marks every token of a block with the zones it stands in. `names` are forms that a profile fixes. */
export function markZones(block: Block, sentences: readonly Sentence[], names: readonly string[]): void {
  const base =
    ZONE[block.kind === 'paragraph' ? 'prose' : block.kind] | (block.source.quoted ? ZONE['quote-block'] : 0);
  for (const sentence of sentences) for (const token of sentence.tokens) token.zones |= base;
  markSpans(block, sentences);
  markQuotations(block, sentences);
  markIdentifiers(sentences);
  markActTitles(sentences);
  markNames(block, sentences, names);
  markOtherLanguage(block, sentences);
}
