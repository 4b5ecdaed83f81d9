import type { Check, Problem, Reading, RuleMeta, Sentence } from '../../../src/rule.ts';

export const meta = {
  title: 'Komma mellan satser',
  scope: 'sentence',
  severity: 'info',
  source: 'Myndigheternas skrivregler 13.6.4 och 13.6.5',
  needsCore: true,
  words: ['men', 'desto'],
} satisfies RuleMeta;

/** Fewer words before are no clause. */
const SHORTEST = 3;
const SUBJECT = /^(?:jag|du|vi|ni|han|hon|man|de|det|den)$/;

export function create(): Check<'sentence'> {
  return function* (sentence) {
    const { tokens, readings, block } = sentence;
    if (block.kind === 'heading' || block.kind === 'table-cell') return;
    for (let at = SHORTEST; at < tokens.length; at++) {
      const { lower } = tokens[at]!;
      if (tokens[at - 1]!.kind !== 'word') continue;
      if (lower === 'men' && joinsMainClauses(readings, at))
        yield comma(sentence, at, 'här börjar en ny huvudsats');
      if (lower === 'desto' && tokens[0]!.lower === 'ju') yield comma(sentence, at, 'så delas ”ju … desto”');
    }
  };
}

/** ”Vi har öppet men det är fullt”, but ”Om vi har öppet men det är fullt …” */
function joinsMainClauses(readings: readonly Reading[], at: number): boolean {
  return (
    SUBJECT.test(readings[at + 1]?.text ?? '') &&
    /^VB\|PR[ST]/.test(readings[at + 2]?.tag ?? '') &&
    !/^(?:SN|HA|KN)/.test(readings[0]!.tag) &&
    readings.slice(0, at).some(({ tag }) => /^VB\|(?:PR[ST]|IMP)/.test(tag))
  );
}

function comma({ tokens }: Sentence, at: number, why: string): Problem {
  const before = tokens[at - 1]!;
  const { text, end } = tokens[at]!;
  return {
    start: before.start,
    end,
    message: `Sätt komma före ”${text}”: ${why}.`,
    expected: `${before.text}, ${text}`,
    edits: [{ start: before.end, end: before.end, text: ',' }],
  };
}
