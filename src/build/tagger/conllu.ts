/** A sentence of a treebank: words and their language-specific tags (XPOS). */
export interface TaggedSentence {
  readonly words: readonly string[];
  readonly tags: readonly string[];
}

/** Reads words and XPOS tags of a CoNLL-U text; ranges (1-2) and empty nodes (1.1) are skipped. */
export function readTagged(text: string): TaggedSentence[] {
  const sentences: TaggedSentence[] = [];
  let words: string[] = [];
  let tags: string[] = [];
  for (const line of `${text}\n`.split(/\r?\n/)) {
    if (line === '') {
      if (words.length > 0) sentences.push({ words, tags });
      words = [];
      tags = [];
      continue;
    }
    const columns = line.split('\t');
    if (!/^\d+$/.test(columns[0]!)) continue;
    words.push(columns[1]!);
    tags.push(columns[4]!);
  }
  return sentences;
}
