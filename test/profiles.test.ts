import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { settingsOf } from '../src/config/profile.ts';
import { entries } from '../src/generated/rules.ts';
import { Linter } from '../src/lint.ts';
import { readMarkdown } from '../src/source/markdown.ts';
import { klarlint } from './cli/klarlint.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../rules/profiles');
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.yml') ? [file.slice(0, -4)] : []));
const ids = new Set(entries.map(({ id }) => id));

/** What `terms/name-form` finds in a text under a profile. */
function namesFound(profile: string, text: string): string[] {
  const settings = settingsOf(profile);
  const off = Object.fromEntries(entries.map(({ id }) => [id, { severity: 'off' as const }]));
  const linter = new Linter({ ...settings, rules: { ...off, 'terms/name-form': {} } });
  return linter
    .lint(readMarkdown(text))
    .findings.map(({ actual, expected, severity }) => `${severity}: ${actual} → ${expected[0]}`);
}

test.each(names)('%s has a page for people, under its title', (name) => {
  const page = readFileSync(join(folder, `${name}.md`), 'utf8');
  expect(page.startsWith(`# ${settingsOf(name).profile.title}\n`)).toBe(true);
  for (const [, rule] of page.matchAll(/`([a-z]+\/[a-z-]+)`/gu)) expect(ids).toContain(rule);
});

test.each(names)('%s speaks of rules that exist and of measures that are compared', (name) => {
  const { profile, rules } = settingsOf(name);
  for (const id of [...Object.keys(rules), ...Object.keys(profile.exempt)]) expect(ids).toContain(id);
  const measures = new Set(['lix', 'sentenceMean', 'sentence', 'paragraph', 'passive', 'nominalRatio']);
  for (const target of Object.values(profile.targets))
    for (const measure of Object.keys(target)) expect(measures).toContain(measure);
});

/** Those of an organisation: with names of their own. */
const organisations = names.filter((name) => settingsOf(name).profile.terms.length > 0);

describe.each(organisations)('%s', (name) => {
  const { profile } = settingsOf(name);

  test('lets every right form be', () => {
    for (const { use } of profile.terms) expect(namesFound(name, `Vi nämner ${use} här.`)).toEqual([]);
  });

  test('finds every wrong form as an error', () => {
    for (const { use, not } of profile.terms) {
      for (const form of not.map((one) => one.replace('*', 'ä'))) {
        expect(namesFound(name, `Vi nämner ${form} här.`)).toEqual([`error: ${form} → ${use}`]);
      }
    }
  });

  test('leaves its key words alone', () => {
    const text = `Vi skriver ${profile.keywords.join(', ')} och sömlösa insatser.`;
    const words = new RegExp(profile.keywords.join('|'), 'u');
    const found = new Linter(settingsOf(name))
      .lint(readMarkdown(text))
      .findings.filter(({ actual }) => words.test(actual));
    const rules = found.map(({ ruleId }) => ruleId);
    expect(rules.filter((id) => /^(?:tone|terms|words)\//u.test(id))).toEqual([]);
  });

  test('has a way out of every word it avoids', () => {
    for (const { not, use } of profile.avoid) {
      if (Array.isArray(use)) expect(use).toHaveLength(not.length);
      const text = `Vi skriver om ${not[0]} här.`;
      const found = new Linter(settingsOf(name)).lint(readMarkdown(text)).findings;
      const [finding] = found.filter(({ ruleId }) => ruleId === 'terms/profile-forbidden');
      expect(finding?.expected).toEqual([typeof use === 'string' ? use : use?.[0]]);
    }
  });

  test('knows what its names were before, in texts of today only', () => {
    const all = profile.terms.flatMap(({ use, formerly = [] }) =>
      formerly.map((name) => [name, use] as const),
    );
    for (const [name, use] of all) {
      const found = (text: string) =>
        new Linter(settingsOf(profile.name))
          .lint(readMarkdown(text))
          .findings.filter(({ ruleId }) => ruleId === 'terms/deprecated-name');
      expect(found(`Vi skriver till ${name}.`).map(({ expected }) => expected)).toEqual([[use]]);
      expect(found(`---\ndate: 2006-05-04\n---\n\nVi skriver till ${name}.`)).toEqual([]);
    }
  });

  test('says what its abbreviations stand for', () => {
    for (const [abbreviation, full] of Object.entries(profile.abbreviations)) {
      const text = `Förslaget har beretts av ${abbreviation} under hela hösten.`;
      const found = new Linter(settingsOf(name)).lint(readMarkdown(text)).findings;
      const [finding] = found.filter(({ ruleId }) => ruleId === 'terms/abbreviation-introduction');
      expect(finding?.expected).toEqual([`${full} (${abbreviation})`]);
    }
  });
});

test.each(organisations)('%s says whom its texts are for', (name) => {
  expect(settingsOf(name).profile.audience.length).toBeGreaterThan(0);
});

test('vis-stockholm extends klarsprak and keeps its targets', () => {
  const { profile } = settingsOf('vis-stockholm');
  expect(profile.targets['nyhetsbrev']).toEqual(settingsOf('klarsprak').profile.targets['nyhetsbrev']);
  expect(profile.targets['default']!['lix']).toBe(50);
});

test('ehalsalyftet names its financing, and a decision of region-jamtland-harjedalen may be long', () => {
  expect(settingsOf('ehalsalyftet').profile.financing).toBe('esf');
  expect(settingsOf('region-jamtland-harjedalen').profile.targets['beslut']).toMatchObject({
    lix: 50,
    sentence: 35,
  });
});

test('an organisation’s own profile is read from its folder', async () => {
  const cwd = join(folder, '../../examples/egen-profil');
  const { code, stdout, stderr } = await klarlint(['nyhetsbrev.md', '--format', 'json'], { cwd });
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const [{ messages }] = JSON.parse(stdout);
  const found = messages.map(
    ({ ruleId, actual }: { ruleId: string; actual: string }) => `${ruleId} ${actual}`,
  );
  expect(found).toEqual(
    expect.arrayContaining([
      'terms/name-form Lillby Kommun',
      'terms/name-form fritidspasset',
      'terms/profile-forbidden kunder',
      'terms/abbreviation-introduction UPF',
      'terms/term-consistency Ungdomsgården',
      'typo/range-dash måndag-fredag',
    ]),
  );
});
