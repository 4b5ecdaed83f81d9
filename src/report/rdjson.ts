import { asOneEdit } from '../fix.ts';
import type { Finding, Severity } from '../rule.ts';
import { Lines } from './lines.ts';
import { slashed } from './slashed.ts';
import type { LintedDocument, Report, Write } from './report.ts';

const LEVEL: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' };

/** Reviewdog's diagnostic format (rdjson): its columns are counted in bytes of UTF-8, from 1. */
export function rdjsonReport(write: Write): Report {
  let before = '{"source":{"name":"klarlint"},"diagnostics":[';
  const add = (diagnostic: object): void => {
    write(`${before}\n${JSON.stringify(diagnostic)}`);
    before = ',';
  };
  return {
    document(document) {
      const bytes = new ByteColumns(document.text);
      for (const finding of document.findings) add(diagnosticOf(finding, document, bytes));
    },
    failed({ name }, message) {
      add({ message, location: { path: slashed(name) }, severity: 'ERROR' });
    },
    end() {
      write(before === ',' ? '\n]}\n' : `${before}]}\n`);
    },
  };
}

function diagnosticOf(finding: Finding, { name, text }: LintedDocument, bytes: ByteColumns): object {
  const { ruleId, severity, message, start, end, whole, url, fixes } = finding;
  return {
    message,
    location: { path: slashed(name), ...(!whole && { range: bytes.range(start, end) }) },
    severity: LEVEL[severity],
    code: { value: ruleId, ...(url !== undefined && { url }) },
    suggestions: fixes.map((fix) => {
      const { start: from, end: to, text: written } = asOneEdit(fix, text);
      return { range: bytes.range(from, to), text: written };
    }),
  };
}

/** Places of a text in lines and bytes. */
class ByteColumns {
  readonly #text: string;
  readonly #lines: Lines;
  readonly #encoder = new TextEncoder();

  constructor(text: string) {
    this.#text = text;
    this.#lines = new Lines(text);
  }

  range(start: number, end: number): object {
    return { start: this.#point(start), end: this.#point(end) };
  }

  #point(offset: number): object {
    const { line, start } = this.#lines.at(offset);
    return { line, column: this.#encoder.encode(this.#text.slice(start, offset)).length + 1 };
  }
}
