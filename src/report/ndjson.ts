import { jsonFailure, jsonResult } from './json.ts';
import type { Report, Write } from './report.ts';

/** A line of JSON for each document, as soon as it has been linted; each as an element of `--format json`. */
export function ndjsonReport(write: Write): Report {
  return {
    document(document) {
      write(`${JSON.stringify(jsonResult(document))}\n`);
    },
    failed({ path }, message) {
      write(`${JSON.stringify(jsonFailure(path, message))}\n`);
    },
    end() {},
  };
}
