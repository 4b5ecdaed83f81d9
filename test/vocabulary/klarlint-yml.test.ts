import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, klarlint } from '../cli/klarlint.ts';

const DRAFT = 'Vi byter zorvappen i höst. Då blir zorvapptestet klart, säger zorvisterna.\n';
const UNKNOWN = ['spelling/unknown-word'];

/** What spelling finds in a draft beside these files. */
async function unknown(files: Record<string, string>, draft = DRAFT): Promise<string[]> {
  const cwd = folder({ ...files, 'a/a.md': draft });
  const { stdout, stderr } = await klarlint(['--format', 'json', 'a/a.md'], { cwd });
  expect(stderr).toBe('');
  const messages: { ruleId: string; actual: string }[] = JSON.parse(stdout)[0].messages;
  return messages.filter(({ ruleId }) => UNKNOWN.includes(ruleId)).map(({ actual }) => actual);
}

/** What is said of a vocabulary. */
async function complaint(files: Record<string, string>): Promise<string> {
  const cwd = folder({ ...files, 'a.md': DRAFT });
  const { code, stdout, stderr } = await klarlint(['a.md'], { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  return stderr;
}

test('words of all layers are known, inflected and joined to others', async () => {
  expect(await unknown({})).toEqual(['zorvappen', 'zorvapptestet', 'zorvisterna']);
  expect(
    await unknown({
      'klarlint.yml': 'extends: ./lag/bas.yml\nvocabulary: [zorvapp/app]\n',
      'lag/bas.yml': 'vocabulary: [./ord.txt]\n',
      'lag/ord.txt': '# Våra yrken\r\nzorvist/polis # om dem som zorvar\r\n\r\n',
    }),
  ).toEqual([]);
  expect(
    await unknown({
      'klarlint.yml': 'vocabulary: [zorvapp/app]\n',
      'a/klarlint.yml': 'vocabulary: [zorvisterna]\n',
    }),
  ).toEqual([]);
});

test('a word of the vocabulary is suggested', async () => {
  const cwd = folder({
    'klarlint.yml': 'vocabulary: [zorvapp/app]\n',
    'a.md': 'Vi byter zorvapppen i höst.\n',
  });
  const { stdout } = await klarlint(['a.md'], { cwd });
  expect(stdout).toContain('”zorvapppen” finns inte i ordlistan. Menar du ”zorvappen”?');
});

test('a model that is unknown is shown with place and cure', async () => {
  expect(await complaint({ 'klarlint.yml': 'vocabulary:\n  - Zorvia\n  - e-journal/jurnal\n' })).toBe(
    `klarlint.yml:3:5  Modellordet ”jurnal” finns inte i ordlistan. Menar du ”journal”?
  3 |   - e-journal/jurnal
          ^^^^^^^^^^^^^^^^
`,
  );
  expect(
    await complaint({ 'klarlint.yml': 'vocabulary: [./ord.txt]\n', 'ord.txt': 'zorv\nzork/bilarna\n' }),
  ).toContain('ord.txt:2:1  Modellordet ”bilarna” är ingen grundform. Menar du ”bil”?');
});

const MISTAKES: readonly (readonly [yml: string, says: string])[] = [
  ['vocabulary: zorv', '1:13  ”vocabulary” ska vara en lista. Börja varje rad med ”- ”.'],
  ['vocabulary: [2030]', '1:14  ”vocabulary” ska vara en text. Sätt värdet inom citattecken.'],
  ['vocabulary: [en app]', '1:14  ”en app” är flera ord. Skriv ett på varje rad.'],
  ['vocabulary: ["app/"]', '1:14  ”app/” är inget ord.'],
  ['vocabulary: [a/b/c]', '1:14  ”a/b/c” är inget ord.'],
  ['vocabulary: [/etc/passwd]', '1:14  ”/etc/passwd” är inget ord.'],
  ['vocabulary: [wiki/vecka]', '1:14  ”wiki” kan inte böjas som ”vecka”: de slutar olika.'],
  ['vocabulary: [./saknas.txt]', '1:14  Filen ”./saknas.txt” finns inte. Sökvägen räknas från klarlint.yml.'],
  ['vocabulary: [../../../etc/passwd]', '”../../../etc/passwd” slutar inte på .txt eller .dic.'],
];
for (const [yml, says] of MISTAKES) {
  test(yml, async () => expect(await complaint({ 'klarlint.yml': yml })).toContain(says));
}

test('a Hunspell dictionary is read with its affixes', async () => {
  const files = {
    'klarlint.yml': 'vocabulary: [./zorv.dic]\n',
    'zorv.dic': '2\nzorvapptest/A\nzorvist/A\n',
    'zorv.aff': 'SET UTF-8\nSFX A Y 2\nSFX A 0 et [aos]t\nSFX A 0 erna st\n',
  };
  expect(await unknown(files)).toEqual(['zorvappen']);
  const said = await complaint({ ...files, 'zorv.aff': 'SET UTF-8\nCOMPOUNDRULE 1\nCOMPOUNDRULE A*\n' });
  expect(said).toContain('zorv.aff:2:1  Raden ”COMPOUNDRULE” går inte att använda. Ta bort den.');
});

test('vocabulary add', async () => {
  const cwd = folder({ 'klarlint.yml': '# Vårt\nextends:   klarsprak\n', 'a/a.md': DRAFT });
  const add = (...args: string[]) => klarlint(['vocabulary', 'add', ...args], { cwd: join(cwd, 'a') });
  const file = join(cwd, 'klarlint.yml');
  expect(await add('zorvapp/app', 'Zorvia')).toEqual({
    code: 0,
    stdout: `”zorvapp/app” står nu i ordlistan i ${file}.\n”Zorvia” står nu i ordlistan i ${file}.\n`,
    stderr: '',
  });
  expect((await add('zorvapp')).stdout).toBe(`”zorvapp” finns redan i ${file}.\n`);
  expect(readFileSync(file, 'utf8')).toBe(
    '# Vårt\nextends:   klarsprak\n\nvocabulary:\n  - zorvapp/app\n  - Zorvia\n',
  );
  expect(await add('e-journal/jurnal')).toMatchObject({
    code: 2,
    stderr: 'Modellordet ”jurnal” finns inte i ordlistan. Menar du ”journal”?\n',
  });
  expect(await add()).toMatchObject({ code: 2, stderr: 'Ange ord: klarlint vocabulary add ORD\n' });
  for (const args of [[], ['ad', 'zorv']])
    expect(await klarlint(['vocabulary', ...args], { cwd })).toMatchObject({
      code: 2,
      stderr: 'Skriv så här: klarlint vocabulary add ORD\n',
    });
  const home = folder({});
  const own = await klarlint(['vocabulary', 'add', '--user', 'Zorvia'], {
    cwd,
    env: { XDG_CONFIG_HOME: home },
  });
  expect(own.code).toBe(0);
  expect(readFileSync(join(home, 'klarlint/klarlint.yml'), 'utf8')).toBe('vocabulary:\n  - Zorvia\n');
});
