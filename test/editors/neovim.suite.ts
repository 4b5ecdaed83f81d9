import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMAND, FLAGGED, folder, run } from '../cli/klarlint.ts';

/** A real Neovim with the real server. Needs the Debian package neovim. */
test('Neovim shows what is found, mends it and saves', async () => {
  const cwd = folder({ 'brev.md': `Åsa 😀: ${FLAGGED}` });
  const file = join(cwd, 'brev.md');
  const script = join(import.meta.dirname, 'neovim.lua');
  const { stdout, code } = await run(['nvim', '--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-S', script], {
    cwd,
    env: { KL_FILE: file, KL_CMD: `${process.execPath} ${COMMAND} lsp --stdio`, HOME: cwd },
  });
  expect(code).toBe(0);
  const told = (kind: string): unknown[] =>
    stdout
      .split('\n')
      .filter((line) => line.startsWith(`${kind} `))
      .map((line) => JSON.parse(line.slice(kind.length + 1)));
  // Neovim counts columns in bytes.
  const column = Buffer.from('Åsa 😀: Vi träffas på fredag ').length + 1;
  expect(told('DIAGNOSTIC')).toEqual([
    { line: 1, column, message: '”i syfte att” är onödigt långt. Skriv ”för att”.' },
  ]);
  expect(told('ACTION')[0]).toEqual({ title: 'Skriv ”för att”' });
  expect(told('HOVER')).toHaveLength(1);
  expect(readFileSync(file, 'utf8')).toBe(`Åsa 😀: ${FLAGGED.replace('i syfte att', 'för att')}`);
});
