/** How a first part is made of its word: cut `joined` from the part, add `lemma`, and say what joined them. */
const MAKINGS: readonly (readonly [joined: string, lemma: string, joint: string])[] = [
  ['', '', ''],
  ['s', '', 's'],
  ['-', '', '-'],
  ['s', 'a', 's'],
  ['s', 'e', 's'],
  ['o', 'a', 'o'],
  ['u', 'a', 'u'],
  ['e', 'a', 'e'],
  ['', 'a', ''],
  ['', 'e', ''],
  ['es', '', 'es'],
  ['es', 'a', 'es'],
  ['e', '', 'e'],
  ['a', '', 'a'],
  ['el', 'la', ''],
  ['er', 'ra', ''],
  ['el', 'le', ''],
  ['ra', 'er', 'a'],
  ['la', 'el', 'a'],
  ['e', 'um', 'e'],
  ['i', 'um', 'i'],
  ['t', 'd', ''],
  ['', 'ma', ''],
  ['', 'me', ''],
];

/**
 * The word that a compound's part is a form of, and its joint: samverkans is samverkan + s, vecko vecka with o.
 * @param isLemma whether a string is the dictionary form of a word
 */
export function modifierOf(
  form: string,
  isLemma: (lemma: string) => boolean,
): { lemma: string; joint: string } {
  // Before the part itself: samverkans stands in the dictionary as a word too.
  if (/.{4}s$/.test(form) && isLemma(form.slice(0, -1))) return { lemma: form.slice(0, -1), joint: 's' };
  for (const [joined, ending, joint] of MAKINGS) {
    if (!form.endsWith(joined) || form.length - joined.length < 2) continue;
    const lemma = form.slice(0, form.length - joined.length) + ending;
    if (isLemma(lemma)) return { lemma, joint };
  }
  return { lemma: form, joint: '' };
}
