import type { SentenceContent } from 'nlcst';
import type { Point, Position } from 'unist';

/** With a scheme or `www.`, a mailbox, or a name under a top domain with a path after it; without the stop that follows. */
const ADDRESS = new RegExp(
  [
    /(?:https?|ftp):\/\/[^\s<>"”“»«]*[^\s<>"”“»«.,;:!?…)\]}'’*]/u,
    /www\.[^\s<>"”“»«]*[^\s<>"”“»«.,;:!?…)\]}'’*]/u,
    /[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/u,
    /(?:[\p{L}\p{N}-]{1,63}\.){1,5}(?:se|nu|com|org|net|eu|fi|no|dk|io|info)\/(?:[^\s<>"”“»«]*[^\s<>"”“»«.,;:!?…)\]}'’*])?/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'uy',
);
/** What shows, right behind a word, that it may begin an address. */
const IN_ADDRESS = /[@+%/:]/;

/** What may join letters and digits into one word. */
const JOINT = new RegExp(
  [
    /\.(?=[\p{Ll}\p{N}])/u, // t.ex, 9.30, rapport.docx
    /(?<!(?<![\p{L}\p{N}.])\p{Ll}{2,})\.(?=\p{Lu})|\.(?=\p{Lu}(?!\p{Ll}))/u, // J.K, ASP.NET, but not the lost space of ”klart.Nu”
    /(?<=\p{Lu})\.-(?=\p{Lu})/u, // K.-G.
    /[-\u2010\u2011\u00ad](?=[\p{L}\p{N}])|(?<=\p{N})–(?=\p{N})/u, // e-hälsa, 10-15, 10–15
    /:(?=\p{Ll}{1,5}(?![\p{L}\p{N}]))|(?<=\p{N})[:,](?=\p{N})/u, // EU:s, 13:30, 2017/18:123, 2,5
    /\/(?=\p{N})|(?<=\p{L}\p{N})\/(?=\p{L}{1,3}(?![\p{L}\p{N}]))/u, // 1/2, RS/2807/2017, m3/s
    /(?<=\p{N})\/(?=\p{Lu}{1,4}(?![\p{L}\p{N}]))/u, // S2019/01234/FS, 2011/24/EU
    /['’](?=\p{L})|(?<=\p{Lu})&(?=\p{Lu})/u, // d’Estaing, H&M
  ]
    .map(({ source }) => source)
    .join('|'),
  'u',
);

const WORD = new RegExp(
  `[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}_]*(?:(?:${JOINT.source})[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}_]*)*`,
  'u',
);

/** Digits in groups of three: 1 234,50. Not ”2020 100”, and not a telephone number. */
const GROUPS =
  /(?!0)\p{Nd}{1,3}(?:[ \u00a0\u2009\u202f]\p{Nd}{3})+(?![\p{L}\p{N}]|[ \u00a0\u2009\u202f]\p{Nd}{2}(?!\p{Nd}))(?:,\p{Nd}+)?/u;

/** The end of a word whose beginning has just been said, or a year: mans- och -kvinnor, 1966 och -67. */
const TAIL = new RegExp(String.raw`(?<=[ \u00a0(/])-(?=\p{Ll}{2}|\p{Nd})${WORD.source}`, 'u');

/** A word, with the hyphen that ends ”hälso-”, or a number. */
const WORDS = new RegExp(
  `${GROUPS.source}(?:[-–]${GROUPS.source})?|${TAIL.source}|${WORD.source}(?:-(?![\\p{L}\\p{N}-]))?`,
  'uy',
);

/** An emoji with its modifiers, a run of one mark, or any other character. */
const MARKS = new RegExp(
  [
    '\\p{Regional_Indicator}{2}',
    'PP(?:\\u200dPP)*'.replaceAll('PP', '\\p{Extended_Pictographic}[\\p{M}\\p{Emoji_Modifier}]*'),
    '([.!?…_=*~-])\\1*',
    '[^]',
  ].join('|'),
  'uy',
);
const SPACE = /\s+/uy;
const PUNCTUATION = /^\p{P}/u;

/** Classes of the commonest characters, by code: with them most tokens need no expression. */
const LETTER = 1;
const DIGIT = 2;
const SPACING = 3;
const LONE_MARK = 4;
const COMMON = new Uint8Array(0x180);
for (let code = 0; code < COMMON.length; code++) {
  const character = String.fromCharCode(code);
  if (/\p{L}/u.test(character)) COMMON[code] = LETTER;
  else if (/\d/u.test(character)) COMMON[code] = DIGIT;
  else if (/\s/u.test(character)) COMMON[code] = SPACING;
  else if (/[,;()"§%]/u.test(character)) COMMON[code] = LONE_MARK;
}

function classOf(code: number): number | undefined {
  return code === 0x201d ? LONE_MARK : COMMON[code];
}

/** Whether exactly three figures stand here. */
function isGroup(text: string, at: number): boolean {
  let end = at;
  while (end < at + 4 && COMMON[text.charCodeAt(end)] === DIGIT) end++;
  return end === at + 3;
}

/** Where a word of letters alone, or a number of figures alone, ends; `at` when it takes the expression to tell. */
function plainWordEnd(text: string, at: number): number {
  const kind = COMMON[text.charCodeAt(at)];
  if (kind !== LETTER && kind !== DIGIT) return at;
  let end = at + 1;
  while (COMMON[text.charCodeAt(end)] === kind) end++;
  if (end === text.length) return end;
  let next = text.charCodeAt(end);
  const isStop =
    next === 0x2e || next === 0x21 || next === 0x3f || next === 0x3a || (kind === DIGIT && next === 0x2c);
  if (isStop) {
    if (end + 1 === text.length) return end;
    next = text.charCodeAt(end + 1);
    return classOf(next) === SPACING || classOf(next) === LONE_MARK ? end : at;
  }
  const after = classOf(next);
  if (after === LONE_MARK) return next === 0x25 && kind === LETTER ? at : end;
  if (after !== SPACING) return at;
  return kind === DIGIT && isGroup(text, end + 1) ? at : end;
}

/** Where the word that begins at `at` ends; `at` when none does. */
function wordEnd(text: string, at: number): number {
  const plain = plainWordEnd(text, at);
  if (plain > at) return plain;
  WORDS.lastIndex = at;
  if (!WORDS.test(text)) return at;
  const end = WORDS.lastIndex;
  if (IN_ADDRESS.test(text.charAt(end)) || text.startsWith('www.', at)) {
    ADDRESS.lastIndex = at;
    if (ADDRESS.test(text)) return Math.max(end, ADDRESS.lastIndex);
  }
  return end;
}

/** Where the white space that begins at `at` ends; `at` when there is none. */
function spaceEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === 0x20 && COMMON[text.charCodeAt(at + 1)] === LETTER) return at + 1;
  SPACE.lastIndex = at;
  return SPACE.test(text) ? SPACE.lastIndex : at;
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
    let type: SentenceContent['type'] = 'WordNode';
    const kind = classOf(text.charCodeAt(from));
    if (kind === LONE_MARK) {
      type = 'PunctuationNode';
      at++;
    } else if (kind !== SPACING) {
      at = wordEnd(text, from);
    }
    if (at === from) {
      type = 'WhiteSpaceNode';
      at = spaceEnd(text, from);
      for (let i = from; i < at; i++) {
        const code = text.charCodeAt(i);
        if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) {
          line++;
          lineStart = i + 1;
        }
      }
    }
    if (at === from) {
      MARKS.lastIndex = from;
      MARKS.test(text);
      at = MARKS.lastIndex;
      type = PUNCTUATION.test(text.slice(from, at)) ? 'PunctuationNode' : 'SymbolNode';
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
