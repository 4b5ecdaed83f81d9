import { expect, test } from 'vitest';
import { modelledLines } from '../../src/build/dictionary/vocabulary.ts';

const DIC = '3\nseminarium/AJY\nserver/AE\nserver/U\nserver/%A\n';

test('a word gets the flags of all entries of its model but the forbidden ones', () => {
  expect(modelledLines('word\tmodel\tseen\nwebbinarium\tseminarium\tx\nheader\tserver\tx\n', DIC)).toBe(
    'webbinarium/AJY\nheader/AE\nheader/U',
  );
});

test('a model that is not in the dictionary is an error that names it', () => {
  expect(() => modelledLines('word\tmodel\nx\tfinnsinte\n', DIC)).toThrow('finnsinte');
});
