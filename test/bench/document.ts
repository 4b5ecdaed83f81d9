import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { docxOf, p } from '../source/docx-file.ts';
import { aims, measure, median } from './process.ts';
import { draft } from './text.ts';

/** A Word document of 50 pages beside the same text as Markdown: whole processes, in turns. */
const RUNS = 9;
/** 400 words to a page. */
const WORDS = 20_000;

const klarlint = join(dirname(fileURLToPath(import.meta.url)), '../../dist/klarlint.cjs');
const folder = mkdtempSync(join(tmpdir(), 'klarlint-bench-'));
try {
  const text = draft(WORDS);
  writeFileSync(join(folder, 'text.md'), text);
  writeFileSync(join(folder, 'text.docx'), docxOf(text.split('\n\n').map(paragraphs).join('')));
  const times: Record<string, number[]> = { 'text.md': [], 'text.docx': [] };
  for (let run = 0; run < RUNS; run++)
    for (const [name, all] of Object.entries(times))
      all.push(measure([klarlint, '--no-color', join(folder, name)]).ms);
  const [markdown, docx] = Object.values(times).map(median) as [number, number];
  console.log(`${WORDS} words  Markdown ${markdown.toFixed(0)} ms, Word ${docx.toFixed(0)} ms\n`);
  aims([['Word / Markdown', docx / markdown, 2]]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A part of the draft in Word: heading, list, quotation or paragraph, cut in runs as Word cuts what was typed at several times. */
function paragraphs(part: string): string {
  if (part.startsWith('# ') || part.startsWith('## ')) return p(part.replace(/^#+ /u, ''), 'Rubrik1');
  if (part.startsWith('- '))
    return part
      .split('\n')
      .map((item) => p(runs(item.slice(2)), 'Punkt'))
      .join('');
  return part.startsWith('> ') ? p(runs(part.slice(2)), 'Citat') : p(runs(part));
}

function runs(text: string): string {
  const plain = text.replace(/\[([^\]]*)\]\([^)]*\)|\*([^*]*)\*/gu, '$1$2').replaceAll('&', '&amp;');
  return plain
    .split(/(?<=[.,?!]) /u)
    .map((one) => `<w:r><w:t xml:space="preserve">${one} </w:t></w:r>`)
    .join('');
}
