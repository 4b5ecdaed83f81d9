import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { AS_MODULES } from './libraries.ts';
import { plainLetters } from './plain-letters.ts';

/**
 * Makes what the VS Code extension is packaged of: its client, the server in Node and in a worker, and beside them the
 * dictionaries and the rules' pages. `dist/` must have been built.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const extension = join(root, 'vscode-extension');
const dist = join(extension, 'dist');

for (const folder of ['dist', 'dictionaries', 'rules'])
  rmSync(join(extension, folder), { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

const SHARED = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  charset: 'ascii',
  legalComments: 'none',
  logLevel: 'warning',
  target: 'es2022',
} satisfies BuildOptions;
const CLIENT = { ...SHARED, format: 'cjs', external: ['vscode'] } satisfies BuildOptions;

await build({
  ...CLIENT,
  platform: 'node',
  entryPoints: ['vscode-extension/src/extension.ts'],
  outfile: join(dist, 'extension.js'),
});
await build({
  ...CLIENT,
  platform: 'browser',
  entryPoints: ['vscode-extension/src/extension.web.ts'],
  outfile: join(dist, 'extension.web.js'),
});
await build({
  ...SHARED,
  format: 'iife',
  platform: 'browser',
  // Else a library that reads entities asks for a document, which a worker has not.
  conditions: ['worker'],
  alias: AS_MODULES,
  plugins: [plainLetters],
  entryPoints: ['src/lsp/web.ts'],
  outfile: join(dist, 'server.web.js'),
});
for (const name of readdirSync(join(root, 'dist')))
  if (/^(?:server-.*|lsp)\.cjs$/u.test(name)) cpSync(join(root, 'dist', name), join(dist, name));
cpSync(join(root, 'dist/THIRD-PARTY.txt'), join(dist, 'THIRD-PARTY.txt'));
cpSync(join(root, 'LICENSE'), join(extension, 'LICENSE'));

for (const path of readdirSync(join(root, 'rules'), { recursive: true, encoding: 'utf8' })) {
  if (!path.endsWith('README.md')) continue;
  cpSync(join(root, 'rules', path), join(extension, 'rules', path));
}
for (const name of readdirSync(join(root, 'dictionaries'))) {
  const files = readdirSync(join(root, 'dictionaries', name)).filter((file) =>
    /\.bin$|^README|^LICENSE/u.test(file),
  );
  if (!files.some((file) => file.endsWith('.bin'))) continue;
  for (const file of files)
    cpSync(join(root, 'dictionaries', name, file), join(extension, 'dictionaries', name, file));
}
