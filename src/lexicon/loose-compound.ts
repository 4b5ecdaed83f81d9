import { split } from './compound.ts';
import { Flag } from './format.ts';
import type { Lexicon } from './lexicon.ts';

const SHORTEST_PART = 3;
const SHORTEST_NOUN = 4;
const LONGEST = 60;
const BARE_NOUN = /^NN\|[^|]+\|SIN\|IND\|NOM$/;
const HEAD = /^(?:NN|JJ|PC)\b/;
/** Are put before verbs, participles and adjectives as one likes: ombearbetning, förregistrera, nytillagd. */
const PREFIX = /^(?:för|icke|ihop|ny|om|o|re|sub|under|åter|över)(?=\p{L}{5})/u;
/** Makes a noun of any present participle: vårdandet, utbygganden. Of the participles too some are missing. */
const ACTION_ENDING = /(?<=[ae]nde)(?:ts?|ns?|nas?|s)$/u;
/** An action by any verb in -era, a quality by any adjective: disponeringen, upptäckbarhet. */
const DERIVED = /^(\p{L}+er)ing(?:s|ens?|ar(?:s|nas?)?)?$|^(\p{L}{3,})het(?:s|ens?|er(?:s|nas?)?)?$/u;
const BARE_ADJECTIVE = /^JJ\|POS\|UTR\|SIN\|IND\|NOM/;
/** Joins any first part. */
const ANY_HEAD = 'plan';

/**
 * Whether a word can be a compound though the dictionary's flags do not allow it: a first part that may begin compounds,
 * or a noun that is not known to need an s, and then a noun, adjective or participle. hotanalys, avtalsdelen and länkbar
 * are such, and so are a word with a prefix (ombearbetning), a first part that is a compound itself and takes its s
 * (distributionsnätsföretag), and one whose a has become o or e (faroanalys, bisysslebesked); säkerhetåtgärder is not, as
 * säkerhets- is how säkerhet begins a compound.
 */
export function isLooseCompound(word: string, lexicon: Lexicon): boolean {
  if (word.length > LONGEST) return false;
  const participle = word.replace(ACTION_ENDING, '');
  if (participle !== word && lexicon.has(participle)) return true;
  const verb = participle.replace(/(?<=a)nde$|(?<=[^a])ende$/u, '');
  if (verb !== participle && isVerb(verb.endsWith('a') ? verb : `${verb}a`, lexicon)) return true;
  const prefix = PREFIX.exec(word)?.[0] ?? '';
  if (prefix !== '' && lexicon.analyses(word.slice(prefix.length)).length > 0) return true;
  const { dictionary } = lexicon;
  const begins = (first: string): boolean =>
    (dictionary.flags(first) & Flag.begin) !== 0 || split(first + ANY_HEAD, dictionary).length > 0;
  const isBareNoun = (first: string): boolean =>
    first.length >= SHORTEST_NOUN &&
    lexicon.analyses(first).some(({ lemma, tag }) => lemma === first && BARE_NOUN.test(tag)) &&
    !begins(`${first}s`);
  const isCompoundWithJoint = (first: string): boolean =>
    first.endsWith('s') && isNounOfParts(first.slice(0, -1), lexicon);
  const isNounInA = (first: string): boolean =>
    first.length > SHORTEST_PART &&
    /[eo]$/u.test(first) &&
    lexicon.analyses(`${first.slice(0, -1)}a`).some(({ tag }) => BARE_NOUN.test(tag));
  if (isDerived(word, lexicon)) return true;
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut++) {
    const head = word.slice(cut);
    if (!lexicon.analyses(head).some(({ tag }) => HEAD.test(tag)) && !isDerived(head, lexicon)) continue;
    const first = word.slice(0, cut);
    if (begins(first) || isBareNoun(first) || isCompoundWithJoint(first) || isNounInA(first)) return true;
  }
  return false;
}

function isDerived(word: string, lexicon: Lexicon): boolean {
  const [, verb, adjective] = DERIVED.exec(word) ?? [];
  if (verb !== undefined) return isVerb(`${verb}a`, lexicon);
  return adjective !== undefined && lexicon.analyses(adjective).some(({ tag }) => BARE_ADJECTIVE.test(tag));
}

function isNounOfParts(form: string, lexicon: Lexicon): boolean {
  return lexicon.compounds(form).length > 0 && lexicon.analyses(form).some(({ tag }) => BARE_NOUN.test(tag));
}

function isVerb(form: string, lexicon: Lexicon): boolean {
  return lexicon.analyses(form).some(({ tag }) => tag.startsWith('VB|INF'));
}
