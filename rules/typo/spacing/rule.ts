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
  title: 'Mellanslag och skiljetecken',
  scope: 'document',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 13',
  zones: [...OWN_WORDS, 'name'],
} satisfies RuleMeta;

/** ”text , text”, with the word before. Not ”:)”, ”.NET”, ” …” and the like. */
const BEFORE_MARK =
  /(?<!\S)(\S*[\p{L}\d”])([ \u00a0]+)([,;!?](?![[\p{L}\p{P}])|:(?=\s|$)|\.(?=\s*$|\s+\p{Lu}))/gu;
/** A glance before that expression is asked. */
const GAP = /[ \u00a0][,;!?:.]/u;
/** ”text,text” */
const TIGHT = /,\p{Ll}/u;
const AFTER_COMMA = /(?<!\S)(\p{L}?\p{Ll}{2,},)(\p{Ll}{2,})(?=[\s.,;:!?]|$)/gu;
/** ”två  mellanslag” */
const DOUBLE = /(?<! )( {2,3})(?=[\p{L}\d”(])(?<=[\p{L}\d,;:.!?”)] {2,3})/gu;
/** ”text...” with more after it */
const ELLIPSIS = /(?<![\p{L}.])(\p{L}{3,})(\.\.\.|…)(?=\s\p{Ll})/gu;
const DOTS = signBits('…');
/** Columns are set with spaces. */
const COLUMNS = / {4,}|\t/u;

export function create(): Check<'document'> {
  return function* (text) {
    for (const spacing of answersIn(text.blocks, marksIn)) if (isWritten(spacing)) yield spacing.problem;
    if (text.damaged) return;
    for (const spacing of answersIn(text.blocks, doublesIn)) if (isWritten(spacing)) yield spacing.problem;
  };
}

/** What is wrong with a stretch between words, if it stands so in the original. */
interface Spacing {
  readonly problem: Problem;
  /** The spaces that are too many, if any. */
  readonly gap: { readonly start: number; readonly end: number } | undefined;
}

const marksIn = perBlock((block): readonly Spacing[] =>
  block.kind === 'table-cell' ? [] : [...marks(block)],
);
const doublesIn = perBlock((block): readonly Spacing[] =>
  block.kind === 'paragraph' ? [...doubles(block)] : [],
);

/** Whether the spaces stand so in the original, with nothing between them that is no text, as a tag. */
function isWritten({ gap, problem }: Spacing): boolean {
  const { offsets } = problem.block!.source;
  return !gap || offsets.start(gap.end) - offsets.end(gap.start) === gap.end - gap.start;
}

function* marks(block: Block): Generator<Spacing> {
  for (const match of GAP.test(block.text) ? matchesIn(block.text, BEFORE_MARK) : []) {
    const [whole, word, gap, mark] = match as unknown as [string, string, string, string];
    const start = match.index + word.length;
    const end = start + gap.length;
    const problem: Problem = {
      block,
      start: match.index,
      end: match.index + whole.length,
      message: `Inget mellanslag före ”${mark}”.`,
      expected: word + mark,
      fix: 'safe',
      edits: [{ start, end, text: '' }],
    };
    yield { problem, gap: { start, end } };
  }
  for (const match of TIGHT.test(block.text) ? matchesIn(block.text, AFTER_COMMA) : []) {
    const [whole, before, after] = match as unknown as [string, string, string];
    const at = match.index + before.length;
    const expected = `${before} ${after}`;
    const problem: Problem = {
      block,
      start: match.index,
      end: match.index + whole.length,
      message: `Mellanslag efter kommat. Skriv ”${expected}”.`,
      expected,
      fix: 'safe',
      edits: [{ start: at, end: at, text: ' ' }],
    };
    yield { problem, gap: undefined };
  }
  const dots = (block.signs & DOTS) !== 0 || block.text.includes('...');
  for (const match of dots ? matchesIn(block.text, ELLIPSIS) : []) {
    const [whole, word] = match as unknown as [string, string];
    const expected = `${word} …`;
    const problem: Problem = {
      block,
      start: match.index,
      end: match.index + whole.length,
      message: `Mellanslag före tre punkter. Skriv ”${expected}”.`,
      expected,
      severity: 'info',
    };
    yield { problem, gap: undefined };
  }
}

function* doubles(block: Block): Generator<Spacing> {
  const { text } = block;
  if (!text.includes('  ') || COLUMNS.test(text)) return;
  for (const { index, 1: gap } of matchesIn(text, DOUBLE)) {
    const before = /\S+$/u.exec(text.slice(Math.max(0, index - 40), index))![0];
    const after = /^\S+/u.exec(text.slice(index + gap!.length, index + gap!.length + 40))![0];
    const end = index + gap!.length;
    const problem: Problem = {
      block,
      start: index - before.length,
      end: end + after.length,
      message: 'Två mellanslag. Ett räcker.',
      expected: `${before} ${after}`,
      fix: 'safe',
      severity: 'info',
      edits: [{ start: index, end, text: ' ' }],
    };
    yield { problem, gap: { start: index, end } };
  }
}
