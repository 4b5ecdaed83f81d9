import { expect, test } from 'vitest';
import { CLEAN, FLAGGED, folder, klarlint, STRICT } from './klarlint.ts';

test('shows a finding with place, severity, message, rule, frame and figures', async () => {
  const cwd = folder({ 'brev.md': `# Hösten\n\n${FLAGGED}` });
  const { code, stdout, stderr } = await klarlint(['brev.md'], { cwd });
  expect(stdout).toBe(`brev.md

  3:22  varning  ”i syfte att” är onödigt långt. Skriv ”för att”.  words/complex-preposition
        Vi träffas på fredag i syfte att planera hösten.
                             ^^^^^^^^^^^  Myndigheternas skrivregler 1.4.7

  1 varning, 1 kan rättas med --fix
  10 ord · 9 ord per mening (mål 15)

`);
  expect(stderr).toBe('');
  expect(code).toBe(0);
});

test('says calmly that a text is clean', async () => {
  const cwd = folder({ 'brev.md': CLEAN });
  const { code, stdout } = await klarlint(['brev.md'], { cwd });
  expect(stdout).toBe('brev.md  inga anmärkningar  7 ord · 7 ord per mening (mål 15)\n');
  expect(code).toBe(0);
});

test('an error gives 1, a warning 0', async () => {
  const cwd = folder({ 'a/brev.md': FLAGGED, 'b/brev.md': FLAGGED, 'b/klarlint.yml': STRICT });
  expect((await klarlint(['a'], { cwd })).code).toBe(0);
  const strict = await klarlint(['b'], { cwd });
  expect(strict.code).toBe(1);
  expect(strict.stdout).toContain('1:22  fel      ”i syfte att”');
  expect(strict.stdout).toContain('1 fel, 1 kan rättas med --fix');
});

test('--max-warnings lets so many pass and no more', async () => {
  const cwd = folder({ 'brev.md': `${FLAGGED}\n${FLAGGED}` });
  expect((await klarlint(['--max-warnings', '2', 'brev.md'], { cwd })).code).toBe(0);
  const { code, stderr } = await klarlint(['--max-warnings=1', 'brev.md'], { cwd });
  expect(code).toBe(1);
  expect(stderr).toBe('2 varningar är fler än de 1 som får finnas (--max-warnings).\n');
});

test('--quiet shows errors alone', async () => {
  const cwd = folder({ 'brev.md': FLAGGED });
  const { stdout } = await klarlint(['--quiet', 'brev.md'], { cwd });
  expect(stdout).toMatch(/^brev\.md {2}inga fel/u);
});

test('reads standard input from a pipe and by the name -', async () => {
  const cwd = folder({});
  for (const args of [[], ['-'], ['lint', '-']]) {
    const { code, stdout } = await klarlint(args, { cwd, input: FLAGGED });
    expect(stdout).toContain('standard in\n\n  1:22  varning');
    expect(code).toBe(0);
  }
});

test('--stdin-filename decides name, format and configuration', async () => {
  const cwd = folder({ 'brev/klarlint.yml': STRICT });
  const { code, stdout } = await klarlint(['--stdin-filename', 'brev/nytt.md'], { cwd, input: FLAGGED });
  expect(stdout).toContain('brev/nytt.md\n');
  expect(code).toBe(1);
  const plain = await klarlint(['--stdin-filename', 'nytt.txt'], { cwd, input: `    ${FLAGGED}` });
  expect(plain.stdout).toContain('1:26  varning');
});

test('finds drafts in folders, in order, without what is not drafts', async () => {
  const cwd = folder({
    'b.txt': CLEAN,
    'a/z.markdown': CLEAN,
    'a/B.MD': CLEAN,
    'a/kod.ts': '',
    'node_modules/x/README.md': FLAGGED,
    'a/dist/x.md': FLAGGED,
    '.git/x.md': FLAGGED,
    'a/.utkast.md': FLAGGED,
  });
  const { code, stdout } = await klarlint(['.'], { cwd });
  expect(stdout.match(/^\S+(?= {2}inga)/gmu)).toEqual(['a/B.MD', 'a/z.markdown', 'b.txt']);
  expect(stdout).toContain('3 filer: inga anmärkningar\n');
  expect(code).toBe(0);
});

test('takes patterns that the shell has left, and each file once', async () => {
  const cwd = folder({
    'brev/a.md': CLEAN,
    'brev/b.md': CLEAN,
    'brev/c.txt': CLEAN,
    'brev/node_modules/d.md': FLAGGED,
  });
  const { stdout } = await klarlint(['**/*.md', 'brev/a.md', './brev'], { cwd });
  expect(stdout.match(/^\S+(?= {2}inga)/gmu)).toEqual(['brev/a.md', 'brev/b.md', 'brev/c.txt']);
});

