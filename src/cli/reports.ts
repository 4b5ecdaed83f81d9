import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { prettyReport } from '../report/pretty.ts';
import type { LintedDocument, Report, Write } from '../report/report.ts';
import type { SourceDocument } from '../source/document.ts';
import { readMarkdown } from '../source/markdown.ts';
import { readLines } from '../source/paper.ts';
import { readPlain } from '../source/plain.ts';
import { packageFolder, packageVersion } from './home.ts';
import { styleFor, widthFor } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { sentence } from './write-file.ts';

export interface OutputOptions {
  readonly format?: Format;
  /** Further reports: `sarif=klarlint.sarif`. */
  readonly outputFile?: readonly string[];
  readonly quiet?: boolean;
  readonly color?: boolean;
  readonly fixDryRun?: boolean;
}

interface Circumstances extends OutputOptions {
  readonly documents: number;
  /** Whether standard output is taken, so that the report goes to standard error. */
  readonly aside: boolean;
}

export const FORMATS = [
  'pretty',
  'compact',
  'json',
  'ndjson',
  'sarif',
  'github',
  'gitlab',
  'junit',
  'checkstyle',
  'rdjson',
  'markdown',
  'html',
] as const;
export type Format = (typeof FORMATS)[number];

/** The reports of a run: the one on standard output, and those in files. */
export class Reports {
  readonly #reports: readonly Report[];
  readonly #files: readonly number[];
  readonly #write: Write;
  /** Whether a diff is what is shown. */
  readonly #showsDiff: boolean;

  private constructor(
    reports: readonly Report[],
    files: readonly number[],
    write: Write,
    showsDiff: boolean,
  ) {
    this.#reports = reports;
    this.#files = files;
    this.#write = write;
    this.#showsDiff = showsDiff;
  }

  /** `clear` is called before something is written to a terminal. Throws a `UsageError` when a file can't be opened. */
  static async open(options: Circumstances, env: NodeJS.ProcessEnv, clear: () => void): Promise<Reports> {
    const { format = 'pretty', outputFile = [], fixDryRun, aside } = options;
    const stream = aside ? process.stderr : process.stdout;
    const write: Write = (text) => {
      if (stream.isTTY) clear();
      stream.write(text);
    };
    const showsDiff = Boolean(fixDryRun) && format === 'pretty';
    const reports: Report[] = showsDiff ? [] : [await reportFor(format, write, options, env, stream)];
    const files: number[] = [];
    for (const choice of outputFile) {
      const [form, path] = split(choice);
      const file = open(path);
      files.push(file);
      reports.push(await reportFor(form, (text) => writeAll(file, path, text), options, env));
    }
    return new Reports(reports, files, (text) => process.stdout.write(text), showsDiff);
  }

  document(document: LintedDocument): void {
    for (const report of this.#reports) report.document(document);
  }

  failed(document: { readonly name: string; readonly path: string }, message: string): void {
    for (const report of this.#reports) report.failed(document, message);
  }

  /** Shows what fixes would change. */
  async diff(name: string, before: string, after: string): Promise<void> {
    if (!this.#showsDiff || before === after) return;
    const { createTwoFilesPatch } = await import('diff');
    this.#write(
      createTwoFilesPatch(name, name, before, after, 'nu', 'rättad').replace(/^Index: .*\n=+\n/u, ''),
    );
  }

  end(): void {
    for (const report of this.#reports) report.end();
    for (const file of this.#files) closeSync(file);
  }
}

/** `FORMAT=FILE`. */
function split(choice: string): [Format, string] {
  const equals = choice.indexOf('=');
  const format = FORMATS.find((known) => known === choice.slice(0, equals));
  const path = choice.slice(equals + 1);
  if (equals < 0 || !format || path === '')
    throw new UsageError(
      `Skriv ”--output-file FORM=FIL”, till exempel json=klarlint.json. Formen kan vara ${FORMATS.join(', ')}.`,
    );
  return [format, path];
}

function open(path: string, flags: 'w' | 'a' = 'w'): number {
  try {
    return openSync(path, flags);
  } catch (error) {
    throw new UsageError(`${path}: ${sentence(error as NodeJS.ErrnoException)}`);
  }
}

function writeAll(file: number, path: string, text: string): void {
  const bytes = Buffer.from(text);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  } catch (error) {
    throw new UsageError(`${path}: ${sentence(error as NodeJS.ErrnoException)}`);
  }
}

async function reportFor(
  format: Format,
  write: Write,
  { quiet = false, documents, ...wish }: Circumstances,
  env: NodeJS.ProcessEnv,
  stream?: NodeJS.WriteStream,
): Promise<Report> {
  switch (format) {
    case 'pretty':
      return prettyReport(write, {
        style: stream ? styleFor(stream, wish, env) : styleFor(process.stdout, { color: false }, env),
        width: widthFor(stream ?? process.stdout, env),
        quiet,
        documents,
      });
    case 'compact':
      return (await import('../report/compact.ts')).compactReport(write);
    case 'json':
      return (await import('../report/json.ts')).jsonReport(write);
    case 'ndjson':
      return (await import('../report/ndjson.ts')).ndjsonReport(write);
    case 'sarif':
      return (await import('../report/sarif.ts')).sarifReport(write, {
        version: packageVersion(),
        help: ruleHelp,
      });
    case 'github':
      return withSummary((await import('../report/github.ts')).githubReport(write), env);
    case 'gitlab':
      return (await import('../report/gitlab.ts')).gitlabReport(write);
    case 'junit':
      return (await import('../report/junit.ts')).junitReport(write);
    case 'checkstyle':
      return (await import('../report/checkstyle.ts')).checkstyleReport(write);
    case 'rdjson':
      return (await import('../report/rdjson.ts')).rdjsonReport(write);
    case 'markdown':
      return (await import('../report/markdown.ts')).markdownReport(write);
    case 'html':
      return (await import('../report/html.ts')).htmlReport(write, { read: await structureReader() });
  }
}

/** What a rule's README says; nothing for a finding that no rule has made. */
function ruleHelp(ruleId: string): string {
  try {
    return readFileSync(join(packageFolder(), 'rules', ruleId, 'README.md'), 'utf8');
  } catch {
    return '';
  }
}

/** Tells the structure of texts by their names; the readers are loaded at once, as reports are made as they come. */
async function structureReader(): Promise<(path: string, text: string) => SourceDocument> {
  const { readHtml } = await import('../source/html.ts');
  const { readMdx } = await import('../source/mdx.ts');
  return (path, text) => {
    if (/\.(?:md|markdown)$/iu.test(path)) return readMarkdown(text);
    if (/\.html?$/iu.test(path)) return readHtml(text);
    if (/\.mdx$/iu.test(path)) return readMdx(text);
    if (/\.eml$/iu.test(path) && /<\w/u.test(text)) return readHtml(text);
    // What is no text file has a line for each paragraph.
    return /\.(?:docx|odt|pdf)$/iu.test(path) ? readLines(text) : readPlain(text);
  };
}

/** GitHub shows what a step writes in a file of its own beneath the run. */
async function withSummary(report: Report, env: NodeJS.ProcessEnv): Promise<Report> {
  const path = env['GITHUB_STEP_SUMMARY'];
  if (!path) return report;
  const file = open(path, 'a');
  const { markdownReport } = await import('../report/markdown.ts');
  const summary = markdownReport((text) => writeAll(file, path, text));
  return {
    document(document) {
      report.document(document);
      summary.document(document);
    },
    failed(document, message) {
      report.failed(document, message);
      summary.failed(document, message);
    },
    end() {
      report.end();
      summary.end();
      closeSync(file);
    },
  };
}
