import { expect, test } from 'vitest';
import { settingsOf } from '../../src/config/profile.ts';
import { type RequireSpec, requirement } from '../../src/kinds/require.ts';
import { Text } from '../../src/rule.ts';
import { readMarkdown } from '../../src/source/markdown.ts';

/** What is found, as the words that it is on. */
function found(
  spec: Omit<RequireSpec, 'message'>,
  content: string,
  kinds?: string[],
  textKind?: string,
): string[] {
  const { profile } = settingsOf('klarsprak');
  const options = { profile, ...(kinds && { kinds }), ...(textKind && { textKind }) };
  const problems = [
    ...requirement({ ...spec, message: 'saknas' }, options)(new Text(readMarkdown(content), [])),
  ];
  return problems.map(({ block, start, end }) => block?.text.slice(start, end) ?? 'hela texten');
}

test('a text must hold one of the words, in any form that the stars allow', () => {
  expect(found({ any: ['diarienummer', 'dnr*'] }, 'Vi har beslutat.')).toEqual(['hela texten']);
  expect(found({ any: ['diarienummer', 'dnr*'] }, 'Diarienummer: RS 2026-14.')).toEqual([]);
});

test('only some kinds of text, and texts with such a heading', () => {
  const spec = { any: ['målgrupp*'], heading: ['kommunikationsplan*'] };
  expect(found(spec, 'Flytten.', ['plan'], 'brev')).toEqual([]);
  expect(found(spec, 'Flytten.', ['plan'], 'plan')).toEqual(['hela texten']);
  expect(found(spec, '# 2. Kommunikationsplanen\n\nFlytten.', ['plan'])).toEqual(['hela texten']);
  expect(found(spec, '# Om kommunikationsplanen\n\nFlytten.', ['plan'])).toEqual([]);
});

test('in a section, with what lies under its lower headings', () => {
  const spec = { any: ['senast'], section: ['anmäl*'] };
  const text = (day: string) =>
    `Senast.\n\n## Anmälan\n\nRing oss.\n\n### När\n\n${day}\n\n## Frågor\n\nSenast i maj.`;
  expect(found(spec, text('Gärna snart.'))).toEqual(['Anmälan']);
  expect(found(spec, text('Senast den 4 maj.'))).toEqual([]);
  expect(found(spec, 'Utan rubrik.')).toEqual([]);
});
