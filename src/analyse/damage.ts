import type { Text } from './text.ts';

/** The share of å, ä and ö among the letters of Swedish is about 4 %; below this much, scanning has eaten them. */
const LEAST_SHARE = 0.015;
const LEAST_LETTERS = 500;

/** Whether a text has lost its å, ä and ö, as a scanned one may. */
export function isDamaged(text: Text): boolean {
  let letters = 0;
  let ringed = 0;
  for (const block of text.blocks) {
    for (const letter of block.lower) {
      if (!/\p{L}/u.test(letter)) continue;
      letters++;
      if (letter === 'å' || letter === 'ä' || letter === 'ö') ringed++;
    }
  }
  return letters >= LEAST_LETTERS && ringed / letters < LEAST_SHARE;
}
