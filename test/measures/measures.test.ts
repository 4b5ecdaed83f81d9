import { describe, expect, test } from 'vitest';
import { countsOf, lix, measuresOf, ovix } from '../../src/analyse/measures.ts';
import { Text } from '../../src/rule.ts';
import { readMarkdown } from '../../src/source/markdown.ts';

/** The counts of a Markdown text. */
function counts(markdown: string) {
  return countsOf(new Text(readMarkdown(markdown)).blocks);
}

function figures(markdown: string) {
  const { words, sentences, longWords } = counts(markdown);
  return { words, sentences, longWords };
}

describe('LIX', () => {
  test('of a plain version of a decision', () => {
    const { words, sentences, longWords, types } = counts(
      'Regionstyrelsen har fått en uppföljning av beslutet. Den visar vad som har hänt i hela landet, ' +
        'i Norra sjukvårdsregionen och i Region Jämtland Härjedalen.',
    );
    expect({ words, sentences, longWords, types: types.size }).toEqual({
      words: 24,
      sentences: 2,
      longWords: 6,
      types: 21,
    });
    expect(lix(words, sentences, longWords)).toBeCloseTo(37, 1);
    expect(ovix(words, types.size)).toBeCloseTo(77.2, 1);
  });

  test('of the text that Sparv tests its own with', () => {
    const { words, sentences, longWords } = counts('A bc def ghij klmno pqrstu vxyzåäö. '.repeat(4));
    expect(lix(words, sentences, longWords)).toBeCloseTo(21.29, 2);
  });

  test('is not given for fewer than 50 words', () => {
    expect(measuresOf(counts('Vi ses. '.repeat(24))).lix).toBeUndefined();
    expect(measuresOf(counts('Vi ses. '.repeat(25))).lix).toBe(2);
  });
});

describe('OVIX', () => {
  test('of the words that Sparv shows it with', () => {
    const { words, types } = counts(
      'LIX Björnsson 1968 är ett läsbarhetsvärde beräknat som genomsnittligt antal ord per mening och andel ' +
        'långa ord över sex bokstäver långa',
    );
    expect([words, types.size]).toEqual([21, 19]);
    expect(ovix(words, types.size)).toBeCloseTo(94.13, 2);
  });

  test('has no value where no word comes twice, or there is only one', () => {
    expect(ovix(0, 0)).toBeUndefined();
    expect(ovix(1, 1)).toBeUndefined();
    expect(ovix(40, 40)).toBeUndefined();
  });

  test('is not given for fewer than 200 words', () => {
    expect(measuresOf(counts('Vi ses snart igen. '.repeat(49))).ovix).toBeUndefined();
    expect(measuresOf(counts('Vi ses snart igen. '.repeat(50))).ovix).toBeGreaterThan(0);
  });

  test('does not tell capitals from small letters', () => {
    expect(counts('Vi ses. VI SES.').types.size).toBe(2);
  });
});

describe('what is counted', () => {
  test('a word is long from seven letters on; hyphens and colons are no letters', () => {
    expect(figures('Vård utredes e-hälsa nyheter EU:s.').longWords).toBe(2);
  });

  test('a number is a word and never long', () => {
    expect(figures('Mötet 2026-03-05 kostar 1234567 kronor.')).toEqual({
      words: 5,
      sentences: 1,
      longWords: 0,
    });
  });

  test('headings and list items are sentences of their own', () => {
    expect(figures('# Nyheter\n\nVi ska:\n\n- lyssna\n- svara').sentences).toBe(4);
  });

  test('a colon ends no sentence', () => {
    expect(figures('Svaret är enkelt: Alla får komma. Välkomna.').sentences).toBe(2);
  });

  test('headings are left out of the mean', () => {
    expect(measuresOf(counts('# Nyheter från oss i dag\n\nVi ses snart.')).sentenceMean).toBe(3);
  });

  test('table cells and code blocks are left out', () => {
    expect(figures('| Dag | Tid |\n|---|---|\n| Måndag | 9 |\n\n```\nkod\n```\n\nVi ses.').words).toBe(2);
  });

  test('code in a sentence is one word, and never long', () => {
    expect(figures('Skriv `klarlint --format sarif` och vänta.')).toEqual({
      words: 4,
      sentences: 1,
      longWords: 0,
    });
  });

  test('long sentences and the longest', () => {
    const long = `Ett ${'ord '.repeat(24)}till.`;
    const { longestSentence, longSentences } = measuresOf(counts(`Vi ses. ${long} Vi ses. Vi ses.`));
    expect([longestSentence, longSentences]).toEqual([26, 0.25]);
  });

  test('letters per word, numbers left out', () => {
    expect(measuresOf(counts('Mötet 2026 är här.')).wordLength).toBeCloseTo((5 + 2 + 3) / 3);
  });

  test('an empty text has no figures', () => {
    expect(measuresOf(counts(''))).toMatchObject({
      words: 0,
      lix: undefined,
      sentenceMean: undefined,
      wordLength: undefined,
    });
  });
});
