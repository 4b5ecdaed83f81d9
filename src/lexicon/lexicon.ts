import { Recent } from '../recent.ts';
import { LONGEST_WORD, type Part, split } from './compound.ts';
import { type Analysis, type Bytes, Dictionary, wordClass } from './dictionary.ts';
import { Flag } from './format.ts';
import { modifierOf } from './modifier.ts';
import { numeralHead } from './numeral.ts';
import { relaxedTags } from './tags.ts';
import { type Modelled, ModelledWords } from './vocabulary.ts';

export type { Automaton } from './automaton.ts';
export type { Part } from './compound.ts';
export type { Analysis, Bytes } from './dictionary.ts';

/** A part of a compound that stands before its head. */
export interface Modifier extends Part {
  /** The word that the part is a form of; the part itself when that is not known. */
  readonly lemma: string;
  /** The letters by which it is joined: `s` in samverkans, `o` in vecko, empty in bil. */
  readonly joint: string;
}

/** A word read as a compound. */
export interface Compound {
  /** All parts, the head last. */
  readonly parts: readonly Part[];
  readonly modifiers: readonly Modifier[];
  /** The last part, in the form it has in the word. It carries the inflection. */
  readonly head: Part;
}

/** A word of a user's: a form alone, or with what it is. */
export type OverlayWord = string | { readonly form: string; readonly lemma: string; readonly tag: string };

/** Words that hold for some texts only. They are never written into a dictionary. */
export interface Overlay {
  readonly words: readonly OverlayWord[];
  /** Those of the words that are joined to others as a known word is. */
  readonly modelled?: readonly Modelled[];
  /** Tells of a form that is not among the words whether it is right. */
  readonly accepts?: (form: string) => boolean;
}

/** The dictionaries that a lexicon reads: bytes, or a dictionary to be shared. */
export interface LexiconSource {
  /** `dictionaries/ordlista-sv/ordlista-sv.bin`, or another in the same format. */
  readonly words: Bytes | Dictionary;
  /** `dictionaries/grundord-sv/grundord-sv.bin`: closed classes and irregular words. */
  readonly core?: Bytes | Dictionary | undefined;
}

/** What klarlint knows of Swedish words. Input is NFC; other input is merely unknown. No string makes it throw. */
export class Lexicon {
  /** The large dictionary, for those who walk its automaton themselves (suggestions). */
  readonly dictionary: Dictionary;
  readonly #core: Dictionary | undefined;
  readonly #overlays: readonly Overlay[];
  readonly #own = new Map<string, Analysis[]>();
  /** The users' forms by lemma and tag. */
  readonly #ownForms = new Map<string, string>();
  readonly #modelled: ModelledWords;
  /** A text says the same words again and again. */
  readonly #known = new Recent<readonly Analysis[]>();
  readonly #had = new Recent<boolean>();
  readonly #taken = new Recent<readonly Compound[]>();

