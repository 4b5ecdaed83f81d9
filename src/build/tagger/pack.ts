import { HEADER_BYTES, MAGIC, VERSION } from '../../analyse/tagger/model.ts';
import type { TagTable } from '../../analyse/tagger/tags.ts';
import type { Weights } from './weights.ts';

/** How finely weights are kept. */
export interface Packing {
  /** Steps of a packed weight to one. */
  readonly scale: number;
  /** Packed weights nearer to 0 than this are left out. At least 1. */
  readonly faintest: number;
}

/** The bytes that `Model` reads: weights rounded to bytes. */
export function pack(
  tags: TagTable,
  hashes: Int32Array,
  weights: Weights,
  { scale, faintest }: Packing,
): Uint8Array {
  const rows: { readonly hash: number; readonly words: readonly number[] }[] = [];
  for (const [feature, hash] of hashes.entries()) {
    const row: [number, number][] = [];
    for (const [label, weight] of weights.of(feature)) {
      const rounded = Math.max(-127, Math.min(127, Math.round(weight * scale)));
      if (Math.abs(rounded) >= faintest) row.push([label, rounded]);
    }
    if (row.length === 0) continue;
    row.sort(([a], [b]) => a - b);
    const weighted = row.map(([label, weight]) => label | ((weight & 0xff) << 8));
    rows.push({ hash, words: [hash & 0xffff, row.length, ...weighted] });
  }
  rows.sort((a, b) => (a.hash >>> 0) - (b.hash >>> 0));

  const bits = Math.max(1, Math.ceil(Math.log2(rows.length / 4 || 1)));
  const names = new TextEncoder().encode(tags.names.join('\t'));
  const buckets = 2 ** bits + 1;
  const text = HEADER_BYTES + 4 * buckets;
  const entries = text + 4 * Math.ceil(names.length / 4);
  const bytes = new Uint8Array(entries + rows.reduce((sum, row) => sum + 2 * row.words.length, 0));
  const view = new DataView(bytes.buffer);
  for (const [at, value] of [MAGIC, VERSION, bits, names.length].entries())
    view.setUint32(4 * at, value, true);
  bytes.set(names, text);
  let at = 0;
  let bucket = 0;
  for (const { hash, words } of rows) {
    while (bucket <= hash >>> (32 - bits)) view.setUint32(HEADER_BYTES + 4 * bucket++, at, true);
    for (const word of words) view.setUint16(entries + 2 * at++, word, true);
  }
  while (bucket < buckets) view.setUint32(HEADER_BYTES + 4 * bucket++, at, true);
  return bytes;
}
