import { mix } from './hash.ts';
import { Role, type TagTable } from './tags.ts';
import { EDGE, type Word } from './word.ts';

/** No token has more features of one kind than this. */
const MOST_FEATURES = 128;

/** Features as 32-bit hashes. Each template has a number of its own, so that equal values of two don't meet. */
export class FeatureList {
  readonly hashes = new Int32Array(MOST_FEATURES);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  add(template: number, a: number, b = 0): void {
    if (this.length < MOST_FEATURES)
      this.hashes[this.length++] = mix(mix(a, b + 77), Math.imul(template, 2654435));
  }
}

/** Adds what a word by itself says about its tag. */
export function addOwnFeatures(list: FeatureList, word: Word): void {
  const { form, shape, suffixes, prefixes, ambiguity } = word;
  list.add(0, 0);
  list.add(1, form);
  list.add(2, shape);
  for (let n = 0; n < suffixes.length; n++) if (suffixes[n] !== 0) list.add(10 + n, suffixes[n]!);
  for (let n = 0; n < prefixes.length; n++) if (prefixes[n] !== 0) list.add(20 + n, prefixes[n]!);
  list.add(30, suffixes[2]!, shape);
  list.add(31, ambiguity);
  list.add(32, ambiguity, suffixes[2]!);
  list.add(33, ambiguity, shape);
  for (let n = 0; n < word.tags.length; n++) list.add(34, word.tags[n]!);
  for (let n = 0; n < word.lemmas.length; n++) list.add(35, word.lemmas[n]!);
}

/** Adds what a word by itself says about the tag of the word after it. */
export function addBeforeFeatures(list: FeatureList, before: Word): void {
  list.add(40, before.form);
  list.add(41, before.suffixes[2]!);
  list.add(42, before.ambiguity);
}

/** Adds what a word by itself says about the tag of the word before it. */
export function addAfterFeatures(list: FeatureList, after: Word): void {
  list.add(50, after.form);
  list.add(51, after.suffixes[2]!);
  list.add(52, after.ambiguity);
  list.add(53, after.shape);
}

/** Adds what the words around the one at `at`, and all of them together, say about its tag beyond that. */
export function addContextFeatures(list: FeatureList, words: readonly Word[], at: number): void {
  const before2 = at > 1 ? words[at - 2]! : EDGE;
  const before = at > 0 ? words[at - 1]! : EDGE;
  const word = words[at]!;
  const after = at + 1 < words.length ? words[at + 1]! : EDGE;
  const after2 = at + 2 < words.length ? words[at + 2]! : EDGE;
  const { form, ambiguity } = word;
  const ahead = mix(after.classes, after2.classes);
  if (at === 0) {
    list.add(60, word.shape);
    list.add(61, ambiguity);
  }
  list.add(62, before2.form);
  list.add(63, after2.form);
  list.add(64, before.form, form);
  list.add(65, form, after.form);
  list.add(66, ambiguity, after.ambiguity);
  list.add(67, before.ambiguity, ambiguity);
  list.add(68, ahead);
  list.add(69, ambiguity, ahead);
  list.add(70, form, after.classes);
  list.add(71, form, ahead);
  list.add(72, form, before.classes);
  list.add(73, before2.classes, mix(before.classes, ambiguity));
  list.add(74, before.classes, mix(ambiguity, after.classes));
}

const START = 3;

/** In the place of a tag, before a sentence's first word. */
export const NO_TAG = -1;

/** Adds what the tags of the two words before say by themselves, the nearest first. */
export function addTagFeatures(list: FeatureList, one: number, two: number, tags: TagTable): void {
  const tag1 = one === NO_TAG ? START : tags.hashes[one]!;
  const tag2 = two === NO_TAG ? START : tags.hashes[two]!;
  list.add(100, tag1);
  list.add(101, tag1, tag2);
  list.add(104, tag2);
}

/** Adds what the tags already given to the words before `at` say about it beyond that. */
export function addHistoryFeatures(
  list: FeatureList,
  words: readonly Word[],
  at: number,
  given: ArrayLike<number>,
  tags: TagTable,
): void {
  const word = words[at]!;
  const after = at + 1 < words.length ? words[at + 1]! : EDGE;
  const tag1 = at > 0 ? tags.hashes[given[at - 1]!]! : START;
  const class1 = at > 0 ? tags.classes[given[at - 1]!]! : START;
  const class2 = at > 1 ? tags.classes[given[at - 2]!]! : START;
  const class3 = at > 2 ? tags.classes[given[at - 3]!]! : START;
  list.add(102, tag1, word.form);
  list.add(103, tag1, word.suffixes[2]!);
  list.add(105, class1, mix(class2, class3));
  list.add(106, tag1, after.form);
  list.add(107, tag1, word.ambiguity);
  list.add(108, tag1, after.ambiguity);
  list.add(109, tag1, mix(word.ambiguity, after.classes));

  const verb = verbBefore(at, given, tags);
  const verbTag = verb < 0 ? 10 - verb : tags.hashes[given[verb]!]!;
  const verbLemma = verb < 0 ? 0 : lemmaOrForm(words[verb]!);
  list.add(110, verbTag, word.ambiguity);
  list.add(111, verbLemma, word.ambiguity);
  list.add(112, verbLemma, word.form);
  for (let n = 0; n < word.tags.length; n++) {
    const tag = word.tags[n]!;
    list.add(113, tag1, tag);
    list.add(114, verbLemma, tag);
    list.add(115, after.classes, tag);
  }
}

function lemmaOrForm({ lemmas, form }: Word): number {
  return lemmas.length > 0 ? lemmas[0]! : form;
}

const NO_VERB = -1;
const CLAUSE_BEGAN = -2;

/** Where the last verb of the clause so far stands, looking back 10 words; else one of the constants above. */
function verbBefore(at: number, given: ArrayLike<number>, tags: TagTable): number {
  for (let back = at - 1; back >= 0 && back >= at - 10; back--) {
    const role = tags.roles[given[back]!]!;
    if (role === Role.verb) return back;
    if (role === Role.border) return CLAUSE_BEGAN;
  }
  return NO_VERB;
}
