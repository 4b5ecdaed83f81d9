import type { Check, Reading, RuleMeta } from '../../../src/rule.ts';

/** Adverbs that a main clause may begin with, and no subordinate one. */
const OPENERS =
  'därefter däremot därför därigenom därmed därtill dessutom dock emellertid följaktligen ibland nuförtiden ofta sålunda således ändå'.split(
    ' ',
  );

export const meta = {
  title: 'Ordföljd',
  scope: 'sentence',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 8.4.4',
  needsCore: true,
  words: [
    'inte',
    'aldrig',
    'hur',
    'varför',
    'när',
    'var',
    'vart',
    'om',
    'ifall',
    'eftersom',
    'innan',
    'medan',
    ...OPENERS,
  ],
} satisfies RuleMeta;

const CLAUSES = 'Svenska Akademiens språklära 2003, satsers ordföljd';

const FINITE = /^VB\|(?:PRS|PRT|IMP)/;
const ADVERB = /^(?:inte|aldrig)$/;
const SUBORDINATOR = /^(?:att|som|om|eftersom|när|innan|medan|huruvida)$/;
const LONGEST_SUBJECT = 5;

export function create(): Check<'sentence'> {
  return function* ({ tokens, readings, block }) {
    const opener = tokens[0]!.lower;
    if (OPENERS.includes(opener) && isPronounAndVerb(readings, 1)) {
      const expected = `${tokens[2]!.text} ${tokens[1]!.text}`;
      const message = `Skriv ”${expected}”: efter ”${opener}” kommer verbet före subjektet.`;
      yield { start: tokens[1]!.start, end: tokens[2]!.end, message, expected, source: CLAUSES };
    }
    const late = subjectTooEarly(readings);
    if (late) {
      const { start } = tokens[late.from]!;
      const { text, end } = tokens[late.to]!;
      const expected = `${text} ${block.text.slice(start, tokens[late.to - 1]!.end)}`;
      const message = `Skriv ”${expected}”: efter en bisats kommer verbet före subjektet.`;
      yield { start, end, message, expected, source: CLAUSES };
    }
    for (let at = 0; at < readings.length; at++) {
      const { text, tag } = readings[at]!;
      if (asksIndirectly(readings, at)) {
        const subject = tokens[at + 2]!;
        const { start } = tokens[at + 1]!;
        const expected = `${subject.text} ${tokens[at + 1]!.text}`;
        const message = `Skriv ”${text} ${expected}”: i en indirekt fråga står subjektet före verbet.`;
        yield { start, end: subject.end, message, expected };
      }
      if (!SUBORDINATOR.test(text) || !/^(?:SN|HP|HA)/.test(tag)) continue;
      // ”så att” and ”därför att” may be followed by a main clause.
      if (text === 'att' && /^(?:så|därför)$/.test(readings[at - 1]?.text ?? '')) continue;
      const verb = verbAfter(readings, at);
      if (verb === undefined || !ADVERB.test(readings[verb + 1]?.text ?? '')) continue;
      if (!swaps(readings, verb)) continue;
      const adverb = tokens[verb + 1]!;
      const { start } = tokens[verb]!;
      const expected = `${adverb.text} ${tokens[verb]!.text}`;
      yield {
        start,
        end: adverb.end,
        message: `Skriv ”${expected}”: efter ”${block.text.slice(tokens[at]!.start, tokens[at]!.end)}” står ”${adverb.text}” före verbet.`,
        expected,
      };
    }
  };
}

const FIRST_CLAUSE = /^(?:om|ifall|eftersom|när|innan|medan)$/i;
const SUBJECT = /^(?:jag|du|vi|ni|han|hon|man|de)$/;

/**
 * The subject, from its first word to its verb, of ”Om du har fått förhinder, vi behöver veta det”, where nothing can be
 * the main clause but this.
 */
