import { asOneEdit } from '../fix.ts';
import type { Finding, Fix, Severity } from '../rule.ts';
import type { LintedDocument, Report, Write } from './report.ts';

/** ESLint's result shape, with the measures of the text. */
export interface JsonResult {
  readonly filePath: string;
  readonly messages: readonly JsonMessage[];
  readonly suppressedMessages: readonly SuppressedMessage[];
  readonly errorCount: number;
  readonly fatalErrorCount: number;
  readonly warningCount: number;
  readonly fixableErrorCount: number;
  readonly fixableWarningCount: number;
  /** The text with the fixes made, where some were. */
  readonly output?: string;
  /** The text where something was found in it and nothing was mended. */
  readonly source?: string;
  readonly measures?: LintedDocument['measures'];
  /** What the measures are compared with. */
  readonly targets?: LintedDocument['targets'];
}

export interface SuppressedMessage extends JsonMessage {
  /** Why it is let be, in the writer's own words. */
  readonly suppressions: readonly { readonly kind: 'directive'; readonly justification: string }[];
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
  /** Where a person finds it, in a document that has no lines. */
  readonly where?: string;
  readonly actual?: string;
  readonly expected?: readonly string[];
  /** Offsets as those of a fix. */
  readonly range?: readonly [number, number];
  /** Whether it is on the document and not on words of it. */
  readonly whole?: true;
  readonly source?: string;
  readonly fingerprint?: string;
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
const SEVERITIES = ['info', 'warning', 'error'] as const;

/** Writes the results as one JSON array, a document at a time. */
export function jsonReport(write: Write): Report {
  let before = '[';
  const add = (result: JsonResult): void => {
    write(`${before}${JSON.stringify(result)}`);
    before = ',\n';
  };
  return {
    document(document) {
      add(jsonResult(document));
    },
    failed({ path }, message) {
      add(jsonFailure(path, message));
    },
    end() {
      write(before === '[' ? '[]\n' : ']\n');
    },
  };
}

/** A document's findings as ESLint would give them. */
export function jsonResult(document: LintedDocument): JsonResult {
  const { path, text, findings, suppressed, measures, targets, fixed } = document;
  const messages = findings.map((finding) => jsonMessage(finding, text));
  const fixable = messages.filter(({ fix }) => fix);
  return {
    filePath: path,
    messages,
    suppressedMessages: suppressed.map(({ finding, reason = '' }) => ({
      ...jsonMessage(finding, text),
      suppressions: [{ kind: 'directive', justification: reason }],
    })),
    errorCount: ofLevel(messages, 2),
    fatalErrorCount: 0,
    warningCount: ofLevel(messages, 1),
    fixableErrorCount: ofLevel(fixable, 2),
    fixableWarningCount: ofLevel(fixable, 1),
    ...(fixed ? { output: text } : findings.length + suppressed.length > 0 && { source: text }),
    measures,
    ...(Object.keys(targets).length > 0 && { targets }),
  };
}

/** A document that could not be linted, as ESLint would give it. */
export function jsonFailure(path: string, message: string): JsonResult {
  return {
    filePath: path,
    messages: [{ ruleId: null, fatal: true, severity: 2, message, line: 1, column: 1 }],
    suppressedMessages: [],
    errorCount: 1,
    fatalErrorCount: 1,
    warningCount: 0,
    fixableErrorCount: 0,
    fixableWarningCount: 0,
  };
}

/** The document that a result tells of; `name` is what a person calls it. The inverse of `jsonResult`. */
export function linted(result: JsonResult, name: string): LintedDocument {
  const { filePath, messages, suppressedMessages, output, source, measures, targets = {} } = result;
  return {
    name,
    path: filePath,
    text: output ?? source ?? '',
    findings: messages.map(findingOf),
    suppressed: suppressedMessages.map(({ suppressions, ...message }) => {
      const reason = suppressions[0]?.justification;
      return { finding: findingOf(message), ...(reason && { reason }) };
    }),
    // A result of another tool has none: what it says of words is then that there are none.
    measures: measures ?? { words: 0, sentences: 0, longestSentence: 0, ...NO_MEASURES },
    notes: [],
    targets,
    fixed: output !== undefined,
  };
}

const NO_MEASURES = {
  lix: undefined,
  rix: undefined,
  sentenceMean: undefined,
  longSentences: undefined,
  wordLength: undefined,
  ovix: undefined,
};

function findingOf(message: JsonMessage): Finding {
  const { ruleId, severity, message: told, line, column, endLine = line, endColumn = column } = message;
  const {
    actual = '',
    expected = [],
    range = [0, 0],
    whole,
    where,
    source = '',
    fingerprint = '',
    note,
    url,
  } = message;
  const edited = (kind: Fix['kind'], { range: [start, end], text }: JsonFix): Fix => ({
    kind,
    edits: [{ start, end, text }],
  });
  return {
    ruleId: ruleId ?? 'klarlint',
    severity: SEVERITIES[severity],
    message: told,
    start: range[0],
    end: range[1],
    whole: whole === true,
    place: { line, column, endLine, endColumn },
    ...(where !== undefined && { where }),
    actual,
    expected,
    source,
    fingerprint,
    ...(note !== undefined && { note }),
    ...(url !== undefined && { url }),
    fixes: [
      ...(message.fix ? [edited('safe', message.fix)] : []),
      ...(message.suggestions ?? []).map(({ fix }) => edited('suggested', fix)),
    ],
  };
}

/** A finding as ESLint would give it; `text` is the original. */
export function jsonMessage(finding: Finding, text: string): JsonMessage {
  const { ruleId, severity, message, place, actual, expected, note, url, fixes } = finding;
  const { start, end, whole, where, source, fingerprint } = finding;
  const safe = fixes.find(({ kind }) => kind === 'safe');
  const suggested = fixes.filter((fix) => fix !== safe);
  return {
    ruleId,
    severity: LEVEL[severity],
    message,
    ...place,
    ...(where !== undefined && { where }),
    actual,
    expected,
    range: [start, end],
    ...(whole && { whole }),
    source,
    fingerprint,
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

function merged(fix: Fix, text: string): JsonFix {
  const { start, end, text: written } = asOneEdit(fix, text);
  return { range: [start, end], text: written };
}

function ofLevel(messages: readonly JsonMessage[], level: 0 | 1 | 2): number {
  return messages.filter(({ severity }) => severity === level).length;
}
