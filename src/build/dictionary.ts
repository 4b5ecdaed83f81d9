/**
 * Compiles the dictionaries: `tsx src/build/dictionary.ts` writes them, `--check` compares instead and exits with 1
 * when a file is not what its sources give.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from './dictionary/compile.ts';
import { coreEntries, readCoreWords } from './dictionary/core-words.ts';
import { expandDictionary } from './dictionary/forms.ts';
import { modelledLines } from './dictionary/vocabulary.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

function main(check: boolean): number {
  const source = dirname(createRequire(import.meta.url).resolve('dictionary-sv'));
  const core = readCoreWords(join(root, 'dictionaries/grundord-sv'));
  const aff = readFileSync(join(source, 'index.aff'), 'utf8');
  const dic = readFileSync(join(source, 'index.dic'), 'utf8');
  const own = modelledLines(readFileSync(join(root, 'dictionaries/ord-sv/words.tsv'), 'utf8'), dic);
  let stale = 0;
  for (const [name, entries] of [
    ['grundord-sv', coreEntries(core)],
    ['ordlista-sv', expandDictionary(aff, `${dic}\n${own}`, core)],
  ] as const) {
    const path = `dictionaries/${name}/${name}.bin`;
    const bytes = compile(entries);
    const old = existsSync(join(root, path)) ? readFileSync(join(root, path)) : undefined;
    if (old !== undefined && Buffer.compare(old, bytes) === 0) continue;
    if (check) {
      stale++;
      console.error(`${path} is not what its sources give. Run: npx tsx src/build/dictionary.ts`);
    } else {
      writeFileSync(join(root, path), bytes);
      console.log(`${path}: ${entries.length} forms, ${bytes.length} bytes`);
    }
  }
  return stale === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = main(process.argv.includes('--check'));
