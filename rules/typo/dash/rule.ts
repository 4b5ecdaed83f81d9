import {
  answersIn,
  type Block,
  type Check,
  matchesIn,
  OWN_WORDS,
  perBlock,
  type Problem,
  type RuleMeta,
  signBits,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Bindestreck i stället för tankstreck',
  scope: 'document',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 13.8.1',
  zones: [...OWN_WORDS, 'name'],
} satisfies RuleMeta;

const RIGHT = '–';
const HYPHENS = signBits('-—');
/** A hyphen, two or a long dash between words. What is before is asked last: most blanks have no dash after them. */
const DASH = /([ \u00a0])(--?|—)(?=[ \u00a0][\p{L}\d”"’'(])(?<=[\p{L}\d”"’'!?.,:;%)\]][ \u00a0](?:--?|—))/gu;
const NAMES: Readonly<Record<string, string>> = {
  '-': 'Bindestreck',
  '--': 'Två bindestreck',
  '—': 'Långt streck',
};

export function create(): Check<'document'> {
  return function* ({ blocks }) {
    const found = answersIn(blocks, dashesIn);
    // A habit: the first inside a sentence is worth a warning, the others are advice with the same fix.
    const inside = found.filter(
      ({ block, start, severity }) => !severity && block!.kind !== 'heading' && isInside(block!.text, start!),
    );
    const habit = inside.length > 1 ? inside[0] : undefined;
    for (const problem of found) yield problem === habit ? problem : { ...problem, severity: 'info' };
  };
}

/** Whether a few words of the sentence stand before the dash, so that it is no label: ”Kontakt - Anna Ek”. */
function isInside(text: string, dash: number): boolean {
  const before = text.slice(Math.max(0, dash - NEAR), dash);
  return /(?:[\p{L}\d”),]+\s+){4}$/u.test(before);
}

/** How far to look before a dash. */
const NEAR = 120;

const dashesIn = perBlock((block) => (block.kind === 'table-cell' ? [] : [...dashes(block)]));

function* dashes(block: Block): Generator<Problem> {
  const { text } = block;
  if ((block.signs & HYPHENS) === 0) return;
  for (const match of matchesIn(text, DASH)) {
    const mark = match[2]!;
    const start = match.index + 1;
    const end = start + mark.length;
    // ”10 - 5” is an interval or a calculation, ”30 - årig” a word.
    const before = text[match.index - 1]!;
    if (/\d/u.test(before) && /^.(?:\d|år)/u.test(text.slice(end, end + 3))) continue;
    // The name of another page, a key on the keyboard.
    if (block.spans.some((span) => span.kind === 'link' && span.start <= start && span.end >= end)) continue;
    if (/^.(?:eller|och)(?!\p{L})/u.test(text.slice(end, end + 7))) continue;
    yield {
      block,
      start,
      end,
      message: `${NAMES[mark]} med mellanslag. Skriv tankstreck: ”${RIGHT}”.`,
      expected: RIGHT,
      fix: 'safe',
      ...(mark === '—' && { severity: 'info' }),
    };
  }
}
