import type { Check, Reading, RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Ända eller enda',
  scope: 'sentence',
  severity: 'warning',
  source: 'Svenska Akademiens ordlista, ända och enda',
  needsCore: true,
  words: ['ända', 'enda'],
} satisfies RuleMeta;

/** Words that tell where or when something ends: ”ända fram till”. */
const REACH = new Set('fram sedan sen tills dit hit bort ned ner upp in ut till från'.split(' '));

export function create(): Check<'sentence'> {
  return function* ({ tokens, readings }) {
    for (let at = 0; at < readings.length; at++) {
      const { text } = readings[at]!;
      const expected =
        text === 'ända' && isOnly(readings, at)
          ? 'enda'
          : text === 'enda' && reaches(readings, at)
            ? 'ända'
            : '';
      if (!expected) continue;
      const why =
        expected === 'enda' ? 'det gäller den eller det som är ensamt' : 'det gäller hur långt något når';
      yield {
        start: tokens[at]!.start,
        end: tokens[at]!.end,
        message: `Skriv ”${expected}”: ${why}.`,
        expected,
      };
    }
  };
}

/** ”Det ända vi vet”, ”ett ända ord”, ”vår ända fråga”, but not ”behåll den ända till jul”. */
function isOnly(readings: readonly Reading[], at: number): boolean {
  const before = readings[at - 1];
  const after = readings[at + 1];
  if (!before || !after || REACH.has(after.text)) return false;
  if (/^(?:den|det|de)$/i.test(before.text)) return after.text === 'som' || /^(?:NN|JJ|PN)/.test(after.tag);
  return (
    (/^(?:en|ett)$/i.test(before.text) || /^(?:PS|HS)|GEN/.test(before.tag)) && /^(?:NN|JJ)/.test(after.tag)
  );
}

/** ”Vi väntade enda till kvällen”, but not ”den enda till salu”. */
function reaches(readings: readonly Reading[], at: number): boolean {
  const before = readings[at - 1];
  return (
    before !== undefined &&
    REACH.has(readings[at + 1]?.text ?? '') &&
    !/^(?:DT|PS|RG|JJ|HD)|GEN/.test(before.tag) &&
    !/^(?:den|det|de|en|ett|enda)$/i.test(before.text)
  );
}
