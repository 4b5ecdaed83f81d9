import type { Finding } from '../rule.ts';
import { visible } from './cells.ts';
import { SEVERITY_WORD } from './severity.ts';
import type { Report, Write } from './report.ts';

/** A line for each finding, as compilers write them: editors and `grep` know the form `file:line:column`. */
export function compactReport(write: Write): Report {
  return {
    document({ name, findings }) {
      for (const finding of findings) write(`${visible(`${name}:${told(finding)}`)}\n`);
    },
    failed({ name }, message) {
      write(`${visible(`${name}:1:1: fel: ${message}`)}\n`);
    },
    end() {},
  };
}

function told({ place, where, severity, message, ruleId }: Finding): string {
  const here = where === undefined ? '' : ` (${where})`;
  return `${place.line}:${place.column}: ${SEVERITY_WORD[severity]}: ${message}${here} [${ruleId}]`;
}
