import { MAY_BE_LAST } from './abbreviations.ts';
import type { Ends } from './sentence-end.ts';
import { textOf } from './text-of.ts';

/** ”… skolor m.m. Vi söker …”: the last stop of an abbreviation is also the sentence's when a capital letter follows. */
export const endsAtAbbreviation: Ends = (children, index) => {
  const node = children[index]!;
  if (node.type !== 'WordNode' || children[index + 1]?.type !== 'WhiteSpaceNode') return false;
  const word = textOf(node);
  return (
    word.length <= 8 &&
    word.endsWith('.') &&
    MAY_BE_LAST.has(word.slice(0, -1).toLowerCase()) &&
    word.indexOf('.') < word.length - 1 &&
    /^[\p{Lu}”"“»–]/u.test(textOf(children[index + 2]))
  );
};
