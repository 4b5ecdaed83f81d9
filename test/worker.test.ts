import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { lint } from '../src/index.ts';
import type * as worker from '../src/worker.ts';

const NAMES = ['ordlista-sv', 'grundord-sv', 'taggare-sv', 'frekvens-sv', 'ord-en'] as const;

test('a worker bundle without Node finds what Node finds', async () => {
  const { outputFiles } = await build({
    entryPoints: ['src/worker.ts'],
    bundle: true,
    write: false,
    platform: 'browser',
    conditions: ['worker'],
    format: 'iife',
    globalName: 'klarlintWorker',
    minify: true,
  });
  // A realm of its own, with what a worker has and Node's own objects left out.
  const realm = createContext({ TextDecoder, TextEncoder, URL, structuredClone });
  runInContext(outputFiles[0]!.text, realm);
  const { load } = (realm as { klarlintWorker: typeof worker }).klarlintWorker;
  const bytes = NAMES.map((name) => [name, new Uint8Array(readFileSync(`dictionaries/${name}/${name}.bin`))]);
  const api = load(Object.fromEntries(bytes));
  const draft = readFileSync('examples/nyhetsbrev.md', 'utf8');
  const here = lint(draft);
  expect(here.findings.length).toBeGreaterThan(5);
  expect(JSON.parse(JSON.stringify(api.lint(draft)))).toEqual(JSON.parse(JSON.stringify(here)));
});
