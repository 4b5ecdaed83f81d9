import { expect, test } from 'vitest';
import { FLAGGED } from '../cli/klarlint.ts';
import { Client, range } from './client.ts';

test('a replacement is one keystroke away, and its edit is no larger than the change', async () => {
  const client = await Client.start();
  await client.open('untitled:brev', FLAGGED);
  const [first] = await client.actions('untitled:brev', range(0, 25));
  expect(first).toMatchObject({ title: 'Skriv ”för att”', kind: 'quickfix', isPreferred: true });
  expect(first!.edit!.changes!['untitled:brev']).toEqual([{ range: range(0, 21, 28), newText: 'för' }]);
});

test('elsewhere there is nothing to do', async () => {
  const client = await Client.start();
  await client.open('untitled:brev', FLAGGED);
  expect(await client.actions('untitled:brev', range(0, 2))).toEqual([]);
});

test('a word that is not known can be replaced, or put into a vocabulary', async () => {
  const client = await Client.start();
  await client.open('untitled:brev', 'Vi gjorde en utvärdring av arbetet i våras.\n');
  await client.diagnostics('untitled:brev');
  const actions = await client.actions('untitled:brev', range(0, 15));
  expect(actions.map(({ title }) => title)).toContain('Skriv ”utvärdering”');
  const commands = actions.filter(({ edit }) => edit === undefined).map(({ command }) => command?.command);
  expect(commands).toEqual(['klarlint.server.addWord', 'klarlint.server.addWord', 'klarlint.server.explain']);
});
