import { describe, expect, test } from 'vitest';
import { lemmaOf } from '../../src/analyse/lemma.ts';
import { lexicon, read } from './shipped.ts';

const lemma = (form: string, tag: string) => lemmaOf(form, tag, lexicon);

describe('with the lexicon', () => {
  test.each([
    ['kommunerna', 'NN|UTR|PLU|DEF|NOM', 'kommun'],
    ['skolavgiften', 'NN|UTR|SIN|DEF|NOM', 'skolavgift'],
    ['barnens', 'NN|NEU|PLU|DEF|GEN', 'barn'],
    ['fick', 'VB|PRT|AKT', 'få'],
    ['erhållit', 'VB|SUP|AKT', 'erhålla'],
    ['bokas', 'VB|PRS|SFO', 'boka'],
    ['finns', 'VB|PRS|SFO', 'finnas'],
    ['hoppades', 'VB|PRT|SFO', 'hoppas'],
    ['behövs', 'VB|PRS|SFO', 'behöva'],
    ['tagna', 'PC|PRF|UTR/NEU|PLU|IND/DEF|NOM', 'tagen'],
    ['skrivet', 'PC|PRF|NEU|SIN|IND|NOM', 'skriven'],
    ['gällande', 'PC|PRS|UTR/NEU|SIN/PLU|IND/DEF|NOM', 'gällande'],
    ['större', 'JJ|KOM|UTR/NEU|SIN/PLU|IND/DEF|NOM', 'stor'],
    ['viktigaste', 'JJ|SUV|UTR/NEU|SIN/PLU|DEF|NOM', 'viktig'],
    ['snabbt', 'AB|POS', 'snabb'],
    ['oftare', 'AB|KOM', 'ofta'],
    ['Stockholms', 'PM|GEN', 'Stockholm'],
    ['Stockholm', 'PM|NOM', 'Stockholm'],
  ])('%s %s', (form, tag, expected) => {
    expect(lemma(form, tag)).toBe(expected);
  });
});

describe('closed classes', () => {
  test.each([
    ['dem', 'PN|UTR/NEU|PLU|DEF|OBJ', 'de'],
    ['Det', 'PN|NEU|SIN|DEF|SUB/OBJ', 'den'],
    ['oss', 'PN|UTR|PLU|DEF|OBJ', 'vi'],
    ['sig', 'PN|UTR/NEU|SIN/PLU|DEF|OBJ', 'sig'],
    ['vårt', 'PS|NEU|SIN|DEF', 'vi'],
    ['deras', 'PS|UTR/NEU|SIN/PLU|DEF', 'de'],
    ['ett', 'DT|NEU|SIN|IND', 'en'],
    ['några', 'DT|UTR/NEU|PLU|IND', 'någon'],
    ['dessa', 'DT|UTR/NEU|PLU|DEF', 'denna'],
    ['som', 'HP|-|-|-', 'som'],
    ['ska', 'VB|PRS|AKT', 'skola'],
    ['I', 'PP', 'i'],
    ['.', 'MAD', '.'],
    ['1998', 'RG|NOM', '1998'],
  ])('%s %s', (form, tag, expected) => {
    expect(lemma(form, tag)).toBe(expected);
  });
});

describe('unknown words', () => {
  test.each([
    ['flurpningarna', 'NN|UTR|PLU|DEF|NOM', 'flurpning'],
    ['flurporna', 'NN|UTR|PLU|DEF|NOM', 'flurpa'],
    ['flurpens', 'NN|UTR|SIN|DEF|GEN', 'flurp'],
    ['flurpet', 'NN|NEU|SIN|DEF|NOM', 'flurp'],
    ['flurpar', 'VB|PRS|AKT', 'flurpa'],
    ['flurpades', 'VB|PRT|SFO', 'flurpa'],
    ['flurps', 'VB|PRS|SFO', 'flurpa'],
    ['flurpade', 'PC|PRF|UTR/NEU|PLU|IND/DEF|NOM', 'flurpad'],
    ['flurpligt', 'JJ|POS|NEU|SIN|IND|NOM', 'flurplig'],
    ['Flurps', 'PM|GEN', 'Flurp'],
  ])('%s %s', (form, tag, expected) => {
    expect(lemma(form, tag)).toBe(expected);
  });
});

test('no lemma is empty, whatever form meets whatever tag', () => {
  for (const form of ['a', 's', 'x', '-', '?', 'na', 'are', 'S', '1', '😀', ':s', 'en', 'et'])
    for (const tag of [
      'NN|UTR|PLU|DEF|GEN',
      'NN|NEU|SIN|DEF|NOM',
      'VB|PRS|SFO',
      'PM|GEN',
      'JJ|KOM|UTR/NEU|SIN/PLU|IND/DEF|NOM',
      'PC|PRF|NEU|SIN|IND|NOM',
      'AB',
      'MAD',
      'X',
    ])
      expect(lemma(form, tag)).not.toBe('');
});

test('in running text', () => {
  expect(read('Avgifterna höjdes av nämnden .').map((token) => token.lemma)).toEqual([
    'avgift',
    'höja',
    'av',
    'nämnd',
    '.',
  ]);
});
