import {
  type Avoided,
  type Check,
  FormIndex,
  inCaseOf,
  type RuleMeta,
  type RuleOptions,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Ord som organisationen undviker',
  scope: 'sentence',
  severity: 'warning',
  source: 'organisationens riktlinjer',
} satisfies RuleMeta;

interface Form {
  readonly avoided: Avoided;
  readonly use: string | undefined;
}

export function create(_: unknown, { profile }: RuleOptions): Check<'sentence'> {
  const exempt = new Set(profile.exempt['terms/profile-forbidden']);
  const forms = profile.avoid.flatMap((avoided) =>
    avoided.not
      .filter((form) => !exempt.has(form))
      .map((form, i): [string, Form] => [
        form,
        { avoided, use: typeof avoided.use === 'string' ? avoided.use : avoided.use?.[i] },
      ]),
  );
  const index = new FormIndex(forms);
  const check: Check<'sentence'> = function* (sentence) {
    for (const { value, start, end } of index.find(sentence)) {
      const { avoided, use } = value;
      const actual = sentence.block.text.slice(start, end).replace(/\s+/gu, ' ');
      const expected = use && inCaseOf(actual, use);
      const reason = avoided.reason ? `: ${avoided.reason}` : '';
      yield {
        start,
        end,
        message: `”${actual}” används inte här${reason}.${expected ? ` Skriv ”${expected}”.` : ''}`,
        ...(expected && { expected }),
        ...(avoided.severity && { severity: avoided.severity }),
        source: profile.title,
      };
    }
  };
  return Object.assign(check, index.words && { words: index.words });
}
