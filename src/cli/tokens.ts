import { resolve } from 'node:path';
import { analysed, conllu, tokenTable } from '../report/tokens.ts';
import { Text } from '../rule.ts';
import { shownName } from './choose-files.ts';
import { readCore } from './core.ts';
import type { TokensOptions } from './program.ts';
import { type Content, readDraft, readStandardInput, sourceOf, UnreadableError } from './read-file.ts';
import { styleFor } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** Shows the words of a text with their analyses. Throws a `UsageError` when the text can't be read. */
export async function showTokens(name: string, options: TokensOptions, env = process.env): Promise<number> {
  const cwd = process.cwd();
  const path = resolve(cwd, name === '-' ? (options.stdinFilename ?? 'stdin.md') : name);
  const content = await read(name, path);
  if (content.note) process.stderr.write(`${name}: ${content.note}\n`);
  const text = new Text(content.source ?? (await sourceOf(path, content.text)), [], readCore());
  process.stdout.write(form(text, shownName(path, cwd), options, env));
  return 0;
}

async function read(name: string, path: string): Promise<Content> {
  try {
    return name === '-' ? await readStandardInput(path) : await readDraft(path);
  } catch (error) {
    throw error instanceof UnreadableError ? new UsageError(`${name}: ${error.message}`) : error;
  }
}

function form(text: Text, name: string, options: TokensOptions, env: NodeJS.ProcessEnv): string {
  switch (options.format) {
    case 'conllu':
      return conllu(text, name);
    case 'json':
      return `${JSON.stringify([...analysed(text)].map(({ sentence }) => sentence))}\n`;
    default:
      return tokenTable(text, styleFor(process.stdout, options, env));
  }
}
