import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Row } from '../rule.ts';

/** SUC tags by the keys of the forms. */
type Tags = Readonly<Record<string, string>>;
/** Forms by their keys. */
type Forms = Map<string, readonly string[]>;

const CLASSES: Readonly<Record<string, Tags>> = {
  VB: {
    inf: 'VB|INF|AKT',
    pres: 'VB|PRS|AKT',
    past: 'VB|PRT|AKT',
    sup: 'VB|SUP|AKT',
    imp: 'VB|IMP|AKT',
    inf_s: 'VB|INF|SFO',
    pres_s: 'VB|PRS|SFO',
    past_s: 'VB|PRT|SFO',
    sup_s: 'VB|SUP|SFO',
  },
  PC: {
    ptc_u: 'PC|PRF|UTR|SIN|IND|NOM',
    ptc_n: 'PC|PRF|NEU|SIN|IND|NOM',
    ptc_pl: 'PC|PRF|UTR/NEU|PLU|IND/DEF|NOM',
  },
  NN: {
    sg: 'NN|UTR|SIN|IND|NOM',
    def: 'NN|UTR|SIN|DEF|NOM',
    pl: 'NN|UTR|PLU|IND|NOM',
    pldef: 'NN|UTR|PLU|DEF|NOM',
    sg_gen: 'NN|UTR|SIN|IND|GEN',
    def_gen: 'NN|UTR|SIN|DEF|GEN',
    pl_gen: 'NN|UTR|PLU|IND|GEN',
    pldef_gen: 'NN|UTR|PLU|DEF|GEN',
  },
  JJ: {
    u: 'JJ|POS|UTR|SIN|IND|NOM',
    n: 'JJ|POS|NEU|SIN|IND|NOM',
    pl: 'JJ|POS|UTR/NEU|PLU|IND/DEF|NOM',
    masc: 'JJ|POS|MAS|SIN|DEF|NOM',
    comp: 'JJ|KOM|UTR/NEU|SIN/PLU|IND/DEF|NOM',
    superl: 'JJ|SUV|UTR/NEU|SIN/PLU|IND|NOM',
    superl_def: 'JJ|SUV|UTR/NEU|SIN/PLU|DEF|NOM',
  },
};

/**
 * A row of the kind `phrases` with its forms, and those of its replacement, written out. A row without a word class in
 * `pos` is given back as it is. Throws an `Error` that names the row and the cure when a lemma has no forms.
 *
 * `pos` is `VB`, `VB|PC` (with its participles), `NN` or `JJ`. A verb is the first word of its phrase (*ta emot*,
 * *ställa sig bakom*), a noun or an adjective the last; the other words stay as they are. The first alternative of
 * `expected` is inflected in the same way, to the same forms. A verb that is given in its s-form has only such forms.
 *
 * `forms` and `expected_forms` may change what is made, each by parts with `|` between them: `past=ålade` gives a form
 * of its own to a key, `+past=ålagde` one more, `-imp` leaves a key out, `pres` takes only the keys that are so named.
 * `s` stands for all s-forms, `gen` for all genitives. `expected_forms` may be a lone `-`: what is expected is advice
 * and is not inflected.
 *
 * The keys: `inf pres past sup imp inf_s pres_s past_s sup_s` and `ptc_u ptc_n ptc_pl`; `sg def pl pldef` and the same
 * with `_gen`; `u n pl masc comp superl superl_def`, where `pl` is the definite form too.
 */
export function expand(row: Row, lexicon: Lexicon): Row {
  const { pos, ...rest } = row;
  if (!pos) return row;
  const { phrase = '', expected = '', forms = '', expected_forms = '' } = row as Readonly<Partial<Row>>;
  const wrong = (cure: string): never => {
    throw new Error(`Raden ”${phrase}”: ${cure}`);
  };
  const classes = pos.split('|').map((name) => CLASSES[name]);
  if (classes.includes(undefined)) {
    wrong(`”pos” är ”${pos}”. Skriv VB, VB|PC, NN eller JJ, eller lämna kolumnen tom.`);
  }
  const tags: Tags = Object.assign({}, ...classes);
  const change = (made: Forms, cell: string): void => {
    const key = changed(made, cell, Object.keys(tags));
    if (key !== undefined) wrong(`nyckeln ”${key}” finns inte. Välj bland ${Object.keys(tags).join(', ')}.`);
  };

  const lemma = new Lemma(phrase, pos, lexicon);
  const made: Forms = new Map();
  for (const [key, tag] of Object.entries(tags)) {
    if (lemma.sForm && !key.endsWith('_s')) continue;
    const form = lemma.inflect(tag);
    if (form !== undefined && lemma.isLikely(tag)) made.set(key, [form]);
  }
  if (made.size === 0) {
    wrong(`ordlistan har inga former av ”${lemma.word}”. Skriv dem i ”forms” och lämna ”pos” tom.`);
  }
  change(made, forms);

  const offered: Forms = new Map();
  if (expected !== '' && expected_forms !== '-') {
    const other = new Lemma(expected.split(' / ')[0]!, pos, lexicon);
    for (const key of made.keys()) {
      const tag = tags[key]!;
      const form = other.inflect(lemma.sForm && !other.sForm ? tag.replace('SFO', 'AKT') : tag);
      if (form !== undefined) offered.set(key, [form]);
    }
    if (offered.size === 0 && expected_forms === '') {
      wrong(`ordlistan har inga former av ”${other.word}”. Skriv dem i ”expected_forms”, eller bara ”-”.`);
    }
    change(offered, expected_forms);
    for (const key of offered.keys()) if (!made.has(key)) offered.delete(key);
  }
  return { ...rest, forms: written(made), expected_forms: written(offered) };
}

