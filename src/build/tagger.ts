/**
 * Trains the tagger: `npm run train -- DATA` reads `DATA/treebank/sv_talbanken-train.conllu` and writes
 * `dictionaries/taggare-sv/taggare-sv.bin`. The same data and dictionaries always give the same bytes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTagged } from './tagger/conllu.ts';
import { shippedLexicon } from './tagger/lexicon.ts';
import { mend } from './tagger/mend.ts';
import { train } from './tagger/train.ts';

const TREEBANK = 'treebank/sv_talbanken-train.conllu';
const MODEL = fileURLToPath(new URL('../../dictionaries/taggare-sv/taggare-sv.bin', import.meta.url));

function main(data: string | undefined): number {
  if (data === undefined) {
    console.error(`usage: npm run train -- DATA\nDATA is the folder that holds ${TREEBANK}`);
    return 2;
  }
  const sentences = mend(readTagged(readFileSync(join(data, TREEBANK), 'utf8')));
  const bytes = train(sentences, shippedLexicon());
  mkdirSync(dirname(MODEL), { recursive: true });
  writeFileSync(MODEL, bytes);
  console.log(`dictionaries/taggare-sv/taggare-sv.bin: ${sentences.length} sentences, ${bytes.length} bytes`);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv[2]);
