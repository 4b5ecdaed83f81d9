import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Text } from '../../src/analyse/text.ts';
import { readMarkdown } from '../../src/source/markdown.ts';

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
  test.each(runs)('of many “%s” takes no more than its length', (run) => {
    const time = (length: number): number => {
      const source = readMarkdown(run.repeat(length / run.length));
      let least = Number.POSITIVE_INFINITY;
      for (let i = 0; i < 3; i++) {
        const before = performance.now();
        void new Text(source).language;
        least = Math.min(least, performance.now() - before);
      }
      return least;
    };
    // Eight times the text: 8 when the time grows with it, 64 when with its square. Busy machines blur it.
    expect(time(160_000) / Math.max(time(20_000), 2)).toBeLessThan(32);
  });
});
