import { strFromU8, unzipSync } from 'fflate';
import { UnreadableDocument } from './unreadable.ts';

/** The most that the parts of a document may hold when they are unpacked, in bytes. */
const MOST = 100_000_000;
const DAMAGED = 'Filen är skadad eller avbruten. Öppna den i Word eller LibreOffice och spara den på nytt.';

/** What a packed document holds: the names of all parts, and those that are asked for, as bytes. */
export interface Package {
  readonly names: readonly string[];
  bytes(name: string): Uint8Array | undefined;
  /** A part in UTF-8 or UTF-16, as XML may be written. */
  text(name: string): string | undefined;
}

/**
 * Opens a packed document. Nothing is unpacked but the parts that are wanted, in memory; their names are only looked up.
 * Throws an `UnreadableDocument` for one that is damaged or much larger than it looks.
 */
export function openPackage(bytes: Uint8Array, isWanted: (name: string) => boolean): Package {
  const names: string[] = [];
  let size = 0;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        if (!isWanted(name)) return false;
        size += originalSize;
        if (size > MOST)
          throw new UnreadableDocument('Filen är mycket större än den ser ut och läses inte. Dela den.');
        return true;
      },
    });
  } catch (error) {
    throw error instanceof UnreadableDocument ? error : new UnreadableDocument(DAMAGED);
  }
  const read = (name: string): Uint8Array | undefined =>
    Object.hasOwn(parts, name) ? parts[name] : undefined;
  return {
    names,
    bytes: read,
    text(name) {
      const part = read(name);
      return part && decode(part);
    },
  };
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return strFromU8(bytes);
}
