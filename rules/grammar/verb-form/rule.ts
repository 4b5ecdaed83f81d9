import type { Check, LanguageCore, Reading, RuleMeta } from '../../../src/rule.ts';

/** Verbs that an infinitive without ”att” follows. */
const MODALS = 'ska skall kan vill måste bör får kunde ville skulle borde behöver brukar'.split(' ');
const PERFECT = ['har', 'hade'];
/** ”för att bygger” */
const MARKER = 'att';

export const meta = {
  title: 'Verbets form',
  scope: 'sentence',
  severity: 'warning',
  source: 'Svenska Akademiens språklära 2003, verbfraser',
  needsCore: true,
  words: [...MODALS, ...PERFECT, MARKER],
} satisfies RuleMeta;

export function create(): Check<'sentence'> {
  return function* ({ tokens, readings, block }) {
    for (let at = 1; at + 1 < readings.length; at++) {
      const { text } = readings[at]!;
      const marker = text === MARKER;
      const modal = marker || MODALS.includes(text);
      if (!modal && !PERFECT.includes(text)) continue;
      if (marker ? hasSubjectAfter(readings, at + 1) : !isModal(readings, at)) continue;
      let verb = at + 1;
      while (verb < at + 3 && readings[verb]?.tag.startsWith('AB')) verb++;
      const form = modal ? 'INF' : 'SUP';
      const expected = readings[verb] && mended(readings[verb]!, form, block.core!);
      if (!expected) continue;
      const { start, end } = tokens[verb]!;
      yield { start, end, message: `Skriv ”${expected}”: det heter ”${text} ${expected}”.`, expected };
    }
  };
}

function isModal(readings: readonly Reading[], at: number): boolean {
  return readings[at]!.tag.startsWith('VB') && isAfterSubject(readings, at);
}

/** Verbs that a subject may follow in ”att är barnet sjukt så …”; after others stands their object. */
const INVERTED = /^(?:vara|ha|bli|få|komma|finnas|kunna|ska|vilja)$/;

/** ”att är man sjuk så …”, ”att kommer det” */
function hasSubjectAfter(readings: readonly Reading[], verb: number): boolean {
  const { tag, lemma } = readings[verb]!;
  const next = readings[verb + 1];
  if (!/^VB\|PRS\|AKT/.test(tag) || !next || PRONOUN.test(next.text) || next.tag.startsWith('PM'))
    return true;
  return INVERTED.test(lemma) && /^(?:PN|NN|DT|PS|JJ)/.test(next.tag);
}

const LONGEST_SUBJECT = 6;
const PRONOUN = /^(?:jag|du|vi|ni|han|hon|hen|man)$/i;

/**
 * Whether all of the clause that comes before is one subject: ”Vi ska”, ”att den nya skolan ska”; ”det vi vill är” is
 * something else.
 */
function isAfterSubject(readings: readonly Reading[], verb: number): boolean {
  if (PRONOUN.test(readings[verb - 1]!.text))
    return verb === 1 || /^(?:KN|MID|SN)/.test(readings[verb - 2]!.tag);
  if (!/^NN\|\S+\|NOM/.test(readings[verb - 1]!.tag)) return false;
  let before = verb - 2;
  while (before >= verb - LONGEST_SUBJECT && /^(?:DT|JJ|PC|PS|RG|RO)/.test(readings[before]?.tag ?? ''))
    before--;
  return before < 0 || readings[before]!.tag.startsWith('SN');
}

/** The right form of a word that can only be a verb in another one, active as it is. */
function mended({ text, tag }: Reading, form: 'INF' | 'SUP', { lexicon }: LanguageCore): string | undefined {
  if (!tag.startsWith('VB')) return undefined;
  const analyses = lexicon.analyses(text);
  // ”borde sovit”: ha is left out.
  const wrong = form === 'INF' ? /^VB\|(?:PRS|PRT)\|/ : /^VB\|(?:IMP|INF|PRS|PRT)\|/;
  if (analyses.length === 0 || !analyses.every(({ tag: one }) => wrong.test(one))) return undefined;
  const [, , voice] = analyses[0]!.tag.split('|');
  const right = lexicon.inflect(analyses[0]!.lemma, `VB|${form}|${voice}`);
  return right === text ? undefined : right;
}
