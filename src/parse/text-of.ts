import type { SentenceContent } from 'nlcst';

/** The text of a token; empty where there is none. */
export function textOf(node: SentenceContent | undefined): string {
  if (!node) return '';
  if ('value' in node) return node.value;
  const only = node.children.length === 1 ? node.children[0] : undefined;
  return only && 'value' in only
    ? only.value
    : node.children.map((child) => ('value' in child ? child.value : '')).join('');
}
