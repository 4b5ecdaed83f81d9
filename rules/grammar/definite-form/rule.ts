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

/**
 * Words before a noun in the indefinite, each with its form before n-ord, t-ord and plurals. ”Er” may be an object: ”vi ger er
 * beslutet”; ”dess” the end of ”till dess”.
 */
const BEFORE_INDEFINITE = new Map(
  [
    ...['en/ett/', 'varje/varje/', 'någon/något/några', 'ingen/inget/inga', '//många', '//flera'],
    ...['min/mitt/mina', 'din/ditt/dina', 'sin/sitt/sina', 'vår/vårt/våra', '/ert/era'],
    ...['hans/hans/hans', 'hennes/hennes/hennes', 'deras/deras/deras', 'vars/vars/vars'],
    'denna/detta/dessa',
    'samma/samma/samma',
    ...'två tre fyra fem sex sju åtta nio tio'.split(' ').map((numeral) => `//${numeral}`),
  ].flatMap((row) => {
    const [common, neuter, plural] = row.split('/') as [string, string, string];
    const forms = { common, neuter, plural };
    return [...new Set(Object.values(forms))].filter(Boolean).map((word) => [word, forms] as const);
  }),
);
type Forms = { readonly common: string; readonly neuter: string; readonly plural: string };

/** Begin ”den här”, ”det där”. */
const POINTING = new Set(['den', 'det', 'de']);

export const meta = {
  title: 'Bestämd form',
  scope: 'sentence',
  severity: 'warning',
  source: 'Svenska Akademiens språklära 2003, nominalfraser',
  needsCore: true,
} satisfies RuleMeta;

/** Determiners, possessives and numerals; ”många” and ”samma” are adjectives to the tagger. */
const MAY_DETERMINE = new Set(['DT', 'PS', 'HS', 'JJ', 'RG']);

export function create(): Check<'sentence'> {
  return function* (sentence) {
    const { tokens, readings } = sentence;
    for (let at = 0; at + 1 < tokens.length; at++) {
      const { tag } = readings[at]!;
      // Word classes first: most words are of none that matters here.
      let problem: Problem | undefined;
      if (tag.startsWith('NN')) {
        if (tag.endsWith('|DEF|GEN')) problem = afterOwner(sentence, at);
      } else if (MAY_DETERMINE.has(tag.slice(0, 2))) {
        const { lower } = tokens[at]!;
        const forms = BEFORE_INDEFINITE.get(lower);
        if (forms) problem = afterIndefinite(sentence, at, forms);
        else if (lower === 'hela' || lower === 'förra') problem = afterWhole(sentence, at);
        else if (lower === 'nästa') problem = afterNext(sentence, at);
        else if (POINTING.has(lower)) problem = afterPointing(sentence, at) ?? otherGender(sentence, at);
      }
      if (problem) yield problem;
    }
  };
}

/** ”en beslutet”, ”mina barnen” */
function afterIndefinite(
  { tokens, readings, block }: Sentence,
  at: number,
  forms: Forms,
): Problem | undefined {
  const core = block.core!;
  const noun = nounIn('DEF', readings, at + 1, core);
  // ”hur många ärendena än är”
  if (!noun || /^(?:hur|så)$/.test(tokens[at - 1]?.lower ?? '')) return undefined;
  const before = readings[at - 1];
  // ”de första två barnen”, ”klockan två”, ”Av fyra har två felet.”
  if (
    readings[at]!.tag.startsWith('RG') &&
    before &&
    (/^(?:DT|PS|NN|JJ|RO)/.test(before.tag) || (before.lemma === 'ha' && noun.number === 'SIN'))
  )
    return undefined;
  const { text, lower } = tokens[at]!;
  const number = forms.common === '' && forms.neuter === '' ? 'PLU' : noun.number;
  const word = number === 'PLU' ? forms.plural : noun.gender === 'UTR' ? forms.common : forms.neuter;
  const bare = core.lexicon.inflect(noun.lemma, `NN|${noun.gender}|${number}|IND|NOM`);
  if (!word || !bare) return undefined;
  // ”något användaren gör”, ”detta medborgaren”
  if (lower !== word && !/^(?:en|ett|[mds]in|[mds]itt|vårt?)$/.test(lower)) return undefined;
  // ”Av de tre har en felet.”
  if (lower !== word && before?.lemma === 'ha') return undefined;
  if (PRONOUNS.test(lower) && readings[noun.at + 1]?.tag.startsWith('VB')) return undefined;
  const bareToo = number === 'SIN' && /^(?:en|ett|varje|någo[nt]|inge[nt])$/.test(word);
  const between = readings
    .slice(at + 1, noun.at)
    .map((one) => (bareToo ? inflectedAdjective(one, `${noun.gender}|SIN|IND`, core) : one.text));
  const expected = [inCaseOf(text, word), ...between, bare].join(' ');
  const span = { start: tokens[at]!.start, end: tokens[noun.at]!.end, expected };
  // In speech, and in the west, the definite is in use here.
  if (forms.common === 'denna')
    return {
      ...span,
      message: `Skriv ”${expected}”: i skrift står obestämd form efter ”${word}”.`,
      severity: 'info',
    };
  // The article may be what is left of another wording.
  if ((word === 'en' || word === 'ett') && between.length === 0) {
    const alone = inCaseOf(text, readings[noun.at]!.text);
    const message = `Skriv ”${expected}” eller ”${alone}”: efter ”${word}” står obestämd form.`;
    return { ...span, message, expected: [expected, alone] };
  }
  return { ...span, message: `Skriv ”${expected}”: efter ”${word}” står obestämd form.` };
}

