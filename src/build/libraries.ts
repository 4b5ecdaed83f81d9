import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = join(dirname(fileURLToPath(import.meta.url)), '../../node_modules');

/** Libraries that are there twice, as modules and in CommonJS: only the modules are bundled, whoever asks, and what is not used of them is left out. */
export const AS_MODULES: Readonly<Record<string, string>> = {
  yaml: join(modules, 'yaml/browser/index.js'),
  acorn: join(modules, 'acorn/dist/acorn.mjs'),
  'vscode-languageserver-types': join(modules, 'vscode-languageserver-types/lib/esm/main.js'),
};
