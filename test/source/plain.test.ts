import { expect, test } from 'vitest';
import { readPlain } from '../../src/source/plain.ts';
import fc from '../property.ts';

function outline(text: string): string[] {
  return readPlain(text).blocks.map((block) => `${block.kind}: ${block.text}`);
}

test('blank lines part paragraphs, a line alone is a heading', () => {
  expect(outline('Kontakt\n\nHär är texten.\n\nOch mer text.\n')).toEqual([
    'heading: Kontakt',
    'paragraph: Här är texten.',
    'paragraph: Och mer text.',
  ]);
});

test('lines broken by the width of the page are joined', () => {
  expect(
    outline('Kommunerna har samverkat om vården i länet under många\når och ska göra det igen.'),
  ).toEqual(['paragraph: Kommunerna har samverkat om vården i länet under många\når och ska göra det igen.']);
});

test('short lines stand for themselves', () => {
  expect(outline('Anna Ek\nKommunikatör\nanna.ek@exempel.se')).toEqual([
    'paragraph: Anna Ek',
    'paragraph: Kommunikatör\nanna.ek@exempel.se',
  ]);
});

test('bullets, numbers and letters open list items', () => {
  expect(outline('Vi ska:\n- boka\n• ringa\n1. åka\na) komma hem\n– vila\n– sova')).toEqual([
    'paragraph: Vi ska:',
    'list-item: boka',
    'list-item: ringa',
    'list-item: åka',
    'list-item: komma hem',
    'list-item: vila',
    'list-item: sova',
  ]);
});

test('other marks open a list within the list, other text ends it', () => {
  const { blocks } = readPlain('- ett\n1. inre\n2. inre\n\n- två\n1. inre\n\nText.\n\n- ny');
  expect(blocks.map(({ item }) => [item?.list, item?.number])).toEqual([
    [1, 1],
    [2, 1],
    [2, 2],
    [1, 2],
    [3, 1],
    [undefined, undefined],
    [4, 1],
  ]);
});

test('a single dash is somebody speaking', () => {
  expect(outline('– Vi är glada, säger Anna.')).toEqual(['paragraph: – Vi är glada, säger Anna.']);
});

test('tabs part the cells of a row', () => {
  expect(outline('Aktivitet\tNär\nMöte\t24 maj')).toEqual([
    'table-cell: Aktivitet',
    'table-cell: När',
    'table-cell: Möte',
    'table-cell: 24 maj',
  ]);
});

test('every letter stands where the block says, whatever the line ends', () => {
  const pieces = fc.constantFrom(
    'hej',
    'Hej ',
    'å',
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    '- ',
    '• ',
    '1. ',
    '\t',
    ' ',
    'a) ',
    '.',
    '\ufeff',
    'o\u0308',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const { text, blocks } = readPlain(parts.join(''));
      for (const block of blocks) {
        for (let i = 0; i < block.text.length; i++) {
          const original = text.slice(block.offsets.start(i), block.offsets.end(i + 1)).normalize('NFC');
          if (block.text[i] !== '\n') expect(original).toContain(block.text[i]);
        }
      }
    }),
    { numRuns: 500 },
  );
});
