import { entries } from '../generated/rules.ts';
import { didYouMean } from '../nearest.ts';
import type { Draft } from './draft.ts';
import { type Configured, type Layer, settingsFrom } from './layer.ts';
import { folderOf, foldersAbove, isBelow, within } from './path.ts';
import { type OwnRule, readPack } from './own-rules.ts';
import { ConfigError, ConfigFile, type ConfigProblem } from './problem.ts';
import { DEFAULT_PROFILE, PROFILE_NAMES, profileLayers, unknownProfile } from './profile.ts';
import { configShape } from './schema.ts';
import { problemsOf, type Shape } from './shape.ts';
import { readVocabulary } from './vocabulary.ts';
import { dataOf, readYaml, type YamlNode } from './yaml.ts';

export const CONFIG_NAME = 'klarlint.yml';

/** The files of a folder that may hold its configuration; the first that does is the one. */
const CONFIG_NAMES = [CONFIG_NAME, '.klarlintrc.yml', '.klarlintrc.json', 'package.json'];

/** What the cascade wants of the machine it runs on. */
export interface Surroundings {
  /** The content of a file, or nothing when there is none. Paths are absolute. Throws a `ConfigError` when it can't be read. */
  read(path: string, mostBytes?: number): string | undefined;
  /** The names of what lies in a folder, those of folders with a slash at the end; nothing when there is no such folder. */
  list(path: string): readonly string[] | undefined;
  /** The user's own `klarlint.yml`, which lies beneath all others. */
  readonly userFile?: string;
  /** A profile that goes before those of the files and of the drafts. Must exist. */
  readonly profile?: string;
  /** The only file that holds for all drafts, in place of those in the folders; `false` when none does. */
  readonly onlyFile?: string | false;
}

/** What a file of configuration says, with what it extends, lowest first. */
interface Loaded {
  readonly parts: readonly Part[];
  readonly root: boolean;
}

/** The layers of one shipped profile, or of one file. */
type Part = { readonly profile: string } | FilePart;

interface FilePart {
  readonly path: string;
  readonly layer: Layer;
  readonly source: YamlNode;
  readonly file: ConfigFile;
}

/** A layer of a draft's configuration, and where it stands. */
export interface Origin {
  /** A shipped profile, or the path of a file. */
  readonly name: string;
  readonly layer: Layer;
  /** What the layer was read from, with places; none for a shipped profile. */
  readonly source?: YamlNode;
  readonly file?: ConfigFile;
}

/**
 * Finds and merges configuration: the user's own file beneath, then each `klarlint.yml` from the uppermost folder down
 * to the draft's. Files are read once; drafts with the same configuration are given the same `Settings`.
 */
