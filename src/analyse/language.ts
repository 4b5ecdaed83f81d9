import { LANGUAGES } from './function-words.ts';
import { perBlock } from './per-block.ts';
import type { Text } from './text.ts';
import { ZONE } from './zones.ts';

/** The language that most of a text is in, as far as klarlint cares. */
export type Language = 'sv' | 'other';

/** Below this there is too little to tell by. */
const LEAST_WORDS = 15;
/** The small words of a language make up a third of its running text and more; half of that is enough. */
const LEAST_SHARE = 0.15;
/** Danish and Norwegian share half of their small words with Swedish. */
const MARGIN = 1.25;
/** Letters of writing systems in which no Swedish is written. */
const OTHER_SCRIPT = /^[^\p{Script=Latin}\p{N}\p{P}\p{S}]/u;

/** The words of a block, and how many of them each language has among its commonest. */
const countsOf = perBlock(({ sentences }) => {
  const counts = LANGUAGES.map(() => 0);
  let words = 0;
  let otherScript = 0;
  for (const { tokens } of sentences) {
    for (const token of tokens) {
      if (token.kind !== 'word' || (token.zones & ZONE.code) !== 0) continue;
      words++;
      if (token.text.charCodeAt(0) > 0x24f && OTHER_SCRIPT.test(token.text)) otherScript++;
      for (const language of token.form.languages) counts[language]!++;
    }
  }
  return { words, otherScript, counts };
});

/** Judges by the share of the commonest words of each language. A text too short to tell is Swedish. */
export function languageOf(text: Text): Language {
  const counts = LANGUAGES.map(() => 0);
  let words = 0;
  let otherScript = 0;
  for (const block of text.blocks) {
    const own = countsOf(block);
    words += own.words;
    otherScript += own.otherScript;
    for (let language = 0; language < counts.length; language++) counts[language]! += own.counts[language]!;
  }
  if (words < LEAST_WORDS) return 'sv';
  if (otherScript > words / 2) return 'other';
  const [swedish, ...others] = counts;
  const most = Math.max(...others);
  return most > LEAST_SHARE * words && most > MARGIN * swedish! ? 'other' : 'sv';
}
