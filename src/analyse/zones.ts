/**
 * The zones of a text, marked once. A token bears its block's zone and every inline zone it stands in, as bits.
 * `prose`, `heading`, `list-item` and `table-cell` say which kind of block; the others say why words may not be
 * the writer's own.
 */
export const ZONE = {
  prose: 1 << 0,
  heading: 1 << 1,
  'list-item': 1 << 2,
  'table-cell': 1 << 3,
  'link-text': 1 << 4,
  'link-target': 1 << 5,
  quotation: 1 << 6,
  'quote-block': 1 << 7,
  code: 1 << 8,
  'e-mail': 1 << 9,
  'file-name': 1 << 10,
  'diary-number': 1 << 11,
  'act-title': 1 << 12,
  name: 1 << 13,
  'other-language': 1 << 14,
} as const;

export type Zone = keyof typeof ZONE;

/** What a rule reads unless it says otherwise: the writer's own running words, wherever they stand. */
export const OWN_WORDS: readonly Zone[] = ['prose', 'heading', 'list-item', 'table-cell', 'link-text'];

/** The bits of a list of zones. */
export function zoneBits(zones: readonly Zone[]): number {
  return zones.reduce((bits, zone) => bits | ZONE[zone], 0);
}
