import { keywordsIn } from '../analyse/keywords.ts';
import { nominalRatio, type SentenceLength, sentenceLengths } from '../analyse/measures.ts';
import type { Block, Text } from '../analyse/text.ts';
import type { Settings } from '../lint.ts';
import { visible, widthOf, wrap } from './cells.ts';
import { targetsOf } from './report.ts';
import type { Style } from './style.ts';
import { count, number } from './wording.ts';

/** The character of a text in figures. `null` is what a text is too short for, or what takes a language core. */
export interface Character {
  readonly words: number;
  readonly sentences: number;
  readonly lix: number | null;
  readonly ovix: number | null;
  readonly nominalRatio: number | null;
  readonly sentenceMean: number | null;
  readonly longestSentence: number;
  /** The share (0–1) of sentences of more than 25 words. */
  readonly longSentences: number | null;
  readonly wordLength: number | null;
  /** The share (0–1) of the finite verbs that are passive. */
  readonly passives: number | null;
  /** What the profile says of the kind of text. */
  readonly targets: Readonly<Record<string, number>>;
  /** Sentences by words, headings left out; the last has no end. */
  readonly lengths: readonly {
    readonly from: number;
    readonly to: number | null;
    readonly sentences: number;
  }[];
  readonly hardest: readonly HardSentence[];
  /** The key words of the profile. */
  readonly keywords: { readonly used: readonly string[]; readonly unused: readonly string[] };
}

export interface HardSentence {
  readonly line: number;
  /** UTF-16 offsets in the original, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly words: number;
  readonly longWords: number;
  /** In Swedish: what makes it hard. */
  readonly reasons: readonly string[];
  readonly text: string;
}

/** The first word counts of each step of the histogram. */
const STEPS = [1, 6, 11, 16, 21, 26, 31, 41];
const MOST_HARD = 5;
/** A sentence with a LIX of its own below this is not hard. */
const LEAST_HARD = 50;
/** Of fewer words LIX says nothing. */
const LEAST_WORDS = 10;
/** A share of long words that is worth a remark. */
const MANY_LONG = 0.35;
/** A finite verb that comes after so many words keeps the reader waiting. */
const LATE_VERB = 9;

/** Measures a text and compares it with the profile. */
export function characterOf(text: Text, settings: Settings): Character {
  const { measures } = text;
  const { keywords } = settings.profile;
  const running = text.blocks.filter(({ kind }) => kind !== 'heading' && kind !== 'table-cell');
  const sentences = running.flatMap((block) => [...sentenceLengths(block)]);
  const core = running.some(({ core }) => core !== undefined);
  const used = keywordsIn(text, keywords);
  return {
    words: measures.words,
    sentences: measures.sentences,
    lix: measures.lix ?? null,
    ovix: measures.ovix ?? null,
    nominalRatio: (core && nominalRatio(text)) || null,
    sentenceMean: measures.sentenceMean ?? null,
    longestSentence: measures.longestSentence,
    longSentences: measures.longSentences ?? null,
    wordLength: measures.wordLength ?? null,
    passives: core ? passiveShare(running) : null,
    targets: targetsOf(settings),
    lengths: STEPS.map((from, i) => {
      const to = STEPS[i + 1];
      const within = sentences.filter(({ words }) => words >= from && (to === undefined || words < to));
      return { from, to: to === undefined ? null : to - 1, sentences: within.length };
    }),
    hardest: hardestOf(text, sentences, core),
    keywords: { used, unused: keywords.filter((keyword) => !used.includes(keyword)) },
  };
}

function passiveShare(blocks: readonly Block[]): number | null {
  let verbs = 0;
  let passive = 0;
  for (const sentence of blocks.flatMap(({ sentences }) => sentences)) {
    verbs += sentence.finiteVerbs.length;
    passive += sentence.passives.length;
  }
  return verbs === 0 ? null : passive / verbs;
}

