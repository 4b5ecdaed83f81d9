import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { JsonResult } from '../../src/report/json.ts';
import { folder, klarlint } from '../cli/klarlint.ts';

/**
 * Documents as LibreOffice and pandoc make and read them: the same text in each format is linted alike, and what klarlint
 * writes is opened without a word. Needs the Debian packages libreoffice-writer-nogui and pandoc.
 */
const TEXT = `# Nytt från vården i länet

Vi öppnar den nya mottagningen i Lillby den 3 mars *i syfte att* förenkla för dig. Sedan handlingarna inkommit erhåller sökanden ett besked, t ex per brev.

## Så bokar du

- Ring oss på telefon.
- Läs mer på [sidan om avgifter](https://exempel.se/avgifter) avseende kostnader.

> Det viktigaste är att man erhåller hjälp.

| Ort | Öppet |
|---|---|
| Lillby | i enlighet med plan |

Undersökningen genomfördes av en arbetsgrupp med representanter för samtliga berörda verksamheter i länet, som även ansvarade för utvärderingen av de insatser som tidigare hade beviljats medel.[^1]

[^1]: Enligt beslut erhålles medel.
`;

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function convert(cwd: string, name: string, to: string): void {
  run('soffice', [`-env:UserInstallation=file://${cwd}/profil`, '--headless', '--convert-to', to, name], cwd);
}

async function lint(cwd: string, name: string): Promise<JsonResult> {
  const { stdout } = await klarlint(['--format', 'json', name], { cwd });
  return JSON.parse(stdout)[0];
}

/** What was found, known by rule, sentence and words. */
const told = ({ messages }: JsonResult): string[] =>
  messages.map(({ ruleId, fingerprint }) => `${ruleId} ${fingerprint}`).sort();

test('the same text as Markdown, HTML, docx and odt has the same findings and figures', async () => {
  const cwd = folder({ 'a.md': TEXT });
  for (const name of ['a.html', 'a.docx', 'a.odt'])
    run('pandoc', ['-s', '--metadata', 'lang=sv', '--metadata', 'title= ', 'a.md', '-o', name], cwd);
  const markdown = await lint(cwd, 'a.md');
  expect(markdown.messages.length).toBeGreaterThan(5);
  for (const name of ['a.html', 'a.docx', 'a.odt']) {
    const other = await lint(cwd, name);
    expect(told(other), name).toEqual(told(markdown));
    expect(other.measures, name).toEqual(markdown.measures);
  }
});

test('LibreOffice’s own files read as pandoc’s', async () => {
  const cwd = folder({ 'a.md': TEXT });
  run('pandoc', ['a.md', '-o', 'a.docx'], cwd);
  convert(cwd, 'a.docx', 'odt');
  const before = await lint(cwd, 'a.docx');
  expect(told(await lint(cwd, 'a.odt'))).toEqual(told(before));
  convert(cwd, 'a.odt', 'docx');
  expect(told(await lint(cwd, 'a.docx'))).toEqual(told(before));
  convert(cwd, 'a.docx', 'pdf');
  const pdf = await lint(cwd, 'a.pdf');
  // A PDF does not say what is a sentence, a cell or a quotation: the words at fault are found all the same.
  const words = ({ messages }: JsonResult): (string | undefined)[] =>
    messages.filter(({ ruleId }) => ruleId!.startsWith('words/')).map(({ actual }) => actual);
  expect(words(pdf)).toEqual(expect.arrayContaining(words(before)));
});

test.each([[[]], [['--track-changes']]])(
  'an annotated file is opened, with text and comments whole: %s',
  async (flags) => {
    const cwd = folder({ 'a.md': TEXT });
    run('pandoc', ['a.md', '-o', 'a.docx'], cwd);
    const { stdout } = await klarlint(['--format', 'json', 'a.docx', '--annotate', 'b.docx', ...flags], {
      cwd,
    });
    const [{ messages }] = JSON.parse(stdout) as [JsonResult];
    const tracked = flags.length > 0 ? messages.filter(({ fix }) => fix).length : 0;
    convert(cwd, 'b.docx', 'odt');
    const content = new TextDecoder().decode(unzipSync(readFileSync(join(cwd, 'b.odt')))['content.xml']);
    expect(content.match(/<office:annotation /gu) ?? []).toHaveLength(messages.length - tracked);
    const changes = content.match(/<text:(?:insertion|deletion)>/gu)?.length ?? 0;
    expect(changes).toBeGreaterThanOrEqual(tracked);
    // Back again, and the comments are where they were.
    convert(cwd, 'b.odt', 'docx');
    const back = new TextDecoder().decode(unzipSync(readFileSync(join(cwd, 'b.docx')))['word/comments.xml']);
    expect(back.match(/<w:comment /gu)).toHaveLength(messages.length - tracked);
    if (tracked > 0) return;
    convert(cwd, 'a.docx', 'txt:Text');
    const before = readFileSync(join(cwd, 'a.txt'), 'utf8');
    convert(cwd, 'b.odt', 'txt:Text');
    expect(readFileSync(join(cwd, 'b.txt'), 'utf8')).toBe(before);
  },
);

/** The documents that lie beside the repository; where they don't, this is told and not passed over. */
const DOCUMENTS = join(import.meta.dirname, '../../../shared/data/documents');

test('foreign documents are annotated so that LibreOffice opens them', async ({ skip }) => {
  let names: string[];
  try {
    names = readdirSync(DOCUMENTS).filter((name) => name.endsWith('.docx'));
  } catch {
    skip('there are no foreign documents here');
    return;
  }
  const cwd = folder({});
  for (const name of names) {
    writeFileSync(join(cwd, name), readFileSync(join(DOCUMENTS, name)));
    const { stdout } = await klarlint(['--format', 'json', name, '--annotate', 'granskad.docx'], { cwd });
    const [{ messages }] = JSON.parse(stdout) as [JsonResult];
    convert(cwd, 'granskad.docx', 'odt');
    const content = new TextDecoder().decode(
      unzipSync(readFileSync(join(cwd, 'granskad.odt')))['content.xml'],
    );
    const already = new TextDecoder()
      .decode(unzipSync(readFileSync(join(cwd, name)))['word/comments.xml'] ?? new Uint8Array())
      .match(/<w:comment /gu);
    expect(content.match(/<office:annotation /gu), name).toHaveLength(
      messages.length + (already?.length ?? 0),
    );
  }
});
