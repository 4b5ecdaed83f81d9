/**
 * A minimal acyclic automaton over UTF-16 code units, read in place from a compiled dictionary (`format.ts`).
 * A state is a number, its place in the file; 0 means no state.
 */
export class Automaton {
  readonly root: number;
  readonly #words: Uint32Array;
  /** Letter numbers by code unit. */
  readonly #letters: Uint8Array;
  /** Code units by letter number. */
  readonly #codes: Uint16Array;

  constructor(words: Uint32Array, root: number, letters: readonly string[]) {
    this.root = root;
    this.#words = words;
    this.#codes = Uint16Array.from(['\0', ...letters], (letter) => letter.charCodeAt(0));
    this.#letters = new Uint8Array(1 + this.#codes.reduce((max, code) => Math.max(max, code), 0));
    for (const [number, code] of this.#codes.entries()) this.#letters[code] = number;
  }

  /** The state after one more code unit, or 0. */
  step(state: number, code: number): number {
    const letter = this.#letters[code];
    if (letter === undefined || letter === 0) return 0;
    const words = this.#words;
    const end = state + (words[state]! & 0xff);
    for (let at = state + 1; at <= end; at++) {
      const edge = words[at]!;
      const found = edge >>> 24;
      if (found === letter) return edge & 0xffffff;
      if (found > letter) return 0;
    }
    return 0;
  }

  /** The state after all of `text`, or 0. */
  walk(text: string, state: number = this.root): number {
    for (let at = 0; at < text.length && state !== 0; at++) state = this.step(state, text.charCodeAt(at));
    return state;
  }

  /** Whether a form ends here. */
  isFinal(state: number): boolean {
    return this.annotation(state) !== 0;
  }

  /** The number of the annotation of the form that ends here, or 0. */
  annotation(state: number): number {
    return this.#words[state]! >>> 8;
  }

  /** How many ways lead onward. The edges are numbered from `state + 1`; see `codeOf` and `targetOf`. */
  degree(state: number): number {
    return this.#words[state]! & 0xff;
  }

  /** The code unit of an edge. */
  codeOf(edge: number): number {
    return this.#codes[this.#words[edge]! >>> 24]!;
  }

  /** The state that an edge leads to. */
  targetOf(edge: number): number {
    return this.#words[edge]! & 0xffffff;
  }

  /** The ways onward: code unit and next state. */
  *edges(state: number): Generator<[code: number, next: number]> {
    const end = state + (this.#words[state]! & 0xff);
    for (let at = state + 1; at <= end; at++) {
      const edge = this.#words[at]!;
      yield [this.#codes[edge >>> 24]!, edge & 0xffffff];
    }
  }
}
