import { perBlock } from './per-block.ts';
import type { Block, Sentence, Text, Token } from './text.ts';
import { zoneBits } from './zones.ts';

/**
 * Figures on a text. What is counted: paragraphs, headings and list items, with the quotations in them. Table cells and
 * code blocks are no running text and are left out of all figures.
 *
 * - A word is a word or a number; an address, file name, diary number or stretch of code is one word, never a long one.
 * - A sentence ends as the parser says, and with its block, so headings and list items are sentences of their own. But
 *   a colon ends none here: LIX is older than the treebank and counts otherwise. Figures alone (”3 §”) are no sentence.
 */
export interface Measures {
  readonly words: number;
  /** Headings and list items among them, as LIX wants it. */
  readonly sentences: number;
  /** Björnsson's LIX; `undefined` under 50 words. */
  readonly lix: number | undefined;
  /** Long words per sentence, Anderson's RIX; `undefined` under 50 words. */
  readonly rix: number | undefined;
  /** Words per sentence, headings left out. */
  readonly sentenceMean: number | undefined;
  /** The share (0–1) of sentences of more than 25 words, headings left out. */
  readonly longSentences: number | undefined;
  /** The words of the longest sentence, headings left out. */
  readonly longestSentence: number;
  /** Letters per word; numbers and addresses left out. */
  readonly wordLength: number | undefined;
  /** Word variation; `undefined` under 200 words. */
  readonly ovix: number | undefined;
}

/** What a block or a sentence adds to the figures: everything sums. */
export interface Counts {
  words: number;
  sentences: number;
  /** Words of more than six letters. */
  longWords: number;
  /** The letters of the words that `spelled` counts. */
  letters: number;
  /** Words that are letters: no numbers, no addresses. */
  spelled: number;
  /** Of `words` and `sentences`, those that stand outside headings. */
  readonly running: { words: number; sentences: number; longSentences: number; longest: number };
  /** The different words, in lower case. */
  readonly types: Set<string>;
}

const LONG_WORD = 6;
const LONG_SENTENCE = 25;
const LEAST_FOR_LIX = 50;
const LEAST_FOR_OVIX = 200;

/** LIX = words per sentence + long words per cent. */
export function lix(words: number, sentences: number, longWords: number): number {
  return words / sentences + (100 * longWords) / words;
}

/** OVIX; `undefined` where the formula has no value: fewer than two words, or no word that comes twice. */
export function ovix(words: number, types: number): number | undefined {
  if (words < 2 || types >= words) return undefined;
  return Math.log(words) / Math.log(2 - Math.log(types) / Math.log(words));
}

/** The figures that counts give. */
export function measuresOf(counts: Counts): Measures {
  const { words, sentences, longWords, letters, spelled, running } = counts;
  const enough = words >= LEAST_FOR_LIX;
  return {
    words,
    sentences,
    lix: enough ? lix(words, sentences, longWords) : undefined,
    rix: enough ? longWords / sentences : undefined,
    sentenceMean: running.sentences > 0 ? running.words / running.sentences : undefined,
    longSentences: running.sentences > 0 ? running.longSentences / running.sentences : undefined,
    longestSentence: running.longest,
    wordLength: spelled > 0 ? letters / spelled : undefined,
    get ovix() {
      return words >= LEAST_FOR_OVIX ? ovix(words, counts.types.size) : undefined;
    },
  };
}

function noCounts(): Counts {
  const running = { words: 0, sentences: 0, longSentences: 0, longest: 0 };
  return { words: 0, sentences: 0, longWords: 0, letters: 0, spelled: 0, running, types: new Set() };
}

/** Adds counts to a sum, their different words left out. */
function add(sum: Counts, counts: Counts): void {
  sum.words += counts.words;
  sum.sentences += counts.sentences;
  sum.longWords += counts.longWords;
  sum.letters += counts.letters;
  sum.spelled += counts.spelled;
  sum.running.words += counts.running.words;
  sum.running.sentences += counts.running.sentences;
  sum.running.longSentences += counts.running.longSentences;
  sum.running.longest = Math.max(sum.running.longest, counts.running.longest);
}

/** The counts of a text, or of a part of one. The different words are only put together when they are asked for: OVIX alone needs them. */
export function countsOf(blocks: readonly Block[]): Counts {
  const sum = noCounts();
  for (const block of blocks) add(sum, countsOfBlock(block));
  return {
    ...sum,
    get types() {
      return new Set(blocks.flatMap((block) => [...countsOfBlock(block).types]));
    },
  };
}

/** The counts of one block. Blocks are independent: the counts of a text are their sum. */
const countsOfBlock = perBlock((block): Counts => {
  const counts = noCounts();
  if (block.kind === 'table-cell') return counts;
  for (const sentence of lixSentences(block)) {
    const before = counts.words;
    for (const part of sentence) countWords(part, counts);
    const length = counts.words - before;
    counts.sentences++;
    if (block.kind === 'heading') continue;
    counts.running.words += length;
    counts.running.sentences++;
    if (length > LONG_SENTENCE) counts.running.longSentences++;
    counts.running.longest = Math.max(counts.running.longest, length);
  }
  return counts;
});

/** A block's sentences as LIX counts them, each as the parser's sentences that it is made of. */
function* lixSentences(block: Block): Generator<readonly Sentence[]> {
  let open: Sentence[] = [];
  for (const sentence of block.sentences) {
    if (sentence.words.some(({ kind }) => kind === 'word')) open.push(sentence);
    if (sentence.tokens.at(-1)!.text === ':') continue;
    if (open.length > 0) yield open;
    open = [];
  }
  if (open.length > 0) yield open;
}

