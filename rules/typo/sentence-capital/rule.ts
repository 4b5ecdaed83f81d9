import {
  answersIn,
  type Block,
  capitalised,
  type Check,
  OWN_WORDS,
  perBlock,
  type Problem,
  type RuleMeta,
  type Sentence,
  type Token,
  ZONE,
  zoneBits,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Stor bokstav i mening',
  scope: 'document',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 9.1.1',
  needsCore: true,
} satisfies RuleMeta;

const OWN = zoneBits(OWN_WORDS);
/** A paragraph of fewer words is a label or the rest of something else. */
const LEAST_WORDS = 5;
const SENTENCE_ENDS = /[.!?]["”’)]?$/u;
/** Words that often begin a sentence and never an abbreviation, a name or a line of code. */
const BEGINNERS = new Set(
  'det den de vi jag du han hon detta denna dessa därför därmed men när om så alla sedan eftersom alltså'.split(
    ' ',
  ),
);
/** Words that are no names, so that a capital inside a sentence is a slip; after a word, those that begin no titles. */
const SMALL = new Set('alltså därför eftersom så som och men också inte'.split(' '));
const SMALL_AFTER_WORD = new Set('alltså därför eftersom också'.split(' '));
/** What a sentence begins with; a noun without an article is as often a command, and ”som” goes on with what went before. */
const BEGINS = /^(?:PN|DT|AB|HA|SN|KN|PP|PS|NN\|[^|]+\|[^|]+\|DEF)/u;
const LOWER = /^\p{Ll}{2,}$/u;

export function create(): Check<'document'> {
  return function* ({ blocks }) {
    const own = blocks.filter(({ kind, source }) => kind === 'paragraph' && !source.quoted);
    for (const problem of answersIn(own, beginsSmall)) {
      const { index, text } = problem.block!;
      if (hasEnded(blocks[index - 1]) && !isCodeIn(blocks, text.slice(problem.start, problem.end)))
        yield problem;
    }
    yield* answersIn(own, insideOf);
  };
}

/** The first word of a paragraph, where it has a small letter and should have a capital. */
const beginsSmall = perBlock((block): readonly Problem[] => {
  const first = smallFirst(block);
  return first ? [capital(block, first)] : [];
});

function smallFirst(block: Block): Token | undefined {
  const [sentence] = block.sentences;
  const first = sentence?.tokens[0];
  if (!sentence || !first || first.start > 0 || !isOwnWord(first)) return undefined;
  if (first.text !== first.lower || !LOWER.test(first.text) || sentence.words.length < LEAST_WORDS)
    return undefined;
  if (!SENTENCE_ENDS.test(block.text.trimEnd())) return undefined;
  if (block.spans[0]?.start === 0 || !BEGINS.test(sentence.readings[0]!.tag)) return undefined;
  return block.core?.lexicon.isEntry(first.text) ? first : undefined;
}

/** Whether a paragraph does not go on with what stands before it. */
function hasEnded(before: Block | undefined): boolean {
  return !before || before.kind === 'heading' || SENTENCE_ENDS.test(before.text.trimEnd());
}

/** Whether a text has a word as code too: it may be the name of something then. */
function isCodeIn(blocks: readonly Block[], word: string): boolean {
  return blocks.some(({ sentences }) =>
    sentences.some(({ tokens }) =>
      tokens.some(({ zones, text }) => (zones & ZONE.code) !== 0 && text.split(/\P{L}+/u).includes(word)),
    ),
  );
}

const insideOf = perBlock(({ sentences }): readonly Problem[] =>
  sentences.flatMap((sentence) => [...inside(sentence)]),
);

/** ”Så var det. det blev sent.”, ”Det var sent, Så vi gick.” */
function* inside({ tokens, block }: Sentence): Iterable<Problem> {
  for (let at = 1; at + 1 < tokens.length; at++) {
    const token = tokens[at]!;
    const before = tokens[at - 1]!;
    if (!isOwnWord(token)) continue;
    if (BEGINNERS.has(token.text) && before.text === '.' && at > 1 && endsSentence(tokens[at - 2]!, block)) {
      yield capital(block, token);
    } else if (SMALL.has(token.lower) && token.text !== token.lower && !/^\p{Lu}{2}/u.test(token.text)) {
      if (!LOWER.test(tokens[at + 1]!.text)) continue;
      if (before.text !== ',' && !(SMALL_AFTER_WORD.has(token.lower) && LOWER.test(before.text))) continue;
      const { start, end, lower } = token;
      yield {
        block,
        start,
        end,
        message: `Liten bokstav inne i meningen. Skriv ”${lower}”.`,
        expected: lower,
      };
    }
  }
}

/** Whether the word before a full stop is one that is written out. */
function endsSentence(word: Token, { core }: Block): boolean {
  return word.text.length > 3 && LOWER.test(word.text) && isOwnWord(word) && core!.lexicon.has(word.text);
}

function isOwnWord({ kind, zones }: Token): boolean {
  return kind === 'word' && (zones & ~OWN) === 0;
}

function capital(block: Block, { start, end, text }: Token): Problem {
  const expected = capitalised(text);
  return { block, start, end, message: `En mening börjar med stor bokstav. Skriv ”${expected}”.`, expected };
}
