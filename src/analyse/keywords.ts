import { FormIndex } from './forms.ts';
import type { Text } from './text.ts';

/** The key words that a text uses, in any inflection or as the first part of a compound, in the order of the list. */
export function keywordsIn(text: Text, keywords: readonly string[]): string[] {
  const index = new FormIndex(keywords.map((keyword) => [formOf(keyword), keyword] as const));
  const used = new Set<string>();
  for (const sentence of text.sentences) for (const { value } of index.find(sentence)) used.add(value);
  return keywords.filter((keyword) => used.has(keyword));
}

/** The shortest word whose ending may be another. */
const SHORTEST = 4;

/** A key word as a form: ”sömlös vård” is found in ”den sömlösa vården”, ”samordnad” in ”samordnat”. */
function formOf(keyword: string): string {
  return keyword
    .toLowerCase()
    .split(' ')
    .map((word) => (word.length < SHORTEST ? word : `${word.replace(/(?<=\p{L}{4})[adenrt]$/u, '')}*`))
    .join(' ');
}
