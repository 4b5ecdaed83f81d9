import type { Paragraph } from 'nlcst';
import { splitSentences } from './split-sentences.ts';

/** A blank line ends a sentence that has no mark at its end. */
export function breakAtBlankLines(paragraph: Paragraph): void {
  splitSentences(paragraph, (children, index) => {
    const node = children[index]!;
    return node.type === 'WhiteSpaceNode' && /\n\s*\n|\r[^\n]*\r/u.test(node.value);
  });
}
