import type { Paragraph } from 'nlcst';

/** White space at a sentence's ends stands beside it, not in it. */
export function liftWhiteSpace(paragraph: Paragraph): void {
  paragraph.children = paragraph.children.flatMap((sentence) => {
    if (sentence.type !== 'SentenceNode') return sentence;
    const { children } = sentence;
    let from = 0;
    let to = children.length;
    while (from < to && children[from]!.type === 'WhiteSpaceNode') from++;
    while (to > from && children[to - 1]!.type === 'WhiteSpaceNode') to--;
    if (from === 0 && to === children.length) return sentence;
    const outside = [...children.slice(0, from), ...children.slice(to)] as Paragraph['children'];
    if (from === to) return outside;
    return [
      ...outside.slice(0, from),
      { type: 'SentenceNode', children: children.slice(from, to) },
      ...outside.slice(from),
    ];
  });
}
