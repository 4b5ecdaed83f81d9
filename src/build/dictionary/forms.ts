import { Flag } from '../../lexicon/format.ts';
import type { FormEntry, Reading } from './compile.ts';
import type { CoreVerb, CoreWords } from './core-words.ts';
import { type Derived, type Entry, expand, readEntries, readRules } from './hunspell.ts';
import { adjectiveTags, degreeTags, Paradigm, TAG } from './paradigm.ts';

/** Flags by their letters in dictionary-sv, for those that need no more than translation. */
const BY_LETTER: Record<string, number> = {
  c: Flag.capital,
  '!': Flag.noSuggest,
  ')': Flag.adjectivePrefix,
  k: Flag.adjective,
  '>': Flag.verbPrefix,
  j: Flag.verb,
  '2': Flag.tens,
  '4': Flag.hundreds,
  '5': Flag.thousands,
  '3': Flag.numberMiddle,
  '6': Flag.numberEnd,
  '7': Flag.ordinal,
};

interface Known {
  flags: number;
  readings: Reading[];
}

type KnownForms = Map<string, Known>;

/**
 * Expands a Hunspell dictionary to all its forms, with flags and readings, ordered for `compile`.
 * @param core irregular verbs and nouns, so that what is compounded with them gets its lemma (erhöll, hockeyvänner)
 */
export function expandDictionary(aff: string, dic: string, core: CoreWords): FormEntry[] {
  const rules = readRules(aff);
  const entries = readEntries(dic);
  const words = new Set(entries.map((entry) => entry.word));
  const verbs = new Set(entries.filter((entry) => looksLikeVerb(entry, words)).map((entry) => entry.word));
  for (const { infinitive } of core.verbs) verbs.add(infinitive);
  const known: KnownForms = new Map();
  const plurals: { entry: Entry; forms: Derived[] }[] = [];

  for (const entry of entries) {
    const paradigm = new Paradigm(entry, (word) => verbs.has(word));
    const forms = [...expand(entry, rules)];
    for (const derived of forms) {
      add(known, derived.form, flagsOf(entry, derived), paradigm.readingsOf(derived));
    }
    if (paradigm.isPlural) plurals.push({ entry, forms });
  }
  addPlurals(known, plurals, core);
  addIrregularVerbs(known, core);
  addBareVerbs(known);
  completeAdjectives(known);

  return [...known]
    .map(([form, { flags, readings }]) => ({ form, flags, readings: isWordLike(flags) ? readings : [] }))
    .filter(({ flags }) => flags !== 0)
    .sort((a, b) => (a.form < b.form ? -1 : 1));
}

function isWordLike(flags: number): boolean {
  return (flags & (Flag.word | Flag.end | Flag.verb | Flag.adjective | Flag.numberEnd)) !== 0;
}

/** By the entry's flags, or because its present is an entry too (byta: byter). */
function looksLikeVerb({ word, flags }: Entry, words: ReadonlySet<string>): boolean {
  if (/^\p{Lu}/u.test(word) || !/[aeoåäöy]$/.test(word) || flags.includes('k')) return false;
  if (!word.endsWith('a')) return /[mM]/.test(flags);
  return /[mKLNMDBTQ]/.test(flags) || (!/[EGHZ%]/.test(flags) && words.has(`${word.slice(0, -1)}er`));
}

function flagsOf({ flags }: Entry, { rule }: Derived): number {
  const has = (letter: string) => flags.includes(letter);
  let result = 0;
  for (const [letter, flag] of Object.entries(BY_LETTER)) {
    if (has(letter)) result |= flag;
  }
  if (has('%')) return Flag.forbidden;
  const bears = (letter: string) => has(letter) || (rule?.flags.includes(letter) ?? false);
  const permitted = rule === undefined || rule.flags.includes('W');
  const linking = rule?.flags.includes('Z') ?? false;
  if (permitted && bears('X')) result |= Flag.begin;
  if (permitted && bears('U')) result |= Flag.middle;
  if (has('Y') && !linking) result |= Flag.end;
  if (!bears('Z')) result |= Flag.word;
  // Numeral flags on a linking form would let it stand where only whole forms may.
  if (linking) result &= Flag.begin | Flag.middle | Flag.noSuggest;
  return result;
}

function add(known: KnownForms, form: string, flags: number, readings: readonly Reading[]): void {
  const entry = known.get(form);
  if (entry === undefined) {
    known.set(form, { flags, readings: distinct(readings) });
    return;
  }
  entry.flags |= flags;
  entry.readings = distinct([...entry.readings, ...readings]);
}

function distinct(readings: readonly Reading[]): Reading[] {
  return readings.filter(
    ({ lemma, tag }, index) =>
      readings.findIndex((other) => other.lemma === lemma && other.tag === tag) === index,
  );
}

function has(known: KnownForms, form: string, tag: string): boolean {
  return (
    known.get(form)?.readings.some((reading) => reading.lemma === form && reading.tag.startsWith(tag)) ??
    false
  );
}

