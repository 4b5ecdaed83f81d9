import { expect, test } from 'vitest';
import { create } from '../../rules/tone/address/rule.ts';
import { settingsOf } from '../../src/config/profile.ts';
import { type Profile, Text } from '../../src/rule.ts';
import { readPlain } from '../../src/source/plain.ts';

/** The messages under a guideline that speaks to its readers so. */
function messages(content: string, address: Profile['address']): string[] {
  const profile = { ...settingsOf('klarsprak').profile, address };
  return [...create({}, { profile, minWords: 5 })(new Text(readPlain(content)))].map(
    ({ message }) => message,
  );
}

const MISSING = 'Texten säger aldrig ”du”. Skriv ”du” i stället för ”Patienten” om läsaren menas.';

test('a text under a guideline that says du', () => {
  expect(messages('Patienten kan boka tid på mottagningen.', 'du')).toEqual([MISSING]);
  expect(messages('Patienten kan boka tid, och du kan ringa.', 'du')).toEqual([]);
  expect(messages('Patienten kan boka tid på mottagningen.', 'none')).toEqual([]);
  expect(messages('Ni kan boka tid på mottagningen.', 'du')).toEqual([
    'Riktlinjen har ”du” till läsaren. Skriv ”du” i stället för ”ni”.',
  ]);
});

test('a text under a guideline that says ni', () => {
  expect(messages('Du kan boka tid på mottagningen.', 'ni')).toEqual([
    'Riktlinjen har ”ni” till läsaren. Skriv ”ni” i stället för ”du”.',
  ]);
  expect(messages('Ni kan boka tid. Du som är chef får ett brev.', 'ni')).toEqual([]);
});
