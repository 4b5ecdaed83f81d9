import type { SourceDocument } from './document.ts';
import { UnreadableDocument } from './unreadable.ts';
import { openPackage } from './zip.ts';

/** Reads a packed document, Word's or LibreOffice's, whatever its name is. Throws an `UnreadableDocument`. */
export async function readOffice(bytes: Uint8Array): Promise<SourceDocument> {
  const { names } = openPackage(bytes, () => false);
  if (names.includes('content.xml')) return (await import('./odt.ts')).readOdt(bytes);
  if (names.some((name) => name.startsWith('word/'))) return (await import('./docx.ts')).readDocx(bytes);
  if (names.some((name) => /^(?:xl|ppt)\//u.test(name)))
    throw new UnreadableDocument(
      'klarlint läser inte Excel eller PowerPoint. Spara texten som .docx eller .md.',
    );
  throw new UnreadableDocument(
    'Filen är packad, men ingen text från Word (.docx) eller LibreOffice (.odt). Ange själva texten.',
  );
}
