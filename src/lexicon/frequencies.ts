import type { Bytes } from './dictionary.ts';

/** The bits of an entry that hold the class; the others are the word's hash. */
const CLASS = 0xf;

/**
 * How common words are, in classes from 0 (not counted) to 15. The file is a sorted table of little-endian 32-bit
 * entries, 28 bits of the word's hash and 4 bits of class: an unknown word has a chance of 1 in 10,000 to be taken for
 * a known one, which is enough to rank suggestions by.
 */
export class Frequencies {
  readonly #entries: Uint32Array;

  constructor(bytes: Bytes) {
    const view = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
    const aligned = view.byteOffset % 4 === 0 ? view : view.slice();
    this.#entries = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >>> 2);
  }

  /** The class of a word in lower case. */
  classOf(word: string): number {
    const wanted = hashOf(word);
    const entries = this.#entries;
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (entries[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    const entry = entries[low] ?? 0;
    return (entry & ~CLASS) >>> 0 === wanted ? entry & CLASS : 0;
  }
}

/** The table for words and their classes, in no particular order. */
export function frequencyTable(classes: Iterable<readonly [word: string, frequency: number]>): Uint8Array {
  const entries = Uint32Array.from(
    classes,
    ([word, frequency]) => (hashOf(word) | (frequency & CLASS)) >>> 0,
  );
  return new Uint8Array(entries.sort().buffer);
}

/** FNV-1a of the UTF-16 code units, without the bits of the class. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return (hash & ~CLASS) >>> 0;
}
