import type { Paragraph } from 'nlcst';

/** White space at a sentence's ends stands beside it, not in it. */
export function liftWhiteSpace(paragraph: Paragraph): void {
  const lifted: Paragraph['children'] = [];
  for (const sentence of paragraph.children) {
    if (sentence.type !== 'SentenceNode') {
      lifted.push(sentence);
      continue;
    }
    const { children } = sentence;
    let from = 0;
    let to = children.length;
    for (let first = children[0]; first?.type === 'WhiteSpaceNode'; first = children[from]) {
      lifted.push(first);
      from++;
    }
    while (to > from && children[to - 1]!.type === 'WhiteSpaceNode') to--;
    if (to > from) {
      const whole = from === 0 && to === children.length;
      lifted.push(whole ? sentence : { type: 'SentenceNode', children: children.slice(from, to) });
    }
    for (let i = to; i < children.length; i++) {
      const node = children[i]!;
      if (node.type === 'WhiteSpaceNode') lifted.push(node);
    }
  }
  paragraph.children = lifted;
}
