/**
 * Makes `dictionaries/frekvens-sv/frekvens-sv.bin` out of a list of counted words, `word<tab>count` with a head:
 * `tsx src/build/frequencies.ts <list.tsv>`. Words that the dictionary does not know are left out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { frequencyTable } from '../lexicon/frequencies.ts';
import { Lexicon } from '../lexicon/lexicon.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lexicon = new Lexicon({ words: readFileSync(join(root, 'dictionaries/ordlista-sv/ordlista-sv.bin')) });

const classes: [string, number][] = [];
for (const line of readFileSync(process.argv[2]!, 'utf8').split('\n').slice(1)) {
  const [word = '', count] = line.split('\t');
  if (word !== '' && lexicon.has(word)) classes.push([word, classOf(Number(count))]);
}
const bytes = frequencyTable(classes);
writeFileSync(join(root, 'dictionaries/frekvens-sv/frekvens-sv.bin'), bytes);
console.log(`${classes.length} words, ${bytes.length} bytes`);

/** 3 is 1, and each doubling one more, to 15. */
function classOf(count: number): number {
  return Math.max(1, Math.min(15, Math.floor(Math.log2(count))));
}
