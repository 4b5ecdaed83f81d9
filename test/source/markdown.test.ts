import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import type { SourceDocument } from '../../src/source/document.ts';
import { readMarkdown } from '../../src/source/markdown.ts';
import { readMarkdownTree } from '../../src/source/markdown-tree.ts';
import fc from '../property.ts';

/** The blocks as `kind: text` lines. */
function outline({ blocks }: SourceDocument): string[] {
  return blocks.map((block) => `${block.kind}${block.quoted ? ' (citat)' : ''}: ${block.text}`);
}

/** What the original has where a word of the block stands. */
function written(document: SourceDocument, word: string): string {
  for (const { text, offsets } of document.blocks) {
    const at = text.indexOf(word);
    if (at >= 0) return document.text.slice(offsets.start(at), offsets.end(at + word.length));
  }
  throw new Error(`${word} is not in the text`);
}

describe('structure', () => {
  test('paragraphs, headings, list items, quotations and table cells are told apart', () => {
    const document = readMarkdown(
      '# Rubrik\n\nEtt stycke.\n\n- ett\n  - två\n\n> sagt\n\n| a | b |\n|---|---|\n| c | d |\n',
    );
    expect(outline(document)).toEqual([
      'heading: Rubrik',
      'paragraph: Ett stycke.',
      'list-item: ett',
      'list-item: två',
      'paragraph (citat): sagt',
      'table-cell: a',
      'table-cell: b',
      'table-cell: c',
      'table-cell: d',
    ]);
    expect(document.blocks.map(({ depth }) => depth)).toEqual([1, 0, 1, 2, 0, 0, 0, 0, 0]);
  });

  test('a block of a list knows its list and its item', () => {
    const { blocks } = readMarkdown('Vi ska:\n\n- ett\n\n  mer om ett\n\n  1. inre\n- två\n\n# R\n\n- ny\n');
    expect(blocks.map(({ text, item }) => [text, item?.list, item?.number])).toEqual([
      ['Vi ska:', undefined, undefined],
      ['ett', 1, 1],
      ['mer om ett', 1, 1],
      ['inre', 2, 1],
      ['två', 1, 2],
      ['R', undefined, undefined],
      ['ny', 3, 1],
    ]);
  });

  test('pictures keep their places and what is said in their stead', () => {
    const text = '\ufeffSe ![en karta](k.png) här.\n\n![][logga]\n\n[logga]: l.svg\n';
    const { images } = readMarkdown(text);
    expect(images!.map(({ alt, url, start, end }) => [alt, url, text.slice(start, end)])).toEqual([
      ['en karta', 'k.png', '![en karta](k.png)'],
      ['', '', '![][logga]'],
    ]);
  });

  test('what is not prose is left out', () => {
    const document = readMarkdown(
      '---\ntitle: Hej\n---\n\n```js\nkod\n```\n\n<!-- kommentar -->\n\n![bild](b.png) Text ~~struken~~ kvar[^1].\n\n[^1]: Noten.\n',
    );
    expect(outline(document)).toEqual(['paragraph:  Text  kvar.', 'paragraph: Noten.']);
    expect(document.frontMatter).toEqual({ yaml: 'title: Hej', start: 4 });
  });

  test('a thematic break at the top is no front matter without an end', () => {
    const document = readMarkdown('---\n\nVi ses.\n  - under');
    expect(outline(document)).toEqual(['paragraph: Vi ses.', 'list-item: under']);
    expect(document.frontMatter).toBeUndefined();
  });

  test('links, code and emphasis are spans', () => {
    const [block] = readMarkdown('Läs [mer *här*](https://exempel.se) om `npm` och **det**.').blocks;
    const spans = block!.spans.map(({ kind, start, end, url }) => [kind, block!.text.slice(start, end), url]);
    expect(spans).toEqual([
      ['link', 'mer här', 'https://exempel.se'],
      ['emphasis', 'här', undefined],
      ['code', 'npm', undefined],
      ['emphasis', 'det', undefined],
    ]);
  });

  test('a colon inside a word is no directive, a directive with a label is read', () => {
    expect(
      outline(
        readMarkdown('EU:s mål och kl. 9:a.\n\n:::ruta\nViktigt här.\n:::\n\n:abbr[VIS]{title=x} finns.'),
      ),
    ).toEqual(['paragraph: EU:s mål och kl. 9:a.', 'paragraph: Viktigt här.', 'paragraph: VIS finns.']);
  });
});

test.each([
  ['Se www.exempel.se/a_b_c.', 'www.exempel.se/a_b_c', 'http://www.exempel.se/a_b_c'],
  ['Läs mer (https://exempel.se/råd), och ring.', 'https://exempel.se/råd', 'https://exempel.se/råd'],
  ['Se **https://exempel.se**!', 'https://exempel.se', 'https://exempel.se'],
  ['Se `https://exempel.se` och xhttps://exempel.se.', undefined, undefined],
])('a bare address is a link: %s', (text, address, url) => {
  const [block] = readMarkdown(text).blocks;
  const link = block!.spans.find(({ kind }) => kind === 'link');
  expect(link && block!.text.slice(link.start, link.end)).toBe(address);
  expect(link?.url).toBe(url);
});

