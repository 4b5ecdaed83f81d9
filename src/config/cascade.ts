import type { Draft } from './draft.ts';
import { type Configured, type Layer, settingsFrom } from './layer.ts';
import { folderOf, foldersAbove, isBelow, within } from './path.ts';
import { ConfigError, ConfigFile } from './problem.ts';
import { DEFAULT_PROFILE, PROFILE_NAMES, profileLayers, unknownProfile } from './profile.ts';
import { configShape } from './schema.ts';
import { problemsOf, type Shape } from './shape.ts';
import { readVocabulary } from './vocabulary.ts';
import { dataOf, readYaml, type YamlNode } from './yaml.ts';

export const CONFIG_NAME = 'klarlint.yml';

/** What the cascade wants of the machine it runs on. */
export interface Surroundings {
  /** The content of a file, or nothing when there is none. Paths are absolute. Throws a `ConfigError` when it can't be read. */
  read(path: string, mostBytes?: number): string | undefined;
  /** The user's own `klarlint.yml`, which lies beneath all others. */
  readonly userFile?: string;
  /** A profile that goes before those of the files and of the drafts. Must exist. */
  readonly profile?: string;
}

/** What a file of configuration says, with what it extends, lowest first. */
interface Loaded {
  readonly parts: readonly Part[];
  readonly root: boolean;
}

/** The layers of one shipped profile, or of one file. */
type Part = { readonly profile: string } | { readonly path: string; readonly layer: Layer };

/**
 * Finds and merges configuration: the user's own file beneath, then each `klarlint.yml` from the uppermost folder down
 * to the draft's. Files are read once; drafts with the same configuration are given the same `Settings`.
 */
export class Cascade {
  readonly #surroundings: Surroundings;
  readonly #files = new Map<string, Promise<Loaded | undefined>>();
  readonly #chains = new Map<string, Promise<readonly Loaded[]>>();
  readonly #settings = new Map<string, Configured>();
  readonly #shapes = new Map<'config', Shape>();

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** The settings of a draft at an absolute path. Throws a `ConfigError` when a file of its configuration is wrong. */
  async settingsFor(path: string, draft?: Draft): Promise<Configured> {
    const chain = await this.#chain(folderOf(path));
    const chosen = this.#surroundings.profile ?? draft?.profile;
    if (chosen !== undefined && !PROFILE_NAMES.includes(chosen)) {
      const { file, profileAt } = draft!;
      throw new ConfigError([file.problem(unknownProfile(chosen), profileAt!.start, profileAt!.end)]);
    }
    const parts = chain.flatMap((loaded) => loaded.parts);
    const paths = parts.map((part) => ('path' in part ? part.path : ''));
    const key = JSON.stringify([chosen, draft?.kind, paths]);
    return once(this.#settings, key, () => merge(parts, chosen, draft?.kind));
  }

  #chain(folder: string): Promise<readonly Loaded[]> {
    return once(this.#chains, folder, () => this.#findChain(folder));
  }

  async #findChain(folder: string): Promise<readonly Loaded[]> {
    const { userFile } = this.#surroundings;
    const chain: Loaded[] = [];
    let seenUserFile = false;
    for (const above of foldersAbove(within(folder, CONFIG_NAME))) {
      const path = within(above, CONFIG_NAME);
      const loaded = await this.#load(path);
      if (!loaded) continue;
      chain.unshift(loaded);
      seenUserFile ||= path === userFile;
      if (loaded.root) break;
    }
    const own = userFile !== undefined && !seenUserFile ? await this.#load(userFile) : undefined;
    return own ? [own, ...chain] : chain;
  }

  #load(path: string): Promise<Loaded | undefined> {
    return once(this.#files, path, () => this.#read(path, []));
  }

  /** Reads a file and what it extends; `from` are the files that led here. */
  async #read(path: string, from: readonly string[]): Promise<Loaded | undefined> {
    const text = this.#surroundings.read(path);
    if (text === undefined) return undefined;
    // A file far from the one that names it may be anything: its lines are not shown.
    const file = new ConfigFile(
      path,
      text,
      from.every((other) => isBelow(path, folderOf(other))),
    );
    const node = await readYaml(file);
    const problems = problemsOf(node, once(this.#shapes, 'config', configShape), '', file);
    if (problems.length > 0) throw new ConfigError(problems);
    const words = entryOf(node, 'vocabulary');
    const layer: Layer = {
      ...(dataOf(node) as Layer),
      ...(words && { vocabulary: readVocabulary(words, file, this.#surroundings.read) }),
    };
    const parts: Part[] = [];
    for (const { name, at } of extended(node)) {
      const fail = (message: string): never => {
        throw new ConfigError([file.problem(message, at.start, at.end)]);
      };
      if (!isPath(name)) {
        if (!PROFILE_NAMES.includes(name)) fail(unknownProfile(name));
        parts.push({ profile: name });
        continue;
      }
      if (!/\.ya?ml$/u.test(name)) fail(`”${name}” slutar inte på .yml. Ange en fil med inställningar.`);
      const target = within(folderOf(path), name);
      const circle = [...from, path];
      if (circle.includes(target)) {
        fail(
          `Filen utgår från sig själv: ${[...circle.slice(circle.indexOf(target)), target].map(fileName).join(' → ')}. Ta bort en av raderna.`,
        );
      }
      const loaded = await this.#read(target, circle);
      if (!loaded) fail(`Filen ”${name}” finns inte. Sökvägen räknas från ${fileName(path)}.`);
      parts.push(...loaded!.parts);
    }
    return { parts: [...parts, { path, layer }], root: layer.root ?? false };
  }
}

function merge(parts: readonly Part[], chosen: string | undefined, kind: string | undefined): Configured {
  const named = parts.flatMap((part) => ('profile' in part ? [part.profile] : []));
  const name = chosen ?? named.at(-1) ?? DEFAULT_PROFILE;
  // The profile that a run or a draft has chosen stands in for those of the files.
  const kept =
    chosen === undefined && named.length > 0 ? parts : [{ profile: name }, ...parts.filter(isFile)];
  const layers = kept.flatMap((part) => ('profile' in part ? profileLayers(part.profile) : [part.layer]));
  const distinct = [...new Map(layers.map((layer) => [identity(layer), layer])).values()];
  return settingsFrom(name, distinct, kind);
}

/** Shipped layers are parsed anew each time they are asked for; they are the same when they say the same. */
function identity(layer: Layer): string {
  return JSON.stringify(layer);
}

function isFile(part: Part): boolean {
  return 'path' in part;
}

/** What a map has for a key; made the first time. */
function once<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function extended(node: YamlNode): { name: string; at: YamlNode }[] {
  const value = entryOf(node, 'extends');
  if (!value) return [];
  return (value.kind === 'list' ? value.items : [value]).map((at) => ({ name: String(dataOf(at)), at }));
}

function entryOf(node: YamlNode, name: string): YamlNode | undefined {
  return node.kind === 'record' ? node.entries.find(({ key }) => key === name)?.value : undefined;
}

function isPath(name: string): boolean {
  return /[\\/]/u.test(name) || /\.(?:ya?ml|json)$/u.test(name);
}

function fileName(path: string): string {
  return path.split(/[\\/]/u).at(-1)!;
}
