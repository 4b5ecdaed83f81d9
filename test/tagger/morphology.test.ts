import { expect, test } from 'vitest';
import { isSPassive, morphologyOf } from '../../src/analyse/morphology.ts';
import { read } from './shipped.ts';

/** Class and features of the first token with this form. */
function morphology(form: string, sentence: string): string {
  const reading = read(sentence);
  const { upos, feats } = morphologyOf(
    reading,
    reading.findIndex(({ text }) => text === form),
  );
  return `${upos} ${feats}`;
}

test.each([
  ['kommunen', 'Vi ringde kommunen .', 'NOUN Case=Nom|Definite=Def|Gender=Com|Number=Sing'],
  ['bokas', 'Tiden bokas på webben .', 'VERB Mood=Ind|Tense=Pres|VerbForm=Fin|Voice=Pass'],
  ['finns', 'Det finns tre vägar .', 'VERB Mood=Ind|Tense=Pres|VerbForm=Fin'],
  ['kan', 'Du kan ringa oss .', 'AUX Mood=Ind|Tense=Pres|VerbForm=Fin|Voice=Act'],
  ['har', 'Vi har skrivit till dig .', 'AUX Mood=Ind|Tense=Pres|VerbForm=Fin|Voice=Act'],
  ['har', 'Vi har en bil .', 'VERB Mood=Ind|Tense=Pres|VerbForm=Fin|Voice=Act'],
  ['ringa', 'Du kan ringa oss .', 'VERB VerbForm=Inf|Voice=Act'],
  ['oss', 'Du kan ringa oss .', 'PRON Case=Acc|Definite=Def|Gender=Com|Number=Plur|PronType=Prs'],
  ['nya', 'De nya reglerna gäller alla .', 'ADJ Case=Nom|Definite=Def|Degree=Pos'],
  ['nya', 'Vi inför nya regler .', 'ADJ Case=Nom|Definite=Ind|Degree=Pos|Number=Plur'],
  ['inte', 'Det går inte .', 'PART Polarity=Neg'],
  ['Sveriges', 'Sveriges kommuner växer .', 'PROPN Case=Gen'],
  ['.', 'Det går inte .', 'PUNCT _'],
])('%s in ”%s”', (form, sentence, expected) => {
  expect(morphology(form, sentence)).toBe(expected);
});

test.each([
  ['Beslutet fattas av nämnden .', 'fattas', true],
  ['Det fattas tre stolar i salen .', 'fattas', false],
  ['Vi träffas på torsdag .', 'träffas', false],
  ['Ansökan skickas till kommunen .', 'skickas', true],
  ['Det är kommunens ansvar .', 'kommunens', false],
])('”%s”: is %s a passive? %s', (sentence, form, expected) => {
  const reading = read(sentence);
  expect(
    isSPassive(
      reading,
      reading.findIndex(({ text }) => text === form),
    ),
  ).toBe(expected);
});
