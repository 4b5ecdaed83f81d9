import { signBits } from './signs.ts';
import type { Sentence } from './text.ts';
import { STARTS, startOf } from './word-starts.ts';

/** What a sentence must hold one of before somebody is asked about it; without any of them he is asked about all. */
export interface Condition {
  /** Words in lower case, or their first `PREFIX` letters. */
  readonly words?: Iterable<string>;
  /** Characters, as `signBits` takes them. */
  readonly signs?: string;
}

/** Tells which of many conditions a sentence meets, in one pass over its words: most meet few. */
export class Calls {
  readonly #width: number;
  readonly #always: Uint32Array;
  /** For each start of a word the number of its row in `#rows`; 0 for those, the most, that no condition names. */
  readonly #rowOf = new Uint16Array(STARTS + 1);
  /** Rows of `#width` numbers of 32 bits, a bit for each condition. */
  readonly #rows: Uint32Array;
  readonly #bySign: (readonly [bits: number, index: number])[] = [];
  readonly #called: Uint32Array;

  constructor(conditions: readonly Condition[]) {
    this.#width = Math.ceil(conditions.length / 32);
    this.#always = new Uint32Array(this.#width);
    this.#called = new Uint32Array(this.#width);
    const rows = new Array<number>(this.#width).fill(0);
    for (let index = 0; index < conditions.length; index++) {
      const { words, signs } = conditions[index]!;
      const bit = 1 << (index & 31);
      if (!words && !signs) this.#always[index >> 5]! |= bit;
      if (signs) this.#bySign.push([signBits(signs), index]);
      for (const word of words ?? []) {
        const start = startOf(word, 0);
        if (this.#rowOf[start] === 0) {
          this.#rowOf[start] = rows.length / this.#width;
          for (let i = 0; i < this.#width; i++) rows.push(0);
        }
        rows[this.#rowOf[start]! * this.#width + (index >> 5)]! |= bit;
      }
    }
    this.#rows = Uint32Array.from(rows);
  }

  /** The numbers of the conditions that are met in one of the sentences, in order. */
  in(sentences: readonly Sentence[]): readonly number[] {
    const called = this.#called;
    const width = this.#width;
    called.set(this.#always);
    let signs = 0;
    for (const sentence of sentences) {
      signs |= sentence.signs;
      const { starts } = sentence;
      for (let at = 0; at < starts.length; at++) {
        const row = this.#rowOf[starts[at]!]!;
        if (row === 0) continue;
        for (let i = 0; i < width; i++) called[i]! |= this.#rows[row * width + i]!;
      }
    }
    for (const [bits, index] of this.#bySign)
      if ((bits & signs) !== 0) called[index >> 5]! |= 1 << (index & 31);
    const indexes: number[] = [];
    for (let i = 0; i < width; i++) {
      for (let rest = called[i]!; rest !== 0; rest &= rest - 1)
        indexes.push(i * 32 + 31 - Math.clz32(rest & -rest));
    }
    return indexes;
  }
}
