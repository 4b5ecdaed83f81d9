import { type Check, isSPassive, type RuleMeta } from '../../../src/rule.ts';

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

function cure(lemma: string, tag: string): string {
  const active = HEDGES.get(lemma);
  return active && tag.startsWith('VB|PRS') ? `Skriv vem som ${active}.` : 'Gör den ena aktiv.';
}
