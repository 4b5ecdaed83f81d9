import { fstatSync } from 'node:fs';
import type { ConfigError } from '../config/problem.ts';
import { ConfigError as Misconfiguration } from '../config/problem.ts';
import { visible } from '../report/cells.ts';
import type { LintedDocument } from '../report/report.ts';
import { SEVERITY_RANK } from '../report/severity.ts';
import { count, number } from '../report/wording.ts';
import type { Severity } from '../rule.ts';
import { Baseline, type BaselineOptions } from './baseline.ts';
import { shownName } from './choose-files.ts';
import { misconfigured } from './configuration.ts';
import { type Draft, type DraftOptions, draftsOf } from './drafts.ts';
import { type Examined, type ExamineOptions, Examiner } from './examine.ts';
import { Progress } from './progress.ts';
import { type Content, UnreadableError } from './read-file.ts';
import { type OutputOptions, Reports } from './reports.ts';
import { rewrite, UnwritableError } from './write-file.ts';

export interface LintOptions
  extends Omit<ExamineOptions, 'fix'>,
    OutputOptions,
    BaselineOptions,
    Omit<DraftOptions, 'fix'> {
  readonly fix?: boolean;
  readonly fixUnsafe?: boolean;
  readonly fixDryRun?: boolean;
  readonly maxWarnings?: number;
  readonly maxFindings?: number;
  readonly minSeverity?: Severity;
  readonly quiet?: boolean;
  readonly exitZero?: boolean;
  readonly progress?: boolean;
}

const COMMANDS = ['init', 'explain', 'rules', 'stats', 'tokens', 'vocabulary', 'completion', 'help', 'lsp'];

