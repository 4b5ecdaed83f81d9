import type { Root } from 'mdast';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { mdxjs } from 'micromark-extension-mdxjs';
import type { SourceComment, SourceDocument } from './document.ts';
import { parseMarkdown } from './markdown-parser.ts';
import { readMarkdownTree } from './markdown-tree.ts';
import { UnreadableDocument } from './unreadable.ts';

/** A comment in MDX: an expression that holds one. */
const COMMENT = /\{\s*\/\*(.*?)\*\/\s*\}/gsu;

/** Reads MDX: Markdown with components, whose own text is prose. Throws an `UnreadableDocument` where it is no MDX. */
export function readMdx(text: string): SourceDocument {
  const document = readMarkdownTree(parsed(text), text);
  const comments = Array.from(
    text.matchAll(COMMENT),
    ({ 0: whole, 1: inner, index }): SourceComment => ({
      text: inner!,
      start: index,
      end: index + whole.length,
    }),
  );
  return { ...document, format: 'mdx', comments: [...(document.comments ?? []), ...comments] };
}

function parsed(text: string): Root {
  try {
    return parseMarkdown(text, { syntax: mdxjs(), tree: mdxFromMarkdown() });
  } catch (error) {
    const { line } = error as { line?: number };
    throw new UnreadableDocument(
      `${line === undefined ? 'Någonstans' : `På rad ${line}`} går MDX inte att tolka. Rätta { } och < > där.`,
    );
  }
}
