import { GAP } from './context.ts';

/** Where a form was found: offsets of the text, end exclusive. `gap` is what stands where the form has `…`. */
export interface Match {
  readonly end: number;
  readonly gap?: { readonly start: number; readonly end: number };
}

/**
 * Finds a form that begins at `start`. White space matches any run of it, `*` any letters, ` … ` one to four words
 * without a mark between them. A form that ends in a letter ends where the word does, and not before a hyphen.
 */
export function matchAt(form: string, text: string, start: number): Match | undefined {
  const cut = form.indexOf(' … ');
  if (cut < 0) {
    const end = endOf(form, text, start);
    return end < 0 ? undefined : { end };
  }
  const gapStart = endOf(`${form.slice(0, cut)} `, text, start);
  if (gapStart < 0) return undefined;
  let at = gapStart;
  for (let words = 0; words < GAP; words++) {
    const from = at;
    while (at < text.length && (isLetter(text.charCodeAt(at)) || (at > from && text[at] === '-'))) at++;
    if (at === from || !isSpace(text.charCodeAt(at))) return undefined;
    const end = endOf(form.slice(cut + 2), text, at);
    if (end >= 0) return { end, gap: { start: gapStart, end: at } };
    while (isSpace(text.charCodeAt(at))) at++;
  }
  return undefined;
}

/** Where a form without a gap ends, or -1. */
function endOf(form: string, text: string, start: number): number {
  let at = start;
  for (let i = 0; i < form.length; i++) {
    const wanted = form.charCodeAt(i);
    if (wanted === SPACE) {
      const from = at;
      while (isSpace(text.charCodeAt(at))) at++;
      if (at === from) return -1;
    } else if (wanted === STAR) {
      const alone = form[i - 1] === ' ' && form[i + 1] === ' ';
      const from = at;
      // A star with letters after it takes as many as leave those.
      const tail = /^[^ *]*/u.exec(form.slice(i + 1))![0];
      while (at < text.length && isLetter(text.charCodeAt(at))) at++;
      if (tail !== '') {
        at -= tail.length;
        if (at < from) return -1;
      } else if (alone && at === from) return -1;
    } else {
      if (text.charCodeAt(at) !== wanted) return -1;
      at++;
    }
  }
  const last = form.charCodeAt(form.length - 1);
  if (last !== STAR && !isLetter(last)) return at;
  const next = text.charCodeAt(at);
  if (isLetter(next) || (next === HYPHEN && isLetter(text.charCodeAt(at + 1)))) return -1;
  return at;
}

/** The run of letters and digits that a text begins with: what forms are looked up by. */
export function leadingRun(text: string): string {
  let end = 0;
  while (end < text.length && isLetter(text.charCodeAt(end))) end++;
  return end === text.length ? text : text.slice(0, end);
}

const SPACE = 32;
const STAR = 42;
const HYPHEN = 45;

/** Whether a UTF-16 unit is a letter or a digit; `NaN`, past a text's end, is neither. */
export function isLetter(code: number): boolean {
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  // Latin letters and the common marks are told without the expression, whose first use costs milliseconds.
  if (code < 0x250) return code >= 0xc0 && code !== 0xd7 && code !== 0xf7;
  if (Number.isNaN(code) || (code >= 0x2000 && code < 0x2070)) return false;
  return /[\p{L}\p{N}]/u.test(String.fromCharCode(code));
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 160 || code === 8239;
}
