import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { number } from '../report/wording.ts';
import type { SourceDocument } from '../source/document.ts';
import { readMarkdown } from '../source/markdown.ts';
import { readPlain } from '../source/plain.ts';
import { UnreadableDocument } from '../source/unreadable.ts';

/** What a file says, and what the user should know of how it was read. */
export interface Content {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly note?: string;
  /** The document, when it lies in no text file: a Word document, say. It can't be written again as a text. */
  readonly source?: SourceDocument;
}

/** How a file was written, so that it can be written so again. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Thrown for a file that can't be read as a text, with a Swedish sentence. */
export class UnreadableError extends Error {}

/** The longest text that is read, in bytes: about 320,000 words, which take half a gigabyte of memory. */
export const MAX_BYTES = 2_000_000;
const TOO_LARGE = `Texten är större än ${number(MAX_BYTES / 1_000_000)} MB. Dela den i mindre filer.`;

/** The largest document of another kind that is read, in bytes: pictures take up most of it. */
const MAX_DOCUMENT_BYTES = 100_000_000;
const TOO_LARGE_DOCUMENT = `Filen är större än ${number(MAX_DOCUMENT_BYTES / 1_000_000)} MB. Ta bort bilder eller dela den.`;

/** Reads a draft from a file: a text, or a document of another kind. Throws an `UnreadableError`. */
export async function readDraft(path: string): Promise<Content> {
  const bytes = readBytes(path);
  return (await documentIn(bytes, path)) ?? decode(bytes);
}

/** Reads a text from a file. Throws an `UnreadableError`. */
export function readText(path: string): Content {
  return decode(readBytes(path));
}

/** The document that bytes are, when they are no text; the reader is loaded then. Throws an `UnreadableError`. */
export async function documentIn(bytes: Buffer, path: string): Promise<Content | undefined> {
  try {
    const source = await sourceIn(bytes, path);
    return source && { text: source.text, encoding: 'utf-8', source };
  } catch (error) {
    throw error instanceof UnreadableDocument ? new UnreadableError(error.message) : error;
  }
}

async function sourceIn(bytes: Buffer, path: string): Promise<SourceDocument | undefined> {
  const head = bytes.toString('latin1', 0, 8);
  if (head.startsWith('PK\u0003\u0004')) return (await import('../source/office.ts')).readOffice(bytes);
  if (head.startsWith('%PDF-')) return (await import('../source/pdf.ts')).readPdf(bytes);
  if (/\.eml$/iu.test(path)) return (await import('../source/mail.ts')).readMail(bytes);
  if (head === OLE)
    throw new UnreadableError(
      'Filen är skyddad med lösenord eller sparad i Words gamla format (.doc). Spara den som .docx utan lösenord.',
    );
  return undefined;
}

/** How old Office files begin, and new ones with a password. */
const OLE = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1';

/** Reads a file of which as much as is allowed for its kind. Throws an `UnreadableError`. */
function readBytes(path: string): Buffer {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const stats = fstatSync(file);
    if (stats.isCharacterDevice() || stats.isBlockDevice()) {
      throw new UnreadableError('Det är en enhet och ingen fil. Ange en textfil.');
    }
    return readAll(file, stats.size, path);
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM') {
      throw new UnreadableError('Du får inte läsa filen. Ändra rättigheterna.');
    }
    if (code === 'ENOENT') throw new UnreadableError('Filen finns inte.');
    throw new UnreadableError(`Filen går inte att läsa (${code ?? String(error)}).`);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Reads a draft from standard input, which is taken to lie at a path. Throws an `UnreadableError`. */
export async function readStandardInput(path: string): Promise<Content> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > (DOCUMENT.test(path) ? MAX_DOCUMENT_BYTES : MAX_BYTES)) throw new UnreadableError(TOO_LARGE);
  }
  const bytes = Buffer.concat(chunks);
  return (await documentIn(bytes, path)) ?? decode(bytes);
}