/** Lints drafts and reports. Gives the exit code: 0 clean, 1 findings that fail the run, 2 something was not read. */
export async function lintCommand(
  paths: readonly string[],
  options: LintOptions,
  env = process.env,
): Promise<number> {
  const run = new Run(options, env);
  const names = paths.length > 0 || namesElsewhere(options) ? paths : ['-'];
  const { drafts, problems, notes } = await draftsOf(
    names,
    { ...options, fix: Boolean(options.fix || options.fixUnsafe) },
    COMMANDS,
  );
  await run.start(drafts.length + problems.length, names.includes('-'));
  for (const note of notes) run.note(note);
  for (const draft of drafts) await run.lint(draft);
  for (const problem of problems) run.fail(problem, problem.message);
  return run.end();
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

class Run {
  readonly #options: LintOptions;
  readonly #env: NodeJS.ProcessEnv;
  readonly #examiner: Examiner;
  readonly #told = new Set<ConfigError>();
  readonly #fixes: boolean;
  readonly #baseline: Baseline | undefined;
  #reports!: Reports;
  #progress!: Progress;
  readonly #found: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  #mended = 0;
  #mendedFiles = 0;
  #broken = false;

  constructor(options: LintOptions, env: NodeJS.ProcessEnv) {
    this.#options = options;
    this.#env = env;
    this.#baseline = Baseline.open(options);
    const { fix, fixUnsafe, fixDryRun, ...rest } = options;
    this.#fixes = Boolean(fix || fixUnsafe || fixDryRun);
    this.#examiner = new Examiner(
      { ...rest, ...(this.#fixes && { fix: fixUnsafe ? 'suggested' : 'safe' }) },
      env,
    );
  }

  /** `standardInput`: whether a text comes that way. When it is mended it goes out on standard output, and the report elsewhere. */
  async start(documents: number, standardInput: boolean): Promise<void> {
    const { progress = true } = this.#options;
    this.#progress = new Progress(documents, progress);
    this.#reports = await Reports.open(
      { ...this.#options, documents, aside: this.#fixes && standardInput },
      this.#env,
      () => this.#progress.clear(),
    );
  }

  async lint(draft: Draft): Promise<void> {
    this.#progress.step();
    const { name, path } = draft;
    try {
      const by = await this.#examiner.ignoredBy(path);
      if (by !== undefined) {
        if (draft.named) this.note(`${name}: hoppades över, för ${shownName(by, process.cwd())} säger det.`);
        return;
      }
      const content = await draft.read();
      const examined = await this.#examiner.examine(path, content.text, draft.before?.());
      if (content.note) this.note(`${name}: ${content.note}`);
      for (const one of examined.notes) this.note(`${name}: ${one}`);
      for (const { ruleId, error } of examined.failures) this.#ruleBroke(name, ruleId, error);
      if (this.#fixes) await this.#write(draft, content, examined);
      this.#reports.document(this.#shown(draft, examined));
    } catch (error) {
      if (error instanceof Misconfiguration) this.#misconfigured(draft, error);
      else if (error instanceof UnwritableError) this.fail(draft, error.message);
      else if (!(error instanceof UnreadableError)) throw error;
      else if (draft.named) this.fail(draft, error.message);
      else this.note(`${name}: hoppades över. ${error.message}`);
    }
  }

  /** Something that was named and can't be linted: the others are linted all the same. */
  fail(document: { name: string; path: string }, message: string): void {
    this.#broken = true;
    this.note(`${document.name}: ${message}`);
    this.#reports.failed(document, message);
  }

  note(text: string): void {
    this.#progress.clear();
    process.stderr.write(`${visible(text)}\n`);
  }

  end(): number {
    this.#progress.clear();
    this.#reports.end();
    if (this.#mended > 0) this.note(this.#mendedNote());
    if (this.#baseline) this.#tellOfBaseline(this.#baseline);
    const { maxWarnings, maxFindings, exitZero } = this.#options;
    const { error, warning, info } = this.#found;
    const all = error + warning + info;
    const tooMany =
      this.#tooMany(count(warning, 'varning', 'varningar'), warning, maxWarnings, '--max-warnings') ||
      this.#tooMany(count(all, 'anmärkning', 'anmärkningar'), all, maxFindings, '--max-findings');
    if (this.#broken) return 2;
    return !exitZero && (error > 0 || tooMany) ? 1 : 0;
  }

  #tooMany(what: string, found: number, most: number | undefined, flag: string): boolean {
    if (most === undefined || found <= most) return false;
    this.note(`${what} är fler än de ${number(most)} som får finnas (${flag}).`);
    return true;
  }

  #tellOfBaseline(baseline: Baseline): void {
    const known = count(baseline.met, 'känd anmärkning', 'kända anmärkningar');
    try {
      baseline.close();
    } catch (error) {
      if (!(error instanceof UnwritableError)) throw error;
      this.#broken = true;
      this.note(`Baslinjen: ${error.message}`);
      return;
    }
    if (this.#options.updateBaseline) this.note(`${known} står nu i baslinjen.`);
    else if (baseline.met > 0) this.note(`${known} i baslinjen visas inte.`);
  }

  #mendedNote(): string {
    const where = count(this.#mendedFiles, 'fil', 'filer');
    return this.#options.fixDryRun
      ? `${count(this.#mended, 'rättelse', 'rättelser')} kan göras i ${where}. Inget är skrivet.`
      : `${count(this.#mended, 'rättelse gjord', 'rättelser gjorda')} i ${where}.`;
  }

  /** Writes what was mended: to the file, to standard output, or as a diff. */
  async #write(
    { name, path, standardInput }: Draft,
    { text: before, encoding }: Content,
    examined: Examined,
  ): Promise<void> {
    const { text: after, mended } = examined;
    if (mended > 0) {
      this.#mended += mended;
      this.#mendedFiles++;
    }
    if (this.#options.fixDryRun) await this.#reports.diff(name, before, after);
    else if (standardInput) process.stdout.write(after);
    else if (after !== before) rewrite(path, { before, after, encoding });
  }

  /** What is told of a document; what counts is counted. */
  #shown({ name, path }: Draft, examined: Examined): LintedDocument {
    const { text, suppressed, measures, notes, targets, mended } = examined;
    const { minSeverity = 'info', quiet } = this.#options;
    const severe = examined.findings.filter(
      ({ severity }) => SEVERITY_RANK[severity] <= SEVERITY_RANK[minSeverity],
    );
    const heeded = this.#baseline?.fresh(path, severe) ?? severe;
    for (const { severity } of heeded) this.#found[severity]++;
    const findings = quiet ? heeded.filter(({ severity }) => severity === 'error') : heeded;
    return { name, path, text, findings, suppressed, measures, notes, targets, fixed: mended > 0 };
  }

  #ruleBroke(name: string, ruleId: string, error: string): void {
    this.#broken = true;
    this.note(
      `${name}: Regeln ${ruleId} gick sönder på texten och hoppades över. Rapportera gärna felet (${error}).`,
    );
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
    this.#reports.failed(
      draft,
      `${shownName(file, process.cwd())}${place ? `:${place.line}:${place.column}` : ''}  ${message}`,
    );
  }
}
