import { isDeponent } from './lemma.ts';

/** A token as tagger and lemma have read it. */
export interface Reading {
  readonly text: string;
  /** SUC tag: `VB|PRS|SFO`. */
  readonly tag: string;
  readonly lemma: string;
}

/** Word class and features of Universal Dependencies. */
export interface Morphology {
  /** `NOUN`, `AUX` … */
  readonly upos: string;
  /** `Case=Nom|Definite=Def|…` in the order that CoNLL-U asks for; `_` when there are none. */
  readonly feats: string;
}

/**
 * Word class and features of the token at `at` as UD Swedish-Talbanken has them. Most follow from the tag; whether a verb is
 * an auxiliary, an adjective in -a definite and an s-form passive is read from lemma and sentence.
 */
export function morphologyOf(sentence: readonly Reading[], at: number): Morphology {
  const upos = uposOf(sentence, at);
  const feats = featuresOf(sentence, at);
  return { upos, feats: feats.length > 0 ? feats.sort(byName).join('|') : '_' };
}

/** Whether the verb at `at` is an s-passive: an s-form that is no deponent. Participles are not asked for. */
export function isSPassive(sentence: readonly Reading[], at: number): boolean {
  const { tag, lemma } = sentence[at]!;
  if (!tag.startsWith('VB|') || !tag.endsWith('|SFO')) return false;
  return lemma === 'fattas'
    ? sentence.some(({ lemma: other }) => /(?:beslut|misstanke)$/.test(other))
    : !isDeponent(lemma);
}

const UPOS: Readonly<Record<string, string>> = {
  AB: 'ADV',
  DT: 'DET',
  HA: 'ADV',
  HD: 'DET',
  HP: 'PRON',
  HS: 'PRON',
  IE: 'PART',
  IN: 'INTJ',
  JJ: 'ADJ',
  KN: 'CCONJ',
  MAD: 'PUNCT',
  MID: 'PUNCT',
  NN: 'NOUN',
  PAD: 'PUNCT',
  PC: 'ADJ',
  PL: 'ADV',
  PM: 'PROPN',
  PN: 'PRON',
  PP: 'ADP',
  PS: 'PRON',
  RG: 'NUM',
  RO: 'ADJ',
  SN: 'SCONJ',
  UO: 'X',
  VB: 'VERB',
};

const NEGATIONS = new Set(['inte', 'ej', 'icke', 'aldrig', 'knappast']);
const NEGATING_PARTICLES = new Set(['inte', 'ej', 'icke']);
const SUBORDINATING_ADVERBS = new Set(['när', 'då', 'eftersom', 'innan', 'sedan']);
const PREPOSITION_PARTICLES = new Set(
  'till med av på över om från ifrån emot mot utan för i åt efter under vid genom hos'.split(' '),
);
const ALWAYS_AUXILIARY = new Set([
  'vara',
  'kunna',
  'skola',
  'måste',
  'vilja',
  'böra',
  'torde',
  'lär',
  'må',
  'måtte',
]);

/** The word class alone. */
export function uposOf(sentence: readonly Reading[], at: number): string {
  const { text, tag, lemma } = sentence[at]!;
  const lower = text.toLowerCase();
  const wordClass = classOf(tag);
  switch (wordClass) {
    case 'AB':
      return NEGATING_PARTICLES.has(lower) ? 'PART' : tag === 'AB|AN' && lower === 's.k.' ? 'ADJ' : 'ADV';
    case 'KN':
      return lower === 'som' || lower === 'än' ? 'SCONJ' : 'CCONJ';
    case 'HA':
      return SUBORDINATING_ADVERBS.has(lower) && !asks(sentence, at) ? 'SCONJ' : 'ADV';
    case 'PL':
      return PREPOSITION_PARTICLES.has(lower) ? 'ADP' : 'ADV';
    case 'DT':
      return lower === 'samma' ? 'ADJ' : 'DET';
    case 'JJ':
      return /^(?:ena|båda|bägge)$/.test(lower) ? 'DET' : 'ADJ';
    case 'MID':
      return lower === '/' || (lower === '-' && betweenPeers(sentence, at)) ? 'SYM' : 'PUNCT';
    case 'VB':
      return isAuxiliary(sentence, at, lemma) ? 'AUX' : 'VERB';
    default:
      return UPOS[wordClass] ?? 'X';
  }
}

/** ”När kommer du?”: the word begins a question. */
function asks(sentence: readonly Reading[], at: number): boolean {
  return at === 0 && /^VB\|PR[ST]/.test(sentence[1]?.tag ?? '') && sentence.at(-1)?.text === '?';
}

