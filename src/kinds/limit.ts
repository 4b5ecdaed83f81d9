import { type Check, type Measures, type RuleOptions, targetOf } from '../rule.ts';

/** What a `rule.yml` of the kind `limit` says beside its meta. */
export interface LimitSpec {
  readonly measure: keyof Measures;
  /** The message; `{value}` and `{max}` are filled in, and `{kind}` with ” för nyhetsbrev” when the target is that kind's. */
  readonly message: string;
}

/**
 * Compares a measure of the document, rounded, with the option `max`, or with the guideline's target for the measure when
 * `max` is null. A text with fewer words than the option `minWords` is let be.
 */
export function limit({ measure, message }: LimitSpec, options: RuleOptions): Check<'document'> {
  const max = (options['max'] as number | null | undefined) ?? targetOf(options, measure);
  const minWords = (options['minWords'] as number | undefined) ?? 0;
  const { textKind, profile } = options;
  const kind = textKind && profile.targets[textKind]?.[measure] !== undefined ? ` för ${textKind}` : '';
  return function* ({ measures }) {
    const value = measures[measure];
    if (max === undefined || value === undefined || measures.words < minWords) return;
    if (Math.round(value) <= max) return;
    const figures: Record<string, string> = { value: String(Math.round(value)), max: String(max), kind };
    yield { message: message.replace(/\{(value|max|kind)\}/gu, (_, name: string) => figures[name]!) };
  };
}
