import {
  type Check,
  type RuleMeta,
  type RuleOptions,
  type Sentence,
  type Token,
  targetOf,
  zoneBits,
} from '../../../src/rule.ts';

export const meta = {
  title: 'För lång mening',
  scope: 'sentence',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 1.3',
  // Over `max` (null: the guideline's target `sentence`) a piece of advice, over `max` + `margin` a warning.
  options: { max: null, margin: 5 },
} satisfies RuleMeta;

const DEFAULT_MAX = 25;

export function create(_: unknown, options: RuleOptions): Check<'sentence'> {
  const max = (options['max'] as number | null) ?? targetOf(options, 'sentence') ?? DEFAULT_MAX;
  const warn = max + (options['margin'] as number);
  return function* (sentence) {
    const { kind } = sentence.block;
    if (kind === 'heading' || kind === 'table-cell') return;
    const words = sentence.words.length;
    if (words <= max || isList(sentence.tokens)) return;
    const list = enumeration(sentence.tokens);
    const own = ownWords(sentence) - (list?.names ? list.words : 0);
    if (own <= max) return;
    yield {
      start: sentence.start,
      end: sentence.end,
      message: `${words} ord i en mening. ${advice(sentence, list)}`,
      ...(own <= warn && { severity: 'info' }),
    };
  };
}

const BORROWED = zoneBits([
  'quotation',
  'act-title',
  'link-target',
  'code',
  'e-mail',
  'file-name',
  'diary-number',
  'other-language',
]);

function ownWords(sentence: Sentence): number {
  return sentence.words.filter((word) => (word.zones & BORROWED) === 0).length;
}

/** Whether it is a list that has been written as a sentence, with semicolons or numbers between the items. */
function isList(tokens: readonly Token[]): boolean {
  let semicolons = 0;
  let markers = 0;
  tokens.forEach(({ text }, i) => {
    if (text === ';') semicolons++;
    if (text === ')' && /^(?:\d{1,2}|\p{Ll})$/u.test(tokens[i - 1]?.text ?? '')) markers++;
  });
  return semicolons > 1 || markers > 1;
}

interface Enumeration {
  readonly words: number;
  /** Whether the items are names. */
  readonly names: boolean;
}

const LONGEST_ITEM = 4;

/** The longest run of short items with commas between and an ”och” before the last, if it is long enough for a list. */
function enumeration(tokens: readonly Token[]): Enumeration | undefined {
  let best: Enumeration | undefined;
  let commas = 0;
  let words = 0;
  let capitals = 0;
  let item: Token[] = [];
  for (const token of tokens) {
    if (token.text === ',' && item.some(({ kind }) => kind === 'word')) {
      // The first item has no comma before it: it may be the end of a longer stretch.
      if (item.length > LONGEST_ITEM || item.some(({ lower }) => SUBORDINATORS.has(lower)))
        commas = words = capitals = 0;
      commas++;
      words += Math.min(item.length, LONGEST_ITEM);
      if (/^\p{Lu}/u.test(item.at(-1)!.text)) capitals++;
      item = [];
    } else if (token.text === '(') {
      commas = words = capitals = 0;
    } else if (isWord(token)) {
      item.push(token);
      const long = commas >= 4 || (commas === 3 && words >= 9);
      if (long && item.length <= LONGEST_ITEM && LAST_ITEM.has(token.lower))
        best = { words, names: capitals >= commas - 1 };
    }
  }
  return best;
}

const LAST_ITEM = new Set(['och', 'eller', 'samt', 'osv.', 'm.m.', 'm.fl.', 'etc.', 'mera', 'liknande']);

