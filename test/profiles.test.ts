import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { settingsOf } from '../src/config/profile.ts';
import { entries } from '../src/generated/rules.ts';
import { Linter } from '../src/lint.ts';
import { readMarkdown } from '../src/source/markdown.ts';

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
  const measures = new Set(['lix', 'sentenceMean', 'sentence', 'paragraph']);
  for (const target of Object.values(profile.targets))
    for (const measure of Object.keys(target)) expect(measures).toContain(measure);
});

describe('vis-stockholm', () => {
  const { profile } = settingsOf('vis-stockholm');

  test('extends klarsprak and keeps its targets', () => {
    expect(profile.targets['nyhetsbrev']).toEqual(settingsOf('klarsprak').profile.targets['nyhetsbrev']);
    expect(profile.targets['default']!['lix']).toBe(50);
  });

  test('lets every right form be', () => {
    for (const { use } of profile.terms)
      expect(namesFound('vis-stockholm', `Vi nämner ${use} här.`)).toEqual([]);
  });

  test('finds every wrong form as an error', () => {
    for (const { use, not } of profile.terms) {
      for (const form of not.map((one) => one.replace('*', 'ä'))) {
        expect(namesFound('vis-stockholm', `Vi nämner ${form} här.`)).toEqual([`error: ${form} → ${use}`]);
      }
    }
  });

  test('leaves its key words alone', () => {
    const text = `Vi skriver ${profile.keywords.join(', ')} och sömlösa insatser.`;
    const linter = new Linter(settingsOf('vis-stockholm'));
    const rules = linter.lint(readMarkdown(text)).findings.map(({ ruleId }) => ruleId);
    expect(rules.filter((id) => id.startsWith('tone/') || id.startsWith('terms/'))).toEqual([]);
  });
});
