import { getDocumentProxy } from 'unpdf';
import type { SourceDocument } from './document.ts';
import { Paper } from './paper.ts';
import { UnreadableDocument } from './unreadable.ts';

const MOST_PAGES = 2000;

/**
 * Reads the text of a PDF. A PDF says where letters stand and not what is a paragraph: that is told here by size and
 * distance. Lines at the head or foot of many pages are left out, and words that a line's end divides are mended. Throws
 * an `UnreadableDocument`.
 */
export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
  const pages = await linesOf(bytes);
  const margins = repeated(pages);
  const all = pages.flatMap((lines, page) =>
    lines.filter((line) => !margins.has(marginKey(line))).map((line) => ({ ...line, page: page + 1 })),
  );
  if (all.length === 0)
    throw new UnreadableDocument(
      'PDF-filen har ingen text, bara bilder. Kör textigenkänning (OCR) på den först.',
    );
  const size = usualSize(all);
  const paper = new Paper();
  let list = 0;
  let number = 0;
  for (const lines of paragraphs(all)) {
    const [first] = lines as [PagedLine];
    const text = joined(lines.map((line) => line.text));
    const where = `sida ${first.page}`;
    const bullet = BULLET.exec(text)?.[0];
    if (bullet !== undefined) {
      if (number === 0) list++;
      number++;
      const item = { list, number };
      paper.add({
        kind: 'list-item',
        depth: 1,
        quoted: false,
        item,
        text: text.slice(bullet.length),
        spans: [],
        where,
      });
      continue;
    }
    number = 0;
    if (LEADERS.test(text)) continue;
    const isHeading = first.size > size * 1.12 && text.length < 150;
    const kind = isHeading ? 'heading' : 'paragraph';
    paper.add({
      kind,
      depth: isHeading ? (first.size > size * 1.4 ? 1 : 2) : 0,
      quoted: false,
      text,
      spans: [],
      where,
    });
  }
  return paper.document('pdf');
}

/** A line of a page, from above; sizes and places in points. */
interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Where it ends. */
  readonly right: number;
  /** Its place on the page, from 0 at the head to 1 at the foot. */
  readonly height: number;
}

interface PagedLine extends Line {
  readonly page: number;
}

const BULLET = /^(?:[•▪◦●‣·]|[-–—](?=\s)|\d{1,2}[.)](?=\s+\p{L})|o(?=\s{1,3}\p{Lu}))\s*/u;
/** What leads the eye to a page's number in a table of contents. */
const LEADERS = /(?:\.\s?){6,}\s*\d*\s*$/u;

async function linesOf(bytes: Uint8Array): Promise<Line[][]> {
  try {
    // The library takes the bytes over, and wants them plain.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false });
    if (pdf.numPages > MOST_PAGES)
      throw new UnreadableDocument(`PDF-filen har fler än ${MOST_PAGES} sidor. Dela den.`);
    const pages: Line[][] = [];
    for (let i = 1; i <= pdf.numPages; i++) {
      const page = await pdf.getPage(i);
      const { items } = await page.getTextContent();
      pages.push(linesIn(items as TextItem[], page.view as number[]));
      page.cleanup();
    }
    await pdf.destroy();
    return pages;
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    const { name } = error as Error;
    throw new UnreadableDocument(
      name === 'PasswordException'
        ? 'PDF-filen är skyddad med lösenord. Spara den utan lösenord.'
        : 'PDF-filen är skadad eller avbruten. Skapa den på nytt.',
    );
  }
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** The lines of a page in the order that the file has them, which follows columns. */
function linesIn(items: readonly TextItem[], [, bottom = 0, , top = 842]: readonly number[]): Line[] {
  const lines: Line[] = [];
  let open: { text: string; x: number; y: number; size: number; right: number } | undefined;
  const close = (): void => {
    if (open && open.text.trim() !== '')
      lines.push({
        ...open,
        text: open.text.replace(/\s+/gu, ' ').trim(),
        height: (top - open.y) / (top - bottom),
      });
    open = undefined;
  };
  for (const { str, transform, width, height } of items) {
    if (str === '') continue;
    const [, , , , x = 0, y = 0] = transform;
    const size = height || Math.abs(transform[3] ?? 0);
    const same = open && Math.abs(open.y - y) < Math.max(open.size, size) * 0.5 && x >= open.right - size * 2;
    if (!same) close();
    if (!open) open = { text: str, x, y, size, right: x + width };
    else {
      const gap = x - open.right > size * 0.2 && !/\s$/u.test(open.text) && !/^\s/u.test(str);
      open.text += (gap ? ' ' : '') + str;
      open.right = x + width;
      if (str.trim() !== '') open.size = Math.max(open.size, size);
    }
  }
  close();
  return lines;
}

/** Which lines stand at the head or foot of many pages, figures apart. */
function repeated(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const lines of pages)
    for (const key of new Set(lines.map(marginKey)))
      if (key !== '') times.set(key, (times.get(key) ?? 0) + 1);
  const enough = Math.max(3, pages.length / 3);
  return new Set([...times].filter(([, count]) => count >= enough).map(([key]) => key));
}

/** What a line at the head or foot is known by on other pages; empty for those between. */
function marginKey({ text, height }: Line): string {
  const part = height < 0.12 ? 'head' : height > 0.88 ? 'foot' : '';
  return part && `${part} ${text.replace(/\d+/gu, '#')}`;
}

/** The size of most letters. */
function usualSize(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

function* paragraphs(lines: readonly PagedLine[]): Generator<PagedLine[]> {
  const usual = usualGap(lines);
  let open: PagedLine[] = [];
  for (const line of lines) {
    const last = open.at(-1);
    if (last && !goesOn(last, line, usual)) {
      yield open;
      open = [];
    }
    open.push(line);
  }
  if (open.length > 0) yield open;
}

/** The distance between most lines, in sizes of their letters. */
function usualGap(lines: readonly PagedLine[]): number {
  const gaps = lines
    .slice(1)
    .map((line, i) => (lines[i]!.page === line.page ? (lines[i]!.y - line.y) / line.size : 0))
    .filter((gap) => gap > 0.5 && gap < 3)
    .sort((a, b) => a - b);
  return gaps[gaps.length >> 1] ?? 1.2;
}

function goesOn(last: PagedLine, line: PagedLine, usual: number): boolean {
  if (BULLET.test(line.text) || LEADERS.test(last.text)) return false;
  if (Math.abs(last.size - line.size) > last.size * 0.08) return false;
  const open = !/[.!?:]["”’)\]]*$/u.test(last.text);
  // Over the end of a page or a column only a sentence that has not ended goes on.
  if (last.page !== line.page || line.y > last.y) return open && /^\p{Ll}/u.test(line.text);
  return (last.y - line.y) / line.size <= usual * 1.25;
}

/** Lines as one text. A hyphen before a small letter was put there by the line's end, unless a word like ”och” follows. */
function joined(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const divided = /\p{Ll}[-\u00ad\u2010]$/u.test(text) && /^\p{Ll}/u.test(line);
    if (divided && !/^(?:och|eller|samt|som|till|men)(?!\p{L})/u.test(line)) return text.slice(0, -1) + line;
    // IT-|kompetens
    if (/\p{Lu}-$/u.test(text) && /^\p{Ll}/u.test(line) && !/^(?:och|eller|samt)(?!\p{L})/u.test(line))
      return text + line;
    return `${text} ${line}`;
  });
}
