import type { Plugin } from 'esbuild';
import jsTokens from 'js-tokens';
import { writtenOut } from '../parse/expression.ts';

/** Writes out the letters in the expressions of a program, as `writtenOut` tells. */
export function writeOutLetters(program: string): string {
  let out = '';
  for (const { type, value } of jsTokens(program)) {
    out += type === 'RegularExpressionLiteral' ? inExpression(value) : value;
  }
  return out;
}

function inExpression(literal: string): string {
  const end = literal.lastIndexOf('/');
  const flags = literal.slice(end + 1);
  // A division that was taken for an expression.
  if (!/^[a-z]*$/.test(flags)) return literal;
  return `/${writtenOut(literal.slice(1, end), flags)}/${flags.replace('i', '')}`;
}

export const plainLetters: Plugin = {
  name: 'plain-letters',
  setup(build) {
    build.onLoad({ filter: /[\\/](?:src|rules)[\\/].*\.ts$/ }, async ({ path }) => {
      const { readFile } = await import('node:fs/promises');
      return { contents: writeOutLetters(await readFile(path, 'utf8')), loader: 'ts' };
    });
  },
};
