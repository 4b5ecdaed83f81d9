import {
  type Check,
  inCaseOf,
  inflectedAdjective,
  type LanguageCore,
  pastAdjectives,
  type Problem,
  type Reading,
  type RuleMeta,
  type Sentence,
} from '../../../src/rule.ts';

type Gender = 'UTR' | 'NEU';

/**
 * Determiners of n-ord, each with that of t-ord and that of plurals where there is one. ”Er” before a plural may be an object:
 * ”vi ger er läxor”.
 */
const DETERMINERS =
  'en/ett min/mitt/mina din/ditt/dina sin/sitt/sina vår/vårt/våra er/ert denna/detta/dessa vilken/vilket/vilka var/vart någon/något/några ingen/inget/inga'
    .split(' ')
    .map((row) => row.split('/') as [string, string, string?]);

const NUMERALS = 'två tre fyra fem sex sju åtta nio tio elva tolv'.split(' ');
/** Stand before plurals too, or by themselves. */
const QUANTIFIERS = new Set('många flera några inga alla samtliga båda dessa vissa'.split(' '));

/** The gender that a determiner asks for, and what it is for the other and for plurals. */
interface Asked {
  readonly gender: Gender;
  readonly other: string;
  readonly plural: string | undefined;
}

/** What each word asks of the noun after it; ”mycket” asks for one that can't be counted. */
const ASKS = new Map<string, Asked | 'SIN' | 'PLU' | 'MASS'>([
  ...DETERMINERS.flatMap(([common, neuter, plural]) => [
    [common, { gender: 'UTR', other: neuter, plural }] as const,
    [neuter, { gender: 'NEU', other: common, plural }] as const,
  ]),
  ['varje', 'SIN'],
  ['mycket', 'MASS'],
  ...[...NUMERALS, ...QUANTIFIERS].map((word) => [word, 'PLU'] as const),
]);

/** Look as in the singular after a numeral: tre kvart, sex fot, tio man, två center. */
const AS_IN_SINGULAR = new Set(
  'ampere byte center centrum decibel fot forum hekto karat kilo kvart man meter mil newton ohm promille styck tum volt watt öre'.split(
    ' ',
  ),
);

/** Have both genders in use: en fax and ett fax. */
const BOTH_GENDERS = new Set('fax finger mail mejl plugin sigel spray tag test virus'.split(' '));

export const meta = {
  title: 'Artikel och substantiv',
  scope: 'sentence',
  severity: 'warning',
  source: 'Svenska Akademiens språklära 2003, nominalfraser',
  needsCore: true,
  words: [...ASKS.keys()],
} satisfies RuleMeta;

export function create(): Check<'sentence'> {
  return function* (sentence) {
    const { tokens } = sentence;
    for (let at = 0; at + 1 < tokens.length; at++) {
      const asked = ASKS.get(tokens[at]!.lower);
      if (asked === undefined) continue;
      const problem =
        typeof asked === 'object'
          ? (oneOf(sentence, at, asked) ?? inGender(sentence, at, asked))
          : asked === 'MASS'
            ? counted(sentence, at)
            : inNumber(sentence, at, asked);
      if (problem) yield problem;
    }
  };
}

