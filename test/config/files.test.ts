import { expect, test } from 'vitest';
import { CLEAN, FLAGGED, folder, klarlint, STRICT } from '../cli/klarlint.ts';

const RULE = 'words/complex-preposition';

async function severities(cwd: string, ...args: string[]): Promise<string[]> {
  const { stdout, stderr } = await klarlint(['--format', 'compact', ...args], { cwd });
  expect(stderr).toBe('');
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => line.replace(/^(.*?):\d+:\d+: (\p{L}+):.*$/u, '$1 $2'));
}

test.each([
  ['klarlint.yml', STRICT],
  ['.klarlintrc.yml', STRICT],
  ['.klarlintrc.json', `{\n\t"rules": { "${RULE}": "error" }\n}\n`],
  ['package.json', `{ "name": "brev", "klarlint": { "rules": { "${RULE}": "error" } } }`],
])('%s holds', async (name, text) => {
  expect(await severities(folder({ [name]: text, 'a.md': FLAGGED }), 'a.md')).toEqual(['a.md fel']);
});

test('a package.json that says nothing of us holds nothing', async () => {
  const cwd = folder({ 'package.json': '{ "bin": { "klarlint": "x.js" } }', 'a.md': FLAGGED });
  expect(await severities(cwd, 'a.md')).toEqual(['a.md varning']);
});

test('mistakes in a package.json are shown in it', async () => {
  const cwd = folder({ 'package.json': '{\n  "klarlint": { "rulez": {} }\n}\n', 'a.md': FLAGGED });
  const { stderr, code } = await klarlint(['a.md'], { cwd });
  expect(stderr).toContain('package.json:2:17  Nyckeln ”rulez” finns inte. Menar du ”rules”?');
  expect(code).toBe(2);
});

test('overrides hold for the files that their patterns fit', async () => {
  const cwd = folder({
    'klarlint.yml': `overrides:
  - files: brev/
    rules: { ${RULE}: error }
  - files: ['*.txt', '!viktig.txt']
    rules: { ${RULE}: 'off' }
`,
    'a.md': FLAGGED,
    'b.txt': FLAGGED,
    'viktig.txt': FLAGGED,
    'brev/c.md': FLAGGED,
    'brev/d.txt': FLAGGED,
  });
  expect(await severities(cwd, '.')).toEqual(['a.md varning', 'brev/c.md fel', 'viktig.txt varning']);
});

test('an override chooses profile and kind of text', async () => {
  const cwd = folder({
    'klarlint.yml': 'overrides:\n  - files: plan.md\n    profile: vis-stockholm\n    kind: plan\n',
    'plan.md': CLEAN,
    'brev.md': CLEAN,
  });
  const { stdout } = await klarlint(['stats', '--format', 'json', 'plan.md', 'brev.md'], { cwd });
  expect(JSON.parse(stdout)).toMatchObject([
    { profile: 'vis-stockholm', kind: 'plan' },
    { profile: 'klarsprak', kind: null },
  ]);
});

test('a profile that an override misspells is shown', async () => {
  const cwd = folder({
    'klarlint.yml': 'overrides:\n  - files: a.md\n    profile: klarspråk\n',
    'a.md': CLEAN,
  });
  expect((await klarlint(['a.md'], { cwd })).stderr).toContain(
    'klarlint.yml:3:14  Profilen ”klarspråk” finns inte. Menar du ”klarsprak”?',
  );
});

test('ignore passes over files, with a note to who names one', async () => {
  const cwd = folder({ 'klarlint.yml': 'ignore: [arkiv/]\n', 'a.md': FLAGGED, 'arkiv/b.md': FLAGGED });
  expect(await severities(cwd, '.')).toEqual(['a.md varning']);
  expect((await klarlint(['arkiv/b.md'], { cwd })).stderr).toBe(
    'arkiv/b.md: hoppades över, för klarlint.yml säger det.\n',
  );
});

test('extends takes npm packages, and files in them', async () => {
  const cwd = folder({
    'klarlint.yml': "extends: ['@ek/riktlinje', riktlinje-b/strang.yml]\n",
    'node_modules/@ek/riktlinje/klarlint.yml': 'avoid:\n  - not: [hösten]\n',
    'node_modules/riktlinje-b/strang.yml': STRICT,
    'brev/a.md': FLAGGED,
  });
  expect(await severities(cwd, 'brev/a.md')).toEqual(['brev/a.md fel', 'brev/a.md varning']);
});

test('a package that is not installed is told of', async () => {
  const scoped = folder({ 'klarlint.yml': "extends: '@ek/borta'\n", 'a.md': CLEAN });
  expect((await klarlint(['a.md'], { cwd: scoped })).stderr).toContain(
    'klarlint.yml:1:10  Paketet ”@ek/borta” är inte installerat. Kör npm install @ek/borta.',
  );
});

test('--config is the only file, and --no-config none', async () => {
  const cwd = folder({ 'klarlint.yml': STRICT, 'annan.yml': `rules: { ${RULE}: info }\n`, 'a.md': FLAGGED });
  expect(await severities(cwd, '--config', 'annan.yml', 'a.md')).toEqual(['a.md råd']);
  expect(await severities(cwd, '--no-config', 'a.md')).toEqual(['a.md varning']);
  const missing = await klarlint(['--config', 'borta.yml', 'a.md'], { cwd });
  expect(missing.stderr).toBe('borta.yml: Filen finns inte. Ange en fil med inställningar (--config).\n');
  expect(missing.code).toBe(2);
});

const LONG =
  'Kommunikationsavdelningens verksamhetsplanering förutsätter tvärsektoriella samverkansstrukturer';

test('a gate fails the run, with the sentences that cause it', async () => {
  const text = `${'Vi ses här i dag. '.repeat(12)}\n\n${`${LONG} och ${LONG.toLowerCase()} över tid. `.repeat(3)}\n`;
  const cwd = folder({ 'klarlint.yml': 'gate: { lix: 30, longestSentence: 50 }\n', 'a.md': text });
  const { stdout, code } = await klarlint(['--format', 'compact', '--only', 'privacy', 'a.md'], { cwd });
  expect(stdout).toMatch(
    /^a\.md:1:1: fel: LIX är \d+, gränsen är 30\. Tyngst väger meningarna på rad 3\. \[gate\/lix\]\n$/u,
  );
  expect(stdout).not.toContain('gate/longestSentence');
  expect(code).toBe(1);
});

test('a gate on what can’t be measured is told of', async () => {
  const cwd = folder({ 'klarlint.yml': 'gate: { lixx: 40 }\n', 'a.md': CLEAN });
  expect((await klarlint(['a.md'], { cwd })).stderr).toContain('Måttet ”lixx” finns inte. Menar du ”lix”?');
});
