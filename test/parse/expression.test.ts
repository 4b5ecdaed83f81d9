import { readdirSync, readFileSync } from 'node:fs';
import jsTokens from 'js-tokens';
import { expect, test } from 'vitest';
import { expression, writtenOut } from '../../src/parse/expression.ts';

const files = ['src', 'rules'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
);
const read = (ending: string): string[] =>
  files.filter((path) => path.endsWith(ending)).map((path) => readFileSync(path, 'utf8'));

test('every expression in the program finds the same when it is written out', () => {
  const lines = [...new Set(read('README.md').flatMap((text) => text.split('\n')))].filter(
    (_, i) => i % 7 === 0,
  );
  const literals = new Set(
    read('.ts').flatMap((program) =>
      [...jsTokens(program)].flatMap(({ type, value }) =>
        type === 'RegularExpressionLiteral' && /\/[a-z]*$/.test(value) ? [value] : [],
      ),
    ),
  );
  expect(literals.size).toBeGreaterThan(300);
  const different: string[] = [];
  for (const literal of literals) {
    const end = literal.lastIndexOf('/');
    const source = literal.slice(1, end);
    const flags = literal.slice(end + 1).replace(/[gy]/gu, '');
    if (writtenOut(source, flags) === source && !flags.includes('i')) continue;
    const whole = new RegExp(source, flags);
    const written = expression(source, flags);
    for (const line of lines) {
      const found = whole.exec(line);
      const again = written.exec(line);
      if (found?.index !== again?.index || found?.[0] !== again?.[0]) different.push(`${literal}: ${line}`);
    }
  }
  expect(different).toEqual([]);
});

test.each([
  ['ja|nej', 'JA', true],
  ['[a-cå]x', 'ÅX', true],
  ['e-post', 'E-Post', true],
  ['\\p{Lu}b', 'åB', true],
  ['(?<namn>[ab])\\k<namn>', 'aa', true],
  ['a{2,3}\\n', 'AA\n', true],
  ['\\u00e5', 'å', true],
  ['[^a]', 'A', false],
  ['\\bord\\b', 'ORD', true],
])('/%s/i takes %s: %s', (source, text, takes) => {
  expect(new RegExp(`^(?:${source})$`, 'iu').test(text)).toBe(takes);
  expect(expression(`^(?:${source})$`, 'iu').test(text)).toBe(takes);
});
