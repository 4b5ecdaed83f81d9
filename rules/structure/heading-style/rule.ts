import type { Block, Check, Problem, RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Rubrikens skrivsätt',
  scope: 'document',
  severity: 'info',
  source: 'Myndigheternas skrivregler 3.5.2',
} satisfies RuleMeta;

/** A full stop or colon that ends a heading; not the dots of ”m.m.” and ”…”. */
const END = /(?<![.\s]|\.\p{L}{1,3}|(?<!\p{L})(?:ca|dr|etc|kap|nr|osv|resp|st|tel|tfn))([.:])$/iu;
/** A word of capitals that is too long for an abbreviation. */
const SHOUTED = /\p{Lu}{8}/u;

export function create(): Check<'document'> {
  return function* ({ blocks }) {
    for (const block of blocks.filter(({ kind }) => kind === 'heading')) {
      yield* mark(block, blocks[block.index + 1]);
      yield* capitals(block);
    }
  };
}

function* mark(block: Block, next: Block | undefined): Generator<Problem> {
  const found = END.exec(block.text);
  if (!found || !/\p{L}{2}/u.test(block.text)) return;
  // The heading of a list may have a colon.
  if (found[1] === ':' && next?.kind === 'list-item') return;
  const start = /(?<!\S)\S+$/u.exec(block.text)!.index;
  const what = found[1] === ':' ? 'kolon på slutet. Stryk det.' : 'punkt på slutet. Stryk den.';
  const end = block.text.length;
  yield {
    block,
    start,
    end,
    message: `En rubrik har inte ${what}`,
    expected: block.text.slice(start, -1),
    fix: 'safe',
    edits: [{ start: found.index, end, text: '' }],
  };
}

function* capitals(block: Block): Generator<Problem> {
  const { text } = block;
  const letters = text.replace(/\P{L}/gu, '');
  if (letters !== letters.toUpperCase() || !SHOUTED.test(text)) return;
  yield {
    block,
    start: 0,
    end: text.length,
    message: 'Bara versaler är svårläst. Skriv rubriken med små bokstäver.',
  };
}
