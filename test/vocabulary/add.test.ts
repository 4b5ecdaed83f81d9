import { expect, test } from 'vitest';
import { withWord } from '../../src/config/with-word.ts';
import { ConfigError, ConfigFile } from '../../src/config/problem.ts';

const add = (text: string, line: string) => withWord(new ConfigFile('/klarlint.yml', text), line);

const CASES: readonly { name: string; before: string; line: string; after: string }[] = [
  { name: 'an empty file', before: '', line: 'zorv', after: 'vocabulary:\n  - zorv\n' },
  {
    name: 'a file without a list',
    before: 'extends:   klarsprak # vår',
    line: 'zorv',
    after: 'extends:   klarsprak # vår\n\nvocabulary:\n  - zorv\n',
  },
  {
    name: 'in Swedish order, with comments and spaces as they were',
    before: 'vocabulary:\n- ./ord.txt\n-   app   # vår\n\n# yrken\n- öring\nroot:   true\n',
    line: 'ärla',
    after: 'vocabulary:\n- ./ord.txt\n-   app   # vår\n\n# yrken\n- ärla\n- öring\nroot:   true\n',
  },
  {
    name: 'last',
    before: 'vocabulary:\n  - app # vår\nroot: true\n',
    line: 'båt/app',
    after: 'vocabulary:\n  - app # vår\n  - båt/app\nroot: true\n',
  },
  {
    name: 'last, without a line end',
    before: 'vocabulary:\n  - a',
    line: 'b',
    after: 'vocabulary:\n  - a\n  - b\n',
  },
  {
    name: 'in one line',
    before: 'vocabulary: [a,  c] # x\n',
    line: 'b',
    after: 'vocabulary: [a,  b, c] # x\n',
  },
  { name: 'in one line, last', before: 'vocabulary: [a]\n', line: 'b', after: 'vocabulary: [a, b]\n' },
  { name: 'an empty list', before: '# x\nvocabulary: []\n', line: 'b', after: '# x\nvocabulary:\n  - b\n' },
  {
    name: 'nothing as a list',
    before: '{ root: true }\n',
    line: 'b',
    after: '{ root: true, vocabulary: [ b ] }\n',
  },
  {
    name: 'Windows line ends',
    before: 'vocabulary:\r\n  - a\r\n  - c\r\n',
    line: 'b',
    after: 'vocabulary:\r\n  - a\r\n  - b\r\n  - c\r\n',
  },
  { name: 'what YAML reads otherwise', before: '', line: '2030', after: 'vocabulary:\n  - "2030"\n' },
  {
    name: 'a word that is there',
    before: 'vocabulary: [a/app]\n',
    line: 'a',
    after: 'vocabulary: [a/app]\n',
  },
  {
    name: 'a model for a word that is there',
    before: 'vocabulary:\n  - a # x\n',
    line: 'a/app',
    after: 'vocabulary:\n  - a/app # x\n',
  },
];

for (const { name, before, line, after } of CASES) {
  test(name, async () => {
    expect(await add(before, line)).toBe(after);
    expect(await add(after, line)).toBe(after);
  });
}

test('a file that is wrong is left alone', async () => {
  await expect(add('vocabulary: a\n', 'b')).rejects.toThrow(ConfigError);
  await expect(add('vocabulary: [a\n', 'b')).rejects.toThrow(ConfigError);
});
