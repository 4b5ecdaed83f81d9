import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { JsonResult } from '../../src/report/json.ts';
import { jsonMessage } from '../../src/report/json.ts';
import type { Finding } from '../../src/rule.ts';
import { CLEAN, FLAGGED, folder, klarlint, STRICT } from './klarlint.ts';

async function json(args: string[], cwd: string): Promise<{ code: number | null; results: JsonResult[] }> {
  const { code, stdout } = await klarlint(['--format', 'json', ...args], { cwd });
  return { code, results: JSON.parse(stdout) };
}

test('is ESLint’s result shape, with measures', async () => {
  const cwd = folder({ 'a.md': FLAGGED, 'b.md': CLEAN });
  const { code, results } = await json(['.'], cwd);
  expect(code).toBe(0);
  const [flagged, clean] = results;
  const { messages, measures, ...rest } = flagged!;
  expect(rest).toEqual({
    filePath: resolve(cwd, 'a.md'),
    suppressedMessages: [],
    source: FLAGGED,
    targets: { lix: 45, paragraph: 5, sentence: 25, sentenceMean: 15 },
    errorCount: 0,
    fatalErrorCount: 0,
    warningCount: 1,
    fixableErrorCount: 0,
    fixableWarningCount: 1,
  });
  expect(measures).toMatchObject({ words: 9, sentences: 1 });
  expect(messages).toEqual([
    {
      ruleId: 'words/complex-preposition',
      severity: 1,
      message: '”i syfte att” är onödigt långt. Skriv ”för att”.',
      line: 1,
      column: 22,
      endLine: 1,
      endColumn: 33,
      actual: 'i syfte att',
      expected: ['för att'],
      range: [21, 32],
      source: 'Myndigheternas skrivregler 1.4.7',
      fingerprint: expect.stringMatching(/^[0-9a-f]{14}$/u),
      url: expect.stringMatching(/^file:\/\/.*\/rules\/words\/complex-preposition\/README\.md$/u),
      fix: { range: [21, 32], text: 'för att' },
    },
  ]);
  expect(FLAGGED.slice(21, 32)).toBe('i syfte att');
  expect(clean!.messages).toEqual([]);
});

test('errors are 2, and a file that can’t be read is fatal', async () => {
  const cwd = folder({
    'klarlint.yml': STRICT,
    'a.md': FLAGGED,
    'b.md': Buffer.from([0, 1]),
    'x/klarlint.yml': 'rulez: {}',
    'x/c.md': CLEAN,
  });
  const { code, results } = await json(['a.md', 'b.md', 'x/c.md', 'saknas.md'], cwd);
  expect(code).toBe(2);
  expect(results.map(({ messages }) => messages[0]!.severity)).toEqual([2, 2, 2, 2]);
  expect(results.map(({ fatalErrorCount }) => fatalErrorCount)).toEqual([0, 1, 1, 1]);
  expect(results[1]!.messages).toEqual([
    {
      ruleId: null,
      fatal: true,
      severity: 2,
      message: 'Filen är ingen text. Ange en fil i Markdown eller ren text.',
      line: 1,
      column: 1,
    },
  ]);
  expect(results[2]!.messages[0]!.message).toContain('x/klarlint.yml:1:1  Nyckeln ”rulez” finns inte.');
  expect(results[3]!.filePath).toBe(resolve(cwd, 'saknas.md'));
});

test('nothing else is written on standard output, and all findings are there', async () => {
  const cwd = folder({ 'a.md': `${FLAGGED}\n`.repeat(8) });
  const { results } = await json(['a.md'], cwd);
  expect(results[0]!.messages).toHaveLength(8);
  const none = await klarlint(['--format', 'json', 'saknas.md'], { cwd });
  expect(JSON.parse(none.stdout)).toHaveLength(1);
});

test('--quiet leaves out what is not an error', async () => {
  const { results } = await json(['--quiet', 'a.md'], folder({ 'a.md': FLAGGED }));
  expect(results[0]).toMatchObject({ messages: [], warningCount: 0 });
});

test('a fix of several edits is one range, and the others are suggestions', () => {
  const text = 'Vi utför en granskning av planen.';
  const finding: Finding = {
    ruleId: 'a/b',
    severity: 'info',
    message: '',
    start: 3,
    end: 25,
    whole: false,
    place: { line: 1, column: 4, endLine: 1, endColumn: 26 },
    actual: text.slice(3, 25),
    expected: ['granskar'],
    source: '',
    fingerprint: '',
    fixes: [
      {
        kind: 'safe',
        edits: [
          { start: 22, end: 26, text: '' },
          { start: 3, end: 22, text: 'granskar' },
        ],
      },
      { kind: 'suggested', edits: [{ start: 3, end: 26, text: '' }] },
    ],
  };
  expect(jsonMessage(finding, text)).toMatchObject({
    severity: 0,
    fix: { range: [3, 26], text: 'granskar' },
    suggestions: [{ desc: 'Stryk ”utför en granskning av”.', fix: { range: [3, 26], text: '' } }],
  });
});

/** A formatter that was written for ESLint. */
const FORMATTER = 'eslint-formatter-unix';
const formatter = await import(FORMATTER).then(
  (module) => module.default as (results: unknown) => string,
  () => undefined,
);

test.skipIf(!formatter)('a formatter of ESLint’s reads it', async () => {
  const cwd = folder({ 'klarlint.yml': STRICT, 'a.md': FLAGGED });
  const { results } = await json(['a.md', 'saknas.md'], cwd);
  expect(formatter!(results)).toContain(
    `${cwd}/a.md:1:22: ”i syfte att” är onödigt långt. Skriv ”för att”. [Error/words/complex-preposition]`,
  );
  expect(formatter!(results)).toContain('2 problems');
});
