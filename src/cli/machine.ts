import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { CONFIG_NAME } from '../config/cascade.ts';
import { ConfigError } from '../config/problem.ts';

/** No configuration is as large as this; a file that is must be something else. */
const MAX_BYTES = 1_000_000;

/** Reads a file of configuration; nothing when there is none. Throws a `ConfigError` when it can't be read. */
export function readConfig(path: string): string | undefined {
  try {
    const bytes = readFileSync(path);
    if (bytes.length > MAX_BYTES) throw fail(path, 'Filen är för stor för att vara inställningar.');
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

/** Where the user's own `klarlint.yml` lies, if there is one. */
export function userConfigFile(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const folder =
    platform === 'win32'
      ? (env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'))
      : env['XDG_CONFIG_HOME'] || join(homedir(), '.config');
  return join(folder, 'klarlint', CONFIG_NAME);
}

function fail(path: string, message: string): ConfigError {
  return new ConfigError([{ file: path, message }]);
}
