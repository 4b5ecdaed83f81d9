import {
  type Block,
  type Check,
  OWN_WORDS,
  perBlock,
  type Problem,
  type Reading,
  type RuleMeta,
  type Sentence,
  type Text,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Punkter i olika form',
  scope: 'document',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 3.9.4',
  needsCore: true,
  // The first word of an item has a capital: it is easily taken for a name.
  zones: [...OWN_WORDS, 'name'],
} satisfies RuleMeta;

/** How an item begins: ”samordna”, ”samordnar”, ”samordnar vi”, ”vi samordnar”, ”samordning”, ”att samordna”. */
type Form = 'base' | 'present' | 'inverted' | 'clause' | 'phrase' | 'att';

interface Item {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly form: Form;
}

interface List {
  /** The last words before it. */
  readonly lead: string;
  readonly items: Item[];
}

const FEWEST = 3;

export function create(): Check<'document'> {
  return function* (text) {
    for (const list of text.damaged ? misreadLists(text) : lists(text)) yield* unlike(list);
  };
}

/** The lists of a text, in order; an item is read by its first block. */
function lists(text: Text): Iterable<List> {
  const found = new Map<number, List>();
  let lead = '';
  let last: number | undefined;
  for (const block of text.blocks) {
    const { item } = block.source;
    if (!item) {
      lead = block.text;
      continue;
    }
    if (!found.has(item.list)) found.set(item.list, { lead, items: [] });
    const list = found.get(item.list)!;
    const number = item.list * 10_000 + item.number;
    if (number !== last && block.sentences[0]) {
      const read = wholeItemOf(block);
      if (read) list.items.push(read);
    }
    last = number;
    lead = block.text;
  }
  return found.values();
}

/** ”e  Anger …”, ”o Att …”: what scanning makes of bullets. */
function misreadLists(text: Text): Iterable<List> {
  const found: List[] = [];
  const open = new Map<string, List>();
  let lead = '';
  for (const block of text.blocks) {
    const lines = [...block.text.matchAll(/^([eo]) +(?=\p{Lu})|^.+$/gmu)];
    if (!lines.some(([, bullet]) => bullet)) {
      open.clear();
      lead = block.text;
      continue;
    }
    let sentence = 0;
    for (const [number, { 0: line, 1: bullet, index }] of lines.entries()) {
      if (!bullet) {
        lead = line;
        continue;
      }
      if (bullet === 'e') open.delete('o');
      let list = open.get(bullet);
      if (!list) {
        list = { lead, items: [] };
        open.set(bullet, list);
        found.push(list);
      }
      const from = index + line.length;
      let following = number + 1;
      while (lines[following] && !lines[following]![1]) following++;
      const next = lines[following]?.index ?? block.text.length;
      lead = block.text.slice(from, next).split('\n', 1)[0]!;
      while (block.sentences[sentence] && block.sentences[sentence]!.end <= from) sentence++;
      const read = block.sentences[sentence] && itemOf(block, block.sentences[sentence]!, from, next);
      if (read) list.items.push(read);
    }
  }
  return found;
}

const wholeItemOf = perBlock((block) => itemOf(block, block.sentences[0]!, 0, block.text.length));

/** The item between two offsets of its block, if its form is plain. */
function itemOf(block: Block, { tokens, readings }: Sentence, from: number, to: number): Item | undefined {
  const at = tokens.findIndex(({ start }) => start >= from);
  const first = tokens[at];
  if (first?.kind !== 'word') return undefined;
  const own = readings.slice(at).filter((_, i) => tokens[at + i]!.end <= to);
  // ”Kostnad: hur du betalar”, ”HR – anställda”
  if (own.slice(1, 5).some(({ text }) => /^[:–—]$/u.test(text))) return undefined;
  const form = formOf(own, block);
  return form && { block, start: first.start, end: first.end, word: first.text, form };
}

const SUBJECT = /^(?:jag|du|vi|ni|han|hon|man|de|det|den)$/i;

function formOf(readings: readonly Reading[], block: Block): Form | undefined {
  const [first, second] = readings;
  if (!first || !second || readings.some(({ text }) => text === '?')) return undefined;
  if (/^att$/i.test(first.text)) return 'att';
  if (SUBJECT.test(first.text)) return second.tag.startsWith('VB') ? 'clause' : undefined;
  const tags = block.core!.lexicon.analyses(first.text.toLowerCase()).map(({ tag }) => tag);
  const only = (pattern: RegExp) => tags.length > 0 && tags.every((tag) => pattern.test(tag));
  // ”Forankrar”: a word that scanning has damaged.
  if (tags.length === 0)
    return /^(?:VB|PM)/.test(first.tag) && /[aeo]r$/.test(first.text) ? presentOf(second) : undefined;
  if (only(/^VB\|PRS\|AKT/)) return presentOf(second);
  if (only(/^VB\|(?:INF|IMP)\|AKT/) && first.tag.startsWith('VB')) return 'base';
  if (/^(?:ge|ta|gör)$/i.test(first.text)) return 'base';
  if (readings.some(({ tag }) => /^(?:SN|HP|HA)/.test(tag))) return undefined;
  const verbs = readings.some(({ tag }) => tag.startsWith('VB'));
  if (only(/^NN/) && first.tag.startsWith('NN')) return verbs ? 'clause' : 'phrase';
  return undefined;
}

function presentOf(second: Reading): Form {
  return SUBJECT.test(second.text) ? 'inverted' : 'present';
}

/** ”… är att:”, ”… ska:” */
const INFINITIVE = /(?<!\p{L})(?:att|ska|skall|kan|bör|måste|får)[\s:]*$/iu;

const ATT = /(?<!\p{L})att[\s:]*$/iu;

function* unlike({ lead, items: all }: List): Iterable<Problem> {
  // After ”att:” one more is for list-lead-in to tell of.
  const items = ATT.test(lead) ? all.filter(({ form }) => form !== 'att') : all;
  if (items.length < FEWEST) return;
  const counts = new Map<Form, number>();
  for (const { form } of items) counts.set(form, (counts.get(form) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1])[0]!;
  const clear = counts.get(most)! * 3 >= items.length * 2;
  // After ”att” an item is an infinitive or a clause of its own: as most are, or the first.
  const first = items[0]!;
  const asFirst = /clause|phrase/.test(first.form) && (counts.get('base') ?? 0) < 2;
  const model = !INFINITIVE.test(lead) ? clear && most : asFirst ? 'clause' : 'base';
  const like = asFirst && model === 'clause' ? first : items.find(({ form }) => form === model);
  if (!model || !like) return;
  for (const { block, start, end, word, form } of items) {
    if (!differs(model, form)) continue;
    const message = `”${word}” har en annan form än ”${like.word}”. Låt alla punkter börja likadant.`;
    yield { block, start, end, message };
  }
}

/** Forms that are plainly different; a noun and a clause that begins with one are hard to tell apart. */
const DIFFERENT = new Set([
  'base present',
  'base phrase',
  'clause inverted',
  'phrase present',
  'base inverted',
  'att base',
  'att clause',
  'att inverted',
  'att phrase',
  'att present',
]);

function differs(model: Form, form: Form): boolean {
  if (model === 'clause' && form !== 'phrase' && form !== 'clause') return true;
  return DIFFERENT.has([model, form].sort().join(' '));
}
