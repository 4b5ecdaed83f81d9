import { resolve } from 'node:path';
import { chooseFiles, shownName } from './choose-files.ts';
import { type Content, readStandardInput, readText } from './read-file.ts';

/** A draft, and how to get at what it says. */
export interface Draft {
  /** As it is shown. */
  readonly name: string;
  /** Absolute; for standard input the path that `--stdin-filename` gives it. */
  readonly path: string;
  /** Whether the user named it; what is found in a folder is passed over when it can't be read. */
  readonly named: boolean;
  readonly standardInput: boolean;
  read(): Content | Promise<Content>;
}

export interface Drafts {
  readonly drafts: readonly Draft[];
  /** What was named in vain, with the cure. */
  readonly problems: readonly { readonly name: string; readonly path: string; readonly message: string }[];
  readonly notes: readonly string[];
}

/** The drafts that a command line names; `-` is standard input. `commands` are told to those who misspell one. */
export async function draftsOf(
  names: readonly string[],
  { stdinFilename }: { readonly stdinFilename?: string },
  commands: readonly string[] = [],
): Promise<Drafts> {
  const cwd = process.cwd();
  const { files, problems, notes } = await chooseFiles(
    names.filter((name) => name !== '-'),
    cwd,
    commands,
  );
  const drafts: Draft[] = files.map((file) => ({
    ...file,
    standardInput: false,
    read: () => readText(file.path),
  }));
  if (names.includes('-')) {
    const path = resolve(cwd, stdinFilename ?? 'stdin.md');
    const name = stdinFilename ? shownName(path, cwd) : 'standard in';
    drafts.unshift({ name, path, named: true, standardInput: true, read: readStandardInput });
  }
  return { drafts, problems, notes };
}
