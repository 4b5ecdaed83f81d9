import type { FeatureList } from './features.ts';
import { PARTS, TagTable } from './tags.ts';

/**
 * The file format of a tagger's model, little-endian, read in place:
 *
 * - four 32-bit words: MAGIC, VERSION, the number of bits of a bucket's index, the length of the tags in bytes;
 * - the buckets' offsets into the entries, counted in 16-bit words, 2^bits + 1 32-bit words;
 * - the tags, UTF-8, separated by tabs, filled up with NUL to a multiple of 4;
 * - the entries, in 16-bit words. A feature lies in the bucket that its hash's highest bits name. It is its hash's lowest 16
 *   bits, the number of its weights, and for each weight a label (`TagTable.parts`) in the low byte and a signed byte above it.
 */
export const MAGIC = 0x54564c4b;
export const VERSION = 2;
export const HEADER_BYTES = 16;

/** What some features speak for, by tag; no list has so many that it could be more than 16 bits. */
export type Sum = Int16Array;

/** Tags to choose among, with what speaks for each so far. */
export interface Choices {
  readonly tags: Uint8Array;
  readonly scores: Int16Array;
}

/**
 * Tags that fall so far behind the likeliest are not weighed further: by what a word says of itself, by what its neighbours
 * say one by one too, and by the tags before as well. The dev treebank is tagged as well as without; 5 in 10,000 tokens of
 * other prose get another tag.
 */
const MARGIN = { own: 700, neighbours: 450, history: 250 } as const;

/** The weights of a trained tagger. */
export class Model {
  readonly tags: TagTable;
  readonly #shift: number;
  readonly #buckets: Uint32Array;
  readonly #entries: Uint16Array;
  /** One more than there are labels: the last is always 0. */
  readonly #scores: Int32Array;
  /** The tags that are left to choose among, how many they are, and what speaks for each so far. */
  readonly #left: Uint8Array;
  readonly #totals: Int32Array;
  #count = 0;

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
    this.#entries = new Uint16Array(buffer, byteOffset + entries, (byteLength - entries) >> 1);
    this.tags = new TagTable(new TextDecoder().decode(aligned.subarray(text, text + header[3]!)).split('\t'));
    this.#scores = new Int32Array(this.tags.labels + 1);
    this.#left = new Uint8Array(this.tags.names.length);
    this.#totals = new Int32Array(this.tags.names.length);
  }

  /** What some features speak for: to be kept, and handed to `choose` whenever they come together. */
  sum(features: FeatureList): Sum {
    this.#weigh(features);
    const { names, labels, holders, holderStarts } = this.tags;
    const scores = this.#scores;
    const sum = new Int16Array(names.length);
    for (let label = 0; label < labels; label++) {
      const score = scores[label]!;
      if (score === 0) continue;
      const end = holderStarts[label + 1]!;
      for (let at = holderStarts[label]!; at < end; at++) sum[holders[at]!]! += score;
    }
    return sum;
  }

  /** Those of some tags that a word itself, by its sum, leaves possible. */
  likely(own: Sum, tags: Uint8Array): Choices {
    let most = -(2 ** 31);
    for (let at = 0; at < tags.length; at++) if (own[tags[at]!]! > most) most = own[tags[at]!]!;
    const left = this.#left;
    let count = 0;
    for (let at = 0; at < tags.length; at++)
      if (own[tags[at]!]! >= most - MARGIN.own) left[count++] = tags[at]!;
    const kept = left.slice(0, count);
    const scores = new Int16Array(count);
    for (let at = 0; at < count; at++) scores[at] = own[kept[at]!]!;
    return { tags: kept, scores };
  }

  /** Begins to choose among some tags by what three sums together speak for besides. The number of the tag, if they leave but one. */
  choose({ tags, scores }: Choices, a: Sum, b: Sum, c: Sum): number | undefined {
    const totals = this.#totals;
    for (let at = 0; at < tags.length; at++) {
      const tag = tags[at]!;
      totals[at] = scores[at]! + a[tag]! + b[tag]! + c[tag]!;
    }
    this.#left.set(tags);
    this.#count = tags.length;
    return this.#narrow(MARGIN.neighbours);
  }

  /** Goes on choosing, by what the tags before say too. The number of the tag, if but one is left. */
  chooseBy(features: FeatureList): number | undefined {
    this.#add(features);
    return this.#narrow(MARGIN.history);
  }

  /** Ends the choice: the number of the tag that all and some last features together speak for. */
  chosenBy(features: FeatureList): number {
    this.#add(features);
    this.#narrow(0);
    return this.#left[0]!;
  }

  #add(features: FeatureList): void {
    this.#weigh(features);
    const totals = this.#totals;
    const left = this.#left;
    for (let at = 0; at < this.#count; at++) totals[at]! += this.#scoreOf(left[at]!);
  }

  /** Leaves the tags that are no further behind the likeliest than a margin. */
  #narrow(margin: number): number | undefined {
    const totals = this.#totals;
    const left = this.#left;
    let most = totals[0]!;
    for (let at = 1; at < this.#count; at++) if (totals[at]! > most) most = totals[at]!;
    const least = most - margin;
    let count = 0;
    for (let at = 0; at < this.#count; at++) {
      if (totals[at]! < least) continue;
      totals[count] = totals[at]!;
      left[count++] = left[at]!;
    }
    this.#count = count;
    return count === 1 ? left[0]! : undefined;
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
    const bucket = hash >>> this.#shift;
    const low = hash & 0xffff;
    const end = this.#buckets[bucket + 1]!;
    for (let at = this.#buckets[bucket]!; at < end; ) {
      const first = at + 2;
      const next = first + entries[at + 1]!;
      if (entries[at] === low) {
        for (let weight = first; weight < next; weight++) {
          const word = entries[weight]!;
          scores[word & 0xff]! += (word << 16) >> 24;
        }
        return;
      }
      at = next;
    }
  }
}
