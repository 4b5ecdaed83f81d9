import { expect, test } from 'vitest';
import { CLEAN, FLAGGED, folder, klarlint, STRICT } from '../cli/klarlint.ts';

/** What is said of a `klarlint.yml` beside a draft. */
async function complaint(yml: string, others: Record<string, string> = {}): Promise<string> {
  const cwd = folder({ 'klarlint.yml': yml, 'a.md': FLAGGED, ...others });
  const { code, stdout, stderr } = await klarlint(['a.md'], { cwd });
  expect(code).toBe(2);
  expect(stdout).toBe('');
  return stderr;
}

test('an unknown rule is shown with place, line and cure', async () => {
  expect(await complaint('root: true\nrules:\n  tone/exclamaton: off\n')).toBe(
    `klarlint.yml:3:3  Regeln ”tone/exclamaton” finns inte. Menar du ”tone/exclamation”?
  3 |   tone/exclamaton: off
        ^^^^^^^^^^^^^^^
`,
  );
});

const MISTAKES: readonly { yml: string; says: string }[] = [
  { yml: 'rulez: {}', says: '1:1  Nyckeln ”rulez” finns inte. Menar du ”rules”?' },
  { yml: 'xyzzy: 1', says: '1:1  Nyckeln ”xyzzy” finns inte. Välj bland root, ' },
  {
    yml: 'rules:\n  vad/som: off',
    says: '2:3  Regeln ”vad/som” finns inte. Kör ”klarlint rules” för att se alla.',
  },
  {
    yml: 'rules:\n  tone/exclamation: sometimes',
    says: '2:21  ”tone/exclamation” kan vara off, info, warning eller error, inte ”sometimes”.',
  },
  { yml: 'rules:\n  tone/exclamation: true', says: '2:21  ”tone/exclamation” kan vara off, ' },
  {
    yml: 'rules:\n  sentence/too-long: { maxx: 3 }',
    says: '2:24  Valet ”maxx” finns inte för sentence/too-long. Menar du ”max”?',
  },
  { yml: 'rules:\n  sentence/too-long: { max: tre }', says: '2:29  ”max” ska vara ett tal.' },
  { yml: 'rules: off', says: '1:8  ”rules” ska ha rader som ”nyckel: värde”.' },
  { yml: 'keywords: samverkan', says: '1:11  ”keywords” ska vara en lista.' },
  { yml: 'keywords: [2030]', says: '1:12  ”keywords” ska vara en text. Sätt värdet inom citattecken.' },
  { yml: 'terms:\n  - use: Region Lillby', says: '2:5  Här saknas ”not”.' },
  {
    yml: 'terms:\n  - { use: Lillby, not: [], formerly: [Stora Lillby], since: 2019 }',
    says: '”since” ska vara en dag, som 2019-11-27, inte ”2019”.',
  },
  { yml: 'sections: { beslut: Bakgrund }', says: '”beslut” ska vara en lista. Börja varje rad med ”- ”.' },
  { yml: 'address: hen', says: '1:10  ”address” kan vara du, ni eller none, inte ”hen”.' },
  { yml: 'targets: { nyhetsbrev: { lix: låg } }', says: '1:31  ”lix” ska vara ett tal.' },
  { yml: 'root: ja', says: '1:7  ”root” ska vara true eller false.' },
  { yml: '- klarsprak', says: '1:1  Filen ska ha rader som ”nyckel: värde”.' },
  { yml: 'extends: klarspråk', says: '1:10  Profilen ”klarspråk” finns inte. Menar du ”klarsprak”?' },
  {
    yml: 'extends: ./saknas.yml',
    says: '1:10  Filen ”./saknas.yml” finns inte. Sökvägen räknas från klarlint.yml.',
  },
  {
    yml: 'extends: ../../../../etc/passwd',
    says: '1:10  ”../../../../etc/passwd” slutar inte på .yml eller .json.',
  },
  { yml: 'extends: klarlint.yml', says: '1:10  Filen utgår från sig själv: klarlint.yml → klarlint.yml.' },
  { yml: 'rules:\n\ttone/exclamation: off', says: 'Raden är indragen med tabb. Använd mellanslag.' },
  { yml: 'title: "Brev', says: 'Här saknas ett tecken' },
  { yml: 'title: a\ntitle: b', says: '2:1  Nyckeln står två gånger. Slå ihop dem.' },
  { yml: 'title: !!js/function "x"', says: 'Taggar (”!”) går inte att använda här. Ta bort taggen.' },
  { yml: 'title: !egen x', says: 'Taggar (”!”) går inte att använda här. Ta bort taggen.' },
  { yml: 'title: *borta', says: 'Hänvisningen (”*”) har inget mål.' },
  { yml: 'keywords: &a [*a]', says: '”*a” hänvisar till sig självt.' },
];

