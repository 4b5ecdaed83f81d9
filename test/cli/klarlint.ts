import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const COMMAND = join(dirname(fileURLToPath(import.meta.url)), '../../dist/klarlint.cjs');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
  readonly cwd: string;
  readonly input?: string | Buffer;
  readonly env?: Record<string, string>;
}

/** Runs the built command in a process of its own, far from the settings of whoever runs the tests. */
export function klarlint(
  args: readonly string[],
  { under = [], ...rest }: Circumstances & { readonly under?: readonly string[] },
): Promise<Outcome> {
  const command = under.length > 0 ? copyForAll() : COMMAND;
  return run([...under, process.execPath, command, ...args], rest);
}

/** A copy of what is installed that every user may read: the repository may lie where only its owner may. */
function copyForAll(): string {
  const copy = folder({});
  chmodSync(copy, 0o755);
  for (const part of ['dist', 'dictionaries', 'package.json'])
    cpSync(join(dirname(COMMAND), '..', part), join(copy, part), { recursive: true });
  return join(copy, 'dist/klarlint.cjs');
}

/** Runs any program as `klarlint` is run. */
export function run(command: readonly string[], { cwd, input, env }: Circumstances): Promise<Outcome> {
  const [program, ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program!, args, {
      cwd,
      env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', COLUMNS: '100', ...env },
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    const chunks: Record<'stdout' | 'stderr', string> = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name]!.setEncoding('utf8').on('data', (chunk: string) => {
        chunks[name] += chunk;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...chunks }));
    // A command that reads no input closes it while we write.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

/** A folder with files in it, by path; it is gone when the test is. */
export function folder(files: Readonly<Record<string, string | Buffer>>): string {
  const root = mkdtempSync(join(tmpdir(), 'klarlint-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** A draft with one finding of `words/complex-preposition`, a warning. */
export const FLAGGED = 'Vi träffas på fredag i syfte att planera hösten.\n';
/** A draft without findings. */
export const CLEAN = 'Vi träffas på fredag och planerar hösten.\n';
/** Configuration that makes the finding of `FLAGGED` an error. */
export const STRICT = 'rules:\n  words/complex-preposition: error\n';
