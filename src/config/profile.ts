import { profiles } from '../generated/rules.ts';
import { type Configured, type Layer, settingsFrom } from './layer.ts';
import { didYouMean } from '../nearest.ts';

export type { Layer } from './layer.ts';

/** The profile of those who have chosen none. */
export const DEFAULT_PROFILE = 'klarsprak';

/** The profiles that are shipped, by name. */
export const PROFILE_NAMES: readonly string[] = Object.keys(profiles);

/** The settings of a shipped profile. Throws an `Error` when there is no profile of that name. */
export function settingsOf(name: string): Configured {
  return settingsFrom(name, profileLayers(name));
}

/** A shipped profile and what it extends, lowest first. Throws as `settingsOf` does. */
export function profileLayers(name: string): Layer[] {
  if (!Object.hasOwn(profiles, name)) throw new Error(unknownProfile(name));
  const layer = profiles[name]!() as Layer;
  return [...[layer.extends ?? []].flat().flatMap(profileLayers), layer];
}

/** What is said of a profile that does not exist. */
export function unknownProfile(name: string): string {
  const cure = didYouMean(name, PROFILE_NAMES) ?? `Välj bland ${PROFILE_NAMES.join(', ')}.`;
  return `Profilen ”${name}” finns inte. ${cure}`;
}
