import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** What is fetched, and what it takes up when it is unpacked. */
const MOST_PACKED = 5_000_000;
const MOST_UNPACKED = 10_000_000;
let folder: string;
let tarball: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'klarlint-pack-'));
  // What is packed is what has been built: `npm test` has just done that.
  const told = npm(['pack', '--ignore-scripts', '--json', '--pack-destination', folder], root);
  tarball = join(folder, JSON.parse(told)[0].filename);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  npm(['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', tarball], folder);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('weighs less than 5 MB', () => {
  expect(statSync(tarball).size).toBeLessThan(MOST_PACKED);
  const installed = join(folder, 'node_modules/klarlint');
  const files = readdirSync(installed, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const sum = files.reduce((bytes, file) => bytes + statSync(join(file.parentPath, file.name)).size, 0);
  expect(sum).toBeLessThan(MOST_UNPACKED);
});

test('npx klarlint utkast.md runs without a build', () => {
  writeFileSync(join(folder, 'utkast.md'), 'Vi träffas i syfte att planera hösten.\n');
  const stdout = npx(['klarlint', 'utkast.md']);
  expect(stdout).toContain('1:12  varning  ”i syfte att”');
  expect(npx(['klarlint', 'explain', 'tone/exclamation'])).toContain('Utropstecken');
  expect(npx(['klarlint', '--version'])).toBe(
    `${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}\n`,
  );
});

test('the library is there, with types', () => {
  writeFileSync(
    join(folder, 'use.ts'),
    "import klarlint, { lint, type Finding } from 'klarlint';\n" +
      "const findings: readonly Finding[] = lint('Vi träffas i syfte att planera.').findings;\n" +
      'console.log(findings.length, typeof klarlint);\n',
  );
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const flags = ['--ignoreConfig', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', ''];
  run(process.execPath, [tsc, ...flags, 'use.ts'], folder);
  expect(run(process.execPath, ['use.js'], folder)).toBe('1 function\n');
});

test('tells whose work is inside', () => {
  const notices = readFileSync(join(folder, 'node_modules/klarlint/dist/THIRD-PARTY.txt'), 'utf8');
  for (const name of ['remark-parse', 'commander', 'yaml', 'tinyglobby']) {
    expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(\\w+\\)$`, 'mu'));
  }
  expect(notices).not.toContain('undefined');
});

function npm(args: readonly string[], cwd: string): string {
  return run('npm', args, cwd);
}

function npx(args: readonly string[]): string {
  return run('npx', ['--no-install', ...args], folder);
}

function run(program: string, args: readonly string[], cwd: string): string {
  const env = { ...process.env, XDG_CONFIG_HOME: folder };
  return execFileSync(program, args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
