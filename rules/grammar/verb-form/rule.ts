import type { Check, LanguageCore, Problem, Reading, RuleMeta, Sentence } from '../../../src/rule.ts';

/** Verbs that an infinitive without ”att” follows. */
const MODALS = 'ska skall kan vill måste bör får kunde ville skulle borde behöver brukar'.split(' ');
/** Those of them that take no object. */
const ONLY_MODALS = new Set('ska skall måste bör skulle borde'.split(' '));
const PERFECT = ['har', 'hade'];
/** The same of the modals' perfect: ”kunnat göra”, and not ”kunnat gjort”. */
const PERFECT_MODALS = 'kunnat velat hunnit orkat behövt börjat brukat försökt'.split(' ');
/** Begin a clause that has a finite verb. */
const BEFORE_FINITE = new Set('att om eftersom ifall medan innan tills när'.split(' '));
/** ”för att bygger” */
const MARKER = 'att';

const SUBJECTS = 'jag du vi ni han hon hen man'.split(' ');
const WORDS = [...MODALS, ...PERFECT, ...PERFECT_MODALS, ...BEFORE_FINITE];
const CALLING = new Set(WORDS);

export const meta = {
  title: 'Verbets form',
  scope: 'sentence',
  severity: 'warning',
  source: 'Svenska Akademiens språklära 2003, verbfraser',
  needsCore: true,
  words: [...WORDS, ...SUBJECTS],
} satisfies RuleMeta;

export function create(): Check<'sentence'> {
  return function* (sentence) {
    const { tokens, readings, block } = sentence;
    yield* infinitives(sentence, -1);
    for (let at = 0; at + 1 < readings.length; at++) {
      if (!CALLING.has(tokens[at]!.lower)) continue;
      const { text } = readings[at]!;
      const marker = text === MARKER;
      const modal = marker || MODALS.includes(text);
      if (BEFORE_FINITE.has(tokens[at]!.lower)) yield* infinitives(sentence, at);
      const problem = afterAuxiliary(sentence, at);
      if (problem) yield problem;
      if (at === 0 || (!modal && !PERFECT.includes(text))) continue;
      if (marker ? hasSubjectAfter(readings, at + 1) : !readings[at]!.tag.startsWith('VB')) continue;
      let verb = at + 1;
      while (verb < at + 3 && readings[verb]?.tag.startsWith('AB')) verb++;
      if (!marker && !endsNoClause(readings, at, verb)) continue;
      const form = modal ? 'INF' : 'SUP';
      const expected =
        readings[verb] &&
        mended(readings[verb]!, form, verb === at + 1 && isVerbAfter(text, readings[verb]!), block.core!);
      if (expected) yield instead(sentence, at, verb, expected);
    }
  };
}

/** What is written in place of a verb after another one. */
function instead({ tokens, readings }: Sentence, at: number, verb: number, expected: string): Problem {
  const { start, end } = tokens[verb]!;
  const message = `Skriv ”${expected}”: det heter ”${readings[at]!.text} ${expected}”.`;
  return { start, end, message, expected };
}

/** What is wrong right after an auxiliary, whatever its clause is. */
function afterAuxiliary(sentence: Sentence, at: number): Problem | undefined {
  const { text } = sentence.readings[at]!;
  if (ONLY_MODALS.has(text)) return withMarker(sentence, at);
  if (PERFECT.includes(text)) return participle(sentence, at);
  return PERFECT_MODALS.includes(text) ? twicePerfect(sentence, at) : undefined;
}

/** Whether what the tagger takes for a verb is one, whatever else the word may be: ”ska lever”, ”har såg”. */
function isVerbAfter(text: string, { tag, text: verb }: Reading): boolean {
  if (ONLY_MODALS.has(text)) return true;
  const isWrong = tag.startsWith('VB|PRT') ? verb !== 'var' : /^(?:vara|bli|göra)$/.test(verb);
  return PERFECT.includes(text) && isWrong;
}

