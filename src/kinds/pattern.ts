import { inCaseOf } from '../analyse/capital.ts';
import { featuresOf, uposOf } from '../analyse/morphology.ts';
import type { Check, Problem, Sentence } from '../rule.ts';

/**
 * What a `rule.yml` of the kind `pattern` says beside its meta: patterns of tokens, in the convention of spaCy's Matcher.
 * A pattern is found inside a sentence, or inside a clause; of several at a place the longest wins.
 */
export interface PatternSpec {
  /** `{actual}` is what is marked; `{1}` what the pattern's first token stands for, and so on. */
  readonly message: string;
  readonly patterns: readonly TokenPattern[];
}

/** One pattern; what it says of `message` and `expected` goes before what the rule says. */
export interface TokenPattern {
  /** A pattern that begins with words is tried at those words alone, others at every token. */
  readonly tokens: readonly TokenSpec[];
  /** `clause`: the tokens stand in one clause, as far as tags tell where it ends. */
  readonly within?: (typeof BOUNDS)[number];
  readonly message?: string;
  /** What to write instead; filled in as the message is, with a capital where what is marked has one. */
  readonly expected?: string;
}

/** What a token must be: all that is named holds, and of a list one. `*` stands for any letters in `lower` and `lemma`. */
export interface TokenSpec {
  /** The word in lower case. */
  readonly lower?: string | readonly string[];
  readonly lemma?: string | readonly string[];
  /** The word class of Universal Dependencies: `NOUN`. */
  readonly pos?: string | readonly string[];
  /** Features of Universal Dependencies: `{Voice: Pass}`. */
  readonly feats?: Readonly<Record<string, string | readonly string[]>>;
  /** `?` none or one, `*` none or more, `+` one or more, `!` that no such token stands here; without it, one. */
  readonly op?: Op;
  /** Whether the finding is on this token; when no token says so it is on all of them. */
  readonly mark?: boolean;
}

export const BOUNDS = ['sentence', 'clause'] as const;
export const OPS = ['?', '*', '+', '!'] as const;
type Op = (typeof OPS)[number];

/** `*` and `+` take so many tokens at most. */
const MOST = 10;

/** Whether a token is what a step asks for. */
type Test = (sentence: Sentence, at: number) => boolean;

interface Step {
  readonly test: Test;
  readonly least: number;
  readonly most: number;
  readonly negated: boolean;
  readonly mark: boolean;
}

interface Compiled {
  readonly pattern: TokenPattern;
  readonly steps: readonly Step[];
  readonly marks: boolean;
}

/** Where a step of a pattern has been found: tokens, end exclusive. */
type Stretch = readonly [from: number, to: number];

/** Whether the patterns ask for what the tagger says. */
export function needsTagger({ patterns }: PatternSpec): boolean {
  return patterns.some(
    ({ tokens, within }) =>
      within === 'clause' || tokens.some(({ lemma, pos, feats }) => lemma ?? pos ?? feats),
  );
}

/** Finds patterns of tokens. */
export function pattern(spec: PatternSpec): Check<'sentence'> {
  const compiled = spec.patterns.map((one): Compiled => {
    const steps = one.tokens.map(stepOf);
    return { pattern: one, steps, marks: steps.some(({ mark }) => mark) };
  });
  const begunBy = beginnings(compiled);
  const check = function* (sentence: Sentence): Generator<Problem> {
    for (let at = 0; at < sentence.tokens.length; ) {
      let best: { readonly found: readonly Stretch[]; readonly one: Compiled } | undefined;
      for (const one of begunBy(sentence.tokens[at]!.lower)) {
        const [first] = one.steps;
        if (first!.least > 0 && !first!.test(sentence, at)) continue;
        const end = one.pattern.within === 'clause' ? endOfClause(sentence, at) : sentence.tokens.length;
        const found = matchAt(one.steps, sentence, at, end);
        if (found && endOf(found) > (best ? endOf(best.found) : at)) best = { found, one };
      }
      if (best) yield problemOf(spec, best.one, best.found, sentence);
      at = best ? endOf(best.found) : at + 1;
    }
  };
  const words = callsOf(spec.patterns);
  return Object.assign(check, words && { words });
}

/** The patterns that a word may begin, in their order: most words begin none. */
function beginnings(compiled: readonly Compiled[]): (word: string) => readonly Compiled[] {
  const words = compiled.map(({ pattern: { tokens } }) => spelledOut(tokens[0]!));
  const lists = new Map<string, readonly Compiled[]>();
  for (const word of words.flatMap((some) => some ?? []))
    lists.set(
      word,
      compiled.filter((_, i) => words[i]?.includes(word) ?? true),
    );
  const others = compiled.filter((_, i) => words[i] === undefined);
  return (word) => lists.get(word) ?? others;
}

function stepOf({ op, mark = false, lower, lemma, pos, feats }: TokenSpec): Step {
  const tests: Test[] = [];
  if (lower !== undefined) {
    const is = matcherOf(lower);
    tests.push(({ tokens }, at) => is(tokens[at]!.lower));
  }
  if (lemma !== undefined) {
    const is = matcherOf(lemma);
    tests.push(({ readings }, at) => is(readings[at]!.lemma));
  }
  if (pos !== undefined) {
    const classes = new Set([pos].flat());
    tests.push(({ readings }, at) => classes.has(uposOf(readings, at)));
  }
  const features = Object.entries(feats ?? {}).map(
    ([name, values]) => new Set([values].flat().map((value) => `${name}=${value}`)),
  );
  if (features.length > 0) {
    tests.push(({ readings }, at) => {
      const own = featuresOf(readings, at);
      return features.every((wanted) => own.some((one) => wanted.has(one)));
    });
  }
  return {
    test: (sentence, at) => tests.every((test) => test(sentence, at)),
    least: op === undefined || op === '+' ? 1 : 0,
    most: op === '*' || op === '+' ? MOST : 1,
    negated: op === '!',
    mark,
  };
}

