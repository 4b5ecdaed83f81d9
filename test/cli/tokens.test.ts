import { expect, test } from 'vitest';
import { folder, klarlint } from './klarlint.ts';

const DRAFT = 'Företaget växer, t.ex. i EU:s *medlemsländer*.\n\n- Avgifterna betalas den 3 maj kl. 9.30.\n';

test('a table for people', async () => {
  const { code, stdout } = await klarlint(['tokens', 'utkast.md'], { cwd: folder({ 'utkast.md': DRAFT }) });
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^ord +grundform +ordklass +SUC-tagg\n\nFöretaget +företag +substantiv +NN\|NEU\|SIN\|DEF\|NOM\n/u,
  );
});

test('CoNLL-U that follows the format', async () => {
  const { stdout } = await klarlint(['tokens', '--format', 'conllu', 'utkast.md'], {
    cwd: folder({ 'utkast.md': DRAFT }),
  });
  expect(stdout.endsWith('\n\n')).toBe(true);
  const sentences = stdout.trimEnd().split('\n\n');
  expect(sentences).toHaveLength(2);
  sentences.forEach((sentence, index) => {
    const lines = sentence.split('\n');
    const rows = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'));
    expect(lines).toContain(`# sent_id = ${index + 1}`);
    expect(rows.every((row) => row.length === 10 && row.every((cell) => cell !== ''))).toBe(true);
    expect(rows.map(([id]) => Number(id))).toEqual(rows.map((_, i) => i + 1));
    for (const row of rows) {
      const names = row[5] === '_' ? [] : row[5]!.split('|').map((pair) => pair.split('=')[0]!.toLowerCase());
      expect(names).toEqual([...names].sort());
    }
    const text = rows.map((row) => row[1]! + (row[9] === 'SpaceAfter=No' ? '' : ' ')).join('');
    expect(lines).toContain(`# text = ${text.trimEnd()}`);
  });
});

test('JSON with true offsets', async () => {
  const { stdout } = await klarlint(['tokens', '-', '--format', 'json'], { cwd: folder({}), input: DRAFT });
  const tokens = JSON.parse(stdout).flatMap((sentence: { tokens: unknown[] }) => sentence.tokens);
  for (const { form, start, end } of tokens) expect(DRAFT.slice(start, end)).toBe(form);
});

test('a file that is missing, and a form that does not exist', async () => {
  const cwd = folder({ 'utkast.md': DRAFT });
  const missing = await klarlint(['tokens', 'saknas.md'], { cwd });
  expect([missing.code, missing.stderr]).toEqual([2, 'saknas.md: Filen finns inte.\n']);
  const form = await klarlint(['tokens', 'utkast.md', '--format', 'xml'], { cwd });
  expect([form.code, form.stderr]).toEqual([
    2,
    '”--format” kan vara table, json eller conllu, inte ”xml”.\n',
  ]);
});
