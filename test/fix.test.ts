import { expect, test } from 'vitest';
import { settingsOf } from '../src/config/profile.ts';
import { applyFixes, fixUntilStable } from '../src/fix.ts';
import { Linter } from '../src/lint.ts';
import type { Finding, Fix } from '../src/rule.ts';
import { readMarkdown } from '../src/source/markdown.ts';
import fc from './property.ts';

function finding(...fixes: readonly Fix[]): Finding {
  const place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  const rest = { message: '', actual: '', expected: [], source: '', fingerprint: '', whole: false, place };
  return { ruleId: 'x/y', severity: 'warning', start: 0, end: 0, ...rest, fixes };
}

const TEXT = 'abcdefghij';
const edit = fc
  .tuple(fc.nat(TEXT.length), fc.nat(3), fc.constantFrom('', 'X', 'XY'))
  .map(([start, length, text]) => ({ start, end: Math.min(TEXT.length, start + length), text }));
const findings = fc.array(edit.map((one) => finding({ kind: 'safe', edits: [one] })));

test('what lies outside the edits of the findings stays as it is', () => {
  fc.assert(
    fc.property(findings, (all) => {
      const { text, mended } = applyFixes(TEXT, all, 'safe');
      const kept = [...TEXT].filter((_, i) => !mended.some(({ fixes }) => covers(fixes[0]!, i))).join('');
      expect(text.replace(/[XY]/gu, '')).toBe(kept);
    }),
  );
});

function covers({ edits }: Fix, at: number): boolean {
  return edits.some(({ start, end }) => start <= at && at < end);
}

test('of fixes that overlap the first is made', () => {
  const all = [
    finding({ kind: 'safe', edits: [{ start: 2, end: 5, text: 'X' }] }),
    finding({ kind: 'safe', edits: [{ start: 4, end: 6, text: 'Y' }] }),
    finding({ kind: 'suggested', edits: [{ start: 7, end: 8, text: 'Z' }] }),
  ];
  expect(applyFixes(TEXT, all, 'safe')).toEqual({ text: 'abXfghij', mended: [all[0]] });
  expect(applyFixes(TEXT, all, 'suggested').text).toBe('abXfgZij');
});

test('a text that goes round in a ring is left after ten rounds', async () => {
  let rounds = 0;
  const turn = (text: string): { findings: Finding[] } => {
    rounds++;
    return {
      findings: [finding({ kind: 'safe', edits: [{ start: 0, end: 1, text: text[0] === 'a' ? 'b' : 'a' }] })],
    };
  };
  expect((await fixUntilStable('a', turn, 'safe')).text).toBe('a');
  expect(rounds).toBe(11);
});

const sentences = fc.constantFrom(
  'Vi träffas i syfte att erhålla "svar" avseende 5% av 1970 talet.',
  'Han sade: ”Vi ska erhålla det i enlighet med avtalet.”',
  'Läs `i syfte att` och [i syfte att](http://example.com/i-syfte-att).',
  'Vi ska skall startar upp t.ex projektet !',
  '> Vi erhåller i enlighet med lagen.',
);

test('real findings: mending twice changes nothing the second time, and what is exempt is untouched', async () => {
  const linter = new Linter(settingsOf('klarsprak'));
  const lint = (text: string) => linter.lint(readMarkdown(text));
  await fc.assert(
    fc.asyncProperty(fc.array(sentences, { minLength: 1, maxLength: 5 }), async (lines) => {
      const text = lines.join('\n\n');
      const once = (await fixUntilStable(text, lint, 'suggested')).text;
      expect((await fixUntilStable(once, lint, 'suggested')).text).toBe(once);
      for (const [exempt] of text.matchAll(/”.*?”|`.*?`|\(http.*?\)/gu)) expect(once).toContain(exempt);
    }),
    { numRuns: 30 },
  );
});