for (const { yml, says } of MISTAKES) {
  test(yml.replaceAll('\n', ' | '), async () => {
    expect(await complaint(yml)).toContain(says);
  });
}

test('references to references are counted', async () => {
  const levels = 'abcdefgh'.split('');
  const bomb = levels.map((name, i) => {
    const items = i === 0 ? '"x", '.repeat(9) : `*${levels[i - 1]}, `.repeat(9);
    return `  - &${name} [${items}]\n`;
  });
  expect(await complaint(`keywords:\n${bomb.join('')}`)).toContain('för många gånger');
});

test('all mistakes of a file are shown', async () => {
  const said = await complaint('rulez: {}\naddress: hen\n');
  expect(said.match(/^klarlint\.yml:\d/gmu)).toHaveLength(2);
});

test('two files that extend each other', async () => {
  const said = await complaint('extends: ./b.yml\n', { 'b.yml': 'extends: ./klarlint.yml\n' });
  expect(said).toContain('b.yml:1:10  Filen utgår från sig själv: klarlint.yml → b.yml → klarlint.yml.');
});

test('a broken file is told of once, and drafts elsewhere are linted', async () => {
  const cwd = folder({
    'a/klarlint.yml': 'rulez: {}\n',
    'a/1.md': FLAGGED,
    'a/2.md': FLAGGED,
    'b/3.md': FLAGGED,
  });
  const { code, stdout, stderr } = await klarlint(['.'], { cwd });
  expect(stderr.match(/rulez/gu)).toHaveLength(2);
  expect(stderr).toContain('a/klarlint.yml:1:1');
  expect(stdout).toContain('b/3.md\n');
  expect(stdout).not.toContain('a/1.md');
  expect(code).toBe(2);
});

test('lines are shown of no other file than configuration', async () => {
  const cwd = folder({
    'hem/lösen.yml': 'lösenord: hunter2\n',
    'arbete/klarlint.yml': 'extends: ../hem/lösen.yml\n',
    'arbete/a.md': CLEAN,
  });
  const { stderr } = await klarlint(['arbete/a.md'], { cwd });
  expect(stderr).toContain('hem/lösen.yml:1:1  Nyckeln ”lösenord” finns inte.');
  expect(stderr).not.toContain('hunter2');
});

test('layers merge: the user’s own lies lowest, the folder’s own highest', async () => {
  const cwd = folder({
    'hem/klarlint/klarlint.yml': 'rules:\n  words/complex-preposition: error\n  tone/exclamation: off\n',
    'brev/klarlint.yml': 'rules:\n  tone/exclamation: error\n',
    'brev/a.md': `${FLAGGED}\nDet är slut med det nu!\n`,
  });
  const { code, stdout } = await klarlint(['brev'], { cwd, env: { XDG_CONFIG_HOME: `${cwd}/hem` } });
  expect(stdout).toContain('1:22  fel ');
  expect(stdout).toContain('3:23  fel ');
  expect(code).toBe(1);
});

test('root: true ends the search upwards', async () => {
  const cwd = folder({
    'klarlint.yml': STRICT,
    'brev/klarlint.yml': 'root: true\n',
    'brev/nytt/a.md': FLAGGED,
  });
  expect((await klarlint(['brev'], { cwd })).code).toBe(0);
});

