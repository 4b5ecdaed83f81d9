import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readRules } from '../src/build/rule-folders.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Ground floor first. A file imports only from its own floor and those below it. */
const FLOORS = [
  'src/nearest.ts',
  'src/recent.ts',
  'src/lexicon/',
  'src/source/',
  'src/parse/',
  'src/analyse/',
  'src/rule.ts',
  'src/kinds/',
  'rules/',
  'src/generated/',
  'src/fingerprint.ts',
  'src/suppress.ts',
  'src/lint.ts',
  'src/fix.ts',
  'src/gate.ts',
  'src/config/',
  'src/report/',
  'src/api.ts',
  'src/cli/',
  'src/lsp/',
  'src/worker.ts',
  'src/index.ts',
  'src/bin/',
];
/** From here on a file may use Node. */
const DRIVERS = FLOORS.indexOf('src/cli/');

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const files = [...walk('src'), ...walk('rules')].filter(
  (path) => path.endsWith('.ts') && !path.startsWith('src/build/'),
);
const imports = files.flatMap(importsOf);

test('every file stands on a floor', () => {
  expect(files.filter((path) => floorOf(path) < 0)).toEqual([]);
});

test('imports go down the floors', () => {
  const upwards = imports.filter(
    ({ from, to }) => to.startsWith('.') && floorOf(resolve(from, to)) > floorOf(from),
  );
  expect(upwards.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

test('no circle runs inside a floor', () => {
  const edges = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) {
    if (to.startsWith('.') && !typeOnly) edges.set(from, [...(edges.get(from) ?? []), resolve(from, to)]);
  }
  expect(circle(edges)).toEqual([]);
});

test('a rule imports of ours only src/rule.ts', () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      from.startsWith('rules/') &&
      to.startsWith('.') &&
      resolve(from, to) !== 'src/rule.ts' &&
      !sameFolder(from, to),
  );
  expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

test('nothing below the drivers uses Node', () => {
  const below = files.filter((path) => floorOf(path) < DRIVERS || path === 'src/index.ts');
  const used = below.filter((path) => /from 'node:|\bprocess\.|\bBuffer\b|\brequire\(/u.test(code(path)));
  expect(used).toEqual([]);
});

test('there is no drawer', () => {
  const drawers = [...walk('src'), ...walk('rules'), ...walk('test')].filter((path) =>
    /(?:^|\/)(?:utils?|helpers?|misc)(?:\/|\.)/u.test(path),
  );
  expect(drawers).toEqual([]);
});

test('a profile has a page for people', () => {
  const profiles = readdirSync(join(root, 'rules/profiles'));
  const without = profiles.filter(
    (name) => name.endsWith('.yml') && !profiles.includes(name.replace('.yml', '.md')),
  );
  expect(without).toEqual([]);
});

describe('an error of the generator names the cure', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'klarlint-house-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const lay = (id: string, content: Record<string, string>): void => {
    mkdirSync(join(folder, 'rules', id), { recursive: true });
    for (const [name, text] of Object.entries(content)) writeFileSync(join(folder, 'rules', id, name), text);
  };

  test('no README', () => {
    lay('x/y', { 'rule.ts': '' });
    expect(() => readRules(folder)).toThrow('rules/x/y: README.md is missing. Write one');
  });

  test('both a data rule and a code rule', () => {
    lay('x/y', { 'README.md': '# Y\n', 'rule.ts': '', 'rule.yml': '' });
    expect(() => readRules(folder)).toThrow('rules/x/y: write either rule.yml or rule.ts');
  });

  test('a name that is not in kebab-case', () => {
    lay('x/minRegel', { 'README.md': '# Y\n', 'rule.ts': '' });
    expect(() => readRules(folder)).toThrow('Rename it');
  });

  test('a data rule without its source', () => {
    lay('x/y', { 'README.md': '# Y\n', 'rule.yml': 'kind: phrases\ntitle: Y\nseverity: info\n' });
    expect(() => readRules(folder)).toThrow('rules/x/y: rule.yml has no "source". Add it.');
  });
});

function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

function floorOf(path: string): number {
  return FLOORS.findIndex((floor) => path === floor || (floor.endsWith('/') && path.startsWith(floor)));
}

function importsOf(from: string): Import[] {
  const statement = /^(?:import|export)\s+(type\s)?[^;]*?from '([^']+)'|\bimport\('([^']+)'\)/gmu;
  return [...code(from).matchAll(statement)].map(([, type, to, lazy]) => ({
    from,
    to: to ?? lazy!,
    typeOnly: type !== undefined,
  }));
}

function code(path: string): string {
  return readFileSync(join(root, path), 'utf8').replace(/\/\*[\s\S]*?\*\//gu, '');
}

function resolve(from: string, to: string): string {
  return normalize(join(dirname(from), to));
}

function sameFolder(from: string, to: string): boolean {
  return dirname(resolve(from, to)) === dirname(from);
}

/** The files of a circle, or nothing. */
function circle(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    path.push(file);
    for (const next of edges.get(file) ?? []) {
      const found = visit(next);
      if (found.length > 0) return found;
    }
    path.pop();
    done.add(file);
    return [];
  };
  for (const file of edges.keys()) {
    const found = visit(file);
    if (found.length > 0) return found;
  }
  return [];
}
