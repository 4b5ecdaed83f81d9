import { expect, test } from 'vitest';
import { lexicon } from './shipped.ts';

test.each([
  ['samverkansöverenskommelserna', 'samverkans överenskommelserna'],
  ['processtöd', 'process stöd'],
  ['kunskapsstyrning', 'kunskaps styrning'],
  ['dialogseminarier', 'dialog seminarier'],
  ['veckodag', 'vecko dag'],
  ['räntehöjning', 'ränte höjning'],
  ['pepparkakshus', 'pepparkaks hus'],
  ['patientavgifter', 'patient avgifter'],
  ['Patientavgifter', 'patient avgifter'],
])('%s is %s', (word, parts) => {
  expect(lexicon.compound(word)?.parts.map((part) => part.form)).toEqual(parts.split(' '));
});

test.each(['xqzzwk', 'säkerhetsställer', 'processstöd', 'bilbil', 'hus', 'utvärdring'])(
  '%s is no compound',
  (word) => {
    expect(lexicon.compounds(word)).toEqual([]);
  },
);

test('head, modifiers and joint are told apart', () => {
  const compound = lexicon.compound('samverkansöverenskommelse');
  expect(compound?.modifiers).toEqual([
    { form: 'samverkans', start: 0, end: 10, lemma: 'samverkan', joint: 's' },
  ]);
  expect(compound?.head).toEqual({ form: 'överenskommelse', start: 10, end: 25 });
});

test('the letter left out of three belongs to both parts', () => {
  expect(lexicon.compound('processtöd')?.parts).toEqual([
    { form: 'process', start: 0, end: 7 },
    { form: 'stöd', start: 6, end: 10 },
  ]);
});

test.each([
  ['veckodag', 'vecka', 'o'],
  ['räntehöjning', 'ränta', 'e'],
  ['pepparkakshus', 'pepparkaka', 's'],
  ['patientavgift', 'patient', ''],
])('%s begins with %s', (word, lemma, joint) => {
  expect(lexicon.compound(word)?.modifiers[0]).toMatchObject({ lemma, joint });
});
