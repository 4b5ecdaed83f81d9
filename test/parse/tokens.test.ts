import type { Paragraph } from 'nlcst';
import { ParseLatin } from 'parse-latin';
import { describe, expect, test } from 'vitest';
import { parseParagraph, textOf } from '../../src/parse/index.ts';
import fc from '../property.ts';

function nodesOf({ children }: Paragraph) {
  return children.flatMap((node) => (node.type === 'SentenceNode' ? node.children : node));
}

/** The tokens of a text, those that are words in brackets. */
function tokens(text: string): string {
  return nodesOf(parseParagraph(text))
    .filter((node) => node.type !== 'WhiteSpaceNode')
    .map((node) => (node.type === 'WordNode' ? `[${textOf(node)}]` : textOf(node as never)))
    .join(' ');
}

describe('words', () => {
  test.each([
    ['Hälso- och sjukvård', '[Hälso-] [och] [sjukvård]'],
    ['mans- och -kvinnor', '[mans-] [och] [-kvinnor]'],
    ['e-hälsa, 60-talet, EU-länderna', '[e-hälsa] , [60-talet] , [EU-länderna]'],
    ['EU:s och c:a 3:e', '[EU:s] [och] [c:a] [3:e]'],
    ['bl.a. nu', '[bl.a.] [nu]'],
    ['t. ex. nu', '[t.] [ex.] [nu]'],
    ['skolor m.m. Nu', '[skolor] [m.m.] [Nu]'],
    ['papper osv. Nu', '[papper] [osv] . [Nu]'],
    ['den 3. maj', '[den] [3.] [maj]'],
    ['prof. Ek på s. 10 f. och', '[prof.] [Ek] [på] [s.] [10] [f.] [och]'],
    ['A. B. Ek och J.K. Rowling', '[A.] [B.] [Ek] [och] [J.K.] [Rowling]'],
    ['och/eller, kr/mån', '[och] / [eller] , [kr] / [mån]'],
    ['H&M, d’Estaing, K.-G. Ek', '[H&M] , [d’Estaing] , [K.-G.] [Ek]'],
    ['klart.Nu går vi', '[klart] . [Nu] [går] [vi]'],
    ['”Hej!” (Ja.)', '” [Hej] ! ” ( [Ja] . )'],
    ['Vänta ... och …', '[Vänta] ... [och] …'],
    ['Nej!!! Va?!', '[Nej] !!! [Va] ? !'],
    ['Привет мир, 你好 שלום', '[Привет] [мир] , [你好] [שלום]'],
    ['👍🏽 👨‍👩‍👧 🇸🇪', '👍🏽 👨‍👩‍👧 🇸🇪'],
    ['vard fér 0ch l3sa', '[vard] [fér] [0ch] [l3sa]'],
  ])('%s', (text, expected) => expect(tokens(text)).toBe(expected));
});

describe('numbers', () => {
  test.each([
    ['1 234,50 kr', '[1 234,50] [kr]'],
    ['12\u00a0000\u00a0000 kr', '[12\u00a0000\u00a0000] [kr]'],
    ['år 2020 100 personer', '[år] [2020] [100] [personer]'],
    ['070-123 456 78', '[070-123] [456] [78]'],
    ['08 123 456 78', '[08] [123] [456] [78]'],
    ['10–15 och 10-15', '[10–15] [och] [10-15]'],
    ['10 000–20 000 kr', '[10 000–20 000] [kr]'],
    ['kl. 9.30–16.00, 13:30', '[kl.] [9.30–16.00] , [13:30]'],
    ['2024-05-01, 1.5.2024, 1/2', '[2024-05-01] , [1.5.2024] , [1/2]'],
    ['35 %, 5%', '[35] % , [5] %'],
    ['3 kap. 4 §, 2 a §, § 12', '[3] [kap.] [4] § , [2] [a] § , § [12]'],
    ['prop. 2017/18:123', '[prop.] [2017/18:123]'],
    ['RS/2807/2017', '[RS/2807/2017]'],
    ['åren 1966 och -67', '[åren] [1966] [och] [-67]'],
  ])('%s', (text, expected) => expect(tokens(text)).toBe(expected));
});

