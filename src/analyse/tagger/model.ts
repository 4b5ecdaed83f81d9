import type { FeatureList } from './features.ts';
import { PARTS, TagTable } from './tags.ts';

/**
 * The file format of a tagger's model, little-endian, read in place:
 *
 * - four 32-bit words: MAGIC, VERSION, the number of bits of a bucket's index, the length of the tags in bytes;
 * - the buckets' offsets into the entries, 2^bits + 1 32-bit words;
 * - the tags, UTF-8, separated by tabs, filled up with NUL to a multiple of 4;
 * - the entries. A feature lies in the bucket that its hash's highest bits name. It is its hash's lowest 16 bits (two bytes, low
 *   first), the number of its weights, and for each weight a label (`TagTable.parts`) and a signed byte.
 */
export const MAGIC = 0x54564c4b;
export const VERSION = 1;
export const HEADER_BYTES = 16;

/** What some features speak for, by label; no list has so many that it could be more than 16 bits. */
export type Sum = Int16Array;

/** The weights of a trained tagger. */
export class Model {
  readonly tags: TagTable;
  readonly #shift: number;
  readonly #buckets: Uint32Array;
  readonly #entries: Uint8Array;
  readonly #weights: Int8Array;
  /** One more than there are labels: the last is always 0. */
  readonly #scores: Int32Array;

  /** @throws RangeError when the bytes are not a model of this version. */
  constructor(bytes: Uint8Array) {
    const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
    const { buffer, byteOffset, byteLength } = aligned;
    const header = byteLength < HEADER_BYTES ? undefined : new Uint32Array(buffer, byteOffset, 4);
    if (header?.[0] !== MAGIC || header[1] !== VERSION)
      throw new RangeError('Not a tagger model of this version. Make one with: npm run train');
    const count = 2 ** header[2]! + 1;
    const text = HEADER_BYTES + 4 * count;
    const entries = text + 4 * Math.ceil(header[3]! / 4);
    if (entries > byteLength)
      throw new RangeError('The tagger model is cut off. Make one with: npm run train');
    this.#shift = 32 - header[2]!;
    this.#buckets = new Uint32Array(buffer, byteOffset + HEADER_BYTES, count);
    this.#entries = new Uint8Array(buffer, byteOffset + entries, byteLength - entries);
    this.#weights = new Int8Array(buffer, byteOffset + entries, byteLength - entries);
    this.tags = new TagTable(new TextDecoder().decode(aligned.subarray(text, text + header[3]!)).split('\t'));
    this.#scores = new Int32Array(this.tags.labels + 1);
  }

  /** What some features speak for, by label: to be kept, and handed to `best` whenever they come together. */
  sum(features: FeatureList): Sum {
    const scores = this.#scores;
    scores.fill(0);
    for (let at = 0; at < features.length; at++) this.#addWeights(features.hashes[at]!, scores);
    return Int16Array.from(scores);
  }

  /** The number of the tag among `choices` that the features and four sums of others together speak for. */
  best(features: FeatureList, a: Sum, b: Sum, c: Sum, d: Sum, choices: Uint8Array): number {
    const scores = this.#scores;
    for (let label = 0; label < scores.length; label++)
      scores[label] = a[label]! + b[label]! + c[label]! + d[label]!;
    for (let at = 0; at < features.length; at++) this.#addWeights(features.hashes[at]!, scores);
    const { parts } = this.tags;
    let best = 0;
    let highest = -(2 ** 31);
    for (let at = 0; at < choices.length; at++) {
      const row = choices[at]! * PARTS;
      const score =
        scores[parts[row]!]! +
        scores[parts[row + 1]!]! +
        scores[parts[row + 2]!]! +
        scores[parts[row + 3]!]! +
        scores[parts[row + 4]!]! +
        scores[parts[row + 5]!]! +
        scores[parts[row + 6]!]!;
      if (score > highest) {
        highest = score;
        best = choices[at]!;
      }
    }
    return best;
  }

  #addWeights(hash: number, scores: Int32Array): void {
    const entries = this.#entries;
    const weights = this.#weights;
    const bucket = hash >>> this.#shift;
    const low = hash & 0xff;
    const high = (hash >>> 8) & 0xff;
    const end = this.#buckets[bucket + 1]!;
    for (let at = this.#buckets[bucket]!; at < end; ) {
      const next = at + 3 + 2 * entries[at + 2]!;
      if (entries[at] === low && entries[at + 1] === high) {
        for (let weight = at + 3; weight < next; weight += 2)
          scores[entries[weight]!]! += weights[weight + 1]!;
        return;
      }
      at = next;
    }
  }
}
