import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { expand } from '../kinds/expand.ts';
import { rows } from '../kinds/rows.ts';
import { pack } from '../kinds/table.ts';
import { Lexicon } from '../lexicon/lexicon.ts';
import { PROFILES, type RuleFolder } from './rule-folders.ts';

/** The source of `src/generated/rules.ts`: every rule with its data, and every profile, in order of name. */
export function ruleIndex(root: string, rules: readonly RuleFolder[]): string {
  const lexicon = readLexicon(root);
  const code = rules.filter((rule) => !rule.file);
  const imports = code.map((rule) => `import * as ${name(rule.id)} from '../../rules/${rule.id}/rule.ts';`);
  const entries = rules.map(({ id, file, lists }) => {
    const rule = file ? `ruleOfKind(${literal(id)}, JSON.parse(${json(file)}))` : name(id);
    const data = [...lists].map(([path, text]) => {
      const value = file?.kind === 'phrases' ? table(id, path, text, lexicon) : list(path, text);
      return `${literal(path.replace(/\.\w+$/u, ''))}: ${value}`;
    });
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
    "import { unpack } from '../kinds/table.ts';",
    "import type { RuleEntry } from '../rule.ts';",
    ...imports,
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

function readLexicon(root: string): Lexicon {
  const bytes = (name: string): Uint8Array => readFileSync(join(root, 'dictionaries', name, `${name}.bin`));
  return new Lexicon({ words: bytes('ordlista-sv'), core: bytes('grundord-sv') });
}

/** A word list of phrases, checked, with the forms of its lemmas written out: no run has to do it. */
function table(id: string, path: string, text: string, lexicon: Lexicon): string {
  try {
    return `unpack(${literal(pack(rows(text).map((row) => expand(row, lexicon))))})`;
  } catch (error) {
    throw new Error(`rules/${id}/${path}: ${error instanceof Error ? error.message : error}`);
  }
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
