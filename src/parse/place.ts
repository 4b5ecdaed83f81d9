import type { Paragraph } from 'nlcst';

/** Gives the paragraph and its sentences the positions of what they hold. */
export function place(paragraph: Paragraph): void {
  for (const node of [...paragraph.children, paragraph]) {
    if (!('children' in node)) continue;
    const start = node.children[0]?.position?.start;
    const end = node.children.at(-1)?.position?.end;
    if (start && end) node.position = { start, end };
  }
}
