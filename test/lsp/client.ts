import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node.js';
import type { CodeAction, Diagnostic, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Preferences, Status, ClientOptions as Told } from '../../src/lsp/protocol.ts';
import { COMMAND } from '../cli/klarlint.ts';

export interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: Diagnostic[];
}

export interface ClientOptions {
  readonly command?: readonly string[];
  readonly env?: Record<string, string>;
  readonly folders?: readonly string[];
  /** What the client answers when it is asked for its settings; without it, it can't be asked. */
  readonly settings?: Partial<Preferences>;
  readonly initializationOptions?: Partial<Preferences> & Told;
  readonly capabilities?: object;
}

/** An editor without an editor: a real server process, and the protocol. */
export class Client {
  readonly process: ChildProcess;
  readonly connection: MessageConnection;
  settings: Partial<Preferences>;
  readonly published: Published[] = [];
  readonly statuses: Status[] = [];
  /** What has been shown and logged. */
  readonly messages: string[] = [];
  readonly applied: WorkspaceEdit[] = [];
  readonly registered: string[] = [];
  #stderr = '';
  #waiting: (() => void)[] = [];

  static async start(options: ClientOptions = {}): Promise<Client> {
    const client = new Client(options);
    onTestFinished(() => void client.process.kill());
    const { folders = [], settings, initializationOptions, capabilities } = options;
    await client.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: folders[0] === undefined ? null : uriOf(folders[0]),
      workspaceFolders: folders.map((folder) => ({ uri: uriOf(folder), name: folder })),
      capabilities: {
        workspace: { ...(settings && { configuration: true }), workspaceFolders: true, applyEdit: true },
        textDocument: { publishDiagnostics: { versionSupport: true } },
        ...capabilities,
      },
      initializationOptions,
    });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  private constructor({ command = [COMMAND, 'lsp', '--stdio'], env, settings = {} }: ClientOptions) {
    this.settings = settings;
    this.process = spawn(process.execPath, command, {
      env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', ...env },
      stdio: 'pipe',
    });
    const { stdin, stdout, stderr } = this.process;
    stderr!.setEncoding('utf8').on('data', (chunk: string) => {
      this.#stderr += chunk;
    });
    // A server that has been stopped reads no more.
    stdin!.on('error', () => {});
    const connection = createMessageConnection(
      new StreamMessageReader(stdout!),
      new StreamMessageWriter(stdin!),
    );
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    connection.onRequest('client/registerCapability', ({ registrations }) => {
      for (const { method } of registrations) this.registered.push(method);
      return null;
    });
    connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
      this.applied.push(edit);
      return { applied: true };
    });
    connection.onNotification('textDocument/publishDiagnostics', (params: Published) => {
      this.published.push(params);
      this.#wake();
    });
    connection.onNotification('klarlint/status', (params: Status) => {
      this.statuses.push(params);
      this.#wake();
    });
    for (const method of ['window/showMessage', 'window/logMessage'])
      connection.onNotification(method, ({ message }: { message: string }) => {
        this.messages.push(message);
        this.#wake();
      });
    connection.listen();
    this.connection = connection;
  }

  get stderr(): string {
    return this.#stderr;
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** Waits until something is so. */
  async until<T>(ask: () => T | undefined | false): Promise<T> {
    while (true) {
      const answer = ask();
      if (answer !== undefined && answer !== false) return answer;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  open(uri: string, text: string, languageId = 'markdown', version = 1): Promise<void> {
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version, text },
    });
  }

  change(uri: string, version: number, ...contentChanges: { text: string; range?: Range }[]): Promise<void> {
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  save(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** The diagnostics of a version of a document, or of whatever comes next. */
  async diagnostics(uri: string, version?: number): Promise<Diagnostic[]> {
    const from = version === undefined ? this.published.length : 0;
    const found = await this.until(() =>
      this.published
        .slice(from)
        .findLast((one) => one.uri === uri && (version === undefined || one.version === version)),
    );
    return found.diagnostics;
  }

  actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only && { only }) },
    });
  }

  command(command: string, ...args: unknown[]): Promise<unknown> {
    return this.connection.sendRequest('workspace/executeCommand', { command, arguments: args });
  }
}

export function uriOf(...path: string[]): string {
  return pathToFileURL(join(...path)).href;
}

export function range(line: number, from: number, to = from): Range {
  return { start: { line, character: from }, end: { line, character: to } };
}
