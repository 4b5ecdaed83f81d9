import { ConfigError } from '../config/problem.ts';
import { misconfigured } from './configuration.ts';
import { tellOfCrash } from './crash.ts';
import { hasPipedInput, lintCommand, namesElsewhere, type Watch } from './lint.ts';
import { programOf } from './program.ts';
import { UsageError } from './usage-error.ts';

export interface Surroundings {
  /** Starts the language server, which lies a floor above. */
  serve(): Promise<number>;
  readonly watch: Watch;
}

/** Runs a command line, as `process.argv` has it. Gives the exit code; never throws, and never shows a stack trace. */
export async function run(argv: readonly string[], { serve, watch }: Surroundings): Promise<number> {
  // Whoever reads our output may have read enough (klarlint … | head).
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
  process.on('uncaughtException', (error) => {
    tellOfCrash(error);
    process.exit(2);
  });
  let code = 0;
  const program = programOf(
    {
      lint: async (paths, options) => {
        if (paths.length > 0 || namesElsewhere(options) || hasPipedInput())
          return lintCommand(paths, options, watch);
        if (!process.stdin.isTTY) throw new UsageError('Ange vad som ska granskas. Se klarlint --help.');
        process.stdout.write(program.helpInformation());
        return 0;
      },
      explain: async (rule, options) => (await import('./explain.ts')).explain(rule, options),
      rules: async (options) => (await import('./list-rules.ts')).listRules(options),
      testRules: async (folder, options) => (await import('./test-rules.ts')).testRules(folder, options),
      stats: async (paths, options) => (await import('./stats.ts')).showStats(paths, options),
      tokens: async (path, options) => (await import('./tokens.ts')).showTokens(path, options),
      addWords: async (words, options) => (await import('./vocabulary.ts')).addWords(words, options),
      printConfig: async (path, options) => (await import('./print-config.ts')).printConfig(path, options),
      init: async (options) => (await import('./init.ts')).init(options),
      merge: async (paths, options) => (await import('./merge.ts')).mergeReports(paths, options),
      completion: async (shell, command, formats) =>
        (await import('./completion.ts')).writeCompletion(shell, command, formats),
      help: async (topic, commands, options) =>
        (await import('./help.ts')).showTopic(topic, commands, options),
      serve,
    },
    (exitCode) => {
      code = exitCode;
    },
  );
  try {
    await program.parseAsync(argv);
    return code;
  } catch (error) {
    if (error instanceof ConfigError)
      process.stderr.write(misconfigured(error.problems, program.opts(), process.env));
    else if (error instanceof UsageError) process.stderr.write(`${error.message}\n`);
    else if (isHelp(error)) return 0;
    else tellOfCrash(error);
    return 2;
  }
}

/** Commander throws when it has shown the help. */
function isHelp(error: unknown): boolean {
  return error instanceof Error && 'exitCode' in error && error.exitCode === 0;
}
