import type { Check, Reading, RuleMeta } from '../../../src/rule.ts';

/** Adverbs that a main clause may begin with, and no subordinate one. */
const OPENERS =
  'avslutningsvis därefter däremot därför därigenom därmed därtill dessutom dock emellertid följaktligen ibland idag igår ikväll imorgon numera nuförtiden nyligen ofta sammanfattningsvis slutligen snart sålunda således tyvärr ändå'.split(
    ' ',
  );
/** ”I dag”, ”i somras” */
const TIMES = /^(?:dag|går|morgon|övermorgon|kväll|natt|morse|år|fjol|höstas|vintras|våras|somras)$/;
/** ”På måndag” */
const DAYS = /^(?:mån|tis|ons|tors|fre|lör|sön)dag$/;

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
    'vad',
    'i',
    'på',
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
/** Those, and what begins an indirect question: most words are none. */
const LINKS = new Set('att som om eftersom när innan medan huruvida hur varför var vart vad'.split(' '));
const LONGEST_SUBJECT = 5;

export function create(): Check<'sentence'> {
  return function* ({ tokens, readings, block }) {
    const subject = openerLength(readings);
    if (subject > 0 && isSubjectAndVerb(readings, subject)) {
      const { start } = tokens[subject]!;
      const { text, end } = tokens[subject + 1]!;
      const expected = `${text} ${tokens[subject]!.text}`;
      const opener = tokens[0]!.lower + block.text.slice(tokens[0]!.end, tokens[subject - 1]!.end);
      const message = `Skriv ”${expected}”: efter ”${opener}” kommer verbet före subjektet.`;
      yield { start, end, message, expected, source: CLAUSES };
    }
    const late = subjectTooEarly(readings) ?? subjectWithoutComma(readings);
    if (late) {
      const { start } = tokens[late.from]!;
      const { text, end } = tokens[late.to]!;
      const expected = `${text} ${block.text.slice(start, tokens[late.to - 1]!.end)}`;
      const message = `Skriv ”${expected}”: efter en bisats kommer verbet före subjektet.`;
      yield { start, end, message, expected, source: CLAUSES };
    }
    for (let at = 0; at < readings.length; at++) {
      const { text, tag } = readings[at]!;
      if (!LINKS.has(text)) continue;
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
  if (!beginsWithClause(readings)) return undefined;
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
  return endsLater(readings, to) ? undefined : { from, to };
}

/**
 * The same of ”När du kommer vi ska äta”, without the comma. What comes before the subject must be the end of its clause: ”om det
 * är frågor vi kan svara på” goes on.
 */
function subjectWithoutComma(readings: readonly Reading[]): { from: number; to: number } | undefined {
  if (!beginsWithClause(readings) || readings.at(-1)!.text !== '.') return undefined;
  let verbs = 0;
  for (let at = 1; at + 2 < readings.length; at++) {
    const { text, tag } = readings[at]!;
    if (/^(?:SN|HP|HA|KN|MID|PAD)/.test(tag)) return undefined;
    if (verbs === 1 && SUBJECT.test(text) && /^VB\|PR[ST]\|AKT/.test(readings[at + 1]!.tag)) {
      const isEnd = /^(?:VB\|PR[ST]|NN\|\S+\|DEF\|NOM)/.test(readings[at - 1]!.tag);
      return isEnd && !endsLater(readings, at + 1) ? { from: at, to: at + 1 } : undefined;
    }
    if (FINITE.test(tag)) verbs++;
  }
  return undefined;
}

/** ”Om du vill …”, ”När …” */
function beginsWithClause([first]: readonly Reading[]): boolean {
  return first !== undefined && FIRST_CLAUSE.test(first.text) && /^(?:SN|HA)/.test(first.tag);
}

/** ”…, ska du”, ”…, så kom”: the main clause is still to come. */
function endsLater(readings: readonly Reading[], verb: number): boolean {
  return readings.slice(verb + 1).some(({ tag, text }) => FINITE.test(tag) || text === ',' || text === 'så');
}

/** How many words open a sentence so that the verb is to come next; none when they don't: ”Dessutom”, ”I dag”, ”I Sverige”. */
function openerLength(readings: readonly Reading[]): number {
  const first = readings[0]!.text.toLowerCase();
  if (OPENERS.includes(first)) return 1;
  const second = readings[1];
  if (!second) return 0;
  if (
    first === 'i' &&
    (TIMES.test(second.text) || (second.tag.startsWith('PM') && /^PP/.test(readings[0]!.tag)))
  )
    return 2;
  return first === 'på' && DAYS.test(second.text) ? 2 : 0;
}

/** ”det finns”, ”vi måste”, ”kommunen vill” */
function isSubjectAndVerb(readings: readonly Reading[], at: number): boolean {
  const { text, tag } = readings[at] ?? { text: '', tag: '' };
  return (
    (SUBJECT.test(text) || /^de[nt]$/.test(text) || /^NN\|\S+\|DEF\|NOM/.test(tag)) &&
    /^VB\|PR[ST]/.test(readings[at + 1]?.tag ?? '') &&
    // ”det vill säga”
    readings[at + 2]?.text !== 'säga'
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
  if (!/^(?:hur|varför|när|var|vart|vad)$/.test(readings[at]!.text) || readings.at(-1)!.text !== '.')
    return false;
  const asks = readings[at - 1]?.text === 'inte' ? at - 2 : at - 1;
  if (!/^(?:undra|veta|fråga|förklara)$/.test(readings[asks]?.lemma ?? '')) return false;
  const { text, tag } = readings[at + 2] ?? { text: '', tag: '' };
  const isSubject = /^(?:jag|du|vi|ni|han|hon|man|det|de)$/.test(text) || /^NN\|\S+\|DEF\|NOM/.test(tag);
  return /^VB\|PR[ST]/.test(readings[at + 1]?.tag ?? '') && isSubject;
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