describe('addresses', () => {
  test.each([
    ['Se https://a.se/b?c=d&e=f. Nu', '[Se] [https://a.se/b?c=d&e=f] . [Nu]'],
    ['(www.exempel.se)', '( [www.exempel.se] )'],
    ['Läs 1177.se/sok, nu', '[Läs] [1177.se/sok] , [nu]'],
    ['Mejla anna.ek@exempel.se.', '[Mejla] [anna.ek@exempel.se] .'],
    ['Öppna rapport_2.docx nu', '[Öppna] [rapport_2.docx] [nu]'],
  ])('%s', (text, expected) => expect(tokens(text)).toBe(expected));
});

const fragment = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    ...[
      't.ex. ',
      'm.m. ',
      'kl. ',
      '3. ',
      ' maj',
      'A. ',
      '”',
      '"',
      '(',
      ')',
      '. ',
      '! ',
      ': ',
      '… ',
      '\n\n',
      '\r\n',
    ],
    ...['- ', '–', 'Ö', 'å', 'https://', '@', '.se', '1 000', '§ ', '\ud800', '😀', '\u0301', "'", 'ord'],
  ),
);

describe('any text', () => {
  test('is kept whole, with positions that are its own', () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 40 }), (fragments) => {
        const text = fragments.join('');
        const tree = parseParagraph(text);
        let at = 0;
        for (const node of nodesOf(tree)) {
          const { start, end } = node.position!;
          expect(start.offset).toBe(at);
          expect(text.slice(at, end.offset)).toBe(textOf(node as never));
          expect(end.offset).toBeGreaterThan(at);
          at = end.offset!;
        }
        expect(at).toBe(text.length);
        for (const sentence of tree.children) {
          if (sentence.type !== 'SentenceNode') continue;
          expect(sentence.children.at(0)?.type).not.toBe('WhiteSpaceNode');
          expect(sentence.children.at(-1)?.type).not.toBe('WhiteSpaceNode');
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('of one long run does not fill the stack', () => {
    for (const run of ['a', '.', '. ', '" ', 'A.', '1 ', 'a-', '@', ' ', '(', 'a.a ', 'A. b ', 'www.', '-'])
      expect(() => parseParagraph(run.repeat(200_000 / run.length))).not.toThrow();
  });
});

const PROSE =
  'Kommunens hälso- och sjukvård tar emot alla som bor här, t.ex. barn och unga. Enligt 3 kap. 4 § i lagen ska du få ' +
  'svar inom 14 dagar. Ring kl. 9.30, eller mejla anna@exempel.se. Hon sade: ”Det går bra.” Avgiften är 1 234 kr m.m. ';

/** The time of one run, in ms. */
function time(run: () => void): number {
  const before = performance.now();
  run();
  return performance.now() - before;
}

/** The least times of two runs by turns, five times and then until `enough` of them or a limit. */
function race(one: () => void, other: () => void, enough: (one: number, other: number) => boolean): number[] {
  let [least, leastOther] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 25; round++) {
    least = Math.min(least, time(one));
    leastOther = Math.min(leastOther, time(other));
    if (round >= 4 && enough(least, leastOther)) break;
  }
  return [least, leastOther];
}

describe('time', () => {
  test('grows with the text and no faster', () => {
    const text = (words: number): string => PROSE.repeat(Math.ceil(words / 44));
    // Work that grew with the square would take sixteen times as long. `npm run bench` holds whole documents to less.
    const [small, large] = [text(2000), text(8000)];
    const [once, fourfold] = race(
      () => parseParagraph(small),
      () => parseParagraph(large),
      (one, other) => other < one * 5,
    );
    expect(fourfold! / once!).toBeLessThan(8);
  }, 30_000);

  test('is no more than that of parse-latin', () => {
    const latin = new ParseLatin();
    const paragraphs = Array.from({ length: 400 }, () => PROSE.repeat(3));
    const [ours, theirs] = race(
      () => paragraphs.map((text) => parseParagraph(text)),
      () => paragraphs.map((text) => latin.tokenizeParagraph(text)),
      (one, other) => one < other,
    );
    expect(ours! / theirs!).toBeLessThan(1.3);
  }, 30_000);
});
