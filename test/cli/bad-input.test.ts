import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CLEAN, FLAGGED, folder, klarlint, type Outcome } from './klarlint.ts';

/** Whatever happens, the others are linted and no trace is shown. */
function expectOthersLinted({ stdout, stderr }: Outcome): void {
  expect(stdout).toContain('”i syfte att”');
  expect(stdout + stderr).not.toMatch(/^\s+at /mu);
}

const UNREADABLE: Readonly<Record<string, { content: string | Buffer; says: string }>> = {
  'en bild': { content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), says: 'Filen är ingen text.' },
  'en pdf': { content: '%PDF-1.7\n', says: 'PDF-filen är skadad eller avbruten.' },
  'en Wordfil': {
    content: Buffer.from('PK\u0003\u0004\u0000\u0000'),
    says: 'Filen är skadad eller avbruten.',
  },
  'data utan nolltecken': {
    content: Buffer.from([1, 2, 3, 0xff, 4, 5, 6, 0xfe]),
    says: 'Filen är ingen text.',
  },
};

for (const [what, { content, says }] of Object.entries(UNREADABLE)) {
  test(`${what}: 2 when it is named, a note when it lies in a folder`, async () => {
    const cwd = folder({ 'a.md': content, 'b.md': FLAGGED });
    const named = await klarlint(['a.md', 'b.md'], { cwd });
    expect(named.stderr).toContain(`a.md: ${says}`);
    expect(named.code).toBe(2);
    expectOthersLinted(named);
    const inFolder = await klarlint(['.'], { cwd });
    expect(inFolder.stderr).toContain(`a.md: hoppades över. ${says}`);
    expect(inFolder.code).toBe(0);
    expectOthersLinted(inFolder);
  });
}

test('a missing file', async () => {
  const cwd = folder({ 'b.md': FLAGGED });
  const outcome = await klarlint(['saknas.md', 'b.md'], { cwd });
  expect(outcome.stderr).toBe('saknas.md: Filen finns inte.\n');
  expect(outcome.code).toBe(2);
  expectOthersLinted(outcome);
});

test('a folder without drafts, and a pattern without files', async () => {
  const cwd = folder({ 'b.md': FLAGGED, 'kod/a.ts': '' });
  const outcome = await klarlint(['kod', '*.mdx', 'b.md'], { cwd });
  expect(outcome.stderr).toBe(
    'kod: Mappen har inga utkast. klarlint läser filer som slutar på .md, .markdown, .txt, .html, .htm, .mdx, .docx, .odt och .eml.\n' +
      '*.mdx: Mönstret passar inte på någon fil.\n',
  );
  expect(outcome.code).toBe(2);
  expectOthersLinted(outcome);
});

test('windows-1252 and UTF-16 are read with a note', async () => {
  const text = 'Vi träffas på ”Kullen” i syfte att planera hösten.\n';
  const windows1252 = Buffer.from(text.replaceAll('”', '\u0094'), 'latin1');
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  const cwd = folder({ 'a.md': windows1252, 'b.md': utf16, 'c.md': Buffer.from(utf16).swap16() });
  const { code, stdout, stderr } = await klarlint(['a.md', 'b.md', 'c.md'], { cwd });
  expect(stderr).toContain('a.md: Filen är inte UTF-8 utan lästes som windows-1252 (Latin-1).');
  expect(stderr).toContain('b.md: Filen är kodad som UTF-16.');
  expect(stdout.match(/Vi träffas på ”Kullen” i syfte/gu)).toHaveLength(3);
  expect(code).toBe(0);
});

test('a file of 50 MB is refused at once', async () => {
  const cwd = folder({ 'a.md': Buffer.alloc(50_000_000, FLAGGED), 'b.md': FLAGGED });
  const outcome = await klarlint(['a.md', 'b.md'], { cwd });
  expect(outcome.stderr).toBe('a.md: Texten är större än 2 MB. Dela den i mindre filer.\n');
  expect(outcome.code).toBe(2);
  expectOthersLinted(outcome);
  const piped = await klarlint(['-'], { cwd, input: Buffer.alloc(50_000_000, FLAGGED) });
  expect(piped.stderr).toContain('standard in: Texten är större än 2 MB.');
  expect(piped.code).toBe(2);
});

