import type { Watch } from '../cli/lint.ts';
import { run } from '../cli/run.ts';

/**
 * The program that the commands of this folder start: one file, so that what is compiled of it can be kept. A module
 * that is imported where it is used is run only then.
 */
export { tellOfCrash } from '../cli/crash.ts';

/** Runs a command line as `run` does. */
export function command(argv: readonly string[], watch: Watch): Promise<number> {
  return run(argv, { serve: () => serveStdio(watch.begun), watch });
}

/** Serves an editor; `loaded` is called when all that this takes has been loaded. */
export async function serveStdio(loaded: () => void): Promise<number> {
  const { serveStdio: serve } = await import('../lsp/node.ts');
  loaded();
  return serve();
}

export async function lintDrafts(): Promise<void> {
  (await import('../cli/lint-worker.ts')).lintDrafts();
}
