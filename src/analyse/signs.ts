/**
 * Which characters other than letters a stretch of text holds, as bits: whether a rule about dashes or figures has
 * anything to look at is told by one glance. A bit may stand for several characters, so it can say yes in vain, never no.
 */
const DIGIT = 1 << 16;
/** Two capitals in a row, as in an abbreviation. */
const CAPITALS = 1 << 18;
const OTHER = 1 << 25;
const BEYOND_ASCII: Readonly<Record<string, number>> = {
  '–': 1 << 17,
  '—': 1 << 17,
  '”': 1 << 19,
  '“': 1 << 19,
  '„': 1 << 19,
  '’': 1 << 20,
  '‘': 1 << 20,
  '«': 1 << 21,
  '»': 1 << 21,
  '…': 1 << 22,
  '§': 1 << 23,
  '\u00a0': 1 << 24,
};

const TABLE_SIZE = 0x180;
const TABLE = new Int32Array(TABLE_SIZE);
for (let code = 0; code < TABLE_SIZE; code++) TABLE[code] = inTable(code);

function inTable(code: number): number {
  const character = String.fromCharCode(code);
  if (character === ' ' || character.toLowerCase() !== character.toUpperCase()) return 0;
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  // The marks of ASCII leave out 16 to 25 of each 32, where its digits stand.
  if (code > 0x20 && code < 0x7f) return 1 << (code & 31);
  return BEYOND_ASCII[character] ?? OTHER;
}

/** The bits of the characters from `start` to `end`, end exclusive. */
export function signsIn(text: string, start: number, end: number): number {
  let bits = 0;
  let capital = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 97 && code <= 122) {
      capital = false;
      continue;
    }
    bits |= code < TABLE_SIZE ? TABLE[code]! : (BEYOND_ASCII[text[at]!] ?? OTHER);
    const isCapital = code < 128 ? code >= 65 && code <= 90 : text[at]!.toLowerCase() !== text[at];
    if (isCapital && capital) bits |= CAPITALS;
    capital = isCapital;
  }
  return bits;
}

/** The bits to ask for: any digit as `0`, two capitals in a row as `A`, every other mark as itself. */
export function signBits(signs: string): number {
  let bits = 0;
  for (const sign of signs) bits |= sign === 'A' ? CAPITALS : signsIn(sign, 0, sign.length);
  return bits;
}
