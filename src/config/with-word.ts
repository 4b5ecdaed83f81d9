import { CONFIG_NAME } from './cascade.ts';
import { foldersAbove, within } from './path.ts';
import { ConfigError, ConfigFile } from './problem.ts';
import { configShape } from './schema.ts';
import { problemsOf } from './shape.ts';
import { readYaml, type YamlNode } from './yaml.ts';

/** The `klarlint.yml` that a folder's own words go into: the nearest there is, or else one in the folder itself. */
export function fileForWords(folder: string, isThere: (path: string) => boolean): string {
  const paths = foldersAbove(within(folder, CONFIG_NAME)).map((above) => within(above, CONFIG_NAME));
  return paths.find(isThere) ?? paths[0]!;
}

/** What is said when a word has been put into a file, or stood there already. */
export function wordTold(word: string, shownFile: string, isNew: boolean): string {
  return isNew ? `”${word}” står nu i ordlistan i ${shownFile}.` : `”${word}” finns redan i ${shownFile}.`;
}

/**
 * The text of a file of configuration with a line more in its vocabulary, in Swedish order, or with another model for the
 * word that is there; the rest stays as it is. Throws a `ConfigError` when the file is wrong already.
 */
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
  const next = items.find(
    (item) => !isFile(item) && wordIn(item).localeCompare(line.split('/')[0]!, 'sv') > 0,
  );
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
