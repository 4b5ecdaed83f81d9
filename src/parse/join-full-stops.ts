import type { Sentence, SentenceContent } from 'nlcst';

/** A full stop right after a word, and what stands around the two. */
export interface FullStop {
  readonly word: string;
  /** The token before the word, white space not counted; empty at the start. */
  readonly before: string;
  /** The token after the stop, white space not counted; empty at the end. */
  readonly after: string;
  /** What follows right behind that. */
  readonly next: string;
  /** The white space on the two sides, which may be none. */
  readonly spaceBefore: string;
  readonly spaceAfter: string;
}

/** Makes one word of a word and the full stop after it, wherever the two belong together. */
export function joinFullStops(sentence: Sentence, belong: (stop: FullStop) => boolean): void {
  const { children } = sentence;
  let kept = 0;
  for (let i = 0; i < children.length; i++) {
    const node = children[i]!;
    children[kept++] = node;
    const stop = children[i + 1];
    if (node.type !== 'WordNode' || stop?.type !== 'PunctuationNode' || stop.value !== '.') continue;
    const spaceBefore = spaceIn(children[kept - 2]);
    const spaceAfter = spaceIn(children[i + 2]);
    const word = textOf(node);
    const before = textOf(children[spaceBefore ? kept - 3 : kept - 2]);
    const following = spaceAfter ? i + 3 : i + 2;
    const after = textOf(children[following]);
    const next = textOf(children[following + 1]);
    if (!belong({ word, before, after, next, spaceBefore, spaceAfter })) continue;
    const position = { start: node.position!.start, end: stop.position!.end };
    const value = `${word}.`;
    children[kept - 1] = { type: 'WordNode', children: [{ type: 'TextNode', value, position }], position };
    i++;
  }
  children.length = kept;
}

/** The text of a token; empty where there is none. */
export function textOf(node: SentenceContent | undefined): string {
  if (!node) return '';
  if ('value' in node) return node.value;
  const only = node.children.length === 1 ? node.children[0] : undefined;
  return only && 'value' in only
    ? only.value
    : node.children.map((child) => ('value' in child ? child.value : '')).join('');
}

function spaceIn(node: SentenceContent | undefined): string {
  return node?.type === 'WhiteSpaceNode' ? node.value : '';
}
