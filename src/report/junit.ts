import type { Finding } from '../rule.ts';
import { slashed } from './slashed.ts';
import { SEVERITY_WORD } from './severity.ts';
import type { Report, Write } from './report.ts';
import { attributes, escaped } from './xml.ts';

/** JUnit's XML: a suite for each document, a case for each finding. Advice does not fail: it is a case that was skipped. */
export function junitReport(write: Write): Report {
  write('<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="klarlint">\n');
  const suite = (
    name: string,
    counts: { tests: number; failures: number; errors: number; skipped: number },
    cases: readonly string[],
  ): void => {
    const head = attributes({ name: slashed(name), ...counts, time: 0 });
    write(`<testsuite${head}>\n${cases.join('')}</testsuite>\n`);
  };
  return {
    document({ name, findings }) {
      const skipped = findings.filter(({ severity }) => severity === 'info').length;
      const counts = {
        tests: Math.max(1, findings.length),
        failures: findings.length - skipped,
        errors: 0,
        skipped,
      };
      // A suite without cases counts for nothing: a clean document is a case that passed.
      const cases = findings.length > 0 ? findings.map((one) => caseOf(one, name)) : [passed(name)];
      suite(name, counts, cases);
    },
    failed({ name }, message) {
      const head = attributes({ name: 'läsning', classname: slashed(name), time: 0 });
      const body = `<error${attributes({ message, type: 'fel' })}/>`;
      suite(name, { tests: 1, failures: 0, errors: 1, skipped: 0 }, [
        `<testcase${head}>${body}</testcase>\n`,
      ]);
    },
    end() {
      write('</testsuites>\n');
    },
  };
}

function passed(name: string): string {
  return `<testcase${attributes({ name: 'inga anmärkningar', classname: slashed(name), time: 0 })}/>\n`;
}

function caseOf({ ruleId, severity, message, place, actual, expected }: Finding, name: string): string {
  const { line, column } = place;
  const head = attributes({ name: `${ruleId} (${line}:${column})`, classname: slashed(name), time: 0 });
  if (severity === 'info') return `<testcase${head}><skipped${attributes({ message })}/></testcase>\n`;
  const type = SEVERITY_WORD[severity];
  const instead = expected.length > 0 ? `\nI stället: ${expected.join(' / ')}` : '';
  const detail = `${slashed(name)}:${line}:${column}\n${actual}${instead}`;
  return `<testcase${head}><failure${attributes({ message, type })}>${escaped(detail)}</failure></testcase>\n`;
}
