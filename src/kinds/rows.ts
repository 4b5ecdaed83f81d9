import type { Row } from '../rule.ts';

/** Reads a TSV table: the first line names the columns. Empty lines and lines that begin with `#` are left out. */
export function rows(table: string): Row[] {
  const [head, ...lines] = table
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const columns = head?.split('\t') ?? [];
  return lines.map((line) => {
    const row: Record<string, string> = {};
    const cells = line.split('\t');
    for (let i = 0; i < columns.length; i++) row[columns[i]!] = cells[i]?.trim() ?? '';
    return row;
  });
}
