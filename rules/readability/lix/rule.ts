import {
  type Check,
  lixDrivers,
  type RuleMeta,
  type RuleOptions,
  type Text,
  targetOf,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Högt LIX',
  scope: 'document',
  severity: 'info',
  source: 'Björnsson, Läsbarhet (1968)',
  // `max` null: the guideline's target `lix`. Under `minWords` LIX is chance.
  options: { max: null, minWords: 100 },
} satisfies RuleMeta;

export function create(_: unknown, options: RuleOptions): Check<'document'> {
  const max = (options['max'] as number | null) ?? targetOf(options, 'lix');
  const { textKind, profile } = options;
  const whose = textKind && profile.targets[textKind]?.['lix'] ? ` för ${textKind}` : '';
  return function* (text) {
    const { lix, words } = text.measures;
    if (max === undefined || lix === undefined || words < (options['minWords'] as number)) return;
    const value = Math.round(lix);
    if (value <= max) return;
    yield { message: `LIX ${value}, målet${whose} är ${max}. ${causes(text, lix, max)}` };
  };
}

const MOST = 4;
const NUMBERS = ['', 'en mening', 'två meningar', 'tre meningar', 'fyra meningar'];

/** The sentences that LIX comes from: as few as account for half of what is too much, or the heaviest. */
function causes(text: Text, lix: number, max: number): string {
  const drivers = lixDrivers(text, MOST);
  const enough = drivers.findIndex(({ without }) => lix - without >= (lix - max) / 2) + 1;
  const named = drivers.slice(0, enough || MOST);
  if (named.length === 0) return 'Skriv kortare meningar och kortare ord.';
  const where = text.whereabouts(named.map(({ sentence }) => sentence));
  if (enough > 0) return `Det mesta kommer av ${NUMBERS[enough]} ${where}.`;
  return `Tyngst väger meningarna ${where}.`;
}
