import type { Paragraph } from 'nlcst';
import { textOf } from './join-full-stops.ts';
import { splitSentences } from './split-sentences.ts';

/** ”Hon sade: Vi kommer.” A colon ends a sentence when a capital letter, or a quotation, follows, with or without a dash first. */
export function breakAtColons(paragraph: Paragraph): void {
  splitSentences(paragraph, (children, index) => {
    const colon = children[index]!;
    if (colon.type !== 'PunctuationNode' || colon.value !== ':') return false;
    if (children[index + 1]?.type !== 'WhiteSpaceNode') return false;
    const dash =
      /^[–—-]$/u.test(textOf(children[index + 2])) && children[index + 3]?.type === 'WhiteSpaceNode';
    return /^[\p{Lu}”"'“»]/u.test(textOf(children[index + (dash ? 4 : 2)]));
  });
}
