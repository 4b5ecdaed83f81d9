import type { VFile } from 'vfile';
import type { LintResult } from '../lint.ts';
import type { Finding } from '../rule.ts';

/** Puts findings on a file as messages: `fatal` is true for errors, false for warnings, undefined for information. */
export function addMessages(file: VFile, { findings }: LintResult): void {
  for (const finding of findings) {
    const message = file.message(finding.message, {
      ...(!finding.whole && { place: positionOf(finding) }),
      source: 'klarlint',
      ruleId: finding.ruleId,
    });
    message.fatal = finding.severity === 'error' ? true : finding.severity === 'warning' ? false : undefined;
    message.actual = finding.actual;
    message.expected = [...finding.expected];
    message.note = finding.note;
    message.url = finding.url;
  }
}

function positionOf({ place, start, end }: Finding) {
  return {
    start: { line: place.line, column: place.column, offset: start },
    end: { line: place.endLine, column: place.endColumn, offset: end },
  };
}
