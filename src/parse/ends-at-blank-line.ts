import type { Ends } from './sentence-end.ts';

/** A blank line ends a sentence that has no mark at its end. */
export const endsAtBlankLine: Ends = (children, index) => {
  const node = children[index]!;
  return node.type === 'WhiteSpaceNode' && /\n\s*\n|\r[^\n]*\r/u.test(node.value);
};