test('reads a named file of any text type', async () => {
  const cwd = folder({ 'brev.text': FLAGGED, utkast: FLAGGED });
  const { stdout } = await klarlint(['brev.text', 'utkast'], { cwd });
  expect(stdout).toContain('2 filer: 2 varningar, 2 kan rättas med --fix, i 2 filer');
});

test('sums up after five of a rule', async () => {
  const cwd = folder({ 'brev.md': `${FLAGGED}\n`.repeat(8) });
  const { stdout } = await klarlint(['brev.md'], { cwd });
  expect(stdout.match(/”i syfte att”/gu)).toHaveLength(5);
  expect(stdout).toContain('\n\n  … och 3 till av words/complex-preposition (rad 11, 13, 15)\n');
  expect(stdout).toContain('8 varningar, 8 kan rättas med --fix');
});

test('a path that bears the name of a command is written with ./', async () => {
  const cwd = folder({ 'rules/brev.md': CLEAN });
  expect((await klarlint(['./rules'], { cwd })).stdout).toContain('rules/brev.md  inga anmärkningar');
  expect((await klarlint(['lint', 'rules'], { cwd })).stdout).toContain('rules/brev.md  inga anmärkningar');
  expect((await klarlint(['rules'], { cwd })).stdout).toContain('tone/exclamation');
});

test('colours only when asked or shown in a terminal', async () => {
  const cwd = folder({ 'brev.md': FLAGGED });
  const yellow = '\u001b[33mvarning';
  const run = async (args: string[], env?: Record<string, string>) =>
    (await klarlint([...args, 'brev.md'], { cwd, ...(env && { env }) })).stdout.includes(yellow);
  expect(await run([])).toBe(false);
  expect(await run(['--color'])).toBe(true);
  expect(await run([], { FORCE_COLOR: '1' })).toBe(true);
  expect(await run(['--no-color'], { FORCE_COLOR: '1' })).toBe(false);
  expect(await run([], { NO_COLOR: '1' })).toBe(false);
  expect(await run(['--color'], { NO_COLOR: '1' })).toBe(true);
});

test('places are right in CRLF and after a byte order mark', async () => {
  const cwd = folder({
    'brev.md': `\ufeff${FLAGGED}\r\nVi ses i syfte att öva.\r\n`.replace('\n\r', '\r\n\r'),
  });
  const { stdout } = await klarlint(['--format', 'json', 'brev.md'], { cwd });
  const [{ messages }] = JSON.parse(stdout);
  expect(messages.map(({ line, column }: { line: number; column: number }) => [line, column])).toEqual([
    [1, 22],
    [3, 8],
  ]);
});

test('carets stand under the words after tabs, emoji and double-width letters', async () => {
  const cwd = folder({ 'brev.md': 'Hej 👩‍👩‍👧 漢字 å\u030a och\tså i syfte att öva på det här.\n' });
  const { stdout } = await klarlint(['brev.md'], { cwd });
  const [, line, carets] = /^( +Hej .*)\n( +\^+)/mu.exec(stdout)!;
  const before = line!.slice(0, line!.indexOf('i syfte'));
  // Three people in one picture are two columns wide, as is each Chinese letter; a ring above is none.
  const columns = before.replace('👩‍👩‍👧', 'xx').replace('漢字', 'xxxx').replace('\u030a', '').length;
  expect(carets!.indexOf('^')).toBe(columns);
});

test('shows the part of a long line that matters, in a narrow terminal too', async () => {
  const long = `${'Vi vill gärna se er här. '.repeat(20)}${FLAGGED.trim()} ${'Vi vill gärna se er här. '.repeat(20)}\n`;
  const cwd = folder({ 'brev.md': long });
  for (const columns of [40, 60, 80, 120]) {
    const { stdout } = await klarlint(['brev.md'], { cwd, env: { COLUMNS: String(columns) } });
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns);
    const [, line, carets] = /^(.*i syfte att.*…)\n( +\^{11})(?!\^)/mu.exec(stdout)!;
    expect(line!.slice(carets!.indexOf('^'), carets!.length)).toBe('i syfte att');
  }
});

test('what steers a terminal is not let through', async () => {
  const cwd = folder({ 'brev.md': `\u001b[31mHej\u0007 ${FLAGGED}` });
  const { stdout } = await klarlint(['brev.md'], { cwd });
  expect(stdout).not.toMatch(/[\u001b\u0007]/u);
  expect(stdout).toContain('·[31mHej· Vi träffas');
});

test('an output that is closed early is no error', async () => {
  const files = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`${i}.md`, FLAGGED]));
  const cwd = folder(files);
  const { stdout, stderr } = await klarlint([], {
    cwd,
    under: ['sh', '-c', '"$0" "$1" . | head -n 1'],
  });
  expect(stdout).toBe('0.md\n');
  expect(stderr).toBe('');
});
