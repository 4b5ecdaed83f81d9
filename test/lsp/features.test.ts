import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CodeLens, CompletionItem, Hover } from 'vscode-languageserver-types';
import type { Statistics } from '../../src/lsp/protocol.ts';
import { CLEAN, FLAGGED, folder, STRICT } from '../cli/klarlint.ts';
import { Client, range, uriOf } from './client.ts';

const URI = 'untitled:brev';

function hover(client: Client, line: number, character: number, uri = URI): Promise<Hover | null> {
  return client.connection.sendRequest('textDocument/hover', {
    textDocument: { uri },
    position: { line, character },
  });
}

const text = ({ contents }: Hover): string => (contents as { value: string }).value;

test('a hover on a finding says why, by which source, and gives an example', async () => {
  const client = await Client.start();
  await client.open(URI, FLAGGED);
  const found = await hover(client, 0, 25);
  expect(text(found!)).toContain('”i syfte att” är onödigt långt. Skriv ”för att”.');
  expect(text(found!)).toContain('*Myndigheternas skrivregler 1.4.7* · `words/complex-preposition`');
  expect(text(found!)).toContain('Exempel: *Vi möts i maj i syfte att planera hösten.*');
  expect(found!.range).toEqual(range(0, 21, 32));
});

test('a hover leaves the message out where the editor shows it', async () => {
  const client = await Client.start({ initializationOptions: { showsMessages: true } });
  await client.open(URI, FLAGGED);
  const shown = text((await hover(client, 0, 25))!);
  expect(shown).toMatch(/^Långa prepositionsuttryck gör texten tung\./u);
  expect(shown).toMatch(/\*Myndigheternas skrivregler 1\.4\.7\*$/u);
});

test('a hover on a word gives its basic form, and what the guideline says', async () => {
  const cwd = folder({
    'klarlint.yml':
      'title: Lillby kommun\nkeywords: [möte]\nterms:\n  - use: Region Lillby\n    not: [Lillbyregionen]\n',
  });
  const uri = uriOf(cwd, 'a.md');
  const client = await Client.start({ folders: [cwd] });
  await client.open(uri, 'Mötena hölls i Stockholm under våren.\n');
  expect(text((await hover(client, 0, 2, uri))!)).toBe(
    '**Mötena** (möte) substantiv\n\nEtt ord som hör till budskapet i Lillby kommun.',
  );
  expect(text((await hover(client, 0, 9, uri))!)).toBe('**hölls** (hålla) verb');
  expect(await hover(client, 0, 37, uri)).toBeNull();
});

test('all that is safe is mended in one action, on request', async () => {
  const client = await Client.start();
  await client.open(URI, `${FLAGGED}\nVi erhåller svar.\n\n${FLAGGED}`);
  const [action] = await client.actions(URI, range(0, 0), ['source.fixAll']);
  expect(action).toMatchObject({ kind: 'source.fixAll.klarlint' });
  const edits = action!.edit!.changes![URI]!;
  expect(edits.filter(({ newText }) => newText === 'för')).toHaveLength(2);
  // It is no answer to what stands at a place.
  expect((await client.actions(URI, range(0, 0))).map(({ kind }) => kind)).not.toContain(
    'source.fixAll.klarlint',
  );
});

test('fix all as a command has the client apply the edits', async () => {
  const client = await Client.start();
  await client.open(URI, FLAGGED);
  expect(await client.command('klarlint.server.fixAll', URI)).toBe(1);
  expect(client.applied[0]!.changes![URI]).toEqual([{ range: range(0, 21, 28), newText: 'för' }]);
});

