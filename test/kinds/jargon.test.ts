import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settingsOf } from '../../src/config/profile.ts';
import { introduce } from '../../src/kinds/introduce.ts';
import { rows } from '../../src/kinds/rows.ts';
import { type Problem, Text } from '../../src/rule.ts';
import { readPlain } from '../../src/source/plain.ts';

const list = rows(
  readFileSync(new URL('../../rules/words/jargon-explain/terms.tsv', import.meta.url), 'utf8'),
);
const { profile } = settingsOf('klarsprak');
const spec = { message: '”{actual}”: ”{explanation}”.', toPublic: 'warning' } as const;
const toPublic = introduce(spec, { terms: list }, { profile: { ...profile, address: 'du' } });
const toStaff = introduce(spec, { terms: list }, { profile });

const found = (check: typeof toPublic, content: string): Problem[] => [
  ...check(new Text(readPlain(content))),
];

test('every form of every term is found once in a text to the public, and explained it is not', () => {
  for (const row of list) {
    for (const form of (row['forms'] || row['term']!).split('|')) {
      expect(found(toPublic, `I går gällde ${form} alla. I dag gäller ${form} ingen.`), form).toHaveLength(1);
      expect(found(toPublic, `I går gällde ${form} (${row['explanation']}) alla.`), form).toEqual([]);
    }
  }
});

test('a text to the public is warned of medical words, and told of those of the administration', () => {
  expect(found(toPublic, 'Du får antikoagulantia.')[0]?.severity).toBe('warning');
  expect(found(toPublic, 'Du får egenvård.')[0]?.severity).toBeUndefined();
  expect(found(toStaff, 'Patienten får antikoagulantia.')).toHaveLength(1);
  expect(found(toStaff, 'Patienten får egenvård.')).toEqual([]);
});
