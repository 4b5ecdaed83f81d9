import type { LanguageCore } from './core.ts';
import type { Reading } from './morphology.ts';

/** Whether a word can only be an adjective, a participle or an ordinal: in ”en sträng tecken” another noun stands there. */
function isOnlyAdjective(reading: Reading | undefined, { lexicon }: LanguageCore): boolean {
  return (
    reading !== undefined &&
    /^(?:JJ\|POS|PC\|PR[FS]|RO)/.test(reading.tag) &&
    // ”detta är själva kärnan”
    /^(?!själv)\p{Ll}/u.test(reading.text) &&
    // ”bra” is a noun in the lexicon alone.
    (reading.text === 'bra' || lexicon.analyses(reading.text).every(({ tag }) => !tag.startsWith('NN')))
  );
}

/** An adjective in another form (`UTR|SIN|IND`), or as it is where the lexicon has none. */
export function inflectedAdjective(
  { text, lemma, tag }: Reading,
  form: string,
  { lexicon }: LanguageCore,
): string {
  const wordClass = tag.startsWith('JJ') ? 'JJ|POS' : 'PC|PRF';
  return lexicon.inflect(lemma, `${wordClass}|${form}|NOM`) ?? text;
}

const MOST_ADJECTIVES = 2;

/** The index of the first word from `at` on that is no adjective, past two at most. */
export function pastAdjectives(readings: readonly Reading[], at: number, core: LanguageCore): number {
  let past = at;
  while (past < at + MOST_ADJECTIVES && isOnlyAdjective(readings[past], core)) past++;
  return past;
}
