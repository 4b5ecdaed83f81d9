import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the installed package, with a README for every rule below it. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  // Bundled or not, and in whichever file of the bundle, it is the nearest folder that has a package.json.
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** The version of the installed package. */
export function packageVersion(): string {
  return JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')).version;
}