test('extends takes files beside, and options reach the rule', async () => {
  const cwd = folder({
    'klarlint.yml': 'extends: [klarsprak, ./grund/hus.yml]\n',
    'grund/hus.yml': 'rules:\n  sentence/too-long: { severity: error, max: 6 }\n',
    'a.md': `${'Vi träffas på fredag. '.repeat(3)}Då ska vi planera hela hösten och äta gott tillsammans i parken.\n`,
  });
  const { code, stdout } = await klarlint(['a.md'], { cwd });
  expect(stdout).toContain('fel      12 ord i en mening.');
  expect(code).toBe(1);
});

test('the user’s terms are found', async () => {
  const cwd = folder({
    'klarlint.yml': 'terms:\n  - use: Lillby kommun\n    not: [Lillbys kommun]\n',
    'a.md': 'Du kan ringa till Lillbys kommun i dag.\n',
  });
  expect((await klarlint(['a.md'], { cwd })).stdout).toContain('Lillby kommun');
});

test('a draft states kind and profile in its front matter', async () => {
  const draft = (statement: string): string => `---\ntitle: Brev\nklarlint: ${statement}\n---\n${CLEAN}`;
  const cwd = folder({
    'klarlint.yml': 'targets:\n  brev: { sentenceMean: 12 }\n',
    'a.md': draft('{ kind: brev }'),
    'b.md': draft('{ profile: klarsprok }'),
    'c.md': draft('{ kynd: brev }'),
    'd.md': `---\ntitle: [\n---\n${CLEAN}`,
  });
  expect((await klarlint(['a.md'], { cwd })).stdout).toContain('(mål 12)');
  const unknown = await klarlint(['b.md'], { cwd });
  expect(unknown.stderr).toBe(`b.md:3:22  Profilen ”klarsprok” finns inte. Menar du ”klarsprak”?
  3 | klarlint: { profile: klarsprok }
                           ^^^^^^^^^
`);
  expect(unknown.code).toBe(2);
  expect((await klarlint(['c.md'], { cwd })).stderr).toContain('c.md:3:13  Nyckeln ”kynd” finns inte.');
  expect((await klarlint(['d.md'], { cwd })).code).toBe(0);
});

test('--profile goes before what files and drafts say', async () => {
  const cwd = folder({
    'klarlint.yml': 'extends: klarsprak\n',
    'a.md': `---\nklarlint: { profile: finns-inte }\n---\n${CLEAN}`,
  });
  const { code } = await klarlint(['--profile', 'klarsprak', 'a.md'], { cwd });
  expect(code).toBe(0);
});

test('a guideline’s former names, sections and mentions hold', async () => {
  const cwd = folder({
    'klarlint.yml': [
      'terms:',
      '  - { use: Kulturhuset Kvarnen, not: [], formerly: [Folkets hus], since: 2024-09-01 }',
      'sections: { protokoll: [Ärenden, Beslut] }',
      "mentions: { inbjudan: ['anmäl*'] }",
    ].join('\n'),
    'protokoll.md': '# Protokoll från mötet\n\n## Beslut\n\nVi möts i Folkets hus.\n\n## Ärenden\n\nTaket.\n',
    'inbjudan.md': '# Inbjudan\n\nVälkommen till Kulturhuset Kvarnen.\n',
    'gammalt.md': '---\ndate: 2020-01-01\n---\n\nVi möts i Folkets hus.\n',
  });
  const { stdout } = await klarlint(['.', '--format', 'compact'], { cwd });
  expect(stdout).toContain('”Folkets hus” heter sedan 2024 ”Kulturhuset Kvarnen”.');
  expect(stdout).toContain('”Beslut” ska stå efter ”Ärenden”.');
  expect(stdout).toContain('inbjudan.md:1:1: varning: Texten nämner inte ”anmäl”.');
  expect(stdout).not.toContain('gammalt.md');
});
