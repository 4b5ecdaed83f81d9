import type { Row } from '../rule.ts';

/**
 * Reads a TSV table: the first line names the columns; cells at a line's end may be left out. Empty lines and lines
 * that begin with `#` are passed over. Throws an `Error` that names the line when it has more cells than columns.
 */
export function rows(table: string): Row[] {
  const found: Row[] = [];
  let columns: string[] | undefined;
  for (const line of table.replaceAll('\r', '').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const cells = line.split('\t');
    if (!columns) {
      columns = cells;
      continue;
    }
    if (cells.length > columns.length) {
      throw new Error(
        `Raden ”${cells[0]} …” har ${cells.length} celler, men tabellen ${columns.length} kolumner. Ta bort en tabb.`,
      );
    }
    const row: Record<string, string> = {};
    for (let i = 0; i < columns.length; i++) row[columns[i]!] = cells[i] ?? '';
    found.push(row);
  }
  return found;
}