/** ”lärare - elev”, ”10 - 12”: a dash between words of one class. */
function betweenPeers(sentence: readonly Reading[], at: number): boolean {
  const before = classOf(sentence[at - 1]?.tag);
  return (before === 'NN' || before === 'RG') && before === classOf(sentence[at + 1]?.tag);
}

function isAuxiliary(sentence: readonly Reading[], at: number, lemma: string): boolean {
  if (ALWAYS_AUXILIARY.has(lemma)) return true;
  if (lemma === 'ha') return governs(sentence, at, 'VB|SUP', 9);
  if (lemma === 'bli') return governs(sentence, at, 'PC|PRF', 4);
  if (lemma === 'få') return governs(sentence, at, 'VB|INF', 5);
  return lemma === 'komma' && governs(sentence, at, 'IE', 5);
}

/** Whether a word with such a tag follows before the clause ends or another verb comes. */
function governs(sentence: readonly Reading[], at: number, wanted: string, reach: number): boolean {
  for (let next = at + 1; next < sentence.length && next <= at + reach; next++) {
    const { tag } = sentence[next]!;
    if (tag.startsWith(wanted)) return true;
    if (/^(?:VB|MAD|MID|SN|HP|IE)/.test(tag)) return false;
  }
  return false;
}

function classOf(tag: string | undefined): string {
  const end = tag?.indexOf('|') ?? -1;
  return end < 0 ? (tag ?? '') : tag!.slice(0, end);
}

function byName(a: string, b: string): number {
  return a.toLowerCase() < b.toLowerCase() ? -1 : 1;
}

const GENDER: Readonly<Record<string, string>> = { UTR: 'Com', NEU: 'Neut', MAS: 'Com' };
const NUMBER: Readonly<Record<string, string>> = { SIN: 'Sing', PLU: 'Plur' };
const DEFINITE: Readonly<Record<string, string>> = { DEF: 'Def', IND: 'Ind' };
const CASE: Readonly<Record<string, string>> = { NOM: 'Nom', GEN: 'Gen', SUB: 'Nom', OBJ: 'Acc' };
const DEGREE: Readonly<Record<string, string>> = { POS: 'Pos', KOM: 'Cmp', SUV: 'Sup' };
const VERB_FORM: Readonly<Record<string, readonly string[]>> = {
  PRS: ['Mood=Ind', 'Tense=Pres', 'VerbForm=Fin'],
  PRT: ['Mood=Ind', 'Tense=Past', 'VerbForm=Fin'],
  IMP: ['Mood=Imp', 'VerbForm=Fin'],
  INF: ['VerbForm=Inf'],
  SUP: ['VerbForm=Sup'],
  KON: ['Mood=Sub', 'VerbForm=Fin'],
};

/** The features alone, in no order: `Case=Nom`. */
export function featuresOf(sentence: readonly Reading[], at: number): string[] {
  const { text, tag, lemma } = sentence[at]!;
  const lower = text.toLowerCase();
  const [wordClass, ...values] = tag.split('|') as [string, ...string[]];
  if (values.includes('AN')) return ['Abbr=Yes'];
  if (values.includes('SMS')) return nominal(values);
  if (tag === 'NN' || tag === 'JJ' || tag === 'DT') return ['Foreign=Yes'];
  switch (wordClass) {
    case 'VB':
      return verbFeatures(sentence, at, values);
    case 'NN':
    case 'PM':
      return nominal(values);
    case 'JJ':
    case 'PC':
      return adjectiveFeatures(sentence, at, wordClass, values);
    case 'RG':
      return [...nominal(values), 'NumType=Card'];
    case 'RO':
      return [...nominal(values), 'NumType=Ord'];
    case 'AB': {
      const degree = values.map((value) => DEGREE[value]).find((value) => value !== undefined);
      return [...(degree ? [`Degree=${degree}`] : []), ...(NEGATIONS.has(lower) ? ['Polarity=Neg'] : [])];
    }
    case 'DT':
      if (lower === 'samma') return ['Case=Nom', 'Definite=Ind', 'Degree=Pos'];
      return [...nominal(values), `PronType=${determinerType(lemma)}`];
    case 'HD':
      return [...nominal(values), 'PronType=Int'];
    case 'HP':
      return lower === 'vad'
        ? ['Definite=Ind', 'Number=Sing', 'PronType=Int']
        : [...nominal(values), `PronType=${lower === 'vem' || lower === 'vems' ? 'Int' : 'Rel'}`];
    case 'HS':
      return ['Definite=Def', 'Poss=Yes', 'PronType=Rel'];
    case 'PN':
      if (lower === 'mycket') return ['Definite=Ind', 'PronType=Ind'];
      return [...nominal(values), `PronType=${pronounType(lemma)}`];
    case 'PS':
      return [...nominal(values), 'Poss=Yes', `PronType=${lemma === 'varandra' ? 'Rcp' : 'Prs'}`];
    default:
      return [];
  }
}

