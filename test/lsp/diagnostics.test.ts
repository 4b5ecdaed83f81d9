import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { FLAGGED, folder } from '../cli/klarlint.ts';
import { Client, range, uriOf } from './client.ts';

test('findings come as diagnostics while one writes', async () => {
  const client = await Client.start();
  const uri = 'untitled:brev';
  await client.open(uri, FLAGGED);
  const [diagnostic, ...rest] = await client.diagnostics(uri, 1);
  expect(rest).toEqual([]);
  expect(diagnostic).toMatchObject({
    range: range(0, 21, 32),
    severity: 2,
    source: 'klarlint',
    code: 'words/complex-preposition',
    message: '”i syfte att” är onödigt långt. Skriv ”för att”.',
  });
  expect(diagnostic!.codeDescription!.href).toMatch(
    /^file:.*\/rules\/words\/complex-preposition\/README\.md$/u,
  );
  await client.change(uri, 2, { range: range(0, 21, 32), text: 'för att' });
  expect(await client.diagnostics(uri, 2)).toEqual([]);
});

test('what is typed without a pause is told of once, when the writer has paused', async () => {
  const client = await Client.start();
  const uri = 'untitled:brev';
  await client.open(uri, 'Hej.\n');
  await client.diagnostics(uri, 1);
  for (let version = 2; version <= 5; version++) {
    await client.change(uri, version, { range: range(0, 0, 0), text: 'Ja! ' });
    await setTimeout(5);
  }
  const start = performance.now();
  await client.change(uri, 6, { text: FLAGGED });
  expect(await client.diagnostics(uri, 6)).toHaveLength(1);
  expect(performance.now() - start).toBeGreaterThanOrEqual(99);
  expect(client.published.map(({ version }) => version)).toEqual([1, 6]);
});

test('a closed document has no diagnostics', async () => {
  const client = await Client.start();
  await client.open('untitled:brev', FLAGGED);
  await client.diagnostics('untitled:brev', 1);
  const next = client.diagnostics('untitled:brev');
  await client.close('untitled:brev');
  expect(await next).toEqual([]);
});

test('plain text is read as such', async () => {
  const client = await Client.start();
  const text = 'Så här gör du\n\n    Vi träffas på fredag i syfte att planera hösten.\n';
  await client.open('untitled:md', text);
  expect(await client.diagnostics('untitled:md', 1)).toEqual([]);
  await client.open('untitled:txt', text, 'plaintext');
  expect(await client.diagnostics('untitled:txt', 1)).toHaveLength(1);
});

test('the user’s settings hold, and are asked for again when they change', async () => {
  const client = await Client.start({ settings: { minimumSeverity: 'error' } });
  await client.open('untitled:brev', FLAGGED);
  expect(await client.diagnostics('untitled:brev', 1)).toEqual([]);
  client.settings = {};
  const next = client.diagnostics('untitled:brev');
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  expect(await next).toHaveLength(1);
});

test('with onSave a document is linted when it is opened and saved', async () => {
  const client = await Client.start({ settings: { run: 'onSave' } });
  await client.open('untitled:brev', 'Hej.\n');
  await client.diagnostics('untitled:brev', 1);
  await client.change('untitled:brev', 2, { text: FLAGGED });
  await client.open('untitled:andra', FLAGGED);
  await client.diagnostics('untitled:andra', 1);
  await client.save('untitled:brev');
  expect(await client.diagnostics('untitled:brev', 2)).toHaveLength(1);
  expect(client.published.filter(({ uri }) => uri === 'untitled:brev')).toHaveLength(2);
});

test('klarlint.yml holds for the drafts in its folder', async () => {
  const root = folder({ 'klarlint.yml': 'rules:\n  words/complex-preposition: error\n', 'brev.md': FLAGGED });
  const client = await Client.start({ folders: [root] });
  await client.open(uriOf(root, 'brev.md'), FLAGGED);
  expect(await client.diagnostics(uriOf(root, 'brev.md'), 1)).toMatchObject([{ severity: 1 }]);
});
