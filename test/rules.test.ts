import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readRules } from '../src/build/rule-folders.ts';
import { annotated, documentOf, examplesIn } from '../src/report/examples.ts';
import { lintExample } from './examples.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

for (const { id, readme } of readRules(root)) {
  describe(id, () => {
    const examples = examplesIn(readme);
    const isFlagged = (block: string): boolean => documentOf(block) !== block;

    for (const { line, block } of examples) {
      test(`README.md:${line}`, () => {
        const document = documentOf(block);
        expect(annotated(document, lintExample(id, document).findings)).toBe(block);
      });
    }

    test('has at least three flagged and three clean examples', () => {
      expect(examples.filter(({ block }) => isFlagged(block)).length).toBeGreaterThanOrEqual(3);
      expect(examples.filter(({ block }) => !isFlagged(block)).length).toBeGreaterThanOrEqual(3);
    });
  });
}
