import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { CLEAN, COMMAND, FLAGGED, folder, klarlint, run } from './klarlint.ts';

const FIXED = FLAGGED.replace('i syfte att', 'för att');

test('killed in the middle of --fix, each file is the old or the new', async () => {
  const files = Array.from({ length: 150 }, (_, i): [string, string] => [`${i}.md`, FLAGGED.repeat(20)]);
  const cwd = folder(Object.fromEntries(files));
  const child = spawn(process.execPath, [COMMAND, '--fix', '.'], { cwd, stdio: 'ignore' });
  const gone = new Promise((resolve) => child.on('close', resolve));
  const mended = (): number =>
    files.filter(([name]) => readFileSync(join(cwd, name), 'utf8') === FIXED.repeat(20)).length;
  while (mended() < 3 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGKILL');
  await gone;
  const done = mended();
  expect(done).toBeGreaterThanOrEqual(3);
  expect(done).toBeLessThan(files.length);
  for (const [name, text] of files)
    expect([text, FIXED.repeat(20)]).toContain(readFileSync(join(cwd, name), 'utf8'));
  const { stdout } = await klarlint(['--fix', '--format', 'json', '.'], { cwd });
  expect(JSON.parse(stdout)).toHaveLength(files.length);
  expect(mended()).toBe(files.length);
});

/** A folder on a disk of its own that holds so little; where that can't be had, one where no file may be larger. */
function smallDisk(): { cwd: string; under: string[] } {
  const cwd = join(folder({}), 'disk');
  mkdirSync(cwd);
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'klarlint', cwd]);
  if (status !== 0) return { cwd, under: ['prlimit', '--fsize=40000', '--'] };
  onTestFinished(() => void spawnSync('umount', [cwd]));
  return { cwd, under: [] };
}

test('a full disk leaves the file as it was, and says so', async () => {
  const { cwd, under } = smallDisk();
  const text = FLAGGED.repeat(900);
  writeFileSync(join(cwd, 'a.md'), text);
  const { code, stderr } = await run(
    [...under, process.execPath, COMMAND, '--fix', '--only', 'words', 'a.md'],
    { cwd },
  );
  expect(stderr).toMatch(/^a\.md: (?:Disken är full\.|Det gick inte att skriva) .*Filen är orörd\.\n/u);
  expect(code).toBe(2);
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(text);
  expect(readdirSync(cwd)).toEqual(['a.md']);
});

test('a report that does not fit on the disk is told of', async () => {
  const cwd = folder({ 'a.md': FLAGGED });
  const { code, stderr } = await klarlint(['--output-file', 'json=/dev/full', 'a.md'], { cwd });
  expect(stderr).toBe('/dev/full: Disken är full. Frigör utrymme och kör om.\n');
  expect(code).toBe(2);
});

test('a file that vanishes on the way is passed over, and the others are linted', async () => {
  const files = Array.from({ length: 60 }, (_, i): [string, string] => [`${i}.md`, CLEAN.repeat(300)]);
  const cwd = folder({ ...Object.fromEntries(files), 'z.md': FLAGGED });
  const outcome = klarlint(['--format', 'compact', '.'], { cwd });
  await new Promise((resolve) => setTimeout(resolve, 350));
  rmSync(join(cwd, '9.md'));
  const { code, stdout, stderr } = await outcome;
  expect(stdout).toContain('z.md:1:22');
  expect(['', '9.md: hoppades över. Filen finns inte.\n']).toContain(stderr);
  expect(code).toBe(0);
});

test('10 000 findings in one file are all told of', async () => {
  const cwd = folder({ 'a.md': `${FLAGGED.repeat(10)}\n`.repeat(1000) });
  const { stdout } = await klarlint(['--format', 'compact', '--only', 'words/complex-preposition', 'a.md'], {
    cwd,
  });
  expect(stdout.split('\n')).toHaveLength(10_001);
  const pretty = await klarlint(['--only', 'words/complex-preposition', 'a.md'], { cwd });
  expect(pretty.stdout).toContain('10 000'.replace(' ', '\u00a0'));
  expect(pretty.stdout.length).toBeLessThan(5000);
}, 60_000);

test.each(['pretty', 'json', 'sarif', 'compact'])(
  'standard output that is closed early is no error: %s',
  async (form) => {
    const cwd = folder({ 'a.md': FLAGGED.repeat(4000) });
    const command = `"${process.execPath}" "${COMMAND}" --only words --format ${form} a.md | head -c 20; echo " $\{PIPESTATUS[0]}"`;
    const { stdout, stderr } = await run(['bash', '-c', command], { cwd });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/ [01]\n$/u);
  },
);
