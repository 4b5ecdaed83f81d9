import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CONFIG_NAME } from '../config/cascade.ts';
import { foldersAbove, within } from '../config/path.ts';
import { ConfigError, ConfigFile } from '../config/problem.ts';
import { configShape } from '../config/schema.ts';
import { problemsOf } from '../config/shape.ts';
import { misfit, wordOf } from '../config/vocabulary.ts';
import { readYaml, type YamlNode } from '../config/yaml.ts';
import { overlayOf } from '../lexicon/vocabulary.ts';
import { shownName } from './choose-files.ts';
import { userConfigFile } from './configuration.ts';
import { readCore } from './core.ts';
import { UsageError } from './usage-error.ts';

export interface AddOptions {
  /** Whether the words go into the user's own file, which holds for all folders. */
  readonly user?: boolean;
}

const { compare } = new Intl.Collator('sv');

/**
 * Puts words into the vocabulary of the nearest `klarlint.yml`, in Swedish order; the rest of the file stays as it is.
 * Each word may have a model (`e-journal/journal`). Throws a `UsageError` or a `ConfigError`, and has then written nothing.
 */
export async function addWords(
  lines: readonly string[],
  options: AddOptions,
  env = process.env,
): Promise<number> {
  const words = lines.map(checked);
  const path = options.user ? userConfigFile(env, process.platform) : nearestFile(process.cwd());
  const before = readIfAny(path);
  let text = before ?? '';
  const told: string[] = [];
  const shown = shownName(path, process.cwd());
  for (const word of words) {
    const after = await withWord(new ConfigFile(path, text), word);
    told.push(
      after === text ? `”${word}” finns redan i ${shown}.` : `”${word}” står nu i ordlistan i ${shown}.`,
    );
    text = after;
  }
  if (text !== before) write(path, text);
  if (before === undefined) told.unshift(`Filen ${shown} är ny.`);
  process.stdout.write(`${told.join('\n')}\n`);
  return 0;
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

/** The `klarlint.yml` of a folder or the nearest above it; one in the folder itself when there is none. */
function nearestFile(folder: string): string {
  const paths = foldersAbove(within(folder, CONFIG_NAME)).map((above) => within(above, CONFIG_NAME));
  return paths.find((path) => statSync(path, { throwIfNoEntry: false })?.isFile()) ?? paths[0]!;
}

function readIfAny(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/u, '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new UsageError(`${shownName(path, process.cwd())}: Filen går inte att läsa. Ändra rättigheterna.`);
  }
}

/** The text of a file with a line more in its vocabulary, or with another model for the word that is there. */
export async function withWord(file: ConfigFile, line: string): Promise<string> {
  const { text } = file;
  const root = await readYaml(file);
  const problems = problemsOf(root, configShape(), '', file);
  if (problems.length > 0) throw new ConfigError(problems);
  const list =
    root.kind === 'record' ? root.entries.find(({ key }) => key === 'vocabulary')?.value : undefined;
  const items = list?.kind === 'list' ? list.items : [];
  const same = items.find((item) => wordIn(item) === line.split('/')[0]);
  if (same && (lineOf(same) === line || !line.includes('/'))) return text;
  const yaml = await import('yaml');
  const scalar = yaml.stringify(line).trim();
  const spliced = same
    ? text.slice(0, same.start) + scalar + text.slice(same.end)
    : inserted(text, scalar, line, list, items);
  const wanted = same
    ? items.map((item) => (item === same ? line : lineOf(item)))
    : [...items.map(lineOf), line];
  if (spliced !== undefined && (await saysSame(file, spliced, wanted))) return spliced;
  // An unusual way to write YAML: the library writes it anew, with its comments.
  const document = yaml.parseDocument(text);
  document.set('vocabulary', wanted);
  return document.toString({ lineWidth: 0 });
}

/** The text with a line put in place by its characters alone, so that nothing else of it changes. */
function inserted(
  text: string,
  scalar: string,
  line: string,
  list: YamlNode | undefined,
  items: readonly YamlNode[],
): string | undefined {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  if (!list) {
    const gap = text.trim() === '' ? '' : text.endsWith('\n') ? end : end + end;
    return `${text}${gap}vocabulary:${end}  - ${scalar}${end}`;
  }
  if (items.length === 0) return undefined;
  // Before the first that comes after it: files stand where they are.
  const next = items.find((item) => !isFile(item) && compare(wordIn(item), line.split('/')[0]!) > 0);
  const isFlow = text[list.start] === '[';
  if (isFlow) {
    const at = next?.start ?? items.at(-1)!.end;
    return text.slice(0, at) + (next ? `${scalar}, ` : `, ${scalar}`) + text.slice(at);
  }
  const beside = next ?? items.at(-1)!;
  const lineStart = text.lastIndexOf('\n', beside.start - 1) + 1;
  const indent = /^[ \t]*-[ \t]+/u.exec(text.slice(lineStart, beside.start))?.[0];
  if (indent === undefined) return undefined;
  if (next) return `${text.slice(0, lineStart)}${indent}${scalar}${end}${text.slice(lineStart)}`;
  const lineEnd = text.indexOf('\n', beside.end);
  if (lineEnd < 0) return `${text}${end}${indent}${scalar}${end}`;
  return `${text.slice(0, lineEnd + 1)}${indent}${scalar}${end}${text.slice(lineEnd + 1)}`;
}

/** Whether a new text is configuration that has these lines in its vocabulary, in whatever order, and no others. */
async function saysSame({ path }: ConfigFile, text: string, wanted: readonly string[]): Promise<boolean> {
  try {
    const root = await readYaml(new ConfigFile(path, text));
    const list =
      root.kind === 'record' ? root.entries.find(({ key }) => key === 'vocabulary')?.value : undefined;
    const lines = list?.kind === 'list' ? list.items.map(lineOf) : [];
    return JSON.stringify(lines.sort()) === JSON.stringify([...wanted].sort());
  } catch {
    return false;
  }
}

function lineOf(item: YamlNode): string {
  return item.kind === 'scalar' ? String(item.value) : '';
}

function wordIn(item: YamlNode): string {
  return lineOf(item).normalize('NFC').split('/')[0]!;
}

function isFile(item: YamlNode): boolean {
  return lineOf(item).startsWith('.');
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
