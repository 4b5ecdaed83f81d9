import { describe, expect, test } from 'vitest';
import { Text } from '../../src/analyse/text.ts';
import { readMarkdown } from '../../src/source/markdown.ts';
import fc from '../property.ts';

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 10 }),
  fc.constantFrom(
    ...[
      '”',
      '"',
      '’',
      '»',
      '– ',
      '\n\n',
      '. ',
      ': ',
      ', ',
      '*',
      '`',
      '[a](b.se)',
      'lagen ',
      '(2010:900) ',
      'om ',
      'och ',
    ],
    ...[
      'dnr ',
      'KS 2022-00123 ',
      'Anna ',
      'Ek ',
      'the ',
      'of ',
      'ikke ',
      'säger ',
      'a@b.se ',
      'x.docx ',
      'Region ',
      '😀',
    ],
  ),
);

describe('any text', () => {
  test('has zones, a language and sound tokens', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = new Text(readMarkdown(pieces.join('')), ['Region Ek', 'Anna']);
        for (const { block, tokens } of text.sentences) {
          for (const token of tokens) {
            expect(block.text.slice(token.start, token.end)).toBe(token.text);
            expect(token.zones).toBeGreaterThan(0);
          }
        }
        expect(['sv', 'other']).toContain(text.language);
        expect(typeof text.damaged).toBe('boolean');
      }),
      { numRuns: 500 },
    );
  });

  const runs = [
    '”a ',
    '„a ',
    '”a” ',
    '’a ',
    'the ',
    'the x ',
    'lagen om ',
    'lagen (2010:900) om ',
    '*the* ',
    'Anna ',
    '1 000 ',
    'ab.Ab',
  ];
  // With the square of its length it would take a minute and more.
  test.each(runs)(
    'of many “%s” takes no more than its length',
    (run) => {
      const source = readMarkdown(run.repeat(200_000 / run.length));
      const before = performance.now();
      expect(new Text(source).language).toBeDefined();
      expect(performance.now() - before).toBeLessThan(4000);
    },
    20_000,
  );
});
