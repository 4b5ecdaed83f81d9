import { LANGUAGES } from './function-words.ts';
import type { Block, Sentence, Token } from './text.ts';
import { ZONE } from './zones.ts';

const LEAST_WORDS = 4;
/** In emphasis it takes less: somebody has set the words apart. */
const LEAST_EMPHASISED = 2;
/** Letters of Danish and Norwegian, and of writing systems in which no Swedish is written. */
const FOREIGN_LETTERS = /[æø]|[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{M}]/u;
const NOT_PLAIN = /[æø\u0250-\uffff]/;
const SWEDISH_LOOKS =
  /[åäö]|(?:ning|ningen|ningar|het|heten|heter|lig|ligt|liga|else|arna|erna|orna|ande|ades?|ats|rs)$/u;
/** Swedish small words that are as common elsewhere. */
const SHARED = new Set(
  (
    'i in en de den det han man for har er som du din all alla upp so over under men om at kan vi on me her mot var sig ' +
    'med til'
  ).split(' '),
);

/** How a word tells of its language; a mark tells nothing. */
type Sign = 'foreign' | 'swedish' | undefined;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Marks sentences, and runs of at least four words, in another language. Emphasis and quotations are judged whole. */
export function markOtherLanguage(block: Block, sentences: readonly Sentence[]): void {
  const emphasis = block.spans.filter(({ kind }) => kind === 'emphasis');
  const all: Stretch = { start: 0, end: block.text.length };
  let next = 0;
  for (const { tokens } of sentences) {
    let signs: Sign[] | undefined;
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!;
      if (token.kind !== 'word' || !token.form.isForeign || isAcronym(token)) continue;
      while (next < emphasis.length && emphasis[next]!.end <= token.start) next++;
      const around = next < emphasis.length && emphasis[next]!.start <= token.start ? emphasis[next]! : all;
      signs ??= tokens.map(signOf);
      const run = growRun(tokens, signs, i, around);
      const enough = around === all ? LEAST_WORDS : LEAST_EMPHASISED;
      if (run.words >= enough && run.foreign >= enough / 2 && run.foreign * 6 >= run.words) {
        for (let k = run.from; k <= run.to; k++) tokens[k]!.zones |= ZONE['other-language'];
      }
      i = run.to;
    }
  }
}

/** Whether a word in lower case has a letter that Swedish has not. */
export function hasForeignLetter(word: string): boolean {
  return NOT_PLAIN.test(word) && FOREIGN_LETTERS.test(word);
}

/** EI, ON: capitals stand for something, they are no small words. */
function isAcronym({ text, lower }: Token): boolean {
  return text !== lower && text.length < 4 && text === text.toUpperCase();
}

function signOf(token: Token): Sign {
  const { kind, lower, form } = token;
  if (kind !== 'word' || isAcronym(token)) return undefined;
  if (form.isForeign) return 'foreign';
  const isSwedish = (form.isSwedishSmallWord && !SHARED.has(lower)) || SWEDISH_LOOKS.test(lower);
  return isSwedish ? 'swedish' : undefined;
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly words: number;
  /** The words of the likeliest language. */
  readonly foreign: number;
}

/** The stretch around a foreign word with no sign of Swedish in it; it stays inside emphasis, quotation and brackets. */
function growRun(tokens: readonly Token[], signs: readonly Sign[], at: number, { start, end }: Stretch): Run {
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
    if (signs[to] === 'foreign') lastForeign = to;
  }
  let from = at;
  while (!outside(from - 1) && signs[from - 1] !== 'swedish') from--;
  if (!outside(from - 1) || !outside(to + 1)) {
    // Beside Swedish words only the nearest word and names are taken along.
    while (to > lastForeign && !mayBelong(tokens[to]!, to - lastForeign)) to--;
    while (from < at && !mayBelong(tokens[from]!, at - from)) from++;
  }
  let words = 0;
  let letters = 0;
  const counts = LANGUAGES.map(() => 0);
  for (let i = from; i <= to; i++) {
    if (tokens[i]!.kind === 'word') words++;
    if (signs[i] !== 'foreign') continue;
    const languages = tokens[i]!.form.languages;
    if (languages.length === 0) letters++;
    for (const language of languages) counts[language]!++;
  }
  return { from, to, words, foreign: letters + Math.max(...counts) };
}

const BREAK = /^["”“»«()[\];:]/u;

/** A word at the edge of a run belongs to it when it is next to it, or is a name. */
function mayBelong({ kind, text }: Token, distance: number): boolean {
  return kind === 'word' && (distance <= 1 || /^\p{Lu}/u.test(text));
}
