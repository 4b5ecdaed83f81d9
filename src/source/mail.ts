import PostalMime from 'postal-mime';
import type { SourceDocument } from './document.ts';
import { readHtml } from './html.ts';
import { readPlain } from './plain.ts';
import { UnreadableDocument } from './unreadable.ts';

/** Nobody writes letters within letters deeper than this. */
const DEEPEST = 30;

/**
 * Reads a mail as it is saved (.eml): the HTML part when there is one, else the plain text. The document's text is that
 * part, decoded. Throws an `UnreadableDocument`.
 */
export async function readMail(bytes: Uint8Array): Promise<SourceDocument> {
  let mail: Awaited<ReturnType<typeof PostalMime.parse>>;
  try {
    mail = await PostalMime.parse(bytes, { maxNestingDepth: DEEPEST });
  } catch {
    throw new UnreadableDocument('Mejlet är skadat eller för krångligt. Spara texten som .html eller .md.');
  }
  const { html, text } = mail;
  if (!html && !text)
    throw new UnreadableDocument('Mejlet har ingen text. Spara texten som .html eller .md.');
  const document = html ? readHtml(html) : readPlain(text!);
  const part = html ? 'HTML-delen' : 'textdelen';
  return {
    ...document,
    format: 'mail',
    where: () => part,
  };
}