test('an empty file is clean', async () => {
  const cwd = folder({ 'a.md': '', 'b.txt': '\n \n', 'c.md': '\ufeff' });
  const { code, stdout, stderr } = await klarlint(['a.md', 'b.txt', 'c.md'], { cwd });
  expect(stdout).toContain('a.md  inga anmärkningar  0 ord\n');
  expect(stderr).toBe('');
  expect(code).toBe(0);
});

/** Root may read everything: the test is run as nobody then. */
const NOBODY =
  process.getuid?.() === 0 ? ['setpriv', '--reuid', '65534', '--regid', '65534', '--clear-groups'] : [];

test('a file and a folder without permission', async () => {
  const cwd = folder({
    'hemlig.md': FLAGGED,
    'hemligt/a.md': FLAGGED,
    'b.md': FLAGGED,
    'klarlint.yml': 'root: true\n',
  });
  for (const [path, mode] of [
    ['', 0o755],
    ['hemlig.md', 0],
    ['hemligt', 0],
  ] as const)
    chmodSync(join(cwd, path), mode);
  const outcome = await klarlint(['hemlig.md', 'hemligt', 'b.md'], { cwd, under: NOBODY });
  expect(outcome.stderr).toContain('hemlig.md: Du får inte läsa filen. Ändra rättigheterna.');
  expect(outcome.stderr).toContain('hemligt: Du får inte läsa mappen. Ändra rättigheterna.');
  expect(outcome.code).toBe(2);
  expectOthersLinted(outcome);
  const inFolder = await klarlint(['.'], { cwd, under: NOBODY });
  expect(inFolder.stderr).toContain('hemlig.md: hoppades över. Du får inte läsa filen.');
  expect(inFolder.stderr).toContain('hemligt: Mappen går inte att läsa och hoppades över.');
  expect(inFolder.code).toBe(0);
});

test('configuration without permission', async () => {
  const cwd = folder({ 'klarlint.yml': 'root: true\n', 'a.md': CLEAN });
  chmodSync(cwd, 0o755);
  chmodSync(join(cwd, 'klarlint.yml'), 0);
  const { code, stderr } = await klarlint(['a.md'], { cwd, under: NOBODY });
  expect(stderr).toBe('klarlint.yml  Du får inte läsa filen. Ändra rättigheterna.\n');
  expect(code).toBe(2);
});

test('a device, a folder that links to itself, a link that leads nowhere', async () => {
  const cwd = folder({ 'a/b.md': FLAGGED });
  symlinkSync('..', join(cwd, 'a/upp'));
  symlinkSync('ingenstans.md', join(cwd, 'a/borta.md'));
  symlinkSync('b.md', join(cwd, 'a/c.md'));
  const outcome = await klarlint(['a'], { cwd });
  expect(outcome.stdout).toContain('2 filer:');
  expect(outcome.code).toBe(0);
  const device = await klarlint(['/dev/zero'], { cwd });
  expect(device.stderr).toBe('/dev/zero: Det är en enhet och ingen fil. Ange en textfil.\n');
  expect(device.code).toBe(2);
});

test('an English text is left alone with a note', async () => {
  const english =
    'The council meets on Friday to plan the autumn. We will send the papers to all members before the meeting.\n'.repeat(
      5,
    );
  const cwd = folder({ 'a.md': english });
  const { code, stdout, stderr } = await klarlint(['a.md'], { cwd });
  expect(stderr).toBe('a.md: Texten är mest på ett annat språk än svenska och har inte granskats.\n');
  expect(stdout).toBe('');
  expect(code).toBe(0);
});

test('names of files that steer a terminal are made harmless', async () => {
  const cwd = folder({});
  mkdirSync(join(cwd, 'tom\u001b[31m'));
  const { stderr } = await klarlint(['tom\u001b[31m'], { cwd });
  expect(stderr).toContain('tom·[31m: Mappen har inga utkast.');
});
