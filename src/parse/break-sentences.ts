import type { Paragraph } from 'nlcst';
import { endsAtAbbreviation } from './ends-at-abbreviation.ts';
import { endsAtBlankLine } from './ends-at-blank-line.ts';
import { endsAtColon } from './ends-at-colon.ts';
import type { Ends } from './sentence-end.ts';

/** Ends a sentence at every stop, question mark, exclamation mark and ellipsis that is no part of a word. */
export function breakAtStops(paragraph: Paragraph): void {
  splitSentences(paragraph, endsAtStop);
}

/** Ends a sentence where something else than a stop does. */
export function breakElsewhere(paragraph: Paragraph): void {
  splitSentences(
    paragraph,
    (children, index) =>
      endsAtColon(children, index) || endsAtAbbreviation(children, index) || endsAtBlankLine(children, index),
  );
}

const endsAtStop: Ends = (children, index) => {
  const node = children[index]!;
  if (node.type !== 'PunctuationNode') return false;
  const mark = node.value.charAt(0);
  return mark === '.' || mark === '!' || mark === '?' || mark === '…' || mark === '‽';
};

function splitSentences(paragraph: Paragraph, ends: Ends): void {
  const parts: Paragraph['children'] = [];
  for (const sentence of paragraph.children) {
    if (sentence.type !== 'SentenceNode') {
      parts.push(sentence);
      continue;
    }
    const { children } = sentence;
    let from = 0;
    for (let i = 0; i < children.length - 1; i++) {
      if (!ends(children, i)) continue;
      parts.push({ type: 'SentenceNode', children: children.slice(from, i + 1) });
      from = i + 1;
    }
    parts.push(from === 0 ? sentence : { type: 'SentenceNode', children: children.slice(from) });
  }
  paragraph.children = parts;
}
