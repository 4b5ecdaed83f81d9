import type { RuleSetting, Settings } from '../lint.ts';
import type { Profile, Severity } from '../rule.ts';
import type { VocabularyItem } from './vocabulary.ts';

/** What a profile file or a `klarlint.yml` says; layers of it are merged from the ground up. */
export interface Layer {
  readonly title?: string;
  /** Profiles and files that lie beneath. */
  readonly extends?: string | readonly string[];
  /** Whether the search for more layers in the folders above ends here. */
  readonly root?: boolean;
  readonly terms?: Profile['terms'];
  readonly avoid?: Profile['avoid'];
  readonly keywords?: readonly string[];
  readonly exempt?: Profile['exempt'];
  readonly abbreviations?: Profile['abbreviations'];
  readonly umbrellaTerm?: string;
  readonly financing?: Profile['financing'];
  readonly address?: Profile['address'];
  readonly targets?: Profile['targets'];
  readonly rules?: Readonly<Record<string, RuleEntrySetting>>;
  readonly vocabulary?: readonly VocabularyItem[];
}

/** Settings with the words that a driver is to put into the language core. */
export interface Configured extends Settings {
  readonly vocabulary: readonly VocabularyItem[];
}

/** A severity, or a severity with options. */
export type RuleEntrySetting =
  | Severity
  | 'off'
  | ({ readonly severity?: Severity | 'off' } & Readonly<Record<string, unknown>>);

/** Merges layers, lowest first: lists are joined, records are merged by key, and else the highest layer decides. */
export function settingsFrom(name: string, layers: readonly Layer[], textKind?: string): Configured {
  const defaults = {
    title: name,
    terms: [],
    avoid: [],
    keywords: [],
    exempt: {},
    abbreviations: {},
    address: 'none',
    targets: {},
  } as const;
  const guidelines = layers.map(
    ({ extends: _, root: __, rules: ___, vocabulary: ____, ...guideline }) => guideline,
  );
  const vocabulary = layers.flatMap((layer) => layer.vocabulary ?? []);
  const profile = { ...(merge([defaults, ...guidelines]) as Omit<Profile, 'name'>), name };
  return { profile, rules: rulesOf(layers), vocabulary, ...(textKind && { textKind }) };
}

function rulesOf(layers: readonly Layer[]): Record<string, RuleSetting> {
  const rules: Record<string, RuleSetting> = {};
  for (const layer of layers) {
    for (const [id, entry] of Object.entries(layer.rules ?? {})) {
      const { severity, ...options } = typeof entry === 'string' ? { severity: entry } : entry;
      const below = rules[id];
      rules[id] = {
        ...below,
        ...(severity && { severity }),
        options: { ...below?.options, ...options },
      };
    }
  }
  return rules;
}

function merge(values: readonly unknown[]): unknown {
  return values.reduce(mergeTwo);
}

function mergeTwo(below: unknown, above: unknown): unknown {
  if (above === undefined) return below;
  if (Array.isArray(below) && Array.isArray(above)) return below.concat(above);
  if (!isRecord(below) || !isRecord(above)) return above;
  const keys = [...new Set([...Object.keys(below), ...Object.keys(above)])];
  return Object.fromEntries(keys.map((key) => [key, mergeTwo(below[key], above[key])]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
