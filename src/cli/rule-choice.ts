import { entries } from '../generated/rules.ts';
import { didYouMean } from '../nearest.ts';
import type { Severity } from '../rule.ts';
import { UsageError } from './usage-error.ts';

const LEVELS: readonly (Severity | 'off')[] = ['off', 'info', 'warning', 'error'];

/**
 * The severities that the command line decides, by rule id: `--rule words/hype=error`, and `off` for what `--only`
 * leaves out and `--skip` names. Throws a `UsageError` for a rule, a group or a level that does not exist.
 */
export function rulesNamed({
  rule = [],
  only = [],
  skip = [],
}: {
  readonly rule?: readonly string[];
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
}): ReadonlyMap<string, Severity | 'off'> {
  const decided = new Map<string, Severity | 'off'>();
  if (only.length > 0) {
    const kept = new Set(only.flatMap((name) => idsOf(name, '--only')));
    for (const { id, rule: own } of entries) {
      if (!kept.has(id)) decided.set(id, 'off');
      // A rule that is asked for by name runs also where it is off by default.
      else if (own.meta.off && only.includes(id)) decided.set(id, own.meta.severity);
    }
  }
  for (const name of skip) for (const id of idsOf(name, '--skip')) decided.set(id, 'off');
  for (const choice of rule) {
    const [name, level = ''] = choice.split('=');
    const severity = LEVELS.find((known) => known === level);
    if (!severity)
      throw new UsageError(`Skriv ”--rule ${name}=NIVÅ”. Nivån kan vara off, info, warning eller error.`);
    for (const id of idsOf(name!, '--rule')) decided.set(id, severity);
  }
  return decided;
}

/** The ids that a rule's id or a group's name means. */
function idsOf(name: string, flag: string): string[] {
  const group = name.replace(/\/\*?$/u, '');
  const ids = entries.map(({ id }) => id).filter((id) => id === name || id.startsWith(`${group}/`));
  if (ids.length > 0) return ids;
  const groups = entries.map(({ id }) => id.slice(0, id.indexOf('/')));
  const cure = didYouMean(name, [...entries.map(({ id }) => id), ...groups]);
  throw new UsageError(
    `Regeln ”${name}” finns inte (${flag}). ${cure ?? 'Kör ”klarlint rules” för att se alla.'}`,
  );
}
