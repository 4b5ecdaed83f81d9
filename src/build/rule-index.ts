import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { PROFILES, type RuleFolder } from './rule-folders.ts';

/** The source of `src/generated/rules.ts`: every rule with its data, and every profile, in order of name. */
export function ruleIndex(root: string, rules: readonly RuleFolder[]): string {
  const code = rules.filter((rule) => !rule.file);
  const imports = code.map((rule) => `import * as ${name(rule.id)} from '../../rules/${rule.id}/rule.ts';`);
  const entries = rules.map(({ id, file, lists }) => {
    const rule = file ? `ruleOfKind(${literal(id)}, JSON.parse(${json(file)}))` : name(id);
    const data = [...lists].map(
      ([path, text]) => `${literal(path.replace(/\.\w+$/u, ''))}: ${list(path, text)}`,
    );
    return `  { id: ${literal(id)}, rule: ${rule}, data: () => ({ ${data.join(', ')} }) },`;
  });
  const folder = join(root, 'rules', PROFILES);
  const profiles = readdirSync(folder)
    .filter((path) => path.endsWith('.yml'))
    .sort()
    .map(
      (path) =>
        `  ${literal(basename(path, '.yml'))}: () => JSON.parse(${json(parse(readFileSync(join(folder, path), 'utf8')))}),`,
    );
  return `${[
    '// Made by src/build/generate.ts out of rules/. Not for editing, not committed.',
    "import { ruleOfKind } from '../kinds/index.ts';",
    "import { rows } from '../kinds/rows.ts';",
    "import type { CodeRule, RuleData } from '../rule.ts';",
    ...imports,
    '',
    '/** A rule and the word lists beside it, which are read when they are asked for. */',
    'export interface RuleEntry {',
    '  readonly id: string;',
    '  readonly rule: CodeRule;',
    '  readonly data: () => RuleData;',
    '}',
    '',
    'export const entries: readonly RuleEntry[] = [',
    ...entries,
    '];',
    '',
    '/** The profiles that are shipped, as their files say. */',
    'export const profiles: Readonly<Record<string, () => Record<string, unknown>>> = {',
    ...profiles,
    '};',
  ].join('\n')}\n`;
}

function list(path: string, text: string): string {
  return path.endsWith('.tsv') ? `rows(${literal(text)})` : `JSON.parse(${json(parse(text))})`;
}

function name(id: string): string {
  return id.replaceAll(/[/-]/gu, '_');
}

function json(value: unknown): string {
  return literal(JSON.stringify(value));
}

function literal(text: string): string {
  return JSON.stringify(text);
}
