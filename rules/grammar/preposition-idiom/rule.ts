import type { Check, Reading, Row, RuleData, RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Preposition',
  scope: 'sentence',
  severity: 'warning',
  source: 'Svenska Akademiens ordlista',
  needsCore: true,
} satisfies RuleMeta;

/** A word with the wrong words after it, and those that belong there. */
interface Idiom {
  readonly wordClass: string;
  readonly wrong: readonly string[];
  readonly right: string;
}

export function create(data: RuleData): Check<'sentence'> {
  const idioms = new Map<string, Idiom[]>();
  for (const { lemma, class: wordClass, wrong, right } of data['idioms'] as readonly Row[]) {
    const known = idioms.get(lemma!) ?? [];
    known.push({ wordClass: wordClass!, wrong: wrong!.split(' '), right: right! });
    idioms.set(lemma!, known);
  }
  const wrong = [...idioms.values()].flat().map((idiom) => idiom.wrong[0]!);
  const check: Check<'sentence'> = function* ({ tokens, readings, block }) {
    for (let at = 0; at < readings.length; at++) {
      const reading = readings[at]!;
      const idiom = idioms.get(reading.lemma)?.find((one) => fits(one, readings, at));
      if (!idiom) continue;
      const start = tokens[at]!.start;
      const end = tokens[at + idiom.wrong.length]!.end;
      const expected = `${reading.text}${idiom.right ? ` ${idiom.right}` : ''}`;
      const written = block.text.slice(start, end).replace(/\s+/gu, ' ');
      yield { start, end, message: `Det heter ”${expected}”, inte ”${written}”.`, expected };
    }
  };
  return Object.assign(check, { words: wrong });
}

function fits({ wordClass, wrong }: Idiom, readings: readonly Reading[], at: number): boolean {
  if (!readings[at]!.tag.startsWith(wordClass)) return false;
  return (
    wrong.every((word, i) => readings[at + 1 + i]?.text === word) && isObject(readings[at + 1 + wrong.length])
  );
}

/** ”diskuterar om frågan”, but ”diskuterar om vi ska”. */
function isObject(next: Reading | undefined): boolean {
  return next !== undefined && !/^(?:MAD|MID|PAD)/.test(next.tag);
}
