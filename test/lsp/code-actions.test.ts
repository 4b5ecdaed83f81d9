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
