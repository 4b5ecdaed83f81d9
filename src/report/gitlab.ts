import type { Severity } from '../rule.ts';
import { slashed } from './slashed.ts';
import type { Report, Write } from './report.ts';

const LEVEL: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/** GitLab's Code Quality report: what a merge request shows beside the changed lines. */
export function gitlabReport(write: Write): Report {
  let before = '[';
  const add = (issue: object): void => {
    write(`${before}${JSON.stringify(issue)}`);
    before = ',\n';
  };
  return {
    document({ name, findings }) {
      const path = slashed(name);
      const seen = new Map<string, number>();
      for (const { ruleId, severity, message, place, fingerprint } of findings) {
        const times = (seen.get(fingerprint) ?? 0) + 1;
        seen.set(fingerprint, times);
        add({
          description: message,
          check_name: ruleId,
          // Each must be its own, also of two findings that are alike.
          fingerprint: `${path}:${fingerprint}:${times}`,
          severity: LEVEL[severity],
          location: { path, lines: { begin: place.line, end: place.endLine } },
        });
      }
    },
    failed({ name }, message) {
      const path = slashed(name);
      add({
        description: message,
        check_name: 'klarlint',
        fingerprint: `${path}:unreadable`,
        severity: 'blocker',
        location: { path, lines: { begin: 1 } },
      });
    },
    end() {
      write(before === '[' ? '[]\n' : ']\n');
    },
  };
}
