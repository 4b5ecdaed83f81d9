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
  'u',
);

/** What may join letters and digits into one word. */
const JOINT = new RegExp(
  [
    /\.(?=[\p{Ll}\p{N}])/u, // t.ex, 9.30, rapport.docx
    /(?<!(?<![\p{L}\p{N}.])\p{Ll}{2,})\.(?=\p{Lu})|\.(?=\p{Lu}(?!\p{Ll}))/u, // J.K, ASP.NET, but not the lost space of ”klart.Nu”
    /[-\u2010\u2011\u00ad](?=[\p{L}\p{N}])|(?<=\p{N})–(?=\p{N})/u, // e-hälsa, 10-15, 10–15
    /:(?=\p{Ll}{1,5}(?![\p{L}\p{N}]))|(?<=\p{N})[:,](?=\p{N})/u, // EU:s, 13:30, 2017/18:123, 2,5
    /\/(?=\p{N})|(?<=\p{L}\p{N})\/(?=\p{L}{1,3}(?![\p{L}\p{N}]))/u, // 1/2, RS/2807/2017, m3/s
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
const TAIL = new RegExp(String.raw`(?<=[\s(/])-(?=\p{Ll}{2}|\p{Nd})${WORD.source}`, 'u');

const PICTURE = new RegExp(
  ['\\p{Regional_Indicator}{2}', 'PP(?:\\u200dPP)*']
    .join('|')
    .replaceAll('PP', '\\p{Extended_Pictographic}[\\p{M}\\p{Emoji_Modifier}]*'),
  'u',
);

/** In order: white space (1), words (2) with the hyphen of ”hälso- och”, marks (3), and anything else. */
const TOKEN = new RegExp(
  `(\\s+)|((?:${ADDRESS.source})|${GROUPS.source}(?:[-–]${GROUPS.source})?|${TAIL.source}` +
    `|${WORD.source}(?:-(?![\\p{L}\\p{N}-]))?)|(([.!?…_=*~-])\\4*|\\p{P})|${PICTURE.source}|[^]`,
  'uy',
);

/** Classes of the commonest characters, by code: those that need no expression to be told apart. */
const LETTER = 1;
const CLOSING = 2;
const COMMON = new Uint8Array(0x180);
for (let code = 0; code < COMMON.length; code++) {
  const character = String.fromCharCode(code);
  if (/\p{L}/u.test(character)) COMMON[code] = LETTER;
  else if (/[\s,;!?()"]/u.test(character)) COMMON[code] = CLOSING;
}

/** Where a word of letters alone that begins at `at` ends, or `at` when it takes the expression to tell. */
function plainWordEnd(text: string, at: number): number {
  let end = at;
  while (COMMON[text.charCodeAt(end)] === LETTER) end++;
  if (end === at || end === text.length) return end;
  const next = text.charCodeAt(end);
  if (COMMON[next] === CLOSING || next === 0x201d) return end;
  const isStop = next === 0x2e || next === 0x3a;
  return isStop && (end + 1 === text.length || COMMON[text.charCodeAt(end + 1)] === CLOSING) ? end : at;
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
    let type: SentenceContent['type'];
    at = plainWordEnd(text, from);
    if (at > from) type = 'WordNode';
    else if (text.charCodeAt(from) === 0x20 && COMMON[text.charCodeAt(from + 1)] === LETTER) {
      type = 'WhiteSpaceNode';
      at++;
    } else {
      TOKEN.lastIndex = from;
      const match = TOKEN.exec(text)!;
      at += match[0].length;
      type =
        match[2] !== undefined
          ? 'WordNode'
          : match[1] !== undefined
            ? 'WhiteSpaceNode'
            : match[3] !== undefined
              ? 'PunctuationNode'
              : 'SymbolNode';
    }
    const value = text.slice(from, at);
    if (type === 'WhiteSpaceNode') {
      for (let i = from; i < at; i++) {
        const code = text.charCodeAt(i);
        if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) {
          line++;
          lineStart = i + 1;
        }
      }
    }
    const end: Point = { line, column: at - lineStart + 1, offset: at };
    const position: Position = { start, end };
    if (type === 'WordNode')
      nodes.push({ type, children: [{ type: 'TextNode', value, position }], position });
    else nodes.push({ type, value, position } as SentenceContent);
    start = end;
  }
  return nodes;
}
