import { addContextFeatures, addHistoryFeatures, addOwnFeatures, FeatureList } from './features.ts';
import { Model } from './model.ts';
import { type Analyser, readWord, type Word } from './word.ts';

const CACHED_WORDS = 6_000;

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
  /** The words met, and the sums of what they say by themselves: running text repeats its words. */
  readonly #words = new Map<string, Word>();
  readonly #sums = new Map<Word, Int32Array>();
  readonly #features = new FeatureList();
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
    const list = this.#features;
    const sum = this.#sums.get(words[at]!) ?? this.#sum(words[at]!);
    list.clear();
    addContextFeatures(list, words, at);
    addHistoryFeatures(list, words, at, given, this.#model.tags);
    return this.#model.best(list, sum, this.#model.tags.choices[words[at]!.marks]);
  }

  #sum(word: Word): Int32Array {
    this.#features.clear();
    addOwnFeatures(this.#features, word);
    const sum = this.#model.sum(this.#features);
    this.#sums.set(word, sum);
    return sum;
  }

  #word(text: string): Word {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    if (this.#words.size >= CACHED_WORDS) {
      this.#words.clear();
      this.#sums.clear();
    }
    const word = readWord(text, this.#lexicon);
    this.#words.set(text, word);
    return word;
  }
}
