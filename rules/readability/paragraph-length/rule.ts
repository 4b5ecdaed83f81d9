import {
  type Check,
  OWN_WORDS,
  type RuleMeta,
  type RuleOptions,
  targetOf,
  zoneBits,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Långt stycke',
  scope: 'paragraph',
  severity: 'info',
  source: 'Myndigheternas skrivregler 3.8',
  // The finding stands on the paragraph's first word, whatever that word is.
  zones: [...OWN_WORDS, 'quotation', 'name', 'act-title'],
  // `sentences` null: the guideline's target `paragraph`. Many short sentences are let be: fewer than `fewWords` in all.
  options: { sentences: null, words: 100, fewWords: 75 },
} satisfies RuleMeta;

const DEFAULT_SENTENCES = 5;
const QUOTED = zoneBits(['quotation']);
/** A section of an act. */
const SECTION = /^\d+(?: \p{Ll})? §/u;

export function create(_: unknown, options: RuleOptions): Check<'paragraph'> {
  const most = (options['sentences'] as number | null) ?? targetOf(options, 'paragraph') ?? DEFAULT_SENTENCES;
  const { words: mostWords, fewWords } = options as unknown as { words: number; fewWords: number };
  return function* (block) {
    if (block.kind !== 'paragraph' || block.source.quoted || SECTION.test(block.text)) return;
    let words = 0;
    let sentences = 0;
    for (const sentence of block.sentences) {
      const own = sentence.words.filter(({ zones }) => (zones & QUOTED) === 0).length;
      words += own;
      if (own > 0) sentences++;
    }
    const many = sentences > most && words >= fewWords;
    if (!many && (words <= mostWords || sentences < 2)) return;
    const figure = words > mostWords ? `${words} ord` : `${sentences} meningar`;
    const { start, end } = block.sentences[0]!.tokens[0]!;
    yield { start, end, message: `${figure} i ett stycke. Dela det där ett nytt ämne börjar.` };
  };
}
