import type { ConfigProblem } from '../config/problem.ts';
import { visible } from '../report/cells.ts';
import type { LintedDocument } from '../report/report.ts';
import { SEVERITY_RANK } from '../report/severity.ts';
import { count, number } from '../report/wording.ts';
import type { Finding, Severity } from '../rule.ts';
import type { AnnotateOptions } from './annotate-problem.ts';
import { Baseline, type BaselineOptions } from './baseline.ts';
import { shownName } from './choose-files.ts';
import { misconfigured } from './configuration.ts';
import type { Draft } from './drafts.ts';
import type { Examined } from './examine.ts';
import type { Outcome } from './outcome.ts';
import { Progress } from './progress.ts';
import type { Content } from './read-file.ts';
import { type OutputOptions, Reports } from './reports.ts';
import { rewrite, UnwritableError } from './write-file.ts';

/** What is told of a run, what is written, and what fails it. */
export interface RunOptions extends OutputOptions, BaselineOptions, AnnotateOptions {
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

/** A run: is told what became of each draft, tells the reports and the user, and knows the exit code. */
export class LintRun {
  readonly #options: RunOptions;
  readonly #env: NodeJS.ProcessEnv;
  readonly #told = new Set<string>();
  readonly #fixes: boolean;
  readonly #baseline: Baseline | undefined;
  #reports!: Reports;
  #progress!: Progress;
  readonly #found: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  /** That an annotated copy has been written. */
  #copied: string | undefined;
  #mended = 0;
  #mendedFiles = 0;
  #broken = false;

  constructor(options: RunOptions, env: NodeJS.ProcessEnv) {
    this.#options = options;
    this.#env = env;
    this.#baseline = Baseline.open(options);
    const { fix, fixUnsafe, fixDryRun } = options;
    this.#fixes = Boolean(fix || fixUnsafe || fixDryRun);
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

  /** What became of a draft. */
  async take(draft: Draft, outcome: Outcome): Promise<void> {
    this.#progress.step();
    const { name, named } = draft;
    switch (outcome.is) {
      case 'ignored':
        if (named)
          this.note(`${name}: hoppades över, för ${shownName(outcome.by, process.cwd())} säger det.`);
        return;
      case 'misconfigured':
        this.#misconfigured(draft, outcome.problems);
        return;
      case 'unreadable':
        if (named) this.fail(draft, outcome.message);
        else this.note(`${name}: hoppades över. ${outcome.message}`);
        return;
      case 'examined':
        await this.#examined(draft, outcome.content, outcome.examined);
    }
  }

  async #examined(draft: Draft, content: Content, examined: Examined): Promise<void> {
    const { name } = draft;
    if (content.note) this.note(`${name}: ${content.note}`);
    for (const one of examined.notes) this.note(`${name}: ${one}`);
    for (const { ruleId, error } of examined.failures) this.#ruleBroke(name, ruleId, error);
    try {
      if (this.#fixes) await this.#write(draft, content, examined);
    } catch (error) {
      if (!(error instanceof UnwritableError)) throw error;
      this.fail(draft, error.message);
      return;
    }
    const { name: shown, path } = draft;
    const { text, suppressed, measures, notes, targets, mended } = examined;
    const fixed = mended > 0;
    const { findings } = examined;
    const told = this.document({
      name: shown,
      path,
      text,
      findings,
      suppressed,
      measures,
      notes,
      targets,
      fixed,
    });
    await this.#annotate(draft, told);
  }

  async #annotate(draft: Draft, findings: readonly Finding[]): Promise<void> {
    const { annotate: target, trackChanges = false } = this.#options;
    if (target === undefined) return;
    try {
      const { annotate } = await import('./annotate.ts');
      this.#copied = annotate(draft.path, findings, target, trackChanges);
    } catch (error) {
      if (!(error instanceof UnwritableError)) throw error;
      this.fail({ name: target, path: target }, error.message);
    }
  }

  /** A document that has been linted: what counts is counted, and what is to be shown is told. Gives the findings shown. */
  document(document: LintedDocument): readonly Finding[] {
    const { minSeverity = 'info', quiet } = this.#options;
    const severe = document.findings.filter(
      ({ severity }) => SEVERITY_RANK[severity] <= SEVERITY_RANK[minSeverity],
    );
    const heeded = this.#baseline?.fresh(document.path, severe) ?? severe;
    for (const { severity } of heeded) this.#found[severity]++;
    const findings = quiet ? heeded.filter(({ severity }) => severity === 'error') : heeded;
    this.#reports.document({ ...document, findings });
    return findings;
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
    if (this.#copied) this.note(this.#copied);
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

  #ruleBroke(name: string, ruleId: string, error: string): void {
    this.#broken = true;
    this.note(
      `${name}: Regeln ${ruleId} gick sönder på texten och hoppades över. Rapportera gärna felet (${error}).`,
    );
  }

  /** A file of configuration is told of once, however many drafts it is for. */
  #misconfigured(draft: Draft, problems: readonly ConfigProblem[]): void {
    this.#broken = true;
    const key = JSON.stringify(problems);
    if (!this.#told.has(key)) {
      this.#told.add(key);
      this.#progress.clear();
      process.stderr.write(misconfigured(problems, this.#options, this.#env));
    }
    const [{ file, message, place }] = problems as [ConfigProblem];
    this.#reports.failed(
      draft,
      `${shownName(file, process.cwd())}${place ? `:${place.line}:${place.column}` : ''}  ${message}`,
    );
  }
}
