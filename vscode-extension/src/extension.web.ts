import { type ExtensionContext, FileType, Uri, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser.js';
import type { Files, Resources } from '../../src/lsp/web.ts';
import { CLIENT_OPTIONS, run } from './client.ts';

/** The browser's types are none of Node's. */
declare const Worker: new (url: string) => { postMessage(message: unknown): void };

const DICTIONARIES = ['ordlista-sv', 'grundord-sv', 'taggare-sv', 'frekvens-sv', 'ord-en'] as const;

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const file = (path: string): Uri => Uri.joinPath(context.extensionUri, path);
  const read = (path: string): Thenable<Uint8Array> => workspace.fs.readFile(file(path));
  const bytes = await Promise.all(DICTIONARIES.map((name) => read(`dictionaries/${name}/${name}.bin`)));
  const dictionaries = Object.fromEntries(DICTIONARIES.map((name, i) => [name, bytes[i]]));
  const worker = new Worker(file('dist/server.web.js').toString(true));
  // The worker can read no files: it is given what it needs before it is spoken to.
  const files = await filesFor(context);
  worker.postMessage({ dictionaries, rulesUrl: file('rules/').toString(), files } as Resources);
  const tell = async (): Promise<void> => {
    await client?.sendNotification('klarlint/files', await filesFor(context));
    await client?.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
  };
  const { middleware } = CLIENT_OPTIONS;
  client = new LanguageClient(
    'klarlint',
    'klarlint',
    { ...CLIENT_OPTIONS, middleware: { ...middleware, workspace: { didChangeWatchedFile: tell } } },
    worker as never,
  );
  context.subscriptions.push(
    workspace.onDidChangeWorkspaceFolders(tell),
    client.onRequest('klarlint/page', async ({ ruleId }: { ruleId: string }) => {
      const bytes = await read(`rules/${ruleId}/README.md`).then(undefined, () => undefined);
      return bytes ? new TextDecoder().decode(bytes) : null;
    }),
    client.onRequest('klarlint/write', async ({ path, text }: { path: string | null; text: string }) => {
      if (path === null) await context.globalState.update(OWN_FILE, text);
      else await workspace.fs.writeFile(workspace.workspaceFolders![0]!.uri.with({ path }), encoded(text));
      return null;
    }),
  );
  await run(context, client);
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}

/** Where the user's own `klarlint.yml` is kept: it stays in this browser. */
const OWN_FILE = 'klarlint.yml';

async function filesFor({ globalState }: ExtensionContext): Promise<Files> {
  return { ...(await configurationFiles()), user: globalState.get(OWN_FILE, '') };
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Files that may be configuration, parts of it, or word lists of a user's own rules. */
const CONFIGURATION = /^(?:\.klarlintrc\.json|package\.json)$|\.(?:ya?ml|tsv|dic|aff)$/u;
const LET_BE = new Set(['node_modules', '.git']);
const DEEPEST = 8;
const MOST_FOLDERS = 1000;
const MOST_BYTES = 1_000_000;

/** What configuration can be read from, in those of the workspace's folders that lie in the same place as the first. */
async function configurationFiles(): Promise<Omit<Files, 'user'>> {
  const folders = workspace.workspaceFolders?.map(({ uri }) => uri) ?? [];
  const root = folders[0] ? rootOf(folders[0]) : '';
  const texts: Record<string, string> = {};
  let left = MOST_FOLDERS;
  const walk = async (folder: Uri, depth: number): Promise<void> => {
    if (depth > DEEPEST || left-- <= 0) return;
    const entries = await workspace.fs.readDirectory(folder);
    await Promise.all(
      entries.map(async ([name, type]) => {
        const uri = Uri.joinPath(folder, name);
        if ((type & FileType.Directory) !== 0) return LET_BE.has(name) ? undefined : walk(uri, depth + 1);
        const isRead = CONFIGURATION.test(name) || (name === 'README.md' && hasRule(entries));
        if (!isRead || (await workspace.fs.stat(uri)).size > MOST_BYTES) return;
        const text = new TextDecoder().decode(await workspace.fs.readFile(uri));
        texts[uri.path] = text;
      }),
    );
  };
  // A folder that can't be read has no configuration.
  for (const folder of folders) if (rootOf(folder) === root) await walk(folder, 0).catch(() => {});
  return { root, texts };
}

function rootOf({ scheme, authority }: Uri): string {
  return `${scheme}://${authority}`;
}

function hasRule(entries: readonly [string, FileType][]): boolean {
  return entries.some(([name]) => name === 'rule.yml');
}
