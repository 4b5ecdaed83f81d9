/** A full stop right after a word, and what stands around the two. */
export interface FullStop {
  readonly word: string;
  /** The token before the word, white space not counted; empty at the start. */
  readonly before: string;
  /** The token after the stop, white space not counted; empty at the end. */
  readonly after: string;
  /** What follows right behind that. */
  readonly next: string;
  /** The white space on the two sides, which may be none. */
  readonly spaceBefore: string;
  readonly spaceAfter: string;
}