test('an extension is left out only where it would do nothing', () => {
  const pieces = fc.constantFrom(
    ...[
      'hej',
      ':::ruta',
      ':a[b] ',
      '::c',
      '| a | b |',
      '|---|---|',
      '~~x~~',
      '[^1]',
      '[^1]: not',
      '- [x] klar',
      '---',
    ],
    ...[
      ' www.exempel.se ',
      ' https://exempel.se/a, ',
      '[länk](https://exempel.se)',
      ' (https://exempel.se) ',
      '\n',
      '\n\n',
      ' ',
      ' ',
      '- ',
      '> ',
      '{#id}',
    ],
  );
  const whole = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).use(remarkDirective);
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
      // remark looks for the end of front matter in all of the text, and takes lists on the way for paragraphs.
      const text = parts.join('').replace(/^---(?![ \t]*\n(?:[\s\S]*\n)?---[ \t]*(?:\n|$))/u, '***');
      expect(readMarkdown(text)).toEqual(readMarkdownTree(whole.parse(text), text));
    }),
    { numRuns: 1000 },
  );
});

describe('offsets', () => {
  const cases: [name: string, markdown: string, word: string, original: string][] = [
    ['plain text', 'Vi ses i Åre.', 'Åre', 'Åre'],
    ['markup inside', 'Vi *ses* **snart**.', 'ses snart', 'ses* **snart'],
    ['an entity', 'K&ouml;p &amp; s&auml;lj nu', 'Köp & sälj', 'K&ouml;p &amp; s&auml;lj'],
    ['a numeric entity', 'Det &#228;r h&#xE4;r nu', 'är här', '&#228;r h&#xE4;r'],
    ['after an entity', 'R&aring;d ges', 'ges', 'ges'],
    ['an escape', 'Skriv \\*inte\\* så', '*inte*', '\\*inte\\*'],
    ['after an escape', 'Skriv \\* så här', 'här', 'här'],
    ['emoji', 'Hej 👩‍👩‍👧 alla 🎉 barn', 'barn', 'barn'],
    ['decomposed letters', 'A\u030are och o\u0308l och slut', 'Åre och öl', 'A\u030are och o\u0308l'],
    ['after decomposed letters', 'A\u030are och slut', 'slut', 'slut'],
    ['a soft hyphen', 'en sam\u00advaro till', 'samvaro', 'sam\u00advaro'],
    ['a line break', 'ett ord\noch ett till', 'ord\noch ett', 'ord\noch ett'],
    ['CRLF', 'ett ord\r\noch ett till\r\n', 'ord\noch ett', 'ord\r\noch ett'],
    ['lines of a quotation', '> ett ord\n> och ett till', 'ord\noch ett', 'ord\n> och ett'],
    ['lines of a list', '- ett ord\n  och ett till', 'ord\noch ett', 'ord\n  och ett'],
    ['a byte order mark', '\ufeffVi ses', 'ses', 'ses'],
    ['a table', '| a | b |\n|---|---|\n| ett \\| två | tre |', 'tre', 'tre'],
    ['a line break that is forced', 'ett\\\ntvå', 'två', 'två'],
  ];
  for (const [name, markdown, word, original] of cases) {
    test(name, () => expect(written(readMarkdown(markdown), word)).toBe(original));
  }

  const pieces = fc.constantFrom(
    ...[
      'hej',
      'å',
      'a\u030a',
      '&ouml;',
      '&amp;',
      '\\*',
      '\\',
      '*',
      '**',
      '_',
      '`',
      '[',
      '](u)',
      '<br>',
      '👩‍👧',
      '\u00ad',
    ],
    ...[
      '\n',
      '\n\n',
      '\r\n',
      '> ',
      '- ',
      '1. ',
      '# ',
      ' ',
      ' ',
      ' ',
      '|',
      '.',
      ':s',
      '~~',
      '<b>',
      '\t',
      '&',
      ';',
      '&#228;',
    ],
  );

  test('every letter of a block stands where the block says', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const document = readMarkdown(parts.join(''));
        for (const block of document.blocks) {
          let last = -1;
          for (let i = 0; i < block.text.length; i++) {
            const start = block.offsets.start(i);
            const original = document.text.slice(start, block.offsets.end(i + 1));
            expect(start).toBeGreaterThanOrEqual(last);
            last = start;
            const letter = block.text[i]!;
            if (/[hejåa]/u.test(letter))
              expect(original.normalize('NFC').replaceAll('\u00ad', '')).toMatch(/^(?:[hejåa]|&.*;)$/u);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('any text is read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => void readMarkdown(text)),
    );
  });

  test('four times the text takes far from sixteen times the time', () => {
    // Each its own: what is said twice is read once.
    const paragraph = (i: number): string =>
      `Vi *möts* i maj &amp; planerar hösten. [Läs mer](https://exempel.se/${i}) om det.\n\n`;
    const time = (times: number): number => {
      const text = Array.from({ length: times }, (_, i) => paragraph(i)).join('');
      return Math.min(
        ...Array.from({ length: 5 }, () => {
          // The processor's time, not the clock's: others may be at work.
          const start = process.cpuUsage();
          readMarkdown(text);
          return process.cpuUsage(start).user;
        }),
      );
    };
    time(300);
    expect(time(1200) / time(300)).toBeLessThan(9);
  });
});
