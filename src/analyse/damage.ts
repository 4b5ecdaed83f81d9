import { perBlock } from './per-block.ts';
import type { Text } from './text.ts';
import { ZONE } from './zones.ts';

/** The share of å, ä and ö among the letters of Swedish is about 4 %; below this much, scanning has eaten them. */
const LEAST_SHARE = 0.015;
const LEAST_LETTERS = 500;
/** Running Swedish has more small words than this, even when those with å, ä or ö are lost; a table of names has not. */
const LEAST_SMALL_WORDS = 0.12;

const NOT_COUNTED =
  ZONE.code | ZONE['link-target'] | ZONE['e-mail'] | ZONE['file-name'] | ZONE.name | ZONE['other-language'];

/** Whether a text has lost its å, ä and ö, as a scanned one may. Only running Swedish is counted. */
export function isDamaged(text: Text): boolean {
  let words = 0;
  let small = 0;
  let letters = 0;
  let ringed = 0;
  for (const block of text.blocks) {
    const counts = countsOf(block);
    words += counts.words;
    small += counts.small;
    letters += counts.letters;
    ringed += counts.ringed;
  }
  return letters >= LEAST_LETTERS && ringed < LEAST_SHARE * letters && small > LEAST_SMALL_WORDS * words;
}

const countsOf = perBlock(({ sentences }) => {
  const counts = { words: 0, small: 0, letters: 0, ringed: 0 };
  for (const { tokens } of sentences) {
    for (const { kind, lower, form, zones } of tokens) {
      if (kind !== 'word' || (zones & NOT_COUNTED) !== 0) continue;
      counts.words++;
      counts.letters += lower.length;
      if (form.isSwedishSmallWord) counts.small++;
      counts.ringed += form.ringed;
    }
  }
  return counts;
});
