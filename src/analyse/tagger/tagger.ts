import {
  addAfterFeatures,
  addBeforeFeatures,
  addContextFeatures,
  addHistoryFeatures,
  addOwnFeatures,
  addTagFeatures,
  FeatureList,
  NO_TAG,
} from './features.ts';
import { Model, type Sum } from './model.ts';
import { type Analyser, EDGE, readWord, type Word } from './word.ts';

const CACHED_WORDS = 6_000;

/** What words say by themselves, about their own tag or a neighbour's: running text repeats its words. */
class Sums {
  readonly #known = new Map<Word, Sum>();
  readonly #work: (word: Word) => Sum;

  constructor(work: (word: Word) => Sum) {
    this.#work = work;
  }

  of(word: Word): Sum {
    let sum = this.#known.get(word);
    if (sum === undefined) {
      sum = this.#work(word);
      this.#known.set(word, sum);
    }
    return sum;
  }

  clear(): void {
    this.#known.clear();
  }
}

/**
 * The commonest tokens that are one thing only, by tag: nothing need be weighed. A word is here when it is frequent in the
 * training treebank and has no other tag there.
 */
const CERTAIN: Readonly<Record<string, string>> = {
  MAD: '. ? !',
  MID: ',',
  PAD: '” " ( )',
  KN: 'och eller men',
  SN: 'eftersom',
  PP: 'i från vid mellan genom inom hos mot enligt',
  HA: 'när hur',
  AB: 'inte också här nu även redan dock alltså kanske dessutom',
  'VB|PRS|AKT': 'är har kan får ska skall kommer blir gäller vill behöver bör ger innebär',
  'VB|PRS|SFO': 'finns',
  'VB|PRT|AKT': 'skulle hade kunde',
  'VB|INF|AKT': 'kunna bli göra',
  'PN|UTR|SIN|DEF|SUB': 'du han hon',
  'PN|UTR|SIN|DEF|OBJ': 'dig',
  'PN|UTR|PLU|DEF|OBJ': 'oss',
  'PN|UTR/NEU|PLU|DEF|OBJ': 'dem',
  'PN|UTR/NEU|SIN/PLU|DEF|OBJ': 'sig',
  'PS|UTR|SIN|DEF': 'sin',
  'PS|NEU|SIN|DEF': 'sitt',
  'PS|UTR/NEU|PLU|DEF': 'sina',
  'PS|UTR/NEU|SIN/PLU|DEF': 'deras',
  'DT|UTR/NEU|SIN|IND': 'varje',
};

/** Gives each token of a sentence its tag in the SUC tag set: `NN|UTR|SIN|DEF|NOM`, `VB|PRS|SFO`, `MAD`. */
export class Tagger {
  readonly #model: Model;
  readonly #lexicon: Analyser;
  /** The words met. */
  readonly #words = new Map<string, Word>();
  readonly #features = new FeatureList();
  readonly #own = new Sums((word) => this.#sum(addOwnFeatures, word));
  readonly #before = new Sums((word) => this.#sum(addBeforeFeatures, word));
  readonly #after = new Sums((word) => this.#sum(addAfterFeatures, word));
  /** What two tags in a row say about the next. */
  readonly #tagPairs: (Sum | undefined)[];
  /** The tokens of `CERTAIN` with the numbers of their tags. */
  readonly #certain: ReadonlyMap<string, number>;

  /**
   * @param model a model's bytes, `dictionaries/taggare-sv/taggare-sv.bin`, or a model to be shared
   * @throws RangeError when the bytes are not a model of this version.
   */
  constructor(model: Uint8Array | Model, lexicon: Analyser) {
    this.#model = model instanceof Model ? model : new Model(model);
    this.#lexicon = lexicon;
    const { names } = this.#model.tags;
    this.#tagPairs = new Array((names.length + 1) ** 2);
    this.#certain = new Map(
      Object.entries(CERTAIN).flatMap(([tag, texts]) =>
        names.includes(tag) ? texts.split(' ').map((text) => [text, names.indexOf(tag)] as const) : [],
      ),
    );
  }

  /** The same tagger, with another lexicon. The model is shared. */
  with(lexicon: Analyser): Tagger {
    return new Tagger(this.#model, lexicon);
  }

  /** The tags of one sentence's tokens, marks included: as many as there are words. Time is linear in their number. */
  tag(texts: readonly string[]): string[] {
    const { tags } = this.#model;
    const words = texts.map((text) => this.#word(text));
    const given = new Uint8Array(words.length);
    for (let at = 0; at < words.length; at++)
      given[at] = this.#certain.get(texts[at]!) ?? this.#best(words, at, given);
    return Array.from(given, (tag) => tags.names[tag]!);
  }

  #best(words: readonly Word[], at: number, given: Uint8Array): number {
    const { tags } = this.#model;
    const word = words[at]!;
    const own = this.#own.of(word);
    const before = this.#before.of(at > 0 ? words[at - 1]! : EDGE);
    const after = this.#after.of(at + 1 < words.length ? words[at + 1]! : EDGE);
    const pair = this.#tagPair(at > 0 ? given[at - 1]! : NO_TAG, at > 1 ? given[at - 2]! : NO_TAG);
    const features = (): FeatureList => {
      const list = this.#features;
      list.clear();
      addContextFeatures(list, words, at);
      addHistoryFeatures(list, words, at, given, tags);
      return list;
    };
    return this.#model.best(features, own, before, after, pair, tags.choices[word.marks]);
  }

  #sum(add: (list: FeatureList, word: Word) => void, word: Word): Sum {
    this.#features.clear();
    add(this.#features, word);
    return this.#model.sum(this.#features);
  }

  #tagPair(one: number, two: number): Sum {
    const { tags } = this.#model;
    const row = (one + 1) * (tags.names.length + 1) + two + 1;
    let sum = this.#tagPairs[row];
    if (sum === undefined) {
      this.#features.clear();
      addTagFeatures(this.#features, one, two, tags);
      sum = this.#model.sum(this.#features);
      this.#tagPairs[row] = sum;
    }
    return sum;
  }

  #word(text: string): Word {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    if (this.#words.size >= CACHED_WORDS) {
      this.#words.clear();
      for (const sums of [this.#own, this.#before, this.#after]) sums.clear();
    }
    const word = readWord(text, this.#lexicon);
    this.#words.set(text, word);
    return word;
  }
}
