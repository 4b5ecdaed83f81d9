import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { configShape } from '../config/schema.ts';
import { AS_MODULES } from './libraries.ts';
import { plainLetters } from './plain-letters.ts';
import { schemaOf } from './schema.ts';

/**
 * Makes `dist/`: the command line and the library as few files, with what is seldom needed in files of its own, the
 * types, the JSON Schema of the configuration, and the licences of the libraries that are inside.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const dist = join(root, 'dist');

/** For libraries that only name their licence. */
const ISC = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`;

const SHARED = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Node has long had these; esbuild would make a new expression each time one is used.
  supported: {
    'regexp-lookbehind-assertions': true,
    'regexp-named-capture-groups': true,
    'regexp-unicode-property-escapes': true,
  },
  minify: true,
  // A file in ASCII is read and kept as bytes, which takes less time.
  charset: 'ascii',
  legalComments: 'none',
  metafile: true,
  alias: AS_MODULES,
  plugins: [plainLetters],
  logLevel: 'warning',
} satisfies BuildOptions;

/** The library's `import.meta.url`, as a file in CommonJS has it. */
const COMMON_JS = {
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { 'import.meta.url': 'klarlintUrl' },
  banner: { js: "const klarlintUrl=require('node:url').pathToFileURL(__filename).href;" },
} satisfies BuildOptions;

/** What a file in CommonJS is handed. */
const PARAMETERS = 'exports,require,module,__filename,__dirname';

const main = await program('src/bin/main.ts', ['src/bin/klarlint.ts', 'src/bin/lint-worker.ts']);
const server = await program('src/bin/server.ts', ['src/bin/lsp.ts']);
const pdf = await build({ ...SHARED, ...COMMON_JS, entryPoints: { pdfjs: 'unpdf/pdfjs' } });
const library = await build({ ...SHARED, entryPoints: { index: 'src/index.ts' } });
const worker = await build({
  ...SHARED,
  entryPoints: { worker: 'src/worker.ts' },
  platform: 'browser',
  conditions: ['worker'],
});
const outputs = Object.assign(
  {},
  ...[...main, ...server, pdf, library, worker].map(({ metafile }) => metafile.outputs),
);

// What an earlier build left behind; not before, as somebody may be running it.
const made = new Set(Object.keys(outputs).map((path) => basename(path)));
for (const name of readdirSync(dist)) if (/\.c?js$/u.test(name) && !made.has(name)) rmSync(join(dist, name));
writeFileSync(join(dist, 'THIRD-PARTY.txt'), notices(outputs));
writeFileSync(join(dist, 'build-id'), buildId());
const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'klarlint.yml',
  ...schemaOf(configShape()),
};
writeFileSync(join(dist, 'klarlint.schema.json'), `${JSON.stringify(schema)}\n`);
chmodSync(join(dist, 'klarlint.cjs'), 0o755);
declareTypes();

/** Builds a program, in CommonJS as what is compiled of it can be kept, and the files that start it; see src/bin/compiled.ts. */
async function program(entry: string, starters: readonly string[]) {
  const made = await build({
    ...SHARED,
    ...COMMON_JS,
    entryPoints: [entry],
    entryNames: '[name]-[hash]',
    // Node's own loader calls the function, and who reads the file gets it: to wrap the text then is to copy all of it.
    banner: {
      js: `(this===globalThis?f=>f:f=>f(${PARAMETERS}))(function(${PARAMETERS}){${COMMON_JS.banner.js}`,
    },
    footer: { js: '})' },
    plugins: [...SHARED.plugins, apart({ 'unpdf/pdfjs': './pdfjs.cjs' })],
    // What is compiled apart from Node's own loader can only ask for more by "require".
    supported: { ...SHARED.supported, 'dynamic-import': false },
  });
  const [path] = Object.keys(made.metafile.outputs);
  asAscii(join(root, path!));
  const starts = await build({
    ...SHARED,
    ...COMMON_JS,
    entryPoints: [...starters],
    define: { MAIN: JSON.stringify(basename(path!)) },
  });
  return [made, starts];
}

/**
 * Escapes what esbuild leaves in expressions, where an escape means the same: the program is then read as bytes, with a
 * letter in each.
 */
function asAscii(path: string): void {
  const program = readFileSync(path, 'utf8');
  if (/String\.raw`[^`]*[^\0-\x7f]|\\[^\0-\x7f]/u.test(program))
    throw new Error(`${path}: String.raw or a backslash stands before more than ASCII. Write it otherwise.`);
  const escaped = program.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  writeFileSync(path, escaped);
}

/** Leaves libraries to be loaded from files of their own. */
function apart(files: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'apart',
    setup: ({ onResolve }) =>
      onResolve({ filter: /./ }, ({ path }) =>
        files[path] === undefined ? undefined : { path: files[path], external: true },
      ),
  };
}

/** Tells this build from all others: a hash of the command and the dictionaries. */
function buildId(): string {
  const digest = createHash('sha256');
  const bundles = main.flatMap(({ metafile }) => Object.keys(metafile.outputs));
  const dictionaries = readdirSync(join(root, 'dictionaries'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.bin'))
    .map((name) => join('dictionaries', name));
  for (const path of [...bundles, ...dictionaries.sort()]) digest.update(readFileSync(join(root, path)));
  return digest.digest('hex');
}

/** The name, version and licence of every library that went into the bundle. */
function notices(outputs: Metafile['outputs']): string {
  const inputs = Object.values(outputs).flatMap((output) => Object.keys(output.inputs));
  const packages = new Set(
    inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(path)?.[0] ?? []),
  );
  const parts = [...packages].sort().map((folder) => {
    const { name, version, license, licenses, author } = JSON.parse(
      readFileSync(join(root, folder, 'package.json'), 'utf8'),
    );
    const kind: string = license ?? licenses?.[0]?.type;
    return `${name} ${version} (${kind})\n\n${licenceText(folder, kind, author)}\n`;
  });
  const line = `\n${'-'.repeat(80)}\n\n`;
  return `klarlint contains these libraries, each under its own licence.\n${line}${parts.join(line)}`;
}

/** The licence in a package's folder; for want of one, whose work it is, with the terms of the MIT or ISC licence. */
function licenceText(folder: string, kind: string, author: unknown): string {
  const files = readdirSync(join(root, folder));
  const text = (pattern: RegExp): string => {
    const file = files.find((name) => pattern.test(name));
    return file ? readFileSync(join(root, folder, file), 'utf8').trim() : '';
  };
  const licence = text(/^licen[cs]e/iu);
  if (licence !== '') return licence;
  const copyright =
    /^copyright .+$/imu.exec(text(/^readme/iu))?.[0] ??
    (typeof author === 'string' && `Copyright (c) ${author}`);
  if (kind === 'ISC' && typeof author === 'string') return `Copyright (c) ${author}\n\n${ISC}`;
  const terms = /^Permission is hereby granted[\s\S]*?SOFTWARE\.$/mu.exec(
    readFileSync(join(root, 'LICENSE'), 'utf8'),
  )?.[0];
  if (kind !== 'MIT' || !copyright || !terms)
    throw new Error(`${folder} has no licence text. Find out what it says.`);
  return `${copyright}\n\n${terms}`;
}

/** The types of the library, for those who write TypeScript. */
function declareTypes(): void {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const options = [
    ['--outDir', 'dist/types'],
    ['--rootDir', '.'],
    ['--target', 'es2023'],
    ['--module', 'nodenext'],
  ].flat();
  const flags = [
    '--declaration',
    '--emitDeclarationOnly',
    '--strict',
    '--skipLibCheck',
    '--allowImportingTsExtensions',
  ];
  // Whether the types are right is asked by `npm run check`; what can be declared is declared.
  spawnSync(
    process.execPath,
    [tsc, '--ignoreConfig', 'src/index.ts', ...options, ...flags, '--stripInternal'],
    {
      cwd: root,
      stdio: 'ignore',
    },
  );
  if (!existsSync(join(dist, 'types/src/index.d.ts')))
    throw new Error('The types were not made. Run npx tsc --noEmit.');
}