/** May stand by themselves, with a clause after them. */
const PRONOUNS = /^(?:någo[nt]|inge[nt]|några|inga)$/;

/** ”dagens samhället” */
function afterOwner(sentence: Sentence, at: number): Problem | undefined {
  const { readings, block } = sentence;
  const core = block.core!;
  const { text } = readings[at]!;
  if (!/(?:[nt]s|nas)$/.test(text)) return undefined;
  const analyses = core.lexicon.analyses(text);
  if (analyses.length === 0 || !analyses.every((one) => /^NN\|.*\|GEN$/.test(one.tag))) return undefined;
  const noun = nounIn('DEF', readings, at + 1, core);
  return noun && inForm('IND', sentence, noun, text);
}

/** What a noun is to be after some words, in the number it has. */
function inForm(
  form: 'DEF' | 'IND',
  { tokens, block }: Sentence,
  { at, lemma, gender, number }: Noun,
  after: string,
): Problem | undefined {
  const expected = block.core!.lexicon.inflect(lemma, `NN|${gender}|${number}|${form}|NOM`);
  const { start, end, text } = tokens[at]!;
  if (!expected || expected === text) return undefined;
  const name = form === 'DEF' ? 'bestämd' : 'obestämd';
  return { start, end, message: `Skriv ”${expected}”: efter ”${after}” står ${name} form.`, expected };
}

/** ”hela kommun”, ”förra vecka” */
function afterWhole(sentence: Sentence, at: number): Problem | undefined {
  const { tokens, readings, block } = sentence;
  const core = block.core!;
  // ”vår hela omsorg”, ”kommunens hela budget”, ”tre hela dagar”
  if (/^(?:DT|PS|RG|JJ)|\|GEN$/.test(readings[at - 1]?.tag ?? '')) return undefined;
  const noun = nounIn('IND', readings, at + 1, core);
  // ”hela årtal” may be of many.
  if (!noun || core.lexicon.analyses(readings[noun.at]!.text).some(({ tag }) => tag.includes('|PLU|')))
    return undefined;
  return inForm('DEF', sentence, noun, tokens[at]!.lower);
}

/** ”nästa veckan” */
function afterNext(sentence: Sentence, at: number): Problem | undefined {
  const { readings, block } = sentence;
  if (readings[at - 1]?.tag.startsWith('DT')) return undefined;
  const noun = nounIn('DEF', readings, at + 1, block.core!);
  return noun?.number === 'SIN' ? inForm('IND', sentence, noun, 'nästa') : undefined;
}

/** ”det platsen”, ”den nya huset”, but ”ger det eleverna” */
function otherGender({ tokens, readings, block }: Sentence, at: number): Problem | undefined {
  const { lower, text } = tokens[at]!;
  if (lower === 'de' || !readings[at]!.tag.startsWith('DT')) return undefined;
  const noun = nounIn('DEF', readings, at + 1, block.core!);
  const word = noun?.gender === 'UTR' ? 'den' : 'det';
  if (noun?.number !== 'SIN' || word === lower) return undefined;
  if (
    noun.at === at + 1 ? isByItself(readings, at) : mayBeVerbs(readings.slice(at + 1, noun.at), block.core!)
  )
    return undefined;
  const { start } = tokens[at]!;
  const { end } = tokens[noun.at]!;
  const expected = inCaseOf(text, word) + block.text.slice(tokens[at]!.end, end);
  const kind = noun.gender === 'UTR' ? 'n-ord' : 't-ord';
  const message = `Skriv ”${expected}”: ”${tokens[noun.at]!.text}” är ett ${kind}.`;
  return { start, end, message, expected };
}

