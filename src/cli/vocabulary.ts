import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ConfigFile } from '../config/problem.ts';
import { misfit, wordOf } from '../config/vocabulary.ts';
import { fileForWords, withWord, wordTold } from '../config/with-word.ts';
import { overlayOf } from '../lexicon/vocabulary.ts';
import { shownName } from './choose-files.ts';
import { userConfigFile } from './configuration.ts';
import { readCore } from './core.ts';
import { UsageError } from './usage-error.ts';

export interface AddOptions {
  /** Whether the words go into the user's own file, which holds for all folders. */
  readonly user?: boolean;
}

/** Puts words into the vocabulary of the nearest `klarlint.yml`, and says so. Throws as `putWords` does. */
export async function addWords(
  lines: readonly string[],
  options: AddOptions,
  env = process.env,
): Promise<number> {
  const path = options.user ? userConfigFile(env, process.platform) : nearestFile(process.cwd());
  process.stdout.write(`${(await putWords(lines, path)).join('\n')}\n`);
  return 0;
}

/** Puts words into the user's own vocabulary, or that of the folder of a file; gives what is to be said. Throws as `putWords` does. */
export function putWordsFor(
  lines: readonly string[],
  scope: 'user' | 'project',
  path: string,
  env = process.env,
): Promise<string[]> {
  return putWords(
    lines,
    scope === 'user' ? userConfigFile(env, process.platform) : nearestFile(dirname(path)),
  );
}

/**
 * Puts words into the vocabulary of a `klarlint.yml`, in Swedish order; the rest of the file stays as it is. Each word may
 * have a model (`e-journal/journal`). Throws a `UsageError` or a `ConfigError`, and has then written nothing.
 */
async function putWords(lines: readonly string[], path: string): Promise<string[]> {
  const words = lines.map(checked);
  const before = readIfAny(path);
  let text = before ?? '';
  const told: string[] = [];
  const shown = shownName(path, process.cwd());
  for (const word of words) {
    const after = await withWord(new ConfigFile(path, text), word);
    told.push(wordTold(word, shown, after !== text));
    text = after;
  }
  if (text !== before) write(path, text);
  if (before === undefined) told.unshift(`Filen ${shown} är ny.`);
  return told;
}

/** The line as it is to be written. Throws a `UsageError` when it is no word, or does not fit its model. */
function checked(line: string): string {
  const own = wordOf(line);
  if (typeof own === 'string') throw new UsageError(own);
  if (own.model === undefined) return own.word;
  const core = readCore();
  overlayOf([own], core.lexicon, (word, why) => {
    throw new UsageError(misfit(word, why, core));
  });
  return `${own.word}/${own.model}`;
}

function nearestFile(folder: string): string {
  return fileForWords(folder, (path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}

function readIfAny(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/u, '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new UsageError(`${shownName(path, process.cwd())}: Filen går inte att läsa. Ändra rättigheterna.`);
  }
}

/** Writes a file at once or not at all. */
function write(path: string, text: string): void {
  let temporary: string | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const known = statSync(path, { throwIfNoEntry: false });
    // A link goes on being one.
    const target = known ? realpathSync(path) : path;
    temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    writeFileSync(temporary, text, { flag: 'wx', ...(known && { mode: known.mode }) });
    renameSync(temporary, target);
  } catch {
    if (temporary !== undefined) rmSync(temporary, { force: true });
    throw new UsageError(
      `${shownName(path, process.cwd())}: Filen går inte att skriva. Ändra rättigheterna.`,
    );
  }
}
