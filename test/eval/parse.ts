import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paragraph } from 'nlcst';
import { toString as textOf } from 'nlcst-to-string';
import { ParseLatin } from 'parse-latin';
import { parseParagraph } from '../../src/parse/index.ts';

interface GoldToken {
  readonly form: string;
  readonly spaceAfter: boolean;
}
type GoldSentence = readonly GoldToken[];

const SENTENCES_IN_A_PARAGRAPH = 10;

/** Prints how well the parser finds the sentences and words of the treebank, with plain parse-latin beside it. */
export function run(shared: string): void {
  const file = join(shared, 'data/treebank/sv_talbanken-ud-dev.conllu');
  if (!existsSync(file)) {
    console.log('Meningar och ord: trädbanken saknas, mätningen hoppas över.');
    return;
  }
  const gold = readTreebank(readFileSync(file, 'utf8'));
  const latin = new ParseLatin();
  console.log('Meningar och ord, Talbanken dev    meningsgränser F1   ord F1');
  for (const [name, parse] of [
    ['klarlint', parseParagraph],
    ['parse-latin', (text: string) => latin.tokenizeParagraph(text)],
  ] as const) {
    const { sentences, tokens } = score(gold, parse);
    console.log(`  ${name.padEnd(32)} ${sentences.toFixed(4).padStart(18)} ${tokens.toFixed(4).padStart(8)}`);
  }
}

/** F1 of sentences' ends and of tokens' spans over running text, ten sentences to a paragraph. */
export function score(
  gold: readonly GoldSentence[],
  parse: (text: string) => Paragraph,
): { sentences: number; tokens: number } {
  const ends = new Tally();
  const spans = new Tally();
  for (let i = 0; i < gold.length; i += SENTENCES_IN_A_PARAGRAPH) {
    const { text, sentences } = join10(gold.slice(i, i + SENTENCES_IN_A_PARAGRAPH));
    const found = spansOf(parse(text));
    ends.add(
      new Set(sentences.map((tokens) => tokens.at(-1)!.split('-')[1]!)),
      new Set(found.map((tokens) => tokens.at(-1)!.split('-')[1]!)),
    );
    spans.add(new Set(sentences.flat()), new Set(found.flat()));
  }
  return { sentences: ends.f1, tokens: spans.f1 };
}

class Tally {
  #right = 0;
  #gold = 0;
  #found = 0;

  add(gold: ReadonlySet<string>, found: ReadonlySet<string>): void {
    this.#gold += gold.size;
    this.#found += found.size;
    for (const one of found) if (gold.has(one)) this.#right++;
  }

  get f1(): number {
    return (2 * this.#right) / (this.#gold + this.#found);
  }
}

/** Running text of some sentences, and the spans of their tokens in it. */
export function join10(sentences: readonly GoldSentence[]): { text: string; sentences: string[][] } {
  let text = '';
  const spans = sentences.map((tokens) => {
    const own = tokens.map(({ form, spaceAfter }) => {
      const start = text.length;
      text += form;
      const span = `${start}-${text.length}`;
      if (spaceAfter) text += ' ';
      return span;
    });
    if (!text.endsWith(' ')) text += ' ';
    return own;
  });
  return { text, sentences: spans };
}

/** The spans of a tree's tokens, sentence by sentence. */
export function spansOf(paragraph: Paragraph): string[][] {
  return paragraph.children.flatMap((sentence) => {
    if (sentence.type !== 'SentenceNode') return [];
    const tokens = sentence.children.filter((node) => node.type !== 'WhiteSpaceNode' && textOf(node) !== '');
    if (tokens.length === 0) return [];
    return [tokens.map(({ position }) => `${position!.start.offset}-${position!.end.offset}`)];
  });
}

/** The sentences of a CoNLL-U file. */
export function readTreebank(conllu: string): GoldSentence[] {
  return conllu
    .split(/\n\n+/u)
    .map((sentence) =>
      sentence
        .split('\n')
        .map((line) => line.split('\t'))
        .filter(([id]) => /^\d+$/u.test(id!))
        .map((columns) => ({ form: columns[1]!, spaceAfter: !/SpaceAfter=No/u.test(columns[9] ?? '') })),
    )
    .filter((tokens) => tokens.length > 0);
}
