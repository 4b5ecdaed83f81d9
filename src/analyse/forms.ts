import { isLetterOrNumber } from '../parse/characters.ts';
import type { Block, Sentence } from './text.ts';
import { STARTS, StartSet, startOf } from './word-starts.ts';

/** A listed form that stands in a text. Offsets are UTF-16 offsets of the block's text, end exclusive. */
export interface FormMatch<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

/**
 * Forms to look for in running text, each with what it stands for. A form with a capital letter is found only in that
 * case, one in lower case in any. A blank stands for any white space, `*` for any letters, none included.
 */
export class FormIndex<T> {
  readonly #byFirstWord = new Map<string, Entry<T>[]>();
  /** Forms with a `*` in their first word. */
  readonly #wild: Entry<T>[] = [];
  /** How a form without a star may begin, as `Sentence.starts` has it: most words are told by this alone. */
  readonly #begins = new StartSet();
  /** The same by the first two letters of a word, as far as one has been met. */
  readonly #wildAt: (readonly Entry<T>[] | undefined)[] = new Array(PAIRS);

  constructor(forms: Iterable<readonly [form: string, value: T]>) {
    for (const [form, value] of forms) {
      const lower = form.toLowerCase();
      const entry = { form, value, exact: form !== lower };
      const word = firstWord(lower);
      if (form[word.length] === '*') {
        this.#wild.push(entry);
        continue;
      }
      this.#begins.add(startOf(lower, 0));
      const listed = this.#byFirstWord.get(word);
      if (listed) listed.push(entry);
      else this.#byFirstWord.set(word, [entry]);
    }
  }

  /** The words that a form may begin with; `undefined` when one may begin anyhow. What a check calls its `words`. */
  get words(): Iterable<string> | undefined {
    return this.#wild.length > 0 ? undefined : this.#byFirstWord.keys();
  }

  /** The forms that stand in a sentence as words of their own, in order. Of several at a place the longest wins. */
  find(sentence: Sentence): readonly FormMatch<T>[] {
    const { block, tokens, starts } = sentence;
    const hasWild = this.#wild.length > 0;
    let found: FormMatch<T>[] | undefined;
    let from = 0;
    for (let at = 0; at < starts.length; at++) {
      const start = starts[at]!;
      if (start === STARTS) continue;
      const listed = this.#begins.has(start);
      const token = tokens[at]!;
      const wild = hasWild ? this.#wildFor(token.lower) : NONE;
      if ((!listed && wild.length === 0) || token.start < from) continue;
      const plain = listed
        ? longest(this.#byFirstWord.get(firstWord(token.lower)), block, token.start)
        : undefined;
      const starred = wild.length > 0 ? longest(wild, block, token.start) : undefined;
      const best = plain && starred && starred.end > plain.end ? starred : (plain ?? starred);
      if (!best) continue;
      from = best.end;
      found ??= [];
      found.push(best);
    }
    return found ?? NONE;
  }

  /** The forms with a star in their first word that may begin as a word does. */
  #wildFor(lower: string): readonly Entry<T>[] {
    const pair = pairOf(lower, 0);
    let entries = this.#wildAt[pair];
    if (!entries) {
      entries = this.#wild.filter(({ form }) => {
        const word = firstWord(form.toLowerCase());
        return word.length < 2 || pairOf(word, 0) === pair;
      });
      this.#wildAt[pair] = entries;
    }
    return entries;
  }
}

const NONE: readonly never[] = [];

const PAIRS = 1024;

function pairOf(word: string, at: number): number {
  return (word.charCodeAt(at) * 31 + word.charCodeAt(at + 1)) & (PAIRS - 1);
}

function longest<T>(
  entries: readonly Entry<T>[] = [],
  { text, lower }: Block,
  start: number,
): FormMatch<T> | undefined {
  let best: FormMatch<T> | undefined;
  for (const { form, value, exact } of entries) {
    const end = match(form, exact ? text : lower, start);
    if (end > (best?.end ?? start)) best = { value, start, end };
  }
  return best;
}

interface Entry<T> {
  readonly form: string;
  readonly value: T;
  readonly exact: boolean;
}

/** Where a form ends that stands in `text` at `at` as words of its own; otherwise -1. */
function match(form: string, text: string, at: number): number {
  // What the last star has taken is all that need be tried anew: an earlier one has taken as little as it could.
  let star = -1;
  let taken = at;
  for (let i = 0; ; ) {
    const wanted = form[i];
    if (wanted === '*') {
      star = i++;
      taken = at;
    } else if (
      wanted === undefined
        ? endsWord(form, text, at)
        : wanted === ' '
          ? isSpace(text[at])
          : text[at] === wanted
    ) {
      if (wanted === undefined) return at;
      i++;
      at++;
      if (wanted === ' ') while (isSpace(text[at])) at++;
    } else {
      if (star < 0 || !isLetterOrNumber(text, taken)) return -1;
      at = ++taken;
      i = star + 1;
    }
  }
}

/** Whether a form that ends there is not the beginning of a longer word, as ”SKL” is of ”SKL-rapport”. */
function endsWord(form: string, text: string, end: number): boolean {
  const next = text[end];
  if (form.endsWith('*') && isLetterOrNumber(text, end)) return false;
  if (!isLetterOrNumber(text, end - 1)) return true;
  return !isLetterOrNumber(text, end) && !((next === '-' || next === ':') && isLetterOrNumber(text, end + 1));
}

function isSpace(char: string | undefined): boolean {
  return char === ' ' || (char !== undefined && /\s/.test(char));
}

function firstWord(text: string): string {
  let end = 0;
  while (isLetterOrNumber(text, end)) end++;
  return text.slice(0, end);
}