/** ”ger det eleverna”, ”från det beslutet fattades”, ”nöjd med det kommunen gör” */
function isByItself(readings: readonly Reading[], at: number): boolean {
  const before = readings[at - 1];
  return (
    /^(?:VB|AB|SN|KN)/.test(before?.tag ?? '') ||
    /^(?:från|efter|före|innan)$/.test(before?.text ?? '') ||
    /^(?:VB|AB)/.test(readings[at + 2]?.tag ?? '')
  );
}

/** ”Det markerade starten”, ”det enda politiken ska göra”, ”för det första insikten om …” */
function mayBeVerbs(adjectives: readonly Reading[], { lexicon }: LanguageCore): boolean {
  return adjectives.some(
    ({ text, tag }) =>
      !/^(?:JJ\|POS|PC\|PRS)/.test(tag) ||
      /^(?:andra|enda|första|sista|mesta)$/.test(text) ||
      lexicon.analyses(text).some((one) => one.tag.startsWith('VB')),
  );
}

/** ”den här fråga” */
function afterPointing(sentence: Sentence, at: number): Problem | undefined {
  const { tokens, readings, block } = sentence;
  const core = block.core!;
  const where = tokens[at + 1]!.lower;
  if ((where !== 'här' && where !== 'där') || !readings[at]!.tag.startsWith('DT')) return undefined;
  // ”Är det här konst?”
  if (readings[at - 1]?.tag.startsWith('VB')) return undefined;
  const noun = nounIn('IND', readings, at + 2, core) ?? nounIn('DEF', readings, at + 2, core);
  const { lower, text } = tokens[at]!;
  // ”de här fråga” may be of one or many.
  if (!noun || (noun.number === 'SIN' && lower === 'de')) return undefined;
  // ”den här frågor”; ”den här frågorna” can be nothing but many.
  if (noun.number === 'PLU' && lower !== 'de' && !readings[noun.at]!.tag.includes('|DEF|')) return undefined;
  const definite = core.lexicon.inflect(noun.lemma, `NN|${noun.gender}|${noun.number}|DEF|NOM`);
  if (!definite) return undefined;
  const { end, text: written } = tokens[noun.at]!;
  const word = noun.number === 'PLU' ? 'de' : noun.gender === 'UTR' ? 'den' : 'det';
  if (word !== lower) {
    const between = readings.slice(at + 2, noun.at).map((one) => one.text);
    const expected = [inCaseOf(text, word), where, ...between, definite].join(' ');
    const kind = noun.gender === 'UTR' ? 'ett n-ord' : 'ett t-ord';
    const message = `Skriv ”${expected}”: ”${written}” är ${noun.number === 'PLU' ? 'flera' : kind}.`;
    return { start: tokens[at]!.start, end, message, expected };
  }
  return inForm('DEF', sentence, noun, `${word} ${where}`);
}

/** Look definite to the lexicon: ett godkännande, flera godkännanden; en token. */
const INDEFINITE_TOO = /(?:[ae]nden|^inbjudan|^token)$/;

interface Noun {
  readonly at: number;
  readonly lemma: string;
  readonly gender: string;
  readonly number: string;
}

/** The noun at `from`, or past the adjectives there, that can be nothing but definite, or nothing but indefinite, to the tagger too. */
function nounIn(
  form: 'DEF' | 'IND',
  readings: readonly Reading[],
  from: number,
  core: LanguageCore,
): Noun | undefined {
  const at = pastAdjectives(readings, from, core);
  const { text = '', tag = '' } = readings[at] ?? {};
  if (!tag.startsWith('NN|') || !tag.endsWith(`|${form}|NOM`) || !/^\p{Ll}{3,}$/u.test(text))
    return undefined;
  if (INDEFINITE_TOO.test(text)) return undefined;
  const nouns = core.lexicon.analyses(text).filter((one) => one.tag.startsWith('NN|'));
  if (!nouns.every((one) => one.tag.includes(`|${form}|NOM`))) return undefined;
  const own = nouns.find((one) => one.tag === tag);
  // ”ställen” are of ett ställ and ett ställe.
  if (!own || (text === `${own.lemma}en` && core.lexicon.analyses(`${own.lemma}e`).length > 0))
    return undefined;
  const [, gender, number] = tag.split('|') as [string, string, string];
  return { at, lemma: readings[at]!.lemma, gender, number };
}
