import type { Automaton } from './automaton.ts';
import { LONGEST_WORD } from './compound.ts';
import { COST, substitution } from './edit-costs.ts';
import { Flag } from './format.ts';
import type { Lexicon } from './lexicon.ts';
import { isLooseCompound } from './loose-compound.ts';
import { Trie } from './trie.ts';
import type { WordTable } from './word-table.ts';

/** A word that may have been meant. */
export interface Suggestion {
  readonly word: string;
  /** How much must be changed, in hundredths of an arbitrary wrong letter (`COST`). */
  readonly cost: number;
  /** Whether the dictionary has it as it is, and not only as a compound. */
  readonly whole: boolean;
  /** How common it is, from 0 to 15; between 0 and 4 when only its lemma or its parts are counted. */
  readonly frequency: number;
}

const LONGEST_CORRECTED = 60;
/** How dear a correction may be in each pass; a longer word has room for more errors. */
const PASSES = [60, 110, 170, 230] as const;
const MOST_STEPS = 24_000;
/** How much dearer than the cheapest a correction may be, to be shown. */
const WINDOW = 90;
/** What one class of frequency is worth. */
const FREQUENCY = 5;

/** Finds the words that may have been meant, by a walk over the dictionary's automaton. Keeps what it has found. */
export class Suggester {
  readonly #lexicon: Lexicon;
  readonly #frequencies: WordTable | undefined;
  readonly #known = new Map<string, readonly Suggestion[]>();
  /** The users' own words, laid out for the walk when they are first asked for. */
  #own: Trie | undefined;

  constructor(lexicon: Lexicon, frequencies?: WordTable) {
    this.#lexicon = lexicon;
    this.#frequencies = frequencies;
  }

