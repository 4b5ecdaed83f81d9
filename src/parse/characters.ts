/**
 * What a character is. The letters of Swedish and its neighbours are told by a table: an expression with `\p{L}` in it
 * costs milliseconds to compile, which a short run would pay for nothing. Offsets out of the text are no character.
 */
const LOWER = 1;
const UPPER = 2;
const OTHER_LETTER = 4;
const DIGIT = 8;
const OTHER_NUMBER = 16;
const SPACE = 32;
const LETTER = LOWER | UPPER | OTHER_LETTER;
const NUMBER = DIGIT | OTHER_NUMBER;

/** Latin and its supplements. */
const TABLE_SIZE = 0x250;
const TABLE = new Uint8Array(TABLE_SIZE);
for (let code = 0; code < TABLE_SIZE; code++) TABLE[code] = inTable(code);

function inTable(code: number): number {
  const character = String.fromCharCode(code);
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  if ('²³¹¼½¾'.includes(character)) return OTHER_NUMBER;
  if ((code >= 9 && code <= 13) || code === 0x20 || code === 0xa0) return SPACE;
  if ('ªº'.includes(character) || code === 0x1bb || (code >= 0x1c0 && code <= 0x1c3)) return OTHER_LETTER;
  const isTitle = code === 0x1c5 || code === 0x1c8 || code === 0x1cb || code === 0x1f2;
  if (isTitle) return OTHER_LETTER;
  const isAscii = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  if (!isAscii && code !== 0xb5 && (code < 0xc0 || code === 0xd7 || code === 0xf7)) return 0;
  return character.toLowerCase() === character ? LOWER : UPPER;
}

function is(text: string, at: number, kinds: number, rest: RegExp): boolean {
  const code = text.charCodeAt(at);
  if (code < TABLE_SIZE) return (TABLE[code]! & kinds) !== 0;
  if (Number.isNaN(code)) return false;
  return rest.test(String.fromCodePoint(text.codePointAt(at)!));
}

const ANY_LETTER = /\p{L}/u;
const ANY_LOWER = /\p{Ll}/u;
const ANY_UPPER = /\p{Lu}/u;
const ANY_NUMBER = /\p{N}/u;
const ANY_DIGIT = /\p{Nd}/u;
const ANY_LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;
const ANY_MARK = /\p{M}/u;
const ANY_SPACE = /\s/u;

export function isLetter(text: string, at: number): boolean {
  return is(text, at, LETTER, ANY_LETTER);
}

export function isLower(text: string, at: number): boolean {
  return is(text, at, LOWER, ANY_LOWER);
}

export function isUpper(text: string, at: number): boolean {
  return is(text, at, UPPER, ANY_UPPER);
}

export function isNumber(text: string, at: number): boolean {
  return is(text, at, NUMBER, ANY_NUMBER);
}

export function isDigit(text: string, at: number): boolean {
  return is(text, at, DIGIT, ANY_DIGIT);
}

export function isLetterOrNumber(text: string, at: number): boolean {
  return is(text, at, LETTER | NUMBER, ANY_LETTER_OR_NUMBER);
}

export function isMark(text: string, at: number): boolean {
  return text.charCodeAt(at) >= 0x300 && is(text, at, 0, ANY_MARK);
}

export function isSpace(text: string, at: number): boolean {
  return is(text, at, SPACE, ANY_SPACE);
}
