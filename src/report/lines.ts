/** The lines of a text, for those reports that place more than what a finding's own place says. */
export class Lines {
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#starts = [
      0,
      ...Array.from(text.matchAll(/\r\n|\r|\n/gu), ({ 0: end, index }) => index + end.length),
    ];
  }

  /** The 1-based line that a UTF-16 offset lies in, and the offset of its beginning. */
  at(offset: number): { readonly line: number; readonly start: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, start: this.#starts[low]! };
  }
}