function inGender(sentence: Sentence, at: number, { gender, other, plural }: Asked): Problem | undefined {
  const { tokens, readings, block } = sentence;
  const core = block.core!;
  const noun = nounAfter(readings, at, core);
  const right = gender === 'UTR' ? 'NEU' : 'UTR';
  const { text, lower } = tokens[at]!;
  // ”Har någon barn?”, ”om ingen svar kommer”: it may be somebody.
  const before = readings[at - 1];
  if (
    /^(?:någo|inge)/.test(lower) &&
    (!before || /^(?:VB|SN|KN|MID)/.test(before.tag)) &&
    before?.lemma !== 'finnas'
  )
    return undefined;
  // ”de år för vilka taxering görs”
  if (lower.startsWith('vilk') && at > 0) return undefined;
  // ”i vår”, the season
  if (noun === undefined || (lower === 'vår' && before?.text === 'i')) return undefined;
  // ”din resor”, but ”före detta ministrar”
  const isFormer = tokens[at - 1]?.lower === 'före';
  // ”Med anledning av detta stänger vi”, ”Gör detta var tredje dag”
  if (/^de(?:nna|tta)$/.test(lower) && core.lexicon.analyses(readings[noun]!.text).some(isVerb))
    return undefined;
  // ”något individer har”
  const mayStandAlone = /^(?:någo|inge)/.test(lower) && before?.lemma !== 'finnas';
  if (plural && !mayStandAlone && noun === at + 1 && !isFormer && isPlural(readings[noun]!, core)) {
    const { start, end } = tokens[at]!;
    const expected = inCaseOf(text, plural);
    const message = `Skriv ”${expected} ${readings[noun]!.text}”: de är flera.`;
    return { start, end, message, expected };
  }
  // ”ansökan” is definite too.
  const features = readings[noun]!.text.endsWith('an') ? [right] : [right, 'IND'];
  if (!isOnly(readings[noun]!, core, ...features)) {
    return /^(?:en|ett)$/.test(lower) ? oneOfMany(sentence, at, noun) : undefined;
  }
  // ”var tredje ärende”; alone they are other words.
  if (/^vart?$/.test(lower) && !readings[at + 1]!.tag.startsWith('RO')) return undefined;
  const between = readings
    .slice(at + 1, noun)
    .map((one) => inflectedAdjective(one, `${right}|SIN|IND`, core));
  const expected = [inCaseOf(text, other), ...between, readings[noun]!.text].join(' ');
  const message = `Skriv ”${expected}”: ”${readings[noun]!.text}” är ett ${right === 'NEU' ? 't-ord' : 'n-ord'}.`;
  return { start: tokens[at]!.start, end: tokens[noun]!.end, message, expected };
}

/** ”en ny riktlinjer” */
function oneOfMany({ tokens, readings, block }: Sentence, at: number, noun: number): Problem | undefined {
  const core = block.core!;
  const { text, lemma, tag } = readings[noun]!;
  if (noun === at + 1 || !isPlural(readings[noun]!, core) || !/\|SIN\|IND/.test(readings[noun - 1]!.tag))
    return undefined;
  const right = core.lexicon.inflect(lemma, `NN|${tag.split('|')[1]}|SIN|IND|NOM`);
  if (!right || right === text) return undefined;
  const { start, end } = tokens[noun]!;
  return {
    start,
    end,
    message: `Skriv ”${right}”: efter ”${tokens[at]!.lower}” står ett i taget.`,
    expected: right,
  };
}

function isVerb({ tag }: { readonly tag: string }): boolean {
  return tag.startsWith('VB');
}

function inNumber(
  { tokens, readings, block }: Sentence,
  determiner: number,
  number: 'SIN' | 'PLU',
): Problem | undefined {
  const core = block.core!;
  // ”har alla möjlighet att …”
  const before = readings[determiner - 1];
  if (QUANTIFIERS.has(tokens[determiner]!.lower) && before?.tag.startsWith('VB') && before.lemma !== 'finnas')
    return undefined;
  // ”klockan åtta kväll”
  if (readings[determiner]!.tag.startsWith('RG') && before?.tag.startsWith('NN')) return undefined;
  const at = pastAdjectives(readings, determiner + 1, core);
  const noun = readings[at];
  if (!noun || !endsAt(readings, at) || (number === 'PLU' && AS_IN_SINGULAR.has(noun.text))) return undefined;
  if (!(number === 'SIN' ? isOnly(noun, core, 'PLU') : isOnly(noun, core, 'SIN', 'IND'))) return undefined;
  const gender = core.lexicon.analyses(noun.text)[0]!.tag.split('|')[1];
  const right = core.lexicon.inflect(noun.lemma, `NN|${gender}|${number}|IND|NOM`);
  if (!right || right === noun.text) return undefined;
  const { start, end } = tokens[at]!;
  const why = number === 'SIN' ? 'efter ”varje” står ett i taget' : 'de är flera';
  return { start, end, message: `Skriv ”${right}”: ${why}.`, expected: right };
}

/** Plurals of what is spoken of as a mass: ”mycket pengar”. */
const MASSES = /(?:pengar|kläder|möbler|saker|grejer|grönsaker|blommor|leksaker)$/;

/** ”mycket lekplatser” */
function counted({ tokens, readings, block }: Sentence, at: number): Problem | undefined {
  const core = block.core!;
  const noun = readings[at + 1]!;
  if (!/^\p{Ll}+[aeo]r$/u.test(noun.text) || MASSES.test(noun.text) || !isPlural(noun, core))
    return undefined;
  if (core.lexicon.analyses(noun.text).some(isVerb)) return undefined;
  const { start, end, text } = tokens[at]!;
  const expected = inCaseOf(text, 'många');
  return {
    start,
    end,
    message: `Skriv ”${expected} ${noun.text}”: de går att räkna.`,
    expected,
    severity: 'info',
  };
}

