import { phrases } from '../../src/kinds/phrases.ts';
import { tableOf } from '../../src/kinds/table.ts';
import { type Problem, type Row, Text } from '../../src/rule.ts';
import { readPlain } from '../../src/source/plain.ts';

/** What a list of rows finds in a text, each finding with the words it stands on. */
export function lintPhrases(
  rows: readonly Row[],
  content: string,
  exempt: readonly string[] = [],
): (Problem & { readonly actual: string })[] {
  const check = phrases(
    { message: '”{actual}” är {why}. Skriv ”{expected}”.', hint: 'Till exempel ”{expected}”.', why: 'stelt' },
    [tableOf(rows)],
    exempt,
  );
  return new Text(readPlain(content)).sentences.flatMap((sentence) =>
    [...check(sentence)].map((problem) => ({
      ...problem,
      actual: sentence.block.text.slice(problem.start, problem.end),
    })),
  );
}
