import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { BlockBuilder } from './builder.ts';

const WHITE_SPACE = /[ \t\n\f\r]/u;
const REFERENCE = /&(?:#[xX]([0-9a-fA-F]{1,6});?|#(\d{1,7});?|([0-9A-Za-z]{1,31});?)/uy;

/**
 * Adds the text between two places of an HTML source to a block: character references are what they stand for, and white
 * space is one blank, none at the beginning. `verbatim` keeps line breaks, as in `pre`.
 */
export function addHtmlText(
  source: string,
  from: number,
  to: number,
  builder: BlockBuilder,
  verbatim = false,
): void {
  let at = from;
  let plain = from;
  const flush = (end: number): void => {
    if (end > plain) builder.literal(source.slice(plain, end), plain);
  };
  while (at < to) {
    const letter = source[at]!;
    if (WHITE_SPACE.test(letter)) {
      flush(at);
      const start = at;
      while (at < to && WHITE_SPACE.test(source[at]!)) at++;
      if (verbatim) builder.replaced('\n', start, at);
      else if (builder.length > 0 && !/\s$/u.test(builder.text)) builder.replaced(' ', start, at);
      plain = at;
    } else if (letter === '&') {
      REFERENCE.lastIndex = at;
      const match = REFERENCE.exec(source);
      const meaning = match ? meaningOf(match) : undefined;
      if (match && meaning !== undefined && REFERENCE.lastIndex <= to) {
        flush(at);
        const end = at + match[0].length;
        builder.replaced(meaning, at, end);
        at = end;
        plain = at;
      } else at++;
    } else at++;
  }
  flush(to);
}

/** What a character reference stands for. */
function meaningOf([whole, hex, decimal, name]: RegExpExecArray): string | undefined {
  if (name !== undefined) {
    const decoded = decodeNamedCharacterReference(name);
    // Without its semicolon only an old name is one: in an address ”&copy=” often stands.
    return decoded === false || !whole!.endsWith(';') ? undefined : decoded;
  }
  const code = hex ? Number.parseInt(hex, 16) : Number.parseInt(decimal!, 10);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : '\ufffd';
}
