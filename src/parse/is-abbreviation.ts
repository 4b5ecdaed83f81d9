import { BEFORE_NUMBER, MAY_BE_LAST, NEVER_LAST } from './abbreviations.ts';
import type { FullStop } from './full-stop.ts';

const NUMBER = /^[\p{N}§]/u;
const SMALL = /^\p{Ll}/u;
/** Letters with stops between them: the abbreviations that no list holds. */
const DOTTED = /^\p{Ll}{1,2}(?:\.\p{Ll}{1,3})+$/u;
/** The same, written with a space: t. ex., bl. a., fr. o. m. */
const SPACED =
  /^(?:t ex|bl a|s k|m m|m fl|m a|a o|fr o|t o|o m|o d|e d|e dyl|o dyl|f d|f n|f ö|t h|t v|p g|g a|d v|v s|o s|s v|u a)$/u;
/** What can't begin a sentence, so that the stop before it is no end. */
const DASH = /^[–—-]/u;
const GOES_ON = /^[,;:)\]}/%–—=+-]/u;

/** ”t.ex. lagen”, ”s. 10”, ”den 3 jan. 2024”, and ”m.m.” unless a new sentence follows. */
export function isAbbreviation({ word, before, after, next, spaceAfter }: FullStop): boolean {
  const abbreviation = word.toLowerCase();
  if (DOTTED.test(abbreviation)) return true;
  if (next === '.' && after.length <= 3 && SPACED.test(`${abbreviation} ${after.toLowerCase()}`)) return true;
  if (
    word.length <= 3 &&
    before.endsWith('.') &&
    SPACED.test(`${before.slice(0, -1).toLowerCase()} ${abbreviation}`)
  ) {
    const whole = `${before.toLowerCase()}${abbreviation}`;
    return NEVER_LAST.has(whole) || SMALL.test(after) || GOES_ON.test(after);
  }
  if (after === '' || (!spaceAfter && !GOES_ON.test(after))) return false;
  if (NEVER_LAST.has(abbreviation)) return !DASH.test(after);
  if (BEFORE_NUMBER.has(abbreviation) && NUMBER.test(after)) return true;
  if (MAY_BE_LAST.has(abbreviation)) {
    if (abbreviation.length === 1 && !NUMBER.test(before)) return false;
    return SMALL.test(after) || NUMBER.test(after) || GOES_ON.test(after);
  }
  return word.length === 1 && SMALL.test(word) && NUMBER.test(after);
}
