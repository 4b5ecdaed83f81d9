import { readFileSync } from 'node:fs';
import { Lexicon } from '../../src/lexicon/lexicon.ts';

/** The lexicon out of the dictionaries that are shipped. */
export function readLexicon(): Lexicon {
  const bytes = (name: string): Uint8Array =>
    readFileSync(new URL(`../../dictionaries/${name}/${name}.bin`, import.meta.url));
  return new Lexicon({ words: bytes('ordlista-sv'), core: bytes('grundord-sv') });
}
