import type { Finding, Fix, Severity } from '../rule.ts';
import { type LintedDocument, type Report, shownOf, type Write } from './report.ts';

/** ESLint's result shape, with the measures of the text. */
export interface JsonResult {
  readonly filePath: string;
  readonly messages: readonly JsonMessage[];
  readonly suppressedMessages: readonly JsonMessage[];
  readonly errorCount: number;
  readonly fatalErrorCount: number;
  readonly warningCount: number;
  readonly fixableErrorCount: number;
  readonly fixableWarningCount: number;
  readonly measures?: LintedDocument['result']['measures'];
}

export interface JsonMessage {
  readonly ruleId: string | null;
  readonly fatal?: true;
  /** 2 error, 1 warning, 0 info. */
  readonly severity: 0 | 1 | 2;
  readonly message: string;
  /** 1-based, columns in UTF-16 units, end exclusive. */
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly actual?: string;
  readonly expected?: readonly string[];
  readonly note?: string;
  readonly url?: string;
  readonly fix?: JsonFix;
  readonly suggestions?: readonly { readonly desc: string; readonly fix: JsonFix }[];
}

/** Offsets in UTF-16 units, 0-based, end exclusive, counted without a byte order mark. */
export interface JsonFix {
  readonly range: readonly [number, number];
  readonly text: string;
}

const LEVEL: Readonly<Record<Severity, 0 | 1 | 2>> = { error: 2, warning: 1, info: 0 };

/** Writes the results as one JSON array, a document at a time; with `quiet` only the errors. */
export function jsonReport(write: Write, quiet: boolean): Report {
  let before = '[';
  const add = (result: JsonResult): void => {
    write(`${before}${JSON.stringify(result)}`);
    before = ',\n';
  };
  return {
    document({ path, result }) {
      const text = result.text.source.text;
      const messages = shownOf(result, quiet).map((finding) => jsonMessage(finding, text));
      const fixable = messages.filter(({ fix }) => fix);
      add({
        filePath: path,
        messages,
        suppressedMessages: [],
        errorCount: ofLevel(messages, 2),
        fatalErrorCount: 0,
        warningCount: ofLevel(messages, 1),
        fixableErrorCount: ofLevel(fixable, 2),
        fixableWarningCount: ofLevel(fixable, 1),
        measures: result.measures,
      });
    },
    failed({ path }, message) {
      add({
        filePath: path,
        messages: [{ ruleId: null, fatal: true, severity: 2, message, line: 1, column: 1 }],
        suppressedMessages: [],
        errorCount: 1,
        fatalErrorCount: 1,
        warningCount: 0,
        fixableErrorCount: 0,
        fixableWarningCount: 0,
      });
    },
    end() {
      write(before === '[' ? '[]\n' : ']\n');
    },
  };
}

/** A finding as ESLint would give it; `text` is the original. */
export function jsonMessage(finding: Finding, text: string): JsonMessage {
  const { ruleId, severity, message, place, actual, expected, note, url, fixes } = finding;
  const safe = fixes.find(({ kind }) => kind === 'safe');
  const suggested = fixes.filter((fix) => fix !== safe);
  return {
    ruleId,
    severity: LEVEL[severity],
    message,
    ...place,
    actual,
    expected,
    ...(note !== undefined && { note }),
    ...(url !== undefined && { url }),
    ...(safe && { fix: merged(safe, text) }),
    ...(suggested.length > 0 && {
      suggestions: suggested.map((fix) => {
        const whole = merged(fix, text);
        return { desc: whole.text === '' ? `Stryk ”${actual}”.` : `Skriv ”${whole.text}”.`, fix: whole };
      }),
    }),
  };
}

/** The edits of a fix as one: what stands between them is written again as it is. */
function merged({ edits }: Fix, text: string): JsonFix {
  const inOrder = edits.toSorted((a, b) => a.start - b.start);
  const start = inOrder[0]!.start;
  let at = start;
  let written = '';
  for (const edit of inOrder) {
    written += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return { range: [start, at], text: written };
}

function ofLevel(messages: readonly JsonMessage[], level: 0 | 1 | 2): number {
  return messages.filter(({ severity }) => severity === level).length;
}
