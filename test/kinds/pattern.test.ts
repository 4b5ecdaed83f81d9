import { describe, expect, test } from 'vitest';
import { readCore } from '../../src/cli/core.ts';
import { pattern, type TokenPattern } from '../../src/kinds/pattern.ts';
import { Text } from '../../src/rule.ts';
import { readPlain } from '../../src/source/plain.ts';

/** What patterns find, as `words: message → expected`. */
function found(patterns: readonly TokenPattern[], content: string): string[] {
  const check = pattern({ message: '{actual}', patterns });
  return new Text(readPlain(content), [], readCore()).sentences.flatMap((sentence) =>
    [...check(sentence)].map(({ start, end, message, expected }) => {
      const words = sentence.block.text.slice(start, end);
      return `${words}: ${message}${expected === undefined ? '' : ` → ${expected}`}`;
    }),
  );
}

describe('a pattern of tokens', () => {
  test('is found by word, lemma, word class and features', () => {
    const patterns = [{ tokens: [{ lemma: 'ansökan' }, { pos: 'VERB', feats: { Voice: 'Pass' } }] }];
    expect(found(patterns, 'Ansökningarna prövades i maj. Ansökan prövar vi.')).toEqual([
      'Ansökningarna prövades: Ansökningarna prövades',
    ]);
    expect(
      found([{ tokens: [{ lower: ['e-post*', '*mejl'] }] }], 'Skriv e-postadress och nattmejl, inte post.'),
    ).toEqual(['e-postadress: e-postadress', 'nattmejl: nattmejl']);
  });

  test('takes as much as it can, and gives back what the rest needs', () => {
    const adjectives = [
      { tokens: [{ lower: 'en' }, { pos: 'ADJ', op: '*' }, { pos: ['ADJ', 'NOUN'] }] },
    ] as const;
    expect(found(adjectives, 'Det var en stor röd bil.')).toEqual(['en stor röd bil: en stor röd bil']);
    expect(
      found([{ tokens: [{ lower: 'en' }, { pos: 'ADJ', op: '?' }, { lower: 'bil' }] }], 'en bil, en röd bil'),
    ).toEqual(['en bil: en bil', 'en röd bil: en röd bil']);
  });

  test('may say what must not stand there, and which words the finding is on', () => {
    const patterns: TokenPattern[] = [
      {
        tokens: [
          { lower: 'inte', op: '!' },
          { pos: ['AUX', 'VERB', 'PART'] },
          { lower: 'bara', mark: true },
          { lower: 'om', op: '!' },
        ],
        message: '”{3}” behövs inte efter ”{2}”',
        expected: '{2}',
      },
    ];
    expect(found(patterns, 'Vi vill bara veta. Vi vill bara om vi får. Det är inte bara bra.')).toEqual([
      'bara: ”bara” behövs inte efter ”vill” → vill',
    ]);
  });

  test('what to write has a capital where what stands there has one', () => {
    const patterns = [
      { tokens: [{ lower: 'mer', mark: true }, { lower: 'och' }, { lower: 'fler' }], expected: 'fler' },
    ];
    expect(found(patterns, 'Mer och fler kommer. I dag kommer mer och fler.')).toEqual([
      'Mer: Mer → Fler',
      'mer: mer → fler',
    ]);
  });

  test('calls for the rarest of its words', () => {
    const patterns = [{ tokens: [{ lower: ['finns', 'är'] }, { lower: 'gått' }, { lower: 'om' }] }];
    expect(pattern({ message: '{actual}', patterns }).words).toEqual(['gått']);
    expect(pattern({ message: '{actual}', patterns: [{ tokens: [{ pos: 'VERB' }] }] }).words).toBeUndefined();
  });

  test('stays within a clause where that is asked for', () => {
    const tokens: TokenPattern['tokens'] = [{ lower: 'vi' }, { op: '*' }, { lower: 'plan' }];
    const content = 'Vi vet att nämnden har en plan. Vi har redan en plan.';
    expect(found([{ tokens }], content)).toEqual([
      'Vi vet att nämnden har en plan: Vi vet att nämnden har en plan',
      'Vi har redan en plan: Vi har redan en plan',
    ]);
    expect(found([{ tokens, within: 'clause' }], content)).toEqual([
      'Vi har redan en plan: Vi har redan en plan',
    ]);
  });

  test('of several at a place the longest wins, and stays inside its sentence', () => {
    const patterns = [{ tokens: [{ lower: 'ta' }] }, { tokens: [{ lower: 'ta' }, { lower: 'fram' }] }];
    expect(found(patterns, 'Vi ska ta fram en plan. Ja, ta. Fram kommer den.')).toEqual([
      'ta fram: ta fram',
      'ta: ta',
    ]);
  });

  test('of stars takes no more than its length in a long sentence', () => {
    const any = { pos: ['NOUN', 'ADJ', 'PROPN', 'X', 'ADV'], op: '*' } as const;
    const time = (words: number): number => {
      const start = performance.now();
      found([{ tokens: [any, any, any, any, { lower: 'slut' }] }], 'bil '.repeat(words));
      return performance.now() - start;
    };
    time(500);
    expect(time(4000) / time(500)).toBeLessThan(30);
  });

  test('calls for the sentences that hold a word it can’t do without', () => {
    const words = (patterns: TokenPattern[]) => pattern({ message: '', patterns }).words;
    expect(words([{ tokens: [{ pos: 'NOUN' }, { lower: ['Sker', 'görs'] }] }])).toEqual(['sker', 'görs']);
    expect(words([{ tokens: [{ lower: 'sker', op: '?' }, { pos: 'NOUN' }] }])).toBeUndefined();
    expect(words([{ tokens: [{ lower: '*sker' }] }])).toBeUndefined();
  });
});
