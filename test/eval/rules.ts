import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { settingsOf } from '../../src/config/profile.ts';
import { entries } from '../../src/generated/rules.ts';
import { type Hit, judged, readings, sampleOf } from './findings.ts';

/** Kinds of source: well-edited plain text, the law and its like, and all else. */
type Kind = 'plain' | 'heavy' | 'other';

const COLUMNS = ['plain warning', 'heavy warning', 'other warning', 'plain info', 'heavy info', 'other info'];

/** Findings of each rule per 1,000 words, with all rules on as they are by default, and how many of a sample are right. */
export function run(shared: string): void {
  const prose = join(shared, 'data/prose');
  if (!existsSync(prose)) {
    console.log('Skipped: the data folder is not there.');
    return;
  }
  const words: Record<Kind, number> = { plain: 0, heavy: 0, other: 0 };
  const counts = new Map<string, Record<string, number>>();
  const found = new Map<string, Hit[]>(entries.map(({ id }) => [id, []]));
  for (const { org, kind, words: length, hits } of readings(prose, settingsOf('klarsprak'))) {
    const of = kindOf(org, kind);
    words[of] += length;
    for (const one of hits) {
      const { ruleId, severity } = one.finding;
      const row = counts.get(ruleId) ?? {};
      const key = `${of} ${severity === 'info' ? 'info' : 'warning'}`;
      row[key] = (row[key] ?? 0) + 1;
      counts.set(ruleId, row);
      found.get(ruleId)!.push(one);
    }
  }
  const rate = (number: number, column: string): string =>
    ((1000 * number) / words[column.split(' ')[0] as Kind]).toFixed(2).padStart(15);
  const heads = COLUMNS.map((column) => column.padStart(15)).join('');
  console.log(`per 1,000 words${''.padEnd(21)}${heads}     right of judged (sample)`);
  const sums: Record<string, number> = {};
  for (const { id } of entries) {
    const row = counts.get(id) ?? {};
    if (!id.startsWith('spelling/'))
      for (const column of COLUMNS) sums[column] = (sums[column] ?? 0) + (row[column] ?? 0);
    const rates = COLUMNS.map((column) => rate(row[column] ?? 0, column)).join('');
    console.log(`${id.padEnd(36)}${rates}${precision(found.get(id)!)}`);
  }
  const all = COLUMNS.map((column) => rate(sums[column] ?? 0, column)).join('');
  console.log(`${'all but spelling'.padEnd(36)}${all}`);
}

/** Of the sample, how many a reader has judged and how many of them are right. */
function precision(hits: readonly Hit[]): string {
  const verdicts = judged();
  const sample = sampleOf(hits);
  const known = sample.map(({ hash }) => verdicts.get(hash)).filter((verdict) => verdict !== undefined);
  if (sample.length === 0) return '';
  const right = known.filter((verdict) => verdict === 'right').length;
  const share = known.length > 0 ? (right / known.length).toFixed(2) : '–';
  const level = hits.some(({ finding }) => finding.severity !== 'info') ? '' : ' info';
  return `${share.padStart(8)}  ${right} of ${known.length} (${sample.length})${level}`;
}

function kindOf(org: string, kind: string): Kind {
  if (org === 'region-halland' || org === 'forsakringskassan') return 'plain';
  return org === 'lagrummet-sfs' || kind === 'gov:proposition' ? 'heavy' : 'other';
}
