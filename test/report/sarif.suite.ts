import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { FLAGGED, folder, klarlint } from '../cli/klarlint.ts';
import { docxOf, p } from '../source/docx-file.ts';

/** `.ci/sarif-multitool` puts it there. */
const place =
  process.env['SARIF_MULTITOOL_DIR'] ??
  join(dirname(fileURLToPath(import.meta.url)), '../../node_modules/.cache/sarif-multitool');

/** The rules of SARIF that a file breaks, as Microsoft's own tool says; what is a mere wish for more is left out. */
function broken(cwd: string, file: string): string[] {
  const out = join(cwd, 'validated.sarif');
  const levels = ['--level', 'Error', 'Warning', 'Note'];
  execFileSync(
    join(place, 'package/Sarif.Multitool'),
    ['validate', file, ...levels, '--output', out, '--log', 'ForceOverwrite'],
    // Without the library of languages that .NET asks for.
    { cwd, env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' }, stdio: 'pipe' },
  );
  const results: { level: string; ruleId: string }[] = JSON.parse(readFileSync(out, 'utf8')).runs[0].results;
  // It always wishes for something, unless it could not read the file at all.
  expect(results).not.toEqual([]);
  return results.filter(({ level }) => level === 'error').map(({ ruleId }) => ruleId);
}

test('the report holds what SARIF 2.1.0 says, with fixes, notes, other formats and the writer’s reasons', async () => {
  const cwd = folder({
    'utkast.md': `${FLAGGED}\n<!-- klarlint-disable-next-block words/archaic-word -- citerat -->\nVi erhåller samtliga svar.\n\nDet kostar 10 kr , sa hon.\n`,
    'mål och medel.docx': docxOf(p('Vi träffas i syfte att planera.')),
    'trasig.pdf': '%PDF-1.7\n',
    'klarlint.yml': 'gate:\n  sentenceMean: 2\n',
  });
  const { stdout } = await klarlint(['--format', 'sarif', 'utkast.md', 'mål och medel.docx', 'trasig.pdf'], {
    cwd,
  });
  writeFileSync(join(cwd, 'ut.sarif'), stdout);
  const { results, invocations } = JSON.parse(stdout).runs[0];
  expect(results.length).toBeGreaterThan(5);
  expect(JSON.stringify(invocations)).toContain('trasig.pdf');
  expect(broken(cwd, 'ut.sarif')).toEqual([]);
  // The tool does see what is wrong.
  writeFileSync(join(cwd, 'fel.sarif'), stdout.replace(/"ruleIndex":\d+/u, '"ruleIndex":9999'));
  expect(broken(cwd, 'fel.sarif')).toEqual(['SARIF1009']);
});
