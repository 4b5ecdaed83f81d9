import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CLEAN, folder, klarlint } from './klarlint.ts';

const WRONG: readonly { args: string[]; says: string }[] = [
  { args: ['--fromat', 'json', 'a.md'], says: 'Valet ”--fromat” finns inte. Menar du ”--format”?' },
  { args: ['-x'], says: 'Valet ”-x” finns inte. ' },
  {
    args: ['--format', 'xml', 'a.md'],
    says: '”--format” kan vara pretty, compact, json, ndjson, sarif, github, gitlab, junit, checkstyle, rdjson, markdown eller html, inte ”xml”.',
  },
  { args: ['--max-warnings', 'många', 'a.md'], says: '”--max-warnings” ska vara ett heltal, inte ”många”.' },
  { args: ['a.md', '--profile'], says: 'Valet ”--profile <namn>” saknar värde.' },
  { args: ['--profile', 'vis-stokholm', 'a.md'], says: 'Profilen ”vis-stokholm” finns inte. ' },
  { args: ['explain'], says: 'Ange regel: klarlint explain REGEL' },
  {
    args: ['explain', 'tone/exclamaton'],
    says: 'Regeln ”tone/exclamaton” finns inte. Menar du ”tone/exclamation”?',
  },
  { args: ['explain', 'exclamaton'], says: 'Regeln ”exclamaton” finns inte. Menar du ”tone/exclamation”?' },
  { args: ['explain', 'a', 'b'], says: 'För många argument: ta bort ”b”.' },
  { args: ['rules', 'alla'], says: 'För många argument: ta bort ”alla”.' },
  { args: ['explan', 'tone/exclamation'], says: 'explan: Filen finns inte. Menar du ”klarlint explain”?' },
  { args: [], says: 'Ange vad som ska granskas. Se klarlint --help.' },
];

for (const { args, says } of WRONG) {
  test(`klarlint ${args.join(' ')}`, async () => {
    const { code, stdout, stderr } = await klarlint(args, { cwd: folder({ 'a.md': CLEAN }) });
    expect(stderr).toContain(says);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
}

test('--help is in Swedish', async () => {
  for (const args of [['--help'], ['-h'], ['help'], ['lint', '--help'], ['explain', '--help']]) {
    const { code, stdout } = await klarlint(args, { cwd: folder({}) });
    expect(stdout).toMatch(/^Användning: klarlint /u);
    expect(stdout).not.toMatch(/\b(?:Usage|Options|Commands|Arguments|display|default)\b/u);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(code).toBe(0);
  }
});

test('--version', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const flag of ['--version', '-V']) {
    expect((await klarlint([flag], { cwd: folder({}) })).stdout).toBe(`${version}\n`);
  }
});

test('explain shows a README with its examples', async () => {
  const { code, stdout } = await klarlint(['explain', 'tone/exclamation'], { cwd: folder({}) });
  expect(stdout).toMatch(/^tone\/exclamation · varning\n\nUtropstecken\n/u);
  expect(stdout).toContain(
    '    Välkommen till höstens kurs!\n                               ^ Utropstecken behövs',
  );
  expect(stdout).not.toContain('```');
  expect(code).toBe(0);
});

test('explain wraps to the terminal', async () => {
  const { stdout } = await klarlint(['explain', 'exclamation'], { cwd: folder({}), env: { COLUMNS: '40' } });
  const prose = stdout.split('\n').filter((line) => !line.startsWith('    '));
  expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(40);
});

test('rules lists all rules as they are set here', async () => {
  const cwd = folder({
    'klarlint.yml': 'rules:\n  tone/exclamation: off\n  words/complex-preposition: error\n',
  });
  const { code, stdout } = await klarlint(['rules'], { cwd });
  expect(stdout).toMatch(/^tone\n(?: .*\n)* {2}tone\/exclamation +av +Utropstecken\n/mu);
  expect(stdout).toMatch(/^ {2}words\/complex-preposition +fel /mu);
  expect(stdout).toContain('med profilen Klarspråk. Läs om en: klarlint explain REGEL');
  expect(code).toBe(0);
});
