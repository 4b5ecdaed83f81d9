import type { Block, Sentence } from './text.ts';

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

  constructor(forms: Iterable<readonly [form: string, value: T]>) {
    for (const [form, value] of forms) {
      const entry = { form, value, exact: form !== form.toLowerCase() };
      const word = firstWord(form.toLowerCase());
      if (form[word.length] === '*') this.#wild.push(entry);
      else this.#byFirstWord.set(word, [...(this.#byFirstWord.get(word) ?? []), entry]);
    }
  }

  /** The forms that stand in a sentence as words of their own, in order. Of several at a place the longest wins. */
  *find({ block, tokens }: Sentence): Generator<FormMatch<T>> {
    let from = 0;
    for (const { start, lower, kind } of tokens) {
      if (start < from || kind === 'punctuation') continue;
      let best: FormMatch<T> | undefined;
      const listed = this.#byFirstWord.get(firstWord(lower)) ?? [];
      for (const entries of [listed, this.#wild]) {
        for (const { form, value, exact } of entries) {
          const end = match(form, 0, exact ? block.text : block.lower, start);
          if (end > (best?.end ?? start) && endsWord(block, end)) best = { value, start, end };
        }
      }
      if (!best) continue;
      from = best.end;
      yield best;
    }
  }
}

interface Entry<T> {
  readonly form: string;
  readonly value: T;
  readonly exact: boolean;
}

/** Where `form` from its character `i` on ends, when it stands in `text` at `at`; otherwise -1. */
function match(form: string, i: number, text: string, at: number): number {
  for (; i < form.length; i++) {
    const wanted = form[i]!;
    if (wanted === '*') {
      let longest = at;
      while (longest < text.length && LETTER.test(text[longest]!)) longest++;
      for (let end = longest; end >= at; end--) {
        const rest = match(form, i + 1, text, end);
        if (rest >= 0) return rest;
      }
      return -1;
    }
    if (wanted === ' ') {
      const before = at;
      while (at < text.length && SPACE.test(text[at]!)) at++;
      if (at === before) return -1;
    } else if (text[at++] !== wanted) return -1;
  }
  return at;
}

const LETTER = /[\p{L}\p{N}]/u;
const SPACE = /\s/u;

/** Whether a form that ends there is not the beginning of a longer word, as ”SKL” is of ”SKL-rapport”. */
function endsWord({ text }: Block, end: number): boolean {
  if (!LETTER.test(text[end - 1]!)) return true;
  const next = text[end] ?? '';
  return !LETTER.test(next) && !((next === '-' || next === ':') && LETTER.test(text[end + 1] ?? ''));
}

function firstWord(text: string): string {
  return /^[\p{L}\p{N}]*/u.exec(text)![0];
}
