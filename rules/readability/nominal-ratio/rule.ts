import { type Check, nominalRatio, type RuleMeta, type RuleOptions, targetOf } from '../../../src/rule.ts';

export const meta = {
  title: 'Nominalkvot',
  scope: 'document',
  severity: 'info',
  source: 'Språkbanken, Sparv: nominalkvot',
  needsCore: true,
  // The highest that passes (null: the guideline's target `nominalRatio`).
  options: { max: null },
} satisfies RuleMeta;

const DEFAULT_MAX = 1.6;

export function create(_: unknown, options: RuleOptions): Check<'document'> {
  const max = (options['max'] as number | null) ?? targetOf(options, 'nominalRatio') ?? DEFAULT_MAX;
  return function* (text) {
    const ratio = nominalRatio(text);
    if (ratio === undefined) return;
    const shown = (value: number) => value.toFixed(1).replace('.', ',');
    // What reads as equal is not over.
    if (ratio <= max || shown(ratio) === shown(max)) return;
    yield {
      message: `Nominalkvot ${shown(ratio)}, målet är högst ${shown(max)}. Skriv fler verb och färre substantiv.`,
    };
  };
}
