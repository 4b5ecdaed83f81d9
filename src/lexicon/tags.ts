const INDECLINABLE = 'JJ|POS|UTR/NEU|SIN/PLU|IND/DEF|NOM';

/**
 * A tag and those that may stand in for it when a lemma has no form with it, nearest first: another gender for a noun,
 * adjective for participle and the other way round, an adjective that does not inflect, the s-form of a deponent.
 */
export function relaxedTags(lemma: string, tag: string): string[] {
  const tags = [tag];
  if (tag.startsWith('NN|UTR|')) tags.push(tag.replace('UTR', 'NEU'));
  else if (tag.startsWith('NN|NEU|')) tags.push(tag.replace('NEU', 'UTR'));
  else if (tag.startsWith('VB|') && tag.endsWith('|AKT') && lemma.endsWith('s')) {
    tags.push(tag.replace(/AKT$/, 'SFO'));
  } else if (tag.startsWith('JJ|POS|')) {
    tags.push(tag.replace('JJ|POS', 'PC|PRF'), INDECLINABLE, INDECLINABLE.replace('JJ|POS', 'PC|PRS'));
  } else if (tag.startsWith('PC|PRF|')) {
    tags.push(tag.replace('PC|PRF', 'JJ|POS'), INDECLINABLE);
  } else if (tag.startsWith('PC|PRS|')) {
    tags.push('JJ|POS|UTR|SIN|IND|NOM', INDECLINABLE);
  }
  return tags;
}
