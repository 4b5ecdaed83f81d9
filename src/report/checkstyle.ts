import { slashed } from './slashed.ts';
import type { Report, Write } from './report.ts';
import { attributes } from './xml.ts';

/** Checkstyle's XML, which Jenkins and many others read. */
export function checkstyleReport(write: Write): Report {
  write('<?xml version="1.0" encoding="utf-8"?>\n<checkstyle version="4.3">\n');
  const file = (name: string, errors: readonly string[]): void => {
    write(`<file${attributes({ name: slashed(name) })}>${errors.join('')}</file>\n`);
  };
  return {
    document({ name, findings }) {
      file(
        name,
        findings.map(({ place, severity, message, ruleId }) => {
          const { line, column } = place;
          return `<error${attributes({ line, column, severity, message, source: `klarlint.${ruleId}` })}/>`;
        }),
      );
    },
    failed({ name }, message) {
      file(name, [`<error${attributes({ severity: 'error', message, source: 'klarlint' })}/>`]);
    },
    end() {
      write('</checkstyle>\n');
    },
  };
}
