import {
  answersIn,
  type Block,
  type Check,
  type Edit,
  matchesIn,
  OWN_WORDS,
  perBlock,
  type Problem,
  type RuleMeta,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Citattecken',
  scope: 'document',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 13.11',
  zones: [...OWN_WORDS, 'quotation', 'quote-block', 'name', 'act-title', 'diary-number'],
} satisfies RuleMeta;

const RIGHT = '”';
/** A longer quotation is flagged at its opening mark only; the fix mends both. */
const LONG = 60;

/** Marks that may open and close one another. ”…” and »…» are right as they stand. */
const FAMILIES = ['"“”„‟', '«»', "'‘’‚"] as const;
const SINGLE = FAMILIES[2];
const NAMES: Readonly<Record<string, string>> = {
  '"': 'Raka',
  '“': 'Engelska',
  '„': 'Tyska',
  '‟': 'Engelska',
  '«': 'Franska',
  '»': 'Danska',
};

const MARK = /["“”„‟«»'‘’‚]/gu;
const OPENS = /(?:^|[\s([–—-])$/u;
const CLOSES = /^(?:$|[\s.,;:!?…)\]–—/-])/u;

/** What a quotation in words has not: then it is a string of a program. */
const CODE = /[${}<>=\\|_]|:\/\//u;
/** ”describe("v-model")”: what a program is called with. */
const CALL = /\p{L}\($/u;
/** The meaning of a word stands between single marks. */
const MEANING = /(?<!\p{L})(?:betyd(?:er|elsen?|elser)|i bemärkelsen|definieras)(?!\p{L})/iu;

export function create(): Check<'document'> {
  return function* (text) {
    let straight = 0;
    for (const problem of answersIn(text.blocks, pairsIn)) {
      // Straight marks are one habit: the first is worth a warning, the others are advice with the same fix.
      const again = problem.block!.text[problem.start!] === '"' && straight++ > 0;
      yield again ? { ...problem, severity: 'info' } : problem;
    }
  };
}

const pairsIn = perBlock((block): readonly Problem[] => [...pairs(block)]);

function* pairs(block: Block): Generator<Problem> {
  if (!/["“„‟«»'‘‚]/u.test(block.text)) return;
  const text = withoutCode(block);
  const open = new Map<string, number>();
  for (const { index, 0: mark } of matchesIn(text, MARK)) {
    const family = FAMILIES.find((marks) => marks.includes(mark))!;
    const before = OPENS.test(text.slice(Math.max(0, index - 1), index));
    const after = CLOSES.test(text.slice(index + 1, index + 2));
    const start = open.get(family);
    if (before && !after) {
      open.set(family, index);
    } else if (after && !before && start !== undefined) {
      open.delete(family);
      const single = family === SINGLE;
      // ''so'' is two marks that make one.
      if (text[index - 1] === mark || text[index + 1] === mark) continue;
      if (single && (open.has(FAMILIES[0]) || index - start < 3 || mayBeMeaning(block))) continue;
      const problem = pair(block, start, index, single);
      if (problem) yield problem;
    }
  }
}

function mayBeMeaning({ spans, text }: Block): boolean {
  return MEANING.test(text) || spans.some(({ kind }) => kind === 'emphasis');
}

function pair(block: Block, start: number, last: number, single: boolean): Problem | undefined {
  const { text } = block;
  const opening = text[start]!;
  const closing = text[last]!;
  if (opening === closing && (opening === RIGHT || opening === '»' || opening === '’')) return undefined;
  const words = text.slice(start + 1, last);
  if (CODE.test(words) || CALL.test(text.slice(0, start))) return undefined;
  const end = last + 1;
  const long = end - start > LONG;
  const name = single ? 'Enkla' : (NAMES[opening] ?? NAMES[closing]!);
  const instead = `${RIGHT}${words.replace(/\s+/gu, ' ')}${RIGHT}`;
  const edits: Edit[] = [start, last]
    .filter((at) => text[at] !== RIGHT)
    .map((at) => ({ start: at, end: at + 1, text: RIGHT }));
  return {
    block,
    start,
    end: long ? start + 1 : end,
    message: `${name} citattecken. ${long ? 'Svenska är lika på båda sidor: ”…”.' : `Skriv ${instead}.`}`,
    expected: long ? RIGHT : instead,
    // Single marks are right inside a quotation, and may stand for a meaning.
    fix: single ? 'suggested' : 'safe',
    edits,
    ...(single && { severity: 'info' }),
  };
}

const TEMPLATE = /\{\{[^}]*\}\}|\{%[^%]*%\}/gu;

/** The block's text with a letter for each character of code and templates, so that a mark there pairs with nothing. */
function withoutCode({ text, spans }: Block): string {
  let prose = text.replace(TEMPLATE, (template) => 'x'.repeat(template.length));
  for (const { kind, start, end } of spans) {
    if (kind === 'code') prose = prose.slice(0, start) + 'x'.repeat(end - start) + prose.slice(end);
  }
  return prose;
}
