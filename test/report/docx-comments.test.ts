import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { annotated } from '../../src/report/docx-comments.ts';
import type { Finding } from '../../src/rule.ts';
import { readDocx } from '../../src/source/docx.ts';
import { docxOf, p, r } from '../source/docx-file.ts';

const DATE = '2026-11-27T12:00:00Z';

/** A finding on some words of a document, mended with others. */
function finding(bytes: Uint8Array, words: string, expected?: string): Finding {
  const { text } = readDocx(bytes);
  const start = text.indexOf(words);
  const end = start + words.length;
  const place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  const fixes =
    expected === undefined ? [] : [{ kind: 'safe', edits: [{ start, end, text: expected }] } as const];
  const rest = { whole: false, place, actual: words, source: 'Källa', fingerprint: '', fixes };
  return {
    ruleId: 'a/b',
    severity: 'warning',
    message: `Om ”${words}” & mer.`,
    start,
    end,
    ...rest,
    expected: expected === undefined ? [] : [expected],
  };
}

function part(bytes: Uint8Array, name: string): string {
  return new TextDecoder().decode(unzipSync(bytes)[name]);
}

/** What lies between the marks of each comment, in order. */
function anchored(xml: string): string[] {
  return [...xml.matchAll(/<w:commentRangeStart w:id="(\d+)"\/>/gu)].map(({ 1: id, index }) => {
    const end = xml.indexOf(`<w:commentRangeEnd w:id="${id}"/>`);
    expect(xml).toContain(`<w:commentReference w:id="${id}"/>`);
    return xml.slice(index, end).replace(/<w:del .*?<\/w:del>|<[^>]*>/gsu, '');
  });
}

const BODY = p(`${r('Vi möts i ', '<w:b/>')}${r('syfte')}${r(' att planera. Det är bra.')}`) + p('Slut.');

test('each finding is a comment on its words, across runs and inside them', () => {
  const bytes = docxOf(BODY);
  const findings = [finding(bytes, 'i syfte att'), finding(bytes, 'bra'), finding(bytes, 'Slut.')];
  const { bytes: copy, comments } = annotated(bytes, findings, { trackChanges: false, date: DATE });
  expect(comments).toBe(3);
  expect(anchored(part(copy, 'word/document.xml'))).toEqual(['i syfte att', 'bra', 'Slut.']);
  expect(part(copy, 'word/comments.xml')).toContain('Om ”i syfte att” &amp; mer.');
  expect(part(copy, '[Content_Types].xml')).toContain('PartName="/word/comments.xml"');
  expect(part(copy, 'word/_rels/document.xml.rels')).toContain('Target="comments.xml"');
  expect(readDocx(copy).text).toBe(readDocx(bytes).text);
  // The words before keep their looks.
  expect(part(copy, 'word/document.xml')).toMatch(
    /<w:r><w:rPr><w:b\/><\/w:rPr><w:t xml:space="preserve">i <\/w:t>/u,
  );
});

test('a safe fix is a tracked change', () => {
  const bytes = docxOf(BODY);
  const findings = [finding(bytes, 'i syfte att', 'för att'), finding(bytes, 'bra')];
  const { bytes: copy, comments, changes } = annotated(bytes, findings, { trackChanges: true, date: DATE });
  expect([comments, changes]).toEqual([1, 1]);
  expect(readDocx(copy).text).toBe('Vi möts för att planera. Det är bra.\nSlut.\n');
  const xml = part(copy, 'word/document.xml');
  expect(
    xml
      .match(/<w:delText[^>]*>[^<]*/gu)!
      .map((one) => one.replace(/<[^>]*>/u, ''))
      .join(''),
  ).toBe('i syfte att');
  const ids = [...xml.matchAll(/<w:(?:ins|del) w:id="(\d+)"/gu)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('twice does not double, and the comments of others stay', () => {
  const others =
    '<?xml version="1.0"?><w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7" w:author="Ek"><w:p/></w:comment></w:comments>';
  const mark = `<w:commentRangeStart w:id="7"/>${r('Hej ')}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>`;
  const bytes = docxOf(p(mark + r('i syfte att ses.')), { 'word/comments.xml': others });
  const once = annotated(bytes, [finding(bytes, 'i syfte att')], { trackChanges: false, date: DATE }).bytes;
  const twice = annotated(once, [finding(once, 'i syfte att')], { trackChanges: false, date: DATE }).bytes;
  expect(part(twice, 'word/comments.xml')).toBe(
    part(once, 'word/comments.xml').replace('w:id="8"', 'w:id="9"'),
  );
  expect(anchored(part(twice, 'word/document.xml'))).toEqual(['Hej ', 'i syfte att']);
  const none = annotated(once, [], { trackChanges: false, date: DATE }).bytes;
  expect(part(none, 'word/comments.xml')).toBe(others);
});

test('a finding on the whole text stands at its beginning, one in a note where the note is', () => {
  const notes =
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p><w:r><w:t>Se lagen.</w:t></w:r></w:p></w:footnote></w:footnotes>';
  const body = p('Först.') + p(`${r('Text')}<w:r><w:footnoteReference w:id="2"/></w:r>${r(' slut.')}`);
  const bytes = docxOf(body, { 'word/footnotes.xml': notes });
  const whole = { ...finding(bytes, 'Först'), start: 0, end: 0, whole: true };
  const { bytes: copy, comments } = annotated(bytes, [whole, finding(bytes, 'lagen')], {
    trackChanges: false,
    date: DATE,
  });
  expect(comments).toBe(2);
  const xml = part(copy, 'word/document.xml');
  expect(xml.indexOf('commentReference w:id="0"')).toBeLessThan(xml.indexOf('Först.'));
  expect(xml).toMatch(/Text<\/w:t><\/w:r><w:commentRangeStart w:id="1"\/>.*?<w:r><w:footnoteReference/u);
});

test('what is not touched is the same byte for byte', () => {
  const bytes = docxOf(BODY, { 'customXml/item1.xml': '<a>ö</a>', 'word/header1.xml': '<h/>' });
  const { bytes: copy } = annotated(bytes, [finding(bytes, 'bra')], { trackChanges: true, date: DATE });
  const [before, after] = [unzipSync(bytes), unzipSync(copy)];
  const changed = Object.keys(after).filter(
    (name) => Buffer.compare(before[name] ?? Buffer.alloc(0), after[name]!) !== 0,
  );
  expect(changed.sort()).toEqual([
    '[Content_Types].xml',
    'word/_rels/document.xml.rels',
    'word/comments.xml',
    'word/document.xml',
  ]);
});
