import { describe, expect, test } from 'vitest';
import { lemmaOf } from '../../src/analyse/lemma.ts';
import { morphologyOf } from '../../src/analyse/morphology.ts';
import fc from '../property.ts';
import { lexicon, read, tagger, tagOf } from './shipped.ts';

describe('look-alikes', () => {
  test.each([
    ['företaget', 'Det lilla företaget växer varje år .', 'NN|NEU|SIN|DEF|NOM'],
    ['Företaget', 'Företaget växer .', 'NN|NEU|SIN|DEF|NOM'],
    ['växer', 'Företaget växer .', 'VB|PRS|AKT'],
    ['uppdraget', 'Nämnden fick uppdraget i våras .', 'NN|NEU|SIN|DEF|NOM'],
    ['innehållet', 'Läs igenom innehållet i brevet .', 'NN|NEU|SIN|DEF|NOM'],
    ['tagit', 'Kommunen har tagit fram en plan .', 'VB|SUP|AKT'],
    ['tag', 'Vänta ett tag .', 'NN|NEU|SIN|IND|NOM'],
    ['framför', 'Huset står framför skolan .', 'PP'],
    ['gällande', 'Vi följer gällande regler .', 'PC|PRS|UTR/NEU|SIN/PLU|IND/DEF|NOM'],
    ['gäller', 'Reglerna gäller alla .', 'VB|PRS|AKT'],
    ['som', 'Den som söker stöd får svar .', 'HP|-|-|-'],
    ['Om', 'Om du flyttar måste du anmäla det .', 'SN'],
    ['om', 'Vi informerar om reglerna .', 'PP'],
    ['snabbt', 'Ärendet avgörs snabbt .', 'AB|POS'],
    ['snabbt', 'Du får ett snabbt svar .', 'JJ|POS|NEU|SIN|IND|NOM'],
    ['att', 'Vi tänker att det går bra .', 'SN'],
    ['att', 'Glöm inte att skriva under blanketten .', 'IE'],
    ['det', 'Vi bor i det gula huset .', 'DT|NEU|SIN|DEF'],
    ['Det', 'Det är bra .', 'PN|NEU|SIN|DEF|SUB/OBJ'],
    ['får', 'Du får ett svar .', 'VB|PRS|AKT'],
    ['var', 'Mötet var långt .', 'VB|PRT|AKT'],
    ['läsplattor', 'Skolan köper nya läsplattor .', 'NN|UTR|PLU|IND|NOM'],
  ])('%s in ”%s”', (form, sentence, tag) => {
    expect(tagOf(form, sentence)).toBe(tag);
  });

  test('framför allt is not a place', () => {
    const [, , , first, second] = read('Det gäller även framför allt de äldre .');
    expect([first!.text, second!.text]).toEqual(['framför', 'allt']);
    expect(second!.tag).not.toMatch(/^(?:NN|VB)/);
  });

  test('jämlikt is no verb and no noun', () => {
    expect(tagOf('jämlikt', 'Alla ska behandlas jämlikt .')).toMatch(/^AB/);
  });
});

describe('words in -s', () => {
  test.each([
    ['kommuns', 'En kommuns ansvar är stort .', 'NN|UTR|SIN|IND|GEN'],
    ['kommunens', 'Det är kommunens ansvar .', 'NN|UTR|SIN|DEF|GEN'],
    ['bokas', 'Tiden bokas på webben .', 'VB|PRS|SFO'],
    ['bokas', 'Tiden kan bokas på webben .', 'VB|INF|SFO'],
    ['bokades', 'Lokalen bokades i går .', 'VB|PRT|SFO'],
    ['bokats', 'Lokalen har bokats .', 'VB|SUP|SFO'],
    ['finns', 'Det finns tre vägar .', 'VB|PRS|SFO'],
    ['hoppas', 'Vi hoppas på svar .', 'VB|PRS|SFO'],
    ['Sveriges', 'Sveriges kommuner växer .', 'PM|GEN'],
  ])('%s in ”%s”', (form, sentence, tag) => {
    expect(tagOf(form, sentence)).toBe(tag);
  });
});

