import type { Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { directive } from 'micromark-extension-directive';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/**
 * The extensions of Markdown, each with a sign without which a text has no use for it: an extension is asked at every
 * letter, and most drafts need one or two. The remark plugins for them also bring what writes Markdown, which klarlint
 * never does.
 */
const EXTENSIONS = [
  // Front matter that never ends is a thematic break, but to look for its end would make lists below it paragraphs.
  {
    sign: /^\ufeff?---[ \t]*[\r\n](?:[\s\S]*?[\r\n])?---[ \t]*(?:[\r\n]|$)/u,
    syntax: frontmatter,
    tree: frontmatterFromMarkdown,
  },
  { sign: /\[\^/u, syntax: gfmFootnote, tree: gfmFootnoteFromMarkdown },
  { sign: /~/u, syntax: gfmStrikethrough, tree: gfmStrikethroughFromMarkdown },
  { sign: /\|/u, syntax: gfmTable, tree: gfmTableFromMarkdown },
  { sign: /\[[ \t\r\nxX]\]/u, syntax: gfmTaskListItem, tree: gfmTaskListItemFromMarkdown },
  { sign: /:[A-Za-z][\w-]*[[{]|::/u, syntax: directive, tree: directiveFromMarkdown },
];

/** An extension of Markdown: to micromark, and to mdast-util-from-markdown. */
interface Extension {
  readonly syntax: unknown;
  readonly tree: unknown;
}

/** Parses Markdown with front matter, GFM (bare addresses apart) and directives. Never throws, unless `more` does: every text is Markdown. */
export function parseMarkdown(text: string, more?: Extension): Root {
  const needed = [
    ...EXTENSIONS.filter(({ sign }) => sign.test(text)).map(
      ({ syntax, tree }): Extension => ({ syntax: syntax(), tree: tree() }),
    ),
    ...(more ? [more] : []),
  ];
  const processor = unified()
    .data({
      micromarkExtensions: needed.map(({ syntax }) => syntax),
      fromMarkdownExtensions: needed.map(({ tree }) => tree),
    } as object)
    .use(remarkParse);
  return processor.parse(text) as Root;
}
