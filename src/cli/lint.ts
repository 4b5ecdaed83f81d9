import { fstatSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { annotateProblem } from './annotate-problem.ts';
import type { Crew } from './crew.ts';
import { type Draft, type DraftOptions, draftsOf } from './drafts.ts';
import { type ExamineOptions, Examiner } from './examine.ts';
import { LintRun, type RunOptions } from './lint-run.ts';
import { type Outcome, outcomeOf, outcomesTogether, recalled } from './outcome.ts';
import { checkRuleChoice } from './rule-choice.ts';
import { UsageError } from './usage-error.ts';

export interface LintOptions
  extends Omit<ExamineOptions, 'fix' | 'timing'>,
    RunOptions,
    Omit<DraftOptions, 'fix'> {
  /** How many threads look at the drafts; `auto` decides by how much there is to do. */
  readonly concurrency?: number | 'auto';
  /** Whether all texts are looked at together. */
  readonly corpus?: boolean;
  /** Whether it is shown how long each rule took. */
  readonly timing?: boolean;
}

const COMMANDS = [
  'init',
  'explain',
  'rules',
  'stats',
  'test',
  'tokens',
  'vocabulary',
  'merge',
  'completion',
  'help',
  'lsp',
];
/** What is told when drafts are looked at, so that the program can be made to run fast. */
export interface Watch {
  /** All threads that are to look at drafts have started. */
  begun(): void;
  /** This thread has looked at drafts, alone. */
  linted(): void;
}

/** Fewer drafts than this are done before more threads have started. */
const WORTH_THREADS = 250;
/** After so many drafts that an earlier run did not know, their share tells how many there will be. */
const TELLING = 8;
/** So many drafts may wait to be told of: the first of them may be the longest. */
const AHEAD = 64;

/**
 * Lints drafts and reports. Gives the exit code: 0 clean, 1 findings that fail the run, 2 something was not read.
 */
export async function lintCommand(
  paths: readonly string[],
  options: LintOptions,
  watch: Watch,
  env = process.env,
): Promise<number> {
  const { fix, fixUnsafe, fixDryRun } = options;
  const fixes = Boolean(fix || fixUnsafe || fixDryRun);
  const times = options.timing ? new (await import('./rule-times.ts')).RuleTimes() : undefined;
  const { timing: _, ...rest } = options;
  const examine: ExamineOptions = {
    ...rest,
    ...(times && { timing: times.add }),
    fix: fixes ? (fixUnsafe ? 'suggested' : 'safe') : undefined,
  };
  const problem = annotateProblem(options, paths);
  if (problem !== undefined) throw new UsageError(problem);
  if (options.corpus && fixes)
    throw new UsageError('”--corpus” rättar inget. Rätta först med --fix, och kör sedan --corpus.');
  await checkRuleChoice(options, env);
  const run = new LintRun(options, env);
  const examiner = new Examiner(examine, env);
  const names = paths.length > 0 || namesElsewhere(options) ? paths : ['-'];
  const { drafts, problems, notes } = await draftsOf(
    names,
    { ...options, fix: Boolean(fix || fixUnsafe) },
    COMMANDS,
  );
  await run.start(drafts.length + problems.length, names.includes('-'));
  for (const note of notes) run.note(note);
  if (options.corpus) {
    for (const [at, outcome] of (await outcomesTogether(drafts, examiner)).entries())
      await run.take(drafts[at]!, outcome);
  } else await each(drafts, options, examine, examiner, env, run, watch);
  for (const problem of problems) run.fail(problem, problem.message);
  const code = run.end();
  for (const line of times?.table() ?? []) run.note(line);
  return code;
}

/** Looks at drafts one by one, in threads where there are many. */
async function each(
  drafts: readonly Draft[],
  options: LintOptions,
  examine: ExamineOptions,
  examiner: Examiner,
  env: NodeJS.ProcessEnv,
  run: LintRun,
  watch: Watch,
): Promise<void> {
  const { size, worth } = threadsFor(drafts.length, options);
  let crew: Crew | undefined;
  let seen = 0;
  let unknown = 0;
  if (size < 2) watch.begun();
  const begin = async (draft: Draft): Promise<Outcome> => {
    if (size < 2 || !draft.isFile) return outcomeOf(draft, examiner);
    if (examiner.keeps) {
      // Most drafts of a later run are known, which takes no threads.
      const known = await recalled(draft, examiner);
      seen++;
      if (known) return known;
      unknown++;
      if (!crew && (unknown < TELLING || (unknown / seen) * drafts.length < worth))
        return outcomeOf(draft, examiner);
    }
    const { Crew } = await import('./crew.ts');
    crew ??= new Crew(size, examine, env, watch.begun);
    return crew.outcomeOf(draft.path);
  };
  try {
    await inOrder(drafts, size < 2 ? 1 : AHEAD, begin, (draft, outcome) => run.take(draft, outcome));
    if (!crew) watch.linted();
  } finally {
    await crew?.dismiss();
  }
}

/** How many threads so many drafts are for, one where more are not faster, and for how many drafts they are worth starting. */
function threadsFor(
  drafts: number,
  { concurrency = 'auto', timing }: LintOptions,
): { readonly size: number; readonly worth: number } {
  // The times of threads that work side by side say little.
  if (timing) return { size: 1, worth: 0 };
  if (concurrency !== 'auto') return { size: Math.min(concurrency, drafts), worth: 0 };
  return { size: drafts < WORTH_THREADS ? 1 : availableParallelism(), worth: WORTH_THREADS };
}

/** Begins with each item, at most `ahead` before the first is done, and hands on what comes of them in their order. */
async function inOrder<T, R>(
  items: readonly T[],
  ahead: number,
  begin: (item: T) => Promise<R>,
  done: (item: T, result: R) => Promise<void>,
): Promise<void> {
  const begun: Promise<R>[] = [];
  let next = 0;
  for (const item of items) {
    while (next < items.length && begun.length < ahead) {
      const result = begin(items[next++]!);
      // It is waited for in its turn; until then nobody has failed to see that it broke.
      result.catch(() => {});
      begun.push(result);
    }
    await done(item, await begun.shift()!);
  }
}

/** Whether other options than paths say what is to be linted. */
export function namesElsewhere({ since, staged, fileList }: LintOptions): boolean {
  return since !== undefined || staged === true || fileList !== undefined;
}

/** Whether something is piped to standard input; a terminal or nothing at all is not. */
export function hasPipedInput(): boolean {
  try {
    const stats = fstatSync(0);
    return stats.isFIFO() || stats.isFile() || stats.isSocket();
  } catch {
    return false;
  }
}
