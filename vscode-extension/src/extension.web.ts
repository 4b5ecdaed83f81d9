import { type ExtensionContext, Uri, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser.js';
import type { Resources } from '../../src/lsp/web.ts';
import { CLIENT_OPTIONS, run } from './client.ts';

/** The browser's types are none of Node's. */
declare const Worker: new (url: string) => { postMessage(message: unknown): void };

const DICTIONARIES = ['ordlista-sv', 'grundord-sv', 'taggare-sv', 'frekvens-sv', 'ord-en'] as const;

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const file = (path: string): Uri => Uri.joinPath(context.extensionUri, path);
  const read = (path: string): Thenable<Uint8Array> => workspace.fs.readFile(file(path));
  const bytes = await Promise.all(DICTIONARIES.map((name) => read(`dictionaries/${name}/${name}.bin`)));
  const pages = JSON.parse(new TextDecoder().decode(await read('dist/rules.json')));
  const dictionaries = Object.fromEntries(DICTIONARIES.map((name, i) => [name, bytes[i]]));
  const worker = new Worker(file('dist/server.web.js').toString(true));
  // The worker can read no files: it is given what it needs before it is spoken to.
  const resources = { dictionaries, pages, rulesUrl: file('rules/').toString() } as Resources;
  worker.postMessage(resources);
  client = new LanguageClient('klarlint', 'klarlint', CLIENT_OPTIONS, worker as never);
  await run(context, client);
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}