export class Cascade {
  readonly #surroundings: Surroundings;
  readonly #files = new Map<string, Promise<Loaded | undefined>>();
  readonly #chains = new Map<string, Promise<readonly Loaded[]>>();
  readonly #settings = new Map<string, Configured>();
  readonly #identities = new Map<string, string>();
  readonly #shapes = new Map<'config', Shape>();
  readonly #patterns = new Map<readonly string[], Promise<(path: string) => boolean>>();

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** The settings of a draft at an absolute path. Throws a `ConfigError` when a file of its configuration is wrong. */
  async settingsFor(path: string, draft?: Draft): Promise<Configured> {
    const { parts, chosen } = await this.#partsFor(path, draft);
    const names = parts.map((part) => ('path' in part ? part.path : ''));
    const key = JSON.stringify([chosen, draft?.kind, names]);
    return once(this.#settings, key, () => {
      const { name, origins } = layersOf(parts, chosen);
      const layers = origins.map(({ layer }) => layer);
      return settingsFrom(name, layers, draft?.kind);
    });
  }

  /** The layers that make a draft's settings, lowest first, with where each comes from. Throws as `settingsFor` does. */
  async originsFor(path: string, draft?: Draft): Promise<readonly Origin[]> {
    const { parts, chosen } = await this.#partsFor(path, draft);
    return layersOf(parts, chosen).origins;
  }

  /** All that the configuration for a path says, as a text: two that are equal mean the same. Throws as `settingsFor` does. */
  async identityFor(path: string): Promise<string> {
    const { parts, chosen } = await this.#partsFor(path);
    const key = JSON.stringify([chosen, parts.map((part) => ('path' in part ? part.path : part.profile))]);
    return once(this.#identities, key, () =>
      JSON.stringify([chosen, layersOf(parts, chosen).origins.map(({ layer }) => layer)]),
    );
  }

  /** The file whose `ignore` says that a draft is not to be linted; nothing when none does. Throws as `settingsFor` does. */
  async ignoredBy(path: string): Promise<string | undefined> {
    for (const { parts } of await this.#chain(folderOf(path))) {
      for (const part of parts) {
        if (!('path' in part) || !part.layer.ignore) continue;
        if (await this.#fits(path, part.path, part.layer.ignore)) return part.path;
      }
    }
    return undefined;
  }

  async #partsFor(path: string, draft?: Draft): Promise<{ parts: readonly Part[]; chosen?: string }> {
    const parts: Part[] = [];
    let chosen: string | undefined;
    for (const part of (await this.#chain(folderOf(path))).flatMap((loaded) => loaded.parts)) {
      parts.push(part);
      if (!('path' in part)) continue;
      for (const [index, override] of (part.layer.overrides ?? []).entries()) {
        const files = [override.files].flat();
        if (!(await this.#fits(path, part.path, files))) continue;
        const source = itemOf(entryOf(part.source, 'overrides'), index);
        if (override.profile !== undefined) {
          if (!PROFILE_NAMES.includes(override.profile)) {
            const at = entryOf(source, 'profile')!;
            throw new ConfigError([part.file.problem(unknownProfile(override.profile), at.start, at.end)]);
          }
          chosen = override.profile;
        }
        parts.push({ ...part, path: `${part.path}#${index}`, layer: override, source });
      }
    }
    chosen = this.#surroundings.profile ?? draft?.profile ?? chosen;
    if (chosen !== undefined && !PROFILE_NAMES.includes(chosen)) {
      const { file, profileAt } = draft!;
      throw new ConfigError([file.problem(unknownProfile(chosen), profileAt!.start, profileAt!.end)]);
    }
    return { parts, ...(chosen !== undefined && { chosen }) };
  }

  /** Whether patterns of a file of configuration fit a draft. */
  async #fits(path: string, configPath: string, patterns: readonly string[]): Promise<boolean> {
    const folder = folderOf(configPath);
    // What lies beside the folder can't be told in its patterns.
    if (!isBelow(path, folder)) return false;
    const fits = await once(this.#patterns, patterns, () => fitting(patterns));
    return fits(
      path
        .slice(folder.length)
        .replace(/^[\\/]+/u, '')
        .replaceAll('\\', '/'),
    );
  }

  #chain(folder: string): Promise<readonly Loaded[]> {
    return once(this.#chains, folder, () => this.#findChain(folder));
  }

  async #findChain(folder: string): Promise<readonly Loaded[]> {
    const { userFile, onlyFile } = this.#surroundings;
    if (onlyFile !== undefined) {
      const only = onlyFile === false ? undefined : await this.#load(onlyFile);
      return only ? [only] : [];
    }
    const chain: Loaded[] = [];
    let seenUserFile = false;
    for (const above of foldersAbove(within(folder, CONFIG_NAME))) {
      const loaded = await this.#loadFrom(above);
      if (!loaded) continue;
      chain.unshift(loaded);
      seenUserFile ||= within(above, CONFIG_NAME) === userFile;
      if (loaded.root) break;
    }
    const own = userFile !== undefined && !seenUserFile ? await this.#load(userFile) : undefined;
    return own ? [own, ...chain] : chain;
  }

  async #loadFrom(folder: string): Promise<Loaded | undefined> {
    for (const name of CONFIG_NAMES) {
      const loaded = await this.#load(within(folder, name));
      if (loaded) return loaded;
    }
    return undefined;
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
    const node = await nodeOf(file);
    if (!node) return undefined;
    const problems = problemsOf(node, once(this.#shapes, 'config', configShape), '', file);
    if (problems.length > 0) throw new ConfigError(problems);
    const own = dataOf(node) as Layer;
    const vocabularyIn = (part: YamlNode): Pick<Layer, 'vocabulary'> => {
      const words = entryOf(part, 'vocabulary');
      return words ? { vocabulary: readVocabulary(words, file, this.#surroundings.read) } : {};
    };
    const overrides = own.overrides?.map((override, index) => ({
      ...override,
      ...vocabularyIn(itemOf(entryOf(node, 'overrides'), index)),
    }));
    const rulePacks = await this.#packsOf(node, file);
    const layer: Layer = {
      ...own,
      ...vocabularyIn(node),
      ...(overrides && { overrides }),
      ...(rulePacks && { rulePacks }),
    };
    const parts: Part[] = [];
    for (const { name, at } of namesIn(node, 'extends')) {
      const fail = (message: string): never => {
        throw new ConfigError([file.problem(message, at.start, at.end)]);
      };
      if (PROFILE_NAMES.includes(name)) {
        parts.push({ profile: name });
        continue;
      }
      const isFile = isPath(name);
      if (isFile && !/\.(?:ya?ml|json)$/u.test(name))
        fail(`”${name}” slutar inte på .yml eller .json. Ange en fil med inställningar.`);
      const target = isFile ? this.#fileNamed(name, path) : this.#inPackage(name, path);
      if (target === undefined) fail(missingPackage(name));
      const circle = [...from, path];
      if (circle.includes(target!)) {
        fail(
          `Filen utgår från sig själv: ${[...circle.slice(circle.indexOf(target!)), target!].map(fileName).join(' → ')}. Ta bort en av raderna.`,
        );
      }
      const loaded = await this.#read(target!, circle);
      if (!loaded) fail(`Filen ”${name}” finns inte. Sökvägen räknas från ${fileName(path)}.`);
      parts.push(...loaded!.parts);
    }
    return { parts: [...parts, { path, layer, source: node, file }], root: layer.root ?? false };
  }

  /** The rules of the packs that a file names. */
  async #packsOf(node: YamlNode, file: ConfigFile): Promise<readonly OwnRule[] | undefined> {
    const names = namesIn(node, 'rulePacks');
    if (names.length === 0) return undefined;
    const found: OwnRule[] = [];
    for (const { name, at } of names) {
      const folders = isPath(name)
        ? [within(folderOf(file.path), name)]
        : foldersAbove(file.path).map((folder) => within(folder, `node_modules/${name}`));
      const folder = folders.find((path) => this.#surroundings.list(path) !== undefined);
      const rules = folder === undefined ? undefined : await readPack(folder, this.#surroundings);
      const fail = (message: string): never => {
        throw new ConfigError([file.problem(message, at.start, at.end)]);
      };
      if (!rules)
        fail(
          isPath(name)
            ? `Mappen ”${name}” finns inte. Sökvägen räknas från ${fileName(file.path)}.`
            : `Paketet ”${name}” är inte installerat. Är det en mapp? Skriv ./${name}.`,
        );
      if (rules!.length === 0)
        fail(`Mappen ”${name}” har inga regler. En regel ligger i grupp/regel/rule.yml, med små bokstäver.`);
      found.push(...rules!);
    }
    return found;
  }

  /** A file beside the one that names it, or one in an npm package: `riktlinje/brev.yml`. */
  #fileNamed(name: string, from: string): string {
    const beside = within(folderOf(from), name);
    if (/^\.{0,2}[\\/]/u.test(name) || this.#surroundings.read(beside) !== undefined) return beside;
    return this.#inPackage(name, from) ?? beside;
  }

  /** The file that an npm package, or a file in one, means to who names it; nothing when it is not installed. */
  #inPackage(name: string, from: string): string | undefined {
    const inside = /\.(?:ya?ml|json)$/u.test(name) ? name : `${name}/${CONFIG_NAME}`;
    return foldersAbove(from)
      .map((folder) => within(folder, `node_modules/${inside}`))
      .find((path) => this.#surroundings.read(path) !== undefined);
  }
}

/** The configuration in a file; nothing in a `package.json` that has none. */
async function nodeOf(file: ConfigFile): Promise<YamlNode | undefined> {
  if (fileName(file.path) !== 'package.json') return readYaml(file);
  // Most have none, and reading them takes its time.
  if (!/"klarlint"\s*:\s*\{/u.test(file.text)) return undefined;
  return entryOf(await readYaml(file), 'klarlint');
}

/** Whether a path, with slashes from a folder, fits one of some patterns as in a `.gitignore`. */
async function fitting(patterns: readonly string[]): Promise<(path: string) => boolean> {
  const { default: ignore } = await import('ignore');
  const some = ignore({ allowRelativePaths: true }).add([...patterns]);
  return (path) => some.ignores(path);
}

/** The layers of some parts, lowest first, each once, and the name of the profile that they make. */
function layersOf(
  parts: readonly Part[],
  chosen: string | undefined,
): { name: string; origins: readonly Origin[] } {
  const named = parts.flatMap((part) => ('profile' in part ? [part.profile] : []));
  const name = chosen ?? named.at(-1) ?? DEFAULT_PROFILE;
  // The profile that a run or a draft has chosen stands in for those of the files.
  const kept =
    chosen === undefined && named.length > 0 ? parts : [{ profile: name }, ...parts.filter(isFile)];
  const origins = kept.flatMap((part): Origin[] =>
    'profile' in part
      ? profileLayers(part.profile).map((layer) => ({ name: part.profile, layer }))
      : [{ ...part, name: part.path }],
  );
  const distinct = [...new Map(origins.map((origin) => [identity(origin.layer), origin])).values()];
  const unknown = unknownRules(distinct);
  if (unknown.length > 0) throw new ConfigError(unknown);
  return { name, origins: distinct };
}

/** Where the files of a draft's configuration name rules that neither klarlint nor they themselves have; of one file. */
function unknownRules(origins: readonly Origin[]): ConfigProblem[] {
  const own = origins.flatMap(({ layer }) => (layer.rulePacks ?? []).map(({ id }) => id));
  const known = new Set([...entries.map(({ id }) => id), ...own]);
  for (const { source, file } of origins) {
    if (!source || !file) continue;
    const problems = ['rules', 'exempt'].flatMap((key) => {
      const node = entryOf(source, key);
      const named = node?.kind === 'record' ? node.entries : [];
      return named
        .filter((entry) => !known.has(entry.key))
        .map((entry) => {
          const cure = didYouMean(entry.key, [...known]) ?? 'Kör ”klarlint rules” för att se alla.';
          return file.problem(`Regeln ”${entry.key}” finns inte. ${cure}`, entry.keyStart, entry.keyEnd);
        });
    });
    if (problems.length > 0) return problems;
  }
  return [];
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

/** What stands under a key that takes one name or a list of names. */
function namesIn(node: YamlNode, key: string): { name: string; at: YamlNode }[] {
  const value = entryOf(node, key);
  if (!value) return [];
  return (value.kind === 'list' ? value.items : [value]).map((at) => ({ name: String(dataOf(at)), at }));
}

function entryOf(node: YamlNode, name: string): YamlNode | undefined {
  return node.kind === 'record' ? node.entries.find(({ key }) => key === name)?.value : undefined;
}

function itemOf(node: YamlNode | undefined, index: number): YamlNode {
  return (node as Extract<YamlNode, { kind: 'list' }>).items[index]!;
}

/** A path, and not the name of a profile or a package: those with an `@` are packages though they have a slash. */
function isPath(name: string): boolean {
  return !name.startsWith('@') && (/[\\/]/u.test(name) || /\.(?:ya?ml|json)$/u.test(name));
}

function missingPackage(name: string): string {
  const install = `Är det ett npm-paket? Installera det: npm install ${name}.`;
  return name.startsWith('@')
    ? `Paketet ”${name}” är inte installerat. Kör npm install ${name}.`
    : `${unknownProfile(name)} ${install}`;
}

function fileName(path: string): string {
  return path.split(/[\\/]/u).at(-1)!;
}
