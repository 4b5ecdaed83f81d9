import {
  type Check,
  inCaseOf,
  type Problem,
  type Reading,
  type Row,
  type RuleData,
  type RuleMeta,
  type Sentence,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Naket substantiv',
  scope: 'sentence',
  severity: 'info',
  source: 'Myndigheternas skrivregler 1.4.10',
  needsCore: true,
  inDamagedText: true,
} satisfies RuleMeta;

export function create(data: RuleData): Check<'sentence'> {
  // By noun the gender of the sense that is meant, where there are two: ”ett plan” is another word.
  const nouns = new Map((data['nouns'] as readonly Row[]).map(({ noun, gender }) => [noun!, gender!]));
  const check: Check<'sentence'> = function* (sentence) {
    const { readings, block } = sentence;
    if (block.kind === 'heading' || block.kind === 'table-cell') return;
    for (const at of readings.keys()) {
      const problem = bareSubject(sentence, at, nouns) ?? bareSuch(sentence, at);
      if (problem) yield problem;
    }
  };
  return Object.assign(check, { words: [...nouns.keys(), 'sådan', 'sådant'] });
}

/** ”Myndighet som beviljar …”, ”om part begär …”: a noun that is counted, bare, where a clause begins. */
function bareSubject(
  { readings, tokens, block }: Sentence,
  at: number,
  nouns: ReadonlyMap<string, string>,
): Problem | undefined {
  const { lemma, text, tag: read } = readings[at]!;
  const gender = nouns.get(lemma);
  const tag = gender ? read.replace(/UTR|NEU/, gender) : read;
  if (gender === undefined || !/^NN\|\S+\|SIN\|IND\|NOM/.test(tag) || !beginsClause(readings, at))
    return undefined;
  if (!isSubject(readings, at)) return undefined;
  const article = tag.includes('UTR') ? 'en' : 'ett';
  const definite = block.core!.lexicon.inflect(lemma, tag.replace('IND', 'DEF'));
  const one = `${inCaseOf(text, article)} ${text.toLowerCase()}`;
  const known = definite && inCaseOf(text, definite);
  const { start, end } = tokens[at]!;
  const expected = known && readings[at + 1]!.text !== 'som' ? [one, known] : [one];
  return {
    start,
    end,
    message: `”${text}” står naket. Skriv ${expected.map((form) => `”${form}”`).join(' eller ')}.`,
    expected,
  };
}

/** At the beginning, after ”om” or ”när”, or after the verb of ”Begär part …”. */
function beginsClause(readings: readonly Reading[], at: number): boolean {
  const before = readings[at - 1];
  if (!before || (at === 1 && /^VB\|PRS/.test(before.tag))) return true;
  return /^(?:om|när|att|innan|eftersom|sedan)$/i.test(before.text) && /^(?:SN|HA)/.test(before.tag);
}

/** Followed by ”som” or its verb, if need be after ”för kommunikation”; ”Rektor är …” names a post, ”Hyresgäst sökes” is an advertisement. */
function isSubject(readings: readonly Reading[], at: number): boolean {
  let next = at + 1;
  if (readings[next]?.tag.startsWith('PP') && /^(?:NN|PM)/.test(readings[next + 1]?.tag ?? '')) next += 2;
  const follows = readings[next];
  if (!follows) return false;
  if (follows.text === 'som') return next === at + 1;
  if (follows.text === ',') return next === at + 1 && readings[next + 1]?.text === 'som';
  if (at === 1 && /^VB/.test(readings[0]!.tag)) return /^(?:NN|AB|DT|PN|PP)/.test(follows.tag);
  return /^VB\|PR[ST]/.test(follows.tag) && !/^(?:vara|bli|heta|söka|saknas)$/.test(follows.lemma);
}

/** ”när sådan finns” */
function bareSuch({ readings, tokens }: Sentence, at: number): Problem | undefined {
  const { text } = readings[at]!;
  if (!/^(?:sådan|sådant)$/.test(text) || !/^(?:när|om|där)$/i.test(readings[at - 1]?.text ?? ''))
    return undefined;
  if (!readings[at + 1]?.tag.startsWith('VB|PR')) return undefined;
  const expected = text === 'sådan' ? 'en sådan' : 'ett sådant';
  const { start, end } = tokens[at]!;
  return { start, end, message: `”${text}” står naket. Skriv ”${expected}”.`, expected };
}
