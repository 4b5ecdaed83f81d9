import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { CACHE_NAME } from './cache-name.ts';
import type { Examined } from './examine.ts';
import { packageFolder } from './home.ts';

export interface CacheOptions {
  /** Whether to keep what was found in each text, and to look only at texts that have changed. */
  readonly cache?: boolean;
  readonly cacheLocation?: string;
}

/** What decides what is found, beside the text itself: how the run was asked for. */
type Circumstances = Readonly<Record<string, unknown>>;

/**
 * What was found in texts, a file for each path. It is known by a hash of everything that it follows from: this build of
 * klarlint, the run's options, the configuration and the text. Runs may share a cache: a file is written whole or not at
 * all, and one that is damaged counts for nothing.
 */
export class Cache {
  readonly #folder: string;
  readonly #base: string;

  constructor({ cacheLocation = CACHE_NAME }: CacheOptions, circumstances: Circumstances) {
    this.#folder = resolve(cacheLocation);
    const home = packageFolder();
    const build = readFileSync(join(home, 'dist/build-id'), 'utf8');
    this.#base = JSON.stringify([build, home, circumstances]);
  }

  /** The key of a text at a path; `configuration` is all that holds for it. */
  key(path: string, configuration: string, text: string): string {
    return hash(this.#base, extname(path), configuration, text);
  }

  /** What was found the last time, if nothing has changed since. */
  read(path: string, key: string): Omit<Examined, 'text'> | undefined {
    try {
      const entry = JSON.parse(readFileSync(this.#fileOf(path), 'utf8'));
      return entry.key === key ? entry.examined : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps what was found. A cache that can't be written is no reason to fail. */
  write(path: string, key: string, { text: _, ...examined }: Examined): void {
    const file = this.#fileOf(path);
    const temporary = `${file}.${process.pid}-${hash(key).slice(0, 8)}`;
    try {
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(temporary, JSON.stringify({ key, examined }));
      renameSync(temporary, file);
    } catch {
      removeIfAny(temporary);
    }
  }

  #fileOf(path: string): string {
    const name = hash(path);
    return join(this.#folder, name.slice(0, 2), `${name.slice(2)}.json`);
  }
}

function removeIfAny(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}

function hash(...parts: readonly string[]): string {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(`${part.length}\n`).update(part);
  return digest.digest('hex').slice(0, 40);
}
