import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CLEAN, FLAGGED, folder, klarlint } from './klarlint.ts';

const MENDED = 'Vi träffas på fredag för att planera hösten.\n';

test('--fix mends what is safe, says so, and a second time changes nothing', async () => {
  const cwd = folder({ 'a.md': FLAGGED, 'b.md': CLEAN });
  const first = await klarlint(['--fix', '.'], { cwd });
  expect(first).toMatchObject({ code: 0, stderr: '1 rättelse gjord i 1 fil.\n' });
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(MENDED);
  const { mtimeMs } = statSync(join(cwd, 'a.md'));
  const second = await klarlint(['--fix', '.'], { cwd });
  expect(second.stderr).toBe('');
  expect(statSync(join(cwd, 'a.md')).mtimeMs).toBe(mtimeMs);
});

test('what is suggested is mended only with --fix-unsafe', async () => {
  const suggested = 'Vi har fått svar avseende hösten.\n';
  const cwd = folder({ 'a.md': suggested });
  await klarlint(['--fix', 'a.md'], { cwd });
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(suggested);
  await klarlint(['--fix-unsafe', 'a.md'], { cwd });
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe('Vi har fått svar om hösten.\n');
});

test('a comment keeps its text as it is', async () => {
  const text = `<!-- klarlint-disable-next -- ordagrant -->\n${FLAGGED}`;
  const cwd = folder({ 'a.md': text });
  await klarlint(['--fix', 'a.md'], { cwd });
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(text);
});

test('--fix-dry-run shows a diff and writes nothing', async () => {
  const cwd = folder({ 'a.md': FLAGGED });
  const { code, stdout, stderr } = await klarlint(['--fix-dry-run', 'a.md'], { cwd });
  expect(stdout).toBe(`--- a.md\tnu\n+++ a.md\trättad\n@@ -1,1 +1,1 @@\n-${FLAGGED}+${MENDED}`);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '1 rättelse kan göras i 1 fil. Inget är skrivet.\n' });
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(FLAGGED);
});

test('from standard input the mended text goes to standard output, the report to standard error', async () => {
  const input = `${FLAGGED}\nVi väntade i flera månader på beslutet avseende hösten.\n`;
  const { code, stdout, stderr } = await klarlint(['--fix', '-'], { cwd: folder({}), input });
  expect(code).toBe(0);
  expect(stdout).toBe(input.replace('i syfte att', 'för att'));
  expect(stderr).toContain('words/complex-preposition');
});

test('encoding, byte order mark, line ends, a missing last line end, mode and links are kept', async () => {
  const text = 'Vi träffas på fredag\r\ni syfte att planera – hösten.';
  const mended = text.replace('i syfte att', 'för att');
  const latin1 = (s: string): Buffer => Buffer.from(s.replace('–', '\u0096'), 'latin1');
  const cwd = folder({
    'utf8.md': `\ufeff${text}`,
    'utf16.md': Buffer.from(`\ufeff${text}`, 'utf16le'),
    'windows.md': latin1(text),
  });
  chmodSync(join(cwd, 'utf8.md'), 0o640);
  symlinkSync('windows.md', join(cwd, 'link.md'));
  const { code } = await klarlint(['--fix', 'utf8.md', 'utf16.md', 'link.md'], { cwd });
  expect(code).toBe(0);
  expect(readFileSync(join(cwd, 'utf8.md'), 'utf8')).toBe(`\ufeff${mended}`);
  expect(statSync(join(cwd, 'utf8.md')).mode & 0o777).toBe(0o640);
  expect(readFileSync(join(cwd, 'utf16.md'))).toEqual(Buffer.from(`\ufeff${mended}`, 'utf16le'));
  expect(readFileSync(join(cwd, 'windows.md'))).toEqual(latin1(mended));
  expect(lstatSync(join(cwd, 'link.md')).isSymbolicLink()).toBe(true);
});
