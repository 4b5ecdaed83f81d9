import type { Block, Check, RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Punkt i listor',
  scope: 'document',
  severity: 'info',
  source: 'Myndigheternas skrivregler 3.9.4',
  options: {
    /** Lists of fewer items are let be. */
    minItems: 3,
  },
} satisfies RuleMeta;

/** A full stop that may belong to an abbreviation. */
const ABBREVIATION = /(?:\.\p{L}{1,3}|(?<!\p{L})(?:dnr|etc|kl|kr|nr|osv|resp|st|tel|tfn|\p{L}))\.$/iu;
/** What ends in a way of its own: with another mark, an address, a quotation, a figure. */
const OWN_END = /[^\p{L}\p{N}.]$|^\P{L}+$|[./]\p{L}{2,}(?:\/\S*)?$|@\S+$/u;

export function create(_: unknown, { minItems }: { readonly [option: string]: unknown }): Check<'document'> {
  return function* ({ blocks }) {
    for (const items of lists(blocks)) {
      if (items.length < (minItems as number) || items.some((item) => item === undefined)) continue;
      const whole = items as Block[];
      const stopped = whole.filter(hasStop);
      const open = whole.filter((item) => !hasStop(item));
      // Items that go on from one sentence have a stop only after the last.
      if (open.length === 0 || stopped.length === 0 || (stopped.length === 1 && hasStop(whole.at(-1)!)))
        continue;
      const odd = stopped.length < open.length ? stopped[0]! : open[0]!;
      const end = odd.text.trimEnd().length;
      const start = /(?<!\S)\S+\s*$/u.exec(odd.text)!.index;
      const word = odd.text.slice(start, end);
      const message = hasStop(odd)
        ? 'Punkten är ensam: de flesta punkterna i listan saknar den. Gör lika.'
        : 'Här saknas punkt, men de flesta punkterna i listan har den. Gör lika.';
      yield { block: odd, start, end, message, expected: hasStop(odd) ? word.slice(0, -1) : `${word}.` };
    }
  };
}

/** The lists of a document, item by item; an item that is more than one block, or ends in its own way, is `undefined`. */
function lists(blocks: readonly Block[]): Iterable<(Block | undefined)[]> {
  const found = new Map<number, (Block | undefined)[]>();
  for (const block of blocks) {
    const { item, quoted } = block.source;
    if (!item || quoted) continue;
    const items = found.get(item.list) ?? [];
    if (items.length === 0) found.set(item.list, items);
    const at = item.number - 1;
    const lone = at >= items.length;
    while (items.length <= at) items.push(undefined);
    items[at] = lone && isPlain(block, blocks[block.index + 1]) ? block : undefined;
  }
  return found.values();
}

/** Whether an item ends like a sentence or a part of one, and nothing of its own comes after it. */
function isPlain({ text, depth, source: { item } }: Block, next: Block | undefined): boolean {
  const end = text.trimEnd();
  if (next?.source.item && next.source.item.list !== item?.list && next.depth >= depth) return false;
  return !OWN_END.test(end) && !ABBREVIATION.test(end) && !end.endsWith('..');
}

function hasStop({ text }: Block): boolean {
  return /\.$/u.test(text.trimEnd());
}
