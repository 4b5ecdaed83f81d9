import type { SentenceContent } from 'nlcst';
import type { Point, Position } from 'unist';
import {
  isDigit,
  isLetter,
  isLetterOrNumber,
  isLower,
  isMark,
  isNumber,
  isSpace,
  isUpper,
} from './characters.ts';

/** With a scheme or `www.`, a mailbox, or a name under a top domain with a path after it; without the stop that follows. */
const ADDRESS = new RegExp(
  [
    /(?:https?|ftp):\/\/[^\s<>"”“»«]*[^\s<>"”“»«.,;:!?…)\]}'’*]/,
    /www\.[^\s<>"”“»«]*[^\s<>"”“»«.,;:!?…)\]}'’*]/,
    /[A-Za-z0-9\u00c0-\u024f][A-Za-z0-9\u00c0-\u024f._%+-]{0,63}@[A-Za-z0-9\u00c0-\u024f-]+(?:\.[A-Za-z0-9\u00c0-\u024f-]+)*/,
    /(?:[A-Za-z0-9\u00c0-\u024f-]{1,63}\.){1,5}(?:se|nu|com|org|net|eu|fi|no|dk|io|info)\/(?:[^\s<>"”“»«]*[^\s<>"”“»«.,;:!?…)\]}'’*])?/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'y',
);
/** What shows, right behind a word, that it may begin an address. */
const IN_ADDRESS = '@+%/:';

/** Digits in groups of three: 1 234,50. Not ”2020 100”, and not a telephone number. */
const GROUPS =
  /(?!0)\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![A-Za-zÀ-ÖØ-öø-ɏ\d]|[ \u00a0\u2009\u202f]\d\d(?!\d))(?:,\d+)?/;
const GROUPED = new RegExp(`${GROUPS.source}(?:[-–]${GROUPS.source})?`, 'y');

/** An emoji with its modifiers. */
const EMOJI =
  /\p{Regional_Indicator}{2}|\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}]*(?:\u200d\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}]*)*/uy;
/** Below this there are no emoji but © and ®, which are symbols anyway. */
const FIRST_EMOJI = 0x203c;
/** A run of these is one mark. */
const REPEATED = '.!?…_=*~-';
const LONE_MARKS = ',;()"§%”';
const PUNCTUATION = /^\p{P}/u;

/** The end of the letters and digits that begin at `at`, with the marks that combine with them. */
function runEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    if (isLetterOrNumber(text, end))
      end += text.charCodeAt(end) >= 0xd800 && text.charCodeAt(end) <= 0xdbff ? 2 : 1;
    else if (end > at && (text[end] === '_' || isMark(text, end))) end++;
    else break;
  }
  return end;
}

/** How many lower-case letters stand from `at` on. */
function lowerRun(text: string, at: number): number {
  let end = at;
  while (isLower(text, end)) end++;
  return end - at;
}

/** Whether a run of `least` to `most` letters of a kind stands at `at` with neither letter nor digit after it. */
function isShortRun(
  text: string,
  at: number,
  most: number,
  is: (text: string, at: number) => boolean,
): boolean {
  let end = at;
  while (end - at <= most && is(text, end)) end++;
  return end > at && end - at <= most && !isLetterOrNumber(text, end);
}

/** The length of the mark at `at` that joins what is before it and what is after it into one word; 0 when it does not. */
function jointLength(text: string, at: number): number {
  const next = at + 1;
  switch (text[at]) {
    case '.':
      if (isLower(text, next) || isNumber(text, next)) return 1; // t.ex, 9.30, rapport.docx
      // J.K, ASP.NET, but not the lost space of ”klart.Nu”
      if (isUpper(text, next)) return !isLower(text, next + 1) || !endsLowerWord(text, at) ? 1 : 0;
      return text[next] === '-' && isUpper(text, at - 1) && isUpper(text, next + 1) ? 2 : 0; // K.-G.
    case '-':
    case '\u2010':
    case '\u2011':
    case '\u00ad':
      return isLetterOrNumber(text, next) ? 1 : 0; // e-hälsa, 10-15
    case '–':
      return isNumber(text, at - 1) && isNumber(text, next) ? 1 : 0; // 10–15
    case ':':
      if (isShortRun(text, next, 5, isLower)) return 1; // EU:s
      return isNumber(text, at - 1) && isNumber(text, next) ? 1 : 0; // 13:30, 2017/18:123
    case ',':
      return isNumber(text, at - 1) && isNumber(text, next) ? 1 : 0; // 2,5
    case '/':
      if (isNumber(text, next)) return 1; // 1/2, RS/2807/2017
      if (!isNumber(text, at - 1)) return 0;
      if (isLetter(text, at - 2) && isShortRun(text, next, 3, isLetter)) return 1; // m3/s
      return isShortRun(text, next, 4, isUpper) ? 1 : 0; // S2019/01234/FS, 2011/24/EU
    case "'":
    case '’':
      return isLetter(text, next) ? 1 : 0; // d’Estaing
    case '&':
      return isUpper(text, at - 1) && isUpper(text, next) ? 1 : 0; // H&M
    default:
      return 0;
  }
}

