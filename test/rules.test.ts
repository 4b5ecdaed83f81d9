import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readRules } from '../src/build/rule-folders.ts';
import { annotate, documentOf, examplesIn, isFlagged, lintExample } from './examples.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

for (const { id, readme } of readRules(root)) {
  describe(id, () => {
    const examples = examplesIn(readme);

    for (const { line, block } of examples) {
      test(`README.md:${line}`, () => {
        const document = documentOf(block);
        expect(annotate(document, lintExample(id, document))).toBe(block);
      });
    }

    test('has at least three flagged and three clean examples', () => {
      expect(examples.filter(({ block }) => isFlagged(block)).length).toBeGreaterThanOrEqual(3);
      expect(examples.filter(({ block }) => !isFlagged(block)).length).toBeGreaterThanOrEqual(3);
    });
  });
}
