/** klarlint's public API where there is no file system: the same as `klarlint`, given the dictionaries' bytes. */
import { Tagger } from './analyse/tagger/tagger.ts';
import { type Api, apiWith } from './api.ts';
import { Lexicon } from './lexicon/lexicon.ts';
import { Suggester } from './lexicon/suggest.ts';
import { WordTable } from './lexicon/word-table.ts';

export type { Api, LintOptions, Options, Result } from './api.ts';
export type { Edit, Finding, Fix, Measures, Place, Severity } from './rule.ts';

/** The files `dictionaries/<name>/<name>.bin` of the package, by name. */
export interface Dictionaries {
  readonly 'ordlista-sv': Uint8Array;
  readonly 'grundord-sv': Uint8Array;
  readonly 'taggare-sv': Uint8Array;
  readonly 'frekvens-sv': Uint8Array;
  readonly 'ord-en': Uint8Array;
}

/** Makes `lint` and the plugin of dictionaries. Throws a `RangeError` when one of them is not of this version. */
export function load(dictionaries: Dictionaries): Api {
  const lexicon = new Lexicon({ words: dictionaries['ordlista-sv'], core: dictionaries['grundord-sv'] });
  return apiWith({
    lexicon,
    tagger: new Tagger(dictionaries['taggare-sv'], lexicon),
    suggester: new Suggester(lexicon, new WordTable(dictionaries['frekvens-sv'])),
    english: new WordTable(dictionaries['ord-en']),
  });
}
