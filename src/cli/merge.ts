import { type JsonResult, linted } from '../report/json.ts';
import { shownName } from './choose-files.ts';
import { LintRun, type RunOptions } from './lint-run.ts';
import { readReport } from './read-report.ts';

/**
 * Puts reports in JSON or NDJSON together as if all their documents had been linted in one run. Gives the exit code of
 * such a run. Throws a `UsageError` when one of them can't be read.
 */
export async function mergeReports(
  paths: readonly string[],
  options: RunOptions,
  env = process.env,
): Promise<number> {
  const results = paths.flatMap(readReport).sort((a, b) => inWalk(a.filePath, b.filePath));
  const run = new LintRun(options, env);
  await run.start(results.length, false);
  for (const result of results) {
    const name = shownName(result.filePath, process.cwd());
    const fatal = result.messages.find((message) => message.fatal);
    if (fatal) run.fail({ name, path: result.filePath }, fatal.message);
    else run.document(linted(result, name));
  }
  return run.end();
}

/** The order in which folders are walked. */
function inWalk(a: JsonResult['filePath'], b: JsonResult['filePath']): number {
  const [left, right] = [a.split(/[\\/]/u), b.split(/[\\/]/u)];
  const at = left.findIndex((part, i) => part !== right[i]);
  if (at < 0) return left.length - right.length;
  return left[at]! < (right[at] ?? '') ? -1 : 1;
}
