import type { Paragraph, SentenceContent } from 'nlcst';
import { ParseLatin } from 'parse-latin';
import { breakAfterAbbreviations } from './break-after-abbreviations.ts';
import { breakAtBlankLines } from './break-at-blank-lines.ts';
import { breakAtColons } from './break-at-colons.ts';
import { liftWhiteSpace } from './lift-white-space.ts';
import { mergeAbbreviations } from './merge-abbreviations.ts';
import { mergeClosingMarks } from './merge-closing-marks.ts';
import { mergeContinuations } from './merge-continuations.ts';
import { mergeInitials } from './merge-initials.ts';
import { mergeListMarkers } from './merge-list-markers.ts';
import { mergeOrdinals } from './merge-ordinals.ts';
import { place } from './place.ts';
import { tokenize } from './tokenize.ts';

export { textOf } from './join-full-stops.ts';

/**
 * Swedish on `parse-latin`. The text is cut into tokens; the transforms of a sentence then give words the stops that are
 * theirs; every stop that is left ends a sentence; and the transforms of a paragraph mend that.
 *
 * None of parse-latin's own transforms is in use. They know English ("No.", "op."), let no sentence begin with a figure,
 * and their merging of affixes costs more time than all that is here.
 */
export class ParseSwedish extends ParseLatin {
  override tokenizeSentencePlugins = [
    // First, as the initials below ask whether a title stands before them.
    mergeAbbreviations,
    // Before the list markers, which would take the figure of ”. 2. gången” too.
    mergeOrdinals,
    // Before the initials: ”A. Bakgrund” at the start is a heading's letter or a name's, and a merge either way.
    mergeListMarkers,
    mergeInitials,
  ];

  override tokenizeParagraphPlugins = [
    // First, or the marks would be taken for the beginning of what follows.
    mergeClosingMarks,
    // Asks for the first word of what follows, so after the marks.
    mergeContinuations,
    // After the merging, which would undo them.
    breakAtColons,
    breakAfterAbbreviations,
    breakAtBlankLines,
    // When all sentences have their ends.
    liftWhiteSpace,
    place,
  ];

  override tokenize(text?: string | null): SentenceContent[] {
    return tokenize(text ?? '');
  }
}

const parser = new ParseSwedish();

/**
 * Parses a block's text as Swedish: sentences and words as NLCST. Every node has a position whose offsets are
 * UTF-16 offsets of `text`. Never throws.
 */
export function parseParagraph(text: string): Paragraph {
  return parser.tokenizeParagraph(text);
}