  /** @throws RangeError when bytes are not a compiled dictionary of this version. */
  constructor({ words, core }: LexiconSource, ...overlays: readonly Overlay[]) {
    this.dictionary = asDictionary(words);
    this.#core = core === undefined ? undefined : asDictionary(core);
    this.#overlays = overlays;
    this.#modelled = new ModelledWords(overlays.flatMap(({ modelled = [] }) => modelled));
    for (const word of overlays.flatMap((overlay) => [...overlay.words])) {
      const form = typeof word === 'string' ? word : word.form;
      const known = this.#own.get(form) ?? [];
      if (typeof word !== 'string') {
        const { lemma, tag } = word;
        known.push({ lemma, tag, class: wordClass(tag) });
        const reading = `${lemma} ${tag}`;
        if (!this.#ownForms.has(reading)) this.#ownForms.set(reading, form);
      }
      this.#own.set(form, known);
    }
  }

  /** The forms that the overlays' words have. */
  get ownForms(): Iterable<string> {
    return this.#own.keys();
  }

  /** The same lexicon with more words. The dictionaries are shared; this lexicon is not changed. */
  with(overlay: Overlay): Lexicon {
    return new Lexicon({ words: this.dictionary, core: this.#core }, ...this.#overlays, overlay);
  }

  /** Whether the form is a Swedish word as written here: by itself, as a compound, or joined by hyphens. */
  has(form: string): boolean {
    if (form.length === 0 || form.length > LONGEST_WORD) return false;
    let known = this.#had.get(form);
    if (known === undefined) {
      known = this.#isWord(form) || this.#hasOtherwise(form);
      this.#had.set(form, known);
    }
    return known;
  }

  /** Whether a form that no source has as it stands is a word in another case, as a compound or in pieces. */
  #hasOtherwise(form: string): boolean {
    if (NUMBER.test(form)) return true;
    const spellings = spellingsOf(form);
    if (spellings.some((spelling) => this.#isWord(spelling))) return true;
    if (this.#isForbidden(spellings)) return false;
    if (this.#isJoined(spellings)) return true;
    return this.#hasPieces(form);
  }

  /** Whether the form stands in a dictionary by itself, and is not only a possible compound. */
  isEntry(form: string): boolean {
    const spellings = spellingsOf(form);
    return spellings.some((spelling) => this.#isWord(spelling)) && !this.#isForbidden(spellings);
  }

  /**
   * Everything that the form can be, the likeliest source first: the user's words, our own list, the dictionary;
   * under a capital, names before other words. For a compound that is not in the dictionary, the analyses of its head
   * with the compound's lemma. Empty for unknown words, and for known ones whose class is not known.
   */
  analyses(form: string): readonly Analysis[] {
    if (form.length === 0 || form.length > LONGEST_WORD) return [];
    const known = this.#known.get(form);
    if (known !== undefined) return known;
    const result = this.#analyse(form);
    this.#known.set(form, result);
    return result;
  }

  #analyse(form: string): readonly Analysis[] {
    const spellings = spellingsOf(form);
    const whole = distinct(spellings.flatMap((spelling) => this.#exact(spelling)));
    if (whole.length > 0 || this.#isForbidden(spellings)) return whole;
    for (const spelling of spellings) {
      const joined = this.#joinedAnalyses(spelling, isCapital(form));
      if (joined.length > 0) return joined;
    }
    return this.#pieceAnalyses(form);
  }

  /** The best way to read a form as a compound: fewest parts, then a head that is known, then the longest head. */
  compound(form: string): Compound | undefined {
    return this.compounds(form)[0];
  }

  /**
   * The ways to read a form as a compound, best first, with as few parts as can be. A word that the dictionary has
   * whole is split too (överenskommelse: överens + kommelse if its flags say so); forbidden words are not.
   */
  compounds(form: string): readonly Compound[] {
    let compounds = this.#taken.get(form);
    if (!compounds) {
      compounds = this.#takeApart(form);
      this.#taken.set(form, compounds);
    }
    return compounds;
  }

  #takeApart(form: string): readonly Compound[] {
    const spellings = spellingsOf(form);
    if (this.#isForbidden(spellings)) return [];
    for (const spelling of spellings) {
      const splits = this.#split(spelling, isCapital(form));
      if (splits.length === 0) continue;
      const known = (parts: readonly Part[]) => (this.#exact(parts.at(-1)!.form).length > 0 ? 0 : 1);
      return splits.sort((a, b) => known(a) - known(b)).map((parts) => this.#compoundOf(parts));
    }
    return [];
  }

  /**
   * The form of a lemma that a tag asks for, or undefined. A compound is inflected through its head. The tag comes from
   * the word to be replaced, so what a lemma has of its own gives way: a noun's gender, participle or adjective, the
   * missing active of a deponent.
   */
  inflect(lemma: string, tag: string): string | undefined {
    if (lemma.length === 0 || lemma.length > LONGEST_WORD) return undefined;
    for (const wanted of relaxedTags(lemma, tag)) {
      const form = this.#inflectExact(lemma, wanted);
      if (form !== undefined) return form;
    }
    return tag.startsWith('PC|') ? this.#participle(lemma, tag) : undefined;
  }

  /** Whether a spelling is a word of any source, without compounds. */
  #isWord(form: string): boolean {
    if (this.#own.has(form) || (this.#core?.flags(form) ?? 0) !== 0) return true;
    if ((this.dictionary.flags(form) & (Flag.word | Flag.forbidden)) === Flag.word) return true;
    return this.#overlays.some(({ accepts }) => accepts?.(form));
  }

  #isForbidden(spellings: readonly string[]): boolean {
    return spellings.some((spelling) => (this.dictionary.flags(spelling) & Flag.forbidden) !== 0);
  }

  #isJoined(spellings: readonly string[]): boolean {
    const capital = isCapital(spellings[0]!);
    return spellings.some(
      (spelling) =>
        this.#split(spelling, capital).length > 0 || numeralHead(spelling, this.dictionary) !== undefined,
    );
  }

  /** The ways to read a spelling as a compound, with words of the users' where the dictionary knows none. */
  #split(spelling: string, capital: boolean): Part[][] {
    const known = split(spelling, this.dictionary, capital);
    return known.length > 0 ? known : this.#modelled.split(spelling, this.dictionary, capital);
  }

  /** Words with hyphens or a colon whose pieces are words: svensk-norsk, EU:s, kol- (och ståldirektivet). */
  #hasPieces(form: string): boolean {
    if (form.search(/[-:]/) <= 0) return false;
    const pieces = form.replace(/-$/, '').split(/[-:]/);
    return pieces.every((piece) => {
      if (NUMBER.test(piece)) return true;
      const spellings = spellingsOf(piece);
      if (spellings.some((spelling) => this.#isWord(spelling))) return true;
      return !this.#isForbidden(spellings) && this.#isJoined(spellings);
    });
  }

  /** The analyses of a spelling in all sources, without compounds. A mere part of compounds is not a word. */
  #exact(form: string): Analysis[] {
    const own = this.#own.get(form) ?? [];
    const core = this.#core?.analyses(form) ?? [];
    const flags = this.dictionary.flags(form);
    const isWord = (flags & Flag.forbidden) === 0 && (flags & Flag.word) !== 0;
    return distinct([...own, ...core, ...(isWord ? this.dictionary.analyses(form) : [])]);
  }

  #headAnalyses(form: string): Analysis[] {
    const open = this.#exact(form).filter(({ class: name }) => OPEN_CLASSES.has(name));
    return open.length > 0 ? open : this.dictionary.analyses(form);
  }

  #joinedAnalyses(form: string, capital: boolean): Analysis[] {
    const starts = this.#split(form, capital).map((parts) => parts.at(-1)!.start);
    const numeral = starts.length === 0 ? numeralHead(form, this.dictionary) : undefined;
    for (const start of numeral === undefined ? starts : [numeral]) {
      const analyses = this.#headAnalyses(form.slice(start));
      if (analyses.length > 0) return analyses.map((analysis) => prefixed(form.slice(0, start), analysis));
    }
    return [];
  }

  #pieceAnalyses(form: string): Analysis[] {
    const hyphen = form.lastIndexOf('-');
    if (hyphen > 0 && hyphen < form.length - 1) {
      const tail = this.analyses(form.slice(hyphen + 1));
      return tail.map((analysis) => prefixed(form.slice(0, hyphen + 1), analysis));
    }
    const colon = form.indexOf(':');
    if (colon <= 0) return [];
    const base = form.slice(0, colon);
    if (form.slice(colon) !== ':s') return [];
    const genitives = this.analyses(base).filter(({ tag }) => tag.endsWith('|NOM'));
    return genitives.map(({ lemma, tag, class: name }) => ({
      lemma,
      tag: tag.replace(/NOM$/, 'GEN'),
      class: name,
    }));
  }

  #compoundOf(parts: readonly Part[]): Compound {
    return {
      parts,
      modifiers: parts.slice(0, -1).map((part) => ({ ...part, ...this.#modifier(part.form) })),
      head: parts.at(-1)!,
    };
  }

  #modifier(form: string): { lemma: string; joint: string } {
    return modifierOf(form, (lemma) =>
      this.#exact(lemma).some((analysis) => analysis.lemma === lemma && OPEN_CLASSES.has(analysis.class)),
    );
  }

  #inflectExact(lemma: string, tag: string): string | undefined {
    const own = this.#ownForms.get(`${lemma} ${tag}`);
    if (own !== undefined) return own;
    const whole = this.#core?.inflect(lemma, tag) ?? this.dictionary.inflect(lemma, tag);
    if (whole !== undefined) return whole;
    for (const parts of this.#split(lemma, isCapital(lemma))) {
      const { start, form } = parts.at(-1)!;
      const head =
        this.#ownForms.get(`${form} ${tag}`) ??
        this.#core?.inflect(form, tag) ??
        this.dictionary.inflect(form, tag, Flag.word | Flag.end | Flag.adjective);
      if (head !== undefined) return lemma.slice(0, start) + head;
    }
    const hyphen = lemma.lastIndexOf('-');
    if (hyphen <= 0 || hyphen === lemma.length - 1) return undefined;
    const tail = this.#inflectExact(lemma.slice(hyphen + 1), tag);
    return tail === undefined ? undefined : lemma.slice(0, hyphen + 1) + tail;
  }

  /** A verb's participle: through the supine (skrivit: skriven, byggt: byggd, köpt: köpt), or with -nde. */
  #participle(verb: string, tag: string): string | undefined {
    if (tag.startsWith('PC|PRS'))
      return this.#inflectExact(verb + (verb.endsWith('a') ? 'nde' : 'ende'), tag);
    const supine = this.#inflectExact(verb, 'VB|SUP|AKT');
    if (supine === undefined) return undefined;
    const candidates = [
      supine.replace(/it$/, 'en'),
      // ge, supine gett, keeps giva's participle.
      supine.replace(/ett$/, 'iven'),
      supine.replace(/tt$/, 'dd'),
      supine.replace(/t$/, 'd'),
      supine,
    ];
    for (const candidate of candidates) {
      const form = this.#inflectExact(candidate, tag);
      if (form !== undefined) return form;
    }
    return undefined;
  }
}

const NUMBER = /^[\d.,:–-]*\d[\d.,:–-]*$/;
const OPEN_CLASSES = new Set(['NN', 'JJ', 'VB', 'PC', 'PM']);

function asDictionary(source: Bytes | Dictionary): Dictionary {
  return source instanceof Dictionary ? source : new Dictionary(source);
}

function isCapital(form: string): boolean {
  return /^\p{Lu}/u.test(form);
}

/** How a form may stand in a dictionary: as it is; without a sentence's capital; without capitals throughout. */
function spellingsOf(form: string): string[] {
  const lower = form.toLowerCase();
  if (lower === form) return [form];
  const first = form[0]!;
  if (first !== lower[0] && form.slice(1) === lower.slice(1)) return [form, lower];
  if (form.length > 1 && form === form.toUpperCase()) return [form, first + lower.slice(1), lower];
  return [form];
}

function prefixed(prefix: string, { lemma, tag, class: name }: Analysis): Analysis {
  return { lemma: prefix + lemma, tag, class: name };
}

function distinct(analyses: Analysis[]): Analysis[] {
  if (analyses.length < 2) return analyses;
  const seen = new Set<string>();
  return analyses.filter(({ lemma, tag }) => {
    const key = `${lemma} ${tag}`;
    return !seen.has(key) && seen.add(key);
  });
}
