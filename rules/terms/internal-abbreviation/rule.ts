import {
  type Check,
  OWN_WORDS,
  type Row,
  type RuleData,
  type RuleMeta,
  type RuleOptions,
  zoneBits,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Intern förkortning',
  scope: 'document',
  severity: 'info',
  source: 'Myndigheternas skrivregler 11.1',
  zones: [...OWN_WORDS, 'name'],
  /** The kinds of text whose readers stand outside the organisation. */
  options: { kinds: ['nyhetsbrev', 'webb', 'pressmeddelande', 'brev', 'beslut'] },
} satisfies RuleMeta;

const READABLE = zoneBits([...OWN_WORDS, 'name']);

export function create(data: RuleData, { profile, textKind, kinds }: RuleOptions): Check<'document'> {
  const exempt = new Set(profile.exempt['terms/internal-abbreviation']);
  const internal = new Map(
    (data['internal'] as Row[])
      .filter(({ abbreviation }) => !exempt.has(abbreviation!))
      .map(({ abbreviation, full }) => [abbreviation!, profile.abbreviations[abbreviation!] ?? full!]),
  );
  const outside = textKind !== undefined && (kinds as readonly string[]).includes(textKind);
  return function* ({ sentences }) {
    if (!outside) return;
    const told = new Set<string>();
    for (const { block, tokens } of sentences) {
      for (const { text, start, zones } of tokens) {
        const abbreviation = text.replace(/:\p{Ll}{1,3}$/u, '');
        const full = internal.get(abbreviation);
        if (full === undefined || told.has(abbreviation) || (zones & ~READABLE) !== 0) continue;
        told.add(abbreviation);
        const message = `”${abbreviation}” är en intern förkortning. ${full ? `Skriv ut ”${full}”.` : 'Skriv ut orden.'}`;
        const place = { block, start, end: start + abbreviation.length, message };
        yield full && abbreviation === text ? { ...place, expected: full } : place;
      }
    }
  };
}
