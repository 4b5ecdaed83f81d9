import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCore } from '../../src/cli/core.ts';
import { settingsOf } from '../../src/config/profile.ts';
import { entries } from '../../src/generated/rules.ts';
import { rows } from '../../src/kinds/rows.ts';
import { Linter } from '../../src/lint.ts';
import type { Finding, Text } from '../../src/rule.ts';
import { readMarkdown } from '../../src/source/markdown.ts';
import { readPlain } from '../../src/source/plain.ts';

/**
 * Reads a rule's findings on public texts, for the figure under its heading ”Träffsäkerhet”:
 *
 *     npx tsx test/eval/sample.ts <rule> [n=50] [seed=1] [words]
 *
 * `<rule>` is an id, or a group and a slash (`words/`). Prints the findings per 1,000 words of each organisation, what
 * is found most often, and `n` findings by chance with their sentences. `words` samples only findings on that text.
 */
const PROSE = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/data/prose');

interface Hit {
  readonly path: string;
  readonly finding: Finding;
  readonly sentence: string;
}

interface Tally {
  words: number;
  warnings: number;
  infos: number;
}

const [wanted, count = '50', seed = '1', only] = process.argv.slice(2);
const ids = entries
  .map(({ id }) => id)
  .filter((id) => id === wanted || (wanted?.endsWith('/') && id.startsWith(wanted)));
if (ids.length === 0) {
  console.error(
    `usage: sample.ts <rule> [n] [seed] [words]\nrules: ${entries.map(({ id }) => id).join(', ')}`,
  );
  process.exitCode = 2;
} else if (!existsSync(PROSE)) {
  console.error(`Skipped: there are no texts in ${relative(process.cwd(), PROSE)}.`);
} else {
  report(ids);
}

function report(ids: readonly string[]): void {
  const linter = new Linter({ ...settingsFor(ids), core: readCore() });
  const tallies = new Map<string, Tally>();
  const hits: Hit[] = [];
  for (const { path, org, kind } of rows(readFileSync(join(PROSE, 'INDEX.tsv'), 'utf8'))) {
    if (!/\.(?:md|txt)$/u.test(path!)) continue;
    const content = readFileSync(join(PROSE, path!), 'utf8');
    const { findings, measures, failures, text } = linter.lint(
      path!.endsWith('.md') ? readMarkdown(content) : readPlain(content),
    );
    for (const { ruleId, error } of failures) console.error(`${path}: ${ruleId}:`, error);
    const tally = of(tallies, kind!.startsWith('gov:') ? `${org} ${kind}` : org!);
    tally.words += measures.words;
    for (const finding of findings) {
      if (finding.severity === 'info') tally.infos++;
      else tally.warnings++;
      hits.push({ path: path!, finding, sentence: sentenceOf(text, finding) });
    }
  }
  printTallies(tallies);
  printFrequent(hits);
  const chosen = only
    ? hits.filter(({ finding }) => finding.actual.toLowerCase() === only.toLowerCase())
    : hits;
  for (const hit of shuffled(chosen, Number(seed)).slice(0, Number(count))) printHit(hit);
}

/** The default profile with only these rules on, also those that are off by default. */
function settingsFor(ids: readonly string[]): ConstructorParameters<typeof Linter>[0] {
  const settings = settingsOf('klarsprak');
  const own = Object.fromEntries(
    entries.map(({ id, rule }) => {
      const setting = settings.rules[id] ?? {};
      if (!ids.includes(id)) return [id, { severity: 'off' as const }];
      // A severity that is set would hold for every finding; those that a rule gives its findings are wanted here.
      const { severity = rule.meta.off ? 'off' : undefined, ...rest } = setting;
      return [id, severity === 'off' ? { ...rest, severity: rule.meta.severity } : setting];
    }),
  );
  return { ...settings, rules: own };
}

function of(tallies: Map<string, Tally>, key: string): Tally {
  let tally = tallies.get(key);
  if (!tally) {
    tally = { words: 0, warnings: 0, infos: 0 };
    tallies.set(key, tally);
  }
  return tally;
}

/** The sentence a finding stands in, marked »thus«, or nothing for one on the whole document. */
function sentenceOf(text: Text, { start, end, whole }: Finding): string {
  if (whole) return '';
  for (const { block, start: from, end: to } of text.sentences) {
    const first = block.source.offsets.start(from);
    const last = block.source.offsets.end(to);
    if (first > start || last < end) continue;
    const original = text.source.text;
    return `${original.slice(first, start)}»${original.slice(start, end)}«${original.slice(end, last)}`;
  }
  return '';
}

function printTallies(tallies: ReadonlyMap<string, Tally>): void {
  console.log(`${'per 1,000 words'.padEnd(52)}warnings   infos    words`);
  const rate = (found: number, words: number): string => ((1000 * found) / words).toFixed(2).padStart(8);
  for (const [key, { words, warnings, infos }] of [...tallies].sort(([a], [b]) => a.localeCompare(b, 'sv'))) {
    console.log(`${key.padEnd(52)}${rate(warnings, words)}${rate(infos, words)}${String(words).padStart(9)}`);
  }
}

function printFrequent(hits: readonly Hit[]): void {
  const counts = new Map<string, number>();
  for (const { finding } of hits) {
    const key = `${finding.severity.padEnd(8)}${finding.actual.toLowerCase().replace(/\s+/gu, ' ').slice(0, 60)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  console.log(`\n${hits.length} findings; the most frequent:`);
  for (const [key, number] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, 60)) {
    console.log(`${String(number).padStart(6)}  ${key}`);
  }
}

function printHit({ path, finding, sentence }: Hit): void {
  const { line, column } = finding.place;
  console.log(`\n${path}:${line}:${column}  ${finding.severity}  ${finding.ruleId}`);
  if (sentence) console.log(`  ${sentence.replace(/\s+/gu, ' ')}`);
  console.log(`  ${finding.message}${finding.fixes[0] ? `  [${finding.fixes[0].kind}]` : ''}`);
}

/** In an order that the seed decides. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed >>> 0;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
