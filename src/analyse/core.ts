import type { Lexicon, Overlay } from '../lexicon/lexicon.ts';
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

/** A language core with more words, for some texts. What it shares with the other is loaded when it is asked for. */
export function withOverlay(core: LanguageCore, overlay: Overlay): LanguageCore {
  const lexicon = core.lexicon.with(overlay);
  let tagger: Tagger | undefined;
  let suggester: Suggester | undefined;
  return {
    lexicon,
    get tagger() {
      tagger ??= core.tagger.with(lexicon);
      return tagger;
    },
    get suggester() {
      suggester ??= core.suggester.with(lexicon);
      return suggester;
    },
    get english() {
      return core.english;
    },
  };
}
