import { expect, test } from 'vitest';
import { readHtml } from '../../src/source/html.ts';
import fc from '../property.ts';

/** The blocks of a page: kind and text. */
function read(html: string): string[] {
  return readHtml(html).blocks.map(
    ({ kind, depth, quoted, text }) => `${kind}${depth || ''}${quoted ? '”' : ''} ${text.trim()}`,
  );
}

test('elements tell what a text is', () => {
  expect(
    read(`<h2>Syfte</h2><p>Vi <b>ses</b>
   i maj.</p><ul><li>Ett<li>Två<ol><li>Tre</ol></ul><blockquote><p>Ett citat.</blockquote>Löst.`),
  ).toEqual([
    'heading2 Syfte',
    'paragraph Vi ses i maj.',
    'list-item1 Ett',
    'list-item1 Två',
    'list-item2 Tre',
    'paragraph” Ett citat.',
    'paragraph Löst.',
  ]);
});

test('scripts, menus, what is hidden and what stands around are left out', () => {
  expect(
    read(`<html><head><title>Titel</title><style>p{}</style></head><body><header>Kommunen</header><nav>Meny</nav>
<div class="cookie-banner">Kakor</div><div style="display:none">Förhandstext</div><p hidden>Dolt</p><p aria-hidden="true">X</p>
<ul><li><a href="/a">Start</a></li><li><a href="/b">Om</a></li><li><a href="/c">Nytt</a></li><li><a href="/d">Mer</a></li></ul>
<article><header><h1>Rubrik</h1></header><p>Text.</p></article><script>let a = 'text';</script><footer>Adress</footer></body></html>`),
  ).toEqual(['heading1 Rubrik', 'paragraph Text.']);
});

test('a page has an end', () => {
  expect(read('<html><body><p>Vi ses.</p>\n</body>\n</html>\n')).toEqual(['paragraph Vi ses.']);
});

test('of a page that has a main part only that is read', () => {
  expect(read('<body><div>Före.</div><main><p>Det här.</p></main><div>Efter.</div></body>')).toEqual([
    'paragraph Det här.',
  ]);
});

test('a table that lays out a newsletter has paragraphs, one of data has cells', () => {
  expect(
    read(`<table role="presentation"><tr><td>Hej!</td><td><p>Nytt i maj.</p></td></tr></table>
<table><tr><td><table><tr><td>Läs här.</td></tr></table></td></tr></table>
<table><tr><th>Ort</th><th>Dag</th></tr><tr><td>Lillby</td><td>3 maj</td></tr></table>`),
  ).toEqual([
    'paragraph Hej!',
    'paragraph Nytt i maj.',
    'paragraph Läs här.',
    'table-cell Ort',
    'table-cell Dag',
    'table-cell Lillby',
    'table-cell 3 maj',
  ]);
});

test('links, code, quotations, languages and breaks are marked, and pictures told of', () => {
  const { blocks, images, comments } = readHtml(
    '<p>Läs <a href="/mer">mer</a>, <code>x</code>, <q>citat</q> och <i lang="en">best practice</i>.<br>Ny rad.<img src="a.png"><img src="b.png" alt=""></p><!-- klarlint-disable -->',
  );
  expect(blocks[0]!.text).toBe('Läs mer, x, citat och best practice.\nNy rad.');
  expect(
    blocks[0]!.spans.map(({ kind, start, end }) => `${kind} ${blocks[0]!.text.slice(start, end)}`),
  ).toEqual(['link mer', 'code x', 'quotation citat', 'emphasis best practice', 'foreign best practice']);
  expect(images!.map(({ alt, url }) => [alt, url])).toEqual([['', 'a.png']]);
  expect(comments!.map(({ text }) => text)).toEqual([' klarlint-disable ']);
});

test('a part in another language is marked, a whole page that says it is not', () => {
  const part = readHtml('<html lang="sv"><p>Hej.</p><div lang="en"><p>Read more.</p></div></html>').blocks;
  expect(part[1]!.spans).toEqual([{ kind: 'foreign', start: 0, end: 10 }]);
  expect(readHtml('<html lang="en"><p>Vi ses i maj.</p></html>').blocks[0]!.spans).toEqual([]);
});

test('each letter has its place in the source, whatever it is written as', () => {
  const piece = fc.constantFrom(
    'a',
    'å',
    ' ',
    '\n',
    '&aring;',
    '&amp;',
    '&#229;',
    '&copy',
    '&',
    '<b>ö</b>',
    '<br>',
    '😀',
    '\r\n',
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const html = `<p>${pieces.join('')}</p>`;
      for (const { text, offsets } of readHtml(html).blocks) {
        for (let i = 0; i < text.length; i++) {
          const written = html.slice(offsets.start(i), offsets.end(i + 1));
          if (/[aåö]/u.test(text[i]!)) expect([text[i], '&aring;', '&#229;']).toContain(written);
          expect(offsets.start(i)).toBeGreaterThanOrEqual(i > 0 ? offsets.start(i - 1) : 3);
        }
      }
    }),
  );
});

test('too many elements inside each other are refused with a sentence, or read', () => {
  const deep = `${'<div>'.repeat(10_000)}Vi ses.`;
  try {
    expect(read(deep)).toEqual(['paragraph Vi ses.']);
  } catch (error) {
    expect((error as Error).message).toContain('Sidan har för många element inuti varandra.');
  }
});
