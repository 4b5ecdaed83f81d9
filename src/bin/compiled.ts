import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import module from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import vm from 'node:vm';
import { crc32 } from 'node:zlib';

/** The name of the file that a program is built to, with a hash of what is in it: the build writes it here. */
declare const MAIN: string;

export interface Compiled<Program> {
  readonly program: Program;
  /** Keeps what was compiled of the program for its next start, the first few times. Never throws. */
  readonly keep: () => void;
  /** To be called when all has been loaded that is to be, in every thread. */
  readonly optimiseLess: () => void;
}

/**
 * How much a function runs, in bytes of its code, before V8 of Node 20 compiles it anew to be faster: six times as much as
 * by itself. Most of a run is over before that has paid, and the threads that compile take the time of those that lint: with
 * two cores a run takes an eighth less. Newer Nodes compile in steps, and gain nothing.
 */
const BUDGET = '--interrupt-budget=400000';

/**
 * Loads the program, compiled as it was when it was kept: a start takes a quarter less time then. One run compiles what it
 * needs, the next adds to that. It lies in the user's cache folder, a file for each program, purpose and version of Node, and is only taken from a file that nobody else
 * could have written. `NODE_DISABLE_COMPILE_CACHE=1` does without. Node 22 and newer do all this themselves, and are
 * let.
 */
export function loadMain<Program>(purpose: 'lint' | 'lsp'): Compiled<Program> {
  const file = join(__dirname, MAIN);
  const require = module.createRequire(file);
  const { enableCompileCache } = module as { enableCompileCache?: () => unknown };
  enableCompileCache?.();
  const off = enableCompileCache !== undefined || process.env['NODE_DISABLE_COMPILE_CACHE'];
  const kept = off ? undefined : placeOf(file, purpose);
  if (kept === undefined) return { program: require(file), keep: () => {}, optimiseLess: () => {} };
  const memory = new Memory();
  // The build sees to it that there is nothing but ASCII in it, and that it is a function.
  const source = memory.read(file).toString('latin1');
  const { data: cachedData, times = 0 } = readKept(kept, memory) ?? {};
  const script = new vm.Script(source, {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  const exporting = { exports: {} as Program };
  script.runInThisContext()(exporting.exports, require, exporting, file, __dirname);
  const current = script.cachedDataRejected !== true ? cachedData : undefined;
  const done = current !== undefined && times >= TIMES;
  return {
    program: exporting.exports,
    keep: done
      ? () => {}
      : () => keepAt(kept, larger(script.createCachedData(), current), current ? times + 1 : 1),
    // V8 takes what was kept only under the flags it was made under.
    optimiseLess: done ? () => require('node:v8').setFlagsFromString(BUDGET) : () => {},
  };
}

/** Where a program is kept; nothing where the user has no folder for it. */
function placeOf(file: string, purpose: string): string | undefined {
  try {
    const folder =
      process.platform === 'win32'
        ? (process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'))
        : process.env['XDG_CACHE_HOME'] ||
          join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache');
    const name = `${basename(file, '.cjs')}-${purpose}-${process.version}-${process.arch}.bin`;
    return join(folder, 'klarlint', name);
  } catch {
    // A user without a home.
    return undefined;
  }
}

/** So many runs keep what they have compiled. */
const TIMES = 4;

/** V8 forgets what it has not run for long: a long run may have less at its end than it began with. */
function larger(data: Buffer, before: Buffer | undefined): Buffer {
  return before && before.length > data.length ? before : data;
}

/** Reads files one after the other, each where the one before was: to get room for them takes longer than to read them. */
class Memory {
  #kept = Buffer.alloc(0);

  /** The bytes of a file, until the next is read; of none but the user's own, if so asked. Throws when it can't be read. */
  read(path: string, own = false): Buffer {
    const descriptor = openSync(path, 'r');
    try {
      const { size, uid, mode } = fstatSync(descriptor);
      if (own && process.getuid && (uid !== process.getuid() || (mode & 0o022) !== 0))
        throw new Error('This file is not the user’s own.');
      if (size > this.#kept.length) this.#kept = Buffer.allocUnsafeSlow(Math.ceil(size * 1.5));
      let end = 0;
      for (let more = 1; more > 0 && end < size; end += more)
        more = readSync(descriptor, this.#kept, end, size - end, end);
      return this.#kept.subarray(0, end);
    } finally {
      closeSync(descriptor);
    }
  }
}

/** The first bytes of a file tell whether the rest is whole: V8 trusts what it is given, and copies what is not in step. */
const HEAD = 8;

/** What is kept in a file that is the user's own and whole, and by how many runs. */
function readKept(path: string, memory: Memory): { data: Buffer; times: number } | undefined {
  try {
    const bytes = memory.read(path, true);
    const data = bytes.subarray(HEAD);
    return bytes.readUInt32LE(0) === crc32(data) ? { data, times: bytes.readUInt32LE(4) } : undefined;
  } catch {
    return undefined;
  }
}

/** So many programs, purposes and versions are kept side by side; the oldest goes first. */
const MOST = 6;

function keepAt(path: string, data: Buffer, times: number): void {
  const folder = dirname(path);
  const unfinished = `${path}.${process.pid}`;
  try {
    // Not with its parents: a home that isn't there stays away.
    for (const place of [dirname(folder), folder]) if (!existsSync(place)) mkdirSync(place, { mode: 0o700 });
    const head = Buffer.alloc(HEAD);
    head.writeUInt32LE(crc32(data));
    head.writeUInt32LE(times, 4);
    writeFileSync(unfinished, Buffer.concat([head, data]), { mode: 0o600 });
    renameSync(unfinished, path);
    const all = readdirSync(folder).map((name) => join(folder, name));
    const newestFirst = all
      .map((file) => ({ file, time: statSync(file).mtimeMs }))
      .sort((a, b) => b.time - a.time);
    for (const { file } of newestFirst.slice(MOST)) rmSync(file);
  } catch {
    // No place, or no leave, to keep it: the next start takes a little longer.
  }
}
