import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readRules } from '../../src/build/rule-folders.ts';
import { expand } from '../../src/kinds/expand.ts';
import { rows } from '../../src/kinds/rows.ts';
import type { Row } from '../../src/rule.ts';
import { lintPhrases } from './lint-phrases.ts';
import { readLexicon } from './read-lexicon.ts';

/** Every form of every row, in a sentence that meets the row's conditions, is found and gets its own replacement. */
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const lexicon = readLexicon();

for (const { id, file, lists } of readRules(root)) {
  if (file?.kind !== 'phrases') continue;
  describe(id, () => {
    for (const [name, table] of lists) {
      test(name, () => {
        const list = rows(table).map((row) => expand(row, lexicon));
        const wrong = list.flatMap((row) => formsOf(row).flatMap((form) => problemsOf(row, form)));
        expect(wrong).toEqual([]);
        expect(list.flatMap(unknownKeys)).toEqual([]);
        expect(rows(table).flatMap(lacking)).toEqual([]);
      });
    }
  });
}

interface Form {
  readonly text: string;
  readonly keys: readonly string[];
}

function formsOf(row: Row): Form[] {
  const keys = new Map<string, string[]>();
  for (const part of (row['forms'] || row['phrase']!).split('|')) {
    const at = part.indexOf('=');
    const text = part.slice(at + 1);
    keys.set(text, [...(keys.get(text) ?? []), at < 0 ? '' : part.slice(0, at)]);
  }
  return [...keys].map(([text, list]) => ({ text, keys: list }));
}

function problemsOf(row: Row, form: Form): string[] {
  const written = form.text.replace(' … ', ' alla barns ').replaceAll('*', 'barns');
  const content = carrier(row, written);
  const [problem, ...more] = lintPhrases([row], content);
  if (!problem) return [`not found: ${content}`];
  if (more.length > 0 && !written.includes(' ')) return [`found twice: ${content}`];
  if (/\{|undefined|””/u.test(problem.message)) return [`${row['phrase']}: ${problem.message}`];
  if (!row['expected_forms'] || row['fix'] === 'no') return [];
  const wanted = form.keys
    .map((key) => formOf(row['expected_forms']!, key))
    .filter((one) => one !== undefined);
  const offered = [problem.expected ?? []].flat().map((text) => text.toLowerCase().replace(' … ', ' '));
  return wanted.length === 0 || wanted.some((one) => offered.includes(one.toLowerCase()))
    ? []
    : [`${content}: ${offered.join(', ')} instead of ${wanted.join(', ')}`];
}

/** What is said of a verb whose chief forms the dictionary lacks, unless its row leaves them out. */
function lacking(row: Row): string[] {
  if (!row['pos']?.startsWith('VB') || row['forms'] || row['phrase']!.split(' ')[0]!.endsWith('s')) return [];
  const { forms } = expand(row, lexicon);
  return ['inf', 'pres', 'past', 'sup']
    .filter((key) => formOf(forms!, key) === undefined)
    .map((key) => `${row['phrase']}: the dictionary has no form for the key "${key}"`);
}

/** The keys for which there is a replacement but no form to look for. */
function unknownKeys(row: Row): string[] {
  if (!row['expected_forms']) return [];
  return row['expected_forms']
    .split('|')
    .map((part) => part.slice(0, part.indexOf('=')))
    .filter((key) => formOf(row['forms'] ?? '', key) === undefined)
    .map((key) => `${row['phrase']}: no form has the key "${key}"`);
}

function formOf(cell: string, key: string): string | undefined {
  return cell
    .split('|')
    .find((part) => part.startsWith(`${key}=`))
    ?.slice(key.length + 1);
}

/** A sentence round the words that meets what the row wants to stand beside them. */
function carrier(row: Row, words: string): string {
  const before = example(row['before']);
  const after = example(row['after']);
  const start = before === '<start>' ? '' : before || 'Eva Ek';
  return `${start} ${words} ${after || 'huset'} redan.`.trim();
}

function example(cell: string | undefined): string {
  const first = (cell ?? '').split('|')[0]!;
  return first === '<number>' ? '3' : first.replaceAll('…', '').replaceAll('*', 'arna').trim();
}
