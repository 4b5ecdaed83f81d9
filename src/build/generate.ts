import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRules } from './rule-folders.ts';
import { ruleIndex } from './rule-index.ts';
import { ruleTable } from './rule-table.ts';

/**
 * The one generator: makes what the folders of `rules/` imply, so that no list is kept by hand. With `--check` it also
 * fails when a generated file that is committed is not what it would write.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

try {
  const rules = readRules(root);
  write('src/generated/rules.ts', ruleIndex(root, rules));
  write('RULES.md', ruleTable(rules));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function write(path: string, content: string): void {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === content) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
