/**
 * The file format of a compiled dictionary: little-endian 32-bit words, read in place.
 *
 * Word 0 is MAGIC, word 1 VERSION, words 2–9 are the fields of `Header`. Then come
 * - the states: each is one word `annotation << 8 | number of edges`, then one word an edge,
 *   `letter << 24 | state`, ordered by letter; annotation 0 means "no form ends here", and letter 0 is unused;
 * - the annotations' offsets (count + 1 words) into the pool;
 * - the pool: for each annotation one word of flags, then one word a reading,
 *   `tag << 20 | ending << 10 | lemma ending`;
 * - the text, UTF-8: four lines of tab-separated strings (letters, tags, endings, lemma endings). Tags and ending
 *   pairs lie with the most frequent first.
 */
export const MAGIC = 0x56534c4b;
export const VERSION = 1;
export const HEADER_WORDS = 10;

/** What a form may be. A form without `word` is only a part of compounds. */
export const Flag = {
  /** Is a word by itself. */
  word: 1 << 0,
  /** May come first in a compound. */
  begin: 1 << 1,
  /** May come between in a compound. */
  middle: 1 << 2,
  /** May come last in a compound. */
  end: 1 << 3,
  /** Looks like a word but is an error: neither a word nor a compound. */
  forbidden: 1 << 4,
  /** As the last part, only under a capital (Storgatan). */
  capital: 1 << 5,
  /** Never to be suggested to a writer. */
  noSuggest: 1 << 6,
  /** Strengthening prefix, joined to `adjective` forms. */
  adjectivePrefix: 1 << 7,
  adjective: 1 << 8,
  /** Prefix joined to `verb` forms. */
  verbPrefix: 1 << 9,
  verb: 1 << 10,
  /** One to a hundred in letters. */
  tens: 1 << 11,
  /** A multiple of a hundred in letters. */
  hundreds: 1 << 12,
  /** Thousand, million, billion. */
  thousands: 1 << 13,
  /** Follows a number and begins a compound: 60-tals + inredning. */
  numberMiddle: 1 << 14,
  /** Ends a number: 87-åringen. */
  numberEnd: 1 << 15,
  ordinal: 1 << 16,
  /** Another form of the same lemma and tag is preferred (givit beside gett). */
  variant: 1 << 17,
} as const;

/** Where things lie in the file, in 32-bit words except `textBytes`. */
export interface Header {
  root: number;
  states: number;
  annotations: number;
  annotationCount: number;
  pool: number;
  text: number;
  textBytes: number;
  forms: number;
}

export const HEADER_FIELDS = [
  'root',
  'states',
  'annotations',
  'annotationCount',
  'pool',
  'text',
  'textBytes',
  'forms',
] as const satisfies readonly (keyof Header)[];