/** Whether a whole word in lower case, two letters or more, ends before `at`. */
function endsLowerWord(text: string, at: number): boolean {
  let start = at;
  while (isLower(text, start - 1)) start--;
  return at - start >= 2 && !isLetterOrNumber(text, start - 1) && text[start - 1] !== '.';
}

/** Where the word of letters and digits, and of what joins them, that begins at `at` ends; `at` when none does. */
function joinedEnd(text: string, at: number): number {
  let end = runEnd(text, at);
  while (end > at && end < text.length) {
    const joint = jointLength(text, end);
    if (joint === 0 || !isLetterOrNumber(text, end + joint)) break;
    end = runEnd(text, end + joint);
  }
  return end;
}

/** Where the word that begins at `at` ends; `at` when none does. */
function wordEnd(text: string, at: number): number {
  // The end of a word whose beginning has just been said, or a year: mans- och -kvinnor, 1966 och -67.
  if (text[at] === '-') {
    const isTail =
      at > 0 && ' \u00a0(/'.includes(text[at - 1]!) && (lowerRun(text, at + 1) > 1 || isDigit(text, at + 1));
    return isTail ? joinedEnd(text, at + 1) : at;
  }
  if (isDigit(text, at)) {
    GROUPED.lastIndex = at;
    if (GROUPED.test(text)) return GROUPED.lastIndex;
  }
  let end = joinedEnd(text, at);
  if (end === at) return at;
  // The hyphen that ends ”hälso-”.
  if (text[end] === '-' && text[end + 1] !== '-' && !isLetterOrNumber(text, end + 1)) end++;
  if ((end < text.length && IN_ADDRESS.includes(text[end]!)) || text.startsWith('www.', at)) {
    ADDRESS.lastIndex = at;
    if (ADDRESS.test(text)) return Math.max(end, ADDRESS.lastIndex);
  }
  return end;
}

/** Where the mark or symbol that begins at `at` ends. */
function markEnd(text: string, at: number): number {
  if (REPEATED.includes(text[at]!)) {
    let end = at + 1;
    while (text[end] === text[at]) end++;
    return end;
  }
  const code = text.codePointAt(at)!;
  if (code >= FIRST_EMOJI) {
    EMOJI.lastIndex = at;
    if (EMOJI.test(text)) return EMOJI.lastIndex;
  }
  return at + (code > 0xffff ? 2 : 1);
}

function isPunctuation(mark: string): boolean {
  return REPEATED.includes(mark[0]!) || LONE_MARKS.includes(mark)
    ? mark[0] !== '=' && mark[0] !== '~'
    : PUNCTUATION.test(mark);
}

/**
 * Cuts a text into words, marks, symbols and white space. A word is one node with one text in it, whatever marks join
 * its parts. Together the nodes are the text.
 */
export function tokenize(text: string): SentenceContent[] {
  const nodes: SentenceContent[] = [];
  let line = 1;
  let lineStart = 0;
  let start: Point = { line, column: 1, offset: 0 };
  for (let at = 0; at < text.length; ) {
    const from = at;
    let type: SentenceContent['type'] = 'WhiteSpaceNode';
    while (isSpace(text, at)) {
      const code = text.charCodeAt(at);
      at++;
      if (code === 10 || (code === 13 && text.charCodeAt(at) !== 10)) {
        line++;
        lineStart = at;
      }
    }
    if (at === from) {
      type = 'WordNode';
      at = wordEnd(text, from);
    }
    if (at === from) {
      at = markEnd(text, from);
      type = isPunctuation(text.slice(from, at)) ? 'PunctuationNode' : 'SymbolNode';
    }
    const value = text.slice(from, at);
    const end: Point = { line, column: at - lineStart + 1, offset: at };
    const position: Position = { start, end };
    nodes.push(
      type === 'WordNode'
        ? { type, children: [{ type: 'TextNode', value, position }], position }
        : ({ type, value, position } as SentenceContent),
    );
    start = end;
  }
  return nodes;
}
