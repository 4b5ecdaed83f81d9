import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FLAGGED, folder, klarlint, STRICT } from './klarlint.ts';

const files = { 'klarlint.yml': STRICT, 'brev/a.md': FLAGGED };

test('several reports come of one run', async () => {
  const cwd = folder(files);
  const names = ['sarif', 'gitlab', 'junit', 'checkstyle', 'rdjson', 'markdown', 'ndjson', 'compact', 'json'];
  const wished = names.flatMap((name) => ['--output-file', `${name}=${name}.out`]);
  const { code, stdout } = await klarlint([...wished, 'brev'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toContain('1:22  fel');
  for (const name of names)
    expect(readFileSync(join(cwd, `${name}.out`), 'utf8')).toContain('words/complex-preposition');
});

test('a line for each finding, for editors and grep', async () => {
  const { stdout } = await klarlint(['--format', 'compact', 'brev'], { cwd: folder(files) });
  expect(stdout).toBe(
    'brev/a.md:1:22: fel: ”i syfte att” är onödigt långt. Skriv ”för att”. [words/complex-preposition]\n',
  );
});

test('GitHub gets annotations, and a summary of the step', async () => {
  const cwd = folder({ ...files, 'sammanfattning.md': 'Före.\n' });
  const env = { GITHUB_STEP_SUMMARY: join(cwd, 'sammanfattning.md') };
  const { stdout } = await klarlint(['--format', 'github', 'brev'], { cwd, env });
  expect(stdout).toMatch(/^::error file=brev\/a\.md,line=1,endLine=1,col=22,endColumn=33,title=/u);
  const summary = readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8');
  expect(summary).toMatch(/^Före\.\n## klarlint\n\n1 fel i 1 fil\.\n/u);
});

test('a summary that can’t be written is told of', async () => {
  const cwd = folder(files);
  const env = { GITHUB_STEP_SUMMARY: join(cwd, 'borta/sammanfattning.md') };
  const { code, stderr } = await klarlint(['--format', 'github', 'brev'], { cwd, env });
  expect(stderr).toContain('Filen eller mappen finns inte längre.');
  expect(code).toBe(2);
});

test('sarif carries the rule’s page and the writer’s reasons', async () => {
  const text = `<!-- klarlint-disable-next words/complex-preposition -- ur avtalet -->\n${FLAGGED}\n${FLAGGED}`;
  const cwd = folder({ 'å b.md': text });
  const { stdout } = await klarlint(['--format', 'sarif', '.'], { cwd });
  const [run] = JSON.parse(stdout).runs;
  expect(run.tool.driver.rules[0].help.markdown).toContain('## Exempel som flaggas');
  expect(run.results[0].suppressions).toBeUndefined();
  expect(run.results[1].suppressions).toEqual([{ kind: 'inSource', justification: 'ur avtalet' }]);
  const { uri } = run.results[0].locations[0].physicalLocation.artifactLocation;
  expect(decodeURIComponent(uri)).toBe('å b.md');
});
