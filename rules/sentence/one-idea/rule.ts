import {
  type Check,
  type FiniteVerb,
  OWN_WORDS,
  type Reading,
  type RuleMeta,
  type Sentence,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Satsradning',
  scope: 'sentence',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 13.6.5',
  needsCore: true,
  signs: ',',
  // The sentence may end with a name before its comma.
  zones: [...OWN_WORDS, 'name'],
} satisfies RuleMeta;

/** Pronouns that begin a clause of their own when a finite verb comes right after them. */
const SUBJECT = /^(?:jag|du|vi|ni|han|hon|hen|man|de|det|den|detta|denna|dessa)$/;
const SHORTEST_CLAUSE = 4;
/** A longer one is no sentence, and to look everywhere in it would cost its length squared. */
const LONGEST_READ = 300;

export function create(): Check<'sentence'> {
  return function* (sentence) {
    const { readings, tokens, block } = sentence;
    if (block.kind === 'heading' || block.kind === 'table-cell') return;
    if (
      tokens.length > LONGEST_READ ||
      !tokens.some(({ text }) => text === ',') ||
      tokens.at(-1)!.text !== '.'
    )
      return;
    for (let at = 0; at < tokens.length; at++) {
      const { text } = tokens[at]!;
      if (text !== ',' || !opensClause(readings, at + 1)) continue;
      if (!closesMainClause(sentence, at)) continue;
      const subject = tokens[at + 1]!;
      const verb = tokens[at + 2]!;
      const next = `${subject.text[0]!.toUpperCase()}${subject.text.slice(1)}`;
      const before =
        tokens.slice(0, at).findLast(({ kind }) => kind === 'word' || kind === 'number') ?? tokens[at - 1]!;
      yield {
        start: before.start,
        end: verb.end,
        message: `Sätt punkt efter ”${before.text}”: ”${next} ${verb.text}” börjar en ny mening.`,
        ...(before === tokens[at - 1] && { expected: `${before.text}. ${next} ${verb.text}` }),
      };
    }
  };
}

/** ”…, den kommer”: a subject and its verb, not ”det vill säga”. */
function opensClause(readings: readonly Reading[], at: number): boolean {
  const subject = readings[at];
  const verb = readings[at + 1];
  if (!subject || !verb || !SUBJECT.test(subject.text) || !subject.tag.startsWith('PN')) return false;
  if (!/^VB\|PR[ST]/.test(verb.tag) || verb.lemma === 'säga') return false;
  return !(verb.lemma === 'vilja' && readings[at + 2]?.lemma === 'säga');
}

/** Whether what stands before the comma is a main clause, and nothing there makes what follows a part of it. */
function closesMainClause({ readings, tokens, finiteVerbs }: Sentence, comma: number): boolean {
  const first = readings[0]!;
  const before = finiteVerbs.filter(({ verb }) => verb < comma);
  const main = before.find(({ subordinator }) => subordinator === undefined);
  if (!main || comma < SHORTEST_CLAUSE || tokens.length - comma <= SHORTEST_CLAUSE) return false;
  // ”Om …, vi …”, ”Ju mer …, du …”, ”Ring oss, vi …”
  if (/^(?:SN|HA|HP|HD)/.test(first.tag) || /^(?:ju|även|trots|oavsett|vare)$/i.test(first.text))
    return false;
  if (readings[main.verb]!.tag.startsWith('VB|IMP') || main.verb === 0) return false;
  // What hangs on a subordinator goes on after the comma: ”att vi ser, vi hör”.
  const last = before.at(-1)!;
  if (last.subordinator !== undefined) return false;
  if (readings[comma - 1]!.tag === 'KN' || goesOn(readings, comma)) return false;
  return !contrasts(readings, before, comma);
}

/** A third clause makes it an enumeration: ”…, …, eller …”. */
function goesOn(readings: readonly Reading[], comma: number): boolean {
  return readings.slice(comma + 1).some(({ text }, i, rest) => text === ',' && rest[i + 1]?.tag === 'KN');
}

/** ”Vi läser inte, vi skummar”: a negation and its contrast belong together. */
function contrasts(readings: readonly Reading[], before: readonly FiniteVerb[], comma: number): boolean {
  const clause = readings.slice(0, comma);
  if (!clause.some(({ text }) => text === 'inte' || text === 'aldrig')) return false;
  const subject = readings[comma + 1]!.text;
  const verb = readings[comma + 2]!.lemma;
  return (
    before.some((one) => readings[one.verb]!.lemma === verb) ||
    clause.some(({ text }) => text.toLowerCase() === subject)
  );
}
