import { resolve } from 'node:path';
import { type ChoiceOptions, chooseFiles, draftsAmong, shownName } from './choose-files.ts';
import type { ChangedFile, Changes } from './git.ts';
import {
  type Content,
  decode,
  documentIn,
  readDraft,
  readStandardInput,
  readText,
  UnreadableError,
} from './read-file.ts';
import { UsageError } from './usage-error.ts';

/** A draft, and how to get at what it says. */
export interface Draft {
  /** As it is shown. */
  readonly name: string;
  /** Absolute; for standard input the path that `--stdin-filename` gives it. */
  readonly path: string;
  /** Whether the user named it; what is found in a folder is passed over when it can't be read. */
  readonly named: boolean;
  readonly standardInput: boolean;
  /** Whether it is read from the file at its path, and nothing else need be known of it. */
  readonly isFile: boolean;
  read(): Content | Promise<Content>;
  /** What it said before, when only what has changed is to be looked at. */
  before?(): string;
}

export interface Drafts {
  readonly drafts: readonly Draft[];
  /** What was named in vain, with the cure. */
  readonly problems: readonly { readonly name: string; readonly path: string; readonly message: string }[];
  readonly notes: readonly string[];
}

export interface DraftOptions extends ChoiceOptions, Changes {
  readonly stdinFilename?: string;
  /** A file that names further drafts, a line each; `-` is standard input. */
  readonly fileList?: string;
  /** Whether only sentences that have changed are looked at; takes `since` or `staged`. */
  readonly onlyChanged?: boolean;
  /** Which part of the drafts to take, from 1, of how many. */
  readonly shard?: { readonly part: number; readonly of: number };
  /** Whether the drafts are to be mended where they lie. */
  readonly fix?: boolean;
}

/**
 * The drafts that a command line names; `-` is standard input. `commands` are told to those who misspell one. Throws a
 * `UsageError` when options don't go together, or a list or Git can't be read.
 */
export async function draftsOf(
  names: readonly string[],
  options: DraftOptions,
  commands: readonly string[] = [],
): Promise<Drafts> {
  const cwd = process.cwd();
  const { stdinFilename, fileList, since, staged, onlyChanged } = options;
  if (onlyChanged && since === undefined && !staged)
    throw new UsageError('”--only-changed” behöver ”--since REF” eller ”--staged”.');
  if (since !== undefined && staged) throw new UsageError('Välj antingen ”--since” eller ”--staged”.');
  if (since !== undefined || staged)
    return { drafts: partOf(await changedDrafts(names, options, cwd), options), problems: [], notes: [] };
  const all = fileList === undefined ? names : [...names, ...(await listedIn(fileList))];
  const { files, problems, notes } = await chooseFiles(
    all.filter((name) => name !== '-'),
    cwd,
    options,
    commands,
  );
  const drafts: Draft[] = files.map(({ path, named }) => new FileDraft(path, named));
  if (all.includes('-')) {
    const path = resolve(cwd, stdinFilename ?? 'stdin.md');
    const name = stdinFilename ? shownName(path, cwd) : 'standard in';
    drafts.unshift({
      name,
      path,
      named: true,
      standardInput: true,
      isFile: false,
      read: () => readStandardInput(path),
    });
  }
  return { drafts: partOf(drafts, options), problems, notes };
}

/** There may be a hundred thousand of them: what can be told when it is asked for isn't kept. */
class FileDraft implements Draft {
  readonly path: string;
  readonly named: boolean;

  constructor(path: string, named: boolean) {
    this.path = path;
    this.named = named;
  }

  get name(): string {
    return shownName(this.path, process.cwd());
  }

  get standardInput(): boolean {
    return false;
  }

  get isFile(): boolean {
    return true;
  }

  read(): Promise<Content> {
    return readDraft(this.path);
  }
}

/** Every so many of the drafts, as `--shard 2/4` says. */
function partOf(drafts: readonly Draft[], { shard }: DraftOptions): readonly Draft[] {
  if (!shard) return drafts;
  return drafts.filter((_, i) => i % shard.of === shard.part - 1);
}

/** The drafts that Git says have changed. */
async function changedDrafts(names: readonly string[], options: DraftOptions, cwd: string): Promise<Draft[]> {
  const { changedFiles } = await import('./git.ts');
  const changed = new Map(changedFiles(options, cwd, names).map((file) => [file.path, file]));
  return draftsAmong([...changed.keys()].sort(), cwd, options).map((path) => {
    const file = changed.get(path)!;
    return {
      path,
      name: shownName(path, cwd),
      named: false,
      standardInput: false,
      isFile: false,
      // What is to be committed may be other than what lies in the folder.
      read: () => (options.staged && !options.fix ? readStaged(file, path) : readDraft(path)),
      ...(options.onlyChanged && { before: () => file.before() ?? '' }),
    };
  });
}

async function readStaged(file: ChangedFile, path: string): Promise<Content> {
  const bytes = file.staged();
  return (await documentIn(bytes, path)) ?? decode(bytes);
}

async function listedIn(fileList: string): Promise<string[]> {
  try {
    const { text } = fileList === '-' ? await readStandardInput(fileList) : readText(fileList);
    return text.split(/\r?\n|\0/u).filter((line) => line.trim() !== '');
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    throw new UsageError(`${fileList}: ${error.message}`);
  }
}
