import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { create as genericGender } from '../../rules/inclusive/generic-gender/rule.ts';
import { CLAIMS, create as weaselSource } from '../../rules/tone/weasel-source/rule.ts';
import { create as vogueWord } from '../../rules/words/vogue-word/rule.ts';
import { settingsOf } from '../../src/config/profile.ts';
import { rows } from '../../src/kinds/rows.ts';
import { type Check, Text } from '../../src/rule.ts';
import { readPlain } from '../../src/source/plain.ts';

/** Code rules that read word lists: every row is found, and left alone in its trap. */
const { profile } = settingsOf('klarsprak');

function inBlocks(check: Check<'paragraph'>, content: string): string[] {
  const { blocks } = new Text(readPlain(content));
  return blocks.flatMap((block) => [...check(block)].map(({ start, end }) => block.text.slice(start, end)));
}

test('words/vogue-word counts every form of every word', () => {
  const table = readFileSync(new URL('../../rules/words/vogue-word/words.tsv', import.meta.url), 'utf8');
  const words = rows(table);
  const check = vogueWord({ words }, { profile, least: 4, rate: 3 });
  for (const row of words) {
    const times = Number(row['least'] || 4);
    for (const form of row['forms']!.split('|')) {
      const text = (number: number) => new Text(readPlain(`I dag gäller ${form} här. `.repeat(number)));
      expect([...check(text(times))], form).toHaveLength(1);
      expect([...check(text(times - 1))], form).toHaveLength(0);
    }
  }
});

test('words/vogue-word lets the words of a guideline be', () => {
  const words = [{ word: 'samverka', forms: 'samverka|samverkar' }];
  const options = { profile: { ...profile, keywords: ['samverka'] }, least: 4, rate: 3 };
  expect([...vogueWord({ words }, options)(new Text(readPlain('Vi samverkar. '.repeat(5))))]).toEqual([]);
});

test('tone/weasel-source finds every claim without a source', () => {
  const check = weaselSource();
  for (const claim of Object.values(CLAIMS).flat()) {
    expect(inBlocks(check, `I dag ${claim} det här.`), claim).toHaveLength(1);
    expect(inBlocks(check, `I dag ${claim} det här (Ek 2019).`), claim).toEqual([]);
  }
});

test.each([
  ['En patient får läsa sin journal. Han får en kopia.', ['Han']],
  ['Varje elev har en plan, och hennes lärare följer den.', ['hennes']],
  ['Den enskilde ska lämna uppgifter om hans inkomster.', ['hans']],
  ['Sökanden ska visa att han/hon har fyllt 18 år.', ['han/hon']],
  ['Om en kund klagar ska du svara henne/honom.', ['henne/honom']],
  ['En patient får läsa sin journal. Eva Ek ska hjälpa till. Hon finns i receptionen.', []],
  ['En elev kom sent. Han var trött.', []],
  ['En gravid patient får hjälp. Hon får en kopia.', []],
  ['En patient får läsa sin journal. Dagen går. Han kommer i morgon.', []],
  ['En kommun är skyldig att svara. Han är chef.', []],
])('inclusive/generic-gender in ”%s”', (content, expected) => {
  expect(inBlocks(genericGender(), content)).toEqual(expected);
});
