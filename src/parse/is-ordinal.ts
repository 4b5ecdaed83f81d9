import type { FullStop } from './full-stop.ts';

const FIGURE = /^\d{1,3}$/u;
const MONTH =
  /^(?:jan(?:uari)?|febr?(?:uari)?|mars|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/iu;

/** ”den 3. maj”, ”den 2. gången”: a figure and a stop before a month or a small letter. */
export function isOrdinal({ word, after, spaceAfter }: FullStop): boolean {
  return spaceAfter !== '' && FIGURE.test(word) && (/^\p{Ll}/u.test(after) || MONTH.test(after));
}
