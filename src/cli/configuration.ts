import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { Cascade, CONFIG_NAME } from '../config/cascade.ts';
import { ConfigError } from '../config/problem.ts';
import { PROFILE_NAMES, unknownProfile } from '../config/profile.ts';
import { configProblem } from '../report/config-problem.ts';
import { number } from '../report/wording.ts';
import { shownName } from './choose-files.ts';
import { type ColourWish, styleFor, widthFor } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** No configuration is as large as this; a file that is must be something else. */
const MAX_BYTES = 1_000_000;

/** Which configuration holds. */
export interface ConfigOptions {
  readonly profile?: string;
  /** The only file of configuration; `false` when none holds. */
  readonly config?: string | false;
}

/** The configuration of the drafts of a run. Throws a `UsageError` when the profile or the file does not exist. */
export function cascadeFor({ profile, config }: ConfigOptions, env: NodeJS.ProcessEnv): Cascade {
  if (profile !== undefined && !PROFILE_NAMES.includes(profile))
    throw new UsageError(unknownProfile(profile));
  const onlyFile = typeof config === 'string' ? resolve(config) : config;
  if (typeof onlyFile === 'string' && !existsSync(onlyFile))
    throw new UsageError(`${config}: Filen finns inte. Ange en fil med inställningar (--config).`);
  const userFile = userConfigFile(env, process.platform);
  return new Cascade({
    read: readConfig,
    list: listFolder,
    userFile,
    ...(profile !== undefined && { profile }),
    ...(onlyFile !== undefined && { onlyFile }),
  });
}

/** The mistakes in a file of configuration, each with its line, for the terminal. */
export function misconfigured(
  problems: ConfigError['problems'],
  wish: ColourWish,
  env: NodeJS.ProcessEnv,
): string {
  const style = styleFor(process.stderr, wish, env);
  const width = widthFor(process.stderr, env);
  const shown = (file: string): string => shownName(file, process.cwd());
  return problems.map((problem) => `${configProblem(problem, shown(problem.file), style, width)}\n`).join('');
}

/** Where the user's own `klarlint.yml` lies, if there is one. */
export function userConfigFile(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const folder =
    platform === 'win32'
      ? (env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'))
      : env['XDG_CONFIG_HOME'] || join(homedir(), '.config');
  return join(folder, 'klarlint', CONFIG_NAME);
}

/** Reads a file of configuration, or a word list that it names; nothing when there is none. Throws a `ConfigError` when it can't be read. */
export function readConfig(path: string, mostBytes = MAX_BYTES): string | undefined {
  try {
    const bytes = readFileSync(path);
    if (bytes.length > mostBytes)
      throw fail(path, `Filen är för stor: högst ${number(mostBytes / 1000)} kB läses. Dela den.`);
    return bytes.toString('utf8').replace(/^\ufeff/u, '');
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    switch ((error as NodeJS.ErrnoException).code) {
      case 'ENOENT':
      case 'ENOTDIR':
      case 'EISDIR':
        return undefined;
      case 'EACCES':
      case 'EPERM':
        throw fail(path, 'Du får inte läsa filen. Ändra rättigheterna.');
      default:
        throw fail(path, 'Filen går inte att läsa.');
    }
  }
}

/** The names of what lies in a folder, those of folders with a slash at the end; nothing when it can't be told. */
export function listFolder(path: string): readonly string[] | undefined {
  try {
    return readdirSync(path, { withFileTypes: true }).map((entry) =>
      entry.isDirectory() ? `${entry.name}/` : entry.name,
    );
  } catch {
    return undefined;
  }
}

function fail(path: string, message: string): ConfigError {
  return new ConfigError([{ file: path, message }]);
}