/** Finds the singular of entries that are plurals. One that has none is its own lemma: skinnkläder. */
function addPlurals(
  known: KnownForms,
  plurals: readonly { entry: Entry; forms: Derived[] }[],
  core: CoreWords,
) {
  const irregular = core.forms.filter(({ tag }) => /^NN\|.*\|PLU\|IND\|NOM$/.test(tag));
  for (const { entry, forms } of plurals) {
    const { lemma, gender } = singular(known, entry.word, irregular);
    for (const { form, rule } of forms) {
      if (rule?.flags) continue;
      const kase = form.endsWith('s') ? 'GEN' : 'NOM';
      const definite = rule !== undefined && rule.flag !== 'A' ? 'DEF' : 'IND';
      add(known, form, 0, [{ lemma, tag: `NN|${gender}|PLU|${definite}|${kase}` }]);
    }
  }
}

function singular(
  known: KnownForms,
  plural: string,
  irregular: readonly { form: string; lemma: string; tag: string }[],
): { lemma: string; gender: string } {
  for (const { form, lemma, tag } of irregular) {
    if (form !== lemma && plural.endsWith(form)) {
      const word = plural.slice(0, -form.length) + lemma;
      if (word === lemma || known.has(word) || /män$/.test(plural))
        return { lemma: word, gender: genderOf(tag) };
    }
  }
  const stem = plural.slice(0, -2);
  for (const lemma of [stem, `${stem}a`, `${stem}e`, plural.slice(0, -1), plural.slice(0, -3)]) {
    for (const gender of ['UTR', 'NEU']) {
      if (has(known, lemma, `NN|${gender}|SIN|IND`)) return { lemma, gender };
    }
  }
  return { lemma: plural, gender: 'UTR' };
}

function genderOf(tag: string): string {
  return tag.split('|')[1]!;
}

/** Gives the irregular forms of erhålla, föreslå and the like their readings, by those of hålla and slå. */
function addIrregularVerbs(known: KnownForms, core: CoreWords): void {
  const byEnding = new Map<string, CoreVerb[]>();
  for (const verb of core.verbs) {
    const ending = verb.infinitive.slice(-2);
    byEnding.set(ending, [...(byEnding.get(ending) ?? []), verb]);
  }
  for (const infinitive of known.keys()) {
    for (const verb of byEnding.get(infinitive.slice(-2)) ?? []) {
      if (infinitive.length < verb.infinitive.length + 2 || !infinitive.endsWith(verb.infinitive)) continue;
      const prefix = infinitive.slice(0, -verb.infinitive.length);
      if (isKnownVerb(known, prefix, verb)) addVerb(known, prefix, verb);
    }
  }
}

/** förekomma is a verb like komma because förekommer and förekom are words too. */
function isKnownVerb(known: KnownForms, prefix: string, { forms, infinitive, past }: CoreVerb): boolean {
  if (!known.has(prefix + past)) return false;
  if (has(known, prefix + infinitive, 'VB|INF')) return true;
  const present = forms.find(({ tag }) => tag.startsWith('VB|PRS'));
  return present !== undefined && known.has(prefix + present.form);
}

const REGULAR_PAST = ['te', 'tes', 'de', 'des', 'e', 'es'];

function addVerb(known: KnownForms, prefix: string, { forms, infinitive }: CoreVerb): void {
  const stems = new Set(
    forms.filter(({ tag }) => /PRT\|AKT|IMP|^PC/.test(tag)).map(({ form }) => prefix + form),
  );
  for (const ending of REGULAR_PAST) {
    const entry = known.get(prefix + infinitive.slice(0, -1) + ending);
    if (entry === undefined) continue;
    entry.readings = entry.readings.filter(
      ({ lemma, tag }) => lemma !== prefix + infinitive || !tag.startsWith('VB|PRT'),
    );
  }
  for (const { form, tag, lemma, variant } of forms) {
    const entry = known.get(prefix + form);
    if (entry === undefined) continue;
    // What the flags could only call an adjective (förekom: förekomma) is a form of the verb or its participle.
    entry.readings = entry.readings.filter((one) => !(/^(JJ|AB)/.test(one.tag) && stems.has(one.lemma)));
    add(known, prefix + form, 0, [{ lemma: prefix + lemma, tag }]);
    if (variant) entry.flags |= Flag.variant;
  }
}

/** What is cut and added to make the infinitive, and what it then is. */
const BARE_FORMS: readonly (readonly [ending: string, infinitiveEnding: string, tag: string])[] = [
  ['er', 'a', TAG.present],
  ['r', '', TAG.present],
  ['de', '', TAG.past],
  ['dde', '', TAG.past],
  ['te', 'a', TAG.past],
  ['de', 'a', TAG.past],
  ['t', '', TAG.supine],
  ['tt', '', TAG.supine],
  ['t', 'a', TAG.supine],
  ['it', 'a', TAG.supine],
  ['s', '', TAG.infinitiveS],
  ['s', 'a', TAG.presentS],
  ['des', '', TAG.pastS],
  ['tes', 'a', TAG.pastS],
  ['des', 'a', TAG.pastS],
  ['ts', '', TAG.supineS],
  ['ts', 'a', TAG.supineS],
  ['its', 'a', TAG.supineS],
];

