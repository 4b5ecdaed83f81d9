import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { UsageError } from './usage-error.ts';

/** Which files Git is to tell of. */
export interface Changes {
  /** Those that differ from where the branch left a commit, new ones that Git does not know yet among them. */
  readonly since?: string;
  /** Those that are about to be committed. */
  readonly staged?: boolean;
}

/** A file that has changed. */
export interface ChangedFile {
  /** Absolute. */
  readonly path: string;
  /** What it said before; nothing for a new file. */
  before(): string | undefined;
  /** What is about to be committed, where that is what was asked for. */
  staged(): Buffer;
}

/** A version of a text may be large; more than this is no text. */
const MOST_BYTES = 50_000_000;

/** The files below some paths that have changed. Throws a `UsageError` where there is no Git to ask. */
export function changedFiles(
  { since, staged }: Changes,
  cwd: string,
  paths: readonly string[],
): ChangedFile[] {
  const git = (...args: string[]): Buffer => run(cwd, args);
  // Outside a repository ”git diff” is another command.
  git('rev-parse', '--is-inside-work-tree');
  const base = since === undefined ? 'HEAD' : mergeBase(cwd, since);
  const diff = ['diff', '--relative', '--name-status', '--find-renames', '--diff-filter=ACMR', '-z'];
  const fields = git(...diff, ...(staged ? ['--cached'] : [base]), '--', ...paths)
    .toString()
    .split('\0');
  const files: { name: string; old: string | undefined }[] = [];
  for (let i = 0; i + 1 < fields.length; ) {
    const status = fields[i]!;
    const isMoved = /^[RC]/u.test(status);
    const name = fields[i + (isMoved ? 2 : 1)]!;
    files.push({ name, old: status === 'A' ? undefined : fields[i + 1] });
    i += isMoved ? 3 : 2;
  }
  if (since !== undefined) {
    const added = git('ls-files', '--others', '--exclude-standard', '-z', '--', ...paths);
    for (const name of added.toString().split('\0')) if (name !== '') files.push({ name, old: undefined });
  }
  return files.map(({ name, old }) => ({
    path: resolve(cwd, name),
    before: () => (old === undefined ? undefined : git('show', `${base}:./${old}`).toString()),
    staged: () => git('show', `:./${name}`),
  }));
}

function mergeBase(cwd: string, ref: string): string {
  try {
    return run(cwd, ['merge-base', '--end-of-options', ref, 'HEAD']).toString().trim();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(
      `Git känner inte till ”${ref}”, eller så har grenen ingen gemensam historik med den. I en pipeline: hämta hela historiken (fetch-depth: 0).`,
    );
  }
}

function run(cwd: string, args: readonly string[]): Buffer {
  try {
    return execFileSync('git', ['-C', cwd, ...args], {
      maxBuffer: MOST_BYTES,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: Buffer };
    if (code === 'ENOENT') throw new UsageError('Git är inte installerat. Ange filerna i stället.');
    if (/not a git repository/iu.test(String(stderr)))
      throw new UsageError('Mappen ligger inte i ett Git-förråd. Ange filerna i stället.');
    throw new UsageError(`Git kunde inte svara: ${String(stderr).trim().split('\n')[0]}`);
  }
}