  /** The same suggester, with another lexicon. */
  with(lexicon: Lexicon): Suggester {
    return new Suggester(lexicon, this.#frequencies);
  }

  /**
   * At most five words, likeliest first, with the capitals of the word they are for. Empty when nothing is near, and for
   * words of more than 60 letters.
   * @param dearest what a suggestion may cost; the less, the faster
   */
  suggest(word: string, dearest = DEAREST): readonly Suggestion[] {
    if (word.length < 2 || word.length > LONGEST_CORRECTED) return [];
    const key = `${dearest} ${word}`;
    let found = this.#known.get(key);
    if (!found) {
      found = this.#suggest(word, dearest);
      if (this.#known.size >= MOST_KEPT) this.#known.clear();
      this.#known.set(key, found);
    }
    return found;
  }

  /**
   * Whether a word that the dictionary's flags do not allow can be a compound all the same (`isLooseCompound`): writers
   * make more of them than any dictionary foresees.
   */
  isLooseCompound(word: string): boolean {
    return isLooseCompound(word.toLowerCase(), this.#lexicon);
  }

  #suggest(word: string, dearest: number): readonly Suggestion[] {
    const pieces = word.split('-');
    const joined = pieces.join('');
    if (pieces.length > 1 && this.#lexicon.has(joined))
      return [{ word: joined, cost: COST.remove, whole: true, frequency: this.#frequency(joined) }];
    if (pieces.length > 1 && pieces.length < 5) {
      const wrong = pieces.filter((piece) => piece.length > 1 && !this.#lexicon.has(piece));
      if (wrong.length === 1) {
        const at = pieces.indexOf(wrong[0]!);
        return this.#suggest(wrong[0]!, dearest).map((right) => ({
          ...right,
          word: pieces.with(at, right.word).join('-'),
        }));
      }
    }
    const lower = word.toLowerCase();
    this.#own ??= new Trie(this.#lexicon.ownForms);
    const corrections = [...new Walk(lower, this.#lexicon.dictionary).run(dearest)];
    if (this.#own.size > 0) corrections.push(...new Walk(lower, this.#own).run(dearest));
    const cheapest = Math.min(...corrections.map(([, cost]) => cost));
    const ranked = corrections
      .filter(([, cost]) => cost <= cheapest + WINDOW)
      .map(([form, cost]) => {
        const frequency = this.#frequency(form);
        return { form, cost, frequency, score: cost - FREQUENCY * frequency };
      })
      .sort((a, b) => a.score - b.score || (a.form < b.form ? -1 : 1));
    const result: Suggestion[] = [];
    for (const { form, cost, frequency } of ranked) {
      if (!this.#isFit(form)) continue;
      const right = inCaseOf(word, form);
      if (right === word || result.some((other) => other.word === right)) continue;
      result.push({ word: right, cost, whole: this.#isWhole(form), frequency });
      if (result.length === MOST_SHOWN) break;
    }
    return result;
  }

  /** The class of the form, else of its lemma; of a compound, that of its rarest part. The latter two count a quarter. */
  #frequency(form: string): number {
    const frequencies = this.#frequencies;
    if (!frequencies) return 0;
    const itself = frequencies.classOf(form.toLowerCase());
    if (itself > 0) return itself;
    const ofLemma = (word: string): number =>
      this.#lexicon.analyses(word).reduce((most, { lemma }) => Math.max(most, frequencies.classOf(lemma)), 0);
    if (this.#isWhole(form)) return ofLemma(form) / 4;
    const compound = this.#lexicon.compound(form);
    if (!compound) return 0;
    const modifiers = compound.modifiers.map(({ form: part, lemma }) =>
      Math.max(frequencies.classOf(part), frequencies.classOf(lemma)),
    );
    return Math.min(ofLemma(compound.head.form), ...modifiers) / 4;
  }

  #isWhole(form: string): boolean {
    return (this.#lexicon.dictionary.flags(form) & Flag.word) !== 0 || this.#own?.has(form) === true;
  }

  #isFit(form: string): boolean {
    return this.#lexicon.has(form) && (this.#lexicon.dictionary.flags(form) & Flag.noSuggest) === 0;
  }
}

const MOST_KEPT = 2_000;
const MOST_SHOWN = 5;
const DEAREST = 230;

/** `form` with the capital, or the capitals, of the word it is for. */
function inCaseOf(word: string, form: string): string {
  const first = word[0]!;
  if (first === first.toLowerCase()) return form;
  if (word.length > 1 && word === word.toUpperCase()) return form.toUpperCase();
  return form[0]!.toUpperCase() + form.slice(1);
}

const NEVER = Number.MAX_SAFE_INTEGER;
const HYPHEN = '-'.charCodeAt(0);
const SHORTEST_PART = 3;
const MOST_JOINTS = 3;
const FIRST_PART = Flag.begin | Flag.adjectivePrefix | Flag.verbPrefix;
const LAST_PART = Flag.end | Flag.adjective | Flag.verb;

/** What the step before was: a letter put in and one taken out beside it are one letter in place of another. */
const STEP = { other: 0, inserted: 1, removed: 2 } as const;

/** Where a walk leads: the automaton of a dictionary, with the flags (`Flag`) of the form that ends in a state. */
interface Ways {
  readonly automaton: Pick<Automaton, 'root' | 'step' | 'degree' | 'codeOf' | 'targetOf'>;
  flagsAt(state: number): number;
}

/**
 * All that one word can be corrected to at a cost, by a depth-first walk of word and automaton side by side. At the end
 * of a part that may begin a compound it goes on from the root, so an error is found in any part and across a joint.
 * Passes with rising cost; each does at most what is left of the steps.
 */
class Walk {
  readonly #word: string;
  readonly #dictionary: Ways;
  readonly #automaton: Ways['automaton'];
  readonly #out: number[] = [];
  readonly #found = new Map<string, number>();
  /** By place and joint: the most that could be spent from the root there without reaching an end. */
  readonly #dead: Int16Array;
  #steps = MOST_STEPS;
  #limit = 0;

  constructor(word: string, dictionary: Ways) {
    this.#word = word;
    this.#dictionary = dictionary;
    this.#automaton = dictionary.automaton;
    this.#dead = new Int16Array((word.length + 1) * (MOST_JOINTS + 1)).fill(-1);
  }

  /** Forms with their costs. */
  run(dearest: number): ReadonlyMap<string, number> {
    let cheapest = Number.MAX_SAFE_INTEGER;
    for (const limit of PASSES) {
      if (
        this.#limit >= dearest ||
        limit >= 45 * this.#word.length ||
        cheapest + WINDOW / 2 <= this.#limit ||
        this.#steps <= 0
      )
        break;
      this.#limit = Math.min(limit, dearest);
      this.#walk(0, this.#automaton.root, 0, 0, 0, 0);
      for (const cost of this.#found.values()) cheapest = Math.min(cheapest, cost);
    }
    return this.#found;
  }

  /** Goes on from a place in the word and a state; `from` is where the part begins in what is written so far. */
  #walk(at: number, state: number, cost: number, joints: number, from: number, last: number): void {
    if (--this.#steps < 0) return;
    const word = this.#word;
    const out = this.#out;
    const automaton = this.#automaton;
    const flags = this.#dictionary.flagsAt(state);
    if (at === word.length) {
      if ((flags & (joints === 0 ? Flag.word : LAST_PART)) !== 0) this.#accept(cost + joints * COST.joint);
    }
    if (flags !== 0) this.#join(at, flags, cost, joints, from, last);
    const left = this.#limit - cost;
    const code = at < word.length ? word.charCodeAt(at) : 0;
    const before = out.length > 0 ? out[out.length - 1]! : 0;
    const begin = at === 0 ? COST.first : 0;
    // A letter too many.
    if (code !== 0 && last !== STEP.inserted) {
      const price = begin + this.#removal(at, before);
      if (price <= left) this.#walk(at + 1, state, cost + price, joints, from, STEP.removed);
    }
    const next = at + 1 < word.length ? word.charCodeAt(at + 1) : 0;
    const end = state + automaton.degree(state);
    for (let edge = state + 1; edge <= end; edge++) {
      const letter = automaton.codeOf(edge);
      const target = automaton.targetOf(edge);
      out.push(letter);
      if (letter === code) {
        this.#walk(at + 1, target, cost, joints, from, STEP.other);
      } else {
        if (code !== 0 && last === STEP.other) {
          const price = at === 0 ? first(code, letter) : substitution(code, letter);
          if (price <= left) this.#walk(at + 1, target, cost + price, joints, from, STEP.other);
        }
        // A letter too few; before an equal one it is the same as after it.
        if (last !== STEP.removed) {
          const price = begin + this.#insertion(letter, before, code, from);
          if (price <= left) this.#walk(at, target, cost + price, joints, from, STEP.inserted);
        }
        if (letter === next && code !== 0 && COST.transpose + begin <= left) {
          const after = automaton.step(target, code);
          if (after !== 0) {
            out.push(code);
            this.#walk(at + 2, after, cost + begin + COST.transpose, joints, from, STEP.other);
            out.pop();
          }
        }
      }
      out.pop();
    }
  }

  #removal(at: number, before: number): number {
    const word = this.#word;
    const code = word.charCodeAt(at);
    if (code === before) return COST.double;
    if ((code === 99 && word[at + 1] === 'k') || (code === 107 && before === 99)) return COST.ck;
    return COST.remove;
  }

  #insertion(letter: number, before: number, code: number, from: number): number {
    // tvbranschen: tv-branschen, but not igenomtänkt: i-genomtänkt.
    if (letter === HYPHEN) return this.#out.length - from > 2 ? COST.insert : NEVER;
    if (letter === before) return COST.double;
    if (letter === 99 && code === 107) return COST.ck;
    return COST.insert;
  }

  /** Begins the next part of a compound, where one may end. */
  #join(at: number, flags: number, cost: number, joints: number, from: number, last: number): void {
    const out = this.#out;
    if (joints === MOST_JOINTS || (flags & (joints === 0 ? FIRST_PART : Flag.middle)) === 0) return;
    const length = out.length;
    if (length - from < SHORTEST_PART && out[length - 1] !== HYPHEN) return;
    const { root } = this.#automaton;
    const key = at * (MOST_JOINTS + 1) + joints + 1;
    const left = this.#limit - cost;
    if (left > this.#dead[key]!) {
      const before = this.#found.size;
      const hits = this.#hits;
      this.#walk(at, root, cost, joints + 1, length, last);
      if (this.#found.size === before && this.#hits === hits && this.#steps > 0) this.#dead[key] = left;
    }
    // process + stöd: processtöd
    const final = out[length - 1]!;
    if (length > 1 && final === out[length - 2]) {
      const shared = this.#automaton.step(root, final);
      if (shared !== 0) this.#walk(at, shared, cost, joints + 1, length - 1, last);
    }
  }

  #hits = 0;

  #accept(cost: number): void {
    this.#hits++;
    let form = '';
    for (const code of this.#out) form += String.fromCharCode(code);
    if (form.length > LONGEST_WORD) return;
    const known = this.#found.get(form);
    if (known === undefined || cost < known) this.#found.set(form, cost);
  }
}

/** The cost of another first letter; its capital costs less. */
function first(code: number, letter: number): number {
  const isCapital = String.fromCharCode(letter).toLowerCase().charCodeAt(0) === code;
  return isCapital ? COST.capital : COST.first + substitution(code, letter);
}