describe('whatever is written', () => {
  test('nothing', () => {
    expect(tagger.tag([])).toEqual([]);
    expect(tagger.tag([''])).toHaveLength(1);
  });

  test('marks', () => {
    expect(tagOf('.', 'Vi ses .')).toBe('MAD');
    expect(tagOf(',', 'Vi ser , hör och ler .')).toBe('MID');
    expect(tagOf('”', '” Ja ” , sa hon .')).toBe('PAD');
  });

  test('capitals throughout', () => {
    expect(tagOf('KOMMUNEN', 'KOMMUNEN STÄNGER SKOLAN .')).toBe('NN|UTR|SIN|DEF|NOM');
    expect(tagOf('SKOLAN', 'KOMMUNEN STÄNGER SKOLAN .')).toBe('NN|UTR|SIN|DEF|NOM');
  });

  test('unknown words are read by their endings', () => {
    expect(tagOf('flurpningarna', 'Vi ser de flurpningarna .')).toBe('NN|UTR|PLU|DEF|NOM');
    expect(tagOf('flurpade', 'Hon flurpade hela dagen .')).toBe('VB|PRT|AKT');
    expect(tagOf('flurpligt', 'Det var ett flurpligt hus .')).toBe('JJ|POS|NEU|SIN|IND|NOM');
  });

  test('numbers, English, scanning errors and odd signs', () => {
    for (const sentence of [
      '1 234,50 kr ( 12 % ) 2026-11-22 kl. 13.30',
      'We use the stakeholder engagement framework för att nå ut .',
      'l<ommunen 0ch reg1onen saml<ar om v&rden',
      '😀 \u{1D4B3} a\u030A \uD800 \u0000 ﬁ İ ẞ',
      '- - - | | * * * ___',
    ]) {
      const words = sentence.split(' ');
      const tags = tagger.tag(words);
      expect(tags).toHaveLength(words.length);
      for (const tag of tags) expect(tag).toMatch(/^[A-Z]{2,3}(?:\||$)/);
    }
    expect(tagOf('1998', 'Skolan byggdes 1998 .')).toBe('RG|NOM');
  });

  test('any tokens get a tag, a lemma and features each', () => {
    const token = fc.oneof(fc.string({ minLength: 1 }), fc.string({ unit: 'grapheme', minLength: 1 }));
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (words) => {
        const tags = tagger.tag(words);
        expect(tags).toHaveLength(words.length);
        const reading = words.map((text, at) => ({
          text,
          tag: tags[at]!,
          lemma: lemmaOf(text, tags[at]!, lexicon),
        }));
        for (const [at, { lemma }] of reading.entries()) {
          expect(lemma).not.toBe('');
          const { upos, feats } = morphologyOf(reading, at);
          expect(upos).toMatch(/^[A-Z]+$/);
          expect(feats).toMatch(/^(?:_|[A-Za-z]+=[A-Za-z,]+(?:\|[A-Za-z]+=[A-Za-z,]+)*)$/);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('decomposed letters are the same letters', () => {
    const words = 'Våra läkare får svar på frågorna .'.split(' ');
    expect(tagger.tag(words.map((word) => word.normalize('NFD')))).toEqual(tagger.tag(words));
  });

  test('a sentence is tagged the same whatever came before', () => {
    const words = 'Det här är en mening om avgifter .'.split(' ');
    const once = tagger.tag(words);
    tagger.tag(['Helt', 'andra', 'ord', '!']);
    expect(tagger.tag(words)).toEqual(once);
  });

  test('time grows with the length, not with its square', () => {
    const words = (count: number) =>
      Array.from({ length: count }, (_, at) => (at % 7 === 0 ? 'och' : `ord${at % 90}`));
    const time = (count: number) => {
      const sentence = words(count);
      tagger.tag(sentence);
      const start = performance.now();
      tagger.tag(sentence);
      return performance.now() - start;
    };
    time(5000);
    const short = Math.min(time(5000), time(5000), time(5000));
    const long = Math.min(time(20_000), time(20_000), time(20_000));
    expect(long).toBeLessThan(12 * short + 20);
  });
});

test('a model without a lexicon that knows anything still tags', () => {
  expect(lexicon.analyses('flurpningarna')).toEqual([]);
  expect(read('Flurp flurpar flurpet .')).toHaveLength(4);
});
