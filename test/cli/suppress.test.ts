import { expect, test } from 'vitest';
import type { JsonResult } from '../../src/report/json.ts';
import { FLAGGED, folder, klarlint } from './klarlint.ts';

async function lint(text: string, ...args: string[]): Promise<JsonResult> {
  const cwd = folder({ 'a.md': text });
  const { stdout } = await klarlint(['--format', 'json', '--only', 'words', ...args, 'a.md'], { cwd });
  return JSON.parse(stdout)[0];
}

function rulesOf({ messages }: JsonResult): (string | null)[] {
  return messages.map(({ ruleId }) => ruleId);
}

const RULE = 'words/complex-preposition';

test('disable-next lets the next block be, with its reason in the report', async () => {
  const result = await lint(
    `<!-- klarlint-disable-next ${RULE} -- ordagrant ur avtalet -->\n${FLAGGED}\n${FLAGGED}`,
  );
  expect(result.messages.map(({ line }) => line)).toEqual([4]);
  expect(result.suppressedMessages).toMatchObject([
    { ruleId: RULE, line: 2, suppressions: [{ kind: 'directive', justification: 'ordagrant ur avtalet' }] },
  ]);
});

test('disable-next means a whole list', async () => {
  const list = '- Vi ses i syfte att äta.\n- Vi går i syfte att sova.\n';
  const result = await lint(
    `<!-- klarlint-disable-next ${RULE} -- citat -->\n\n${list}\nVi ler i syfte att le.\n`,
  );
  expect(result.messages.map(({ line }) => line)).toEqual([6]);
});

test('disable holds until enable, and enable may name one rule', async () => {
  const both = 'Vi ses i syfte att erhålla pengar.\n';
  const text = `<!-- klarlint-disable -- utdrag -->\n\n${both}\n<!-- klarlint-enable words/archaic-word -->\n\n${both}\n<!-- klarlint-enable -->\n\n${both}`;
  expect((await lint(text)).messages.map(({ ruleId, line }) => `${line} ${ruleId}`)).toEqual([
    '7 words/archaic-word',
    '11 words/complex-preposition',
    '11 words/archaic-word',
  ]);
});

test('disable-file takes findings on the document too, and a group may be named', async () => {
  const long = `${'Verksamhetsutvecklingen kräver ändamålsenliga kvalitetsledningssystem. '.repeat(30)}\n`;
  const cwd = folder({ 'a.md': `${long}\n<!-- klarlint-disable-file readability -- bilaga -->\n` });
  const { stdout } = await klarlint(['--format', 'json', '--only', 'readability', 'a.md'], { cwd });
  const [result] = JSON.parse(stdout) as JsonResult[];
  expect(result!.messages).toEqual([]);
  expect(result!.suppressedMessages.map(({ ruleId }) => ruleId)).toContain('readability/lix');
});

test('a comment in the middle of a paragraph holds from there, and one in code does nothing', async () => {
  const inline = 'Vi ses i syfte att äta. <!-- klarlint-disable -- x --> Vi går i syfte att sova.\n';
  expect((await lint(inline)).messages.map(({ column }) => column)).toEqual([8]);
  expect(rulesOf(await lint(`\`<!-- klarlint-disable -->\` och sedan ${FLAGGED}`))).toEqual([RULE]);
});

test('a comment as Markdown writes it without HTML', async () => {
  expect(rulesOf(await lint(`[//]: # (klarlint-disable-next ${RULE} -- citat)\n\n${FLAGGED}`))).toEqual([]);
});

test('an unknown rule is told of and silences nothing', async () => {
  const result = await lint(`<!-- klarlint-disable words/complex-prepositoin -- x -->\n\n${FLAGGED}`);
  expect(rulesOf(result)).toEqual(['suppression/unknown-rule', RULE]);
  expect(result.messages[0]!.message).toBe(
    `Regeln ”words/complex-prepositoin” finns inte. Menar du ”${RULE}”?`,
  );
});

test('--report-unused-disables tells of comments that do nothing or give no reason', async () => {
  const text = `<!-- klarlint-disable ${RULE}, words/hype -->\n\n${FLAGGED}\n<!-- klarlint-disable-next -- i onödan -->\n\nVi ses.\n`;
  expect(rulesOf(await lint(text.replace(', words/hype', '')))).toEqual([]);
  const { messages } = await lint(text.replace('words/hype', 'words/pleonasm'), '--report-unused-disables');
  expect(messages.map(({ ruleId, line, message }) => `${line} ${ruleId} ${message}`)).toEqual([
    '1 suppression/unused ”words/pleonasm” tystar ingenting. Ta bort namnet.',
    '1 suppression/without-reason Skriv varför efter två streck: <!-- klarlint-disable … -- skäl -->.',
    '5 suppression/unused Kommentaren tystar ingenting. Ta bort den.',
  ]);
});
