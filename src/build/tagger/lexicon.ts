import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Lexicon } from '../../lexicon/lexicon.ts';

/** The lexicon as shipped. */
export function shippedLexicon(): Lexicon {
  const folder = fileURLToPath(new URL('../../../dictionaries', import.meta.url));
  return new Lexicon({
    words: readFileSync(join(folder, 'ordlista-sv/ordlista-sv.bin')),
    core: readFileSync(join(folder, 'grundord-sv/grundord-sv.bin')),
  });
}
