import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCore } from '../../src/cli/core.ts';
import { settingsOf } from '../../src/config/profile.ts';
import { entries } from '../../src/generated/rules.ts';
import { rows } from '../../src/kinds/rows.ts';
import { Linter } from '../../src/lint.ts';
import type { Finding, Row } from '../../src/rule.ts';
import { readPlain } from '../../src/source/plain.ts';

const OCR_DAMAGE = 'typo/ocr-damage';
/** What the list calls by one name is several rules here. */
const ANY_TYPO = 'typo/typographic-rule';

/** A gold row, with its stretch of the seed in offsets; without one when the snippet isn't on its line. */
interface GoldRow {
  readonly row: Row;
  readonly start: number;
  readonly end: number;
}

interface Tally {
  readonly sure: { found: number; total: number };
  readonly style: { found: number; total: number };
  negatives: number;
}

/**
 * Lints the seed documents with every rule that is on and compares with the gold list: of the rows of each rule that there
 * is, how many are found (”sure” and ”style”) and how many that must be let be are flagged (”negative”). Prints what is missed.
 */
export function run(shared: string): void {
  const seeds = join(shared, 'seeds');
  const list = join(shared, 'lists/gold.tsv');
  if (!existsSync(seeds) || !existsSync(list)) {
    console.log('gold: skipped, there are no seed documents or no gold list.');
    return;
  }
  const gold = rows(readFileSync(list, 'utf8'));
  const ids = new Set(entries.map(({ id }) => id));
  const tallies = new Map<string, Tally>();
  const misses: string[] = [];
  for (const file of [...new Set(gold.map((row) => row['file']!))]) {
    const text = readFileSync(join(seeds, file), 'utf8');
    const findings = lint(text);
    for (const place of gold.filter(
      (row) => row['file'] === file && (ids.has(row['rule']!) || row['rule'] === ANY_TYPO),
    )) {
      judge(locate(text, place), findings, tallies, misses);
    }
  }
  print(tallies, misses);
}

/** Whose guideline a text is written to, told by a word of it. */
const PROFILES: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(?:HÖK|VIS)(?!\p{L})/u, 'vis-stockholm'],
  [/Sydöstra sjukvårdsregionen|sjukvårdsregionens webbplats/u, 'sydostra-sjukvardsregionen'],
  [/eHälsalyftet/u, 'ehalsalyftet'],
  [/Region Jämtland Härjedalen/u, 'region-jamtland-harjedalen'],
];

/** The findings under the guideline that the text is written to. */
function lint(text: string): readonly Finding[] {
  const profile = PROFILES.find(([word]) => word.test(text))?.[1] ?? 'klarsprak';
  return new Linter({ ...settingsOf(profile), core: readCore() }).lint(readPlain(text)).findings;
}

/** Finds the snippet that begins on a row's line, whatever the white space. */
function locate(text: string, row: Row): GoldRow {
  const lineStarts = [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
  const line = Number(row['line']);
  const from = lineStarts[line - 1] ?? text.length;
  const words = row['snippet']!.split(/\s+/u).map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  const match = new RegExp(words.join('\\s+'), 'gu');
  match.lastIndex = from;
  const candidate = match.exec(text);
  const found = candidate && candidate.index < (lineStarts[line] ?? text.length) ? candidate : undefined;
  return { row, start: found?.index ?? -1, end: found ? found.index + found[0].length : -1 };
}

function judge(
  { row, start, end }: GoldRow,
  findings: readonly Finding[],
  tallies: Map<string, Tally>,
  misses: string[],
): void {
  const rule = row['rule']!;
  const tally = tallies.get(rule) ?? {
    sure: { found: 0, total: 0 },
    style: { found: 0, total: 0 },
    negatives: 0,
  };
  tallies.set(rule, tally);
  const place = `${row['file']!.slice(0, 3)}:${row['line']}  ${rule}  ${row['certainty']}  ”${row['snippet']}”`;
  if (start < 0) misses.push(`${place} (not on its line)`);
  const hits = findings.filter(
    (finding) =>
      (rule === ANY_TYPO ? finding.ruleId.startsWith('typo/') : finding.ruleId === rule) &&
      !finding.whole &&
      finding.start < end &&
      finding.end > start,
  );
  if (row['certainty'] === 'negative') {
    if (hits.length === 0) return;
    tally.negatives++;
    misses.push(`${place} is flagged: ${hits[0]!.message}`);
    return;
  }
  // ”unsure” rows are a matter of judgement: they count neither way.
  const count =
    row['certainty'] === 'sure' ? tally.sure : row['certainty'] === 'style' ? tally.style : undefined;
  if (!count) return;
  count.total++;
  const settled = rule === OCR_DAMAGE && findings.some(({ ruleId, whole }) => ruleId === OCR_DAMAGE && whole);
  if (settled || hits.length > 0) count.found++;
  else misses.push(place);
}

function print(tallies: ReadonlyMap<string, Tally>, misses: readonly string[]): void {
  console.log(
    `${'gold list'.padEnd(32)}${'sure'.padStart(8)}${'style'.padStart(8)}${'negative flagged'.padStart(18)}`,
  );
  const share = ({ found, total }: { found: number; total: number }): string =>
    (total === 0 ? '–' : `${found}/${total}`).padStart(8);
  for (const [rule, { sure, style, negatives }] of [...tallies].sort(([a], [b]) => a.localeCompare(b))) {
    console.log(`${rule.padEnd(32)}${share(sure)}${share(style)}${String(negatives).padStart(18)}`);
  }
  if (misses.length > 0) console.log('\nmissed:');
  for (const miss of misses) console.log(`  ${miss}`);
}
