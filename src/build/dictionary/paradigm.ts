import type { Reading } from './compile.ts';
import type { Derived, Entry, Rule } from './hunspell.ts';

/** Full tags of the SUC tag set by short names. */
export const TAG = {
  infinitive: 'VB|INF|AKT',
  present: 'VB|PRS|AKT',
  past: 'VB|PRT|AKT',
  supine: 'VB|SUP|AKT',
  imperative: 'VB|IMP|AKT',
  infinitiveS: 'VB|INF|SFO',
  presentS: 'VB|PRS|SFO',
  pastS: 'VB|PRT|SFO',
  supineS: 'VB|SUP|SFO',
  presentParticiple: 'PC|PRS|UTR/NEU|SIN/PLU|IND/DEF|NOM',
} as const;

const INDECLINABLE = 'JJ|POS|UTR/NEU|SIN/PLU|IND/DEF|NOM';
const VOWEL_END = /[aeiouyåäöé]$/;
const SUPINE = new Set(['t', 'it', 'tt', 'vit', 'agit', 'ummit', 'upit', 'utit']);

/** The forms of an adjective or participle; `kind` is `JJ|POS` or `PC|PRF`. */
export function adjectiveTags(kind: string, form: 'common' | 'neuter' | 'plural' | 'masculine'): string[] {
  if (form === 'common') return [`${kind}|UTR|SIN|IND|NOM`];
  if (form === 'masculine') return [`${kind}|MAS|SIN|DEF|NOM`];
  if (form === 'plural') return [`${kind}|UTR/NEU|PLU|IND/DEF|NOM`, `${kind}|UTR/NEU|SIN|DEF|NOM`];
  return kind === 'JJ|POS' ? [`${kind}|NEU|SIN|IND|NOM`, 'AB|POS'] : [`${kind}|NEU|SIN|IND|NOM`];
}

/** The tags of a comparative (`KOM`) or a superlative, indefinite or definite. */
export function degreeTags(degree: 'KOM' | 'SUV' | 'SUV|DEF'): string[] {
  if (degree === 'KOM') return ['JJ|KOM|UTR/NEU|SIN/PLU|IND/DEF|NOM', 'AB|KOM'];
  if (degree === 'SUV') return ['JJ|SUV|UTR/NEU|SIN/PLU|IND|NOM', 'AB|SUV'];
  return ['JJ|SUV|UTR/NEU|SIN/PLU|DEF|NOM'];
}

const readings = (lemma: string, tags: readonly string[]): Reading[] => tags.map((tag) => ({ lemma, tag }));

/**
 * Says which word classes an entry belongs to and what each of its forms is. A flag letter alone does not tell:
 * the dictionary's maintainer packed paradigms whose conditions exclude each other into one letter, and homographs
 * into one entry. Flag, letters cut and letters added tell together.
 */
export class Paradigm {
  readonly #word: string;
  readonly #has: (letters: string) => boolean;
  readonly #neuter: boolean;
  readonly #common: boolean;
  readonly #noun: boolean;
  readonly #verb: boolean;
  readonly #adjectives: string[];

  /** @param hasVerb whether a word is a verb's infinitive, as far as its own entry tells */
  constructor(entry: Entry, hasVerb: (word: string) => boolean) {
    const { word, flags } = entry;
    const has = (letters: string) => [...letters].some((letter) => flags.includes(letter));
    const name = /^\p{Lu}/u.test(word);
    const endsInA = word.endsWith('a');
    const vowelEnd = VOWEL_END.test(word);
    this.#word = word;
    this.#has = has;
    if (endsInA) {
      this.#noun = has('GEHCI');
      this.#verb = !name && !has('k') && (has('mKLQNMODBTJj') || hasVerb(word) || (has('P') && !has('G')));
    } else {
      this.#noun = has('BCDEFGHI') || (has('J') && !/[:-]$/.test(word));
      this.#verb = !name && vowelEnd && has('mMNjK') && !has('kOPQ');
      if (flags.includes('P') && has('mM')) this.#verb = true;
    }
    // museum, museet; skede, pl. skeden: other flags than most neuters have.
    const latin = /um$/.test(word) && has('J');
    const neuterInE = /(?<!nd)e$/.test(word) && has('E') && has('F') && !has('BCDGHIJ');
    this.#neuter = endsInA ? has('C') : has('BC') || latin || neuterInE;
    this.#common = !latin && !neuterInE && this.#isCommon(has);
    this.#adjectives = endsInA ? [] : this.#adjectiveKinds(hasVerb);
  }