/** Case, definiteness, gender and number as the tag has them; a value that may be either (UTR/NEU) is left out. */
function nominal(values: readonly string[]): string[] {
  const features: string[] = [];
  for (const value of values) {
    if (CASE[value]) features.push(`Case=${CASE[value]}`);
    else if (DEFINITE[value]) features.push(`Definite=${DEFINITE[value]}`);
    else if (GENDER[value]) features.push(`Gender=${GENDER[value]}`);
    else if (NUMBER[value]) features.push(`Number=${NUMBER[value]}`);
  }
  return features;
}

function verbFeatures(sentence: readonly Reading[], at: number, values: readonly string[]): string[] {
  const form = VERB_FORM[values[0] ?? ''] ?? [];
  if (values.at(-1) === 'AKT') return [...form, 'Voice=Act'];
  return isSPassive(sentence, at) ? [...form, 'Voice=Pass'] : [...form];
}

function adjectiveFeatures(
  sentence: readonly Reading[],
  at: number,
  wordClass: string,
  values: readonly string[],
): string[] {
  const lower = sentence[at]!.text.toLowerCase();
  if (lower === 'båda' || lower === 'bägge') return ['Definite=Def', 'Number=Plur', 'PronType=Tot'];
  if (lower === 'många') return ['Case=Nom', 'Degree=Pos'];
  if (lower === 'fler' || lower === 'flera') return ['Case=Nom', 'Degree=Cmp', 'Number=Plur'];
  if (lower === 'få') return ['Case=Nom', 'Degree=Pos', 'Number=Plur'];
  const features = nominal(values.slice(1));
  const plural = values.includes('PLU') && values.includes('IND/DEF');
  if (plural && isInDefinitePhrase(sentence, at)) {
    features.splice(features.indexOf('Number=Plur'), 1, 'Definite=Def');
  } else if (plural) {
    features.push('Definite=Ind');
  } else if (values.includes('DEF')) {
    const number = features.findIndex((feature) => feature.startsWith('Number='));
    if (number >= 0 && !values.includes('MAS')) features.splice(number, 1);
  }
  if (wordClass === 'PC') {
    features.push('Degree=Pos');
    if (!/^(?:obe|oför|väl|hög|låg|själv|hem|kön)/.test(sentence[at]!.lemma))
      features.push(`Tense=${values[0] === 'PRS' ? 'Pres' : 'Past'}`, 'VerbForm=Part');
  } else {
    features.push(`Degree=${DEGREE[values[0] ?? ''] ?? 'Pos'}`);
  }
  return features;
}

/** Whether a determiner, possessive or genitive before an adjective, or the noun after it, is definite. */
function isInDefinitePhrase(sentence: readonly Reading[], at: number): boolean {
  for (let before = at - 1; before >= 0 && before >= at - 6; before--) {
    const { tag } = sentence[before]!;
    if (/^(?:DT\|.*\|DEF|PS|HS)|GEN$/.test(tag)) return true;
    if (!/^(?:JJ|PC|AB|KN|MID|RO|RG)/.test(tag)) break;
  }
  for (let after = at + 1; after < sentence.length && after <= at + 4; after++) {
    const { tag } = sentence[after]!;
    if (tag.startsWith('NN')) return tag.includes('|DEF|');
    if (!/^(?:JJ|PC|AB|KN)/.test(tag)) return false;
  }
  return false;
}

const TOTAL = new Set(['all', 'varje', 'var', 'varenda', 'varannan', 'båda', 'bägge', 'vardera']);
const NEGATIVE = new Set(['ingen', 'ingenting']);
const DEMONSTRATIVE = new Set(['denna', 'samma', 'dylik', 'sådan', 'densamma']);
const INDEFINITE = new Set([
  'någon',
  'någonting',
  'man',
  'annan',
  'mycket',
  'många',
  'få',
  'var',
  'lite',
  'litet',
  'varandra',
  'somlig',
  'annat',
]);

function determinerType(lemma: string): string {
  if (TOTAL.has(lemma)) return 'Tot';
  if (NEGATIVE.has(lemma)) return 'Neg';
  if (DEMONSTRATIVE.has(lemma)) return 'Dem';
  return lemma === 'någon' ? 'Ind' : 'Art';
}

function pronounType(lemma: string): string {
  if (INDEFINITE.has(lemma)) return 'Ind';
  if (TOTAL.has(lemma)) return 'Tot';
  if (NEGATIVE.has(lemma)) return 'Neg';
  return DEMONSTRATIVE.has(lemma) ? 'Dem' : 'Prs';
}
