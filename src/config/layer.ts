import type { RuleSetting, Settings } from '../lint.ts';
import type { Profile, RuleEntry, Severity } from '../rule.ts';
import { type OwnRule, ownEntry } from './own-rules.ts';
import type { VocabularyItem } from './vocabulary.ts';

/** What a profile file or a `klarlint.yml` says; layers of it are merged from the ground up. */
export interface Layer {
  readonly title?: string;
  /** Profiles and files that lie beneath. */
  readonly extends?: string | readonly string[];
  /** Whether the search for more layers in the folders above ends here. */
  readonly root?: boolean;
  readonly audience?: readonly string[];
  readonly terms?: Profile['terms'];
  readonly avoid?: Profile['avoid'];
  readonly keywords?: readonly string[];
  readonly exempt?: Profile['exempt'];
  readonly abbreviations?: Profile['abbreviations'];
  readonly umbrellaTerm?: string;
  readonly financing?: Profile['financing'];
  readonly sections?: Profile['sections'];
  readonly mentions?: Profile['mentions'];
  readonly address?: Profile['address'];
  readonly targets?: Profile['targets'];
  readonly rules?: Readonly<Record<string, RuleEntrySetting>>;
  readonly vocabulary?: readonly VocabularyItem[];
  /** Rules of the user's own. */
  readonly rulePacks?: readonly OwnRule[];
  /** The kind of text that the drafts are, unless one says otherwise itself. */
  readonly kind?: string;
  /** What a measure may be at most before a run fails. */
  readonly gate?: Gate;
  /** Drafts that are not to be linted: patterns as in a `.gitignore`, counted from the folder of the file. */
  readonly ignore?: readonly string[];
  /** What holds for some drafts only. */
  readonly overrides?: readonly Override[];
}

/** A layer for the drafts that some patterns fit. */
export interface Override extends Omit<Layer, 'extends' | 'root' | 'ignore' | 'overrides' | 'rulePacks'> {
  /** Patterns as in a `.gitignore`, counted from the folder of the file. */
  readonly files: string | readonly string[];
  /** The profile of these drafts, in place of that of the file. */
  readonly profile?: string;
}

/** The most that each measure may be. */
export type Gate = Readonly<Record<string, number>>;

/** Settings with what a driver is to see to. */
export interface Configured extends Settings {
  /** The words that are to be put into the language core. */
  readonly vocabulary: readonly VocabularyItem[];
  readonly ownRules: readonly RuleEntry[];
  readonly gate: Gate;
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
    audience: [],
    terms: [],
    avoid: [],
    keywords: [],
    exempt: {},
    abbreviations: {},
    sections: {},
    mentions: {},
    address: 'none',
    targets: {},
  } as const;
  const own = new Map(layers.flatMap((layer) => layer.rulePacks ?? []).map((rule) => [rule.id, rule]));
  const ownRules = [...own.values()].map(ownEntry);
  const vocabulary = layers.flatMap((layer) => layer.vocabulary ?? []);
  const profile = { ...(merge([defaults, ...layers.map(guidelineOf)]) as Omit<Profile, 'name'>), name };
  const gate = Object.assign({}, ...layers.map((layer) => layer.gate)) as Gate;
  const kind = textKind ?? layers.findLast((layer) => layer.kind !== undefined)?.kind;
  return { profile, rules: rulesOf(layers), ownRules, vocabulary, gate, ...(kind && { textKind: kind }) };
}

/** What stands in the profile, and not beside it. */
function guidelineOf(layer: Layer & Partial<Override>): Partial<Profile> {
  const { extends: _e, root: _r, rules: _l, vocabulary: _v, kind: _k, gate: _g, ...rest } = layer;
  const { rulePacks: _rp, ignore: _i, overrides: _o, files: _f, profile: _p, ...guideline } = rest;
  return guideline;
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
