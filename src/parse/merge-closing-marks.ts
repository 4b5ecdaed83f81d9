import type { Paragraph } from 'nlcst';
import { textOf } from './text-of.ts';

const CLOSING = /^["'”’“»«)\]}*_]/u;

/** ”Vi kommer.” and (Se bilagan.): marks that close what a stop stands in belong to its sentence. */
export function mergeClosingMarks(paragraph: Paragraph): void {
  const kept: Paragraph['children'] = [];
  for (const sentence of paragraph.children) {
    const previous = kept.at(-1);
    if (previous?.type === 'SentenceNode' && sentence.type === 'SentenceNode') {
      let marks = 0;
      while (
        sentence.children[marks]?.type === 'PunctuationNode' &&
        CLOSING.test(textOf(sentence.children[marks]))
      )
        marks++;
      if (marks > 0) for (const mark of sentence.children.splice(0, marks)) previous.children.push(mark);
      if (sentence.children.length === 0) continue;
    }
    kept.push(sentence);
  }
  paragraph.children = kept;
}
