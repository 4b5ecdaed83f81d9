import type { Paragraph, SentenceContent } from 'nlcst';

/** Cuts sentences after every node that ends one, as `ends` says. */
export function splitSentences(
  paragraph: Paragraph,
  ends: (children: readonly SentenceContent[], index: number) => boolean,
): void {
  paragraph.children = paragraph.children.flatMap((sentence) => {
    if (sentence.type !== 'SentenceNode') return sentence;
    const { children } = sentence;
    const parts: Paragraph['children'] = [];
    let from = 0;
    for (let i = 0; i < children.length - 1; i++) {
      if (!ends(children, i)) continue;
      parts.push({ type: 'SentenceNode', children: children.slice(from, i + 1) });
      from = i + 1;
    }
    if (from === 0) return sentence;
    parts.push({ type: 'SentenceNode', children: children.slice(from) });
    return parts;
  });
}