/** Tells words that are one of some, where `*` stands for any letters. */
function matcherOf(wanted: string | readonly string[]): (word: string) => boolean {
  const words = [wanted].flat().map((word) => word.normalize('NFC').toLowerCase());
  const whole = new Set(words.filter((word) => !word.includes('*')));
  const open = words.filter((word) => word.includes('*')).map((word) => word.split('*'));
  return (word) => whole.has(word) || open.some((parts) => fits(parts, word));
}

/** Whether a word is made of some parts with anything between them. Each is taken where it first stands: no need to go back. */
function fits(parts: readonly string[], word: string): boolean {
  const first = parts[0]!;
  const last = parts.at(-1)!;
  if (word.length < first.length + last.length || !word.startsWith(first) || !word.endsWith(last))
    return false;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const at = word.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return from <= word.length - last.length;
}

/** Where the clause that a token stands in ends: where the next begins. */
function endOfClause({ tokens, finiteVerbs }: Sentence, at: number): number {
  const starts = finiteVerbs.map(({ start }) => start);
  return Math.min(tokens.length, ...starts.filter((start) => start > at));
}

/** Where the steps are found from a token on and before an end, each as long as it can be; what has failed once is not tried again. */
function matchAt(
  steps: readonly Step[],
  sentence: Sentence,
  start: number,
  length: number,
): readonly Stretch[] | undefined {
  const failed = new Set<number>();
  const found: Stretch[] = [];
  const go = (index: number, taken: number, at: number): boolean => {
    const step = steps[index];
    if (!step) return true;
    const key = (index * (MOST + 1) + taken) * (length + 1) + at;
    if (failed.has(key)) return false;
    const here = at < length && (taken < step.most || step.negated) && step.test(sentence, at);
    if (step.negated) {
      if (!here) {
        found[index] = [at, at];
        if (go(index + 1, 0, at)) return true;
      }
    } else {
      if (here && go(index, taken + 1, at + 1)) return true;
      if (taken >= step.least) {
        found[index] = [at - taken, at];
        if (go(index + 1, 0, at)) return true;
      }
    }
    failed.add(key);
    return false;
  };
  return go(0, 0, start) ? found : undefined;
}

function endOf(found: readonly Stretch[]): number {
  return found.at(-1)![1];
}

function problemOf(
  spec: PatternSpec,
  { pattern: own, steps, marks }: Compiled,
  found: readonly Stretch[],
  { tokens, block }: Sentence,
): Problem {
  const textOf = ([from, to]: Stretch): string =>
    from < to ? block.text.slice(tokens[from]!.start, tokens[to - 1]!.end).replace(/\s+/gu, ' ') : '';
  const marked = found.filter(([from, to], index) => from < to && (!marks || steps[index]!.mark));
  // A mark on what may be left out, and is.
  const [first, last] = marked.length > 0 ? [marked[0]!, marked.at(-1)!] : [found[0]!, found.at(-1)!];
  const whole: Stretch = [first[0], last[1]];
  const filled = (template: string): string =>
    template.replace(/\{(actual|\d+)\}/gu, (hole, name: string) => {
      if (name === 'actual') return textOf(whole);
      const stretch = found[Number(name) - 1];
      return stretch ? textOf(stretch) : hole;
    });
  const { message, expected } = own;
  return {
    start: tokens[whole[0]]!.start,
    end: tokens[whole[1] - 1]!.end,
    message: filled(message ?? spec.message),
    ...(expected !== undefined && {
      expected: inCaseOf(textOf(whole), filled(expected).replace(/\s+/gu, ' ').trim()),
    }),
  };
}

/** Words of which a sentence must hold one; nothing when a pattern can do without a word that is spelled out. */
function callsOf(patterns: readonly TokenPattern[]): string[] | undefined {
  const calls = patterns.map(({ tokens }) => rarest(tokens));
  return calls.every((words) => words !== undefined) ? calls.flat() : undefined;
}

/** Most texts are full of these. */
const COMMON = new Set(
  'alla att av de den det du en ett från för har här i inte jag kan man med ni om och på ska som så till var vi vid är'.split(
    ' ',
  ),
);

/** Of what a pattern spells out, what the fewest texts have: no common word, and rather long words than short. */
function rarest(tokens: readonly TokenSpec[]): readonly string[] | undefined {
  let best: readonly string[] | undefined;
  let most = -1;
  for (const token of tokens) {
    const words = spelledOut(token);
    if (!words?.every((word) => /^\p{L}/u.test(word))) continue;
    const rarity = Math.min(...words.map((word) => (COMMON.has(word) ? 0 : word.length)));
    if (rarity > most) [best, most] = [words, rarity];
  }
  return best;
}

/** The words that a token must be one of; nothing when it may be another, or be missing. */
function spelledOut({ lower, op }: TokenSpec): readonly string[] | undefined {
  const words = lower === undefined ? [] : [lower].flat().map((word) => word.normalize('NFC').toLowerCase());
  const sure =
    words.length > 0 && (op === undefined || op === '+') && !words.some((word) => word.includes('*'));
  return sure ? words : undefined;
}
