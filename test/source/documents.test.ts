import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { FLAGGED, folder, klarlint } from '../cli/klarlint.ts';
import { docxOf, p } from './docx-file.ts';

const odt = (content: string, more: Record<string, string> = {}): Buffer => {
  const xml = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>${content}</office:text></office:body></office:document-content>`;
  const files = { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': xml, ...more };
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  );
};

const MAIL = `From: ek@example.org
Subject: =?utf-8?Q?Nyheter?=
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="x"

--x
Content-Type: text/plain; charset=utf-8

Bara text.
--x
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<h1>Nyheter</h1><p>Vi tr=C3=A4ffas p=C3=A5 fredag i syfte att planera h=C3=B6sten.</p>
--x--
`;

/** A PDF of one page with a line of text. */
function pdf(text: string): Buffer {
  const stream = `BT /F1 12 Tf 72 700 Td (${text}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = body.length;
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  body += `xref\n0 6\n0000000000 65535 f \n${rows}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(body, 'latin1');
}

const TEXT = FLAGGED.trim();
const PHRASE = 'words/complex-preposition';

test.each([
  ['a.docx', docxOf(p('Nyheter', 'Rubrik1') + p(TEXT)), 'under ”Nyheter”, stycke 1'],
  [
    'a.odt',
    odt(`<text:h text:outline-level="1">Nyheter</text:h><text:p>${TEXT}</text:p>`),
    'under ”Nyheter”, stycke 1',
  ],
  ['a.eml', Buffer.from(MAIL), 'HTML-delen'],
  ['a.pdf', pdf(TEXT), 'sida 1'],
])('%s is linted, with a place that a person can find', async (name, bytes, where) => {
  const cwd = folder({ [name]: bytes });
  const { stdout, stderr } = await klarlint(['--format', 'json', name], { cwd });
  expect(stderr).toBe('');
  const [message] = JSON.parse(stdout)[0].messages;
  expect(message).toMatchObject({ ruleId: PHRASE, actual: 'i syfte att', where });
  expect((await klarlint([name], { cwd })).stdout).toContain(where);
});

test('a page in HTML is linted and mended in its place', async () => {
  const cwd = folder({ 'a.html': `<p>Vi tr&auml;ffas <em>på fredag</em> i syfte att planera.</p>\n` });
  const { stdout } = await klarlint(['--fix-dry-run', 'a.html'], { cwd });
  expect(stdout).toContain('+<p>Vi tr&auml;ffas <em>på fredag</em> för att planera.</p>');
});

test('MDX: components hold prose, code does not', async () => {
  const text = `import A from './a.js'\n\n<A text="i syfte att">\n\n${FLAGGED}\n</A>\n\n{/* klarlint-disable-next ${PHRASE} -- citat */}\n\n${FLAGGED}\n{1 + 1}\n`;
  const cwd = folder({ 'a.mdx': text, 'b.mdx': 'Vi {ses\n' });
  const { stdout } = await klarlint(['--format', 'json', 'a.mdx'], { cwd });
  const [{ messages, suppressedMessages }] = JSON.parse(stdout);
  expect(messages.map(({ line }: { line: number }) => line)).toEqual([5]);
  expect(suppressedMessages).toHaveLength(1);
  const broken = await klarlint(['b.mdx'], { cwd });
  expect(broken.stderr).toMatch(/^b\.mdx: På rad \d+ går MDX inte att tolka\./u);
  expect(broken.code).toBe(2);
});

test('odt: lists, tables, notes, what has been deleted, spaces and hidden text', async () => {
  const cwd = folder({
    'a.odt': odt(
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>Raderat.</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
        '<text:list><text:list-item><text:p>Ett<text:s text:c="2"/>två.</text:p></text:list-item></text:list>' +
        '<text:p>Text<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>En not.</text:p></text:note-body></text:note> slut.</text:p>',
    ),
  });
  const { stdout } = await klarlint(['tokens', '--format', 'json', 'a.odt'], { cwd });
  expect(JSON.parse(stdout).map(({ text }: { text: string }) => text)).toEqual([
    'Ett två.',
    'En not.',
    'Text slut.',
  ]);
});

test('what can’t be read is told of, and the others are linted', async () => {
  const cwd = folder({
    'trasig.docx': docxOf(p(TEXT)).subarray(0, 400),
    'gammal.doc': Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
    'las.odt': odt('', { 'META-INF/manifest.xml': '<manifest><encryption-data/></manifest>' }),
    'blad.docx': Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<x/>') })),
    'utåt.docx': Buffer.from(zipSync({ '../../etc/passwd': strToU8('x') })),
    'trasig.pdf': Buffer.from('%PDF-1.4\nhej'),
    'tom.pdf': pdf(''),
    'tomt.eml': Buffer.from('Subject: Hej\n\n'),
    'a.md': FLAGGED,
  });
  const names = [
    'trasig.docx',
    'gammal.doc',
    'las.odt',
    'blad.docx',
    'utåt.docx',
    'trasig.pdf',
    'tom.pdf',
    'tomt.eml',
  ];
  const { code, stdout, stderr } = await klarlint([...names, 'a.md'], { cwd });
  const told = stderr.split('\n');
  for (const [i, says] of [
    'Öppna den i Word eller LibreOffice och spara den på nytt.',
    'Spara den som .docx utan lösenord.',
    'Filen är skyddad med lösenord. Spara den utan lösenord.',
    'klarlint läser inte Excel eller PowerPoint.',
    'Filen är packad, men ingen text från Word (.docx) eller LibreOffice (.odt).',
    'PDF-filen är skadad eller avbruten.',
    'PDF-filen har ingen text, bara bilder.',
    'Mejlet har ingen text.',
  ].entries()) {
    expect(told[i]).toContain(`${names[i]}: `);
    expect(told[i]).toContain(says);
  }
  expect(stdout).toContain('a.md');
  expect(code).toBe(2);
});

test('a document is not written by --fix', async () => {
  const { code, stderr } = await klarlint(['--fix', 'a.docx'], {
    cwd: folder({ 'a.docx': docxOf(p(TEXT)) }),
  });
  expect(stderr).toContain('klarlint skriver inte i sådana dokument med --fix.');
  expect(code).toBe(2);
});

test('what is cached of a document is what is fresh', async () => {
  const cwd = folder({ 'a.docx': docxOf(p('Nyheter', 'Rubrik1') + p(TEXT)) });
  const fresh = await klarlint(['--format', 'json', 'a.docx'], { cwd });
  for (let i = 0; i < 2; i++)
    expect(await klarlint(['--format', 'json', '--cache', 'a.docx'], { cwd })).toEqual(fresh);
  expect(await klarlint(['--format', 'json', '--concurrency', '2', 'a.docx', '.'], { cwd })).toEqual(fresh);
});

test('what is said of a whole document points to places in it, not to lines', async () => {
  const heavy =
    'Kommunfullmäktiges beslut innebär att kulturförvaltningen tillsammans med fastighetsförvaltningen genomför omfattande renoveringar av ventilationsanläggningar, brandskyddsinstallationer och publika utrymmen.';
  const light = 'Vi ses på torget i dag och går hem igen sedan.';
  const body = [
    p('Syfte', 'Rubrik1'),
    ...Array.from({ length: 14 }, () => p(light)),
    p(heavy),
    p(heavy),
  ].join('');
  const cwd = folder({ 'plan.docx': docxOf(body), 'klarlint.yml': 'gate: { sentenceMean: 8, lix: 20 }\n' });
  const { stdout } = await klarlint(['--only', 'sentence/too-long', '--format', 'json', 'plan.docx'], {
    cwd,
  });
  const places = 'Tyngst väger meningarna här: under ”Syfte”, stycke 15; under ”Syfte”, stycke 16.';
  expect(JSON.parse(stdout)[0].messages.map(({ message }: { message: string }) => message)).toEqual([
    `Antalet ord per mening är 11,8, gränsen är 8. ${places}`,
    `LIX är 24, gränsen är 20. ${places}`,
  ]);
});
