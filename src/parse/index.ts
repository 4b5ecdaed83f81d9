import type { Paragraph, SentenceContent } from 'nlcst';
import { ParseLatin } from 'parse-latin';
import { breakAtStops, breakElsewhere } from './break-sentences.ts';
import { liftWhiteSpace } from './lift-white-space.ts';
import { mergeClosingMarks } from './merge-closing-marks.ts';
import { mergeContinuations } from './merge-continuations.ts';
import { mergeFullStops } from './merge-full-stops.ts';
import { place } from './place.ts';
import { tokenize } from './tokenize.ts';

export { textOf } from './text-of.ts';

/**
 * Swedish on `parse-latin`. The text is cut into tokens; the transforms of a sentence then give words the stops that are
 * theirs; every stop that is left ends a sentence; and the transforms of a paragraph mend that.
 *
 * None of parse-latin's own transforms is in use. They know English ("No.", "op."), let no sentence begin with a figure,
 * and their merging of affixes costs more time than all that is here.
 */
export class ParseSwedish extends ParseLatin {
  override tokenizeSentencePlugins = [
    // The only one: it knows by itself in which order to ask whose a stop is.
    mergeFullStops,
  ];

  override tokenizeParagraphPlugins = [
    // Of the stops that no word has taken each ends a sentence, until something below says otherwise.
    breakAtStops,
    // Before the next, or the marks would be taken for the beginning of what follows.
    mergeClosingMarks,
    // Asks for the first word of what follows, so after the marks.
    mergeContinuations,
    // After the merging, which would undo it.
    breakElsewhere,
    // When all sentences have their ends.
    liftWhiteSpace,
    place,
  ];

  override tokenizeParagraph(text?: string | null): Paragraph {
    const paragraph: Paragraph = { type: 'ParagraphNode', children: [this.tokenizeSentence(text)] };
    for (const transform of this.tokenizeParagraphPlugins) transform(paragraph);
    return paragraph;
  }

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
