import type { Text } from './text.ts';

/** Figures on a text; how each is counted is told in `docs` of `measure`. */
export interface Measures {
  readonly words: number;
  readonly sentences: number;
  readonly lix: number | undefined;
}

/** Counts a text. */
export function measure(text: Text): Measures {
  let words = 0;
  let long = 0;
  let sentences = 0;
  for (const sentence of text.sentences) {
    if (sentence.words.length === 0) continue;
    sentences++;
    words += sentence.words.length;
    for (const word of sentence.words) if (word.text.replace(/[^\p{L}]/gu, '').length > 6) long++;
  }
  return { words, sentences, lix: words > 0 ? words / sentences + (100 * long) / words : undefined };
}
