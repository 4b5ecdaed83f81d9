import { isSPassive, type Reading } from './morphology.ts';

/** A finite verb and the clause it stands in, as far as tags tell. Places are indexes of the sentence's tokens. */
export interface FiniteVerb {
  readonly verb: number;
  /** The word that makes the clause a subordinate one: att, om, som, när. A clause without it is taken for a main clause. */
  readonly subordinator: number | undefined;
  /** Where the clause begins: at its subordinator, or after the mark or conjunction before it. */
  readonly start: number;
}

/** A passive: ”beslutas”, or ”blir … beslutat”. */
export interface Passive {
  readonly kind: 's' | 'bli';
  /** The s-form, or the form of bli. */
  readonly verb: number;
  /** The participle of a bli-passive. */
  readonly participle: number | undefined;
  /** The ”av” before the one who does it. */
  readonly agent: number | undefined;
}

const FINITE = /^VB\|(?:PRS|PRT|IMP|KON)/;
const SUBORDINATOR = /^(?:SN|HP|HA|HD|HS)/;

/** The finite verbs of a sentence, in order. */
export function finiteVerbs(sentence: readonly Reading[]): FiniteVerb[] {
  const verbs: FiniteVerb[] = [];
  /** Subordinators that still lack their verb: a clause within a clause takes its verb first. */
  const waiting: number[] = [];
  let start = 0;
  for (let at = 0; at < sentence.length; at++) {
    const { tag, text } = sentence[at]!;
    if (SUBORDINATOR.test(tag) || isComparingAs(sentence, at)) {
      if (isQuestionWord(sentence, at)) continue;
      // ”den som, när …”, but ”vad som” and ”även om” have one verb.
      if (waiting.at(-1) !== at - 1) waiting.push(at);
    } else if (FINITE.test(tag)) {
      const last = verbs.at(-1);
      const joined = waiting.length === 0 && last !== undefined && isJoinedTo(sentence, at);
      const subordinator = joined ? last.subordinator : waiting.pop();
      verbs.push({ verb: at, subordinator, start: joined ? start : (subordinator ?? start) });
    } else if (
      tag.startsWith('VB|SUP') &&
      waiting.length > 0 &&
      (verbs.at(-1)?.verb ?? -1) < waiting.at(-1)!
    ) {
      // A subordinate clause may do without har: ”när avgiften betalats”.
      waiting.pop();
    } else if (tag === 'KN' || tag === 'MAD' || tag === 'MID' || tag === 'PAD') {
      if (tag === 'MAD' || text === ';' || text === ':') waiting.length = 0;
      start = at + 1;
    }
  }
  return verbs;
}

/** ”som söker och får stöd”: och or eller right before the verb joins it to the one before. */
function isJoinedTo(sentence: readonly Reading[], at: number): boolean {
  const before = sentence[at - 1];
  return before?.tag === 'KN' && /^(?:och|eller|samt)$/.test(before.lemma);
}

/** ”Vad gör vi?”: the word stands first and its verb right after it. */
function isQuestionWord(sentence: readonly Reading[], at: number): boolean {
  const { tag, text } = sentence[at]!;
  if (!/^H[APDS]/.test(tag) || text.toLowerCase() === 'som') return false;
  const first = sentence.slice(0, at).every(({ tag: before }) => /^(?:KN|PP|PAD|MID)/.test(before));
  return first && FINITE.test(sentence[at + 1]?.tag ?? '');
}

/** ”som om”, ”som” tagged as a conjunction, with a verb of its own before the next mark. */
function isComparingAs(sentence: readonly Reading[], at: number): boolean {
  const { tag, lemma } = sentence[at]!;
  if (tag !== 'KN' || lemma !== 'som') return false;
  for (let next = at + 1; next < sentence.length && next <= at + 6; next++) {
    const { tag: ahead } = sentence[next]!;
    if (FINITE.test(ahead)) return true;
    if (/^(?:MAD|MID|KN|SN|HP|IE)/.test(ahead)) return false;
  }
  return false;
}

/** The passives of a sentence, in order. A participle without bli (”är beslutat”) is none. */
export function passives(sentence: readonly Reading[]): Passive[] {
  const found: Passive[] = [];
  for (let at = 0; at < sentence.length; at++) {
    const { tag, lemma } = sentence[at]!;
    if (isSPassive(sentence, at)) {
      found.push({ kind: 's', verb: at, participle: undefined, agent: agentAfter(sentence, at) });
    } else if (lemma === 'bli' && tag.startsWith('VB|')) {
      const participle = participleAfter(sentence, at);
      if (participle === undefined) continue;
      found.push({ kind: 'bli', verb: at, participle, agent: agentAfter(sentence, participle) });
    }
  }
  return found;
}

/** ”blir inte längre beslutade”: at most five words on, and no noun after the participle (”blir en ökad kostnad”). */
function participleAfter(sentence: readonly Reading[], verb: number): number | undefined {
  for (let at = verb + 1; at < sentence.length && at <= verb + 6; at++) {
    const { tag } = sentence[at]!;
    if (tag.startsWith('PC|PRF')) return /^(?:NN|JJ|PM)/.test(sentence[at + 1]?.tag ?? '') ? undefined : at;
    if (!/^(?:AB|PN|PM|NN\|\S+\|DEF|DT|PS)/.test(tag)) return undefined;
  }
  return undefined;
}

const AGENT_REACH = 6;

/** The first ”av” within reach, when what follows can act; another verb or a mark ends the search. */
function agentAfter(sentence: readonly Reading[], at: number): number | undefined {
  for (let next = at + 1; next < sentence.length && next <= at + AGENT_REACH; next++) {
    const { tag, text } = sentence[next]!;
    if (/^(?:VB|MAD|MID|SN|HP|HA|IE)/.test(tag)) return undefined;
    if (text.toLowerCase() !== 'av' || tag !== 'PP') continue;
    const before = sentence[next - 1]!;
    const follows = sentence[next + 1];
    // ”en del av”, ”på grund av” belong to the noun.
    if (/^NN/.test(before.tag)) return undefined;
    return follows !== undefined && /^(?:NN|PM|PN|DT|PS|JJ|PC|RG|HP|AB|RO)/.test(follows.tag)
      ? next
      : undefined;
  }
  return undefined;
}
