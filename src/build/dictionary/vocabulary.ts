import { readEntries } from './hunspell.ts';

/**
 * Dictionary lines for klarlint's own words, each inflected and joined as its model, a word that the dictionary has.
 * @param tsv `word<tab>model<tab>…` with a head
 * @throws RangeError when the dictionary lacks a model
 */
export function modelledLines(tsv: string, dic: string): string {
  const words = tsv
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t'));
  const models = new Map<string, string[]>(words.map(([, model]) => [model!, []]));
  for (const { word, flags } of readEntries(dic)) {
    // Neither what is forbidden nor what is not to be suggested.
    if (!/[%!]/.test(flags)) models.get(word)?.push(flags);
  }
  const lines = words.flatMap(([word, model]) => {
    const found = models.get(model!)!;
    if (found.length === 0)
      throw new RangeError(`ord-sv: ${model}, the model of ${word}, is not in dictionary-sv`);
    return found.map((flags) => `${word}/${flags}`);
  });
  return lines.join('\n');
}
