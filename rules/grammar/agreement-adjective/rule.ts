import {
  answersIn,
  type Check,
  type LanguageCore,
  perBlock,
  type Problem,
  type Reading,
  type RuleMeta,
  type Sentence,
  type Text,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Adjektivets böjning',
  scope: 'document',
  severity: 'warning',
  source: 'Svenska Akademiens språklära 2003, adjektivfraser',
  needsCore: true,
} satisfies RuleMeta;

/** How an adjective is to be inflected: `UTR|SIN|IND`, `NEU|SIN|IND`, `SIN|DEF`, `PLU`. */
type Form = 'UTR|SIN|IND' | 'NEU|SIN|IND' | 'SIN|DEF' | 'PLU';

export function create(): Check<'document'> {
  return function* (text) {
    yield* answersIn(text.blocks, within);
    yield* listed(text);
  };
}

const PLURALS = new Set(
  'två tre fyra fem sex sju åtta nio tio flera många alla samtliga några båda dessa'.split(' '),
);
const ARTICLES = new Set([...PLURALS, 'en', 'ett', 'den', 'det', 'de']);

const within = perBlock((block) =>
  block.sentences.flatMap((sentence) =>
    [...attributes(sentence), ...predicatives(sentence)].map((problem): Problem => ({ ...problem, block })),
  ),
);

const MOST_ADJECTIVES = 4;

/** ”ett stor hus”, ”den ny blanketten”, ”flera viktig frågor”, ”en ny och viktigt fråga”, ”med viktig frågor”. */
function* attributes({ readings, tokens, block }: Sentence): Iterable<Problem> {
  const core = block.core!;
  for (let first = 0; first + 1 < readings.length; first++) {
    if (!isAdjective(readings[first]!)) continue;
    const article = first > 0 && ARTICLES.has(tokens[first - 1]!.lower) ? readings[first - 1]! : undefined;
    const noun = article ? nounAfter(readings, first) : first + 1;
    if (noun === undefined) continue;
    const form = article ? formAfter(article, readings[noun]!, core) : formBefore(readings, first, core);
    if (!form) continue;
    for (let at = first; at < noun; at++) {
      // ”stort” of ”en stort upplagd insats” is an adverb.
      if (!isAdjective(readings[at]!) || (at + 1 < noun && isAdjective(readings[at + 1]!))) continue;
      const { start, end, text } = tokens[at]!;
      const expected = mended(text, form, core, true);
      if (!expected) continue;
      const phrase = [article?.text, expected, readings[noun]!.text].filter(Boolean).join(' ');
      yield { start, end, message: message(text, expected, phrase), expected };
    }
    first = noun;
  }
}

/** ”en stort roll”: the neuter is an adverb too, which can't stand there. */
function isAdjective({ tag }: Reading): boolean {
  return tag.startsWith('JJ|POS') || tag.startsWith('PC|PRF') || tag.startsWith('AB|POS');
}

/** The noun after adjectives, with ”och” or a comma between them. */
function nounAfter(readings: readonly Reading[], first: number): number | undefined {
  let at = first;
  for (let count = 0; count < MOST_ADJECTIVES && at < readings.length; count++) {
    if (!isAdjective(readings[at]!)) return readings[at]!.tag.startsWith('NN|') ? at : undefined;
    at++;
    if (
      /^(?:och|eller|,)$/.test(readings[at]?.text ?? '') &&
      readings[at + 1] &&
      isAdjective(readings[at + 1]!)
    )
      at++;
  }
  return at < readings.length && readings[at]!.tag.startsWith('NN|') ? at : undefined;
}

/** Plurals that are in use as singulars. */
const AS_SINGULAR = /(?:data|fakta|media|medier|statistik)$/;

/** What a plural asks of an adjective with no article before it: ”viktig frågor”. */
function formBefore(readings: readonly Reading[], at: number, { lexicon }: LanguageCore): Form | undefined {
  const noun = readings[at + 1]!;
  if (!/^JJ\|POS\|UTR\|SIN\|IND/.test(readings[at]!.tag) || !/^NN\|\S+\|PLU\|IND\|NOM/.test(noun.tag))
    return undefined;
  if (AS_SINGULAR.test(noun.text) || !/^\p{Ll}+[aeo]r$/u.test(noun.text) || !lexicon.isEntry(noun.text))
    return undefined;
  const nouns = lexicon.analyses(noun.text).filter(({ tag }) => tag.startsWith('NN|'));
  return nouns.length > 0 && nouns.every(({ tag }) => tag.includes('|PLU|IND|NOM')) ? 'PLU' : undefined;
}

function message(wrong: string, right: string, phrase: string): string {
  return `”${wrong}” är fel böjt. Skriv ”${right}”: ”${phrase}”.`;
}

