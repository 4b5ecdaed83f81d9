import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { RuleFile } from '../kinds/index.ts';

/** A folder of `rules/` as it lies on disk. */
export interface RuleFolder {
  /** `<group>/<rule>`. */
  readonly id: string;
  /** The first heading of the README. */
  readonly title: string;
  readonly readme: string;
  /** The content of `rule.yml`; a code rule has none. */
  readonly file: RuleFile | undefined;
  /** The word lists beside it: file name with ending → content. */
  readonly lists: ReadonlyMap<string, string>;
}

/** A group of `rules/` that holds the guidelines and no rules. */
export const PROFILES = 'profiles';

/** Reads all rule folders in the order of their ids. Throws an `Error` that names the folder and the cure. */
export function readRules(root: string): RuleFolder[] {
  const base = join(root, 'rules');
  return folders(base)
    .filter((group) => group !== PROFILES)
    .flatMap((group) => folders(join(base, group)).map((rule) => readFolder(base, `${group}/${rule}`)));
}

function readFolder(base: string, id: string): RuleFolder {
  const folder = join(base, id);
  const has = (name: string): boolean => existsSync(join(folder, name));
  const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const cure = (problem: string): never => {
    throw new Error(`rules/${id}: ${problem}`);
  };
  if (!/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/u.test(id)) cure('the folder is not named in kebab-case. Rename it.');
  if (!has('README.md'))
    cure('README.md is missing. Write one: a heading, why, and examples in `klarlint` blocks.');
  if (has('rule.yml') === has('rule.ts')) cure('write either rule.yml or rule.ts, and not both.');
  const readme = text('README.md');
  const title =
    /^# (.+)$/mu.exec(readme)?.[1] ?? cure('README.md has no heading. Begin it with "# " and the title.');
  const lists = new Map(
    readdirSync(folder)
      .filter((name) => name !== 'rule.yml' && /\.(?:tsv|yml)$/u.test(name))
      .sort()
      .map((name) => [name, text(name)]),
  );
  const file = has('rule.yml') ? (parse(text('rule.yml')) as RuleFile) : undefined;
  if (file) {
    for (const key of ['kind', 'title', 'severity', 'source', 'message'] as const) {
      if (!file[key]) cure(`rule.yml has no "${key}". Add it.`);
    }
    if (file.title !== title)
      cure(`the title in rule.yml, "${file.title}", is not the README's heading, "${title}".`);
  }
  return { id, title, readme, file, lists };
}

function folders(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
