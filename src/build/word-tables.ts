/**
 * Makes the word tables out of sources that are not part of the repository:
 *
 *     tsx src/build/word-tables.ts frekvens-sv <counted words>…   word<tab>count, with a head
 *     tsx src/build/word-tables.ts ord-en <folder of the npm package dictionary-en>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Lexicon } from '../lexicon/lexicon.ts';
import { wordTable } from '../lexicon/word-table.ts';
import { expand, readEntries, readRules } from './dictionary/hunspell.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lexicon = new Lexicon({ words: readFileSync(join(root, 'dictionaries/ordlista-sv/ordlista-sv.bin')) });

/** Swedish words with classes of frequency: 1 up to three, and one more for each doubling. */
function frequencies(path: string): [string, number][] {
  const rows = readFileSync(path, 'utf8').trim().split('\n').slice(1);
  return rows.flatMap((row) => {
    const [word, count] = row.split('\t');
    return lexicon.has(word!)
      ? [[word!, Math.max(1, Math.min(15, Math.floor(Math.log2(Number(count)))))]]
      : [];
  });
}

/** The prefixes of a Hunspell dictionary by flag; none of the English ones has a condition or takes a letter away. */
function readPrefixes(aff: string): Map<string, string> {
  return new Map([...aff.matchAll(/^PFX\s+(\S)\s+0\s+(\S+)\s+\S+/gmu)].map(([, flag, add]) => [flag!, add!]));
}

function prefixed(form: string, flags: string, prefixes: ReadonlyMap<string, string>): string[] {
  return [...flags].flatMap((flag) => (prefixes.has(flag) ? [prefixes.get(flag)! + form] : []));
}

/** English words of four letters and more that are not Swedish words too. */
function english(folder: string): [string, number][] {
  const rules = readRules(readFileSync(join(folder, 'index.aff'), 'utf8'));
  const prefixes = readPrefixes(readFileSync(join(folder, 'index.aff'), 'utf8'));
  const own = readFileSync(join(root, 'dictionaries/ord-en/words.txt'), 'utf8').trim().split('\n');
  const words = new Set(own.filter((word) => !lexicon.has(word)));
  for (const entry of readEntries(readFileSync(join(folder, 'index.dic'), 'utf8'))) {
    for (const { form } of expand(entry, rules)) {
      for (const word of [form, ...prefixed(form, entry.flags, prefixes)])
        if (/^[A-Z]?[a-z]{4,}$/.test(word) && !lexicon.has(word)) words.add(word.toLowerCase());
    }
  }
  return [...words].map((word) => [word, 1]);
}

const [name = '', source = ''] = process.argv.slice(2);
const makers: Record<string, (source: string) => [string, number][]> = {
  'frekvens-sv': frequencies,
  'ord-en': english,
};
const words = makers[name]!(source);
const bytes = wordTable(words);
writeFileSync(join(root, `dictionaries/${name}/${name}.bin`), bytes);
console.log(`${name}: ${words.length} words, ${bytes.length} bytes`);
