import { expect, test } from 'vitest';
import type { SourceDocument } from '../../src/source/document.ts';
import { MarkdownVersions } from '../../src/source/markdown.ts';
import { parseMarkdown } from '../../src/source/markdown-parser.ts';
import { readMarkdownTree } from '../../src/source/markdown-tree.ts';
import fc from '../property.ts';

/** All that a document says, with the place of each letter. */
function said({ blocks, images, comments, frontMatter, lists }: SourceDocument): unknown {
  const placed = blocks.map(({ offsets, ...block }) => ({
    ...block,
    places: Array.from({ length: block.text.length }, (_, i) => [offsets.start(i), offsets.end(i + 1)]),
  }));
  return { blocks: placed, images, comments, frontMatter, lists };
}

const line = fc.constantFrom(
  'Vi ses.',
  'Se www.a.se. EU:s ”mål” (3 §)!',
  '”Ja”, sade hon',
  '# Rubrik till',
  'Se [sidan](http://a.se/x_y#z) nu.',
  '**Obs!** Ring _i dag_ (*helst*).',
  '[a](b)(c) och *d*',
  '- [länk](u) och __a__',
  '# *Rubrik* [a](b)',
  'ett_två *tre',
  'a*b* *c *d* e',
  '*a **b** c* *[a](b)*',
  'Se :a[b](c) och ![bild](b.png)',
  '*a*b **a*',
  '- punkt till',
  'Vi ses  ',
  '# Rubrik',
  '\u00a0',
  '===',
  '---',
  '- punkt',
  '  - under',
  '1. ett',
  '> citat',
  '> # i citat',
  '```',
  '~~~',
  '````',
  '  ```',
  '- ```',
  '    kod',
  '<!-- klarlint-disable',
  '-->',
  '<div>',
  '</div>',
  '<script>',
  '</script>',
  '| a | b |',
  '|---|---|',
  '[a]: http://b.se',
  '[^1]: not',
  'Text [a] och [^1] ![bild](b.png)',
  ':::ruta',
  ':::',
  '&aring; e\u0301',
  'klarlint: { kind: x }',
  '',
  '',
  '',
);

const version = fc.tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n'));

test('read by parts, every version is what it is when it is read as a whole', () => {
  fc.assert(
    fc.property(fc.array(version, { maxLength: 4 }), (versions) => {
      const reader = new MarkdownVersions();
      for (const [lines, lineEnd] of versions) {
        const text = lines.join(lineEnd);
        expect(said(reader.read(text)), text).toEqual(said(readMarkdownTree(parseMarkdown(text), text)));
      }
    }),
    { numRuns: 3000 },
  );
}, 60_000);
