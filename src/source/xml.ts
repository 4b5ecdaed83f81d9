import { SaxesParser, type SaxesTagNS } from 'saxes';
import { UnreadableDocument } from './unreadable.ts';

/** What is told of an XML document as it is read. Offsets are in UTF-16 units of the source, end exclusive. */
export interface XmlReader {
  /** `start` is where the tag begins, `end` where its content does. */
  open?(tag: XmlTag, start: number, end: number): void;
  /** `start` is where the closing tag begins (where the element ends, when it has no content). */
  close?(local: string, start: number, end: number): void;
  /** Text between two tags, as it is written. */
  text?(start: number, end: number): void;
}

export interface XmlTag {
  /** Without its prefix. */
  readonly local: string;
  readonly prefix: string;
  readonly uri: string;
  /** An attribute by its name without prefix; of two that share it the first. */
  attribute(local: string): string | undefined;
}

/** Reads XML. Throws an `UnreadableDocument` when it is no XML, or has a DOCTYPE: no document of ours needs one. */
export function readXml(source: string, reader: XmlReader): void {
  const parser = new SaxesParser({ xmlns: true });
  /** Where the last tag, comment or instruction ended. */
  let last = 0;
  const upTo = (start: number): void => {
    if (start > last) reader.text?.(last, start);
  };
  parser.on('error', () => {
    throw damaged();
  });
  parser.on('doctype', () => {
    throw damaged();
  });
  parser.on('opentag', (tag) => {
    const end = parser.position;
    const start = source.lastIndexOf('<', end - 1);
    upTo(start);
    last = end;
    reader.open?.(tagOf(tag), start, end);
    if (tag.isSelfClosing) reader.close?.(tag.local, end, end);
  });
  parser.on('closetag', ({ local, isSelfClosing }) => {
    if (isSelfClosing) return;
    const end = parser.position;
    const start = source.lastIndexOf('<', end - 1);
    upTo(start);
    last = end;
    reader.close?.(local, start, end);
  });
  for (const event of ['comment', 'processinginstruction', 'cdata', 'xmldecl'] as const)
    parser.on(event, () => {
      last = parser.position;
    });
  parser.write(source).close();
}

function tagOf({ local, prefix, uri, attributes }: SaxesTagNS): XmlTag {
  return {
    local,
    prefix,
    uri,
    attribute: (name) => Object.values(attributes).find((one) => one.local === name)?.value,
  };
}

function damaged(): UnreadableDocument {
  return new UnreadableDocument(
    'Filen är skadad eller avbruten. Öppna den i Word eller LibreOffice och spara den på nytt.',
  );
}

const MEANING: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What a piece of XML text says, with the place in the source of each of its UTF-16 units. */
export function decodedXml(source: string, start: number, end: number): { text: string; places: number[] } {
  let text = '';
  const places: number[] = [];
  for (let at = start; at < end; ) {
    const reference = source[at] === '&' ? /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/uy : undefined;
    if (reference) reference.lastIndex = at;
    const match = reference?.exec(source);
    const letters = match ? referred(match) : source[at]!;
    for (let i = 0; i < letters.length; i++) places.push(at);
    text += letters;
    at += match ? match[0].length : 1;
  }
  return { text, places };
}

function referred([whole, hex, decimal, name]: RegExpExecArray): string {
  if (name !== undefined) return MEANING[name] ?? whole!;
  const code = Number.parseInt(hex ?? decimal!, hex ? 16 : 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
