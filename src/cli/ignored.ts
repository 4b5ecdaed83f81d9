import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** Patterns of one file or of the command line, counted from a folder. */
interface Patterns {
  readonly folder: string;
  /** Where they stand, as it is shown. */
  readonly name: string;
  readonly ignore: Ignore;
}

const FILES = ['.klarlintignore', '.gitignore'];

/**
 * Knows what is not to be linted: patterns on the command line, and those of each `.klarlintignore` and `.gitignore` from
 * the uppermost folder down to the draft's. Of two that say different things the nearer one decides, as in Git.
 */
export class Ignored {
  readonly #cwd: Patterns;
  readonly #folders = new Map<string, readonly Patterns[]>();

  constructor(patterns: readonly string[], cwd: string) {
    this.#cwd = { folder: cwd, name: '--ignore-pattern', ignore: ignore().add([...patterns]) };
  }

  /** Where it says that a path is to be passed over; nothing when nowhere. A file that was named heeds no `.gitignore`. */
  by(path: string, kind: 'file' | 'folder' | 'named'): string | undefined {
    const all = [this.#cwd, ...this.#above(dirname(path))];
    for (const { folder, name, ignore: patterns } of all) {
      if (kind === 'named' && name === '.gitignore') continue;
      const from = relative(folder, path).split(sep).join('/');
      if (from === '' || from.startsWith('..')) continue;
      // What lies in a folder that is ignored is so too; only a file that was named has not come by way of its folders.
      const { ignored, unignored } = patterns.test(kind === 'folder' ? `${from}/` : from);
      if (ignored) return name;
      if (unignored) return undefined;
    }
    return undefined;
  }

  /** The patterns that hold in a folder, the nearest first. */
  #above(folder: string): readonly Patterns[] {
    const known = this.#folders.get(folder);
    if (known) return known;
    const own = FILES.flatMap((name) => {
      const text = readIfAny(join(folder, name));
      return text === undefined ? [] : [{ folder, name, ignore: ignore().add(text) }];
    });
    const above = dirname(folder);
    // A repository's patterns end with it.
    const isTop = above === folder || readIfAny(join(folder, '.git/HEAD')) !== undefined;
    const patterns = isTop ? own : [...own, ...this.#above(above)];
    this.#folders.set(folder, patterns);
    return patterns;
  }
}

function readIfAny(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
