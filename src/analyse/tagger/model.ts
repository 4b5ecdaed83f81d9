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

/** What some features speak for, by tag; no list has so many that it could be more than 16 bits. */
export type Sum = Int16Array;

/**
 * Tags that fall so far behind the likeliest, by what the words around say one by one, are not weighed against what they say
 * together. Of the dev treebank's tokens none is tagged worse for it, and 1 in 3,000 of other prose gets another tag.
 */
const MARGIN = 450;

/** The weights of a trained tagger. */
export class Model {
  readonly tags: TagTable;
  readonly #shift: number;
  readonly #buckets: Uint32Array;
  readonly #entries: Uint8Array;
  readonly #weights: Int8Array;
  /** One more than there are labels: the last is always 0. */
  readonly #scores: Int32Array;
  /** By tag, what the sums of others come to. */
  readonly #totals: Int32Array;

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
    this.#totals = new Int32Array(this.tags.names.length);
  }

  /** What some features speak for: to be kept, and handed to `best` whenever they come together. */
  sum(features: FeatureList): Sum {
    this.#weigh(features);
    const sum = new Int16Array(this.#totals.length);
    for (let tag = 0; tag < sum.length; tag++) sum[tag] = this.#scoreOf(tag);
    return sum;
  }

  /**
   * The number of the tag among `choices` that four sums and some features together speak for. The features are asked for only
   * where the sums leave a choice.
   */
  best(features: () => FeatureList, a: Sum, b: Sum, c: Sum, d: Sum, choices: Uint8Array): number {
    const totals = this.#totals;
    let likeliest = choices[0]!;
    let most = -(2 ** 31);
    let second = most;
    for (let at = 0; at < choices.length; at++) {
      const tag = choices[at]!;
      const total = a[tag]! + b[tag]! + c[tag]! + d[tag]!;
      totals[tag] = total;
      if (total > most) {
        second = most;
        most = total;
        likeliest = tag;
      } else if (total > second) second = total;
    }
    const least = most - MARGIN;
    if (second < least) return likeliest;
    this.#weigh(features());
    let best = likeliest;
    let highest = -(2 ** 31);
    for (let at = 0; at < choices.length; at++) {
      const tag = choices[at]!;
      const total = totals[tag]!;
      if (total < least) continue;
      const score = total + this.#scoreOf(tag);
      if (score > highest) {
        highest = score;
        best = tag;
      }
    }
    return best;
  }

  #weigh(features: FeatureList): void {
    const scores = this.#scores;
    scores.fill(0);
    for (let at = 0; at < features.length; at++) this.#addWeights(features.hashes[at]!, scores);
  }

  #scoreOf(tag: number): number {
    const scores = this.#scores;
    const { parts } = this.tags;
    const row = tag * PARTS;
    return (
      scores[parts[row]!]! +
      scores[parts[row + 1]!]! +
      scores[parts[row + 2]!]! +
      scores[parts[row + 3]!]! +
      scores[parts[row + 4]!]! +
      scores[parts[row + 5]!]! +
      scores[parts[row + 6]!]!
    );
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