test('a block is let be with a comment above it, and the finding is gone', async () => {
  const client = await Client.start();
  const draft = `# Nytt\n\nRad ett\n${FLAGGED}`;
  await client.open(URI, draft);
  const actions = await client.actions(URI, range(3, 25));
  const action = actions.find(({ title }) => title === 'Låt stycket vara (words/complex-preposition)');
  const [edit] = action!.edit!.changes![URI]!;
  expect(edit!.range.start).toEqual({ line: 2, character: 0 });
  const lines = draft.split('\n');
  lines.splice(2, 0, ...edit!.newText.split('\n').slice(0, -1));
  await client.change(URI, 2, { text: lines.join('\n') });
  const codes = (await client.diagnostics(URI, 2)).map(({ code }) => code);
  expect(codes).not.toContain('words/complex-preposition');
});

test('a word is put into the vocabulary of the project, and known at once', async () => {
  const cwd = folder({ 'klarlint.yml': 'title: Lillby\n' });
  const uri = uriOf(cwd, 'a.md');
  const client = await Client.start({ folders: [cwd] });
  await client.open(uri, 'Vi mötte en flumplare i går kväll.\n');
  expect((await client.diagnostics(uri, 1)).map(({ code }) => code)).toEqual(['spelling/unknown-word']);
  const actions = await client.actions(uri, range(0, 14));
  const add = actions.find(({ title }) => title === 'Lägg till ”flumplare” i projektets ordlista');
  const gone = client.diagnostics(uri);
  await client.command(add!.command!.command, ...add!.command!.arguments!);
  expect(await gone).toEqual([]);
  expect(readFileSync(join(cwd, 'klarlint.yml'), 'utf8')).toContain('- flumplare');
  await client.until(() =>
    client.messages.some((message) => message.includes('”flumplare” står nu i ordlistan')),
  );
});

test('a text that has no place is told so when a word is to be added to its project', async () => {
  const client = await Client.start();
  await client.open(URI, CLEAN);
  await client.command('klarlint.server.addWord', 'flumplare', 'project', URI);
  await client.until(() => client.messages.includes('Spara texten först, så att ordlistan har en plats.'));
});

test('the user’s own vocabulary lies in the user’s own folder', async () => {
  const home = folder({});
  const client = await Client.start({ env: { XDG_CONFIG_HOME: home } });
  await client.open(URI, CLEAN);
  await client.command('klarlint.server.addWord', 'flumplare', 'user', URI);
  expect(existsSync(join(home, 'klarlint/klarlint.yml'))).toBe(true);
});

test('over headings stand words, LIX and findings', async () => {
  const client = await Client.start();
  await client.open(URI, `# Ett\n\n${FLAGGED}\n## Två\n\n${CLEAN}`);
  await client.diagnostics(URI, 1);
  const lenses: CodeLens[] = await client.connection.sendRequest('textDocument/codeLens', {
    textDocument: { uri: URI },
  });
  expect(lenses.map(({ command, range: { start } }) => [start.line, command!.title])).toEqual([
    [0, '10 ord · 1 anmärkning'],
    [4, '8 ord · inga anmärkningar'],
  ]);
});

test('terms of the guideline complete what is being written', async () => {
  const cwd = folder({ 'klarlint.yml': 'title: Lillby\nkeywords: [nära vård]\n' });
  const uri = uriOf(cwd, 'a.md');
  const client = await Client.start({ folders: [cwd] });
  await client.open(uri, 'Vi arbetar med när\n');
  await client.diagnostics(uri, 1);
  const ask = (character: number): Promise<CompletionItem[]> =>
    client.connection.sendRequest('textDocument/completion', {
      textDocument: { uri },
      position: { line: 0, character },
    });
  expect(await ask(18)).toEqual([
    {
      label: 'nära vård',
      detail: 'nyckelord i Lillby',
      textEdit: { range: range(0, 15, 18), newText: 'nära vård' },
    },
  ]);
  expect(await ask(17)).toEqual([]);
});

