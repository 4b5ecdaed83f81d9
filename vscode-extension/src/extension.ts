import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node.js';
import { CLIENT_OPTIONS, run } from './client.ts';

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/lsp.cjs');
  client = new LanguageClient(
    'klarlint',
    'klarlint',
    { module, transport: TransportKind.stdio, options: { execArgv: [] } },
    CLIENT_OPTIONS,
  );
  await run(context, client);
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}