  #isCommon(has: (flags: string) => boolean): boolean {
    const vowelEnd = VOWEL_END.test(this.#word);
    return (
      (has('D') && !has('B')) ||
      (has('E') && !has('BC')) ||
      (has('G') && !has('C')) ||
      (has('BC') && has('D') && has('GHI')) ||
      (has('E') && has('C') && !vowelEnd) ||
      (!has('BC') && has('FHIJ'))
    );
  }

  /** Whether the entry is a plural whose singular is an entry of its own: böcker, kunder, hockeyvänner. */
  get isPlural(): boolean {
    if (!this.#noun || this.#word.endsWith('a')) return false;
    if (/män$/.test(this.#word)) return true;
    return this.#has('J') && /[aeoöäåt]r$/.test(this.#word) && !this.#has('BCDEFGHIkOM');
  }

  /** ansökan, tvekan: a noun whose indefinite and definite forms are the same. */
  get #isVerbalNoun(): boolean {
    return !this.#noun && /^\p{Ll}.{3,}an$/u.test(this.#word) && this.#has('A') && this.#has('Y');
  }

  #adjectiveKinds(hasVerb: (word: string) => boolean): string[] {
    const word = this.#word;
    const has = this.#has;
    const other = has('BCDEFGHI');
    const flagged =
      has('OPk') ||
      (has('Q') && (!other || has('N'))) ||
      (has('MKL') && /(el|en|er|m)$/.test(word) && !has('C')) ||
      (has('N') && /d$/.test(word));
    if (!flagged || this.#verb) return [];
    if (/[ae]nde$/.test(word)) return [];
    if (/.ad$/.test(word)) return hasVerb(word.slice(0, -1)) ? ['PC|PRF'] : ['PC|PRF', 'JJ|POS'];
    const stem = word.slice(0, -1);
    const candidates = [`${stem}a`, `${stem}${stem.at(-1)}a`, stem, stem.slice(0, -1), `${word}a`];
    const isParticiple = /[^e]([dt]|dd|tt)$/.test(word) && has('OQ') && !has('P');
    if (isParticiple && candidates.slice(0, /d$/.test(word) ? 4 : 1).some(hasVerb)) return ['PC|PRF'];
    return ['JJ|POS'];
  }

  /** The readings of one of the entry's forms; none when the flags do not tell. */
  readingsOf({ form, rule }: Derived): Reading[] {
    if (rule === undefined) return this.#base();
    if (rule.flags !== '' || rule.flag === 'b') return [];
    if (rule.flag === 'A') return this.#genitive(form);
    if (this.#word.endsWith('a')) {
      return [...this.#verbForm(rule, form), ...this.#nounForm(rule)];
    }
    return [...this.#vowelVerbForm(rule), ...this.#adjectiveForm(rule, form), ...this.#nounForm(rule)];
  }

  #base(): Reading[] {
    const word = this.#word;
    const result: Reading[] = [];
    if (/^\p{Lu}/u.test(word)) {
      result.push(...readings(word, ['PM|NOM']));
      if (/[sxz]$/.test(word)) result.push(...readings(word, ['PM|GEN']));
    }
    if (this.#verb) {
      result.push(...readings(word, [TAG.infinitive]));
      if (this.#has('m') || this.#has('P') || !word.endsWith('a')) {
        result.push(...readings(word, [TAG.imperative]));
      }
    }
    for (const kind of this.#adjectives) {
      result.push(...readings(word, /[^a]$/.test(word) ? this.#adjectiveBase(kind) : [INDECLINABLE]));
    }
    if (word.endsWith('a') && this.#has('k')) result.push(...readings(word, [INDECLINABLE]));
    if (/[ae]nde$/.test(word) && !/^\p{Lu}/u.test(word)) {
      // The entry of its own says that it is used as an adjective, too.
      result.push(...readings(word, [TAG.presentParticiple, INDECLINABLE]));
    }
    if (this.#has('N') && /s$/.test(word)) {
      result.push(...readings(word, [TAG.infinitiveS, TAG.presentS]));
    }
    if (this.#has('7')) result.push(...readings(word, ['RO|NOM']));
    else if (this.#has('245')) result.push(...readings(word, ['RG|NOM']));
    if (this.#noun && !this.isPlural) result.push(...this.#nounBase('NOM'));
    else if (this.#isVerbalNoun) result.push(...readings(word, ['NN|UTR|SIN|IND|NOM', 'NN|UTR|SIN|DEF|NOM']));
    return result;
  }

  #adjectiveBase(kind: string): string[] {
    const word = this.#word;
    const has = this.#has;
    if (has('k') && !has('OPQNMKL')) {
      if (/[^dt]t$/.test(word)) return adjectiveTags('JJ|POS', 'neuter');
      return [INDECLINABLE];
    }
    const tags = adjectiveTags(kind, 'common');
    // trött, gift, absolut: the neuter has no letter of its own.
    if (/[^eiyåäö]t$/.test(word)) tags.push(...adjectiveTags(kind, 'neuter'));
    return tags;
  }

  #nounBase(kase: 'NOM' | 'GEN'): Reading[] {
    const word = this.#word;
    const has = this.#has;
    const tags: string[] = [];
    if (this.#common) tags.push(`NN|UTR|SIN|IND|${kase}`);
    if (this.#neuter) tags.push(`NN|NEU|SIN|IND|${kase}`);
    const neuterPlural = (has('B') && has('D')) || (has('F') && !has('E')) || (has('C') && has('J'));
    if (this.#neuter && neuterPlural) tags.push(`NN|NEU|PLU|IND|${kase}`);
    if (this.#common && has('J') && /[er]$/.test(word) && has('EFD')) tags.push(`NN|UTR|PLU|IND|${kase}`);
    return readings(word, tags);
  }

  #genitive(form: string): Reading[] {
    const word = this.#word;
    const result: Reading[] = [];
    if (/^\p{Lu}/u.test(word)) result.push(...readings(word, ['PM|GEN']));
    if (this.#verb) {
      result.push(...readings(word, [TAG.infinitiveS]));
      const firstConjugation = this.#has('m') || (this.#has('P') && this.#has('N'));
      if (firstConjugation || !word.endsWith('a')) result.push(...readings(word, [TAG.presentS]));
    }
    if (this.#noun && !this.isPlural) result.push(...this.#nounBase('GEN'));
    if (this.#isVerbalNoun) result.push(...readings(word, ['NN|UTR|SIN|IND|GEN', 'NN|UTR|SIN|DEF|GEN']));
    if (result.length === 0 && /nde$/.test(word)) {
      result.push(...readings(word, ['PC|PRS|UTR/NEU|SIN/PLU|IND/DEF|GEN']));
    }
    return form === word ? [] : result;
  }

  /** Forms of verbs in -a, their participles, agent nouns and verbal nouns. */
  #verbForm({ flag, add }: Rule, form: string): Reading[] {
    const word = this.#word;
    const has = this.#has;
    const participle = `${word}d`;
    const bare = word.slice(0, -1);
    switch (flag) {
      case 'm':
        return readings(word, [TAG.present]);
      case 'D':
        return add === 'nde' ? readings(`${word}nde`, [TAG.presentParticiple]) : [];
      case 'B':
      case 'F':
        if (!add.startsWith('nd')) return [];
        return readings(`${word}nde`, [
          ...(add === 'nde' ? [TAG.presentParticiple] : []),
          nounTag('NEU', /nden/.test(add) ? 'PLU' : 'SIN', /nde(t|na)/.test(add), add),
        ]);
      case 'J':
        if (!this.#verb) return [];
        return readings(
          word,
          /ra$/.test(word) && !has('m') ? [TAG.imperative, TAG.present] : [TAG.imperative],
        );
      case 'K':
        if (add === 'er') return readings(word, [TAG.present]);
        return [
          ...readings(word, [SUPINE.has(add) ? TAG.supine : TAG.past]),
          ...this.#supineParticiple(form),
        ];
      case 'L':
        if (add === 's') return readings(word, [TAG.presentS]);
        return readings(word, [SUPINE.has(add.slice(0, -1)) ? TAG.supineS : TAG.pastS]);
      case 'M':
        return readings(word, [add === 'de' ? TAG.past : TAG.supine]);
      case 'N':
        return readings(word, [add === 'des' ? TAG.pastS : TAG.supineS]);
      case 'P': {
        const result = this.#verb
          ? readings(word, add === 'de' ? [TAG.past] : add === 't' ? [TAG.supine] : [])
          : [];
        const which = add === 'd' ? 'common' : add === 't' ? 'neuter' : 'plural';
        return [...result, ...readings(participle, adjectiveTags('PC|PRF', which))];
      }
      case 'O': {
        const base = form.endsWith('a') ? form.slice(0, -1) : form;
        return readings(base, adjectiveTags('PC|PRF', form === base ? 'common' : 'plural'));
      }
      case 'Q':
        return readings(`${bare}t`, adjectiveTags('PC|PRF', 'plural'));
      case 'R':
        return has('KLDJ') ? readings(word, [TAG.presentS]) : [];
      case 'T': {
        const ending = add.slice(2);
        const lemma = `${word}re`;
        const kase = ending.endsWith('s') ? 'GEN' : 'NOM';
        if (ending === '' || ending === 's') {
          return readings(lemma, [`NN|UTR|SIN|IND|${kase}`, `NN|UTR|PLU|IND|${kase}`]);
        }
        if (add.startsWith('rn')) return readings(lemma, [`NN|UTR|PLU|DEF|${kase}`]);
        return readings(lemma, [`NN|UTR|SIN|DEF|${kase}`]);
      }
      default:
        return [];
    }
  }

  /** köpt is also a participle when köpta is one, byggt when byggd is. */
  #supineParticiple(form: string): Reading[] {
    const bare = this.#word.slice(0, -1);
    if (!form.endsWith('t')) return [];
    if (this.#has('Q') && form === `${bare}t`) {
      return readings(form, [...adjectiveTags('PC|PRF', 'common'), ...adjectiveTags('PC|PRF', 'neuter')]);
    }
    if (this.#has('O') && !form.endsWith('it')) {
      const stem = /mma$|nna$/.test(this.#word) ? bare.slice(0, -1) : bare;
      return readings(`${stem}d`, adjectiveTags('PC|PRF', 'neuter'));
    }
    return [];
  }

  /** Forms of verbs that do not end in -a: bo, få, ge, dö. */
  #vowelVerbForm({ flag, add }: Rule): Reading[] {
    const word = this.#word;
    if (this.#has('N') && flag === 'N' && /s$/.test(word)) {
      return readings(word, [add === 'des' ? TAG.pastS : TAG.supineS]);
    }
    if (flag === 'R' && /as|es/.test(add) && !this.#verb && /[^aeiouyåäö]$/.test(word)) return [];
    if (!this.#verb) return [];
    switch (flag) {
      case 'm':
        return readings(word, [TAG.present]);
      case 'M':
        return readings(word, [SUPINE.has(add) ? TAG.supine : TAG.past]);
      case 'N':
        return readings(word, [SUPINE.has(add.slice(0, -1)) ? TAG.supineS : TAG.pastS]);
      case 'K':
        if (add === 'tt') {
          return [
            ...readings(word, [TAG.supine]),
            ...readings(`${word}dd`, adjectiveTags('PC|PRF', 'neuter')),
          ];
        }
        return readings(`${word}dd`, adjectiveTags('PC|PRF', add === 'dd' ? 'common' : 'plural'));
      case 'L':
        return add === 'ende' ? readings(`${word}ende`, [TAG.presentParticiple]) : [];
      default:
        return [];
    }
  }

  #adjectiveForm({ flag, add }: Rule, form: string): Reading[] {
    const word = this.#word;
    if (flag === 'T' && add.startsWith('isk')) {
      const which = add === 'isk' ? 'common' : add === 'iskt' ? 'neuter' : 'plural';
      return readings(`${word}isk`, adjectiveTags('JJ|POS', which));
    }
    return this.#adjectives.flatMap((kind) => {
      switch (flag) {
        case 'O':
          if (/de$/.test(word)) return [];
          return readings(word, adjectiveTags(kind, form.endsWith('a') ? 'plural' : 'neuter'));
        case 'P':
          return readings(word, degreeTags(add === 'are' ? 'KOM' : add === 'ast' ? 'SUV' : 'SUV|DEF'));
        case 'Q': {
          // The -e form of -ad is its plural; of others it is the masculine.
          return readings(word, adjectiveTags(kind, /ad$/.test(word) ? 'plural' : 'masculine'));
        }
        case 'K':
          return readings(word, adjectiveTags(kind, 'masculine'));
        case 'L':
          return readings(word, degreeTags(/are$/.test(add) ? 'KOM' : /ast$/.test(add) ? 'SUV' : 'SUV|DEF'));
        case 'M':
          return readings(word, adjectiveTags(kind, add.endsWith('a') ? 'plural' : 'neuter'));
        case 'N':
          return add === 't' ? readings(word, adjectiveTags(kind, 'neuter')) : [];
        default:
          return [];
      }
    });
  }

  #nounForm({ flag, strip, add }: Rule): Reading[] {
    const word = this.#word;
    const has = this.#has;
    const kase = add.endsWith('s') ? 'GEN' : 'NOM';
    const ending = kase === 'GEN' ? add.slice(0, -1) : add;
    if (flag === 'e' || flag === 'd') {
      const lemma = word + (flag === 'e' ? 'bo' : 'sbo');
      const tail = ending.slice(ending.indexOf('bo') + 2);
      const number = tail.startsWith('r') ? 'PLU' : 'SIN';
      return readings(lemma, [`NN|UTR|${number}|${tail === '' || tail === 'r' ? 'IND' : 'DEF'}|${kase}`]);
    }
    if (flag === '7') {
      if (ending.endsWith('-')) return [];
      const part = ending.indexOf('del') >= 0 ? 'del' : ending.startsWith('l') ? 'l' : undefined;
      if (part === undefined)
        return ending.startsWith('e') || ending === '' ? readings(word, [`RO|${kase}`]) : [];
      const tail = ending.slice(part.length);
      const number = tail.startsWith('ar') ? 'PLU' : 'SIN';
      return readings(word + part, [
        `NN|UTR|${number}|${tail === '' || tail === 'ar' ? 'IND' : 'DEF'}|${kase}`,
      ]);
    }
    if (!this.#noun) return [];
    const tags = (gender: string, number: string, definite: boolean) =>
      nounTag(gender, number, definite, add);
    switch (flag) {
      case 'B':
        return ending === 'et' ? readings(word, [tags('NEU', 'SIN', true)]) : [];
      case 'C':
        return readings(word, [tags('NEU', 'SIN', true)]);
      case 'D': {
        if (ending !== 'en') return [];
        const result: string[] = [];
        if (!has('B') || has('GHI')) result.push(tags('UTR', 'SIN', true));
        if (has('B')) result.push(tags('NEU', 'PLU', true));
        return readings(word, result);
      }
      case 'E': {
        if (strip === 'um') return readings(word, [tags('NEU', 'PLU', false)]);
        const result: string[] = [];
        const neuterPlural = this.#neuter && VOWEL_END.test(word);
        if (!neuterPlural || has('GH')) result.push(tags('UTR', 'SIN', true));
        if (neuterPlural) result.push(tags('NEU', 'PLU', false));
        return readings(word, result);
      }
      case 'F':
        if (add.startsWith('nd') || this.isPlural) return [];
        return readings(word, [this.#neuter ? tags('NEU', 'PLU', true) : tags('UTR', 'SIN', true)]);
      case 'G':
      case 'H':
      case 'I':
      case 'J': {
        if (this.isPlural || ending === '' || ending === ':') return [];
        if (ending === 'et') return readings(word, [tags('NEU', 'SIN', true)]);
        const genders: string[] = [];
        if (this.#common || !this.#neuter) genders.push('UTR');
        if (this.#neuter) genders.push('NEU');
        const definite = /na$/.test(ending);
        return readings(
          word,
          genders.map((gender) => tags(gender, 'PLU', definite)),
        );
      }
      default:
        return [];
    }
  }
}

function nounTag(gender: string, number: string, definite: boolean, add: string): string {
  return `NN|${gender}|${number}|${definite ? 'DEF' : 'IND'}|${add.endsWith('s') ? 'GEN' : 'NOM'}`;
}