/** The form that article and noun ask for, where both are sure and agree. */
function formAfter(article: Reading, noun: Reading, core: LanguageCore): Form | undefined {
  const analyses = core.lexicon.analyses(noun.text).filter(({ tag }) => tag.startsWith('NN|'));
  if (analyses.length === 0 || !noun.tag.startsWith('NN|') || noun.text.includes('-')) return undefined;
  const every = (pattern: RegExp) => analyses.every(({ tag }) => pattern.test(tag));
  const some = (pattern: RegExp) => analyses.some(({ tag }) => pattern.test(tag));
  const lower = article.text.toLowerCase();
  if (lower === 'en' && every(/^NN\|UTR\|/) && some(/SIN\|IND\|NOM/) && article.tag.startsWith('DT'))
    return 'UTR|SIN|IND';
  if (lower === 'ett' && every(/^NN\|NEU\|/) && some(/SIN\|IND\|NOM/) && article.tag.startsWith('DT'))
    return 'NEU|SIN|IND';
  if (/^(?:den|det)$/.test(lower) && every(/SIN\|DEF/) && article.tag.startsWith('DT')) return 'SIN|DEF';
  if (lower === 'de' && every(/\|PLU\|DEF\|/) && article.tag.startsWith('DT')) return 'PLU';
  if (PLURALS.has(lower) && some(/\|PLU\|/)) return 'PLU';
  return undefined;
}

/** The right form of a word that can only be an adjective in another one. */
function mended(word: string, form: Form, core: LanguageCore, besideNoun = false): string | undefined {
  // ”lite” is a form of liten to learners, of lit to the lexicon.
  if (/^\p{Lu}/u.test(word) || word === 'lite') return undefined;
  const analyses = core.lexicon.analyses(word);
  const lemmas = new Set<string>();
  for (const { lemma, tag } of analyses) {
    // ”viss” may be a verb's imperative, ”stängt” its supine, ”sådan” a pronoun, ”stort” an adverb: the tagger has settled that.
    if (/^(?:VB\|(?:IMP|SUP)|PN|DT|AB)/.test(tag)) continue;
    // ”svenska”, the language; of ”lugn och ro” the tagger can't tell.
    if (besideNoun && tag.startsWith('NN')) continue;
    if (!/^(?:JJ\|POS|PC\|PRF)/.test(tag)) return undefined;
    if (allows(tag, form)) return undefined;
    lemmas.add(lemma);
  }
  const [lemma] = lemmas;
  if (lemma === undefined) return undefined;
  const wordClass = analyses.some(({ tag }) => tag.startsWith('JJ')) ? 'JJ|POS' : 'PC|PRF';
  const features = form === 'SIN|DEF' ? 'UTR/NEU|SIN|DEF' : form === 'PLU' ? 'UTR/NEU|PLU|IND/DEF' : form;
  const right = core.lexicon.inflect(lemma, `${wordClass}|${features}|NOM`);
  return right === word ? undefined : right;
}

function allows(tag: string, form: Form): boolean {
  const [, , gender, number, definite] = tag.split('|');
  if (!number || !definite) return true;
  if (form === 'SIN|DEF') return definite.includes('DEF');
  if (form === 'PLU') return number.includes('PLU');
  return number.includes('SIN') && definite.includes('IND') && (gender ?? '').includes(form.slice(0, 3));
}

/** ”Patienterna är delaktig”, ”att beslutet är viktig”: a subject that begins a clause, and its verb next to it. */
function* predicatives(sentence: Sentence): Iterable<Problem> {
  const { readings, block } = sentence;
  yield* afterPronouns(sentence);
  for (let first = 0; first + 2 < readings.length; first++) {
    if (first > 0 && !isSubordinator(readings[first - 1]!.tag)) continue;
    let subject = first;
    while (/^(?:DT|PS|JJ|PC)/.test(readings[subject]?.tag ?? '')) subject++;
    if (!readings[subject]?.tag.startsWith('NN|')) continue;
    let at = subject + 1;
    if (/^(?:ska|skall|bör|måste|kan|har|hade)$/.test(readings[at]?.text ?? '')) at++;
    if (!/^(?:vara|bli)$/.test(readings[at]?.lemma ?? '') || !readings[at]!.tag.startsWith('VB')) continue;
    const form = formFor(readings.slice(first, subject + 1), block.core!);
    if (form) yield* complement(sentence, at + 1, form, `${readings[subject]!.text} …`);
  }
}

function isSubordinator(tag: string): boolean {
  return tag === 'SN' || tag === 'HA';
}

/** What a pronoun asks of an adjective that is said of it. */
const PRONOUNS = new Map<string, Form>([
  ['det', 'NEU|SIN|IND'],
  ...['vi', 'de', 'alla'].map((word) => [word, 'PLU'] as const),
]);

