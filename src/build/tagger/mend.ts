import type { TaggedSentence } from './conllu.ts';

/** Tags that the UD v1 edition has cut short, and what the current one writes. */
const CUT_SHORT: Readonly<Record<string, string>> = { HP: 'HP|-|-|-', PM: 'PM|NOM' };

/**
 * The training part with the tags of the current edition. Deponents need no mending here: both editions tag their s-forms
 * SFO, and which of them are passives is told by the lemma (`isSPassive`).
 */
export function mend(sentences: readonly TaggedSentence[]): TaggedSentence[] {
  return sentences.map(({ words, tags }) => ({ words, tags: tags.map((tag) => CUT_SHORT[tag] ?? tag) }));
}
