import { documentFingerprint } from './fingerprint.ts';
import { type Finding, lixDrivers, type Measures, type Text } from './rule.ts';

/** What each measure is called, and how many decimals it is told with. */
const NAMES: Readonly<Record<keyof Measures, { name: string; decimals: number }>> = {
  words: { name: 'Antalet ord', decimals: 0 },
  sentences: { name: 'Antalet meningar', decimals: 0 },
  lix: { name: 'LIX', decimals: 0 },
  rix: { name: 'RIX', decimals: 1 },
  sentenceMean: { name: 'Antalet ord per mening', decimals: 1 },
  longSentences: { name: 'Andelen långa meningar', decimals: 2 },
  longestSentence: { name: 'Antalet ord i den längsta meningen', decimals: 0 },
  wordLength: { name: 'Antalet bokstäver per ord', decimals: 1 },
  ovix: { name: 'OVIX', decimals: 0 },
};
/** Measures that long sentences and long words raise. */
const RAISED_BY_SENTENCES: readonly string[] = [
  'lix',
  'rix',
  'sentenceMean',
  'longSentences',
  'longestSentence',
];
const MOST = 5;

/**
 * What a text has more of than it may: an error on the whole document for each measure over its limit, with the sentences
 * that it comes from. `gate` is the most that each measure may be.
 */
export function gateFindings(text: Text, gate: Readonly<Record<string, number>>): Finding[] {
  return Object.entries(gate).flatMap(([measure, most]): Finding[] => {
    const value = text.measures[measure as keyof Measures];
    const { name, decimals } = NAMES[measure as keyof Measures];
    if (value === undefined || Number(value.toFixed(decimals)) <= most) return [];
    const shown = value.toFixed(decimals).replace('.', ',');
    const ruleId = `gate/${measure}`;
    const over = `${name} är ${shown}, gränsen är ${String(most).replace('.', ',')}.`;
    const place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
    return [
      {
        ruleId,
        severity: 'error',
        message: [over, causes(text, measure)].filter(Boolean).join(' '),
        start: 0,
        end: 0,
        whole: true,
        place,
        actual: '',
        expected: [],
        source: 'gate i klarlint.yml',
        fingerprint: documentFingerprint(ruleId, over),
        fixes: [],
      },
    ];
  });
}

/** The sentences that a measure comes from. */
function causes(text: Text, measure: string): string {
  if (!RAISED_BY_SENTENCES.includes(measure)) return '';
  const sentences = lixDrivers(text, MOST).map(({ sentence }) => sentence);
  if (sentences.length === 0) return '';
  return `Tyngst väger ${sentences.length === 1 ? 'meningen' : 'meningarna'} ${text.whereabouts(sentences)}.`;
}
