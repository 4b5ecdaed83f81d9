import type { Bytes } from './dictionary.ts';

/** The bits of an entry that hold the class; the others are the word's hash. */
const CLASS = 0xf;

/**
 * Words with a class from 1 to 15 each, such as how common they are. The file is a sorted table of little-endian 32-bit
 * entries, 28 bits of the word's hash and 4 bits of class: of 10,000 other words about one is taken for a word of the
 * table. That is good enough to rank and to doubt, and takes 4 bytes a word.
 */
export class WordTable {
  readonly #entries: Uint32Array;

  constructor(bytes: Bytes) {
    const view = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
    const aligned = view.byteOffset % 4 === 0 ? view : view.slice();
    this.#entries = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >>> 2);
  }

  /** The class of a word in lower case; 0 for a word that is not in the table. */
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

/** The bytes of a table, from words in any order. */
export function wordTable(words: Iterable<readonly [word: string, itsClass: number]>): Uint8Array {
  const entries = Uint32Array.from(words, ([word, itsClass]) => (hashOf(word) | (itsClass & CLASS)) >>> 0);
  return new Uint8Array(entries.sort().buffer);
}

/** FNV-1a of the UTF-16 code units, without the bits of the class. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return (hash & ~CLASS) >>> 0;
}
