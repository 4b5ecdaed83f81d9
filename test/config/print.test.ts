import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { FLAGGED, folder, klarlint, run } from '../cli/klarlint.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('--print-config tells what holds, and from where', async () => {
  const cwd = folder({
    'klarlint.yml': 'extends: vis-stockholm\nkeywords:\n  - nära vård\nrules:\n  tone/exclamation: off\n',
    'brev/klarlint.yml': `keywords: [samverkan]
overrides:
  - files: '*.md'
    kind: nyhetsbrev
    rules:
      sentence/too-long: { max: 30 }
`,
  });
  const { stdout, code } = await klarlint(['--print-config', 'brev/a.md'], { cwd });
  expect(code).toBe(0);
  const lines = stdout.split('\n').map((line) => line.replace(/ {2,}#/u, ' #'));
  expect(lines[0]).toBe('# Riktlinje: vis-stockholm, sorts text: nyhetsbrev');
  for (const line of [
    '  - nära vård # klarlint.yml:3',
    '  - samverkan # brev/klarlint.yml:1',
    '  tone/exclamation: "off" # klarlint.yml:5',
    '    max: 30 # brev/klarlint.yml:6',
    'kind: nyhetsbrev # brev/klarlint.yml:4',
    '    lix: 45 # vis-stockholm',
  ])
    expect(lines).toContain(line);
  // It is itself a configuration.
  expect(parse(stdout)).toMatchObject({ rules: { 'sentence/too-long': { max: 30 } } });
});

test('init writes a file that holds, and does not write over one', async () => {
  const cwd = folder({ 'a.md': FLAGGED });
  const first = await klarlint(['init', '--profile', 'vis-stockholm', '--kind', 'nyhetsbrev'], { cwd });
  expect(first.stdout).toBe('klarlint.yml är skapad. Granska med: klarlint .\n');
  const { stdout } = await klarlint(['stats', '--format', 'json', 'a.md'], { cwd });
  expect(JSON.parse(stdout)[0]).toMatchObject({ profile: 'vis-stockholm', kind: 'nyhetsbrev' });
  const second = await klarlint(['init'], { cwd });
  expect(second.stderr).toBe('klarlint.yml finns redan. Ändra i den, eller skriv över den med --force.\n');
  expect(second.code).toBe(2);
  expect((await klarlint(['init', '--force'], { cwd })).code).toBe(0);
  const wrong = await klarlint(['init', '--force', '--profile', 'klarspråk'], { cwd });
  expect(wrong.stderr).toBe('Profilen ”klarspråk” finns inte. Menar du ”klarsprak”?\n');
});

test('init asks at a terminal', async () => {
  const cwd = folder({});
  const command = `${process.execPath} ${join(root, 'dist/klarlint.cjs')} init`;
  const { stdout } = await run(['script', '-qec', command, '/dev/null'], { cwd, input: '5\nbeslut\n' });
  expect(stdout).toContain('Vilken riktlinje ska texterna följa?');
  const text = readFileSync(join(cwd, 'klarlint.yml'), 'utf8');
  expect(parse(text)).toEqual({ extends: 'vis-stockholm', kind: 'beslut' });
});

test('the schema takes what klarlint takes, and refuses what it refuses', () => {
  const schema = JSON.parse(readFileSync(join(root, 'dist/klarlint.schema.json'), 'utf8'));
  const valid = new Ajv({ allErrors: true }).compile(schema);
  const profiles = readdirSync(join(root, 'rules/profiles')).filter((name) => name.endsWith('.yml'));
  for (const name of profiles) {
    expect(valid(parse(readFileSync(join(root, 'rules/profiles', name), 'utf8'))), name).toBe(true);
  }
  expect(valid({ rules: { 'sentence/too-long': { max: 30 } }, gate: { lix: 45 } })).toBe(true);
  expect(valid({ overrides: [{ files: 'a.md', profile: 'klarsprak', kind: 'brev' }] })).toBe(true);
  for (const wrong of [{ rulez: {} }, { rules: { 'a/b': 'ja' } }, { gate: { lixx: 3 } }, { overrides: [{}] }])
    expect(valid(wrong), JSON.stringify(wrong)).toBe(false);
});