/**
 * Entries that are single forms of verbs: ålägger, visar, fritagit. Only what their letters tell, and only what the verb
 * lacks otherwise.
 */
function addBareVerbs(known: KnownForms): void {
  const tagsOf = new Map<string, Set<string>>();
  for (const { readings } of known.values()) {
    for (const { lemma, tag } of readings) {
      if (tag.startsWith('VB')) tagsOf.set(lemma, (tagsOf.get(lemma) ?? new Set()).add(tag));
    }
  }
  for (const [form, { readings, flags }] of known) {
    if (readings.length > 0 || (flags & Flag.word) === 0) continue;
    for (const [ending, infinitiveEnding, tag] of BARE_FORMS) {
      if (!form.endsWith(ending)) continue;
      const lemma = form.slice(0, -ending.length) + infinitiveEnding;
      const tags = tagsOf.get(lemma);
      if (tags?.has(TAG.infinitive) && !tags.has(tag)) add(known, form, 0, [{ lemma, tag }]);
    }
  }
  for (const [lemma, tags] of tagsOf) {
    if (!tags.has(TAG.infinitive) || !lemma.endsWith('a')) continue;
    const stem = lemma.slice(0, -1);
    const isVerbForm = (form: string, tag: string) =>
      known.get(form)?.readings.some((one) => one.lemma === lemma && one.tag === tag) ?? false;
    const complete = (form: string, tag: string) => {
      const isWord = ((known.get(form)?.flags ?? 0) & Flag.word) !== 0;
      if (isWord && !tags.has(tag)) add(known, form, 0, [{ lemma, tag }]);
    };
    if (isVerbForm(`${lemma}de`, TAG.past)) {
      // First conjugation, some of whose forms are entered as nouns (flyttar) or deponents (samlas).
      for (const [ending, tag] of FIRST_CONJUGATION) complete(lemma + ending, tag);
      addParticiple(known, `${lemma}d`);
    } else if (isVerbForm(`${stem}er`, TAG.present)) {
      complete(stem.replace(/mm$/, 'm'), TAG.imperative);
      complete(`${lemma}s`, TAG.infinitiveS);
      for (const past of ['de', 'te', 'e']) {
        if (!isVerbForm(stem + past, TAG.past)) continue;
        complete(`${stem}${past}s`, TAG.pastS);
        addParticiple(known, past === 'te' ? `${stem}t` : `${stem}${past}`.slice(0, -1));
      }
    }
  }
}

const FIRST_CONJUGATION: readonly (readonly [ending: string, tag: string])[] = [
  ['r', TAG.present],
  ['t', TAG.supine],
  ['', TAG.imperative],
  ['s', TAG.infinitiveS],
  ['s', TAG.presentS],
  ['des', TAG.pastS],
  ['ts', TAG.supineS],
];

/** A participle that is entered as another word only (nämnd, the noun). */
function addParticiple(known: KnownForms, participle: string): void {
  const isWord = (form: string) => ((known.get(form)?.flags ?? 0) & Flag.word) !== 0;
  const plural = participle.endsWith('ad') ? `${participle}e` : `${participle}a`;
  if (!isWord(participle) || !isWord(plural)) return;
  const neuter = participle.replace(/d$/, 't');
  for (const [form, which] of [
    [participle, 'common'],
    [neuter, 'neuter'],
    [plural, 'plural'],
  ] as const) {
    if (!isWord(form)) continue;
    add(
      known,
      form,
      0,
      adjectiveTags('PC|PRF', which).map((tag) => ({ lemma: participle, tag })),
    );
  }
}

/**
 * Forms of adjectives that are entered as other words only (glada, the verb), and the genitives of those that are used as
 * nouns (anställdas).
 */
function completeAdjectives(known: KnownForms): void {
  const complete = (form: string, lemma: string, tags: string[]) => {
    const entry = known.get(form);
    if (entry === undefined || (entry.flags & Flag.word) === 0) return;
    if (entry.readings.some((one) => one.lemma === lemma && /^(JJ|PC)/.test(one.tag))) return;
    add(
      known,
      form,
      0,
      tags.map((tag) => ({ lemma, tag })),
    );
  };
  for (const [form, { readings }] of known) {
    for (const { lemma, tag } of readings) {
      if (lemma === form && tag === 'JJ|POS|UTR|SIN|IND|NOM') {
        complete(`${form}a`, lemma, adjectiveTags('JJ|POS', 'plural'));
        if (!/[dt]$/.test(form)) complete(`${form}t`, lemma, adjectiveTags('JJ|POS', 'neuter'));
        complete(`${form}are`, lemma, degreeTags('KOM'));
        complete(`${form}ast`, lemma, degreeTags('SUV'));
      } else if (/^(JJ\|POS|PC\|PRF)\|UTR\/NEU\|PLU\|IND\/DEF\|NOM$/.test(tag)) {
        const genitive = known.get(`${form}s`);
        if (genitive !== undefined && genitive.readings.length === 0 && (genitive.flags & Flag.word) !== 0) {
          genitive.readings = [{ lemma, tag: tag.replace(/NOM$/, 'GEN') }];
        }
      }
    }
  }
}
