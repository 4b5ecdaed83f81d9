import {
  type Diagnostic,
  type DiagnosticSeverity,
  DiagnosticTag,
  type Range,
} from 'vscode-languageserver-types';
import type { ConfigProblem } from '../config/problem.ts';
import type { LintResult } from '../lint.ts';
import type { Finding, Severity } from '../rule.ts';

const SOURCE = 'klarlint';
const LEVEL: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, info: 3 };
const HEAD: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Findings of at least a severity. */
export function shownFindings({ findings }: LintResult, least: Severity): readonly Finding[] {
  return findings.filter(({ severity }) => LEVEL[severity] <= LEVEL[least]);
}

/** Where a finding is; one on the whole document stands at its beginning. */
export function rangeOf({ place, whole }: Finding): Range {
  if (whole) return HEAD;
  return {
    start: { line: place.line - 1, character: place.column - 1 },
    end: { line: place.endLine - 1, character: place.endColumn - 1 },
  };
}

export function diagnosticOf(finding: Finding): Diagnostic {
  const { ruleId, severity, message, url, fixes } = finding;
  return {
    range: rangeOf(finding),
    severity: LEVEL[severity],
    source: SOURCE,
    code: ruleId,
    ...(url && { codeDescription: { href: url } }),
    message,
    // Words that can only be struck are shown as such.
    ...(isStruck(fixes) && { tags: [DiagnosticTag.Unnecessary] }),
  };
}

function isStruck(fixes: Finding['fixes']): boolean {
  return fixes.length > 0 && fixes.every(({ edits }) => edits.every(({ text }) => text === ''));
}

/** Something that the writer should know of the text as such. */
export function noteDiagnostic(message: string): Diagnostic {
  return { range: HEAD, severity: LEVEL.info, source: SOURCE, message };
}

/** A mistake in a file of configuration, or in the front matter of a draft. */
export function configDiagnostic({ message, place }: ConfigProblem): Diagnostic {
  const line = (place?.line ?? 1) - 1;
  return {
    range: place
      ? { start: { line, character: place.column - 1 }, end: { line, character: place.endColumn - 1 } }
      : HEAD,
    severity: LEVEL.error,
    source: SOURCE,
    message,
  };
}
