import { type Check, inCaseOf, type Reading, type RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'De eller dem',
  scope: 'sentence',
  severity: 'warning',
  source: 'Språkrådets frågelåda, ”de, dem eller dom”',
  needsCore: true,
  words: ['de', 'dem', 'dom'],
} satisfies RuleMeta;

const FINITE = /^VB\|PR[ST]/;
const FINITE_ACTIVE = /^VB\|PR[ST]\|AKT/;
const SUBJECT = /^(?:jag|du|han|hon|vi|ni|man)$/i;
const TIME = /^(?:igår|idag|ofta|aldrig|alltid|ibland|sedan|snart)$/;
const MARK = /^(?:MAD|MID|PAD)/;

export function create(): Check<'sentence'> {
  return function* ({ tokens, readings }) {
    for (let at = 0; at < readings.length; at++) {
      const { text } = readings[at]!;
      const right = rightForm(readings, at, text.toLowerCase());
      const form = right?.form ?? spokenFor(readings, at, text.toLowerCase());
      if (!form) continue;
      if (!right && isOfVerdict(readings, at)) continue;
      const { start, end } = tokens[at]!;
      const expected = inCaseOf(text, form);
      const message = right
        ? `Skriv ”${expected}”: ${right.why}.`
        : `”${text}” är talspråk. Skriv ”${expected}”.`;
      yield { start, end, message, expected };
    }
  };
}

function rightForm(
  readings: readonly Reading[],
  at: number,
  word: string,
): { form: string; why: string } | undefined {
  const before = readings[at - 1];
  const after = readings[at + 1];
  if (word === 'dem') {
    if (isSubject(readings, at)) return { form: 'de', why: 'det är de som gör något (vi, inte oss)' };
    // ”gav dem de nya reglerna”, but ”gav dem nya regler”.
    if (/^(?:JJ|PC).*DEF/.test(after?.tag ?? '') && /^NN\|\S+\|PLU\|DEF/.test(readings[at + 2]?.tag ?? ''))
      return { form: 'de', why: 'framför ett substantiv står alltid ”de”' };
  }
  if (word === 'de') {
    const ends = after === undefined || /^MAD/.test(after.tag);
    if (!before) return undefined;
    // ”Hon träffade de i går”, but ”I går träffade de oss”, and ”Jag såg de här bilderna”
    const isObject = at > 1 && SUBJECT.test(readings[at - 2]!.text) && FINITE_ACTIVE.test(before.tag);
    const isTime =
      TIME.test(after?.text ?? '') ||
      (after?.text === 'i' && /^(?:dag|fjol|går|morse|våras)$/.test(readings[at + 2]?.text ?? ''));
    // ”bryr sig om de.”
    const governs =
      /^PP/.test(before.tag) || before.text === 'om' || /^VB\|(?:INF|SUP)\|AKT/.test(before.tag);
    if ((isObject && isTime) || (ends && (isObject || governs)))
      return { form: 'dem', why: 'de är föremål för något (oss, inte vi)' };
  }
  return undefined;
}

/** ”att dem ska”, ”som dem har”, and ”Dem ska hjälpa oss” at the beginning. */
function isSubject(readings: readonly Reading[], at: number): boolean {
  const before = readings[at - 1];
  const after = readings[at + 1];
  if (!after || !FINITE.test(after.tag)) return false;
  if (before && (/^SN/.test(before.tag) || before.text.toLowerCase() === 'som')) return true;
  if (before && !MARK.test(before.tag)) return false;
  // ”Dem ska vi hjälpa” is right: no subject may follow.
  const next = readings.slice(at + 2, at + 6).find(({ tag }) => !tag.startsWith('AB'));
  return next !== undefined && /^(?:VB\|(?:INF|SUP)|PP|JJ|PC|IE|MAD)/.test(next.tag) && at === 0;
}

/** What is said of a verdict: ”när dom meddelas”, ”dom som vunnit laga kraft”. */
const OF_A_VERDICT =
  /^(?:avge|avkunna|avse|domstol|döma|falla|fälla|gälla|innebära|kraft|meddela|målet?|rätten?|stå|tingsrätt|verkställa|vinna|överklagas|överklagats)$/;
const OPENS_CLAUSE = /^(?:SN|HA|HP|KN)/;

/** How near a word is that tells what it is about. */
const NEAR = 15;

/** Whether a ”dom” may be a verdict. */
function isOfVerdict(readings: readonly Reading[], at: number): boolean {
  return readings
    .slice(Math.max(0, at - NEAR), at + NEAR)
    .some(({ lemma, text }) => OF_A_VERDICT.test(lemma) || OF_A_VERDICT.test(text));
}

/** The written form of a spoken ”dom”. */
function spokenFor(readings: readonly Reading[], at: number, word: string): 'de' | 'dem' | undefined {
  if (word !== 'dom') return undefined;
  // ”Vi skickar det till dom som frågar”: what follows tells that it is no noun here, whatever its tag.
  const isFor =
    /^(?:till|åt|hos|med|från)$/.test(readings[at - 1]?.text ?? '') && readings[at + 1]?.text === 'som';
  if (!isFor && !/^(?:DT|PN)/.test(readings[at]!.tag)) return undefined;
  const before = readings[at - 1];
  const after = readings[at + 1]?.tag ?? 'MAD';
  const noun = readings.slice(at + 1, at + 5).find(({ tag }) => !/^(?:JJ|PC|RG|RO)/.test(tag));
  if (/^NN\|\S+\|PLU\|DEF/.test(noun?.tag ?? '')) return 'de';
  const begins = !before || MARK.test(before.tag) || OPENS_CLAUSE.test(before.tag);
  if (begins) return FINITE_ACTIVE.test(after) || after.startsWith('HP') ? 'de' : undefined;
  if (FINITE.test(before.tag) && /^VB\|(?:INF|SUP)\|AKT/.test(after)) return 'de';
  // ”Det är de som bestämmer”
  if (FINITE_ACTIVE.test(before.tag) && after.startsWith('HP')) return before.lemma === 'vara' ? 'de' : 'dem';
  const ends = /^(?:MAD|MID|HP)/.test(after);
  return ends && (/^(?:till|åt|hos|med|från)$/.test(before.text) || /^VB\|(?:INF|SUP)\|AKT/.test(before.tag))
    ? 'dem'
    : undefined;
}
