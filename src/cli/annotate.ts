import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { annotated } from '../report/docx-comments.ts';
import { count } from '../report/wording.ts';
import type { Finding } from '../rule.ts';
import { writeWhole } from './write-file.ts';

/** Writes the annotated copy of a Word document; gives the sentence that says so. Throws an `UnwritableError`. */
export function annotate(
  path: string,
  findings: readonly Finding[],
  target: string,
  trackChanges: boolean,
): string {
  const date = `${new Date().toISOString().slice(0, 19)}Z`;
  const { bytes, comments, changes } = annotated(readFileSync(path), findings, { trackChanges, date });
  writeWhole(resolve(target), bytes);
  const parts = [
    ...(changes > 0 ? [count(changes, 'spårad ändring', 'spårade ändringar')] : []),
    ...(comments > 0 || changes === 0 ? [count(comments, 'kommentar', 'kommentarer')] : []),
  ];
  return `${target} är skriven, med ${parts.join(' och ')}.`;
}
