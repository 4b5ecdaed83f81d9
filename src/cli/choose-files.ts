import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { extname, join, relative, resolve, sep } from 'node:path';
import { nearest } from '../nearest.ts';
import { listed } from '../report/wording.ts';
import { Ignored } from './ignored.ts';

/** A draft to read. */
export interface Chosen {
  /** Absolute. */
  readonly path: string;
  /** Whether the user named it; a file found in a folder or by a pattern is passed over when it can't be read. */
  readonly named: boolean;
}

export interface Choice {
  readonly files: readonly Chosen[];
  /** What was named in vain, with the cure. */
  readonly problems: readonly { readonly name: string; readonly path: string; readonly message: string }[];
  /** Folders below those named that could not be looked into. */
  readonly notes: readonly string[];
}

/** What is taken for a draft in a folder. A PDF is no draft: it is read when it is named, or asked for with `--ext`. */
const ENDINGS = new Set(['.md', '.markdown', '.txt', '.html', '.htm', '.mdx', '.docx', '.odt', '.eml']);
/** Folders that hold what others have written, or what a machine has. Hidden ones are passed over too. */
const IGNORED = new Set(['node_modules', 'dist', 'build', 'out', 'coverage', 'vendor']);

/** How files are chosen. */
export interface ChoiceOptions {
  /** The endings of drafts in folders, in place of the usual ones: `md,txt`. */
  readonly ext?: readonly string[];
  /** What is not to be linted, with patterns as in a `.gitignore`. */
  readonly ignorePattern?: readonly string[];
}

/**
 * Finds the drafts that files, folders and patterns mean, each once, those of a folder in order of name. `commands` are
 * told to those who misspell one.
 */
export async function chooseFiles(
  named: readonly string[],
  cwd: string,
  options: ChoiceOptions,
  commands: readonly string[],
): Promise<Choice> {
  const endings = endingsOf(options);
  const ignored = new Ignored(options.ignorePattern ?? [], cwd);
  const files = new Map<string, Chosen>();
  const problems: { name: string; path: string; message: string }[] = [];
  const notes: string[] = [];
  const add = (path: string, wasNamed: boolean): void => {
    if (wasNamed || !files.has(path)) files.set(path, { path, named: wasNamed });
  };
  for (const name of named) {
    const path = resolve(cwd, name);
    const fail = (message: string): void => {
      problems.push({ name, path, message });
    };
    const stats = statOf(path);
    if (stats === 'forbidden') fail('Du får inte läsa filen. Ändra rättigheterna.');
    else if (stats?.isDirectory()) {
      const found = walk(path, name, { notes, endings, ignored });
      if (found === 'forbidden') fail('Du får inte läsa mappen. Ändra rättigheterna.');
      else if (found.length === 0)
        fail(`Mappen har inga utkast. klarlint läser filer som slutar på ${listed([...endings])}.`);
      else for (const file of found) add(file, false);
    } else if (stats) {
      const by = ignored.by(path, 'named');
      if (by === undefined) add(path, true);
      else notes.push(`${name}: hoppades över, för ${by} säger det.`);
    } else if (isPattern(name)) {
      const found = (await match(name, cwd)).filter((file) => ignored.by(file, 'file') === undefined);
      if (found.length === 0) fail('Mönstret passar inte på någon fil.');
      for (const file of found) add(file, false);
    } else {
      const command = nearest(name, commands);
      fail(`Filen finns inte.${command === undefined ? '' : ` Menar du ”klarlint ${command}”?`}`);
    }
  }
  return { files: [...files.values()], problems, notes };
}

/** Those of some files that are drafts and are not to be passed over. */
export function draftsAmong(paths: readonly string[], cwd: string, options: ChoiceOptions): string[] {
  const endings = endingsOf(options);
  const ignored = new Ignored(options.ignorePattern ?? [], cwd);
  return paths.filter((path) => endings.has(endingOf(path)) && ignored.by(path, 'file') === undefined);
}

function endingsOf({ ext }: ChoiceOptions): ReadonlySet<string> {
  if (!ext) return ENDINGS;
  const endings = ext.flatMap((list) => list.split(',')).map((one) => one.trim().replace(/^\*?\./u, ''));
  return new Set(endings.filter((one) => one !== '').map((one) => `.${one.toLowerCase()}`));
}

function endingOf(path: string): string {
  return extname(path).toLowerCase();
}

interface Walk {
  readonly notes: string[];
  readonly endings: ReadonlySet<string>;
  readonly ignored: Ignored;
}

/** The drafts in a folder and below it. */
function walk(folder: string, name: string, how: Walk): string[] | 'forbidden' {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return 'forbidden';
  }
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (IGNORED.has(entry.name) || how.ignored.by(path, 'folder') !== undefined) continue;
      const below = walk(path, join(name, entry.name), how);
      if (below === 'forbidden')
        how.notes.push(`${join(name, entry.name)}: Mappen går inte att läsa och hoppades över.`);
      else for (const one of below) found.push(one);
    } else if (how.endings.has(endingOf(entry.name)) && (entry.isFile() || linksToFile(entry, path))) {
      if (how.ignored.by(path, 'file') === undefined) found.push(path);
    }
  }
  return found;
}

/** A link to a file is followed; a link to a folder could lead round in a ring. */
function linksToFile(entry: Dirent, path: string): boolean {
  const stats = entry.isSymbolicLink() ? statOf(path) : undefined;
  return typeof stats === 'object' && stats.isFile();
}

async function match(pattern: string, cwd: string): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const ignored = [...IGNORED, '.*'].map((name) => `**/${name}/**`);
  const patterns = sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
  const found = await glob(patterns, {
    cwd,
    absolute: true,
    ignore: ignored,
    expandDirectories: false,
    followSymbolicLinks: false,
  });
  return found.map((path) => resolve(path)).sort();
}

function isPattern(name: string): boolean {
  return /[*?[\]{}()!]/u.test(name);
}

/** What lies at a path; nothing when nothing does. */
function statOf(path: string): Stats | 'forbidden' | undefined {
  try {
    return statSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'EACCES' || code === 'EPERM' ? 'forbidden' : undefined;
  }
}

/** The path from the folder the user stands in, or the whole path when it lies elsewhere. */
export function shownName(path: string, cwd: string): string {
  const near = relative(cwd, path);
  return near === '' || near.startsWith('..') ? path : near;
}