/** What to do about it: make a list of an enumeration, or split where the sentence falls apart by itself, nearest its middle. */
function advice(sentence: Sentence, list: Enumeration | undefined): string {
  if (list && !list.names) return 'Gör en punktlista av uppräkningen.';
  const place = bestSplit(sentence);
  if (!place) return 'Dela den.';
  return place.stop
    ? `Sätt punkt efter ”${unique(sentence, place.at - 1, place.at - 1, -1)}”.`
    : `Dela den, till exempel vid ”${unique(sentence, place.at, place.at + place.length - 1, 1)}”.`;
}

/** A place to split: before the token `at`. */
interface Split {
  readonly at: number;
  /** The words that show the place. */
  readonly length: number;
  /** Whether a full stop is all it takes. */
  readonly stop: boolean;
  /** How much worse than another it may be for its kind: 0 is as good as they come, 1 is a full sentence off the middle. */
  readonly cost: number;
}

const SHORTEST_PART = 6;
/** A longer one is no sentence, and to look for places in it would cost its length squared. */
const LONGEST_READ = 300;

function bestSplit({ tokens }: Sentence): Split | undefined {
  if (tokens.length > LONGEST_READ) return undefined;
  let best: Split | undefined;
  let least = Number.POSITIVE_INFINITY;
  let depth = 0;
  for (let i = 1; i < tokens.length - 1; i++) {
    const { text, zones } = tokens[i]!;
    if (text === '(' || text === '[') depth++;
    if (text === ')' || text === ']') depth--;
    if (depth > 0 || zones & NOT_HERE) continue;
    const place = splitAt(tokens, i);
    if (!place || (place.stop && !isWord(tokens[place.at - 1]!))) continue;
    const left = tokens.slice(0, i).filter(isWord).length;
    const right = tokens.slice(i).filter(isWord).length;
    const distance = Math.abs(left - right) / (left + right) + place.cost;
    if (Math.min(left, right) < SHORTEST_PART || distance >= least) continue;
    least = distance;
    best = place;
  }
  return best;
}

const NOT_HERE = zoneBits(['quotation', 'act-title', 'name', 'code', 'link-target', 'other-language']);

/** A word or phrase that begins what can be a sentence of its own. */
interface Connective {
  readonly words: readonly string[];
  readonly cost: number;
  /** Whether it does so only after a comma. */
  readonly afterComma: boolean;
  /** Whether it may be an insertion (”…, som bor där, …”): only one that goes on to the end can stand by itself. */
  readonly inserted: boolean;
}

/** By first word. */
const CONNECTIVES = new Map<string, Connective[]>();
for (const [phrases, cost, afterComma, inserted] of [
  ['eftersom|medan|samtidigt som|samt att|och att', 0.1, false, false],
  ['i syfte att', 0.15, false, false],
  ['genom att', 0.25, false, true],
  ['så att|därför att|varför|varvid|varefter|men', 0.1, true, false],
  ['vilket|även om|trots att|som|där', 0.1, true, true],
] as const) {
  for (const phrase of phrases.split('|')) {
    const words = phrase.split(' ');
    const connective = { words, cost, afterComma, inserted };
    CONNECTIVES.set(words[0]!, [...(CONNECTIVES.get(words[0]!) ?? []), connective]);
  }
}

/** Pronouns that are always subjects, so that ”och vi” begins a clause. */
const SUBJECTS = new Set(['vi', 'du', 'ni', 'jag', 'han', 'hon', 'man']);
const FINITE = new Set(
  (
    'är var har hade ska skulle skall kan kunde får fick blir blev bör måste vill ville kommer kom gäller gällde finns ' +
    'fanns innebär innebar gör gjorde går gick ger gav tar tog krävs behöver behövs behövde saknas ingår sker omfattar ' +
    'visar framgår bedömer anser föreslår föreslås beslutar beslutade ansvarar avser står ligger används bidrar leder ' +
    'anges skapar tillkommer medför genomförs upprättas lämnas fortsätter begränsas utsågs'
  ).split(' '),
);
/** Words that go before a verb whose subject stands in the clause before. */
const NO_SUBJECT = new Set(
  (
    'inte aldrig alltid också även bara endast dessutom därmed sedan samtidigt därefter ' +
    'i på vid till med för från utifrån under inom efter enligt genom utan av om mot över'
  ).split(' '),
);
const SUBORDINATORS = new Set(
  'att om som hur vad när där eftersom medan huruvida vilket vilken vilka vars innan sedan'.split(' '),
);
const CONJUNCTIONS = new Set(['och', 'eller', 'men', 'utan', 'samt']);