/** ”Det är viktig att …”, ”att vi är nöjd”: a pronoun at the beginning of a clause. */
function* afterPronouns(sentence: Sentence): Iterable<Problem> {
  const { readings, tokens } = sentence;
  if (IS.test(tokens[0]!.lower) && tokens[1]?.lower === 'det')
    yield* complement(sentence, 2, 'NEU|SIN|IND', `${tokens[0]!.text} det`);
  for (let at = 0; at + 2 < readings.length; at++) {
    if (!readings[at + 1]!.tag.startsWith('VB') || !IS.test(readings[at + 1]!.text)) continue;
    const { lower } = tokens[at]!;
    // ”allt som är viktig”
    const relative = lower === 'som' && SOMETHING.has(tokens[at - 1]?.lower ?? '');
    const form = relative ? 'NEU|SIN|IND' : PRONOUNS.get(lower);
    if (!form) continue;
    // ”den som har gjort det är skyldig”
    const before = readings[at - 1];
    if (before && !relative && !/^(?:KN|MID|SN)/.test(before.tag) && before.text !== 'så') continue;
    // ”De är vanligt att …”: there it is the pronoun that is wrong.
    if (form === 'PLU' && readings[at + 2]!.tag.includes('|NEU|')) continue;
    yield* complement(sentence, at + 2, form, `${readings[at]!.text} ${readings[at + 1]!.text}`);
  }
}

const IS = /^(?:är|var|blir|blev)$/;
const SOMETHING = new Set('allt ingenting inget något någonting'.split(' '));

/** Say how much of something there is, and what is said of them is said of that: ”Resten är klart”. */
const QUANTITIES = /^(?:resten|hälften|delen|mängden|majoriteten|merparten|flertalet|antalet|paret)$/;

/** People, who are as people are (”Vittnet är nervös”), and countries that are one (”Förenta staterna är rikt”). */
const ANOTHER_AGREEMENT = /(?:biträdet|offret|ombudet|proffset|rådet|vittnet|staterna|nationerna)$/i;

/** The form that a subject asks for, where it is sure. */
function formFor(phrase: readonly Reading[], core: LanguageCore): Form | undefined {
  const { text, tag } = phrase.at(-1)!;
  if (ANOTHER_AGREEMENT.test(text)) return undefined;
  // ”Alla barn”, which may be one or many by itself
  if (PLURALS.has(phrase[0]!.text.toLowerCase()) && tag.includes('|PLU|')) return 'PLU';
  if (/^NN\|\S+\|PLU\|DEF\|NOM/.test(tag)) return 'PLU';
  const analyses = core.lexicon.analyses(text.toLowerCase()).filter((one) => one.tag.startsWith('NN|'));
  const only = (wanted: string) => analyses.length > 0 && analyses.every((one) => one.tag === wanted);
  if (QUANTITIES.test(text.toLowerCase())) return undefined;
  if (only('NN|NEU|SIN|DEF|NOM')) return 'NEU|SIN|IND';
  return only('NN|UTR|SIN|DEF|NOM') ? 'UTR|SIN|IND' : undefined;
}

/** The adjectives after ”är” or ”vara”, joined with ”och”. */
function* complement(
  { readings, tokens, block }: Sentence,
  from: number,
  form: Form,
  lead: string,
): Iterable<Problem> {
  let at = from;
  while (/^AB/.test(readings[at]?.tag ?? '') && at < from + 2) at++;
  for (; at < readings.length; at += 2) {
    const adjective = readings[at];
    if (!adjective || !/^(?:JJ\|POS|PC\|PRF)\|(?:UTR|NEU)\|SIN\|IND/.test(adjective.tag)) return;
    if (/^(?:NN|JJ|PC|PM|AB)/.test(readings[at + 1]?.tag ?? '')) return;
    const expected = mended(adjective.text, form, block.core!);
    if (!expected) return;
    const { start, end } = tokens[at]!;
    const phrase = `${at > from && !lead.endsWith('…') ? `${lead} …` : lead} ${expected}`;
    yield { start, end, message: message(adjective.text, expected, phrase), expected };
    if (!/^(?:och|eller)$/.test(readings[at + 1]?.text ?? '')) return;
  }
}

const pluralAtEnd = perBlock(({ sentences }) => pluralBefore(sentences.at(-1)));

/** ”… att patienter ska:” and then an item ”vara delaktig”. */
function* listed(text: Text): Iterable<Problem> {
  let subject: string | undefined;
  for (const block of text.blocks) {
    if (block.kind !== 'list-item') {
      subject = pluralAtEnd(block);
      continue;
    }
    const sentence = block.sentences[0];
    if (!subject || !sentence || !/^(?:vara|bli)$/i.test(sentence.tokens[0]?.text ?? '')) continue;
    for (const problem of complement(sentence, 1, 'PLU', `${subject} …`)) yield { ...problem, block };
  }
}

/** The plural subject of a lead-in that ends ”… ska:”. */
function pluralBefore(sentence: Sentence | undefined): string | undefined {
  if (!sentence || sentence.tokens.at(-1)!.text !== ':') return undefined;
  const { readings } = sentence;
  if (!/^(?:ska|skall|bör|måste|kan)$/.test(readings.at(-2)?.text ?? '')) return undefined;
  // Back over what hangs on the subject: ”patienter i regionen ska”.
  let last: Reading | undefined;
  for (const reading of readings.slice(0, -2).toReversed()) {
    if (/^(?:VB|SN|HP|HA|MAD|MID|KN)/.test(reading.tag)) break;
    if (/^(?:NN|PM|PN)/.test(reading.tag)) last = reading;
  }
  return last && /^NN\|\S+\|PLU/.test(last.tag) ? last.text : undefined;
}
