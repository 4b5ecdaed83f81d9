import type { Paragraph } from 'nlcst';
import { ParseLatin } from 'parse-latin';

const parser = new ParseLatin();

/**
 * Parses a block's text as Swedish: sentences and words as NLCST. Every node has a position whose offsets are
 * UTF-16 offsets of `text`. Never throws.
 */
export function parseParagraph(text: string): Paragraph {
  return parser.tokenizeParagraph(text);
}