/** People, who are as people are: ”en av vittnena”. */
const PEOPLE =
  /^(?:barnbarn|barn|befäl|geni|syskon)$|(?:biträde|offer|ombud|proffs|råd|vittne|helgon|fruntimmer)$/;

/** ”en av de rikaste länderna” */
function oneOf(
  { tokens, readings, block }: Sentence,
  at: number,
  { gender, other }: Asked,
): Problem | undefined {
  const { text, lower } = tokens[at]!;
  if ((lower !== 'en' && lower !== 'ett') || tokens[at + 1]?.lower !== 'av') return undefined;
  const core = block.core!;
  let noun = at + 2;
  while (noun <= at + 5 && /^(?:DT|PS|JJ|PC|RG)/.test(readings[noun]?.tag ?? '')) noun++;
  const right = gender === 'UTR' ? 'NEU' : 'UTR';
  const of = readings[noun];
  // ”en av sökandena”, which is written ”sökanden” too
  if (!of || PEOPLE.test(of.lemma) || /[ae]nden$/.test(of.text) || !/\|PLU\|DEF\|/.test(of.tag))
    return undefined;
  if (!endsAt(readings, noun) || !isOnly(of, core, 'PLU', right, 'DEF')) return undefined;
  const { start, end } = tokens[at]!;
  const expected = inCaseOf(text, other);
  const message = `Skriv ”${expected} av”: ”${of.text}” är ${right === 'NEU' ? 't-ord' : 'n-ord'}.`;
  return { start, end, message, expected };
}

/** The noun that a determiner belongs to, past adjectives: ”ett mörk kväll”. */
function nounAfter(readings: readonly Reading[], at: number, core: LanguageCore): number | undefined {
  if (!/^(?:DT|PS|HD)/.test(readings[at]!.tag)) return undefined;
  const noun = pastAdjectives(readings, at + 1, core);
  // ”ett stort antal besökare”
  const isNoun =
    noun < readings.length &&
    (endsAt(readings, noun) || readings[noun]!.text === 'antal') &&
    !isFirstOfAdjectives(readings, noun, core);
  return isNoun ? noun : undefined;
}

/** Whether a word before ”och” is an adjective that the tagger has taken for a noun: ”en djup och bred kunskap”. */
function isFirstOfAdjectives(readings: readonly Reading[], at: number, { lexicon }: LanguageCore): boolean {
  return (
    /^(?:och|eller|men|,)$/.test(readings[at + 1]?.text ?? '') &&
    lexicon.analyses(readings[at]!.text).some(({ tag }) => /^(?:JJ|PC)/.test(tag))
  );
}

/** Whether a noun is the last of its phrase: ”en problem hantering” is one word in two. */
function endsAt(readings: readonly Reading[], noun: number): boolean {
  return !/^(?:NN|PM|UO|PC|JJ)/.test(readings[noun + 1]?.tag ?? '');
}

/** Whether a noun can be nothing but what all of some features say, and has a singular unless it is a plural. */
function isOnly({ text, tag }: Reading, { lexicon }: LanguageCore, ...features: readonly string[]): boolean {
  if (!tag.startsWith('NN|')) return false;
  let isSuch = false;
  for (const { tag: one } of lexicon.analyses(text)) {
    if (!one.startsWith('NN|')) continue;
    if (!one.endsWith('|NOM')) return false;
    for (const feature of features) if (!one.includes(`|${feature}|`)) return false;
    if (features[0] === 'PLU' || one.includes('|SIN|')) isSuch = true;
  }
  return isSuch && !BOTH_GENDERS.has(text) && /^\p{Ll}{3,}$/u.test(text);
}

/** Whether a noun can be nothing but an indefinite plural, to the tagger too. ”Data” is in use as a singular. */
function isPlural(noun: Reading, core: LanguageCore): boolean {
  const { text, tag } = noun;
  return (
    /\|PLU\|IND\|NOM/.test(tag) &&
    !text.endsWith('data') &&
    core.lexicon.isEntry(text) &&
    isOnly(noun, core, 'PLU', 'IND')
  );
}