/** The sentences that are long and have many long words, as LIX weighs them, hardest first. */
function hardestOf(text: Text, sentences: readonly SentenceLength[], core: boolean): HardSentence[] {
  const weight = ({ words, longWords }: SentenceLength): number => words + (100 * longWords) / words;
  return sentences
    .filter((sentence) => sentence.words >= LEAST_WORDS && weight(sentence) >= LEAST_HARD)
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, MOST_HARD)
    .map((sentence) => {
      const { parts, words, longWords } = sentence;
      const { block, start } = parts[0]!;
      return {
        line: text.line(block, start),
        start: block.source.offsets.start(start),
        end: parts.at(-1)!.block.source.offsets.end(parts.at(-1)!.end),
        words,
        longWords,
        reasons: reasonsOf(sentence, core),
        text: block.text.slice(start, parts.at(-1)!.end).replace(/\s+/gu, ' '),
      };
    });
}

function reasonsOf({ parts, words, longWords }: SentenceLength, core: boolean): string[] {
  const reasons = [`${number(words)} ord`];
  if (longWords >= words * MANY_LONG) reasons.push(`${number(longWords)} av dem är långa`);
  if (!core) return reasons;
  const late = parts[0]!.finiteVerbs[0]?.verb ?? 0;
  if (late >= LATE_VERB) reasons.push(`verbet kommer först efter ${number(late)} ord`);
  const passive = parts.reduce((sum, one) => sum + one.passives.length, 0);
  if (passive > 0) reasons.push(count(passive, 'passiv', 'passiver'));
  return reasons;
}

export interface StatsOptions {
  readonly style: Style;
  /** Columns of the terminal. */
  readonly width: number;
}

/** A text's character for a person at a terminal. */
export function showCharacter(
  name: string,
  character: Character,
  { profile, textKind }: Pick<Settings, 'profile' | 'textKind'>,
  { style, width }: StatsOptions,
): string {
  const { words, sentences, hardest, keywords } = character;
  const whose = [profile.title, ...(textKind ? [textKind] : [])].join(', ');
  const lines = [
    style.underline(visible(name)),
    style.dim(`mål: ${visible(whose)}`),
    ...readers(profile.audience, width).map((line) => style.dim(line)),
    '',
    `  ${style.bold(`${count(words, 'ord', 'ord')} i ${count(sentences, 'mening', 'meningar')}`)}`,
  ];
  if (words === 0) return `${lines.join('\n')}\n`;
  lines.push('', ...table(character, style, width));
  if (character.lengths.some(({ sentences: some }) => some > 0))
    lines.push('', `  ${style.bold('Meningarnas längd')}`, ...histogram(character, style, width));
  if (hardest.length > 0)
    lines.push(
      '',
      `  ${style.bold('Svårast att läsa')}`,
      ...hardest.flatMap((one) => hard(one, style, width)),
    );
  if (keywords.used.length + keywords.unused.length > 0) lines.push('', ...keyTerms(keywords, style, width));
  return `${lines.join('\n')}\n`;
}

function readers(audience: readonly string[], width: number): string[] {
  return audience.length === 0 ? [] : wrap(`läsare: ${visible(audience.join(', '))}`, width);
}

interface Row {
  readonly name: string;
  readonly value: number | null;
  readonly shown: (value: number) => string;
  readonly target?: number | undefined;
  readonly comment?: string;
}

function table(character: Character, style: Style, width: number): string[] {
  const { targets } = character;
  const whole = (value: number): string => number(value);
  const one = (value: number): string => number(value, 1);
  const share = (value: number): string => `${number(value * 100)}\u00a0%`;
  const rows: Row[] = [
    {
      name: 'LIX',
      value: character.lix,
      shown: whole,
      target: targets['lix'],
      comment: lixBand(character.lix),
    },
    { name: 'Ord per mening', value: character.sentenceMean, shown: whole, target: targets['sentenceMean'] },
    {
      name: 'Längsta meningen, ord',
      value: character.longestSentence,
      shown: whole,
      target: targets['sentence'],
    },
    { name: 'Meningar över 25 ord', value: character.longSentences, shown: share },
    {
      name: 'Passiver',
      value: character.passives,
      shown: share,
      target: perCent(targets['passive']),
      comment: 'av verben',
    },
    {
      name: 'Nominalkvot',
      value: character.nominalRatio,
      shown: one,
      target: targets['nominalRatio'],
      comment: nominalBand(character.nominalRatio),
    },
    { name: 'Ordvariation (OVIX)', value: character.ovix, shown: whole },
    { name: 'Bokstäver per ord', value: character.wordLength, shown: one },
  ];
  const names = Math.max(...rows.map(({ name }) => name.length));
  return rows.map(({ name, value, shown, target, comment }) => {
    if (value === null) return `  ${name.padEnd(names)}  ${style.dim('     –  för kort text')}`;
    const figure = shown(value).padStart(6);
    const over =
      target !== undefined && Math.round(value * 10) > target * 10 && shown(value) !== shown(target);
    const paint = target === undefined ? (text: string) => text : over ? style.yellow : style.green;
    const goal = target === undefined ? '' : `mål ${shown(target)}${over ? ', över' : ''}`;
    const line = `  ${name.padEnd(names)}  ${paint(figure)}`;
    const rest = [goal.padEnd(comment ? 14 : 0), ...(comment ? [comment] : [])].join('  ').trimEnd();
    return rest === '' || width < names + 40 ? line : `${line}  ${style.dim(rest)}`;
  });
}

