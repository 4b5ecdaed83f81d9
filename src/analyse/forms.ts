import type { Sentence } from './text.ts';

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
      if (form[word.length] === '*') {
        this.#wild.push(entry);
        continue;
      }
      const listed = this.#byFirstWord.get(word);
      if (listed) listed.push(entry);
      else this.#byFirstWord.set(word, [entry]);
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
          const end = match(form, exact ? block.text : block.lower, start);
          if (end > (best?.end ?? start)) best = { value, start, end };
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
      if (star < 0 || !isLetter(text[taken])) return -1;
      at = ++taken;
      i = star + 1;
    }
  }
}

/** Whether a form that ends there is not the beginning of a longer word, as ”SKL” is of ”SKL-rapport”. */
function endsWord(form: string, text: string, end: number): boolean {
  const next = text[end];
  if (form.endsWith('*') && isLetter(next)) return false;
  if (!isLetter(text[end - 1])) return true;
  return !isLetter(next) && !((next === '-' || next === ':') && isLetter(text[end + 1]));
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}]/u.test(char);
}

function isSpace(char: string | undefined): boolean {
  return char !== undefined && /\s/u.test(char);
}

function firstWord(text: string): string {
  return /^[\p{L}\p{N}]*/u.exec(text)![0];
}
