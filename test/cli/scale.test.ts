import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { JsonResult } from '../../src/report/json.ts';
import fc from '../property.ts';
import { CLEAN, FLAGGED, folder, klarlint, STRICT } from './klarlint.ts';

const LINES = [
  FLAGGED,
  CLEAN,
  'Detta är en banbrytande möjlighetr!\n',
  '<!-- klarlint-disable-next tone/hype -- namn -->\n\nEn banbrytande idé.\n',
  '# Rubrik\n',
];
const draft = fc.array(fc.constantFrom(...LINES), { maxLength: 4 }).map((lines) => lines.join('\n'));
const drafts = fc.array(draft, { minLength: 1, maxLength: 9 });
const few = { numRuns: 4, seed: 7, endOnFailure: true };

function written(texts: readonly string[]): string {
  const files = texts.map((text, i) => [i % 3 === 0 ? `brev/${i}.md` : `${i}.md`, text]);
  return folder({ 'klarlint.yml': STRICT, ...Object.fromEntries(files) });
}

test('many threads say what one says, in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(drafts, async (texts) => {
      const cwd = written(texts);
      const one = await klarlint(['--format', 'json', '--concurrency', '1', '.'], { cwd });
      const three = await klarlint(['--format', 'json', '--concurrency', '3', '.'], { cwd });
      expect(three).toEqual(one);
    }),
    few,
  );
});

test('what is cached is what is fresh', async () => {
  await fc.assert(
    fc.asyncProperty(drafts, drafts, async (texts, others) => {
      const cwd = written(texts);
      await klarlint(['--cache', '.'], { cwd });
      for (const [i, text] of others.entries()) writeFileSync(join(cwd, `${i + 1}.md`), text);
      const cached = await klarlint(['--format', 'json', '--cache', '.'], { cwd });
      expect(cached).toEqual(await klarlint(['--format', 'json', '.'], { cwd }));
      expect(await klarlint(['--format', 'json', '--cache', '.'], { cwd })).toEqual(cached);
    }),
    few,
  );
});

test('parts that are merged are the whole, in every form', async () => {
  const forms = [
    'json',
    'ndjson',
    'pretty',
    'compact',
    'sarif',
    'gitlab',
    'junit',
    'checkstyle',
    'rdjson',
    'markdown',
    'github',
    'html',
  ];
  await fc.assert(
    fc.asyncProperty(drafts, async (texts) => {
      const cwd = written(texts);
      for (const part of [1, 2, 3])
        await klarlint(['--shard', `${part}/3`, '--output-file', `json=del-${part}.json`, '.'], { cwd });
      for (const form of forms) {
        const whole = await klarlint(['--format', form, '.'], { cwd });
        const merged = await klarlint(['merge', '--format', form, 'del-1.json', 'del-2.json', 'del-3.json'], {
          cwd,
        });
        expect(merged).toEqual(whole);
      }
    }),
    { ...few, numRuns: 2 },
  );
}, 60_000);

test('parts can be written as NDJSON, and what could not be read is still told of', async () => {
  const cwd = folder({ 'a.md': FLAGGED });
  await klarlint(['--output-file', 'ndjson=del.ndjson', 'a.md', 'borta.md'], { cwd });
  const { code, stderr, stdout } = await klarlint(['merge', 'del.ndjson'], { cwd });
  expect(stderr).toBe('borta.md: Filen finns inte.\n');
  expect(stdout).toContain('1:22  varning');
  expect(code).toBe(2);
});

test.each(['borta.json', 'trasig.json', 'annan.json'])('merge refuses %s', async (name) => {
  const cwd = folder({ 'trasig.json': '[{"filePath"', 'annan.json': '[{"filePath":"a","messages":[3]}]' });
  const { code, stderr } = await klarlint(['merge', name], { cwd });
  expect(stderr).toMatch(new RegExp(`^${name}: (?:Rapporten finns inte|Det är ingen rapport)`, 'u'));
  expect(code).toBe(2);
});

async function results(cwd: string, ...args: string[]): Promise<JsonResult[]> {
  const { stdout } = await klarlint(['--format', 'json', '--cache', ...args, '.'], { cwd });
  return JSON.parse(stdout);
}

test('a cache knows a change of configuration, of options and of itself', async () => {
  const cwd = folder({ 'a.md': FLAGGED });
  expect((await results(cwd))[0]!.warningCount).toBe(1);
  writeFileSync(join(cwd, 'klarlint.yml'), STRICT);
  expect((await results(cwd))[0]!.errorCount).toBe(1);
  expect((await results(cwd, '--skip', 'words'))[0]!.errorCount).toBe(0);
  // A cache that is damaged is made anew.
  const [entry] = readdirSync(join(cwd, '.klarlint-cache'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.json'),
  );
  const path = join(cwd, '.klarlint-cache', entry!);
  for (const damaged of ['', '{', 'null', '{"key":3}']) {
    writeFileSync(path, damaged);
    expect((await results(cwd))[0]!.errorCount).toBe(1);
    expect(JSON.parse(readFileSync(path, 'utf8')).key).toMatch(/^[0-9a-f]{40}$/u);
  }
});

test('a cache that can’t be written does not matter, and a touched file is no changed one', async () => {
  const cwd = folder({ 'a.md': FLAGGED, fil: 'x' });
  expect((await results(cwd, '--cache-location', 'fil/cache'))[0]!.warningCount).toBe(1);
  await results(cwd);
  utimesSync(join(cwd, 'a.md'), 1, 1);
  expect((await results(cwd))[0]!.warningCount).toBe(1);
});

test('two runs share a cache', async () => {
  const texts = Array.from({ length: 30 }, (_, i) => `${FLAGGED}\nBrev ${i}.\n`);
  const cwd = written(texts);
  const runs = await Promise.all([results(cwd), results(cwd), results(cwd)]);
  for (const run of runs) expect(run).toEqual(runs[0]);
  expect(await results(cwd)).toEqual(runs[0]);
});

test.each([
  ['--concurrency', 'många', '”--concurrency” ska vara auto eller ett heltal från 1 till 64, inte ”många”.'],
  ['--shard', '3/2', '”--shard” skrivs del/delar, till exempel 1/4, inte ”3/2”.'],
])('%s %s', async (flag, value, says) => {
  const { code, stderr } = await klarlint([flag, value, '.'], { cwd: folder({ 'a.md': CLEAN }) });
  expect(stderr).toBe(`${says}\n`);
  expect(code).toBe(2);
});

test('configuration that is wrong is told of once, however many threads meet it', async () => {
  const cwd = folder({ 'klarlint.yml': 'rulez: {}\n' });
  mkdirSync(join(cwd, 'brev'));
  for (let i = 0; i < 6; i++) writeFileSync(join(cwd, `brev/${i}.md`), CLEAN);
  const { code, stderr } = await klarlint(['--concurrency', '3', 'brev'], { cwd });
  expect(stderr.match(/rulez/gu)).toHaveLength(2);
  expect(code).toBe(2);
});