/** ”ska att betala” */
function withMarker({ readings, tokens }: Sentence, at: number): Problem | undefined {
  const [modal, marker, verb] = readings.slice(at, at + 3);
  if (!modal?.tag.startsWith('VB') || marker?.text !== MARKER || !verb?.tag.startsWith('VB|INF'))
    return undefined;
  const expected = [`${modal.text} ${verb.text}`];
  if (/^skal?l?$/.test(modal.text)) expected.push(`kommer att ${verb.text}`);
  const words = expected.map((one) => `”${one}”`).join(' eller ');
  return {
    start: tokens[at]!.start,
    end: tokens[at + 2]!.end,
    message: `Skriv ${words}: efter ”${modal.text}” står inget ”att”.`,
    expected,
  };
}

/** ”har öppnad en mottagning”, but ”har begränsad plats” */
function participle(sentence: Sentence, at: number): Problem | undefined {
  const { readings, block } = sentence;
  const [verb, next] = readings.slice(at + 1, at + 3);
  if (!verb?.tag.startsWith('PC|PRF|UTR|SIN|IND') || !/^(?:DT|PS|PN)|^NN\|\S+\|DEF/.test(next?.tag ?? ''))
    return undefined;
  const { lexicon } = block.core!;
  const supine = verb.text.replace(/d$/u, 't');
  const isVerb = lexicon.analyses(supine).some(({ tag }) => tag === 'VB|SUP|AKT');
  return verb.text.endsWith('ad') && isVerb ? instead(sentence, at, at + 1, supine) : undefined;
}

/** ”hunnit gjort” */
function twicePerfect(sentence: Sentence, at: number): Problem | undefined {
  const { readings, block } = sentence;
  const verb = readings[at + 1];
  if (!verb || !/^(?:VB\|SUP|PC\|PRF\|NEU)/.test(verb.tag)) return undefined;
  const { lexicon } = block.core!;
  const supine = lexicon.analyses(verb.text).find(({ tag }) => tag === 'VB|SUP|AKT');
  const expected = supine && lexicon.inflect(supine.lemma, 'VB|INF|AKT');
  return expected ? instead(sentence, at, at + 1, expected) : undefined;
}

/** ”att du läsa”: after the beginning of a clause and its subject a verb has a tense. */
function* infinitives({ readings, tokens, block }: Sentence, at: number): Iterable<Problem> {
  if (!SUBJECT.test(readings[at + 1]!.text)) return;
  let verb = at + 2;
  if (tokens[verb]?.lower === 'inte') verb++;
  const reading = readings[verb];
  if (!reading?.tag.startsWith('VB|INF')) return;
  const { lexicon } = block.core!;
  const analyses = lexicon.analyses(reading.text).filter(({ tag }) => tag.startsWith('VB'));
  if (analyses.length === 0 || !analyses.every(({ tag }) => /^VB\|(?:INF|IMP)/.test(tag))) return;
  const { lemma, tag } = analyses.find((one) => one.tag.startsWith('VB|INF')) ?? analyses[0]!;
  const voice = tag.split('|')[2]!;
  const expected = ['PRS', 'PRT'].flatMap((tense) => lexicon.inflect(lemma, `VB|${tense}|${voice}`) ?? []);
  if (expected.length === 0) return;
  const { start, end } = tokens[verb]!;
  const phrase = [readings[at]?.text, readings[at + 1]!.text].filter(Boolean).join(' ');
  yield {
    start,
    end,
    message: `”${reading.text}” är grundform. Efter ”${phrase}” står ${expected.map((one) => `”${one}”`).join(' eller ')}.`,
    expected,
  };
}

/** Verbs that a subject may follow in ”att är barnet sjukt så …”; after others stands their object. */
const INVERTED = /^(?:vara|ha|bli|få|komma|finnas|kunna|ska|vilja)$/;

