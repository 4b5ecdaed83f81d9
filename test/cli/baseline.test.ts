import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CLEAN, FLAGGED, folder, klarlint, STRICT } from './klarlint.ts';

const files = { 'klarlint.yml': STRICT, 'brev/a.md': `${FLAGGED}\n${FLAGGED}`, 'b.md': FLAGGED };

async function withBaseline(): Promise<string> {
  const cwd = folder(files);
  const { code, stderr } = await klarlint(['--update-baseline', '.'], { cwd });
  expect(stderr).toBe('3 kända anmärkningar står nu i baslinjen.\n');
  expect(code).toBe(0);
  return cwd;
}

async function run(cwd: string, ...args: string[]): Promise<{ code: number | null; found: string[] }> {
  const { code, stdout } = await klarlint(['--format', 'compact', ...args], { cwd });
  const found = stdout.split('\n').flatMap((line) => /^.*?:\d+/u.exec(line)?.[0] ?? []);
  return { code, found };
}

const KNOWN = ['--baseline', 'klarlint-baseline.json'];

test('only what is new fails, also when other text moves or changes', async () => {
  const cwd = await withBaseline();
  expect(await run(cwd, ...KNOWN, '.')).toEqual({ code: 0, found: [] });
  writeFileSync(join(cwd, 'brev/a.md'), `# Nytt\n\n${CLEAN}\n${FLAGGED}\n${CLEAN}\n${FLAGGED}\n${FLAGGED}`);
  expect(await run(cwd, ...KNOWN, '.')).toEqual({ code: 1, found: ['brev/a.md:11'] });
  // Another place to stand in, and only some of the files.
  const { code } = await run(join(cwd, 'brev'), '--baseline', '../klarlint-baseline.json', '../b.md');
  expect(code).toBe(0);
});

test('a sentence that is changed wakes its finding', async () => {
  const cwd = await withBaseline();
  writeFileSync(join(cwd, 'b.md'), FLAGGED.replace('fredag', 'lördag'));
  expect(await run(cwd, ...KNOWN, '.')).toEqual({ code: 1, found: ['b.md:1'] });
});

test('--prune-baseline strikes what is gone, and lets the rest stand', async () => {
  const cwd = await withBaseline();
  writeFileSync(join(cwd, 'brev/a.md'), FLAGGED);
  rmSync(join(cwd, 'b.md'));
  expect((await run(cwd, '--prune-baseline', '.')).code).toBe(0);
  const { files: left } = JSON.parse(readFileSync(join(cwd, 'klarlint-baseline.json'), 'utf8'));
  expect(Object.keys(left)).toEqual(['brev/a.md']);
  expect(Object.values(left['brev/a.md']['words/complex-preposition'])).toEqual([1]);
});

test('a finding on the whole text is known by its kind', async () => {
  const hard = 'Verksamhetsutvecklingen förutsätter kommunikationsstrategiska ställningstaganden. ';
  const cwd = folder({ 'klarlint.yml': 'gate: { lix: 30 }\n', 'a.md': `${hard.repeat(16)}\n` });
  await klarlint(['--update-baseline', 'a.md'], { cwd });
  writeFileSync(join(cwd, 'a.md'), `${'Vi ses i maj. '.repeat(4)}\n\n${hard.repeat(14)}\n`);
  const { stdout } = await klarlint(['--only', 'readability', ...KNOWN, 'a.md'], { cwd });
  expect(stdout).toContain('inga anmärkningar');
});

test.each([
  ['borta.json', undefined, 'borta.json: Filen finns inte. Skapa den med --update-baseline.\n'],
  ['trasig.json', '{', 'trasig.json: Filen är ingen baslinje, eller så är den skadad.'],
  ['annan.json', '{ "version": 1, "files": { "a.md": 3 } }', 'annan.json: Filen är ingen baslinje'],
])('%s', async (name, text, says) => {
  const cwd = folder({ 'a.md': CLEAN, ...(text !== undefined && { [name]: text }) });
  const { code, stderr } = await klarlint(['--baseline', name, 'a.md'], { cwd });
  expect(stderr).toContain(says);
  expect(code).toBe(2);
});
