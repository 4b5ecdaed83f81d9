import { expect, test } from 'vitest';
import { readCore } from '../../src/cli/core.ts';
import { settingsOf } from '../../src/config/profile.ts';
import { Linter, type LintResult, Memory } from '../../src/lint.ts';
import { MarkdownVersions, readMarkdown } from '../../src/source/markdown.ts';
import fc from '../property.ts';

const piece = fc.constantFrom(
  'Vi ses i syfte att erhålla svar. ',
  'Detta är en banbrytande satsning! ',
  'Han sade: ”Vi ska erhålla det.” ',
  'VIS är en förkortning. Vård i samverkan (VIS) finns. ',
  'Utvärdringen finns på sida 3, t ex här. ',
  '\n\n',
  '\n\n# Rubrik\n\n',
  '\n- punkt ett\n- punkt två\n',
  '\n> citat avseende mål\n',
  'x',
  ' ',
);
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(30),
  pieces: fc.array(piece, { maxLength: 3 }),
});

function told({ findings, suppressed, measures, notes }: LintResult): unknown {
  return { findings, suppressed, measures, notes };
}

test('after any edits what is remembered is what is found anew', () => {
  const linter = new Linter({ ...settingsOf('vis-stockholm'), core: readCore() });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.array(edit, { maxLength: 8 }), (first, edits) => {
      const memory = new Memory();
      const versions = new MarkdownVersions();
      let text = first.join('');
      const check = (): void =>
        expect(told(linter.lint(versions.read(text), memory))).toEqual(told(linter.lint(readMarkdown(text))));
      check();
      for (const { at, cut, pieces } of edits) {
        const from = Math.floor(at * text.length);
        text = text.slice(0, from) + pieces.join('') + text.slice(from + cut);
        check();
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('what stands between the words may change though the words do not', () => {
  const linter = new Linter({ ...settingsOf('klarsprak'), core: readCore() });
  const memory = new Memory();
  for (const text of ['Vi ses <b></b>, alla.', 'Vi ses , alla.', 'Vi ses <b></b>, alla.'])
    expect(told(linter.lint(readMarkdown(text), memory)), text).toEqual(
      told(linter.lint(readMarkdown(text))),
    );
});
