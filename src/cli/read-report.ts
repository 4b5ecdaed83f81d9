import { readFileSync } from 'node:fs';
import type { JsonResult } from '../report/json.ts';
import { UsageError } from './usage-error.ts';

/** Reads a report that `--format json` or `ndjson` has written. Throws a `UsageError` for anything else. */
export function readReport(path: string): JsonResult[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`${path}: Rapporten finns inte eller går inte att läsa.`);
  }
  const results = parse(text);
  if (results?.every(isResult)) return results;
  throw new UsageError(
    `${path}: Det är ingen rapport från klarlint, eller så är den avbruten. Skapa den med --output-file json=FIL.`,
  );
}

function parse(text: string): unknown[] | undefined {
  try {
    if (text.startsWith('[')) return JSON.parse(text);
    const lines = text.split('\n').filter((line) => line !== '');
    return lines.map((line) => JSON.parse(line));
  } catch {
    return undefined;
  }
}

function isResult(value: unknown): value is JsonResult {
  const result = value as Partial<JsonResult> | null;
  return (
    typeof result === 'object' &&
    typeof result?.filePath === 'string' &&
    Array.isArray(result.messages) &&
    Array.isArray(result.suppressedMessages) &&
    [...result.messages, ...result.suppressedMessages].every(isMessage)
  );
}

function isMessage(value: unknown): boolean {
  const message = value as { message?: unknown; line?: unknown; column?: unknown } | null;
  return (
    typeof message?.message === 'string' &&
    typeof message.line === 'number' &&
    typeof message.column === 'number'
  );
}
