import { readFileSync } from 'node:fs';
import { Lexicon } from '../../src/lexicon/lexicon.ts';

const read = (name: string) =>
  readFileSync(new URL(`../../dictionaries/${name}/${name}.bin`, import.meta.url));

/** The lexicon as it is shipped. */
export const lexicon = new Lexicon({ words: read('ordlista-sv'), core: read('grundord-sv') });

/** Every word of the large dictionary, in the automaton's order. */
export function everyWord(): string[] {
  const { automaton } = lexicon.dictionary;
  const words: string[] = [];
  const walk = (state: number, prefix: string) => {
    if ((lexicon.dictionary.flagsAt(state) & 1) !== 0) words.push(prefix);
    for (const [code, next] of automaton.edges(state)) walk(next, prefix + String.fromCharCode(code));
  };
  walk(automaton.root, '');
  return words;
}
