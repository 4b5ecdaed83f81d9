import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CLEAN, FLAGGED, folder, STRICT } from '../cli/klarlint.ts';
import { Client, range, uriOf } from './client.ts';

const URI = 'untitled:brev';

test('messages that mean nothing are answered with an error, and the rest goes on', async () => {
  const client = await Client.start();
  const raw = (body: string): void => {
    client.process.stdin!.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  raw('{"jsonrpc":"2.0","method":"textDocument/didChange","params":{}}');
  raw('{"jsonrpc":"2.0","method":"textDocument/didOpen"}');
  raw('{"jsonrpc":"2.0","id":99,"method":"textDocument/hover","params":null}');
  raw('{"jsonrpc":"2.0","method":"okänt/allt","params":[1]}');
  await client.open(URI, FLAGGED);
  expect(await client.diagnostics(URI, 1)).toHaveLength(1);
});

test('edits to what is not open, or that lie outside the text, break nothing', async () => {
  const client = await Client.start();
  await client.change('untitled:annan', 3, { text: 'x' });
  await client.open(URI, FLAGGED);
  await client.change(URI, 2, { text: 'Nytt. ', range: range(40, 900) });
  await client.change(URI, 3, { text: FLAGGED });
  expect(await client.diagnostics(URI, 3)).toHaveLength(1);
  await client.close('untitled:annan');
});

test('a document of 5 MB is not linted, and says so', async () => {
  const client = await Client.start();
  await client.open(URI, FLAGGED.repeat(110_000));
  expect((await client.diagnostics(URI, 1)).map(({ message }) => message)).toEqual([
    'Texten är för stor och granskas inte. Dela den i filer på högst 2 MB.',
  ]);
  await client.change(URI, 2, { text: FLAGGED });
  expect(await client.diagnostics(URI, 2)).toHaveLength(1);
});

test('a file that is deleted under its document goes on being linted as it is', async () => {
  const cwd = folder({ 'a.md': FLAGGED });
  const client = await Client.start({ folders: [cwd] });
  const uri = uriOf(cwd, 'a.md');
  await client.open(uri, FLAGGED);
  await client.diagnostics(uri, 1);
  rmSync(join(cwd, 'a.md'));
  await client.change(uri, 2, { text: `${FLAGGED}\n${FLAGGED}` });
  expect(await client.diagnostics(uri, 2)).toHaveLength(2);
});

test('configuration that breaks is shown on its file, and the last good one stays in force', async () => {
  const cwd = folder({ 'klarlint.yml': STRICT });
  const client = await Client.start({ folders: [cwd] });
  const uri = uriOf(cwd, 'a.md');
  await client.open(uri, FLAGGED);
  expect((await client.diagnostics(uri, 1))[0]!.severity).toBe(1);
  const change = async (yml: string): Promise<void> => {
    writeFileSync(join(cwd, 'klarlint.yml'), yml);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(cwd, 'klarlint.yml'), type: 2 }],
    });
  };
  const broken = client.diagnostics(uriOf(cwd, 'klarlint.yml'));
  const still = client.diagnostics(uri);
  await change(`${STRICT}rulez: {}\n`);
  expect((await broken)[0]).toMatchObject({
    message: 'Nyckeln ”rulez” finns inte. Menar du ”rules”?',
    range: range(2, 0, 5),
  });
  expect((await still)[0]!.severity).toBe(1);
  const mended = client.diagnostics(uriOf(cwd, 'klarlint.yml'));
  await change('title: Lillby\n');
  expect(await mended).toEqual([]);
});

test('the server ends when its client does', async () => {
  const client = await Client.start();
  await client.open(URI, CLEAN);
  const gone = new Promise<number | null>((resolve) => client.process.on('exit', resolve));
  await client.connection.sendRequest('shutdown');
  await client.connection.sendNotification('exit');
  expect(await gone).toBe(0);
});
