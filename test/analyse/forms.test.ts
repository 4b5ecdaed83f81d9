import { expect, test } from 'vitest';
import { FormIndex } from '../../src/analyse/forms.ts';
import { Text } from '../../src/analyse/text.ts';
import { readPlain } from '../../src/source/plain.ts';

/** What stands in a text of the forms given, as written. */
function found(forms: string[], text: string): string[] {
  const index = new FormIndex(forms.map((form) => [form, form] as const));
  return new Text(readPlain(text)).sentences.flatMap((sentence) =>
    [...index.find(sentence)].map(
      ({ value, start, end }) => `${sentence.block.text.slice(start, end)} < ${value}`,
    ),
  );
}

test('of several forms at a place the longest wins', () => {
  expect(found(['Region A', 'Region A B'], 'Vi i Region A B.')).toEqual(['Region A B < Region A B']);
});

test('a form is a word of its own, and white space is any', () => {
  expect(found(['SKL', 'region a'], 'SKL-rapport, SKLX, SKL:are, SKL och Region\u00a0a.')).toEqual([
    'SKL < SKL',
    'Region\u00a0a < region a',
  ]);
});

test('a capital letter is found only in that case', () => {
  expect(found(['Digg', 'landsting'], 'digg, DIGG och Digg; Landsting.')).toEqual([
    'Digg < Digg',
    'Landsting < landsting',
  ]);
});

test('a star stands for letters', () => {
  expect(
    found(['tillg*nglig', 'landsting*', 'IT-*'], 'Tillgdnglig, tillgnglig, landstingets landsting, IT-stöd.'),
  ).toEqual([
    'Tillgdnglig < tillg*nglig',
    'tillgnglig < tillg*nglig',
    'landstingets < landsting*',
    'landsting < landsting*',
    'IT-stöd < IT-*',
  ]);
});

test('a long word does not make a form with stars slow', () => {
  const start = performance.now();
  expect(found(['a*a*a*a*b'], `${'a'.repeat(200)} slut`)).toEqual([]);
  expect(performance.now() - start).toBeLessThan(2000);
});
