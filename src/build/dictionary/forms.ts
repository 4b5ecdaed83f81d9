import { Flag } from '../../lexicon/format.ts';
import type { FormEntry, Reading } from './compile.ts';
import type { CoreVerb, CoreWords } from './core-words.ts';
import { type Derived, type Entry, expand, readEntries, readRules } from './hunspell.ts';
import { Paradigm, TAG } from './paradigm.ts';

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
  const verbs = new Set(entries.filter(looksLikeVerb).map((entry) => entry.word));
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

  return [...known]
    .map(([form, { flags, readings }]) => ({ form, flags, readings: isWordLike(flags) ? readings : [] }))
    .filter(({ flags }) => flags !== 0)
    .sort((a, b) => (a.form < b.form ? -1 : 1));
}

function isWordLike(flags: number): boolean {
  return (flags & (Flag.word | Flag.end | Flag.verb | Flag.adjective | Flag.numberEnd)) !== 0;
}

function looksLikeVerb({ word, flags }: Entry): boolean {
  if (/^\p{Lu}/u.test(word) || !/[aeoåäöy]$/.test(word)) return false;
  return word.endsWith('a') ? /[mKLNMDBQ]/.test(flags) && !flags.includes('k') : /[mM]/.test(flags);
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
  const infinitives = [...known]
    .filter(([form, { readings }]) =>
      readings.some(({ tag, lemma }) => tag.startsWith('VB|INF') && lemma === form),
    )
    .map(([form]) => form);
  const byEnding = new Map<string, CoreVerb[]>();
  for (const verb of core.verbs) {
    const ending = verb.infinitive.slice(-2);
    byEnding.set(ending, [...(byEnding.get(ending) ?? []), verb]);
  }
  for (const infinitive of infinitives) {
    for (const verb of byEnding.get(infinitive.slice(-2)) ?? []) {
      if (infinitive === verb.infinitive || !infinitive.endsWith(verb.infinitive)) continue;
      const prefix = infinitive.slice(0, -verb.infinitive.length);
      if (!known.has(prefix + verb.past)) continue;
      for (const { form, tag, lemma } of verb.forms) {
        const entry = known.get(prefix + form);
        if (entry === undefined) continue;
        add(known, prefix + form, 0, [{ lemma: prefix + lemma, tag }]);
        // What the flags could only call an adjective is a participle.
        if (tag.startsWith('PC|')) {
          entry.readings = entry.readings.filter(
            (one) => one.lemma !== prefix + lemma || !/^(JJ|AB)/.test(one.tag),
          );
        }
      }
    }
  }
}

/** Entries that are single forms of verbs: ålägger, fritagit. Only what their letters tell. */
function addBareVerbs(known: KnownForms): void {
  const endings: [ending: string, tag: string][] = [
    ['er', TAG.present],
    ['it', TAG.supine],
    ['its', TAG.supineS],
    ['s', TAG.presentS],
  ];
  for (const [form, { readings }] of known) {
    if (readings.length > 0) continue;
    for (const [ending, tag] of endings) {
      if (!form.endsWith(ending)) continue;
      const lemma = `${form.slice(0, -ending.length)}a`;
      if (has(known, lemma, 'VB|INF')) add(known, form, 0, [{ lemma, tag }]);
    }
  }
}
