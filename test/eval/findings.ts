import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCore } from '../../src/cli/core.ts';
import { rows } from '../../src/kinds/rows.ts';
import { Linter, type Settings } from '../../src/lint.ts';
import type { Finding, Text } from '../../src/rule.ts';
import { readMarkdown } from '../../src/source/markdown.ts';
import { readPlain } from '../../src/source/plain.ts';

/** What the rules find in one document of the dev prose. */
export interface Reading {
  readonly path: string;
  readonly org: string;
  readonly kind: string;
  readonly words: number;
  readonly hits: readonly Hit[];
}

export interface Hit {
  readonly path: string;
  readonly finding: Finding;
  /** The sentence it stands in, marked »thus«; nothing for one on the whole document. */
  readonly sentence: string;
  /** Knows the finding again: 12 hexadecimal digits of the rule, the sentence and the words at fault. */
  readonly hash: string;
}

/** Lints the documents of `prose` one by one. The reference book of writing rules is left out: it quotes what is wrong. */
export function* readings(prose: string, settings: Settings): Generator<Reading> {
  const linter = new Linter({ ...settings, core: readCore() });
  for (const { path, org, kind } of rows(readFileSync(join(prose, 'INDEX.tsv'), 'utf8'))) {
    if (!/\.(?:md|txt)$/u.test(path!) || org === 'skrivregler-referens') continue;
    const content = readFileSync(join(prose, path!), 'utf8');
    const source = path!.endsWith('.md') ? readMarkdown(content) : readPlain(content);
    const { findings, measures, failures, text } = linter.lint(source);
    for (const { ruleId, error } of failures) console.error(`${path}: ${ruleId}:`, error);
    const hits = findings.map((finding) => hit(path!, finding, text));
    yield { path: path!, org: org!, kind: kind!, words: measures.words, hits };
  }
}

function hit(path: string, finding: Finding, text: Text): Hit {
  const sentence = sentenceOf(text, finding);
  const known = sentence || `${path} ${finding.actual}`;
  const hash = createHash('sha256')
    .update(`${finding.ruleId}\n${known.replace(/\s+/gu, ' ').trim().toLowerCase()}`)
    .digest('hex')
    .slice(0, 12);
  return { path, finding, sentence, hash };
}

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

/** What a reader has said of a finding. */
export type Verdict = 'right' | 'wrong';

export const JUDGED = new URL('judged.tsv', import.meta.url);

/** The verdicts by hash. */
export function judged(): Map<string, Verdict> {
  return new Map(rows(readFileSync(JUDGED, 'utf8')).map(({ hash, verdict }) => [hash!, verdict as Verdict]));
}

/**
 * The findings of a rule that are to be judged: the 50 with the lowest hashes, which is by chance and the same each time,
 * of those that warn; of a rule that never warns, its infos.
 */
export function sampleOf(hits: readonly Hit[], count = 50): readonly Hit[] {
  const warnings = hits.filter(({ finding }) => finding.severity !== 'info');
  const unique = new Map((warnings.length > 0 ? warnings : hits).map((one) => [one.hash, one]));
  return [...unique.values()].sort((a, b) => (a.hash < b.hash ? -1 : 1)).slice(0, count);
}
