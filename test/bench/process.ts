import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Sample {
  readonly ms: number;
  readonly mib: number;
}

const folder = mkdtempSync(join(tmpdir(), 'klarlint-peak-'));
const peak = join(folder, 'peak.mjs');
// Tells the process's peak on the third channel when it ends.
writeFileSync(
  peak,
  "import fs from 'node:fs';\nimport { isMainThread } from 'node:worker_threads';\nif (isMainThread) process.on('exit', () => fs.writeSync(3, String(process.resourceUsage().maxRSS)));\n",
);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Runs a program in Node: how long it took, from start to end, and the most memory that it had. */
export function measure(command: readonly string[]): Sample {
  const start = performance.now();
  const { output, error } = spawnSync(process.execPath, ['--import', peak, ...command], {
    // What it says is let go of: to read it all here would take its time.
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  return { ms: performance.now() - start, mib: Number(output[3]) / 1024 };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

/** Shows what was aimed at, and whether it was reached: the name, the value and the most that it may be. */
export function aims(all: readonly (readonly [name: string, value: number, most: number])[]): void {
  for (const [name, value, most] of all) {
    const reached = value <= most ? 'reached' : 'MISSED';
    console.log(`${name.padEnd(48)} ${value.toFixed(2).padStart(7)}  (at most ${most}: ${reached})`);
  }
}
