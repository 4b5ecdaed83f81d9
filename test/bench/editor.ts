import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node.js';
import { aims, median } from './process.ts';
import { draft, generator } from './text.ts';

/** The language server through its protocol: from a keystroke to new diagnostics, from the start to the first, and memory. */
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
/** What the server waits for the writer, in milliseconds. */
const DEBOUNCE = 100;
const KEYSTROKES = 200;
const FULL = 15;
const STARTS = 11;
const KEEPING = 5;
const URI = 'untitled:brev';

/** A server process, and what it has published. */
class Server {
  readonly process: ChildProcess;
  readonly connection: MessageConnection;
  /** When the newest bytes went and came: what a client does before and after that is not the server's time. */
  sent = 0;
  arrived = 0;
  #waiting: ((version: number) => void)[] = [];

  constructor(command: readonly string[]) {
    this.process = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.process.stdout!.on('data', () => {
      this.arrived = performance.now();
    });
    const outgoing = new PassThrough();
    outgoing.on('data', (bytes: Buffer) => {
      this.sent = performance.now();
      this.process.stdin!.write(bytes);
    });
    this.connection = createMessageConnection(
      new StreamMessageReader(this.process.stdout!),
      new StreamMessageWriter(outgoing),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', ({ version }) => {
      for (const wake of this.#waiting.splice(0)) wake(version);
    });
    this.connection.listen();
  }

  async start(): Promise<void> {
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
    });
    await this.connection.sendNotification('initialized', {});
  }

  open(text: string, uri = URI): Promise<void> {
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  change(version: number, line: number, text: string, removed = 0): Promise<void> {
    const start = { line, character: 0 };
    const end = { line, character: removed };
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version },
      contentChanges: [{ range: { start, end }, text }],
    });
  }

  save(): Promise<void> {
    return this.connection.sendNotification('textDocument/didSave', { textDocument: { uri: URI } });
  }

  /** Waits for the diagnostics of a version. */
  async diagnostics(version: number): Promise<void> {
    while ((await new Promise<number>((resolve) => this.#waiting.push(resolve))) < version);
  }

  /** Says goodbye as an editor does, and waits for the server to end. */
  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await ended;
  }

  /** Resident memory now, in MiB. */
  get memory(): number {
    const pages = /^VmRSS:\s+(\d+)/mu.exec(readFileSync(`/proc/${this.process.pid}/status`, 'utf8'))![1];
    return Number(pages) / 1024;
  }
}

const klarlint = [join(root, 'dist/klarlint.cjs'), 'lsp', '--stdio'];
const folder = mkdtempSync(join(tmpdir(), 'klarlint-bench-'));
try {
  const empty = join(folder, 'empty.mjs');
  await build({
    stdin: {
      contents: `import { createConnection, ProposedFeatures } from 'vscode-languageserver/node.js';
const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
connection.onInitialize(() => ({ capabilities: { textDocumentSync: 1 } }));
connection.onDidOpenTextDocument(({ textDocument: { uri, version } }) => connection.sendDiagnostics({ uri, version, diagnostics: [] }));
connection.listen();`,
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    minify: true,
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    outfile: empty,
  });

  const first = async (command: readonly string[]): Promise<number> => {
    const start = performance.now();
    const server = new Server(command);
    const told = server.diagnostics(1);
    await server.start();
    await server.open(draft(1000));
    await told;
    const took = performance.now() - start;
    await server.stop();
    return took;
  };
  // The first starts of a new build keep what they compile.
  for (let run = 0; run < KEEPING; run++) await first(klarlint);
  const starts = { empty: [] as number[], klarlint: [] as number[] };
  for (let run = 0; run < STARTS; run++) {
    starts.empty.push(await first([empty]));
    starts.klarlint.push(await first(klarlint));
  }

  const text = draft(10_000);
  const lines = text.split('\n');
  const random = generator(7);
  const anyLine = (): number => {
    while (true) {
      const line = Math.floor(random() * lines.length);
      if (/^\p{L}/u.test(lines[line]!)) return line;
    }
  };
  const server = new Server(klarlint);
  await server.start();
  let version = 1;
  let told = server.diagnostics(version);
  await server.open(text);
  await told;
  const type = async (): Promise<number> => {
    told = server.diagnostics(++version);
    await server.change(version, anyLine(), 'x');
    await told;
    return server.arrived - server.sent - DEBOUNCE;
  };
  // The server lints while it waits for the writer; a text that is saved at once is not waited for, and shows how long that takes.
  const save = async (): Promise<number> => {
    await setTimeout(DEBOUNCE);
    told = server.diagnostics(++version);
    await server.change(version, anyLine(), 'x');
    await server.save();
    await told;
    return server.arrived - server.sent;
  };
  const many = async (one: () => Promise<number>): Promise<number[]> => {
    const took: number[] = [];
    for (let i = 0; i < KEYSTROKES; i++) took.push(await one());
    return took.sort((a, b) => a - b);
  };
  const p95 = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length * 0.95)]!;
  const keystrokes = await many(type);
  const saves = await many(save);

  // Edits that come faster than the writer pauses are linted together; each hundred is waited for.
  // What one adds the next takes away: a text that grows takes more room.
  const edits = async (count: number): Promise<void> => {
    let line = 0;
    for (let i = 0; i < count; i++) {
      const waits = i % 100 === 99;
      if (waits) told = server.diagnostics(version + 1);
      if (i % 2 === 0) {
        line = anyLine();
        await server.change(++version, line, 'Nytt. ');
      } else await server.change(++version, line, '', 'Nytt. '.length);
      if (waits) await told;
    }
  };
  await edits(1000);
  const early = server.memory;
  await edits(9000);
  const late = server.memory;
  // The same text as a document that the server has not seen, opened after the same pause.
  const full: number[] = [];
  for (let i = 0; i < FULL; i++) {
    await setTimeout(DEBOUNCE);
    told = server.diagnostics(1);
    await server.open(text, `${URI}-${i}`);
    await told;
    full.push(server.arrived - server.sent);
    await server.close(`${URI}-${i}`);
    // A document that is closed loses its diagnostics.
    await server.diagnostics(0);
  }
  server.process.kill();

  const whole = median(full);
  console.log(
    `first diagnostics of 1,000 words  ${median(starts.klarlint).toFixed(0)} ms (an empty server ${median(starts.empty).toFixed(0)} ms)`,
  );
  console.log(
    `keystroke in 10,000 words         median ${median(keystrokes).toFixed(1)} ms, p95 ${p95(keystrokes).toFixed(1)} ms (a full lint ${whole.toFixed(0)} ms)`,
  );
  console.log(
    `the same, saved at once           median ${median(saves).toFixed(1)} ms, p95 ${p95(saves).toFixed(1)} ms`,
  );
  console.log(
    `memory after edits                ${early.toFixed(0)} MiB after 1,000, ${late.toFixed(0)} MiB after 10,000\n`,
  );
  aims([
    ['first diagnostics / empty server', median(starts.klarlint) / median(starts.empty), 2.5],
    ['keystroke p95, ms beyond the debounce', p95(keystrokes), 30],
    ['keystroke p95 / full lint', p95(keystrokes) / whole, 0.1],
    ['memory, 10,000 edits / 1,000 edits', late / early, 1.2],
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
