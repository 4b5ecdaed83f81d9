import type { Paragraph, Sentence } from 'nlcst';
import { textOf } from './text-of.ts';

/** ”Kommer du?” frågade hon: what begins with a small letter, or holds no word at all, goes on with the sentence before. */
export function mergeContinuations(paragraph: Paragraph): void {
  const kept: Paragraph['children'] = [];
  let wordless: Sentence | undefined;
  for (const sentence of paragraph.children) {
    if (sentence.type !== 'SentenceNode') {
      kept.push(sentence);
      continue;
    }
    const first = firstWord(sentence);
    const previous = kept.at(-1);
    if (previous?.type === 'SentenceNode' && (previous === wordless || goesOn(previous, first))) {
      for (const node of sentence.children) previous.children.push(node);
      if (first !== '') wordless = undefined;
      continue;
    }
    kept.push(sentence);
    if (first === '') wordless = sentence;
  }
  paragraph.children = kept;
}

function goesOn(previous: Sentence, first: string): boolean {
  if (first === '' || /^\p{Ll}/u.test(first)) return true;
  return /^\d/u.test(first) && /^(?:…|\.{3,})$/u.test(textOf(previous.children.at(-1)));
}

/** The first word that is not the number of a list item. */
function firstWord(sentence: Sentence): string {
  for (const node of sentence.children) {
    if (node.type !== 'WordNode') continue;
    const word = textOf(node);
    if (!/^\d+\.$/u.test(word)) return word;
  }
  return '';
}
