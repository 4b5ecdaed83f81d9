import { appendFileSync, existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { settingsOf } from '../../src/config/profile.ts';
import { entries } from '../../src/generated/rules.ts';
import type { Settings } from '../../src/lint.ts';
import { type Hit, JUDGED, judged, readings, sampleOf } from './findings.ts';

/**
 * The findings of rules in public texts, to be judged by a reader:
 *
 *     npx tsx test/eval/sample.ts <rule…>             the sample of each rule, where no verdict is kept yet
 *     npx tsx test/eval/sample.ts --frequent <rule…>  what is found most often
 *     npx tsx test/eval/sample.ts --record < verdicts keeps verdicts: lines of rule, hash, ”right” or ”wrong”
 *
 * `<rule>` is an id, or a group and a slash (`words/`).
 */
const PROSE = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/data/prose');

const args = process.argv.slice(2);
const wanted = args.filter((arg) => !arg.startsWith('--'));
const ids = entries
  .map(({ id }) => id)
  .filter((id) => wanted.some((name) => id === name || (name.endsWith('/') && id.startsWith(name))));

if (args.includes('--record')) {
  record(await text(process.stdin));
} else if (ids.length === 0) {
  console.error(`usage: sample.ts [--frequent] <rule…>\nrules: ${entries.map(({ id }) => id).join(', ')}`);
  process.exitCode = 2;
} else if (!existsSync(PROSE)) {
  console.error(`Skipped: there are no texts in ${relative(process.cwd(), PROSE)}.`);
} else {
  const hits = [...readings(PROSE, settingsFor(wanted))].flatMap(({ hits }) => hits);
  const known = judged();
  for (const id of ids) {
    const own = hits.filter(({ finding }) => finding.ruleId === id);
    if (args.includes('--frequent')) printFrequent(id, own);
    else for (const hit of sampleOf(own)) if (!known.has(hit.hash)) printHit(hit);
  }
}

function record(lines: string): void {
  const known = judged();
  for (const line of lines.split('\n').filter(Boolean)) {
    const [rule, hash, verdict] = line.split(/\s+/u);
    if (!entries.some(({ id }) => id === rule) || !/^[\da-f]{12}$/u.test(hash!)) throw new Error(line);
    if (verdict !== 'right' && verdict !== 'wrong') throw new Error(line);
    if (!known.has(hash!)) appendFileSync(JUDGED, `${rule}\t${hash}\t${verdict}\n`);
    known.set(hash!, verdict);
  }
}

/** The default profile, with the rules that are named in full on also where they are off by default. */
function settingsFor(names: readonly string[]): Settings {
  const settings = settingsOf('klarsprak');
  const own = entries
    .filter(
      ({ id, rule }) =>
        names.includes(id) && (settings.rules[id]?.severity ?? (rule.meta.off && 'off')) === 'off',
    )
    .map(({ id, rule }) => [id, { ...settings.rules[id], severity: rule.meta.severity }]);
  return { ...settings, rules: { ...settings.rules, ...Object.fromEntries(own) } };
}

function printFrequent(id: string, hits: readonly Hit[]): void {
  const counts = new Map<string, number>();
  for (const { finding } of hits) {
    const key = `${finding.severity.padEnd(8)}${finding.actual.toLowerCase().replace(/\s+/gu, ' ').slice(0, 60)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  console.log(`\n${id}: ${hits.length} findings; the most frequent:`);
  for (const [key, number] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, 60)) {
    console.log(`${String(number).padStart(6)}  ${key}`);
  }
}

function printHit({ path, finding, sentence, hash }: Hit): void {
  const { line, column } = finding.place;
  console.log(`\n${finding.ruleId} ${hash}  ${path}:${line}:${column}  ${finding.severity}`);
  if (sentence) console.log(`  ${sentence.replace(/\s+/gu, ' ')}`);
  console.log(`  ${finding.message}${finding.fixes[0] ? `  [${finding.fixes[0].kind}]` : ''}`);
}
