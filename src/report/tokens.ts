import { morphologyOf } from '../analyse/morphology.ts';
import type { Sentence, Text } from '../rule.ts';
import type { Style } from './style.ts';

/** A token with its analysis. Offsets are UTF-16 offsets of the original. */
export interface AnalysedToken {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  /** SUC tag. */
  readonly xpos: string;
  readonly feats: string;
  readonly start: number;
  readonly end: number;
  readonly spaceAfter: boolean;
}

/** A sentence with its analysis; the line is 1-based. */
export interface AnalysedSentence {
  readonly line: number;
  readonly text: string;
  readonly tokens: readonly AnalysedToken[];
}

/** Analyses a text sentence by sentence. Throws an `Error` when the text has no language core. */
export function* analysed(text: Text): Generator<{ first: boolean; sentence: AnalysedSentence }> {
  for (const block of text.blocks) {
    for (const [i, sentence] of block.sentences.entries())
      yield { first: i === 0, sentence: analyse(sentence, text) };
  }
}

function analyse(sentence: Sentence, text: Text): AnalysedSentence {
  const { block, readings } = sentence;
  const tokens = sentence.tokens.map((token, i): AnalysedToken => {
    const next = sentence.tokens[i + 1];
    const { upos, feats } = morphologyOf(readings, i);
    return {
      form: token.text.replace(/\s+/gu, ' '),
      lemma: readings[i]!.lemma.replace(/\s+/gu, ' '),
      upos,
      xpos: readings[i]!.tag,
      feats,
      start: block.source.offsets.start(token.start),
      end: block.source.offsets.end(token.end),
      spaceAfter: next === undefined || next.start > token.end,
    };
  });
  const written = tokens.map(({ form, spaceAfter }) => form + (spaceAfter ? ' ' : '')).join('');
  return { line: text.line(block, sentence.start), text: written.trimEnd(), tokens };
}

/** CoNLL-U, https://universaldependencies.org/format.html. Heads and relations are left open: klarlint does not parse them. */
export function conllu(text: Text, name: string): string {
  const lines = [`# newdoc id = ${name}`];
  let number = 0;
  for (const { first, sentence } of analysed(text)) {
    number++;
    if (first) lines.push('# newpar');
    lines.push(`# sent_id = ${number}`, `# text = ${sentence.text}`);
    sentence.tokens.forEach(({ form, lemma, upos, xpos, feats, spaceAfter }, i) => {
      const space = spaceAfter ? '_' : 'SpaceAfter=No';
      lines.push([i + 1, form, lemma, upos, xpos, feats, '_', '_', '_', space].join('\t'));
    });
    lines.push('');
  }
  return `${lines.join('\n')}\n`;
}

/** A table for people, a line a token and an empty line between sentences. */
export function tokenTable(text: Text, style: Style): string {
  const rows = [...analysed(text)].map(({ sentence }) =>
    sentence.tokens.map(({ form, lemma, upos, xpos }) => [form, lemma, WORD_CLASS[upos] ?? upos, xpos]),
  );
  const head = ['ord', 'grundform', 'ordklass', 'SUC-tagg'];
  const widths = head.map((title, i) =>
    rows.flat().reduce((widest, row) => Math.max(widest, row[i]!.length), title.length),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join('  ')
      .trimEnd();
  return `${[style.bold(line(head)), ...rows.map((sentence) => sentence.map(line).join('\n'))].join('\n\n')}\n`;
}

const WORD_CLASS: Readonly<Record<string, string>> = {
  ADJ: 'adjektiv',
  ADP: 'preposition',
  ADV: 'adverb',
  AUX: 'hjälpverb',
  CCONJ: 'konjunktion',
  DET: 'artikel',
  INTJ: 'interjektion',
  NOUN: 'substantiv',
  NUM: 'räkneord',
  PART: 'partikel',
  PRON: 'pronomen',
  PROPN: 'namn',
  PUNCT: 'skiljetecken',
  SCONJ: 'subjunktion',
  SYM: 'symbol',
  VERB: 'verb',
  X: 'övrigt',
};
