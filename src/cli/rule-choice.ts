import { resolve } from 'node:path';
import { entries } from '../generated/rules.ts';
import { didYouMean } from '../nearest.ts';
import type { RuleEntry, Severity } from '../rule.ts';
import { type ConfigOptions, cascadeFor } from './configuration.ts';
import { UsageError } from './usage-error.ts';

const LEVELS: readonly (Severity | 'off')[] = ['off', 'info', 'warning', 'error'];

/** What the command line says of rules. */
export interface RuleChoice {
  /** Severities: `words/hype=error`. */
  readonly rule?: readonly string[];
  /** The only rules to use, and rules to leave out: ids or groups. */
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
}

/**
 * The severities that the command line decides, by rule id: `--rule words/hype=error`, and `off` for what `--only`
 * leaves out and `--skip` names. What is not among `ownRules` or klarlint's own counts for nothing.
 */
export function rulesNamed(
  { rule = [], only = [], skip = [] }: RuleChoice,
  ownRules: readonly RuleEntry[],
): ReadonlyMap<string, Severity | 'off'> {
  const all = [...entries, ...ownRules];
  const decided = new Map<string, Severity | 'off'>();
  if (only.length > 0) {
    const kept = new Set(only.flatMap((name) => idsOf(name, all)));
    for (const { id, rule: own } of all) {
      if (!kept.has(id)) decided.set(id, 'off');
      // A rule that is asked for by name runs also where it is off by default.
      else if (own.meta.off && only.includes(id)) decided.set(id, own.meta.severity);
    }
  }
  for (const name of skip) for (const id of idsOf(name, all)) decided.set(id, 'off');
  for (const choice of rule) {
    const [name = '', severity] = choice.split('=');
    for (const id of idsOf(name, all)) decided.set(id, severity as Severity | 'off');
  }
  return decided;
}

/**
 * Throws a `UsageError` for a rule, a group or a level that does not exist. Rules of the user's own are those of the
 * configuration where the user stands. Throws a `ConfigError` when that is wrong, and is needed.
 */
export async function checkRuleChoice(
  { rule = [], only = [], skip = [], ...config }: RuleChoice & ConfigOptions,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const named = [
    ...only.map((name) => ({ name, flag: '--only' })),
    ...skip.map((name) => ({ name, flag: '--skip' })),
  ];
  for (const choice of rule) {
    const [name = '', level = ''] = choice.split('=');
    if (!LEVELS.some((known) => known === level))
      throw new UsageError(`Skriv ”--rule ${name}=NIVÅ”. Nivån kan vara off, info, warning eller error.`);
    named.push({ name, flag: '--rule' });
  }
  const unknown = named.filter(({ name }) => idsOf(name, entries).length === 0);
  if (unknown.length === 0) return;
  const { ownRules } = await cascadeFor(config, env).settingsFor(resolve('utkast.md'));
  const all = [...entries, ...ownRules];
  for (const { name, flag } of unknown) {
    if (idsOf(name, all).length > 0) continue;
    const groups = all.map(({ id }) => id.slice(0, id.indexOf('/')));
    const cure = didYouMean(name, [...all.map(({ id }) => id), ...groups]);
    throw new UsageError(
      `Regeln ”${name}” finns inte (${flag}). ${cure ?? 'Kör ”klarlint rules” för att se alla.'}`,
    );
  }
}

/** The ids that a rule's id or a group's name means. */
function idsOf(name: string, all: readonly RuleEntry[]): string[] {
  const group = name.replace(/\/\*?$/u, '');
  return all.map(({ id }) => id).filter((id) => id === name || id.startsWith(`${group}/`));
}
