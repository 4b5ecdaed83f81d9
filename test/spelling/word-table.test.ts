import { expect, test } from 'vitest';
import { WordTable, wordTable } from '../../src/lexicon/word-table.ts';

const table = new WordTable(
  wordTable([
    ['och', 15],
    ['å', 1],
    ['ärende', 7],
  ]),
);

test('gives the class of a word, and 0 for others', () => {
  expect(['och', 'å', 'ärende', 'ärenden', ''].map((word) => table.classOf(word))).toEqual([15, 1, 7, 0, 0]);
});

test('reads bytes that do not lie on a 4-byte boundary', () => {
  const bytes = wordTable([['och', 15]]);
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  expect(new WordTable(shifted.subarray(1)).classOf('och')).toBe(15);
});

test('an empty table knows nothing', () => {
  expect(new WordTable(new Uint8Array()).classOf('och')).toBe(0);
});
