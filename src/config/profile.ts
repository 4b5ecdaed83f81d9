import { profiles } from '../generated/rules.ts';
import type { RuleSetting, Settings } from '../lint.ts';
import type { Profile, Severity } from '../rule.ts';

/** What a profile file or a `klarlint.yml` says; layers of it are merged from the ground up. */
export interface Layer {
  readonly title?: string;
  readonly extends?: string | readonly string[];
  readonly terms?: Profile['terms'];
  readonly keywords?: readonly string[];
  readonly exempt?: Profile['exempt'];
  readonly abbreviations?: Profile['abbreviations'];
  readonly umbrellaTerm?: string;
  readonly address?: Profile['address'];
  readonly targets?: Profile['targets'];
  readonly rules?: Readonly<Record<string, RuleEntrySetting>>;
}

/** A severity, or a severity with options. */
export type RuleEntrySetting =
  | Severity
  | 'off'
  | ({ readonly severity?: Severity | 'off' } & Readonly<Record<string, unknown>>);

/** The settings of a shipped profile. Throws an `Error` when there is no profile of that name. */
export function settingsOf(name: string): Settings {
  const layers = layersOf(name);
  const profile: Profile = {
    name,
    title: layers.at(-1)!.title ?? name,
    terms: layers.flatMap((layer) => layer.terms ?? []),
    keywords: layers.flatMap((layer) => layer.keywords ?? []),
    exempt: merged(layers.map((layer) => layer.exempt)),
    abbreviations: merged(layers.map((layer) => layer.abbreviations)),
    address: layers.findLast((layer) => layer.address)?.address ?? 'none',
    targets: merged(layers.map((layer) => layer.targets)),
    ...umbrella(layers),
  };
  const rules: Record<string, RuleSetting> = {};
  for (const layer of layers) {
    for (const [id, entry] of Object.entries(layer.rules ?? {})) {
      const { severity, ...options } = typeof entry === 'string' ? { severity: entry } : entry;
      rules[id] = {
        ...rules[id],
        ...(severity && { severity }),
        options: { ...rules[id]?.options, ...options },
      };
    }
  }
  return { profile, rules };
}

function layersOf(name: string): Layer[] {
  const load = profiles[name];
  if (!load) throw new Error(`Profilen ”${name}” finns inte.`);
  const layer = load() as Layer;
  return [...[layer.extends ?? []].flat().flatMap(layersOf), layer];
}

function umbrella(layers: readonly Layer[]): Pick<Profile, 'umbrellaTerm'> {
  const umbrellaTerm = layers.findLast((layer) => layer.umbrellaTerm)?.umbrellaTerm;
  return umbrellaTerm ? { umbrellaTerm } : {};
}

function merged<T>(records: readonly (Readonly<Record<string, T>> | undefined)[]): Record<string, T> {
  return Object.assign({}, ...records);
}
