import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { Finding } from '../rule.ts';
import { readConfig } from './configuration.ts';
import { UsageError } from './usage-error.ts';
import { writeWhole } from './write-file.ts';

export interface BaselineOptions {
  /** The file of findings that are known and let be. */
  readonly baseline?: string;
  /** Whether to write down the findings of the run as known. */
  readonly updateBaseline?: boolean;
  /** Whether to strike from the file what is not found any more. */
  readonly pruneBaseline?: boolean;
}

export const BASELINE_NAME = 'klarlint-baseline.json';
/** A finding takes up some 30 bytes. */
const MOST_BYTES = 50_000_000;

/** How many times each finding is known, by its fingerprint. */
type Known = Record<string, number>;
/** By file, as seen from the baseline's folder, and rule. */
type Files = Record<string, Record<string, Known>>;

/**
 * Findings that were there when a team began: they are let be until their sentence is changed. A finding is known by file,
 * rule and fingerprint, and as many times as it stood there, so other text may move or change around it.
 */
export class Baseline {
  readonly #path: string;
  readonly #mode: 'read' | 'update' | 'prune';
  readonly #files: Files;
  /** How many known findings were met. */
  met = 0;

  private constructor(path: string, mode: 'read' | 'update' | 'prune', files: Files) {
    this.#path = path;
    this.#mode = mode;
    this.#files = files;
  }

  /** The baseline that a command line asks for, if it does. Throws a `UsageError` when it can't be read. */
  static open({ baseline, updateBaseline, pruneBaseline }: BaselineOptions): Baseline | undefined {
    if (baseline === undefined && !updateBaseline && !pruneBaseline) return undefined;
    if (updateBaseline && pruneBaseline)
      throw new UsageError('Välj antingen ”--update-baseline” eller ”--prune-baseline”.');
    const name = baseline ?? BASELINE_NAME;
    const path = resolve(name);
    const text = readConfig(path, MOST_BYTES);
    if (text === undefined && !updateBaseline)
      throw new UsageError(`${name}: Filen finns inte. Skapa den med --update-baseline.`);
    const mode = updateBaseline ? 'update' : pruneBaseline ? 'prune' : 'read';
    return new Baseline(path, mode, text === undefined ? {} : parse(text, name));
  }

  /** Those findings of a document that are not known. When the baseline is updated all of them become so. */
  fresh(path: string, findings: readonly Finding[]): readonly Finding[] {
    const name = relative(dirname(this.#path), path).split(sep).join('/');
    if (this.#mode === 'update') {
      this.#files[name] = counted(findings);
      this.met += findings.length;
      return [];
    }
    const known = this.#files[name] ?? {};
    const left = structuredClone(known);
    const fresh = findings.filter(({ ruleId, fingerprint }) => {
      const times = left[ruleId]?.[fingerprint] ?? 0;
      if (times === 0) return true;
      left[ruleId]![fingerprint] = times - 1;
      this.met++;
      return false;
    });
    if (this.#mode === 'prune') this.#files[name] = without(known, left);
    return fresh;
  }

  /** Writes the file when it has been updated or pruned. Throws an `UnwritableError`. */
  close(): void {
    if (this.#mode === 'read') return;
    const folder = dirname(this.#path);
    const files = Object.entries(this.#files)
      .filter(([name, rules]) => Object.keys(rules).length > 0 && existsSync(resolve(folder, name)))
      .sort(byKey);
    const text = JSON.stringify({ version: 1, files: Object.fromEntries(files) }, undefined, 2);
    writeWhole(this.#path, `${text}\n`);
  }
}

/** Throws a `UsageError` for what is no baseline. */
function parse(text: string, name: string): Files {
  try {
    const { version, files } = JSON.parse(text);
    if (version === 1 && isRecord(files) && Object.values(files).every(isRules)) return files as Files;
  } catch {}
  throw new UsageError(
    `${name}: Filen är ingen baslinje, eller så är den skadad. Skapa om den med --update-baseline.`,
  );
}

function isRules(rules: unknown): boolean {
  return (
    isRecord(rules) &&
    Object.values(rules).every(
      (known) => isRecord(known) && Object.values(known).every((times) => Number.isSafeInteger(times)),
    )
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How many times each finding stands there, in an order that keeps the differences between versions small. */
function counted(findings: readonly Finding[]): Record<string, Known> {
  const rules: Record<string, Known> = {};
  for (const { ruleId, fingerprint } of findings) {
    rules[ruleId] ??= {};
    rules[ruleId][fingerprint] = (rules[ruleId][fingerprint] ?? 0) + 1;
  }
  return sorted(rules, (known) => sorted(known, (times) => times));
}

/** What was known and has been met. */
function without(known: Record<string, Known>, left: Record<string, Known>): Record<string, Known> {
  return sorted(known, (times, ruleId) =>
    sorted(times, (count, fingerprint) => count - left[ruleId]![fingerprint]!),
  );
}

/** A record by key, without what is nothing. */
function sorted<T, U>(record: Record<string, T>, change: (value: T, key: string) => U): Record<string, U> {
  const entries = Object.entries(record).map(([key, value]): [string, U] => [key, change(value, key)]);
  const kept = entries.filter(
    ([, value]) => value !== 0 && (!isRecord(value) || Object.keys(value).length > 0),
  );
  return Object.fromEntries(kept.sort(byKey));
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
