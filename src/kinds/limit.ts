import type { Check, Measures } from '../rule.ts';

/** What a `rule.yml` of the kind `limit` says beside its meta. */
export interface LimitSpec {
  readonly measure: keyof Measures;
  /** The message; `{value}` and `{max}` are filled in. */
  readonly message: string;
}

/** Compares a measure of the document with the option `max`; a text with fewer words than the option `minWords` is let be. */
export function limit(
  spec: LimitSpec,
  options: { readonly max: number; readonly minWords?: number },
): Check<'document'> {
  return function* (text) {
    const value = text.measures[spec.measure];
    if (value === undefined || text.measures.words < (options.minWords ?? 0) || value <= options.max) return;
    const figures: Record<string, string> = { value: String(Math.round(value)), max: String(options.max) };
    yield { message: spec.message.replace(/\{(value|max)\}/gu, (_, name: string) => figures[name]!) };
  };
}
