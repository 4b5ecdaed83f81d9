import { expect, test } from 'vitest';
import { Suggester } from '../../src/lexicon/suggest.ts';
import { type Misfit, type OwnWord, overlayOf } from '../../src/lexicon/vocabulary.ts';
import { lexicon } from '../lexicon/shipped.ts';

/** The shipped lexicon with words of a user's, and what does not fit. */
function withWords(...lines: readonly string[]) {
  const misfits: [string, Misfit][] = [];
  const words = lines.map((line): OwnWord => {
    const [word, model] = line.split('/') as [string, string?];
    return { word, ...(model !== undefined && { model }) };
  });
  const own = lexicon.with(overlayOf(words, lexicon, ({ word }, why) => misfits.push([word, why])));
  return { own, misfits };
}

test('a plain word has the form that it is written in', () => {
  const { own, misfits } = withWords('Zorvia', 'krylbo');
  expect(misfits).toEqual([]);
  for (const form of ['Zorvia', 'krylbo', 'Krylbo', 'KRYLBO', 'Zorvia-projektet'])
    expect(own.has(form)).toBe(true);
  for (const form of ['zorvia', 'krylbon']) expect(own.has(form)).toBe(false);
});

const MODELS: readonly (readonly [line: string, forms: string])[] = [
  ['zorvapp/app', 'zorvappen zorvappar zorvapparna zorvapparnas'],
  ['zorv/journal', 'zorven zorvens zorver zorverna'],
  ['zrecka/vecka', 'zreckan zreckor zreckornas'],
  ['zorvbok/bok', 'zorvboken zorvböcker zorvböckerna'],
  ['zinarium/seminarium', 'zinariet zinarier zinariernas'],
  ['zorva/mejla', 'zorvar zorvade zorvat zorvas zorvad zorvande'],
  ['zorvig/viktig', 'zorvigt zorviga zorvigare zorvigast'],
  ['Zorvköping/Norrköping', 'Zorvköpings'],
];
for (const [line, forms] of MODELS) {
  test(line, () => {
    const { own, misfits } = withWords(line);
    expect(misfits).toEqual([]);
    for (const form of forms.split(' ')) expect(own.has(form), form).toBe(true);
  });
}

test('a name has a genitive', () => {
  const { own } = withWords('Zorvia', 'Zorvus', 'ZRK');
  for (const form of ['Zorvias', 'Zorvus', 'ZRK:s']) expect(own.has(form), form).toBe(true);
  expect(own.has('Zorvuss')).toBe(false);
  expect(own.analyses('Zorvias')).toEqual([{ lemma: 'Zorvia', tag: 'PM|GEN', class: 'PM' }]);
});

test('a form has its lemma and tag', () => {
  const { own } = withWords('zorvia/pizza');
  expect(own.analyses('zorviornas')).toEqual([{ lemma: 'zorvia', tag: 'NN|UTR|PLU|DEF|GEN', class: 'NN' }]);
  expect(own.inflect('zorvia', 'NN|UTR|SIN|DEF|NOM')).toBe('zorvian');
});

test('joins other words as its model does', () => {
  const { own } = withWords('zorvapp/bil', 'zorvverkan/samverkan', 'zrecka/vecka');
  for (const form of [
    'zorvapptest',
    'zorvapptestet',
    'vårdzorvappen',
    'zorvverkansmöte',
    'zreckodag',
    'Zreckodagar',
    'zorvverkanszorvappar',
  ])
    expect(own.has(form), form).toBe(true);
  for (const form of [
    'zorvverkanmöte',
    'zreckadag',
    'zreckdag',
    'zorvappqwrt',
    'zorvapptesst',
    'qwrtzorvapp',
  ])
    expect(own.has(form), form).toBe(false);
  expect(own.analyses('zorvverkansmötets')[0]).toEqual({
    lemma: 'zorvverkansmöte',
    tag: 'NN|NEU|SIN|DEF|GEN',
    class: 'NN',
  });
  expect(own.compound('zreckodag')?.modifiers).toEqual([
    { form: 'zrecko', start: 0, end: 6, lemma: 'zrecka', joint: 'o' },
  ]);
  expect(own.inflect('vårdzorvapp', 'NN|UTR|PLU|DEF|NOM')).toBe(
    'vårdzorvapparna'.replace('apparna', 'apparna'),
  );
});

test('a short stem does not make a model of whatever it begins', () => {
  const { own } = withWords('zorvbok/bok');
  expect(own.compound('zorvbokhylla')?.parts.map(({ form }) => form)).toEqual(['zorvbok', 'hylla']);
  expect(own.compound('zorvbarnvagn')).toBeUndefined();
});

test('many words are read and walked in linear time', () => {
  const time = (count: number) => {
    const begun = performance.now();
    const { own } = withWords(...Array.from({ length: count }, (_, i) => `zorv${letters(i)}app/bil`));
    new Suggester(own).suggest('zorvaapp');
    expect(own.has(`vårdzorv${letters(count - 1)}appar`)).toBe(true);
    return performance.now() - begun;
  };
  const letters = (i: number): string => [...String(i)].map((digit) => 'aeiouyåäöb'[Number(digit)]).join('');
  time(100);
  expect(time(8_000)).toBeLessThan(12 * time(2_000) + 100);
});

test('tells of words that do not fit their models', () => {
  const { own, misfits } = withWords('zorv/jurnal', 'wiki/vecka', 'zork/bilarna');
  expect(misfits).toEqual([
    ['zorv', 'unknown'],
    ['wiki', 'ending'],
    ['zork', 'unknown'],
  ]);
  expect(own.has('zorv')).toBe(true);
});

test('a word of the user is suggested', () => {
  const { own } = withWords('Zorvköping', 'zorvapp/bil');
  const suggester = new Suggester(own);
  const words = (word: string) => suggester.suggest(word).map((one) => one.word);
  expect(words('zorvapar')).toContain('zorvappar');
  expect(words('Zorvapen')[0]).toBe('Zorvappen');
  expect(words('Zorvkping')[0]).toBe('Zorvköping');
  expect(suggester.suggest('zorvaap')[0]).toMatchObject({ word: 'zorvapp', whole: true });
});
