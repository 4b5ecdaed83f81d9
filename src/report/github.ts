import type { Finding, Severity } from '../rule.ts';
import { SEVERITY_RANK } from './severity.ts';
import { slashed } from './slashed.ts';
import type { Report, Write } from './report.ts';
import { count } from './wording.ts';

/** GitHub shows this many annotations of a step and drops the others without a word. */
const MOST = 10;
const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

interface Annotation {
  readonly rank: number;
  readonly line: string;
}

/**
 * Workflow commands that GitHub Actions turns into annotations of the changed lines: the ten most severe, then a line
 * that says how many there are.
 */
export function githubReport(write: Write): Report {
  /** The most severe so far, in the order they came. */
  let kept: Annotation[] = [];
  let findings = 0;
  let files = 0;
  const keep = (annotation: Annotation): void => {
    kept.push(annotation);
    if (kept.length <= 2 * MOST) return;
    kept = kept.sort((a, b) => a.rank - b.rank).slice(0, MOST);
  };
  return {
    document({ name, findings: own }) {
      files++;
      findings += own.length;
      for (const finding of own)
        keep({ rank: SEVERITY_RANK[finding.severity], line: annotationOf(finding, name) });
    },
    failed({ name }, message) {
      findings++;
      keep({ rank: -1, line: command('error', { file: slashed(name), title: 'klarlint' }, message) });
    },
    end() {
      const shown = kept.sort((a, b) => a.rank - b.rank).slice(0, MOST);
      for (const { line } of shown) write(`${line}\n`);
      const rest = findings > shown.length ? `, varav de ${MOST} allvarligaste visas vid sina rader` : '';
      const told = findings === 0 ? 'inga anmärkningar' : count(findings, 'anmärkning', 'anmärkningar');
      write(`klarlint: ${told} i ${count(files, 'fil', 'filer')}${rest}.\n`);
    },
  };
}

function annotationOf({ severity, place, message, ruleId, whole, expected }: Finding, name: string): string {
  const { line, column, endLine, endColumn } = place;
  // GitHub reads columns only of what stands in one line.
  const columns = endLine === line ? { col: column, endColumn } : {};
  const where = whole ? {} : { line, endLine, ...columns };
  const more = expected.length > 1 ? `\nFörslag: ${expected.slice(0, 3).join(' / ')}` : '';
  return command(COMMAND[severity], { file: slashed(name), ...where, title: ruleId }, message + more);
}

function command(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const told = Object.entries(properties).map(
    ([key, value]) => `${key}=${encoded(String(value)).replace(/[:,]/gu, percent)}`,
  );
  return `::${name} ${told.join(',')}::${encoded(message)}`;
}

function encoded(text: string): string {
  return text.replace(/[%\r\n]/gu, percent);
}

function percent(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
