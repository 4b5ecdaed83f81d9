import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Suggester } from '../lexicon/suggest.ts';
import type { WordTable } from '../lexicon/word-table.ts';
import type { Tagger } from './tagger/tagger.ts';

export type { Suggestion } from '../lexicon/suggest.ts';

/** The language core that texts are read with, from the driver's bytes. Each part is loaded when it is first asked for. */
export interface LanguageCore {
  readonly lexicon: Lexicon;
  readonly tagger: Tagger;
  readonly suggester: Suggester;
  /** English words of four letters and more that are not Swedish too. */
  readonly english: WordTable;
}
