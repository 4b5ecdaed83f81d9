import type { Check, Reading, RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Var eller vart',
  scope: 'sentence',
  severity: 'warning',
  source: 'Språkrådets frågelåda, ”var eller vart”',
  needsCore: true,
  words: ['var', 'vart'],
} satisfies RuleMeta;

/** Verbs of being somewhere. */
const PLACE = new Set(['finnas', 'ligga', 'bo', 'sitta', 'stå', 'arbeta', 'jobba', 'befinna', 'hitta']);

export function create(): Check<'sentence'> {
  return function* ({ tokens, readings }) {
    for (let at = 0; at < readings.length; at++) {
      const { text } = readings[at]!;
      const lower = text.toLowerCase();
      const right =
        lower === 'vart' && isPlace(readings, at)
          ? 'var'
          : lower === 'var' && (turns(readings, at) || goes(readings, at))
            ? 'vart'
            : '';
      if (!right) continue;
      const expected = text[0] === 'V' ? `V${right.slice(1)}` : right;
      const why = right === 'var' ? 'det gäller var något är' : 'det gäller åt vilket håll';
      yield {
        start: tokens[at]!.start,
        end: tokens[at]!.end,
        message: `Skriv ”${expected}”: ${why}.`,
        expected,
      };
    }
  };
}

/** ”Vart finns”, ”vart de bor”. */
function isPlace(readings: readonly Reading[], at: number): boolean {
  const verb = readings.slice(at + 1, at + 4).find(({ tag }) => /^VB\|PR[ST]/.test(tag));
  const between = readings.slice(at + 1, verb ? readings.indexOf(verb) : at + 1);
  return (
    verb !== undefined &&
    PLACE.has(verb.lemma) &&
    between.every(({ tag }) => /^(?:PN|NN\|\S+\|DEF|PM)/.test(tag))
  );
}

/** ”Var ska jag vända mig?” */
function turns(readings: readonly Reading[], at: number): boolean {
  const rest = readings.slice(at + 1, at + 6);
  const turn = rest.findIndex(({ lemma, tag }) => lemma === 'vända' && tag.startsWith('VB'));
  if (turn < 0 || !/^(?:HA|AB)/.test(readings[at]!.tag)) return false;
  const self = rest.slice(turn + 1, turn + 3).some(({ text }) => /^(?:mig|dig|sig|er|oss)$/.test(text));
  const earlier = rest.slice(0, turn).some(({ text }) => /^(?:mig|dig|sig|er|oss)$/.test(text));
  return self || earlier;
}

const WILL = /^(?:ska|skall|skulle)$/;

/** ”Jag vet inte var vi ska gå.”, but ”var man kan gå”, ”var vi ska gå ombord” */
function goes(readings: readonly Reading[], at: number): boolean {
  const [first, second, verb, end] = readings.slice(at + 1, at + 5);
  const isClause = first?.tag.startsWith('PN') ? WILL.test(second?.text ?? '') : WILL.test(first?.text ?? '');
  return (
    isClause &&
    /^(?:gå|åka|resa|flytta|segla|flyga)$/.test(verb?.text ?? '') &&
    (end === undefined || /^(?:MAD|MID|KN)/.test(end.tag))
  );
}
