import { expect, test } from 'vitest';
import { CLEAN, folder, klarlint } from './klarlint.ts';

const SHORT = 'Vi träffas på fredag. ';
/** A long sentence of long words with a passive. */
const LONG =
  'Med anledning av den av regionstyrelsen under hösten beslutade sammanhållna handlingsplanen ' +
  'genomförs verksamhetsuppföljningen av samverkansorganisationen, kvalitetsutvecklingen och ' +
  'kompetensförsörjningen med stöd av förvaltningsövergripande arbetsgrupper, där representanter ' +
  'från samtliga förvaltningar deltar liksom kommunernas biståndshandläggare och ' +
  'fackliga företrädare.\n';
const DRAFT = `---\nklarlint: { kind: nyhetsbrev, profile: vis-stockholm }\n---\n\n# Nytt\n\n${SHORT.repeat(60)}\n\n${LONG}\nSamverkan är viktig.\n`;

test('shows the figures of a text against the targets of its kind', async () => {
  const cwd = folder({ 'brev.md': DRAFT });
  const { code, stdout, stderr } = await klarlint(['stats', 'brev.md'], { cwd, env: { COLUMNS: '80' } });
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^brev\.md\nmål: Vård och omsorg i samverkan, Stockholms län, nyhetsbrev\nläsare: beslutsfattare, /u,
  );
  expect(stdout).toMatch(/^ {2}LIX +\d+ {2}mål 45 /mu);
  expect(stdout).toMatch(/^ {2}Längsta meningen, ord +\d+ {2}mål 25, över$/mu);
  expect(stdout).toMatch(/^ {6}1–5 ord {2}█+ 61$/mu);
  expect(stdout).toMatch(/^ {2}rad 9 {2}\d+ ord, \d+ av dem är långa, .*\n {4}Med anledning av .* …$/mu);
  expect(stdout).toMatch(/^ {2}Nyckelord {2}1 av 8 finns med\n {4}med {7}samverkan\n/mu);
});

test('keeps to 80 columns, and to the terminal when it is narrower', async () => {
  for (const columns of [80, 60, 40]) {
    const cwd = folder({ 'brev.md': DRAFT });
    const { stdout } = await klarlint(['stats', 'brev.md'], { cwd, env: { COLUMNS: String(columns) } });
    const widest = Math.max(
      ...stdout
        .split('\n')
        .slice(2)
        .map((line) => line.length),
    );
    expect(widest).toBeLessThanOrEqual(columns);
  }
});

test('has colour only when it is wanted', async () => {
  const cwd = folder({ 'brev.md': DRAFT });
  expect((await klarlint(['stats', 'brev.md'], { cwd })).stdout).not.toContain('\u001b');
  expect((await klarlint(['stats', '--color', 'brev.md'], { cwd })).stdout).toContain('\u001b');
});

test('gives the same as JSON', async () => {
  const cwd = folder({ 'brev.md': DRAFT, 'kort.txt': CLEAN });
  const { code, stdout } = await klarlint(['stats', '--format', 'json', 'brev.md', 'kort.txt'], { cwd });
  expect(code).toBe(0);
  const [brev, kort] = JSON.parse(stdout);
  expect(brev).toMatchObject({ profile: 'vis-stockholm', kind: 'nyhetsbrev', targets: { lix: 45 } });
  expect(brev.keywords.used).toEqual(['samverkan']);
  expect(brev.passives).toBeGreaterThan(0);
  expect(brev.hardest[0]).toMatchObject({ line: 9, words: brev.longestSentence });
  expect(brev.lengths.reduce((sum: number, { sentences }: { sentences: number }) => sum + sentences, 0)).toBe(
    brev.sentences - 1,
  );
  expect(kort).toMatchObject({ profile: 'klarsprak', kind: null, lix: null, ovix: null, nominalRatio: null });
});

test('reads standard input, folders, and texts with nothing in them', async () => {
  const cwd = folder({ 'a/ett.md': CLEAN, 'a/tom.md': '' });
  const piped = await klarlint(['stats', '-'], { cwd, input: CLEAN });
  expect(piped.stdout).toMatch(/^standard in\n/u);
  const { code, stdout } = await klarlint(['stats', 'a'], { cwd });
  expect(stdout).toContain('a/ett.md\n');
  expect(stdout).toContain('  0 ord i 0 meningar\n');
  expect(code).toBe(0);
});

test('says what it could not read, after the others', async () => {
  const cwd = folder({ 'ett.md': CLEAN, 'bild.md': Buffer.from([0, 1, 2, 0, 255]) });
  const { code, stdout, stderr } = await klarlint(['stats', 'borta.md', 'bild.md', 'ett.md'], { cwd });
  expect(stdout).toContain('ett.md\n');
  expect(stderr).toContain('borta.md: ');
  expect(stderr).toContain('bild.md: ');
  expect(code).toBe(2);
});

test('asks for a text', async () => {
  const { code, stderr } = await klarlint(['stats'], { cwd: folder({}) });
  expect(stderr).toContain('klarlint stats');
  expect(code).toBe(2);
});
