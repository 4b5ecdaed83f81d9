import { fstatSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Cascade } from '../config/cascade.ts';
import { draftOf } from '../config/draft.ts';
import type { Configured } from '../config/layer.ts';
import { ConfigError } from '../config/problem.ts';
import { Linter } from '../lint.ts';
import { visible } from '../report/cells.ts';
import { jsonReport } from '../report/json.ts';
import { prettyReport } from '../report/pretty.ts';
import type { Report } from '../report/report.ts';
import { count, number } from '../report/wording.ts';
import { chooseFiles, shownName } from './choose-files.ts';
import { cascadeFor, misconfigured } from './configuration.ts';
import { coreWith } from './core.ts';
import { packageFolder } from './home.ts';
import { Progress } from './progress.ts';
import { type Content, readStandardInput, readText, sourceOf, UnreadableError } from './read-file.ts';
import { styleFor, widthFor } from './terminal.ts';

export interface LintOptions {
  readonly profile?: string;
  readonly format?: 'pretty' | 'json';
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly stdinFilename?: string;
  readonly color?: boolean;
}

/** A draft to lint, and how to get at what it says. */
interface Draft {
  readonly name: string;
  readonly path: string;
  readonly named: boolean;
  read(): Content | Promise<Content>;
}

/** Lints drafts and reports. Gives the exit code: 0 clean, 1 findings that fail the run, 2 something was not read. */
export async function lintCommand(
  paths: readonly string[],
  options: LintOptions,
  env = process.env,
): Promise<number> {
  const run = new Run(options, env);
  const cwd = process.cwd();
  const names = paths.length > 0 ? paths : ['-'];
  const choice = await chooseFiles(
    names.filter((name) => name !== '-'),
    cwd,
    ['explain', 'rules', 'stats', 'tokens', 'vocabulary'],
  );
  const drafts: Draft[] = choice.files.map((file) => ({ ...file, read: () => readText(file.path) }));
  if (names.includes('-')) {
    const { stdinFilename } = options;
    const path = resolve(cwd, stdinFilename ?? 'stdin.md');
    const name = stdinFilename ? shownName(path, cwd) : 'standard in';
    drafts.unshift({ name, path, named: true, read: readStandardInput });
  }
  run.start(drafts.length + choice.problems.length);
  for (const note of choice.notes) run.note(note);
  for (const draft of drafts) await run.lint(draft);
  for (const problem of choice.problems) run.fail(problem, problem.message);
  return run.end();
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

class Run {
  readonly #options: LintOptions;
  readonly #env: NodeJS.ProcessEnv;
  readonly #cascade: Cascade;
  readonly #linters = new Map<Configured, Promise<Linter>>();
  readonly #rulesUrl = pathToFileURL(join(packageFolder(), 'rules/')).href;
  readonly #told = new Set<ConfigError>();
  #report!: Report;
  #progress!: Progress;
  #errors = 0;
  #warnings = 0;
  #broken = false;

  constructor(options: LintOptions, env: NodeJS.ProcessEnv) {
    this.#options = options;
    this.#env = env;
    this.#cascade = cascadeFor(options, env);
  }

  start(documents: number): void {
    const { format, quiet = false } = this.#options;
    this.#progress = new Progress(documents);
    const write = (text: string): void => {
      if (process.stdout.isTTY) this.#progress.clear();
      process.stdout.write(text);
    };
    if (format === 'json') {
      this.#report = jsonReport(write, quiet);
    } else {
      const style = styleFor(process.stdout, this.#options, this.#env);
      this.#report = prettyReport(write, {
        style,
        width: widthFor(process.stdout, this.#env),
        quiet,
        documents,
      });
    }
  }

  async lint(draft: Draft): Promise<void> {
    this.#progress.step();
    const { name, path } = draft;
    try {
      const { text, note } = await draft.read();
      const source = sourceOf(path, text);
      const own = await draftOf(source, path);
      const settings = await this.#cascade.settingsFor(path, own);
      const linter = await this.#linterFor(settings);
      const result = linter.lint(source);
      if (note) this.note(`${name}: ${note}`);
      for (const one of result.notes) this.note(`${name}: ${one}`);
      for (const { ruleId, error } of result.failures) this.#ruleBroke(name, ruleId, error);
      for (const { severity } of result.findings) {
        if (severity === 'error') this.#errors++;
        else if (severity === 'warning') this.#warnings++;
      }
      this.#report.document({ name, path, result, settings });
    } catch (error) {
      if (error instanceof ConfigError) this.#misconfigured(draft, error);
      else if (!(error instanceof UnreadableError)) throw error;
      else if (draft.named) this.fail(draft, error.message);
      else this.note(`${name}: hoppades över. ${error.message}`);
    }
  }

  /** Something that was named and can't be linted: the others are linted all the same. */
  fail(document: { name: string; path: string }, message: string): void {
    this.#broken = true;
    this.note(`${document.name}: ${message}`);
    this.#report.failed(document, message);
  }

  note(text: string): void {
    this.#progress.clear();
    process.stderr.write(`${visible(text)}\n`);
  }

  end(): number {
    this.#progress.clear();
    this.#report.end();
    const { maxWarnings = Number.POSITIVE_INFINITY } = this.#options;
    const tooMany = this.#warnings > maxWarnings;
    if (tooMany) {
      const warnings = count(this.#warnings, 'varning', 'varningar');
      this.note(`${warnings} är fler än de ${number(maxWarnings)} som får finnas (--max-warnings).`);
    }
    return this.#broken ? 2 : this.#errors > 0 || tooMany ? 1 : 0;
  }

  #linterFor(settings: Configured): Promise<Linter> {
    const known = this.#linters.get(settings);
    if (known) return known;
    const linter = coreWith(settings.vocabulary).then(
      (core) => new Linter({ ...settings, rulesUrl: this.#rulesUrl, core }),
    );
    this.#linters.set(settings, linter);
    return linter;
  }

  #ruleBroke(name: string, ruleId: string, error: unknown): void {
    this.#broken = true;
    this.note(
      `${name}: Regeln ${ruleId} gick sönder på texten och hoppades över. Rapportera gärna felet (${String(error)}).`,
    );
    if (this.#env['KLARLINT_DEBUG']) console.error(error);
  }

  /** A file of configuration is told of once, however many drafts it is for. */
  #misconfigured(draft: Draft, error: ConfigError): void {
    this.#broken = true;
    if (!this.#told.has(error)) {
      this.#told.add(error);
      this.#progress.clear();
      process.stderr.write(misconfigured(error, this.#options, this.#env));
    }
    const [{ file, message, place }] = error.problems as [ConfigError['problems'][0]];
    this.#report.failed(
      draft,
      `${shownName(file, process.cwd())}${place ? `:${place.line}:${place.column}` : ''}  ${message}`,
    );
  }
}
