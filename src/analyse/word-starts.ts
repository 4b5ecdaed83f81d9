import { isLetterOrNumber } from '../parse/characters.ts';
import type { Token } from './text.ts';

/** So many letters of a form's first word are looked at before its row is read. */
export const PREFIX = 5;
/** The numbers that words have by their first letters are below this; a punctuation mark has this one. */
export const STARTS = 16_384;

/** Some of those numbers, a bit for each: so many lists are asked about every word that they had best be small. */
export class StartSet {
  readonly #bits = new Uint32Array((STARTS >> 5) + 1);

  add(start: number): void {
    this.#bits[start >> 5]! |= 1 << (start & 31);
  }

  /** Adds those of all words. */
  addWords(): void {
    this.#bits.fill(-1, 0, STARTS >> 5);
  }

  has(start: number): boolean {
    return ((this.#bits[start >> 5]! >>> (start & 31)) & 1) !== 0;
  }
}

/** A number for each token of a text in lower case, the same for all words with the same first letters. */
export function startsOf(tokens: readonly Token[], text: string): Uint16Array {
  const starts = new Uint16Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    const { kind, start } = tokens[i]!;
    starts[i] = kind === 'punctuation' ? STARTS : startOf(text, start);
  }
  return starts;
}

/** The number of the word that begins at an offset of a text in lower case. */
export function startOf(text: string, offset: number): number {
  let code = 0;
  for (let i = offset; i < offset + PREFIX; i++) {
    const letter = text.charCodeAt(i);
    // Most are told without a call.
    if (!(letter >= 97 && letter <= 122) && !isLetterOrNumber(text, i)) break;
    code = (code * 31 + letter) & (STARTS - 1);
  }
  return code;
}
