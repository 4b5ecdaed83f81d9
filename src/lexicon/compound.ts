import type { Dictionary } from './dictionary.ts';
import { Flag } from './format.ts';

/** A part of a compound. */
export interface Part {
  /** As the dictionary has it; in processtöd the parts are process and stöd. */
  readonly form: string;
  /** Where it begins in the compound. */
  readonly start: number;
  readonly end: number;
}

/** Longer strings are no words: they are neither looked up nor split. */
export const LONGEST_WORD = 80;

const LONGEST_COMPOUND = 4;
const SHORTEST_PART = 3;
/** Long words with many ways to read them yield the first so many. */
const MOST_SPLITS = 32;
const HYPHEN = '-'.charCodeAt(0);
const NEVER = Number.MAX_SAFE_INTEGER;

interface Piece {
  end: number;
  flags: number;
}

/**
 * All ways to read a word as a compound by the dictionary's own flags: a first part that may begin, parts that may come
 * between, a last part that may end; or a strengthening prefix and an adjective or verb. At most four parts of at
 * least three letters; of three equal consonants at a joint one is left out (process + stöd: processtöd).
 * Fewest parts first, then longest last part. Empty when there is no way.
 * @param capital whether the word stands under a capital: some last parts need it (Storgatan)
 */
export function split(word: string, dictionary: Dictionary, capital = /^\p{Lu}/u.test(word)): Part[][] {
  if (word.length > LONGEST_WORD || word.length < 2 * SHORTEST_PART - 1) return [];
  return new Splitter(word, dictionary, capital).splits();
}

class Splitter {
  readonly #word: string;
  readonly #dictionary: Dictionary;
  readonly #capital: boolean;
  readonly #pieces: (readonly Piece[])[] = [];
  /** The fewest parts from a place to the end, after a first part. */
  readonly #fewest: number[] = [];
  readonly #found: Part[][] = [];

  constructor(word: string, dictionary: Dictionary, capital: boolean) {
    this.#word = word;
    this.#capital = capital;
    this.#dictionary = dictionary;
  }

  splits(): Part[][] {
    for (let most = 2; most <= LONGEST_COMPOUND && this.#found.length === 0; most++)
      this.#search([], 0, most);
    return this.#found.sort((a, b) => a.length - b.length || b.at(-1)!.form.length - a.at(-1)!.form.length);
  }

  /** Extends `parts`, which end where `start` begins, to exactly `left` more parts. */
  #search(parts: Part[], start: number, left: number): void {
    for (const { end, flags } of this.#piecesFrom(start)) {
      if (this.#found.length >= MOST_SPLITS) return;
      const form = this.#word.slice(start, end);
      if (form === parts.at(-1)?.form) continue;
      if (end === this.#word.length) {
        const first = parts.length === 1 ? this.#flagsOf(parts[0]!) : 0;
        if (left === 1 && this.#mayEnd(flags, first, parts))
          this.#found.push([...parts, { form, start, end }]);
        continue;
      }
      if (left === 1) continue;
      const may = parts.length === 0 ? Flag.begin | Flag.adjectivePrefix | Flag.verbPrefix : Flag.middle;
      if ((flags & may) === 0) continue;
      for (const next of this.#nextStarts(start, end)) {
        if (this.#fewestFrom(next) <= left - 1)
          this.#search([...parts, { form, start, end }], next, left - 1);
      }
    }
  }

  #flagsOf(part: Part): number {
    return this.#piecesFrom(part.start).find(({ end }) => end === part.end)?.flags ?? 0;
  }

  #mayEnd(flags: number, first: number, parts: readonly Part[]): boolean {
    if (parts.length === 0) return false;
    if (parts.length === 1) {
      if ((first & Flag.adjectivePrefix) !== 0 && (flags & Flag.adjective) !== 0) return true;
      if ((first & Flag.verbPrefix) !== 0 && (flags & Flag.verb) !== 0) return true;
      if ((first & Flag.begin) === 0) return false;
    } else if ((this.#flagsOf(parts[0]!) & Flag.begin) === 0) return false;
    if ((flags & Flag.end) === 0) return false;
    return this.#capital || (flags & Flag.capital) === 0;
  }

  /** Where a part may begin after one that ends at `end`: there, or one letter earlier (simplified triple). */
  #nextStarts(start: number, end: number): number[] {
    const word = this.#word;
    const doubled = word[end - 1] === word[end - 2] && word[end - 1] !== '-';
    const triple =
      word[end - 1] === word[end] && (doubled || word[end] === word[end + 1]) && word[end] !== '-';
    const result: number[] = [];
    if (!triple) result.push(end);
    if (doubled && end - start > 2 && word[end] !== word[end - 1]) result.push(end - 1);
    return result;
  }

  /** What the dictionary has from a place on, shortest first, forbidden forms left out. */
  #piecesFrom(start: number): readonly Piece[] {
    const known = this.#pieces[start];
    if (known !== undefined) return known;
    const { automaton } = this.#dictionary;
    const word = this.#word;
    const pieces: Piece[] = [];
    let state = automaton.root;
    for (let at = start; at < word.length; ) {
      const code = word.charCodeAt(at++);
      state = automaton.step(state, code);
      if (state === 0) break;
      if (at - start < SHORTEST_PART && code !== HYPHEN) continue;
      const flags = this.#dictionary.flagsAt(state);
      if (flags !== 0 && flags !== Flag.forbidden) pieces.push({ end: at, flags });
    }
    this.#pieces[start] = pieces;
    return pieces;
  }

  #fewestFrom(start: number): number {
    const known = this.#fewest[start];
    if (known !== undefined) return known;
    let fewest = NEVER;
    const last = Flag.end | Flag.adjective | Flag.verb;
    for (const { end, flags } of this.#piecesFrom(start)) {
      if (end === this.#word.length) {
        if ((flags & last) !== 0) fewest = 1;
      } else if ((flags & Flag.middle) !== 0) {
        for (const next of this.#nextStarts(start, end)) {
          if (next > start) fewest = Math.min(fewest, 1 + this.#fewestFrom(next));
        }
      }
    }
    this.#fewest[start] = fewest;
    return fewest;
  }
}
