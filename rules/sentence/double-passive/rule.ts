import { type Check, isSPassive, type Reading, type RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Dubbel passiv',
  scope: 'sentence',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 1.3.3',
  needsCore: true,
  words: [
    'föreslås',
    'beräknas',
    'väntas',
    'förväntas',
    'planeras',
    'avses',
    'avsågs',
    'förutsätts',
    'bedöms',
    'rekommenderas',
  ],
} satisfies RuleMeta;

/** Verbs that say what somebody thinks of what is done, with the active form where they are easily named. */
const HEDGES = new Map<string, string | undefined>([
  ['föreslå', 'föreslår'],
  ['beräkna', undefined],
  ['vänta', undefined],
  ['förvänta', undefined],
  ['planera', 'planerar'],
  ['avse', undefined],
  ['förutsätta', undefined],
  ['bedöma', 'bedömer'],
  ['rekommendera', 'rekommenderar'],
]);

export function create(): Check<'sentence'> {
  return function* ({ readings, tokens, block }) {
    for (const [at, { lemma, tag }] of readings.entries()) {
      if (!HEDGES.has(lemma) || !/^VB\|PR[ST]\|SFO/.test(tag)) continue;
      const next = readings[at + 1]?.tag.startsWith('AB') ? at + 2 : at + 1;
      if (!readings[next]?.tag.startsWith('VB|INF|SFO') || !isSPassive(readings, next)) continue;
      if (lemma === 'avse' && endsRelativeClause(readings, at)) continue;
      const start = tokens[at]!.start;
      const end = tokens[next]!.end;
      yield {
        start,
        end,
        message: `Två passiver i rad: ”${block.text.slice(start, end)}”. ${cure(lemma, tag)}`,
      };
    }
  };
}

/** ”Om lån som i 4 § avses återbetalas”: the verb belongs to ”som”, and what follows to the loan. */
function endsRelativeClause(readings: readonly Reading[], at: number): boolean {
  for (let i = at - 1; i >= 0 && !/^(?:VB|MAD|MID)/.test(readings[i]!.tag); i--) {
    if (readings[i]!.text.toLowerCase() === 'som') return true;
  }
  return false;
}

function cure(lemma: string, tag: string): string {
  const active = HEDGES.get(lemma);
  return active && tag.startsWith('VB|PRS') ? `Skriv vem som ${active}.` : 'Gör den ena aktiv.';
}