function subjectTooEarly(readings: readonly Reading[]): { from: number; to: number } | undefined {
  if (!FIRST_CLAUSE.test(readings[0]?.text ?? '') || !/^(?:SN|HA)/.test(readings[0]!.tag)) return undefined;
  const from = readings.findIndex(({ text }) => text === ',') + 1;
  const to = from > 0 ? verbAfterSubject(readings, from) : undefined;
  if (to === undefined) return undefined;
  const before = readings.slice(1, from - 1);
  // A line without a full stop, and the next: ”Innan du går vidare / Oj, du har missat något”.
  if (before.some(({ text, tag }) => /^\p{Lu}/u.test(text) && !tag.startsWith('PM'))) return undefined;
  // One clause, or more joined with och: ”När han går dit blir de glada, de vill …” already has its main clause.
  const verbs = before.flatMap(({ tag }, at) => (FINITE.test(tag) ? [at] : []));
  if (verbs.length === 0) return undefined;
  if (verbs.slice(1).some((at) => !before.slice(Math.max(0, at - 3), at).some(({ tag }) => tag === 'KN')))
    return undefined;
  // ”Om du är sjuk, du har feber till exempel, ska du …”, ”… , du är bjuden så kom”
  const after = readings.slice(to + 1);
  return after.some(({ tag, text }) => FINITE.test(tag) || text === ',' || text === 'så')
    ? undefined
    : { from, to };
}

/** ”det finns”, ”vi måste” */
function isPronounAndVerb(readings: readonly Reading[], at: number): boolean {
  const pronoun = readings[at]?.text ?? '';
  return (
    (SUBJECT.test(pronoun) || /^de[nt]$/.test(pronoun)) && /^VB\|PR[ST]/.test(readings[at + 1]?.tag ?? '')
  );
}

/** The finite verb right after a pronoun, or after a noun with what belongs to it: ”ansvarig chef kontaktar”. */
function verbAfterSubject(readings: readonly Reading[], from: number): number | undefined {
  let at = from;
  if (!SUBJECT.test(readings[at]?.text ?? '')) {
    while (at < from + LONGEST_SUBJECT && /^(?:DT|JJ|PC|PS|RG)/.test(readings[at]?.tag ?? '')) at++;
    if (!/^NN\|\S+\|NOM/.test(readings[at]?.tag ?? '')) return undefined;
  }
  return /^VB\|PR[ST]\|AKT/.test(readings[at + 1]?.tag ?? '') ? at + 1 : undefined;
}

/** ”Många undrar hur ska det gå.” */
function asksIndirectly(readings: readonly Reading[], at: number): boolean {
  if (!/^(?:hur|varför|när|var|vart)$/.test(readings[at]!.text) || readings.at(-1)!.text !== '.')
    return false;
  if (!/^(?:undra|veta|fråga|förklara)$/.test(readings[at - 1]?.lemma ?? '')) return false;
  const subject = readings[at + 2]?.text ?? '';
  return (
    /^VB\|PR[ST]/.test(readings[at + 1]?.tag ?? '') && /^(?:jag|du|vi|ni|han|hon|man|det|de)$/.test(subject)
  );
}

/** The finite verb right after a plain subject: ”att regionen ska”; of ”som ska” right after the word. */
function verbAfter(readings: readonly Reading[], at: number): number | undefined {
  for (let next = at + 1; next < readings.length && next <= at + 1 + LONGEST_SUBJECT; next++) {
    const { tag } = readings[next]!;
    if (/^VB\|PR[ST]\|AKT/.test(tag))
      return next === at + 1 && readings[at]!.text !== 'som' ? undefined : next;
    if (!/^(?:PN|NN|PM|DT|PS|JJ|PC|RG|KN)/.test(tag)) return undefined;
  }
  return undefined;
}

/** ”ska inte betala”; not ”är inte bara …”, nor ”det de söker inte alltid är …”. */
function swaps(readings: readonly Reading[], verb: number): boolean {
  const next = readings[verb + 2];
  if (readings.slice(verb + 2, verb + 4).some(({ tag }) => /^VB\|PR[ST]/.test(tag))) return false;
  return (
    next !== undefined &&
    !/^(?:bara|enbart|endast|minst|heller|helt|längre|och|utan|så)$/.test(next.text) &&
    !/^(?:MAD|MID)/.test(next.tag)
  );
}
