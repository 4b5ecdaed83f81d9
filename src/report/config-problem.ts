import type { ConfigProblem } from '../config/problem.ts';
import { visible } from './cells.ts';
import { frame } from './frame.ts';
import type { Style } from './style.ts';

/** A mistake in the configuration: place, what is wrong and the cure, and the line with carets where it may be shown. */
export function configProblem(problem: ConfigProblem, name: string, style: Style, width: number): string {
  const { message, place, lineText } = problem;
  const where = place ? `${name}:${place.line}:${place.column}` : name;
  const head = `${style.bold(visible(where))}  ${visible(message)}`;
  if (!place || lineText === undefined) return head;
  const gutter = `  ${place.line} | `;
  const { before, words, after, indent, carets } = frame(
    lineText,
    place.column,
    place.endColumn,
    width - gutter.length,
    'as-is',
  );
  return [
    head,
    `${style.dim(gutter)}${before}${words}${after}`,
    `${' '.repeat(gutter.length)}${indent}${style.red(carets)}`,
  ].join('\n');
}
