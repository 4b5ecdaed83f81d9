import type { Sentence, SentenceContent } from 'nlcst';
import type { FullStop } from './full-stop.ts';
import { isAbbreviation } from './is-abbreviation.ts';
import { isInitial } from './is-initial.ts';
import { isListMarker } from './is-list-marker.ts';
import { isOrdinal } from './is-ordinal.ts';
import { textOf } from './text-of.ts';

/** Why a full stop may be a part of its word, asked in this order. */
const REASONS: readonly ((stop: FullStop) => boolean)[] = [
  isAbbreviation,
  // A figure before a small letter is an ordinal wherever it stands.
  isOrdinal,
  isListMarker,
  // Last, as it is the loosest; whether a title stands before the letter has been settled by then.
  isInitial,
];
/** No abbreviation, ordinal, marker or initial is longer. */
const LONGEST = 8;

/** Makes one word of a word and the full stop after it, wherever the two belong together. */
export function mergeFullStops(sentence: Sentence): void {
  const { children } = sentence;
  let kept = 0;
  for (let i = 0; i < children.length; i++) {
    const node = children[i]!;
    children[kept++] = node;
    const stop = children[i + 1];
    if (node.type !== 'WordNode' || stop?.type !== 'PunctuationNode' || stop.value !== '.') continue;
    const word = textOf(node);
    if (word.length > LONGEST) continue;
    const spaceBefore = spaceIn(children[kept - 2]);
    const spaceAfter = spaceIn(children[i + 2]);
    const following = spaceAfter ? i + 3 : i + 2;
    const place: FullStop = {
      word,
      before: textOf(children[spaceBefore ? kept - 3 : kept - 2]),
      after: textOf(children[following]),
      next: textOf(children[following + 1]),
      spaceBefore,
      spaceAfter,
    };
    if (!REASONS.some((holds) => holds(place))) continue;
    const position = { start: node.position!.start, end: stop.position!.end };
    const value = `${word}.`;
    children[kept - 1] = { type: 'WordNode', children: [{ type: 'TextNode', value, position }], position };
    i++;
  }
  children.length = kept;
}

function spaceIn(node: SentenceContent | undefined): string {
  return node?.type === 'WhiteSpaceNode' ? node.value : '';
}
