import type { Check, Problem, Reading, RuleMeta, Sentence } from '../../../src/rule.ts';

export const meta = {
  title: 'Blandad bestämdhet',
  scope: 'sentence',
  severity: 'warning',
  source: 'Svenska Akademiens språklära 2003, nominalfraser',
  needsCore: true,
  words: [
    'alla',
    'samtliga',
    'motsvarande',
    'samma',
    'nästa',
    'föregående',
    'våra',
    'véra',
    'vàra',
    'vära',
    'sina',
    'era',
    'dina',
    'mina',
  ],
  signs: ',',
} satisfies RuleMeta;

export function create(): Check<'sentence'> {
  return function* (sentence) {
    const { readings } = sentence;
    for (const at of readings.keys()) {
      const problem =
        afterAll(sentence, at) ??
        afterMotsvarande(sentence, at) ??
        afterOwner(sentence, at) ??
        titles(sentence, at);
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
  // ”uppgifter motsvarande teknisk …”: there it is a preposition.
  if (!readings[at - 1]?.tag.startsWith('PP')) return undefined;
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

/** ”våra organisationer och verksamheterna”; scanning makes ”véra” of våra. */
function afterOwner({ readings, tokens }: Sentence, at: number): Problem | undefined {
  if (!/^(?:v[åéàä]ra|sina|era|dina|mina)$/iu.test(readings[at]!.text)) return undefined;
  const [first, and, second] = readings.slice(at + 1, at + 4);
  if (!first || !second || !/\|PLU\|IND\|NOM/.test(first.tag) || !isAnd(and)) return undefined;
  if (!/^NN\|\S+\|PLU\|DEF\|NOM/.test(second.tag) || !first.tag.startsWith('NN')) return undefined;
  if (readings[at + 4] && !/^MAD/.test(readings[at + 4]!.tag)) return undefined;
  return mixed(tokens[at]!.start, tokens[at + 3]!.end, first, second);
}

/** ”Sekreterare, ordförande och ledamöterna i …”: titles at the beginning, bare but for the last. */
function titles({ readings, tokens }: Sentence, at: number): Problem | undefined {
  if (at !== 0) return undefined;
  const [first, comma, second, and, last] = readings;
  if (!first || !second || !last || comma?.text !== ',' || !isAnd(and)) return undefined;
  if (
    ![first, second].every(({ tag }) => /^NN\|\S+\|IND\|NOM/.test(tag)) ||
    !/^NN\|UTR\|PLU\|DEF\|NOM/.test(last.tag)
  )
    return undefined;
  return mixed(tokens[0]!.start, tokens[4]!.end, first, last);
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
