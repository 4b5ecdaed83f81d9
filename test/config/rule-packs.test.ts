import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folder, klarlint } from '../cli/klarlint.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/egna-regler', import.meta.url));

const RULE = `kind: phrases
title: Ord
severity: error
source: Vår guide
message: Skriv ”{expected}”.
`;
const WORDS = 'phrase\tpos\texpected\nbrukare\tNN\tinvånare\n';
const CONFIG = 'root: true\nrulePacks: ./regler\n';

/** A folder with a pack of one rule and a draft that breaks it. */
function pack(files: Record<string, string> = {}): string {
  return folder({
    'klarlint.yml': CONFIG,
    'regler/ord/brukare/rule.yml': RULE,
    'regler/ord/brukare/ord.tsv': WORDS,
    'a.md': 'Brukarna får ett brev.\n',
    ...files,
  });
}

/** The rules that find something in `a.md`. */
async function ruleIds(cwd: string, ...args: string[]): Promise<string[]> {
  const { stdout, stderr } = await klarlint(['--format', 'json', ...args, 'a.md'], { cwd });
  expect(stderr).toBe('');
  return JSON.parse(stdout)[0].messages.map((message: { ruleId: string }) => message.ruleId);
}

test('the example’s rules find what they say', async () => {
  const cwd = folder({});
  cpSync(EXAMPLE, cwd, { recursive: true });
  expect(await klarlint(['test', 'regler'], { cwd })).toEqual({
    code: 0,
    stderr: '',
    stdout: `✓ innehall/diarienummer  3 exempel
✓ ord/brukare  4 exempel
✓ stil/vi-som-organisation  2 exempel

3 regler, 9 exempel: alla stämmer.
`,
  });
  const { stdout, code } = await klarlint(['utkast.md'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toContain('Skriv ”Invånarna” hellre än ”Brukarna”');
});

test('a rule of one’s own can be chosen, explained, turned off and let be like any other', async () => {
  const cwd = pack();
  expect(await ruleIds(cwd)).toEqual(['ord/brukare']);
  expect(await ruleIds(cwd, '--only', 'ord')).toEqual(['ord/brukare']);
  expect(await ruleIds(cwd, '--skip', 'ord/brukare')).toEqual([]);
  expect(await ruleIds(pack({ 'klarlint.yml': `${CONFIG}rules: { ord/brukare: off }\n` }))).toEqual([]);
  expect(await ruleIds(pack({ 'klarlint.yml': `${CONFIG}exempt: { ord/brukare: [brukarna] }\n` }))).toEqual(
    [],
  );
  expect(
    await ruleIds(
      pack({ 'a.md': '<!-- klarlint-disable ord/brukare -- citat -->\n\nBrukarna får ett brev.\n' }),
    ),
  ).toEqual([]);
  expect((await klarlint(['explain', 'ord/brukare'], { cwd })).stdout).toContain('ord/brukare · fel');
  expect((await klarlint(['rules'], { cwd })).stdout).toMatch(/ord\n {2}ord\/brukare +fel +Ord\n/u);
});

test('a pack may be an npm package, and a folder above may name it', async () => {
  const cwd = folder({
    'klarlint.yml': 'root: true\nrulePacks: [våra-regler]\n',
    'node_modules/våra-regler/ord/brukare/rule.yml': RULE,
    'node_modules/våra-regler/ord/brukare/ord.tsv': WORDS,
    'node_modules/våra-regler/package.json': '{}',
    'brev/klarlint.yml': 'rules: { ord/brukare: warning }\n',
    'brev/a.md': 'Brukarna får ett brev.\n',
  });
  const { stdout } = await klarlint(['--format', 'json', 'brev/a.md'], { cwd });
  expect(JSON.parse(stdout)[0]).toMatchObject({ warningCount: 1, errorCount: 0 });
});

test('what is kept is not used when a rule has changed', async () => {
  const cwd = pack();
  expect(await ruleIds(cwd, '--cache')).toEqual(['ord/brukare']);
  const other = folder({});
  cpSync(cwd, other, { recursive: true });
  const changed = pack({ 'regler/ord/brukare/ord.tsv': WORDS.replace('brukare', 'kund') });
  cpSync(`${changed}/regler`, `${other}/regler`, { recursive: true });
  expect(await ruleIds(other, '--cache')).toEqual([]);
});

test.each<{ name: string; files: Record<string, string>; says: string }>([
  {
    name: 'a folder that is not there',
    files: { 'klarlint.yml': 'rulePacks: ./saknas\n' },
    says: 'klarlint.yml:1:12  Mappen ”./saknas” finns inte. Sökvägen räknas från klarlint.yml.',
  },
  {
    name: 'a folder without rules',
    files: { 'klarlint.yml': 'rulePacks: ./regler/ord\n' },
    says: 'Mappen ”./regler/ord” har inga regler. En regel ligger i grupp/regel/rule.yml',
  },
  {
    name: 'a package that is not installed',
    files: { 'klarlint.yml': 'rulePacks: regler\n' },
    says: 'Paketet ”regler” är inte installerat. Är det en mapp? Skriv ./regler.',
  },
  {
    name: 'a kind that does not exist',
    files: { 'regler/ord/brukare/rule.yml': RULE.replace('phrases', 'regex') },
    says: 'rule.yml:1:7  ”kind” kan vara phrases, pattern, limit, require, consistency eller introduce, inte ”regex”.',
  },
  {
    name: 'a key that the kind has not',
    files: { 'regler/ord/brukare/rule.yml': `${RULE}measure: lix\n` },
    says: 'rule.yml:6:1  Nyckeln ”measure” finns inte. Välj bland kind, title, ',
  },
  {
    name: 'a key that is missing',
    files: { 'regler/ord/brukare/rule.yml': RULE.replace(/source.*\n/u, '') },
    says: 'rule.yml:1:1  Här saknas ”source”.',
  },
  {
    name: 'a token that can’t be',
    files: {
      'regler/ord/brukare/rule.yml': `${RULE.replace('phrases', 'pattern')}patterns: [{ tokens: [{ pos: SUBSTANTIV }] }]\n`,
    },
    says: '”pos” kan vara ADJ, ADP, ',
  },
  {
    name: 'a rule that klarlint has',
    files: { 'regler/tone/hype/rule.yml': RULE },
    says: 'Regeln ”tone/hype” finns redan i klarlint. Byt namn på mappen.',
  },
  {
    name: 'a pattern of nothing',
    files: {
      'regler/ord/brukare/rule.yml': `${RULE.replace('phrases', 'pattern')}patterns: [{ tokens: [] }]\n`,
    },
    says: 'rule.yml:6:22  ”tokens” är tom. Skriv minst en rad.',
  },
  {
    name: 'a rule without its word list',
    files: { 'regler/ord/annan/rule.yml': RULE },
    says: 'rule.yml  Regeln har ingen ordlista. Lägg en .tsv-fil bredvid, med ”phrase” på första raden.',
  },
  {
    name: 'a word list of other columns',
    files: {
      'regler/ord/annan/rule.yml': RULE.replace('phrases', 'consistency'),
      'regler/ord/annan/ord.tsv': 'form\tannan\nmejl\tmail\n',
    },
    says: 'ord.tsv  Raden ”mejl …” saknar ”use” och ”others”. Skriv kolumnernas namn på första raden, med tabb mellan.',
  },
  {
    name: 'an empty word list',
    files: { 'regler/ord/brukare/ord.tsv': 'phrase\tpos\texpected\n' },
    says: 'ord.tsv  Listan saknar ”phrase”.',
  },
  {
    name: 'a word list that is wrong',
    files: { 'regler/ord/brukare/ord.tsv': 'phrase\tpos\texpected\nxqzzwk\tNN\tinvånare\n' },
    says: 'ord.tsv  Raden ”xqzzwk”: ordlistan har inga former av ”xqzzwk”. Skriv dem i ”forms” och lämna ”pos” tom.',
  },
])('$name is told of', async ({ files, says }) => {
  const { code, stderr } = await klarlint(['a.md'], { cwd: pack(files) });
  expect(stderr).toContain(says);
  expect(code).toBe(2);
});

test('test shows an example that is wrong, and asks for those that are missing', async () => {
  const readme = '# Ord\n\n```klarlint\nAlla brukare får brev.\n     ^^^^^^^ Skriv ”medborgare”.\n```\n';
  const cwd = pack({ 'regler/ord/brukare/README.md': readme });
  const { code, stdout } = await klarlint(['test', 'regler'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toContain(`✗ ord/brukare  1 exempel

  README.md:3 stämmer inte. Så står det:

    Alla brukare får brev.
         ^^^^^^^ Skriv ”medborgare”.

  Så blir det:

    Alla brukare får brev.
         ^^^^^^^ Skriv ”invånare”.

  Skriv i README.md minst ett exempel som är rätt.

1 regel, 1 exempel: 1 stämmer inte.
`);
  expect((await klarlint(['test', 'saknas'], { cwd })).stderr).toBe('Mappen ”saknas” finns inte.\n');
});

test('sarif tells what an own rule is called and where its page lies', async () => {
  const { stdout } = await klarlint(['--format', 'sarif', 'utkast.md'], { cwd: EXAMPLE });
  const { rules } = JSON.parse(stdout).runs[0].tool.driver;
  expect(rules.find(({ id }: { id: string }) => id === 'ord/brukare')).toMatchObject({
    shortDescription: { text: 'Ord för dem vi är till för' },
    fullDescription: { text: 'Ord för dem vi är till för. Källa: Lillby kommuns skrivguide, avsnitt 2' },
    helpUri: expect.stringMatching(/^file:.*ord\/brukare\/README\.md$/u),
  });
});
