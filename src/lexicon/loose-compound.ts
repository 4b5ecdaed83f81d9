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
/** Joins any first part. */
const ANY_HEAD = 'plan';

/**
 * Whether a word can be a compound though the dictionary's flags do not allow it: a first part that may begin compounds,
 * or a noun that is not known to need an s, and then a noun, adjective or participle. hotanalys, avtalsdelen and länkbar
 * are such, and so is a word with a prefix (ombearbetning); säkerhetåtgärder is not, as säkerhets-
 * is how säkerhet begins a compound.
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
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut++) {
    if (!lexicon.analyses(word.slice(cut)).some(({ tag }) => HEAD.test(tag))) continue;
    const first = word.slice(0, cut);
    if (begins(first) || isBareNoun(first)) return true;
  }
  return false;
}

function isVerb(form: string, lexicon: Lexicon): boolean {
  return lexicon.analyses(form).some(({ tag }) => tag.startsWith('VB|INF'));
}
