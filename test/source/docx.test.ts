import { expect, test } from 'vitest';
import { readDocx } from '../../src/source/docx.ts';
import { docxOf, p, r } from './docx-file.ts';

/** The paragraphs of a body as they are read: kind and text. */
function read(body: string, parts: Record<string, string> = {}): string[] {
  const { blocks, text } = readDocx(docxOf(body, parts));
  for (const { offsets, text: own } of blocks)
    expect(text.slice(offsets.start(0), offsets.end(own.length))).toBe(own);
  return blocks.map(
    ({ kind, depth, quoted, text: own }) => `${kind}${depth || ''}${quoted ? '”' : ''} ${own}`,
  );
}

test('styles tell what a paragraph is', () => {
  expect(
    read(
      p('Syfte', 'Rubrik1') +
        p('Mål', 'Egen') +
        p('Vi ses.') +
        p('Ett', 'Punkt') +
        p('Ett citat.', 'Citat') +
        p('1 Syfte 3', 'TOC1'),
    ),
  ).toEqual([
    'heading1 Syfte',
    'heading1 Mål',
    'paragraph Vi ses.',
    'list-item1 Ett',
    'paragraph” Ett citat.',
  ]);
});

test('a numbered paragraph in the style of a heading is running text', () => {
  expect(
    read(p('Parterna ska samarbeta om det som avtalet säger och det som följer av det.', 'Rubrik1')),
  ).toEqual(['paragraph Parterna ska samarbeta om det som avtalet säger och det som följer av det.']);
});

test('runs are one text, with tabs, breaks and hyphens', () => {
  const runs = `${r('Häl')}${r('so- &amp; ', '<w:b/>')}<w:r><w:t>sjuk</w:t><w:softHyphen/><w:t>vård</w:t><w:br/><w:t>IT</w:t><w:noBreakHyphen/><w:t>stöd</w:t></w:r>`;
  const { blocks } = readDocx(docxOf(p(runs)));
  expect(blocks[0]!.text).toBe('Hälso- & sjukvård\nIT-stöd');
  expect(blocks[0]!.spans).toEqual([{ kind: 'emphasis', start: 3, end: 9 }]);
});

test('what has been inserted is read, what has been deleted, moved or hidden is not', () => {
  const runs = `${r('Vi ')}<w:ins w:id="1" w:author="Ek">${r('möts ')}</w:ins><w:del w:id="2" w:author="Ek"><w:r><w:delText>ses </w:delText></w:r></w:del><w:moveFrom w:id="3">${r('snart ')}</w:moveFrom>${r('dolt ', '<w:vanish/>')}${r('synligt ', '<w:vanish w:val="0"/>')}${r('i maj.')}`;
  expect(read(p(runs))).toEqual(['paragraph Vi möts synligt i maj.']);
});

test('fields show what they show, and links lead where they lead', () => {
  const mark = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  const field = (code: string, shown: string): string =>
    `${mark('begin')}<w:r><w:instrText> ${code} </w:instrText></w:r>${mark('separate')}${r(shown)}${mark('end')}`;
  const runs = `${r('Läs ')}<w:hyperlink r:id="rId9">${r('mer')}</w:hyperlink>${r(' på ')}${field('HYPERLINK "https://b.se"', 'sidan')}${r(' ')}${field('PAGE', '4')}<w:fldSimple w:instr="DATE">${r(' maj')}</w:fldSimple>`;
  const { blocks } = readDocx(docxOf(p(runs)));
  expect(blocks[0]!.text).toBe('Läs mer på sidan 4 maj');
  expect(blocks[0]!.spans).toEqual([
    { kind: 'link', start: 4, end: 7, url: 'https://exempel.se/' },
    { kind: 'link', start: 11, end: 16, url: 'https://b.se' },
  ]);
  expect(read(p(field('TOC \\o', 'Syfte 3')))).toEqual([]);
});

test('tables have cells, one that lays out has paragraphs, and boxes are read once', () => {
  const table = (columns: number, cells: string[]): string =>
    `<w:tbl><w:tblGrid>${'<w:gridCol/>'.repeat(columns)}</w:tblGrid><w:tr>${cells.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr></w:tbl>`;
  const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`;
  const shape = `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>${box('I rutan.')}</mc:Choice><mc:Fallback>${box('I rutan.')}</mc:Fallback></mc:AlternateContent></w:r>`;
  expect(read(table(2, ['Namn', 'Ort']) + table(1, ['Läs det här.']) + p(r('Före.') + shape))).toEqual([
    'table-cell Namn',
    'table-cell Ort',
    'paragraph Läs det här.',
    'paragraph I rutan.',
    'paragraph Före.',
  ]);
});

test('the placeholder of a content control is no text, its content is', () => {
  const control = (inside: string, text: string): string =>
    `<w:sdt><w:sdtPr>${inside}</w:sdtPr><w:sdtContent>${r(text)}</w:sdtContent></w:sdt>`;
  expect(read(p(r('Ort: ') + control('<w:showingPlcHdr/>', 'Klicka här') + control('', 'Lillby')))).toEqual([
    'paragraph Ort: Lillby',
  ]);
});

test('a place is told by heading and paragraph, a table by row, a note by number', () => {
  const note =
    '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>Se lagen.</w:t></w:r></w:p></w:footnote>';
  const table = `<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc>${p('A')}</w:tc></w:tr><w:tr><w:tc>${p('B')}</w:tc></w:tr></w:tbl>`;
  const { blocks, where } = readDocx(
    docxOf(p('Inledning.') + p('Syfte', 'Rubrik1') + p('Ett.') + p('Två.') + table, {
      'word/footnotes.xml': `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${note}</w:footnotes>`,
    }),
  );
  expect(blocks.map(({ offsets }) => where!(offsets.start(0)))).toEqual([
    'stycke 1',
    'rubriken ”Syfte”',
    'under ”Syfte”, stycke 1',
    'under ”Syfte”, stycke 2',
    'tabell 1, rad 1',
    'tabell 1, rad 2',
    'fotnot 1',
  ]);
});

test('a language that is set is believed where the letters do not say otherwise', () => {
  const { blocks } = readDocx(
    docxOf(
      p(
        r('Vi följer ') +
          r('best practice', '<w:lang w:val="en-US"/>') +
          r(' för åar', '<w:lang w:val="en-US"/>'),
      ),
    ),
  );
  expect(blocks[0]!.spans).toEqual([{ kind: 'foreign', start: 10, end: 23 }]);
});

test.each([
  ['a file that is cut off', docxOf(p('Hej.')).subarray(0, 300)],
  ['XML that is cut off', docxOf('', { 'word/document.xml': '<w:document><w:body>' })],
  [
    'entities',
    docxOf('', {
      'word/document.xml':
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document>&a;</w:document>',
    }),
  ],
])('%s is refused with a sentence', (_, bytes) => {
  expect(() => readDocx(bytes)).toThrow(/Öppna den i Word eller LibreOffice och spara den på nytt\./u);
});

test('10,000 elements inside each other are read', () => {
  const deep = `${'<w:sdt><w:sdtContent>'.repeat(10_000)}${p('Vi ses.')}${'</w:sdtContent></w:sdt>'.repeat(10_000)}`;
  expect(read(deep)).toEqual(['paragraph Vi ses.']);
});

test('a part that is much larger than it looks is refused', () => {
  const bomb = docxOf('', { 'word/document.xml': ' '.repeat(120_000_000) });
  expect(bomb.length).toBeLessThan(1_000_000);
  expect(() => readDocx(bomb)).toThrow('Filen är mycket större än den ser ut');
});
