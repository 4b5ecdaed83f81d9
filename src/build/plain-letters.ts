import type { Plugin } from 'esbuild';
import jsTokens from 'js-tokens';

/**
 * `\p{L}` and its kin name some 700 stretches of Unicode, many beyond 16 bits; to compile an expression with one in it takes
 * V8 a third of a millisecond, twice over when the expression is used often, and twice again for texts of other width.
 * With a hundred of them that is half of a cold start. In the bundle, and in the tests, they are written out: exact for
 * Latin, whole blocks for other scripts, nothing beyond 16 bits.
 */
const OTHER_SCRIPTS = '\\u0370-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff\\uf900-\\ufdff\\ufe70-\\ufefc';
const STRETCHES: Readonly<Record<string, string>> = {
  L: stretches(/\p{L}/u, 0x2c2) + OTHER_SCRIPTS,
  Lu: `${stretches(/\p{Lu}/u, 0x180)}\\u0391-\\u03a9\\u0410-\\u042f`,
  Ll: `${stretches(/\p{Ll}/u, 0x180)}\\u03b1-\\u03c9\\u0430-\\u044f`,
  N: `${stretches(/\p{N}/u, 0x180)}\\u2150-\\u218b`,
  Nd: '0-9',
};

/** What a class of all characters below `end` that match holds. */
function stretches(expression: RegExp, end: number): string {
  const found: [from: number, to: number][] = [];
  for (let code = 0; code < end; code++) {
    if (!expression.test(String.fromCharCode(code))) continue;
    const last = found.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else found.push([code, code]);
  }
  const escaped = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`;
  return found
    .map(([from, to]) => (from === to ? escaped(from) : `${escaped(from)}-${escaped(to)}`))
    .join('');
}

/** Writes out the letters in the expressions of a program. */
export function writeOutLetters(program: string): string {
  if (!program.includes('\\p{')) return program;
  let out = '';
  for (const { type, value } of jsTokens(program)) {
    out += type === 'RegularExpressionLiteral' ? inExpression(value) : value;
  }
  return out;
}

function inExpression(literal: string): string {
  let inClass = false;
  return literal.replace(/\\(?:([pP])\{(\w+)\}|.)|[[\]]/gsu, (part, kind?: string, name?: string) => {
    if (part === '[') inClass = true;
    else if (part === ']') inClass = false;
    const known = name === undefined ? undefined : STRETCHES[name];
    // Inside a class there is no writing out of what is not a letter.
    if (known === undefined || (inClass && kind === 'P')) return part;
    return inClass ? known : `[${kind === 'P' ? '^' : ''}${known}]`;
  });
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
