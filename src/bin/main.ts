import type { Watch } from '../cli/lint.ts';
import { run } from '../cli/run.ts';
import { serveStdio } from './server.ts';

/**
 * The program that the commands of this folder start: one file, so that what is compiled of it can be kept. A module
 * that is imported where it is used is run only then.
 */
export { tellOfCrash } from '../cli/crash.ts';

/** Runs a command line as `run` does. */
export function command(argv: readonly string[], watch: Watch): Promise<number> {
  return run(argv, { serve: () => serveStdio(watch.begun), watch });
}

export async function lintDrafts(): Promise<void> {
  (await import('../cli/lint-worker.ts')).lintDrafts();
}
