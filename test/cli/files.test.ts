import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CLEAN, FLAGGED, folder, klarlint } from './klarlint.ts';

/** The files that a run has looked at and found something in. */
async function linted(cwd: string, ...args: string[]): Promise<string[]> {
  const { stdout } = await klarlint(['--format', 'compact', ...args], { cwd });
  return [
    ...new Set(
      stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split(':')[0]!),
    ),
  ];
}

test('.gitignore and .klarlintignore hold in their folders, and the nearer decides', async () => {
  const cwd = folder({
    '.gitignore': 'utkast/\n*.txt\n',
    '.klarlintignore': 'brev/gammalt.md\n',
    'a.md': FLAGGED,
    'b.txt': FLAGGED,
    'utkast/c.md': FLAGGED,
    'brev/gammalt.md': FLAGGED,
    'brev/nytt.md': FLAGGED,
    'plan/.gitignore': '!d.txt\n',
    'plan/d.txt': FLAGGED,
  });
  expect(await linted(cwd, '.')).toEqual(['a.md', 'brev/nytt.md', 'plan/d.txt']);
  expect(await linted(cwd, '**/*.md')).toEqual(['a.md', 'brev/nytt.md']);
  // Who names a file wants it, whatever Git thinks of it; .klarlintignore is our own.
  expect(await linted(cwd, 'b.txt')).toEqual(['b.txt']);
  const { stderr, code } = await klarlint(['brev/gammalt.md'], { cwd });
  expect(stderr).toBe('brev/gammalt.md: hoppades över, för .klarlintignore säger det.\n');
  expect(code).toBe(0);
});

test('--ignore-pattern and --ext', async () => {
  const cwd = folder({ 'a.md': FLAGGED, 'b.text': FLAGGED, 'arkiv/c.md': FLAGGED });
  expect(await linted(cwd, '--ignore-pattern', 'arkiv/', '.')).toEqual(['a.md']);
  expect(await linted(cwd, '--ext', '.text,md', '--ignore-pattern', 'arkiv', '.')).toEqual([
    'a.md',
    'b.text',
  ]);
});

test('--file-list names files, also on standard input', async () => {
  const cwd = folder({ 'a.md': FLAGGED, 'b c.md': FLAGGED, 'lista.txt': 'a.md\nb c.md\n' });
  expect(await linted(cwd, '--file-list', 'lista.txt')).toEqual(['a.md', 'b c.md']);
  const { stdout } = await klarlint(['--format', 'compact', '--file-list', '-'], { cwd, input: 'b c.md\n' });
  expect(stdout).toMatch(/^b c\.md:/u);
  expect((await klarlint(['--file-list', 'borta.txt'], { cwd })).stderr).toBe(
    'borta.txt: Filen finns inte.\n',
  );
});

test('a folder that links to itself is walked once', async () => {
  const cwd = folder({ 'a.md': FLAGGED, 'brev/b.md': FLAGGED });
  symlinkSync('..', join(cwd, 'brev/upp'));
  expect(await linted(cwd, '.')).toEqual(['a.md', 'brev/b.md']);
});

function repository(files: Record<string, string>): { cwd: string; git: (...args: string[]) => void } {
  const cwd = folder(files);
  const git = (...args: string[]): void => {
    const who = ['-c', 'user.name=Ek', '-c', 'user.email=ek@example.org', '-c', 'init.defaultBranch=main'];
    execFileSync('git', [...who, ...args], { cwd, stdio: 'ignore' });
  };
  git('init');
  git('add', '.');
  git('commit', '-m', 'Start');
  return { cwd, git };
}

test('--staged reads what is about to be committed', async () => {
  const { cwd, git } = repository({ 'a.md': CLEAN, 'b.md': CLEAN });
  writeFileSync(join(cwd, 'a.md'), FLAGGED);
  writeFileSync(join(cwd, 'c.md'), FLAGGED);
  git('add', 'a.md', 'c.md');
  writeFileSync(join(cwd, 'a.md'), CLEAN);
  writeFileSync(join(cwd, 'b.md'), FLAGGED);
  expect(await linted(cwd, '--staged')).toEqual(['a.md', 'c.md']);
  expect(await linted(cwd, '--staged', 'c.md')).toEqual(['c.md']);
});

test('--since takes what has changed since the branch left, new files among them', async () => {
  const { cwd, git } = repository({ 'gammal.md': FLAGGED, 'brev/a.md': `${FLAGGED}\n${CLEAN}` });
  git('checkout', '-b', 'gren');
  mkdirSync(join(cwd, 'plan'));
  writeFileSync(join(cwd, 'plan/ny.md'), FLAGGED);
  git('mv', 'brev/a.md', 'brev/b.md');
  git('commit', '-am', 'Flytta');
  writeFileSync(
    join(cwd, 'brev/b.md'),
    `${FLAGGED}\n${CLEAN}\nVi ses i maj. Sedan går vi i syfte att äta.\n`,
  );
  expect(await linted(cwd, '--since', 'main')).toEqual(['brev/b.md', 'plan/ny.md']);
  const { stdout } = await klarlint(['--format', 'compact', '--since', 'main', '--only-changed', 'brev'], {
    cwd,
  });
  expect(stdout).toMatch(/^brev\/b\.md:5:28: [^\n]+\n$/u);
});

test('Git that can’t answer is told of', async () => {
  const { cwd } = repository({ 'a.md': CLEAN });
  const since = await klarlint(['--since', 'borta'], { cwd });
  expect(since.stderr).toContain('Git känner inte till ”borta”');
  expect(since.code).toBe(2);
  rmSync(join(cwd, '.git'), { recursive: true });
  const staged = await klarlint(['--staged'], { cwd, env: { GIT_CEILING_DIRECTORIES: join(cwd, '..') } });
  expect(staged.stderr).toBe('Mappen ligger inte i ett Git-förråd. Ange filerna i stället.\n');
  expect((await klarlint(['--only-changed', 'a.md'], { cwd })).stderr).toContain('”--only-changed” behöver');
});