function readAll(file: number, size: number, path: string): Buffer {
  const isDocument = DOCUMENT.test(path);
  const most = isDocument ? MAX_DOCUMENT_BYTES : MAX_BYTES;
  const tooLarge = isDocument ? TOO_LARGE_DOCUMENT : TOO_LARGE;
  if (size > most) throw new UnreadableError(tooLarge);
  // A pipe says that it is empty: its end is known when it comes.
  const chunks: Buffer[] = [];
  let read = 0;
  while (true) {
    const chunk = Buffer.allocUnsafe(Math.max(size - read + 1, 65_536));
    const length = readSync(file, chunk, 0, chunk.length, null);
    if (length === 0) return Buffer.concat(chunks);
    read += length;
    if (read > most) throw new UnreadableError(tooLarge);
    chunks.push(chunk.subarray(0, length));
  }
}

/** Files that are larger than what they say. */
const DOCUMENT = /\.(?:docx|odt|pdf|eml)$/iu;

/** Turns bytes into text: UTF-8; else UTF-16 by its mark; else windows-1252. Throws an `UnreadableError` for other data. */
export function decode(bytes: Buffer): Content {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  if (utf16)
    return {
      text: new TextDecoder(utf16).decode(bytes),
      encoding: utf16,
      note: 'Filen är kodad som UTF-16. Spara den gärna som UTF-8.',
    };
  const head = bytes.toString('latin1', 0, 8);
  if (head.startsWith('{\\rtf'))
    throw new UnreadableError('klarlint läser inte RTF. Spara texten som .md eller .txt.');
  if (bytes.includes(0))
    throw new UnreadableError('Filen är ingen text. Ange en fil i Markdown eller ren text.');
  if (isUtf8(bytes)) {
    const text = bytes.toString('utf8');
    return text.startsWith('\ufeff')
      ? { text: text.slice(1), encoding: 'utf-8-bom' }
      : { text, encoding: 'utf-8' };
  }
  const text = windows1252(bytes);
  // Few control characters, if any, stand in a text; in other data they are common.
  const steering = text.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/gu)?.length ?? 0;
  if (steering > text.length / 100)
    throw new UnreadableError('Filen är ingen text. Ange en fil i Markdown eller ren text.');
  return {
    text,
    encoding: 'windows-1252',
    note: 'Filen är inte UTF-8 utan lästes som windows-1252 (Latin-1). Spara den gärna som UTF-8.',
  };
}

/** The characters that windows-1252 has from 0x80 to 0x9f and Latin-1 has not. */
const BEYOND_LATIN1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Node 20's own decoder takes windows-1252 for Latin-1 and loses the quotation marks. */
function windows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/gu, (letter) => BEYOND_LATIN1[letter.charCodeAt(0) - 0x80]!);
}

/** Turns a text back into bytes, as they were read. Throws an `UnreadableError` for a letter that the encoding lacks. */
export function encode(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-8-bom':
      return Buffer.from(`\ufeff${text}`);
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'windows-1252':
      return Buffer.from(Array.from(text, byteOf));
  }
}

function byteOf(letter: string): number {
  const code = letter.charCodeAt(0);
  if (letter.length === 1 && (code < 0x80 || (code >= 0xa0 && code < 0x100))) return code;
  const at = BEYOND_LATIN1.indexOf(letter);
  if (at < 0)
    throw new UnreadableError(
      `Filens teckenkodning, windows-1252, saknar ”${letter}”. Spara filen som UTF-8.`,
    );
  return 0x80 + at;
}

/**
 * Reads a text as what its name says it is: Markdown, MDX, HTML or plain text. Throws an `UnreadableError` for one that
 * can't be read.
 */
export async function sourceOf(path: string, text: string): Promise<SourceDocument> {
  if (/\.(?:md|markdown)$/iu.test(path)) return readMarkdown(text);
  try {
    if (/\.html?$/iu.test(path)) return (await import('../source/html.ts')).readHtml(text);
    if (/\.mdx$/iu.test(path)) return (await import('../source/mdx.ts')).readMdx(text);
    return readPlain(text);
  } catch (error) {
    throw error instanceof UnreadableDocument ? new UnreadableError(error.message) : error;
  }
}