/** A word or phrase as a dictionary gives it, to be inflected. */
class Lemma {
  /** The word that is inflected. */
  readonly word: string;
  /** Whether it is a verb given in its s-form, deponent or passive. */
  readonly sForm: boolean;
  readonly #before: string;
  readonly #after: string;
  readonly #lexicon: Lexicon;
  /** A noun's gender, `UTR` or `NEU`. */
  readonly #gender: string;

  constructor(phrase: string, pos: string, lexicon: Lexicon) {
    const verb = pos.startsWith('VB');
    const cut = verb ? `${phrase} `.indexOf(' ') : phrase.lastIndexOf(' ') + 1;
    this.word = verb ? phrase.slice(0, cut) : phrase.slice(cut);
    this.sForm = verb && this.word.endsWith('s');
    this.#before = verb ? '' : phrase.slice(0, cut);
    this.#after = verb ? phrase.slice(cut) : '';
    this.#lexicon = lexicon;
    const noun = lexicon.analyses(this.word).find((one) => one.class === 'NN')?.tag;
    this.#gender = noun?.split('|')[1] ?? 'UTR';
  }

  inflect(tag: string): string | undefined {
    // "ta bort" has "borttagen".
    if (tag.startsWith('PC') && this.#after !== '') return undefined;
    const form = this.#form(tag);
    return form === undefined ? undefined : `${this.#before}${form}${this.#after}`;
  }

  /**
   * Whether the form of a tag is, in a text, a form of this word: an imperative that can be anything else (*innehåll*,
   * *framför*) is not, nor a participle that can be a noun (*företaget*), nor a masculine form that is like any other.
   */
  isLikely(tag: string): boolean {
    const form = this.#form(tag)!;
    if (form === this.word) return !tag.includes('MAS');
    const analyses = this.#lexicon.analyses(form);
    if (tag === 'VB|IMP|AKT') return analyses.every((one) => one.tag === tag);
    return !tag.startsWith('PC') || analyses.every((one) => one.class !== 'NN');
  }

  #form(tag: string): string | undefined {
    // Of two verbs that are called alike the dictionary may give now one, now the other (ledde, ledades).
    if (
      !this.sForm &&
      (tag === 'VB|PRT|SFO' || tag === 'VB|SUP|SFO') &&
      this.#form('VB|INF|SFO') !== undefined
    ) {
      const active = this.#form(tag.replace('SFO', 'AKT'));
      if (active !== undefined) return `${active}s`;
    }
    const form = this.#lexicon.inflect(this.word, tag.replace('NN|UTR', `NN|${this.#gender}`));
    if (form !== undefined || !this.sForm) return form;
    const active = this.#lexicon.analyses(this.word).find((one) => one.tag === 'VB|INF|SFO')?.lemma;
    return active === undefined ? undefined : this.#lexicon.inflect(active, tag.replace('AKT', 'SFO'));
  }
}

/** Makes the changes that a cell asks for. Gives back a key of it that there isn't. */
function changed(made: Forms, cell: string, keys: readonly string[]): string | undefined {
  const only = new Set<string>();
  const given = new Set<string>();
  for (const part of cell === '' ? [] : cell.split('|')) {
    const [, sign, name, form] = /^([+-]?)([^=]*)=?(.*)$/su.exec(part)!;
    const named = keys.filter((key) => key === name || key.endsWith(`_${name}`));
    if (named.length === 0) return name;
    for (const key of named) {
      if (sign === '-') made.delete(key);
      else if (!form) only.add(key);
      else {
        made.set(key, sign === '+' ? [...(made.get(key) ?? []), form] : [form]);
        given.add(key);
      }
    }
  }
  if (only.size > 0) for (const key of made.keys()) if (!only.has(key) && !given.has(key)) made.delete(key);
  return undefined;
}

function written(made: Forms): string {
  return [...made].flatMap(([key, forms]) => forms.map((form) => `${key}=${form}`)).join('|');
}
