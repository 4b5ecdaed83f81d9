import { ADDRESS, E_MAIL } from './mark-identifiers.ts';
import type { Block, Sentence } from './text.ts';
import { ZONE } from './zones.ts';

/** Marks what the source knows: code, quotations, other languages and the text of links; the text of a link that is its address is no text. */
export function markSpans(block: Block, sentences: readonly Sentence[]): void {
  if (block.spans.every(({ kind }) => kind === 'emphasis')) return;
  const spans = block.spans
    .filter(({ kind }) => kind !== 'emphasis')
    .map(({ kind, start, end }) => ({
      start,
      end,
      zone: kind === 'link' ? linkZone(block, start, end) : SPAN_ZONES[kind as keyof typeof SPAN_ZONES],
    }));
  let first = 0;
  for (const { tokens } of sentences) {
    for (const token of tokens) {
      while (first < spans.length && spans[first]!.end <= token.start) first++;
      for (let i = first; i < spans.length && spans[i]!.start < token.end; i++) {
        if (spans[i]!.end > token.start) token.zones |= spans[i]!.zone;
      }
    }
  }
}

const SPAN_ZONES = { code: ZONE.code, quotation: ZONE.quotation, foreign: ZONE['other-language'] };

function linkZone(block: Block, start: number, end: number): number {
  const text = block.text.slice(start, end);
  if (/\s/u.test(text)) return ZONE['link-text'];
  if (E_MAIL.test(text)) return ZONE['e-mail'];
  return ADDRESS.test(text) ? ZONE['link-target'] : ZONE['link-text'];
}