test('statistics have the hardest sentences with their places', async () => {
  const client = await Client.start();
  const hard =
    'Kommunikationsavdelningens verksamhetsplanering förutsätter tvärsektoriella samverkansstrukturer som möjliggör kontinuerlig kvalitetsutveckling för alla berörda verksamheter.';
  await client.open(URI, `${CLEAN}\n${hard}\n`);
  const statistics: Statistics = await client.connection.sendRequest('klarlint/statistics', { uri: URI });
  expect(statistics).toMatchObject({ uri: URI, profile: { name: 'klarsprak' }, textKind: null });
  expect(statistics.hardest[0]!.range).toEqual(range(2, 0, hard.length));
});

test('profiles and rules are told of', async () => {
  const client = await Client.start();
  const profiles: { name: string }[] = await client.connection.sendRequest('klarlint/profiles');
  expect(profiles.map(({ name }) => name)).toContain('vis-stockholm');
  const page: { title: string; markdown: string } = await client.connection.sendRequest('klarlint/explain', {
    ruleId: 'tone/exclamation',
  });
  expect(page).toMatchObject({ title: 'Utropstecken' });
  expect(page.markdown).toContain('## Exempel som flaggas');
  expect(await client.connection.sendRequest('klarlint/explain', { ruleId: '../../package' })).toBeNull();
});

test('a client that asks is answered, and not told', async () => {
  const client = await Client.start({ capabilities: { textDocument: { diagnostic: {} } } });
  await client.open(URI, FLAGGED);
  const ask = (previousResultId?: string): Promise<{ kind: string; resultId: string; items?: unknown[] }> =>
    client.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri: URI },
      previousResultId,
    });
  const full = await ask();
  expect(full.items).toHaveLength(1);
  expect(await ask(full.resultId)).toEqual({ kind: 'unchanged', resultId: full.resultId });
  await client.change(URI, 2, { text: CLEAN });
  expect((await ask(full.resultId)).items).toEqual([]);
  expect(client.published).toEqual([]);
});

test('configuration is watched, and what it ignores is let be', async () => {
  const cwd = folder({ 'a.md': FLAGGED });
  const uri = uriOf(cwd, 'a.md');
  const client = await Client.start({
    folders: [cwd],
    capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
  });
  await client.open(uri, FLAGGED);
  expect((await client.diagnostics(uri, 1))[0]!.severity).toBe(2);
  const change = async (yml: string): Promise<unknown[]> => {
    writeFileSync(join(cwd, 'klarlint.yml'), yml);
    const next = client.diagnostics(uri);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(cwd, 'klarlint.yml'), type: 2 }],
    });
    return (await next).map(({ severity }) => severity);
  };
  expect(await change(STRICT)).toEqual([1]);
  expect(await change('ignore: [a.md]\n')).toEqual([]);
  expect(client.registered).toContain('workspace/didChangeWatchedFiles');
});

test('a workspace is linted, files that are not open too', async () => {
  const cwd = folder({ 'a.md': FLAGGED, 'brev/b.md': FLAGGED, 'c.html': '<p>Vi ses i syfte att äta.</p>' });
  const client = await Client.start({
    folders: [cwd],
    capabilities: { window: { workDoneProgress: false } },
  });
  client.connection.onRequest('workspace/workspaceFolders', () => [{ uri: uriOf(cwd), name: 'brev' }]);
  expect(await client.command('klarlint.server.lintWorkspace')).toEqual({ files: 3, findings: 3 });
  expect(client.published.map(({ uri, diagnostics }) => [uri, diagnostics.length])).toEqual([
    [uriOf(cwd, 'a.md'), 1],
    [uriOf(cwd, 'brev/b.md'), 1],
    [uriOf(cwd, 'c.html'), 1],
  ]);
});

test('HTML is read as such', async () => {
  const client = await Client.start();
  await client.open('untitled:sida', '<nav>i syfte att</nav><p>Vi ses i <b>syfte att</b> äta.</p>\n', 'html');
  const [one, ...more] = await client.diagnostics('untitled:sida', 1);
  expect(one!.range).toEqual(range(0, 32, 46));
  expect(more).toEqual([]);
});
