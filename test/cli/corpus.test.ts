import { expect, test } from 'vitest';
import { folder, klarlint } from './klarlint.ts';

const TEXTS = {
  'klarlint.yml': 'root: true\n',
  'a.md': 'Vi ses idag.\n',
  'b.md': 'Välkommen i dag. Kom i dag.\n',
  'c.md': '<!-- klarlint-disable-file terms/term-consistency -- citat -->\n\nDet är idag.\n',
};

/** What `terms/term-consistency` says of each text. */
async function messages(cwd: string, ...args: string[]): Promise<Record<string, string[]>> {
  const { stdout } = await klarlint(
    ['--only', 'terms/term-consistency', '--report-unused-disables', '--format', 'json', ...args, '.'],
    { cwd },
  );
  const results: { filePath: string; messages: { message: string }[] }[] = JSON.parse(stdout);
  return Object.fromEntries(
    results.map((one) => [one.filePath.split('/').at(-1)!, one.messages.map(({ message }) => message)]),
  );
}

test('--corpus compares the terms of all texts, and heeds comments', async () => {
  const cwd = folder(TEXTS);
  expect(await messages(cwd)).toEqual({
    'a.md': [],
    'b.md': [],
    'c.md': ['Kommentaren tystar ingenting. Ta bort den.'],
  });
  expect(await messages(cwd, '--corpus')).toEqual({
    'a.md': ['En annan text har ”i dag”. Välj en form: ”i dag”.'],
    'b.md': [],
    'c.md': [],
  });
});

test('--corpus tells of files that can’t be read, and mends nothing', async () => {
  const cwd = folder(TEXTS);
  const { code, stderr } = await klarlint(['--corpus', 'a.md', 'saknas.md', 'b.md'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('saknas.md: Filen finns inte.');
  expect(await klarlint(['--corpus', '--fix', '.'], { cwd })).toEqual({
    code: 2,
    stdout: '',
    stderr: '”--corpus” rättar inget. Rätta först med --fix, och kör sedan --corpus.\n',
  });
});

test('--timing shows what each rule took', async () => {
  const { code, stderr } = await klarlint(['--timing', 'a.md'], { cwd: folder(TEXTS) });
  expect(code).toBe(0);
  expect(stderr).toMatch(
    /^Tid för varje regel:\n(?: {2}\S+\/\S+ +\d+ ms +\d+ %\n){15} {2}övriga regler +\d+ ms/u,
  );
  expect(stderr).toMatch(/hela körningen +[\d\s]+ ms +100 %\n$/u);
});
