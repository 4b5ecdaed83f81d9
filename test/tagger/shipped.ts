import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lemmaOf } from '../../src/analyse/lemma.ts';
import type { Reading } from '../../src/analyse/morphology.ts';
import { Tagger } from '../../src/analyse/tagger/tagger.ts';
import { shippedLexicon } from '../../src/build/tagger/lexicon.ts';

export const lexicon = shippedLexicon();

export const tagger = new Tagger(
  readFileSync(fileURLToPath(new URL('../../dictionaries/taggare-sv/taggare-sv.bin', import.meta.url))),
  lexicon,
);

/** Tags and lemmas of a sentence whose tokens are written with blanks between them. */
export function read(sentence: string): Reading[] {
  const words = sentence.split(' ');
  const tags = tagger.tag(words);
  return words.map((text, at) => ({ text, tag: tags[at]!, lemma: lemmaOf(text, tags[at]!, lexicon) }));
}

/** The tag of the first token in a sentence with this form. */
export function tagOf(form: string, sentence: string): string | undefined {
  return read(sentence).find(({ text }) => text === form)?.tag;
}
