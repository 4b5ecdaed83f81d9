import type { Check, Problem, Reading, RuleMeta, Sentence } from '../../../src/rule.ts';

export const meta = {
  title: 'Blandad bestämdhet',
  scope: 'sentence',
  severity: 'warning',
  source: 'Svenska Akademiens språklära 2003, nominalfraser',
  needsCore: true,
} satisfies RuleMeta;

export function create(): Check<'sentence'> {
  return function* (sentence) {
    const { readings } = sentence;
    for (const at of readings.keys()) {
      const problem =
        afterAll(sentence, at) ??
        afterMotsvarande(sentence, at) ??
        afterOwner(sentence, at) ??
        namesOnly(sentence, at);
      if (problem) yield problem;
    }
  };
}

const PLURAL = /^NN\|\S+\|PLU\|(IND|DEF)\|NOM/;

/** ”alla kommunerna och regioner” */
function afterAll({ readings, tokens }: Sentence, at: number): Problem | undefined {
  if (!/^(?:alla|samtliga)$/i.test(readings[at]!.text)) return undefined;
  const first = PLURAL.exec(readings[at + 1]?.tag ?? '')?.[1];
  const second = PLURAL.exec(readings[at + 3]?.tag ?? '')?.[1];
  if (!first || !second || first === second || !isAnd(readings[at + 2])) return undefined;
  return mixed(tokens[at]!.start, tokens[at + 3]!.end, readings[at + 1]!, readings[at + 3]!);
}

/** ”motsvarande nationell grupp”: the adjective is definite after ”motsvarande”. */
function afterMotsvarande({ readings, tokens, block }: Sentence, at: number): Problem | undefined {
  if (!/^(?:motsvarande|samma|nästa|föregående)$/.test(readings[at]!.text)) return undefined;
  const adjective = readings[at + 1];
  const noun = readings[at + 2];
  if (
    !adjective ||
    !/^JJ\|POS\|(?:UTR|NEU)\|SIN\|IND/.test(adjective.tag) ||
    !/^NN\|\S+\|SIN\|IND/.test(noun?.tag ?? '')
  )
    return undefined;
  if (block.core!.lexicon.analyses(adjective.text).some(({ tag }) => tag.includes('DEF'))) return undefined;
  const expected = block.core!.lexicon.inflect(adjective.lemma, 'JJ|POS|UTR/NEU|SIN|DEF|NOM');
  if (!expected || expected === adjective.text) return undefined;
  const { start, end } = tokens[at + 1]!;
  return { start, end, message: `Skriv ”${readings[at]!.text} ${expected} ${noun!.text}”.`, expected };
}

/** ”våra organisationer och verksamheterna” */
function afterOwner({ readings, tokens }: Sentence, at: number): Problem | undefined {
  if (!/^(?:våra|deras|sina|era|dina|mina)$/i.test(readings[at]!.text)) return undefined;
  const [first, and, second] = readings.slice(at + 1, at + 4);
  if (!first || !second || !/\|PLU\|IND\|NOM/.test(first.tag) || !isAnd(and)) return undefined;
  if (!/^NN\|\S+\|PLU\|DEF\|NOM/.test(second.tag) || !first.tag.startsWith('NN')) return undefined;
  if (readings[at + 4] && !/^MAD/.test(readings[at + 4]!.tag)) return undefined;
  return mixed(tokens[at]!.start, tokens[at + 3]!.end, first, second);
}

/** ”Ordförande och ledamöterna”: a line of titles alone. */
function namesOnly({ readings, tokens, block }: Sentence, at: number): Problem | undefined {
  if (at !== 0 || readings.length > 9 || block.sentences.length > 1) return undefined;
  const nouns = readings.filter(({ tag }) => tag.startsWith('NN|'));
  const rest = readings.filter(({ tag }) => !tag.startsWith('NN|'));
  if (
    nouns.length < 2 ||
    nouns.length > 4 ||
    !rest.every((one) => one.text === ',' || isAnd(one)) ||
    !rest.some(isAnd)
  )
    return undefined;
  const last = nouns.at(-1)!;
  const first = nouns.find(({ tag }) => /\|IND\|NOM/.test(tag));
  if (
    !first ||
    !/\|PLU\|DEF\|NOM/.test(last.tag) ||
    nouns.some((noun) => noun !== last && /\|DEF\|/.test(noun.tag))
  )
    return undefined;
  return mixed(tokens[0]!.start, tokens.at(-1)!.end, first, last);
}

function isAnd(reading: Reading | undefined): boolean {
  return /^(?:och|eller|samt)$/.test(reading?.text ?? '');
}

function mixed(start: number, end: number, first: Reading, second: Reading): Problem {
  return {
    start,
    end,
    message: `”${first.text}” och ”${second.text}” har olika form. Låt båda stå i samma.`,
  };
}
