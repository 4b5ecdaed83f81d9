import { FOREIGN_WORDS, FUNCTION_WORDS, type KnownLanguage } from './function-words.ts';
import type { Block, Sentence, Token } from './text.ts';
import { ZONE } from './zones.ts';

const LEAST_WORDS = 4;
const SWEDISH = FUNCTION_WORDS.get('sv')!;
/** Letters of Danish and Norwegian, and of writing systems in which no Swedish is written. */
const FOREIGN_LETTERS = /[æø]|[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{M}]/u;
const SWEDISH_LOOKS =
  /[åäö]|(?:ning|ningen|ningar|het|heten|heter|lig|ligt|liga|else|arna|erna|orna|ande|ades?|ats|rs)$/u;

/** How a word tells of its language: of another (by a small word of it), of Swedish, or of nothing. */
type Sign = readonly KnownLanguage[] | 'swedish' | 'none';

/** Marks sentences, and runs of at least four words, in another language. Emphasis and quotations are judged whole. */
export function markOtherLanguage(block: Block, sentences: readonly Sentence[]): void {
  for (const { tokens } of sentences) markRuns(block, tokens);
}

function markRuns(block: Block, tokens: readonly Token[]): void {
  let signs: (Sign | undefined)[] | undefined;
  for (let i = 0; i < tokens.length; i++) {
    const { kind, lower } = tokens[i]!;
    if (kind !== 'word' || !isForeign(lower)) continue;
    signs ??= tokens.map(signOf);
    const run = growRun(block, tokens, signs, i);
    if (run.foreign >= 2 && run.words >= LEAST_WORDS && run.foreign * 6 >= run.words) {
      for (let k = run.from; k <= run.to; k++) tokens[k]!.zones |= ZONE['other-language'];
    }
    i = run.to;
  }
}

function isForeign(word: string): boolean {
  return FOREIGN_WORDS.has(word) || FOREIGN_LETTERS.test(word);
}

const OF_ANY: readonly KnownLanguage[] = [];

function signOf({ kind, lower }: Token): Sign | undefined {
  if (kind !== 'word') return undefined;
  const languages = FOREIGN_WORDS.get(lower);
  if (languages) return languages;
  if (FOREIGN_LETTERS.test(lower)) return OF_ANY;
  return SWEDISH.has(lower) && !SHARED.has(lower)
    ? 'swedish'
    : SWEDISH_LOOKS.test(lower)
      ? 'swedish'
      : 'none';
}

/** Swedish small words that are as common elsewhere. */
const SHARED = new Set(
  'i in en de den det han man for har er som du din all alla upp so over under men om at kan vi on me her mot var sig med til'.split(
    ' ',
  ),
);

interface Run {
  readonly from: number;
  readonly to: number;
  readonly words: number;
  readonly foreign: number;
}

/** The stretch around a foreign word with no sign of Swedish in it; it stays inside emphasis, quotation and brackets. */
function growRun(
  block: Block,
  tokens: readonly Token[],
  signs: readonly (Sign | undefined)[],
  at: number,
): Run {
  const { start, end } = emphasisAround(block, tokens[at]!);
  const outside = (i: number): boolean =>
    i < 0 ||
    i >= tokens.length ||
    tokens[i]!.start < start ||
    tokens[i]!.end > end ||
    BREAK.test(tokens[i]!.text);
  let to = at;
  let lastForeign = at;
  while (!outside(to + 1) && signs[to + 1] !== 'swedish') {
    to++;
    if (Array.isArray(signs[to])) lastForeign = to;
  }
  let from = at;
  while (!outside(from - 1) && signs[from - 1] !== 'swedish') from--;
  if (!outside(from - 1) || !outside(to + 1)) {
    // Beside Swedish words only the nearest word and names are taken along.
    while (to > lastForeign && !mayBelong(tokens[to]!, to - lastForeign)) to--;
    while (from < at && !mayBelong(tokens[from]!, at - from)) from++;
  }
  let words = 0;
  let foreign = 0;
  for (let i = from; i <= to; i++) {
    if (tokens[i]!.kind === 'word') words++;
    if (Array.isArray(signs[i])) foreign++;
  }
  return { from, to, words, foreign };
}

const BREAK = /^["”“»«()[\];:]/u;

/** The emphasised stretch that a token stands in; without emphasis all of the block. */
function emphasisAround({ spans, text }: Block, token: Token): { start: number; end: number } {
  const span = spans.find(
    ({ kind, start, end }) => kind === 'emphasis' && start <= token.start && end >= token.end,
  );
  return span ?? { start: 0, end: text.length };
}

/** A word at the edge of a run belongs to it when it is next to it, or is a name. */
function mayBelong({ kind, text }: Token, distance: number): boolean {
  return kind === 'word' && (distance <= 1 || /^\p{Lu}/u.test(text));
}
