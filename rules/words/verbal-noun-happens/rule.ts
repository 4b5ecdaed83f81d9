import type { Check, Reading, Row, RuleData, RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Något sker',
  scope: 'sentence',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 1.4.11',
  needsCore: true,
  words: [
    'ske',
    'sker',
    'skedde',
    'skett',
    'göras',
    'görs',
    'gjordes',
    'gjorts',
    'genomföras',
    'vidtas',
    'företas',
    'utföras',
    'utförs',
  ],
} satisfies RuleMeta;

/** ”sker”, ”görs”, ”genomförs”: what is said of a noun that a verb hides in. */
const HAPPENS =
  /^(?:ske|sker|skedde|skett|göras|görs|gjordes|gjorts|genomföras|genomförs|genomfördes|genomförts|vidtas|företas|utföras|utförs)$/;

const LONGEST_OBJECT = 5;
const OBJECT = /^(?:NN|PM|JJ|PC|DT|PS|RG|RO|KN)/;

/** A longer one is no sentence, and to look everywhere in it would cost its length squared. */
const LONGEST_READ = 300;

export function create(data: RuleData): Check<'sentence'> {
  const verbs = new Map((data['nouns'] as readonly Row[]).map(({ noun, verb }) => [noun!, verb!]));
  return function* (sentence) {
    const { readings, tokens, block } = sentence;
    if (block.kind === 'heading' || block.kind === 'table-cell' || tokens.length > LONGEST_READ) return;
    for (let at = 0; at < readings.length; at++) {
      const { text, tag } = readings[at]!;
      if (!HAPPENS.test(text.toLowerCase()) || !tag.startsWith('VB')) continue;
      if (readings.slice(at + 1, at + 8).some((one) => one.text === 'av' || one.text === 'genom')) continue;
      const noun = subjectOf(readings, at);
      const verb = noun === undefined ? undefined : verbs.get(readings[noun]!.lemma);
      if (noun === undefined || !verb) continue;
      // ”Bedömningen görs att …”: that clause is what is done.
      const own = readings[at + 1]?.text === 'att' ? [] : sentence.finiteVerbs;
      if (own.some(({ subordinator }) => subordinator !== undefined)) continue;
      const core = block.core!;
      const [head, ...rest] = verb.split(' ') as [string, ...string[]];
      const form = core.lexicon.inflect(head, 'VB|PRS|AKT') ?? head;
      const start = tokens[Math.min(noun, at)]!.start;
      const end = tokens[Math.max(noun, at)]!.end;
      yield { start, end, message: `Vem ${[form, ...rest].join(' ')}? Skriv det med verbet ”${verb}”.` };
    }
  };
}

/**
 * The noun before the verb, bare or with an ”av …” that says what is done; or right after it where the clause begins with
 * something else.
 */
function subjectOf(readings: readonly Reading[], verb: number): number | undefined {
  let at = verb - 1;
  while (at >= 0 && /^(?:AB|VB\|PRS|IE)/.test(readings[at]!.tag)) at--;
  const of = readings.findLastIndex(({ text }, i) => text === 'av' && i < at && i >= at - LONGEST_OBJECT);
  if (
    of > 0 &&
    readings.slice(of + 1, at + 1).every(({ tag }) => OBJECT.test(tag)) &&
    isNoun(readings[of - 1]!)
  )
    return of - 1;
  const before = readings[at];
  if (before && isNoun(before) && !/^(?:PP|NN)/.test(readings[at - 1]?.tag ?? '')) return at;
  const after = readings[verb + 1];
  if (after && isNoun(after) && !/^(?:PP|IE)/.test(readings[verb + 2]?.tag === 'KN' ? 'PP' : ''))
    return verb + 1;
  return undefined;
}

function isNoun({ tag }: Reading): boolean {
  return /^NN\|\S+\|SIN\|(?:IND|DEF)\|NOM/.test(tag);
}
