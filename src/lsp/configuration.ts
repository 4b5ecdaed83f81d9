import { Cascade } from '../config/cascade.ts';
import { draftOf } from '../config/draft.ts';
import type { Configured } from '../config/layer.ts';
import { folderOf } from '../config/path.ts';
import { ConfigError, type ConfigProblem } from '../config/problem.ts';
import { PROFILE_NAMES } from '../config/profile.ts';
import { Linter } from '../lint.ts';
import type { SourceDocument } from '../source/document.ts';
import type { Host } from './host.ts';

/** How a document is linted. */
export interface Guidance {
  readonly settings: Configured;
  readonly linter: Linter;
}

/** The path of a document that has no file: only the user's own configuration holds for it. */
const NOWHERE = '/';

/**
 * Finds how each document is to be linted. What is broken is told of, and the last that was good stays in force.
 */
export class Configuration {
  readonly #host: Host;
  /** By the profile that a user has chosen. */
  #cascades = new Map<string, Cascade>();
  readonly #linters = new WeakMap<Configured, Promise<Guidance>>();
  /** By folder and profile. */
  readonly #good = new Map<string, Guidance>();
  #problems = new Map<string, readonly ConfigProblem[]>();

  constructor(host: Host) {
    this.#host = host;
  }

  /** What is wrong, by the path of the file. */
  get problems(): ReadonlyMap<string, readonly ConfigProblem[]> {
    return this.#problems;
  }

  /** How a document is linted. Never throws for configuration: see `problems`. */
  async guidanceFor(uri: string, source: SourceDocument, profile: string): Promise<Guidance> {
    const path = this.#host.pathOf(uri) ?? NOWHERE;
    const chosen = PROFILE_NAMES.includes(profile) ? profile : '';
    const place = `${folderOf(path)}\n${chosen}`;
    try {
      const draft = await draftOf(source, path);
      const guidance = await this.#guided(await this.#cascade(chosen).settingsFor(path, draft));
      this.#good.set(place, guidance);
      return guidance;
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      for (const { file } of error.problems)
        this.#problems.set(
          file,
          error.problems.filter((problem) => problem.file === file),
        );
      const good = this.#good.get(place);
      if (good) return good;
      const bare = new Cascade({
        read: () => undefined,
        list: () => undefined,
        ...(chosen !== '' && { profile: chosen }),
      });
      return this.#guided(await bare.settingsFor(NOWHERE));
    }
  }

  /** Whether the configuration says that a document is not to be linted. What is broken says nothing. */
  async ignores(uri: string, profile: string): Promise<boolean> {
    const path = this.#host.pathOf(uri);
    if (path === undefined) return false;
    try {
      return (
        (await this.#cascade(PROFILE_NAMES.includes(profile) ? profile : '').ignoredBy(path)) !== undefined
      );
    } catch (error) {
      if (error instanceof ConfigError) return false;
      throw error;
    }
  }

  /** Forgets what has been read: it is read again when it is next asked for. */
  forget(): void {
    this.#cascades = new Map();
    this.#problems = new Map();
  }

  #cascade(profile: string): Cascade {
    let cascade = this.#cascades.get(profile);
    if (!cascade) {
      const { userFile } = this.#host;
      cascade = new Cascade({
        read: (path, most) => this.#host.readConfig(path, most),
        list: (path) => this.#host.listFolder(path),
        ...(userFile !== undefined && { userFile }),
        ...(profile !== '' && { profile }),
      });
      this.#cascades.set(profile, cascade);
    }
    return cascade;
  }

  #guided(settings: Configured): Promise<Guidance> {
    const known = this.#linters.get(settings);
    if (known) return known;
    const made = this.#host.core(settings.vocabulary).then((core) => {
      const linter = new Linter({ ...settings, core, rulesUrl: this.#host.rulesUrl });
      return { settings, linter };
    });
    this.#linters.set(settings, made);
    return made;
  }
}
