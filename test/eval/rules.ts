import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCore } from '../../src/cli/core.ts';
import { settingsOf } from '../../src/config/profile.ts';
import { entries } from '../../src/generated/rules.ts';
import { rows } from '../../src/kinds/rows.ts';
import { Linter } from '../../src/lint.ts';
import { readMarkdown } from '../../src/source/markdown.ts';
import { readPlain } from '../../src/source/plain.ts';

/** Kinds of source: well-edited plain text, the law and its like, and all else. */
type Kind = 'plain' | 'heavy' | 'other';

/** Findings of each rule per 1,000 words, with all rules on as they are by default. */
export function run(shared: string): void {
  const prose = join(shared, 'data/prose');
  if (!existsSync(prose)) {
    console.log('Skipped: the data folder is not there.');
    return;
  }
  const linter = new Linter({ ...settingsOf('klarsprak'), core: readCore() });
  const words: Record<Kind, number> = { plain: 0, heavy: 0, other: 0 };
  const counts = new Map<string, Record<string, number>>();
  for (const { path, org, kind } of rows(readFileSync(join(prose, 'INDEX.tsv'), 'utf8'))) {
    if (!/\.(?:md|txt)$/u.test(path!) || org === 'skrivregler-referens') continue;
    const content = readFileSync(join(prose, path!), 'utf8');
    const source = path!.endsWith('.md') ? readMarkdown(content) : readPlain(content);
    const { findings, measures, failures } = linter.lint(source);
    for (const { ruleId, error } of failures) console.error(`${path}: ${ruleId}:`, error);
    const of = kindOf(org!, kind!);
    words[of] += measures.words;
    for (const { ruleId, severity } of findings) {
      const row = counts.get(ruleId) ?? {};
      const key = `${of} ${severity === 'info' ? 'info' : 'warning'}`;
      row[key] = (row[key] ?? 0) + 1;
      counts.set(ruleId, row);
    }
  }
  const columns = [
    'plain warning',
    'heavy warning',
    'other warning',
    'plain info',
    'heavy info',
    'other info',
  ];
  const rate = (found: number, column: string): string =>
    ((1000 * found) / words[column.split(' ')[0] as Kind]).toFixed(2).padStart(15);
  console.log(`per 1,000 words${''.padEnd(21)}${columns.map((column) => column.padStart(15)).join('')}`);
  const sums: Record<string, number> = {};
  for (const { id } of entries) {
    const row = counts.get(id) ?? {};
    if (!id.startsWith('spelling/'))
      for (const column of columns) sums[column] = (sums[column] ?? 0) + (row[column] ?? 0);
    console.log(`${id.padEnd(36)}${columns.map((column) => rate(row[column] ?? 0, column)).join('')}`);
  }
  console.log(
    `${'all but spelling'.padEnd(36)}${columns.map((column) => rate(sums[column] ?? 0, column)).join('')}`,
  );
}

function kindOf(org: string, kind: string): Kind {
  if (org === 'region-halland' || org === 'forsakringskassan') return 'plain';
  return org === 'lagrummet-sfs' || kind === 'gov:proposition' ? 'heavy' : 'other';
}
