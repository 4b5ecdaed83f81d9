import { Recent } from '../../recent.ts';
import { lemmaOf } from '../lemma.ts';
import type { Reading } from '../morphology.ts';
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
import { type Choices, Model, type Sum } from './model.ts';
import { type Analyser, EDGE, readWord, type Word } from './word.ts';

/** A word with what it says by itself, about its own tag and its neighbours': running text repeats its words. */
interface Met {
  readonly text: string;
  readonly word: Word;
  /** With the tags that it has had. */
  readonly readings: Reading[];
  /** The number of its tag, for a token of `CERTAIN`. */
  readonly certain: number | undefined;
  before: Sum | undefined;
  after: Sum | undefined;
  /** The tags that it may have, with what it says for each by itself. */
  choices: Choices | undefined;
}

function metFirst(text: string, word: Word, certain?: number): Met {
  return {
    text,
    word,
    readings: [],
    certain,
    before: undefined,
    after: undefined,
    choices: undefined,
  };
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
  /** The tokens met, by what they say. */
  readonly #met = new Recent<Met>();
  readonly #edge = metFirst('', EDGE);
  readonly #features = new FeatureList();
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

  /** The tags of one sentence's tokens, marks included: as many as there are texts. Time is linear in their number. */
  tag(texts: readonly string[]): string[] {
    return this.read(texts.map((text) => ({ text }))).map(({ tag }) => tag);
  }

  /** The same with their lemmas. The same token with the same tag is the same reading. */
  read(tokens: readonly { readonly text: string }[]): Reading[] {
    const met: Met[] = [];
    const words: Word[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const one = this.#meet(tokens[at]!.text);
      met.push(one);
      words.push(one.word);
    }
    const given = new Uint8Array(words.length);
    const readings: Reading[] = [];
    for (let at = 0; at < words.length; at++) {
      const one = met[at]!;
      const tag = one.certain ?? this.#best(met, words, at, given);
      given[at] = tag;
      readings.push(this.#readingOf(one, tag));
    }
    return readings;
  }

  #readingOf({ text, readings }: Met, number: number): Reading {
    const tag = this.#model.tags.names[number]!;
    for (const known of readings) if (known.tag === tag) return known;
    const reading = { text, tag, lemma: lemmaOf(text, tag, this.#lexicon) };
    readings.push(reading);
    return reading;
  }

  #best(met: readonly Met[], words: readonly Word[], at: number, given: Uint8Array): number {
    const { tags } = this.#model;
    const here = met[at]!;
    const left = at > 0 ? met[at - 1]! : this.#edge;
    const right = at + 1 < met.length ? met[at + 1]! : this.#edge;
    here.choices ??= this.#model.likely(this.#sum(addOwnFeatures, here.word), tags.choices[here.word.marks]);
    left.before ??= this.#sum(addBeforeFeatures, left.word);
    right.after ??= this.#sum(addAfterFeatures, right.word);
    const pair = this.#tagPair(at > 0 ? given[at - 1]! : NO_TAG, at > 1 ? given[at - 2]! : NO_TAG);
    const early = this.#model.choose(here.choices, left.before, right.after, pair);
    if (early !== undefined) return early;
    const list = this.#features;
    list.clear();
    addHistoryFeatures(list, words, at, given, tags);
    const late = this.#model.chooseBy(list);
    if (late !== undefined) return late;
    list.clear();
    addContextFeatures(list, words, at);
    return this.#model.chosenBy(list);
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

  #meet(text: string): Met {
    let known = this.#met.get(text);
    if (!known) {
      known = metFirst(text, readWord(text, this.#lexicon), this.#certain.get(text));
      this.#met.set(text, known);
    }
    return known;
  }
}
