import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCore } from '../../src/cli/core.ts';
import { settingsOf } from '../../src/config/profile.ts';
import { Linter } from '../../src/lint.ts';
import type { Finding } from '../../src/rule.ts';
import { readPlain } from '../../src/source/plain.ts';

/** One sentence of DaLAJ, with one error of a learner's or none. */
interface Line {
  readonly sentence: string;
  readonly label: 'correct' | 'incorrect';
  readonly meta: {
    readonly error_span?: { readonly start: number; readonly stop: number };
    /** O spelling, L words, M forms, S order and missing words, P marks; several with commas. */
    readonly error_label?: string;
  };
}

/**
 * Prints how many errors of learners are found, by kind, and how often something is said where a corrector has said nothing.
 * A finding counts for an error when the two touch.
 */
export function run(shared: string): void {
  const path = join(shared, 'data/errors/dalaj-ged_dev.jsonl');
  if (!existsSync(path)) {
    console.log('Grammatik: DaLAJ saknas, mätningen hoppas över.');
    return;
  }
  const linter = new Linter({ ...settingsOf('klarsprak'), core: readCore() });
  const findings = (sentence: string): Finding[] =>
    linter
      .lint(readPlain(sentence))
      .findings.filter(({ ruleId }) => /^(?:grammar|spelling|typo)\//u.test(ruleId));
  const kinds = new Map<string, { found: number; all: number }>();
  const clean = new Set<string>();
  const rules = new Map<string, { hit: number; near: number; clean: number }>();
  const count = (id: string, what: 'hit' | 'near' | 'clean'): void => {
    const counts = rules.get(id) ?? { hit: 0, near: 0, clean: 0 };
    counts[what]++;
    rules.set(id, counts);
  };
  let flagged = 0;
  for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
    const { sentence, label, meta } = JSON.parse(line) as Line;
    const span = meta.error_span;
    if (label === 'correct' || !span) {
      if (clean.has(sentence)) continue;
      clean.add(sentence);
      const grammar = findings(sentence).filter(({ ruleId }) => ruleId.startsWith('grammar/'));
      if (grammar.length > 0) flagged++;
      for (const { ruleId } of grammar) count(ruleId, 'clean');
      continue;
    }
    const all = findings(sentence);
    const hits = all.filter(({ start, end }) => start <= span.stop && end >= span.start);
    for (const finding of all)
      if (finding.ruleId.startsWith('grammar/'))
        count(finding.ruleId, hits.includes(finding) ? 'hit' : 'near');
    const kind = kinds.get(meta.error_label!) ?? { found: 0, all: 0 };
    kind.all++;
    if (hits.length > 0) kind.found++;
    kinds.set(meta.error_label!, kind);
  }
  console.log('DaLAJ dev: fel som hittas av reglerna för stavning, grammatik och typografi');
  for (const [kind, { found, all }] of kinds)
    if (all >= 100) console.log(`  ${kind}   ${found} av ${all} (${((100 * found) / all).toFixed(1)} %)`);
  console.log(
    `Rätta meningar med en anmärkning på grammatiken: ${flagged} av ${clean.size} (${((100 * flagged) / clean.size).toFixed(2)} %)`,
  );
  console.log('\nregel                              på felet   bredvid   i rätt mening');
  for (const [id, { hit, near, clean: inClean }] of [...rules].sort())
    console.log(
      `${id.padEnd(34)} ${String(hit).padStart(8)} ${String(near).padStart(9)} ${String(inClean).padStart(15)}`,
    );
}
