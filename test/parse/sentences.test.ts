import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paragraph } from 'nlcst';
import { ParseLatin } from 'parse-latin';
import { describe, expect, test } from 'vitest';
import { parseParagraph } from '../../src/parse/index.ts';

/** The text with a bar where its sentences end. */
function barred(text: string, { children }: Paragraph): string {
  return children
    .filter(({ type }) => type === 'SentenceNode')
    .map(({ position }) => text.slice(position!.start.offset, position!.end.offset))
    .join(' | ');
}

function casesOf(file: string): string[] {
  return readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

describe('sentences that parse-latin gets wrong', () => {
  const latin = new ParseLatin();
  const cases = casesOf('sentences.txt');

  test('are at least 150', () => expect(cases.length).toBeGreaterThanOrEqual(150));

  test.each(cases)('%s', (expected) => {
    const text = expected.replaceAll(' | ', ' ');
    expect(barred(text, parseParagraph(text))).toBe(expected);
    expect(barred(text, latin.tokenizeParagraph(text))).not.toBe(expected);
  });
});

test.each(casesOf('sentences-both.txt'))('%s', (expected) => {
  const text = expected.replaceAll(' | ', ' ');
  expect(barred(text, parseParagraph(text))).toBe(expected);
});

test('a blank line ends a sentence', () => {
  const text = 'Rubrik utan punkt\n\nSedan kommer texten.';
  expect(barred(text, parseParagraph(text))).toBe('Rubrik utan punkt | Sedan kommer texten.');
});

test('the number of a heading is part of it', () => {
  for (const text of ['1. Ansök i tid', '2.1. Syfte och mål', 'A. Bakgrund', 'a) Först detta', 'IV. Bilagor'])
    expect(barred(text, parseParagraph(text))).toBe(text);
});
