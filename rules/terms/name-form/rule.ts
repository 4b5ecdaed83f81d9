import {
  capitalised,
  type Check,
  FormIndex,
  genitiveOf,
  OWN_WORDS,
  type Problem,
  type Row,
  type RuleData,
  type RuleMeta,
  type RuleOptions,
  type Term,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Namnets form',
  scope: 'sentence',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 9.3–9.5',
  zones: [...OWN_WORDS, 'act-title', 'name'],
} satisfies RuleMeta;

/** A wrong form of a name; a right one has no `problem` and only keeps the shorter wrong ones in it from being found. */
interface Form {
  readonly problem?: (actual: string, opens: boolean) => Omit<Problem, 'start' | 'end'> | undefined;
}

const RIGHT: Form = {};

export function create(data: RuleData, { profile }: RuleOptions): Check<'sentence'> {
  const general = (data['names'] as Row[]).map(
    ({ use, not, note }): Term => ({ use: use!, not: not!.split('|'), ...(note && { note }) }),
  );
  const exempt = (profile.exempt['terms/name-form'] ?? []).map((form) => [form, RIGHT] as const);
  // What the profile says stands last: of two forms that are alike the last is kept.
  const forms = new Map<string, Form>([
    ...general.flatMap((term) => [...formsOf(term, false)]),
    ...profile.terms.flatMap((term) => [...formsOf(term, true)]),
    ...exempt,
  ]);
  const index = new FormIndex(forms);
  const check: Check<'sentence'> = function* (sentence) {
    for (const { value, start, end } of index.find(sentence)) {
      if (!value.problem) continue;
      const actual = sentence.block.text.slice(start, end);
      const problem = value.problem(actual, start === sentence.start);
      if (problem) yield { start, end, ...problem };
    }
  };
  return Object.assign(check, index.words && { words: index.words });
}

/** The forms of a term, each also in the genitive. `fixed`: the profile has laid the term down. */
function* formsOf({ use, not, note }: Term, fixed: boolean): Generator<[string, Form]> {
  // A form in small letters is found in any case, and would hide that a capital is wrong.
  if (!not.some((form) => form.toLowerCase() === use)) {
    yield [use, RIGHT];
    yield [genitiveOf(use), RIGHT];
  }
  for (const form of not) {
    for (const [wrong, right] of [
      [form, use],
      [genitiveOf(form), genitiveOf(use)],
    ] as const) {
      if (wrong === right || (wrong === form && right !== use)) continue;
      yield [
        wrong,
        {
          problem: (actual, opens) => {
            const expected = opens ? capitalised(right) : right;
            // ”Regionstyrelsen beslutade”: the sentence gives the capital.
            if (expected === actual) return undefined;
            return {
              message: message(actual, expected),
              expected,
              fix: letters(actual) === letters(expected) ? 'safe' : 'suggested',
              ...(note && { note }),
              ...(fixed && { severity: 'error' }),
            };
          },
        },
      ];
    }
  }
}

function message(actual: string, expected: string): string {
  if (expected.split(' ').length > 5) return `Det rätta namnet är ”${expected}”.`;
  const written = actual.replace(/\s+/gu, ' ');
  if (letters(written) === letters(expected)) return `”${written}” skrivs ”${expected}”.`;
  if (expected.startsWith(`${written.replace(/s$/u, '')} `))
    return `”${written}” är inte hela namnet. Skriv ”${expected}”.`;
  return `”${written}” är inte rätt namn. Skriv ”${expected}”.`;
}

/** The letters alone: two spellings of one name have the same. */
function letters(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