/** ”att är man sjuk så …”, ”att kommer det” */
function hasSubjectAfter(readings: readonly Reading[], verb: number): boolean {
  const { tag, lemma } = readings[verb]!;
  const next = readings[verb + 1];
  if (!/^VB\|PRS\|AKT/.test(tag) || !next || SUBJECT.test(next.text) || next.tag.startsWith('PM'))
    return true;
  return INVERTED.test(lemma) && /^(?:PN|NN|DT|PS|JJ)/.test(next.tag);
}

const OBJECT = /^(?:mig|dig|sig|oss|er|dem|honom|henne)$/;
const LONGEST_SUBJECT = 6;
const SUBJECT = new RegExp(`^(?:${SUBJECTS.join('|')})$`, 'i');

/**
 * Whether the verb after a modal or ”har” belongs to it. ”Vi ska”, ”att den nya skolan ska”: all of the clause that comes before
 * is one subject. ”Det vi vill är” and ”Om du vill går vi” are clauses that end there, with another verb after them.
 */
function endsNoClause(readings: readonly Reading[], modal: number, verb: number): boolean {
  const next = readings[verb + 1];
  if (next && (SUBJECT.test(next.text) || /^d(?:en|et|e|om)$/.test(next.text))) return false;
  const before = beforeSubject(readings, modal);
  if (before === undefined) return false;
  const opener = readings[before];
  if (!opener) return true;
  if (/^(?:KN|MID)/.test(opener.tag)) return !/^(?:vara|bli)$/.test(readings[verb]?.lemma ?? '');
  if (opener.text.toLowerCase() === MARKER) return before > 0;
  // ”När många kan kommer fler”, but ”Om man vill lär sig”
  const mayBeSubject = /^(?:NN|PM|DT|PS|JJ|RG|PC|PN)/.test(next?.tag ?? '') && !OBJECT.test(next?.text ?? '');
  return /^(?:SN|HA)/.test(opener.tag) && !mayBeSubject;
}

/** Subjects that may be determiners too, but not before a verb. */
const ANYBODY = /^(?:alla|flera|ingen|många|några|någon)$/i;

/** The index of the word before the subject of a verb; nothing where that can't be told. */
function beforeSubject(readings: readonly Reading[], verb: number): number | undefined {
  let last = verb - 1;
  // ”och vill bor”; with ”har” the words may be spoken of: ”Har och hade fungerar så.”
  if (/^(?:och|men|eller)$/.test(readings[last]?.text ?? ''))
    return PERFECT.includes(readings[verb]!.text) ? undefined : last;
  if (readings[last]?.text === 'inte') last--;
  const subject = readings[last]?.text ?? '';
  if (SUBJECT.test(subject) || ANYBODY.test(subject) || subject === 'De') return last - 1;
  if (!/^NN\|\S+\|NOM/.test(readings[last]?.tag ?? '')) return undefined;
  let before = last - 1;
  while (before >= verb - LONGEST_SUBJECT && /^(?:DT|JJ|PC|PS|RG|RO)/.test(readings[before]?.tag ?? ''))
    before--;
  return before;
}

/** The right form of a word that can only be a verb, or that is known to be one, in another one; active as it is. */
function mended(
  { text, tag }: Reading,
  form: 'INF' | 'SUP',
  isVerb: boolean,
  { lexicon }: LanguageCore,
): string | undefined {
  if (!tag.startsWith('VB')) return undefined;
  const analyses = lexicon.analyses(text).filter((one) => !isVerb || one.tag.startsWith('VB'));
  // ”borde sovit”: ha is left out.
  const wrong = form === 'INF' ? /^VB\|(?:PRS|PRT)\|/ : /^VB\|(?:IMP|INF|PRS|PRT)\|/;
  if (analyses.length === 0 || !analyses.every(({ tag: one }) => wrong.test(one))) return undefined;
  const [, , voice] = analyses[0]!.tag.split('|');
  const right = lexicon.inflect(analyses[0]!.lemma, `VB|${form}|${voice}`);
  return right === text ? undefined : right;
}
