import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { retext } from 'retext';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import klarlint, { lint } from '../src/index.ts';

const draft = '# Nytt\n\nVi möts i maj i syfte att *planera* hösten!\n';

describe('lint', () => {
  test('gives findings with place, words and fixes', () => {
    const { findings } = lint(draft);
    expect(findings.map(({ ruleId, actual, expected, place }) => [ruleId, actual, expected, place])).toEqual([
      [
        'words/complex-preposition',
        'i syfte att',
        ['för att'],
        { line: 3, column: 15, endLine: 3, endColumn: 26 },
      ],
      ['tone/exclamation', '!', ['.'], { line: 3, column: 43, endLine: 3, endColumn: 44 }],
    ]);
    const [edit] = findings[0]!.fixes[0]!.edits;
    expect(draft.slice(edit!.start, edit!.end)).toBe('i syfte att');
  });

  test('reads plain text', () => {
    expect(lint('Vi *möts* i syfte att *planera*.', { format: 'plain' }).measures.words).toBe(6);
  });

  test('names a profile that does not exist', () => {
    expect(() => lint(draft, { profile: 'klarsprik' })).toThrow('Profilen ”klarsprik” finns inte');
  });
});

describe('the plugin', () => {
  test('puts messages on a Markdown file', async () => {
    const file = await unified().use(remarkParse).use(klarlint).use(remarkStringify).process(draft);
    expect(
      file.messages.map((message) => [String(message.name), message.source, message.ruleId, message.fatal]),
    ).toEqual([
      ['3:15-3:26', 'klarlint', 'words/complex-preposition', false],
      ['3:43-3:44', 'klarlint', 'tone/exclamation', false],
    ]);
    expect(file.messages[0]).toMatchObject({ actual: 'i syfte att', expected: ['för att'] });
    expect(String(file)).toBe(draft);
  });

  test('reads natural language from retext', async () => {
    const file = await retext().use(klarlint).process('Vi möts i syfte att planera hösten.');
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['words/complex-preposition']);
  });
});

test('what is public is what the types say', async () => {
  expect(Object.keys(await import('../src/index.ts')).sort()).toEqual(['default', 'lint']);
  expect(Object.keys(await import('../src/worker.ts'))).toEqual(['load']);
});
