import type { Block } from './text.ts';

/**
 * A question to blocks that is answered once for each, however many versions of its document it lives through: what a rule
 * of scope `document` asks of every block. The answer may hold places in the block's own
 * text, and nothing of the document around it, nor of what stands in the original between the letters.
 */
export function perBlock<T>(answer: (block: Block) => T): (block: Block) => T {
  const ask = (block: Block): T => {
    const known = block.answers.get(ask);
    if (known !== undefined || block.answers.has(ask)) return known as T;
    const found = answer(block);
    block.answers.set(ask, found);
    return found;
  };
  return ask;
}

/** What some blocks answer, one answer after the other: in a rule that is asked at each keystroke, quicker than a loop of its own. */
export function answersIn<T>(blocks: readonly Block[], ask: (block: Block) => readonly T[]): T[] {
  const found: T[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const answers = ask(blocks[at]!);
    for (let i = 0; i < answers.length; i++) found.push(answers[i]!);
  }
  return found;
}
