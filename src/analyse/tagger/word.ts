import { hashText, mix } from './hash.ts';

/** What the tagger asks of a lexicon; `Lexicon` is one. */
export interface Analyser {
  analyses(form: string): readonly { readonly lemma: string; readonly tag: string }[];
}

/** What is known of a word without its context: hashes, 0 where there is nothing. */
export interface Word {
  /** The form as `normalise` has it. */
  readonly form: number;
  /** Capitals, digits and marks. */
  readonly shape: number;
  /** Whether its tag is that of a mark (MAD, MID, PAD). */
  readonly marks: 'only' | 'no' | 'maybe';
  /** The last 1 to 6 letters, as far as the word is longer. */
  readonly suffixes: readonly number[];
  /** The first 2 to 4 letters. */
  readonly prefixes: readonly number[];
  /** The set of tags that the lexicon gives. */
  readonly ambiguity: number;
  /** The set of word classes that the lexicon gives. */
  readonly classes: number;
  /** Each of the lexicon's tags. */
  readonly tags: readonly number[];
  /** Each of the lexicon's lemmas. */
  readonly lemmas: readonly number[];
}

/** What stands before a sentence's first word and after its last. */
export const EDGE: Word = {
  form: 1,
  shape: 1,
  marks: 'maybe',
  suffixes: [1, 1, 1, 1, 1, 1],
  prefixes: [1, 1, 1],
  ambiguity: 1,
  classes: 1,
  tags: [],
  lemmas: [],
};

/** Lower case, every digit 0, quotation marks and dashes of one kind each. */
export function normalise(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-zåäöé]+$/.test(lower)) return lower;
  return lower
    .normalize()
    .replace(/\p{Nd}/gu, '0')
    .replace(/["”“„»«’‘]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/…/g, '...');
}

export function readWord(text: string, lexicon: Analyser): Word {
  const form = normalise(text);
  const end = form.length;
  const suffixes = [0, 0, 0, 0, 0, 0];
  for (let n = 1; n <= 6 && n < end; n++) suffixes[n - 1] = hashText(form, end - n, end);
  const prefixes = [0, 0, 0];
  for (let n = 2; n <= 4 && n < end; n++) prefixes[n - 2] = hashText(form, 0, n);
  const tags: number[] = [];
  const classes: number[] = [];
  const lemmas: number[] = [];
  for (const { tag, lemma } of lexicon.analyses(composed(text))) {
    const known = hashesOf(tag);
    addNew(tags, known.tag);
    addNew(classes, known.wordClass);
    addNew(lemmas, hashText(lemma));
  }
  return {
    form: hashText(form),
    shape: hashText(shapeOf(text)),
    marks: marksIn(text),
    suffixes,
    prefixes,
    ambiguity: hashSet(tags),
    classes: hashSet(classes),
    tags,
    lemmas,
  };
}

/** NFC; most words are that already. */
function composed(text: string): string {
  return /^[\x20-\xff]*$/.test(text) ? text : text.normalize();
}

function marksIn(text: string): Word['marks'] {
  const first = text.charAt(0);
  if ((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z')) return 'no';
  if (/[\p{L}\p{N}]/u.test(text)) return 'no';
  return /^[.,:;!?…()[\]{}"”“„»«'’‘*=/–—-]+$/.test(text) ? 'only' : 'maybe';
}

interface TagHashes {
  readonly tag: number;
  readonly wordClass: number;
}

/** The lexicon has a few hundred tags; each is hashed once. */
const tagHashes = new Map<string, TagHashes>();

function hashesOf(tag: string): TagHashes {
  let hashes = tagHashes.get(tag);
  if (hashes === undefined) {
    hashes = { tag: hashText(tag), wordClass: hashText(tag.split('|', 1)[0]!) };
    tagHashes.set(tag, hashes);
  }
  return hashes;
}

function addNew(list: number[], item: number): void {
  if (!list.includes(item)) list.push(item);
}

/** A hash of some hashes, whatever their order; 0 for none. */
function hashSet(hashes: readonly number[]): number {
  let sum = 0;
  for (const hash of hashes) sum = (sum + mix(hash, 1)) | 0;
  return sum === 0 ? 0 : mix(sum, hashes.length);
}

/** ”Xx” for Anna, ”X” for EU, ”d” for 1998, ”d-x” for 90-tal: runs as one sign, at most eight. */
function shapeOf(text: string): string {
  let shape = '';
  let last = '';
  for (let at = 0; at < text.length && shape.length < 8; at++) {
    const kind = kindOf(text[at]!);
    if (kind !== last) shape += kind;
    last = kind;
  }
  return shape;
}

function kindOf(sign: string): string {
  if ((sign >= 'a' && sign <= 'z') || 'åäöé'.includes(sign)) return 'x';
  if (sign >= 'A' && sign <= 'Z') return 'X';
  if (sign >= '0' && sign <= '9') return 'd';
  if (sign < '\x80') return sign === '"' ? "'" : sign;
  if (/\p{Lu}/u.test(sign)) return 'X';
  if (/\p{L}/u.test(sign)) return 'x';
  return /\p{Nd}/u.test(sign) ? 'd' : normalise(sign);
}
