import { expect, test } from 'vitest';
import { isDigit, isLetter, isLower, isNumber, isSpace, isUpper } from '../../src/parse/characters.ts';

test('the table tells what Unicode tells', () => {
  const kinds = [
    [isLetter, /\p{L}/u],
    [isLower, /\p{Ll}/u],
    [isUpper, /\p{Lu}/u],
    [isNumber, /\p{N}/u],
    [isDigit, /\p{Nd}/u],
    [isSpace, /\s/u],
  ] as const;
  const wrong: string[] = [];
  for (let code = 0; code < 0x250; code++) {
    const character = String.fromCharCode(code);
    for (const [is, expression] of kinds) {
      if (is(character, 0) !== expression.test(character)) wrong.push(`${is.name} U+${code.toString(16)}`);
    }
  }
  expect(wrong).toEqual([]);
});