/** The split before the token at `i`, if there is one. */
function splitAt(tokens: readonly Token[], i: number): Split | undefined {
  const { text, lower } = tokens[i]!;
  const comma = tokens[i - 1]!.text === ',';
  if (tokens[i - 1]!.text.endsWith('-')) return undefined;
  if (text === ';' && tokens.slice(i).some(isFiniteVerb)) return { at: i, length: 1, stop: true, cost: 0 };
  if (/^(?:–|—|--)$/u.test(text) && isSpaced(tokens, i) && opensClause(tokens, i + 1))
    return { at: i, length: 1, stop: true, cost: 0 };
  if ((lower === 'och' || (lower === 'men' && comma)) && closesClause(tokens, i)) {
    if (opensClause(tokens, i + 1)) return { at: comma ? i - 1 : i, length: 1, stop: true, cost: 0 };
    if (isFiniteVerb(tokens[i + 1]!)) return { at: i, length: 2, stop: false, cost: 0.1 };
  }
  for (const { words, cost, afterComma, inserted } of CONNECTIVES.get(lower) ?? []) {
    if ((afterComma && !comma) || !words.every((word, k) => tokens[i + k]?.lower === word)) continue;
    const rest = tokens.slice(i);
    if (inserted && rest.some((token) => token.text === ',')) continue;
    // ”som” is often ”as”: a verb follows where it is ”who”.
    if ((lower === 'som' || lower === 'där') && !rest.slice(1, 5).some(isFiniteVerb)) continue;
    return { at: i, length: words.length, stop: false, cost };
  }
  return undefined;
}

function isFiniteVerb({ lower }: Token): boolean {
  return FINITE.has(lower);
}

/** Whether a main clause begins at `at`: a subject of a few words and its verb. */
function opensClause(tokens: readonly Token[], at: number): boolean {
  if (SUBJECTS.has(tokens[at]?.lower ?? '')) return true;
  if (NO_SUBJECT.has(tokens[at]?.lower ?? '') || tokens[at + 2]?.lower === 'säga') return false;
  for (const token of tokens.slice(at, at + 5)) {
    if (!isWord(token) || SUBORDINATORS.has(token.lower) || CONJUNCTIONS.has(token.lower)) return false;
    if (isFiniteVerb(token)) return token !== tokens[at];
  }
  return false;
}

/** Whether what stands before `at` is a main clause with its verb, and nothing of it hangs on an ”att” or a ”som”. */
function closesClause(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(0, at);
  const comma = before.findLastIndex((token, i) => token.text === ',' && i < at - 1);
  return before.slice(comma + 1).some(isFiniteVerb) && !before.some(({ lower }) => SUBORDINATORS.has(lower));
}

function isSpaced(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]!.end < tokens[at]!.start && tokens[at]!.end < tokens[at + 1]!.start;
}

function isWord({ kind }: Token): boolean {
  return kind === 'word' || kind === 'number';
}

/** The words from token to token, with as many more (before them: -1, after: 1) as it takes to be found once in the sentence. */
function unique({ text, block, tokens }: Sentence, from: number, to: number, direction: -1 | 1): string {
  let [first, last] = [from, to];
  let words: string;
  do {
    words = block.text.slice(tokens[first]!.start, tokens[last]!.end);
    if (direction < 0) first--;
    else last++;
  } while (first >= 0 && last < tokens.length && text.indexOf(words) !== text.lastIndexOf(words));
  return words.replace(/\s+/gu, ' ');
}
