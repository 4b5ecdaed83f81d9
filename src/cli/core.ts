import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Tagger } from '../analyse/tagger/tagger.ts';
import { Lexicon } from '../lexicon/lexicon.ts';
import { Suggester } from '../lexicon/suggest.ts';
import { WordTable } from '../lexicon/word-table.ts';
import type { LanguageCore } from '../rule.ts';
import { packageFolder } from './home.ts';

let core: LanguageCore | undefined;

/** The language core out of the package's dictionaries, each read when it is first asked for. One for the process. */
export function readCore(): LanguageCore {
  core ??= new ShippedCore();
  return core;
}

class ShippedCore implements LanguageCore {
  #lexicon: Lexicon | undefined;
  #tagger: Tagger | undefined;
  #suggester: Suggester | undefined;
  #english: WordTable | undefined;

  get lexicon(): Lexicon {
    this.#lexicon ??= new Lexicon({
      words: readDictionary('ordlista-sv'),
      core: readDictionary('grundord-sv'),
    });
    return this.#lexicon;
  }

  get tagger(): Tagger {
    this.#tagger ??= new Tagger(readDictionary('taggare-sv'), this.lexicon);
    return this.#tagger;
  }

  get suggester(): Suggester {
    this.#suggester ??= new Suggester(this.lexicon, new WordTable(readDictionary('frekvens-sv')));
    return this.#suggester;
  }

  get english(): WordTable {
    this.#english ??= new WordTable(readDictionary('ord-en'));
    return this.#english;
  }
}

function readDictionary(name: string): Uint8Array {
  return readFileSync(join(packageFolder(), 'dictionaries', name, `${name}.bin`));
}
