import { readFileSync } from 'node:fs';
import { Flag } from '../../lexicon/format.ts';
import type { FormEntry, Reading } from './compile.ts';
import { adjectiveTags, degreeTags, TAG } from './paradigm.ts';

/** A form of our own list and what it is. */
export interface CoreForm extends Reading {
  form: string;
  /** Another form of the same lemma and tag comes before it. */
  variant?: boolean;
}

/** A verb's dictionary form and all its forms. */
export interface CoreVerb {
  infinitive: string;
  past: string;
  forms: CoreForm[];
}

/** The hand-made word list `dictionaries/grundord-sv`. */
export interface CoreWords {
  /** In the order of the files: the first form of a lemma and tag is the one to prefer. */
  forms: CoreForm[];
  verbs: CoreVerb[];
}

/**
 * Reads verbs.tsv, nouns.tsv, adjectives.tsv and words.tsv of a folder.
 * @throws Error when a row does not have its file's columns.
 */
export function readCoreWords(folder: string): CoreWords {
  const verbs = readRows(folder, 'verbs.tsv', 7).map(verbForms);
  const preferred = new Map<string, string>();
  for (const form of verbs.flatMap((verb) => verb.forms)) {
    const reading = `${form.lemma} ${form.tag}`;
    if (!preferred.has(reading)) preferred.set(reading, form.form);
    form.variant = preferred.get(reading) !== form.form;
  }
  return {
    verbs,
    forms: [
      ...verbs.flatMap((verb) => verb.forms),
      ...readRows(folder, 'nouns.tsv', 5).flatMap(nounForms),
      ...readRows(folder, 'adjectives.tsv', 5).flatMap(adjectiveForms),
      ...readRows(folder, 'words.tsv', 3).map(([lemma, tag, form]) => ({
        lemma: lemma!,
        tag: tag!,
        form: form!,
      })),
    ],
  };
}

/** The forms, each once, ordered for `compile`. */
export function coreEntries(core: CoreWords): FormEntry[] {
  const entries = new Map<string, { form: string; flags: number; readings: Reading[] }>();
  const preferred = new Map<string, string>();
  for (const { form, lemma, tag } of core.forms) {
    const entry = entries.get(form) ?? { form, flags: Flag.word, readings: [] };
    entries.set(form, entry);
    const reading = `${lemma} ${tag}`;
    if (entry.readings.some((known) => known.lemma === lemma && known.tag === tag)) continue;
    entry.readings.push({ lemma, tag });
    if (!preferred.has(reading)) preferred.set(reading, form);
    else entry.flags |= Flag.variant;
  }
  return [...entries.values()].sort((a, b) => (a.form < b.form ? -1 : 1));
}

function readRows(folder: string, name: string, columns: number): string[][] {
  const [, ...lines] = readFileSync(`${folder}/${name}`, 'utf8').trimEnd().split('\n');
  return lines.map((line, index) => {
    const row = line.split('\t');
    if (row.length === columns) return row;
    throw new Error(
      `${name}:${index + 2}: ${row.length} columns. Write ${columns}, with - for a form that is missing`,
    );
  });
}

function present(rows: readonly (readonly [tag: string, form: string, lemma: string])[]): CoreForm[] {
  return rows.filter(([, form]) => form !== '-').map(([tag, form, lemma]) => ({ lemma, tag, form }));
}

function verbForms(row: string[]): CoreVerb {
  const [infinitive, presentForm, past, supine, imperative, participle, presentS] = row as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  if (infinitive.endsWith('s')) {
    return {
      infinitive,
      past,
      forms: present([
        [TAG.infinitiveS, infinitive, infinitive],
        [TAG.presentS, presentForm, infinitive],
        [TAG.pastS, past, infinitive],
        [TAG.supineS, supine, infinitive],
      ]),
    };
  }
  const s = (form: string) => (presentS === '-' || form === '-' ? '-' : `${form}s`);
  const rows: [string, string, string][] = [
    [TAG.infinitive, infinitive, infinitive],
    [TAG.present, presentForm, infinitive],
    [TAG.past, past, infinitive],
    [TAG.supine, supine, infinitive],
    [TAG.imperative, imperative, infinitive],
    [TAG.infinitiveS, s(infinitive), infinitive],
    [TAG.presentS, presentS, infinitive],
    [TAG.pastS, s(past), infinitive],
    [TAG.supineS, s(supine), infinitive],
  ];
  if (participle !== '-') {
    const { neuter, plural } = participleForms(participle);
    for (const tag of adjectiveTags('PC|PRF', 'common')) rows.push([tag, participle, participle]);
    for (const tag of adjectiveTags('PC|PRF', 'neuter')) rows.push([tag, neuter, participle]);
    for (const tag of adjectiveTags('PC|PRF', 'plural')) rows.push([tag, plural, participle]);
  }
  return { infinitive, past, forms: present(rows) };
}

/** bunden: bundet, bundna; lagd: lagt, lagda; sedd: sett, sedda; satt: satt, satta; ökad: ökat, ökade. */
function participleForms(participle: string): { neuter: string; plural: string } {
  if (participle.endsWith('en')) {
    return { neuter: participle.replace(/n$/, 't'), plural: participle.replace(/en$/, 'na') };
  }
  if (participle.endsWith('ad')) return { neuter: participle.replace(/d$/, 't'), plural: `${participle}e` };
  return { neuter: participle.replace(/dd$/, 'tt').replace(/d$/, 't'), plural: `${participle}a` };
}

function nounForms(row: string[]): CoreForm[] {
  const [lemma, gender, definite, plural, pluralDefinite] = row as [string, string, string, string, string];
  const paradigm = [
    ['SIN|IND', lemma],
    ['SIN|DEF', definite],
    ['PLU|IND', plural],
    ['PLU|DEF', pluralDefinite],
  ] as const;
  return paradigm
    .filter(([, form]) => form !== '-')
    .flatMap(([place, form]) => [
      { lemma, tag: `NN|${gender}|${place}|NOM`, form },
      { lemma, tag: `NN|${gender}|${place}|GEN`, form: /[sxz]$/.test(form) ? form : `${form}s` },
    ]);
}

function adjectiveForms(row: string[]): CoreForm[] {
  const [lemma, neuter, plural, comparative, superlative] = row as [string, string, string, string, string];
  const definite = superlative === '-' ? '-' : `${superlative}${superlative.endsWith('ast') ? 'e' : 'a'}`;
  const rows: [string[], string][] = [
    [adjectiveTags('JJ|POS', 'common'), lemma],
    [adjectiveTags('JJ|POS', 'neuter'), neuter],
    [adjectiveTags('JJ|POS', 'plural'), plural],
    [degreeTags('KOM'), comparative],
    [degreeTags('SUV'), superlative],
    [degreeTags('SUV|DEF'), definite],
  ];
  return rows
    .filter(([, form]) => form !== '-')
    .flatMap(([tags, form]) => tags.map((tag) => ({ lemma, tag, form })))
    .filter(({ form, tag, lemma: word }) => !(word === 'liten' && form === 'små' && tag.includes('SIN|DEF')));
}
