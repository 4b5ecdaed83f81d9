import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** What is fetched, and what it takes up when it is unpacked. */
const MOST_PACKED = 5_000_000;
const MOST_UNPACKED = 13_000_000;
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
  expect(npx(['klarlint', '--version'])).toBe(`${version()}\n`);
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

interface Workflow {
  readonly jobs?: { readonly klarlint: { readonly steps: readonly { readonly run?: string }[] } };
  readonly klarlint?: { readonly script: readonly string[] };
}

/** A folder of newsletters in Git, with a branch that adds one with an error. */
function newsletters(): string {
  const cwd = mkdtempSync(join(folder, 'brev-'));
  const git = (...args: string[]): void => {
    const who = ['-c', 'user.name=Ek', '-c', 'user.email=ek@example.org', '-c', 'init.defaultBranch=main'];
    run('git', [...who, ...args], cwd);
  };
  writeFileSync(join(cwd, 'klarlint.yml'), 'rules:\n  words/complex-preposition: error\n');
  writeFileSync(join(cwd, 'gammalt brev.md'), 'Vi ses i syfte att äta.\n');
  git('init');
  git('add', '.');
  git('commit', '-m', 'Start');
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  writeFileSync(join(cwd, 'nytt.md'), 'Vi träffas i syfte att planera hösten.\n');
  git('add', '.');
  git('commit', '-m', 'Nytt');
  return cwd;
}

/** Runs a script as a service would, with `npx` finding the package that has been installed above. */
function service(
  script: string,
  cwd: string,
  env: Record<string, string> = {},
): { code: number; out: string } {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
    cwd,
    env: { ...process.env, XDG_CONFIG_HOME: folder, ...env },
    encoding: 'utf8',
  });
  return { code: status ?? -1, out: stdout + stderr };
}

test('the action runs as it is, with annotations, a summary, SARIF and the exit code', () => {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
  const [step] = action.runs.steps;
  const cwd = newsletters();
  const wished: Record<string, string> = {
    files: '*.md',
    sarif: 'klarlint.sarif',
    options: '--max-warnings 0',
  };
  const env: Record<string, string> = {
    GITHUB_ACTION_PATH: root,
    GITHUB_OUTPUT: join(cwd, 'utdata'),
    GITHUB_STEP_SUMMARY: join(cwd, 'sammanfattning.md'),
  };
  for (const [name, input] of Object.entries<{ default: unknown }>(action.inputs)) {
    const variable = Object.keys(step.env).find((key) => step.env[key].includes(`inputs.${name} `));
    if (variable) env[variable] = wished[name] ?? String(input.default);
  }
  const { code, out } = service(step.run, cwd, env);
  expect(out).toContain('::error file=gammalt brev.md,line=1');
  expect(out).toContain('::error file=nytt.md,line=1');
  expect(code).toBe(1);
  expect(readFileSync(env['GITHUB_OUTPUT']!, 'utf8')).toBe('exit-code=1\n');
  expect(readFileSync(env['GITHUB_STEP_SUMMARY']!, 'utf8')).toContain('2 fel i 2 filer.');
  expect(JSON.parse(readFileSync(join(cwd, 'klarlint.sarif'), 'utf8')).version).toBe('2.1.0');
  expect(action.inputs.version.default).toBe(version());
});

test('the example workflows find what is new in a branch', () => {
  for (const [name, jobOf] of [
    ['github.yml', (file: Workflow) => file.jobs!.klarlint.steps.find((step) => step.run)!.run!],
    ['gitlab-ci.yml', (file: Workflow) => file.klarlint!.script[0]!],
  ] as const) {
    const script = jobOf(parse(readFileSync(join(root, 'examples/ci', name), 'utf8')));
    const { code, out } = service(script, newsletters());
    expect(out).toContain('nytt.md');
    expect(out).not.toContain('gammalt');
    expect(code).toBe(1);
  }
});

test('the hooks for pre-commit take the names of files', () => {
  const cwd = newsletters();
  const hooks = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'));
  const outcomes = hooks.map(({ entry }: { entry: string }) =>
    service(`npx --no-install ${entry} "gammalt brev.md" nytt.md`, cwd),
  );
  expect(outcomes.map(({ code }: { code: number }) => code)).toEqual([1, 0]);
  expect(readFileSync(join(cwd, 'nytt.md'), 'utf8')).toBe('Vi träffas för att planera hösten.\n');
});

function version(): string {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
}

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
