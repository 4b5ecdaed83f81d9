import { expect, test } from 'vitest';
import { Model } from '../../src/analyse/tagger/model.ts';
import { Tagger } from '../../src/analyse/tagger/tagger.ts';
import { readTagged } from '../../src/build/tagger/conllu.ts';
import { DEFAULT_TRAINING, train } from '../../src/build/tagger/train.ts';
import { lexicon } from './shipped.ts';

const SENTENCES: readonly (readonly (readonly [word: string, tag: string])[])[] = [
  [
    ['Vi', 'PN|UTR|PLU|DEF|SUB'],
    ['läser', 'VB|PRS|AKT'],
    ['boken', 'NN|UTR|SIN|DEF|NOM'],
    ['.', 'MAD'],
  ],
  [
    ['Boken', 'NN|UTR|SIN|DEF|NOM'],
    ['läses', 'VB|PRS|SFO'],
    ['av', 'PP'],
    ['oss', 'PN|UTR|PLU|DEF|OBJ'],
    ['.', 'MAD'],
  ],
  [
    ['Huset', 'NN|NEU|SIN|DEF|NOM'],
    ['är', 'VB|PRS|AKT'],
    ['stort', 'JJ|POS|NEU|SIN|IND|NOM'],
    ['.', 'MAD'],
  ],
  [
    ['De', 'PN|UTR/NEU|PLU|DEF|SUB'],
    ['bygger', 'VB|PRS|AKT'],
    ['huset', 'NN|NEU|SIN|DEF|NOM'],
    ['.', 'MAD'],
  ],
];
const EXAMPLES = SENTENCES.map((sentence) => ({
  words: sentence.map(([word]) => word),
  tags: sentence.map(([, tag]) => tag),
}));
const TRAINING = { ...DEFAULT_TRAINING, epochs: 10, runs: 2, least: 1, faintest: 1 };

test('the same sentences give the same bytes', () => {
  const once = train(EXAMPLES, lexicon, TRAINING);
  const again = train(EXAMPLES, lexicon, TRAINING);
  expect(Buffer.compare(once, again)).toBe(0);
});

test('a tagger knows the sentences it was trained on', () => {
  const tagger = new Tagger(train(EXAMPLES, lexicon, TRAINING), lexicon);
  for (const { words, tags } of EXAMPLES) expect(tagger.tag(words)).toEqual(tags);
});

test('a model may lie anywhere in a buffer', () => {
  const bytes = train(EXAMPLES, lexicon, TRAINING);
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  const tagger = new Tagger(shifted.subarray(1), lexicon);
  expect(tagger.tag(EXAMPLES[0]!.words)).toEqual(EXAMPLES[0]!.tags);
});

test('what is no model is refused, with the cure', () => {
  const bytes = train(EXAMPLES, lexicon, TRAINING);
  for (const wrong of [new Uint8Array(0), new Uint8Array(64), bytes.subarray(0, 40)])
    expect(() => new Model(wrong)).toThrow('npm run train');
});

test('CoNLL-U: ranges, empty nodes and comments are passed over', () => {
  const text = [
    '# text = Dels av',
    '1-2\tdelsav\t_\t_\t_\t_\t_\t_\t_\t_',
    '1\tDels\t_\tADV\tAB\t_\t0\troot\t_\t_',
    '1.1\tär\t_\t_\tVB\t_\t_\t_\t_\t_',
    '2\tav\t_\tADP\tPP\t_\t1\tcase\t_\t_',
  ].join('\r\n');
  expect(readTagged(text)).toEqual([{ words: ['Dels', 'av'], tags: ['AB', 'PP'] }]);
});
