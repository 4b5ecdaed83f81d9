import { Flag } from './format.ts';

/** A few words, laid out as an `Automaton` is so that they are walked as a dictionary is. They are never forgotten. */
export class Trie {
  readonly root = 1;
  /** How many words it holds. */
  readonly size: number;
  readonly #words: ReadonlySet<string>;
  /** A state is a place: there stands the number of its edges, and after it the edges' targets. */
  readonly #targets: number[] = [0];
  /** Beside each edge its code unit; beside each state whether a word ends there. */
  readonly #codes: number[] = [0];

  constructor(words: Iterable<string>) {
    this.#words = new Set(words);
    this.size = this.#words.size;
    this.#lay([...this.#words].sort(), 0);
  }

  /** It is its own automaton. */
  get automaton(): this {
    return this;
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  flagsAt(state: number): number {
    return this.#codes[state]! === 0 ? 0 : Flag.word;
  }

  degree(state: number): number {
    return this.#targets[state]!;
  }

  codeOf(edge: number): number {
    return this.#codes[edge]!;
  }

  targetOf(edge: number): number {
    return this.#targets[edge]!;
  }

  step(state: number, code: number): number {
    const end = state + this.degree(state);
    for (let edge = state + 1; edge <= end; edge++)
      if (this.#codes[edge] === code) return this.#targets[edge]!;
    return 0;
  }

  /** Lays out ordered words that have their first `depth` letters in common. Gives the state. */
  #lay(words: readonly string[], depth: number): number {
    const state = this.#targets.length;
    const ends = words[0]?.length === depth;
    const starts: number[] = [];
    for (let at = ends ? 1 : 0; at < words.length; at++) {
      const first = starts.length === 0 || words[at]!.charCodeAt(depth) !== words[at - 1]!.charCodeAt(depth);
      if (first) starts.push(at);
    }
    this.#targets.push(starts.length, ...starts);
    this.#codes.push(ends ? 1 : 0, ...starts.map((at) => words[at]!.charCodeAt(depth)));
    for (const [index, at] of starts.entries())
      this.#targets[state + 1 + index] = this.#lay(words.slice(at, starts[index + 1]), depth + 1);
    return state;
  }
}
