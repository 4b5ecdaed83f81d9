import {
  addAfterFeatures,
  addBeforeFeatures,
  addContextFeatures,
  addHistoryFeatures,
  addOwnFeatures,
  addTagFeatures,
  FeatureList,
  NO_TAG,
} from '../../analyse/tagger/features.ts';
import { PARTS, TagTable } from '../../analyse/tagger/tags.ts';
import { type Analyser, EDGE, readWord, type Word } from '../../analyse/tagger/word.ts';
import type { TaggedSentence } from './conllu.ts';
import { FeatureIndex } from './feature-index.ts';
import { type Packing, pack } from './pack.ts';
import { Random } from './random.ts';
import { Weights } from './weights.ts';

/** How a tagger is trained. */
export interface Training extends Packing {
  /** How often each run goes through the sentences. */
  readonly epochs: number;
  /** How many runs, each in an order of its own, are averaged. */
  readonly runs: number;
  /** A feature seen fewer times is not learned. */
  readonly least: number;
}

export const DEFAULT_TRAINING: Training = {
  epochs: 5,
  runs: 4,
  least: 2,
  scale: 4,
  faintest: 2,
};

interface Example {
  readonly words: readonly Word[];
  readonly gold: Uint8Array;
  /** Numbers of the features that the words alone give, token after token, and where each token's begin. */
  readonly features: Int32Array;
  readonly starts: Int32Array;
}

/**
 * Trains an averaged perceptron that tags from left to right, and packs it. The same sentences, lexicon and settings
 * always give the same bytes.
 */
export function train(
  sentences: readonly TaggedSentence[],
  lexicon: Analyser,
  training: Training = DEFAULT_TRAINING,
): Uint8Array {
  const tags = new TagTable([...new Set(sentences.flatMap((sentence) => sentence.tags))].sort());
  const numbers = new Map(tags.names.map((name, number) => [name, number]));
  const cache = new Map<string, Word>();
  const wordOf = (text: string): Word => {
    const word = cache.get(text) ?? readWord(text, lexicon);
    cache.set(text, word);
    return word;
  };
  const read = sentences.map((sentence) => ({
    words: sentence.words.map(wordOf),
    gold: Uint8Array.from(sentence.tags, (tag) => numbers.get(tag)!),
  }));

  const index = new FeatureIndex();
  const list = new FeatureList();
  for (const { words, gold } of read) {
    for (let at = 0; at < words.length; at++) {
      list.clear();
      addWordFeatures(list, words, at);
      addGivenFeatures(list, words, at, gold, tags);
      index.count(list.hashes, list.length);
    }
  }
  index.close(training.least);

  const examples = read.map(({ words, gold }): Example => {
    const features: Int32Array[] = [];
    const starts = new Int32Array(words.length + 1);
    const row = new Int32Array(list.hashes.length);
    for (let at = 0; at < words.length; at++) {
      list.clear();
      addWordFeatures(list, words, at);
      features.push(row.slice(0, index.numbers(list.hashes, list.length, row, 0)));
      starts[at + 1] = starts[at]! + features.at(-1)!.length;
    }
    const all = new Int32Array(starts[words.length]!);
    for (const [at, some] of features.entries()) all.set(some, starts[at]!);
    return { words, gold, features: all, starts };
  });

  const weights = learn(examples, tags, index, training);
  return pack(tags, index.hashes, weights, training);
}

/** Everything but the history. */
function addWordFeatures(list: FeatureList, words: readonly Word[], at: number): void {
  addOwnFeatures(list, words[at]!);
  addBeforeFeatures(list, at > 0 ? words[at - 1]! : EDGE);
  addAfterFeatures(list, words[at + 1] ?? EDGE);
  addContextFeatures(list, words, at);
}

/** All that the tags given to the words before say. */
function addGivenFeatures(
  list: FeatureList,
  words: readonly Word[],
  at: number,
  given: ArrayLike<number>,
  tags: TagTable,
): void {
  addTagFeatures(list, at > 0 ? given[at - 1]! : NO_TAG, at > 1 ? given[at - 2]! : NO_TAG, tags);
  addHistoryFeatures(list, words, at, given, tags);
}

function learn(
  examples: readonly Example[],
  tags: TagTable,
  index: FeatureIndex,
  training: Training,
): Weights {
  const weights = new Weights(index.hashes.length);
  const list = new FeatureList();
  const features = new Int32Array(list.hashes.length);
  const scores = new Float64Array(tags.labels + 1);
  for (let run = 0; run < training.runs; run++) {
    const random = new Random(run + 1);
    const order = [...examples];
    for (let epoch = 0; epoch < training.epochs; epoch++) {
      random.shuffle(order);
      for (const { words, gold, features: known, starts } of order) {
        const given = new Uint8Array(words.length);
        for (let at = 0; at < words.length; at++) {
          const start = known.subarray(starts[at]!, starts[at + 1]!);
          features.set(start);
          list.clear();
          addGivenFeatures(list, words, at, given, tags);
          const length = index.numbers(list.hashes, list.length, features, start.length);
          weights.step();
          scores.fill(0);
          weights.score(features, length, scores);
          const right = gold[at]!;
          const rival = bestTag(scores, tags, tags.choices[words[at]!.marks]);
          if (rival !== right) update(weights, features, length, tags, right, rival);
          given[at] = rival;
        }
      }
    }
    weights.endRun();
  }
  return weights;
}

/** The tag among `choices` with the highest score. */
function bestTag(scores: Float64Array, tags: TagTable, choices: Uint8Array): number {
  let best = 0;
  let highest = -Infinity;
  for (const tag of choices) {
    const row = tag * PARTS;
    let score = 0;
    for (let part = row; part < row + PARTS; part++) score += scores[tags.parts[part]!]!;
    if (score > highest) {
      highest = score;
      best = tag;
    }
  }
  return best;
}

/** Moves the weights of what the two tags don't share towards the right one. */
function update(
  weights: Weights,
  features: Int32Array,
  length: number,
  tags: TagTable,
  right: number,
  wrong: number,
): void {
  const rightParts = tags.labelsOf(right);
  const wrongParts = tags.labelsOf(wrong);
  for (const label of rightParts) {
    if (wrongParts.includes(label)) continue;
    for (let at = 0; at < length; at++) weights.change(features[at]!, label, 1);
  }
  for (const label of wrongParts) {
    if (rightParts.includes(label)) continue;
    for (let at = 0; at < length; at++) weights.change(features[at]!, label, -1);
  }
}
