import type { Block, Check, Problem, RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Ord som upprepas i listan',
  scope: 'document',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 3.9.5',
} satisfies RuleMeta;

/** What a lead-in may end with and the items go on from: at most three words, the last of them one that opens a clause. */
const LEAD =
  /(?<!\p{L})((?:\p{L}+ )?(?:\p{L}+ )?(?:att|hur|när|om|som|vad|varför|vilka|vilken|vilket))\s?:?$/iu;
/** The last of those words, looked for first because most blocks end otherwise. */
const LAST_WORD = /(?:att|hur|när|om|som|vad|varför|vilk(?:a|en|et))\s?:?$/iu;
/** ”Om” is a preposition too: ”Läs mer om: Om oss”. */
const CLAUSE = /^ (?:de|den|det|din|ditt|du|han|hen|hon|jag|man|ni|någon|vi) /iu;
/** A bullet that the reader of the format has left in the text, also what scanning makes of one. */
const BULLET = /^(?:[-•*·▪◦○–¢]+|[eo]|\p{Ll}\)|\d+[.)])\s+/u;

export function create(): Check<'document'> {
  return function* ({ blocks }) {
    for (const block of blocks) {
      const isLead =
        (block.kind === 'paragraph' || block.kind === 'list-item') && LAST_WORD.test(block.text.slice(-12));
      const lead = isLead ? LEAD.exec(block.text.replace(/\s/gu, ' ')) : undefined;
      if (!lead) continue;
      const found = [...itemsAfter(block, lead[1]!, blocks)].flatMap(
        (item) => repeated(lead[1]!, item) ?? [],
      );
      if (found.length === 0) continue;
      const words = found[0]!.words;
      const end = lead.index + lead[1]!.length;
      const message = `”${words}” upprepas i listan. Låt det stå bara här.`;
      yield { block, start: end - words.length, end, message, severity: 'info' };
      for (const { problem } of found) yield problem;
    }
  };
}

/** The items of the list that a block leads in. Without marks of a list: the paragraphs after a colon that repeat it. */
function* itemsAfter(lead: Block, words: string, blocks: readonly Block[]): Generator<Block> {
  let at = lead.index + 1;
  if (lead.text.endsWith(':')) {
    while (blocks[at]?.kind === 'paragraph' && repeated(words, blocks[at]!)) yield blocks[at++]!;
  }
  const first = blocks[at];
  const list = first?.source.item?.list;
  if (!first || list === undefined || list === lead.source.item?.list) return;
  for (; at < blocks.length; at++) {
    const { item } = blocks[at]!.source;
    if (item?.list === list) yield blocks[at]!;
    else if (!item || blocks[at]!.depth <= first.depth) return;
  }
}

interface Repetition {
  readonly words: string;
  readonly problem: Problem;
}

/** The words that an item repeats of its lead-in, with what is to be done about them. */
function repeated(lead: string, block: Block): Repetition | undefined {
  const start = BULLET.exec(block.text)?.[0].length ?? 0;
  const text = block.text.slice(start).replace(/\s/gu, ' ');
  const parts = lead.toLowerCase().split(' ');
  for (let from = 0; from < parts.length; from++) {
    const words = parts.slice(from).join(' ');
    if (!text.toLowerCase().startsWith(`${words} `)) continue;
    if (words === 'om' && !CLAUSE.test(text.slice(words.length))) return undefined;
    const next = /^\s*\S+/u.exec(text.slice(words.length))?.[0];
    if (!next) return undefined;
    const end = start + words.length + next.length;
    const expected = next.trim();
    const message = `”${words}” står redan före listan. Börja med ”${expected}”.`;
    return { words, problem: { block, start, end, message, expected } };
  }
  return undefined;
}