/** A sentence as LIX counts it: one that a colon ends goes on in the next. */
export interface SentenceLength {
  readonly parts: readonly Sentence[];
  readonly words: number;
  readonly longWords: number;
}

/** The sentences of a block as LIX counts them, with their lengths. */
export function* sentenceLengths(block: Block): Generator<SentenceLength> {
  for (const parts of lixSentences(block)) {
    const { words, longWords } = parts.reduce((sum, one) => countWords(one, sum), noCounts());
    yield { parts, words, longWords };
  }
}

const LEAST_FOR_NOMINAL_RATIO = 200;

/** Tags by what they do to the nominal ratio: names, interrogatives and relatives do nothing. */
const NOMINAL = /^(?:NN|PP|PC)(?:\||$)/;
const VERBAL = /^(?:PN|AB|VB)(?:\||$)/;
const NAME = zoneBits(['name']);

/**
 * Nouns, prepositions and participles per pronoun, adverb and verb, as Sparv counts them; `undefined` under 200 words.
 * It asks the tagger for every sentence, so it is no part of `Measures`: texts without a language core are measured too.
 */
export function nominalRatio(text: Text): number | undefined {
  if (text.measures.words < LEAST_FOR_NOMINAL_RATIO) return undefined;
  return nominalRatioOf(text.blocks.filter(({ kind }) => kind !== 'table-cell'));
}

/** The nominal ratio of some blocks, however short; `undefined` when they have no verb, adverb or pronoun. */
export function nominalRatioOf(blocks: readonly Block[]): number | undefined {
  let nominal = 0;
  let verbal = 0;
  for (const block of blocks) {
    const counts = nominalCounts(block);
    nominal += counts.nominal;
    verbal += counts.verbal;
  }
  return verbal > 0 ? nominal / verbal : undefined;
}

const nominalCounts = perBlock(({ sentences }) => {
  const counts = { nominal: 0, verbal: 0 };
  for (const { tokens, readings } of sentences) {
    for (let at = 0; at < readings.length; at++) {
      const { tag } = readings[at]!;
      if (NOMINAL.test(tag)) counts.nominal += tokens[at]!.zones & NAME ? 0 : 1;
      else if (VERBAL.test(tag)) counts.verbal++;
    }
  }
  return counts;
});

/** A sentence that raises a text's LIX. */
export interface LixDriver {
  readonly sentence: Sentence;
  /** The LIX of the text without it and the drivers before it. */
  readonly without: number;
}

interface LixPart {
  readonly sentence: Sentence;
  readonly words: number;
  readonly longWords: number;
}

/** What each sentence of a block, as LIX has them, adds to its figures. */
const lixParts = perBlock((block): readonly LixPart[] =>
  [...lixSentences(block)].map((parsed) => {
    const { words, longWords } = parsed.reduce((sum, one) => countWords(one, sum), noCounts());
    return { sentence: parsed[0]!, words, longWords };
  }),
);

/** The sentences that raise LIX most, at most so many, heaviest first. Headings are let be: they are names of what follows. */
export function lixDrivers(text: Text, most: number): LixDriver[] {
  const parts: LixPart[] = [];
  let [words, sentences, longWords] = [0, 0, 0];
  for (const block of text.blocks) {
    if (block.kind === 'table-cell') continue;
    for (const part of lixParts(block)) {
      words += part.words;
      longWords += part.longWords;
      sentences++;
      if (block.kind !== 'heading') parts.push(part);
    }
  }
  const without = (part: { words: number; longWords: number }): number =>
    words > part.words && sentences > 1
      ? lix(words - part.words, sentences - 1, longWords - part.longWords)
      : Number.POSITIVE_INFINITY;
  const heaviest = parts
    .map((part) => ({ part, lix: without(part) }))
    .sort((a, b) => a.lix - b.lix)
    .slice(0, most);
  const drivers: LixDriver[] = [];
  let least = lix(words, sentences, longWords);
  for (const { part } of heaviest) {
    const rest = without(part);
    if (rest >= least) break;
    least = rest;
    drivers.push({ sentence: part.sentence, without: rest });
    words -= part.words;
    sentences--;
    longWords -= part.longWords;
  }
  return drivers;
}

/** Stretches that are one word however many tokens they are, and never a long one. */
const ONE_WORD = zoneBits(['link-target', 'e-mail', 'file-name', 'diary-number', 'code']);
const CODE = zoneBits(['code']);

/** Adds a sentence's words to `counts`, and nothing else of it. */
function countWords(sentence: Sentence, counts: Counts): Counts {
  let last: Token | undefined;
  for (const token of sentence.tokens) {
    const { zones, kind } = token;
    const one = zones & ONE_WORD;
    const goesOn = last && one !== 0 && (one & last.zones) !== 0 && (one & CODE || last.end === token.start);
    last = token;
    if (goesOn || (one === 0 && kind !== 'word' && kind !== 'number')) continue;
    counts.words++;
    counts.types.add(token.lower);
    if (one !== 0 || kind === 'number') continue;
    const { letters } = token.form;
    counts.letters += letters;
    counts.spelled++;
    if (letters > LONG_WORD) counts.longWords++;
  }
  return counts;
}
