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
/** ”här.Sedan” */
const TIGHT_STOP = /\p{Ll}[.!?]\p{Lu}\p{Ll}/u;
const AFTER_STOP = /(?<!\S)(\p{Ll}{2,}[.!?])(\p{Lu}\p{Ll}+)(?=[\s,.!?]|$)/gu;
/** What sentences begin with, and names of programs' parts do not. */
const FIRST_WORDS = new Set(
  'Alla Att Av De Den Denna Det Detta Dessa Där Därför Då Du En Ett Eftersom Efter För Från Här Han Hon Hur Inom Jag Kan Man Med Men Mer Nu Några När Och Om På Sedan Ska Som Så Till Under Vad Var Vi Vid Vilka Även'.split(
    ' ',
  ),
);
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
  for (const match of TIGHT.test(block.text) ? matchesIn(block.text, AFTER_COMMA) : [])
    yield tight(block, match, 'kommat');
  for (const match of TIGHT_STOP.test(block.text) ? matchesIn(block.text, AFTER_STOP) : [])
    if (areWords(match, block)) yield tight(block, match, MARKS[match[1]!.at(-1)!]!);
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

const MARKS: Readonly<Record<string, string>> = { '.': 'punkten', '!': 'utropstecknet', '?': 'frågetecknet' };

/** Whether both are Swedish words: ”här.Sedan”, but not ”app.Linje”. */
function areWords([, before, after]: RegExpExecArray, { core }: Block): boolean {
  return FIRST_WORDS.has(after!) && core?.lexicon.isEntry(before!.slice(0, -1)) === true;
}

/** A space is missing after a mark. */
function tight(block: Block, match: RegExpExecArray, mark: string): Spacing {
  const [whole, before, after] = match as unknown as [string, string, string];
  const at = match.index + before.length;
  const expected = `${before} ${after}`;
  const problem: Problem = {
    block,
    start: match.index,
    end: match.index + whole.length,
    message: `Mellanslag efter ${mark}. Skriv ”${expected}”.`,
    expected,
    fix: 'safe',
    edits: [{ start: at, end: at, text: ' ' }],
  };
  return { problem, gap: undefined };
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
