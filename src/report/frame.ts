/** Carets under the columns of a line, 1-based, end exclusive, at least one. Tabs before them are kept. */
export function carets(line: string, column: number, endColumn: number): string {
  const indent = line.slice(0, column - 1).replace(/[^\t]/gu, ' ');
  return indent + '^'.repeat(Math.max(1, Math.min(endColumn, line.length + 1) - column));
}

/** How a finding on the whole document is placed. */
export const WHOLE = 'hela texten';
