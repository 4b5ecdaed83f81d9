import type { Check, Problem, RuleMeta, Sentence, Token } from '../../../src/rule.ts';

export const meta = {
  title: 'Ofullständigt ordpar',
  scope: 'sentence',
  severity: 'warning',
  source: 'Språkriktighetsboken, avsnittet om korrelativa konjunktioner',
  words: ['dels', 'desto', 'bara', 'både', 'såväl', 'varken', 'antingen'],
} satisfies RuleMeta;

/** The first word of a pair, and those that may be its second. */
const PAIRS: readonly {
  readonly first: string;
  readonly second: readonly string[];
  readonly shown: string;
}[] = [
  { first: 'både', second: ['och', '&', 'men'], shown: 'och' },
  { first: 'såväl', second: ['som'], shown: 'som' },
  { first: 'varken', second: ['eller'], shown: 'eller' },
  { first: 'antingen', second: ['eller'], shown: 'eller' },
];
/** What is often written in place of the second word. */
const INSTEAD = new Set(['och', 'samt', 'eller', 'men', 'liksom']);

/** The first words of pairs that are mended in ways of their own. */
const SPECIAL = new Map([
  ['dels', loneDels],
  ['desto', reversed],
  ['inte', notOnly],
]);

/** Farther on nobody looks for the second word. */
const REACH = 200;

export function create(): Check<'sentence'> {
  return function* (sentence) {
    const { tokens } = sentence;
    if (isOpen(sentence)) return;
    for (let at = 0; at < tokens.length; at++) {
      const { lower, start, end } = tokens[at]!;
      const problem = SPECIAL.get(lower)?.(sentence, at);
      if (problem) yield problem;
      const pair = PAIRS.find(({ first }) => first === lower);
      if (!pair) continue;
      const rest = tokens.slice(at + 1, at + 1 + REACH);
      if (rest.length === REACH || rest.some((token) => pair.second.includes(token.lower))) continue;
      const instead = rest.find((token) => INSTEAD.has(token.lower));
      const message = `”${lower}” saknar sitt ”${pair.shown}”.`;
      if (instead && pair.first !== 'varken') {
        yield {
          start,
          end: instead.end,
          message: `${message} Skriv ”${lower} … ${pair.shown}” i stället för ”${lower} … ${instead.lower}”.`,
          expected: `${sentence.block.text.slice(start, instead.start)}${pair.shown}`,
        };
      } else yield { start, end, message: `${message} Skriv ”${lower} … ${pair.shown}”.` };
    }
  };
}

/** Whether it goes on in a list or the like: the second word may come later. */
function isOpen({ tokens, block }: Sentence): boolean {
  return block.kind === 'table-cell' || !/^[.!?]$/u.test(tokens.at(-1)!.text);
}

/** ”Desto mer vi övar, ju bättre går det”, or with ”desto” twice. */
function reversed({ block, tokens }: Sentence, at: number): Problem | undefined {
  if (at > 0) return undefined;
  const other = tokens.findIndex(({ lower }, i) => i > 1 && (lower === 'ju' || lower === 'desto'));
  // ”Desto bättre om ni kommer, ju.”
  if (tokens[other - 1]?.text !== ',' || tokens[other + 1]?.kind !== 'word') return undefined;
  const { start } = tokens[0]!;
  const { end } = tokens[other]!;
  return {
    start,
    end,
    message: 'Skriv ”Ju … desto”: ”ju” står först.',
    expected: `Ju${block.text.slice(tokens[0]!.end, tokens[other]!.start)}desto`,
  };
}

/** ”inte bara barn men också vuxna” */
function notOnly({ tokens }: Sentence, at: number): Problem | undefined {
  if (tokens[at + 1]?.lower !== 'bara') return undefined;
  const other = tokens.findIndex(
    ({ lower }, i) => i > at && lower === 'men' && /^(?:också|även)$/.test(tokens[i + 1]?.lower ?? ''),
  );
  if (
    other < 0 ||
    tokens.slice(at, other).some(({ lower, kind }) => lower === 'utan' || kind === 'punctuation')
  )
    return undefined;
  const { start, end } = tokens[other]!;
  return { start, end, message: 'Skriv ”utan”: det heter ”inte bara … utan också”.', expected: 'utan' };
}

/** A ”dels” with no other in its block. */
function loneDels({ block, tokens }: Sentence, at: number): Problem | undefined {
  // ”dels …” as a paragraph of its own: the other has one too.
  if (block.kind !== 'paragraph' || at === 0) return undefined;
  let dels = 0;
  for (const sentence of block.sentences) {
    for (const { lower } of sentence.tokens) if (lower === 'dels' && ++dels > 1) return undefined;
  }
  const { start, end } = tokens[at] as Token;
  const other = tokens.slice(at + 1).find(({ lower }) => lower === 'men' || lower === 'samt');
  return {
    start,
    end: other?.end ?? end,
    message: `”dels” står ensamt. Skriv ”dels … dels”${other ? ` i stället för ”dels … ${other.lower}”` : ''}.`,
  };
}
