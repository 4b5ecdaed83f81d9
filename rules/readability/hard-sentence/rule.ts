import type { Root } from 'nlcst';
import retextReadability from 'retext-readability';
import { VFile } from 'vfile';
import {
  type Check,
  type RuleMeta,
  type RuleOptions,
  type Sentence,
  type Token,
  targetOf,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Svårläst mening',
  scope: 'sentence',
  severity: 'info',
  source: 'retext-readability: sex av sju läsbarhetsformler',
  // Shorter sentences are let be; longer than `maxWords` (null: the guideline's target `sentence`) belong to sentence/too-long.
  options: { minWords: 20, maxWords: null, longShare: 0.45 },
} satisfies RuleMeta;

const DEFAULT_MAX = 25;
/** A word of more letters is long, as LIX has it. */
const LONG_WORD = 6;
const isHard = retextReadability({ age: 16, threshold: 6 / 7 });

export function create(_: unknown, options: RuleOptions): Check<'sentence'> {
  const { minWords, longShare } = options as unknown as { minWords: number; longShare: number };
  const maxWords = (options['maxWords'] as number | null) ?? targetOf(options, 'sentence') ?? DEFAULT_MAX;
  return function* (sentence) {
    const { block, words, start, end } = sentence;
    if (words.length < minWords || words.length > maxWords) return;
    if (block.kind === 'heading' || block.kind === 'table-cell' || isEnumeration(sentence)) return;
    const long = words.filter(({ form }) => form.letters > LONG_WORD).length;
    if (long < longShare * words.length || !formulasAgree(words)) return;
    yield {
      start,
      end,
      message: `${words.length} ord, ${long} av dem långa. Dela meningen eller byt till kortare ord.`,
    };
  };
}

/** An enumeration is long, but easy to follow. */
function isEnumeration({ tokens }: Sentence): boolean {
  return tokens.filter(({ text }) => text === ',').length > 3;
}

/** Whether at least six of the seven formulas find that a sentence of these words is too hard for somebody of sixteen. */
function formulasAgree(words: readonly Token[]): boolean {
  const children = words.map(({ text }) => ({
    type: 'WordNode' as const,
    children: [{ type: 'TextNode' as const, value: text }],
  }));
  const root: Root = { type: 'RootNode', children: [{ type: 'SentenceNode', children }] };
  const file = new VFile();
  isHard(root, file);
  return file.messages.length > 0;
}
