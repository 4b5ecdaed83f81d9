import { type Part, split } from './compound.ts';
import type { Dictionary } from './dictionary.ts';
import type { Lexicon, Overlay } from './lexicon.ts';
import { modifierOf } from './modifier.ts';

/** A user's word. */
export interface OwnWord {
  readonly word: string;
  /** A known word that it is inflected and joined to others like; without one only a name has a form more, its genitive. */
  readonly model?: string;
}

/** A word that behaves as its model: its forms are the model's, with one stem in place of the other. */
export interface Modelled {
  readonly model: string;
  readonly stem: string;
  readonly modelStem: string;
  /** The word's forms, each with the model's. */
  readonly forms: ReadonlyMap<string, string>;
}

/** Why a word can't be inflected as its model: that is unknown or has no forms, or the two end differently. */
export type Misfit = 'unknown' | 'ending';

/**
 * What a user's words add to a lexicon. A word that does not fit its model is told of, and has the one form only.
 * @param misfit called with each such word
 */
export function overlayOf<T extends OwnWord>(
  words: Iterable<T>,
  lexicon: Lexicon,
  misfit: (word: T, why: Misfit) => void,
): Overlay {
  const paradigms = new Map<string, Paradigm | undefined>();
  const forms: Overlay['words'][number][] = [];
  const modelled: Modelled[] = [];
  for (const own of words) {
    const { word, model } = own;
    forms.push(word);
    if (model === undefined) {
      if (/^\p{Lu}/u.test(word)) forms.push(...nameForms(word));
      continue;
    }
    if (!paradigms.has(model)) paradigms.set(model, paradigmOf(model, lexicon));
    const paradigm = paradigms.get(model);
    if (!paradigm) misfit(own, 'unknown');
    else if (!word.endsWith(paradigm.ending)) misfit(own, 'ending');
    else {
      const { stem: modelStem, readings } = paradigm;
      const stem = word.slice(0, word.length - paradigm.ending.length);
      const like = (form: string): string => stem + form.slice(modelStem.length);
      for (const { form, lemma, tag } of readings) forms.push({ form: like(form), lemma: like(lemma), tag });
      const pairs = readings.map(({ form }) => [like(form), form] as const);
      modelled.push({ model, stem, modelStem, forms: new Map(pairs) });
    }
  }
  return { words: forms, modelled };
}

function nameForms(lemma: string): readonly Exclude<Overlay['words'][number], string>[] {
  const genitive = /[sxz]$/iu.test(lemma) ? lemma : /\p{Lu}$/u.test(lemma) ? `${lemma}:s` : `${lemma}s`;
  return [
    { form: lemma, lemma, tag: 'PM|NOM' },
    { form: genitive, lemma, tag: 'PM|GEN' },
  ];
}

interface Paradigm {
  /** What all forms begin with. */
  readonly stem: string;
  /** What the word itself has after the stem. */
  readonly ending: string;
  readonly readings: readonly { readonly form: string; readonly lemma: string; readonly tag: string }[];
}

/** The forms of a lemma, a verb's participles included; `undefined` when it is no lemma. */
function paradigmOf(word: string, lexicon: Lexicon): Paradigm | undefined {
  const own = lexicon.analyses(word).filter(({ lemma }) => lemma === word);
  if (own.length === 0) return undefined;
  const classes = new Set(own.map(({ class: name }) => name));
  const wanted = lexicon.dictionary.tags.filter((tag) => {
    const name = tag.slice(0, Math.max(0, tag.indexOf('|'))) || tag;
    return classes.has(name) || (name === 'PC' && classes.has('VB'));
  });
  const readings = [...new Set([...wanted, ...own.map(({ tag }) => tag)])].flatMap((tag) => {
    const form = lexicon.inflect(word, tag);
    if (form === undefined) return [];
    // Where a word lacks a form, another may stand in for it when texts are corrected; here it may not.
    const reading = lexicon
      .analyses(form)
      .find((one) => one.tag === tag && (one.lemma === word || one.class === 'PC'));
    return reading ? [{ form, lemma: reading.lemma, tag }] : [];
  });
  let stem = word;
  for (const { form, lemma } of readings) stem = common(common(stem, form), lemma);
  return { stem, ending: word.slice(stem.length), readings };
}

function common(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}

/** The users' words that behave as models, found by how a compound begins or ends. */
export class ModelledWords {
  readonly #byStem = new Map<string, Modelled[]>();
  /** The models' forms by the users'. */
  readonly #byForm = new Map<string, string[]>();

  constructor(modelled: Iterable<Modelled>) {
    for (const one of modelled) {
      add(this.#byStem, one.stem, one);
      for (const [form, modelForm] of one.forms) add(this.#byForm, form, modelForm);
    }
  }

  /**
   * The ways to read a word as a compound whose first or last part is a user's: those in which the model can stand in
   * its place. Forms and places are of the word itself.
   */
  split(word: string, dictionary: Dictionary, capital: boolean): Part[][] {
    if (this.#byForm.size === 0) return [];
    const whole = this.#splitFirst(word, dictionary, capital);
    if (whole.length > 0) return whole;
    for (let cut = 1; cut < word.length; cut++) {
      const head = word.slice(cut);
      for (const modelForm of this.#byForm.get(head) ?? []) {
        const like = word.slice(0, cut) + modelForm;
        const splits = [split(like, dictionary, capital), this.#splitFirst(like, dictionary, capital)].flat();
        const found = splits.filter((parts) => parts.some(({ start }) => start === cut));
        if (found.length === 0) continue;
        const last = { form: head, start: cut, end: word.length };
        return found.map((parts) => [...parts.filter(({ start }) => start < cut), last]);
      }
    }
    return [];
  }

  #splitFirst(word: string, dictionary: Dictionary, capital: boolean): Part[][] {
    for (let length = 1; length < word.length; length++) {
      for (const { stem, model, modelStem } of this.#byStem.get(word.slice(0, length)) ?? []) {
        const like = modelStem + word.slice(stem.length);
        const longer = stem.length - modelStem.length;
        const found = split(like, dictionary, capital).flatMap((parts) => {
          // In e-barnvagn, with e-bok as bok, barn is not bok.
          const next = parts.slice(1).find(({ start }) => isFormOf(model, like.slice(0, start)));
          if (!next) return [];
          const rest = parts.slice(parts.indexOf(next));
          const end = next.start + longer;
          return [
            [
              { form: word.slice(0, end), start: 0, end },
              ...rest.map((part) => ({ ...part, start: part.start + longer, end: part.end + longer })),
            ],
          ];
        });
        if (found.length > 0) return found;
      }
    }
    return [];
  }
}

/** Whether the beginning of a compound is a word, in the form that begins compounds. */
function isFormOf(word: string, beginning: string): boolean {
  return modifierOf(beginning, (lemma) => lemma === word).lemma === word;
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
