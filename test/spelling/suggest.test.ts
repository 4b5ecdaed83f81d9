import { describe, expect, test } from 'vitest';
import { readCore } from '../../src/cli/core.ts';

const { lexicon, suggester, english } = readCore();
const first = (word: string): string | undefined => suggester.suggest(word)[0]?.word;

describe('suggestions', () => {
  test.each([
    ['utvärdring', 'utvärdering'],
    ['kommunnikation', 'kommunikation'],
    ['samverkansöverenskomelse', 'samverkansöverenskommelse'],
    ['processstöd', 'processtöd'],
    ['ménga', 'många'],
    ['énnu', 'ännu'],
    ['forvaltningsomrade', 'förvaltningsområde'],
    ['ansvarsfördelningn', 'ansvarsfördelning'],
    ['tvbranschen', 'tv-branschen'],
    ['tobakspoliti-ken', 'tobakspolitiken'],
    ['e-hällsa', 'e-hälsa'],
    ['stockholm', 'Stockholm'],
  ])('%s: %s', (wrong, right) => {
    expect(first(wrong)).toBe(right);
  });

  test('restores capitals', () => {
    expect(first('Kommuniera')).toBe('Kommunicera');
    expect(first('UTVÄRDRING')).toBe('UTVÄRDERING');
  });

  test('offers only words of the dictionary, none that is forbidden', () => {
    const words = ['säkerhetsställa', 'verksamhetter', 'skirka'].flatMap((word) => suggester.suggest(word));
    expect(words.every(({ word }) => lexicon.has(word))).toBe(true);
  });

  test('has nothing to say of nonsense and of endless words', () => {
    expect(suggester.suggest('xqzzwk')).toEqual([]);
    expect(suggester.suggest('')).toEqual([]);
    const before = performance.now();
    expect(suggester.suggest('överenskommelse'.repeat(700))).toEqual([]);
    expect(performance.now() - before).toBeLessThan(5);
  });

  test('a limit keeps dear suggestions away', () => {
    expect(suggester.suggest('faxibel', 60)).toEqual([]);
    expect(suggester.suggest('kommunnikation', 60)[0]?.word).toBe('kommunikation');
  });

  test('the hardest word of 60 letters takes no time to speak of', () => {
    const before = performance.now();
    suggester.suggest('samverkansöverenskommelseorganisationsutvecklingsarbetsgrpup');
    expect(performance.now() - before).toBeLessThan(300);
  });
});

describe('loose compounds', () => {
  test.each(['hotanalys', 'avtalsdelen', 'länkbar', 'ombearbetning', 'vårdandet'])('%s is one', (word) => {
    expect(suggester.isLooseCompound(word)).toBe(true);
  });

  test.each(['säkerhetåtgärder', 'utvärdring', 'xqzzwk'])('%s is none', (word) => {
    expect(suggester.isLooseCompound(word)).toBe(false);
  });
});

test('English words are known as such, Swedish ones are not', () => {
  expect(english.classOf('request')).toBe(1);
  expect(english.classOf('förfrågan')).toBe(0);
  expect(english.classOf('bank')).toBe(0);
});

test('the words that the issue names', () => {
  const right =
    'samverkansöverenskommelse processtöd kunskapsstyrning länsövergripande e-hälsa vårdgivare dialogseminarier';
  expect(right.split(' ').filter((word) => !lexicon.has(word))).toEqual([]);
  const wrong =
    'xqzzwk Kommuniera ménga utvärdring samverkansöverenskomelse processstöd ansvarsfördelningn säkerhetsställer';
  expect(wrong.split(' ').filter((word) => lexicon.has(word))).toEqual([]);
});
