import type { Check, Reading, RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Överflödigt att',
  scope: 'sentence',
  severity: 'error',
  source: 'Svenska Akademiens språklära 2003, verbfraser',
  needsCore: true,
  words: ['att'],
} satisfies RuleMeta;

const MODAL = /^(?:ska|skall|skulle|kan|kunde|vill|ville|bör|borde|måste)$/;
const LONGEST_GAP = 2;

export function create(): Check<'sentence'> {
  return function* ({ tokens, readings, block }) {
    for (let at = 0; at < readings.length; at++) {
      const { text, tag } = readings[at]!;
      if (!MODAL.test(text.toLowerCase()) || !/^VB\|PR[ST]/.test(tag)) continue;
      const att = attAfter(readings, at);
      if (att === undefined) continue;
      const verb = readings[att + 1]?.tag.startsWith('AB') ? att + 2 : att + 1;
      if (!readings[verb]?.tag.startsWith('VB|INF')) continue;
      const start = tokens[att]!.start;
      const end = tokens[verb]!.end;
      const expected = block.text.slice(tokens[att + 1]!.start, end);
      yield {
        start,
        end,
        message: `Ta bort ”att”: efter ”${text}” står verbet ensamt, ”${text} … ${expected}”.`,
        expected,
      };
    }
  };
}

/** The ”att” after a modal verb, with at most two adverbs between. Scanning may have made another word of ”därför”. */
function attAfter(readings: readonly Reading[], modal: number): number | undefined {
  for (let at = modal + 1; at <= modal + 1 + LONGEST_GAP; at++) {
    const { text, tag } = readings[at] ?? { text: '', tag: 'MAD' };
    if (text === 'att') return at;
    if (!/^AB/.test(tag) && !/^d\p{L}rf\p{L}r$/u.test(text)) return undefined;
  }
  return undefined;
}
