import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCore } from '../src/cli/core.ts';
import { settingsOf } from '../src/config/profile.ts';
import { entries } from '../src/generated/rules.ts';
import { Linter } from '../src/lint.ts';
import { readMarkdown } from '../src/source/markdown.ts';

/** Pages that speak of the words they warn of, without quoting them: names of files and lists. */
const SPOKEN_OF: Readonly<Record<string, readonly string[]>> = {
  'typo/ocr-damage': ['rules/typo/ocr-damage/README.md'],
};

test('klarlint finds nothing to mend in its own Swedish', () => {
  const settings = settingsOf('klarsprak');
  const linter = new Linter({ ...settings, core: readCore() });
  const pages = [
    'README.sv.md',
    ...readdirSync('rules/profiles')
      .filter((name) => name.endsWith('.md'))
      .map((name) => join('rules/profiles', name)),
    ...entries.map(({ id }) => `rules/${id}/README.md`),
  ];
  const found = pages.flatMap((page) =>
    linter
      .lint(readMarkdown(readFileSync(page, 'utf8')))
      .findings.filter(({ severity, ruleId }) => severity !== 'info' && !SPOKEN_OF[ruleId]?.includes(page))
      .map(({ place, ruleId, message }) => `${page}:${place.line} ${ruleId}: ${message}`),
  );
  expect(found).toEqual([]);
});
