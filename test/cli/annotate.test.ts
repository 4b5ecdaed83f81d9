import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { docxOf, p } from '../source/docx-file.ts';
import { FLAGGED, folder, klarlint } from './klarlint.ts';

const files = { 'utkast.docx': docxOf(p('Nyheter', 'Rubrik1') + p(FLAGGED.trim())) };

test('--annotate writes a copy with comments, and lets the draft be', async () => {
  const cwd = folder(files);
  const { code, stdout, stderr } = await klarlint(['utkast.docx', '--annotate', 'granskad.docx'], { cwd });
  expect(stdout).toContain('under ”Nyheter”, stycke 1');
  expect(stderr).toBe('granskad.docx är skriven, med 1 kommentar.\n');
  expect(code).toBe(0);
  expect(readFileSync(join(cwd, 'utkast.docx')).equals(files['utkast.docx'])).toBe(true);
  const parts = unzipSync(readFileSync(join(cwd, 'granskad.docx')));
  expect(new TextDecoder().decode(parts['word/comments.xml'])).toContain('Skriv ”för att”.');
});

test('--track-changes writes what is safe as changes', async () => {
  const cwd = folder(files);
  const { stderr } = await klarlint(['utkast.docx', '--annotate', 'b.docx', '--track-changes'], { cwd });
  expect(stderr).toBe('b.docx är skriven, med 1 spårad ändring.\n');
  const { stdout } = await klarlint(['--format', 'compact', 'b.docx'], { cwd });
  expect(stdout).toBe('');
});

test.each([
  [['--annotate', 'b.docx', 'a.md'], '”--annotate” tar en Word-fil (.docx) i taget.'],
  [['--annotate', 'b.docx', 'utkast.docx', 'a.md'], '”--annotate” tar en Word-fil (.docx) i taget.'],
  [['--annotate', 'b.txt', 'utkast.docx'], '”b.txt” slutar inte på .docx.'],
  [['--annotate', './utkast.docx', 'utkast.docx'], '”--annotate” skriver en kopia.'],
  [['--track-changes', 'utkast.docx'], '”--track-changes” behöver ”--annotate FIL”'],
  [['--annotate', 'borta/b.docx', 'utkast.docx'], 'borta/b.docx: Filen eller mappen finns inte längre.'],
])('%s', async (args, says) => {
  const cwd = folder({ ...files, 'a.md': FLAGGED });
  const { code, stderr } = await klarlint(args, { cwd });
  expect(stderr).toContain(says);
  expect(code).toBe(2);
  expect(existsSync(join(cwd, 'b.docx'))).toBe(false);
});