/** A target in per cent as a share. */
function perCent(target: number | undefined): number | undefined {
  return target === undefined ? undefined : target / 100;
}

function lixBand(lix: number | null): string {
  if (lix === null) return '';
  if (lix < 30) return 'mycket lätt';
  if (lix < 40) return 'lätt, som en roman';
  if (lix < 50) return 'medelsvår, som en dagstidning';
  return lix < 60 ? 'svår, som en vanlig myndighetstext' : 'mycket svår';
}

function nominalBand(ratio: number | null): string {
  if (ratio === null) return '';
  if (ratio < 1) return 'ledig';
  if (ratio < 1.3) return 'vanlig för saktext';
  return ratio < 1.6 ? 'tung av substantiv' : 'mycket tung av substantiv';
}

const WIDEST_BAR = 40;
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

function histogram({ lengths, targets }: Character, style: Style, width: number): string[] {
  const last = lengths.findLastIndex(({ sentences }) => sentences > 0);
  const most = Math.max(...lengths.map(({ sentences }) => sentences));
  const room = Math.max(5, Math.min(WIDEST_BAR, width - 24));
  const limit = targets['sentence'] ?? Number.POSITIVE_INFINITY;
  return lengths.slice(0, last + 1).map(({ from, to, sentences }) => {
    const steps = Math.round((sentences / most) * room * 8);
    const bar = '█'.repeat(Math.floor(steps / 8)) + EIGHTHS[steps % 8]!;
    const range = to === null ? `${from}–` : `${from}–${to}`;
    const paint = from > limit ? style.yellow : style.cyan;
    const figure = sentences === 0 ? '' : `${paint(bar)} ${number(sentences)}`;
    return `  ${range.padStart(7)} ord  ${figure}`.trimEnd();
  });
}

function hard({ line, reasons, text }: HardSentence, style: Style, width: number): string[] {
  const indent = ' '.repeat(4);
  const where = `rad ${line}`;
  const room = width - indent.length;
  const head = wrap(reasons.join(', '), room - widthOf(where) - 2);
  const pad = ' '.repeat(widthOf(where) + 2);
  return [
    ...head.map((words, i) => `  ${i === 0 ? `${style.yellow(where)}  ` : pad}${words}`),
    `${indent}${style.dim(shortened(visible(text), room))}`,
  ];
}

/** As many words as there is room for. */
function shortened(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  return `${wrap(text, room - 2)[0]!.slice(0, room - 2)} …`;
}

function keyTerms({ used, unused }: Character['keywords'], style: Style, width: number): string[] {
  const total = used.length + unused.length;
  const lines = [`  ${style.bold('Nyckelord')}  ${number(used.length)} av ${number(total)} finns med`];
  for (const [name, words] of [
    ['med', used],
    ['inte med', unused],
  ] as const) {
    if (words.length === 0) continue;
    const label = `    ${name.padEnd(8)}  `;
    const rest = ' '.repeat(label.length);
    wrap(words.join(', '), width - label.length).forEach((line, i) => {
      lines.push((i === 0 ? label : rest) + style.dim(visible(line)));
    });
  }
  return lines;
}
