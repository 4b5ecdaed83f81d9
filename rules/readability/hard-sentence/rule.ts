import type { Root, Sentence as SentenceNode } from 'nlcst';
import retextReadability from 'retext-readability';
import { VFile } from 'vfile';
import { type Check, type RuleMeta, type RuleOptions, targetOf } from '../../../src/rule.ts';

export const meta = {
  title: 'Svårläst mening',
  scope: 'paragraph',
  severity: 'info',
  source: 'retext-readability: sex av sju läsbarhetsformler',
  // Shorter sentences are let be; longer than `maxWords` (null: the guideline's target `sentence`) belong to sentence/too-long.
  options: { minWords: 20, maxWords: null, longShare: 0.45 },
} satisfies RuleMeta;

const DEFAULT_MAX = 25;
const LONG_WORD = /^(?:\P{L}*\p{L}){7}/u;
const isHard = retextReadability({ age: 16, threshold: 6 / 7 });

export function create(_: unknown, options: RuleOptions): Check<'paragraph'> {
  const { minWords, longShare } = options as unknown as { minWords: number; longShare: number };
  const maxWords = (options['maxWords'] as number | null) ?? targetOf(options, 'sentence') ?? DEFAULT_MAX;
  return function* (block) {
    if (block.kind === 'heading' || block.kind === 'table-cell') return;
    const nodes = block.tree.children.filter((node) => node.type === 'SentenceNode');
    let at = 0;
    for (const sentence of block.sentences) {
      const count = sentence.words.length;
      if (count < minWords || count > maxWords) continue;
      const long = sentence.words.filter(({ text }) => LONG_WORD.test(text)).length;
      if (long < longShare * count) continue;
      while (nodes[at + 1] && nodes[at + 1]!.position!.start.offset! <= sentence.start) at++;
      if (!formulasAgree(nodes[at]!)) continue;
      const { start, end } = sentence;
      yield {
        start,
        end,
        message: `${count} ord, ${long} av dem långa. Dela meningen eller byt till kortare ord.`,
      };
    }
  };
}

/** Whether at least six of the seven formulas find that a sentence is too hard for somebody of sixteen. */
function formulasAgree(sentence: SentenceNode): boolean {
  const root: Root = { type: 'RootNode', children: [sentence] };
  const file = new VFile();
  isHard(root, file);
  return file.messages.length > 0;
}
