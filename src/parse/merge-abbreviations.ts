import type { Sentence } from 'nlcst';
import { BEFORE_NUMBER, MAY_BE_LAST, NEVER_LAST } from './abbreviations.ts';
import { joinFullStops } from './join-full-stops.ts';

const LONGEST = 8;
const NUMBER = /^[\p{N}§]/u;
const SMALL = /^\p{Ll}/u;
/** Letters with stops between them: the abbreviations that no list holds. */
const DOTTED = /^\p{Ll}{1,2}(?:\.\p{Ll}{1,3})+$/u;
/** What can't begin a sentence, so that the stop before it is no end. */
const DASH = /^[–—-]/u;
const GOES_ON = /^[,;:)\]}/%–—=+-]/u;

/** ”t.ex. lagen”, ”s. 10”, ”den 3 jan. 2024”, and ”m.m.” unless a new sentence follows. */
export function mergeAbbreviations(sentence: Sentence): void {
  joinFullStops(sentence, ({ word, before, after, spaceAfter }) => {
    if (word.length > LONGEST) return false;
    const abbreviation = word.toLowerCase();
    if (DOTTED.test(abbreviation)) return true;
    if (after === '' || (!spaceAfter && !GOES_ON.test(after))) return false;
    if (NEVER_LAST.has(abbreviation)) return !DASH.test(after);
    if (BEFORE_NUMBER.has(abbreviation) && NUMBER.test(after)) return true;
    if (MAY_BE_LAST.has(abbreviation)) {
      if (abbreviation.length === 1 && !NUMBER.test(before)) return false;
      return SMALL.test(after) || NUMBER.test(after) || GOES_ON.test(after);
    }
    return word.length === 1 && SMALL.test(word) && NUMBER.test(after);
  });
}
