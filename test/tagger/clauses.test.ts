import { describe, expect, test } from 'vitest';
import { finiteVerbs, passives } from '../../src/analyse/clauses.ts';
import { read } from './shipped.ts';

/** ”subordinator>verb” or ”>verb” for each finite verb. */
function verbs(sentence: string): string[] {
  const reading = read(sentence);
  return finiteVerbs(reading).map(
    ({ verb, subordinator }) =>
      `${subordinator === undefined ? '' : reading[subordinator]!.text}>${reading[verb]!.text}`,
  );
}

describe('finite verbs', () => {
  test.each([
    ['Kommunen bygger en skola .', ['>bygger']],
    ['Om du flyttar ska du anmäla det .', ['Om>flyttar', '>ska']],
    ['Den som söker stöd får svar i maj .', ['som>söker', '>får']],
    ['Vi vet att de som hyr betalar mer .', ['>vet', 'som>hyr', 'att>betalar']],
    ['Vad kostar en plats ?', ['>kostar']],
    ['Vi ringer och skriver till dig .', ['>ringer', '>skriver']],
    ['Den som söker och får stöd ska redovisa det .', ['som>söker', 'som>får', '>ska']],
    ['Kostnader .', []],
  ])('%s', (sentence, expected) => {
    expect(verbs(sentence)).toEqual(expected);
  });
});

describe('passives', () => {
  test.each([
    ['Avgiften beslutas av nämnden .', 's beslutas av'],
    ['Avgiften beslutas i juni .', 's beslutas'],
    ['Förslaget blev antaget av nämnden .', 'bli blev antaget av'],
    ['Hon blev glad .', ''],
    ['Det finns platser .', ''],
    ['Vi hoppas på svar .', ''],
  ])('%s', (sentence, expected) => {
    const reading = read(sentence);
    const shown = passives(reading).map(({ kind, verb, participle, agent }) =>
      [
        kind,
        ...[verb, participle, agent].flatMap((at) => (at === undefined ? [] : [reading[at]!.text])),
      ].join(' '),
    );
    expect(shown.join()).toBe(expected);
  });
});
