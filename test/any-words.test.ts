import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCore } from '../src/cli/core.ts';
import { settingsOf } from '../src/config/profile.ts';
import { entries } from '../src/generated/rules.ts';
import { Linter } from '../src/lint.ts';
import { readMarkdown } from '../src/source/markdown.ts';
import fc from './property.ts';

/** The words and marks that the rules look for: those of their examples. */
const WORDS = [
  ...new Set(
    entries.flatMap(
      ({ id }) =>
        readFileSync(join('rules', id, 'README.md'), 'utf8').match(/[\p{L}\p{N}]+|[^\p{L}\p{N}\s]|\n\n/gu)!,
    ),
  ),
];

test('no rule breaks, whatever words come in whatever order', () => {
  const linter = new Linter({ ...settingsOf('vis-stockholm'), core: readCore() });
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 60 }), (words) => {
      const { failures } = linter.lint(readMarkdown(words.join(' ')));
      expect(failures.map(({ ruleId, error }) => `${ruleId}: ${error}`)).toEqual([]);
    }),
    { numRuns: 400 },
  );
}, 60_000);
