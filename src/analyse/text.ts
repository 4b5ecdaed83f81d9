import type { Paragraph, SentenceContent, WhiteSpace } from 'nlcst';
import { parseParagraph, textOf } from '../parse/index.ts';
import type { BlockKind, SourceBlock, SourceDocument, Span } from '../source/document.ts';
import { type FiniteVerb, finiteVerbs, type Passive, passives } from './clauses.ts';
import type { LanguageCore } from './core.ts';
import { isDamaged } from './damage.ts';
import { type Form, formOf } from './form.ts';
import { type Language, languageOf } from './language.ts';
import { markZones } from './mark-zones.ts';
import { countsOf, type Measures, measuresOf } from './measures.ts';
import type { Reading } from './morphology.ts';
import { signsIn } from './signs.ts';
import { startsOf } from './word-starts.ts';

/** A word, number, mark or symbol. Offsets are UTF-16 offsets of the block's text, end exclusive. */
export interface Token {
  readonly text: string;
  /** `text` in lower case. */
  readonly lower: string;
  /** What it says by itself; one for all tokens with its text. */
  readonly form: Form;
  readonly kind: 'word' | 'number' | 'punctuation' | 'symbol';
  readonly start: number;
  readonly end: number;
  /** The zones the token stands in, as bits of `ZONE`. */
  zones: number;
}

/** A sentence of a block; offsets as a token's. */
export class Sentence {
  readonly block: Block;
  /** Everything but white space, in order. */
  readonly tokens: readonly Token[];
  #words: readonly Token[] | undefined;
  #readings: readonly Reading[] | undefined;
  #signs: number | undefined;
  #starts: Uint16Array | undefined;
  #finiteVerbs: readonly FiniteVerb[] | undefined;
  #passives: readonly Passive[] | undefined;

  constructor(block: Block, tokens: readonly Token[]) {
    this.block = block;
    this.tokens = tokens;
  }

  get start(): number {
    return this.tokens[0]!.start;
  }

  get end(): number {
    return this.tokens.at(-1)!.end;
  }

  get text(): string {
    return this.block.text.slice(this.start, this.end);
  }

  /** The characters it holds that are no letters, as bits of `signBits`. */
  get signs(): number {
    this.#signs ??= signsIn(this.block.text, this.start, this.end);
    return this.#signs;
  }

  /** A number for each token, the same for all words with the same first letters. */
  get starts(): Uint16Array {
    this.#starts ??= startsOf(this.tokens, this.block.lower);
    return this.#starts;
  }

  /** The tokens that count as words: words and numbers. */
  get words(): readonly Token[] {
    this.#words ??= this.tokens.filter((token) => token.kind === 'word' || token.kind === 'number');
    return this.#words;
  }

  /**
   * What tagger and lexicon say of each token: its SUC tag and lemma, in the order of `tokens`. Throws an `Error` without a
   * language core: a rule that asks has `needsCore` in its meta.
   */
  get readings(): readonly Reading[] {
    if (!this.#readings) {
      const { core } = this.block;
      if (!core)
        throw new Error('Tags were asked for without a language core. Set needsCore in the rule’s meta.');
      this.#readings = core.tagger.read(this.tokens);
    }
    return this.#readings;
  }

  /** Throws as `readings` does. */
  get finiteVerbs(): readonly FiniteVerb[] {
    this.#finiteVerbs ??= finiteVerbs(this.readings);
    return this.#finiteVerbs;
  }

  /** Throws as `readings` does. */
  get passives(): readonly Passive[] {
    this.#passives ??= passives(this.readings);
    return this.#passives;
  }

  /** The zones that every word of it stands in, as bits. */
  get zones(): number {
    return this.words.reduce((bits, token) => bits & token.zones, -1);
  }
}

/** A paragraph, heading, list item or table cell with what may be asked of it; each answer is computed once. */
export class Block {
  #source: SourceBlock;
  #index: number;
  /** The language core; a rule whose meta needs it is run only where there is one. */
  readonly core: LanguageCore | undefined;
  /** What `perBlock` has asked of it, by question. */
  readonly answers = new Map<object, unknown>();
  readonly #names: readonly string[];
  #lower: string | undefined;
  #signs: number | undefined;
  #sentences: readonly Sentence[] | undefined;

  constructor(source: SourceBlock, index: number, names: readonly string[], core?: LanguageCore) {
    this.#source = source;
    this.#index = index;
    this.core = core;
    this.#names = names;
  }

  get source(): SourceBlock {
    return this.#source;
  }

  /** Its number in the document, from 0. */
  get index(): number {
    return this.#index;
  }

  /** The same block in a later version of the document, which says the same elsewhere in it. What has been computed holds. */
  moveTo(source: SourceBlock, index: number): void {
    this.#source = source;
    this.#index = index;
  }

  get text(): string {
    return this.source.text;
  }

  /** `text` in lower case, character by character at the same offsets. */
  get lower(): string {
    if (this.#lower === undefined) {
      const lower = this.text.toLowerCase();
      this.#lower =
        lower.length === this.text.length
          ? lower
          : this.text.replace(/\p{Lu}/gu, (letter) => sameLength(letter));
    }
    return this.#lower;
  }

  /** The characters it holds that are no letters, as bits of `signBits`. */
  get signs(): number {
    this.#signs ??= signsIn(this.text, 0, this.text.length);
    return this.#signs;
  }

  get kind(): BlockKind {
    return this.source.kind;
  }

  get depth(): number {
    return this.source.depth;
  }

  get spans(): readonly Span[] {
    return this.source.spans;
  }

  /** The block as NLCST, positions in offsets of its text. Made at each call: trees take more room than all the rest. */
  get tree(): Paragraph {
    return parseParagraph(this.text);
  }

  get sentences(): readonly Sentence[] {
    if (!this.#sentences) {
      const sentences: Sentence[] = [];
      for (const node of this.tree.children) {
        if (node.type !== 'SentenceNode') continue;
        const tokens: Token[] = [];
        for (const child of node.children) if (child.type !== 'WhiteSpaceNode') tokens.push(toToken(child));
        if (tokens.length > 0) sentences.push(new Sentence(this, tokens));
      }
      markZones(this, sentences, this.#names);
      this.#sentences = sentences;
    }
    return this.#sentences;
  }
}

/** A document as the rules see it. */
export class Text {
  readonly source: SourceDocument;
  readonly blocks: readonly Block[];
  #sentences: readonly Sentence[] | undefined;
  #measures: Measures | undefined;
  #language: Language | undefined;
  #damaged: boolean | undefined;
  #lines: readonly number[] | undefined;

  /**
   * `names` are the forms that a profile fixes: they are marked as names wherever they stand. `known` gives the block of an
   * earlier version of the text that says the same.
   */
  constructor(
    source: SourceDocument,
    names: readonly string[] = [],
    core?: LanguageCore,
    known?: (source: SourceBlock) => Block | undefined,
  ) {
    this.source = source;
    this.blocks = source.blocks.map((block, index) => {
      const same = known?.(block);
      same?.moveTo(block, index);
      return same ?? new Block(block, index, names, core);
    });
  }

  /** All sentences in reading order. */
  get sentences(): readonly Sentence[] {
    this.#sentences ??= this.blocks.flatMap((block) => block.sentences);
    return this.#sentences;
  }

  get language(): Language {
    this.#language ??= languageOf(this);
    return this.#language;
  }

  /** Whether scanning has damaged the text: its words are then not to be trusted. */
  get damaged(): boolean {
    this.#damaged ??= isDamaged(this);
    return this.#damaged;
  }

  get measures(): Measures {
    this.#measures ??= measuresOf(countsOf(this.blocks));
    return this.#measures;
  }

  /** The 1-based line and column (UTF-16 units) of an offset of the original. */
  point(offset: number): { line: number; column: number } {
    const lines = this.#lineStarts;
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (lines[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - lines[low]! + 1 };
  }

  /** The 1-based line on which an offset of a block's text stands in the original. */
  line(block: Block, offset: number): number {
    return this.point(block.source.offsets.start(offset)).line;
  }

  /**
   * Where sentences stand, as a person looks for them: ”på rad 3, 5 och 9”, or in a document without lines the first two,
   * ”här: stycke 4; under ”Syfte”, stycke 2”. In reading order, each place once.
   */
  whereabouts(sentences: readonly Sentence[]): string {
    const { source } = this;
    const offsets = sentences
      .slice(0, source.where ? 2 : undefined)
      .map(({ block, start }) => block.source.offsets.start(start))
      .sort((a, b) => a - b);
    if (source.where)
      return `här: ${[...new Set(offsets.map((offset) => source.where!(offset)))].join('; ')}`;
    const lines = [...new Set(offsets.map((offset) => this.point(offset).line))];
    const last = lines.pop()!;
    return `på rad ${lines.length > 0 ? `${lines.join(', ')} och ${last}` : last}`;
  }

  get #lineStarts(): readonly number[] {
    if (!this.#lines) {
      const starts = [0];
      for (const match of this.source.text.matchAll(/\r\n|\r|\n/gu))
        starts.push(match.index + match[0].length);
      this.#lines = starts;
    }
    return this.#lines;
  }
}

/** The lower case of a letter, or the letter where that is longer (İ). */
function sameLength(letter: string): string {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : letter;
}

function toToken(node: Exclude<SentenceContent, WhiteSpace>): Token {
  const { start, end } = node.position!;
  const form = formOf(textOf(node));
  const { text, lower } = form;
  return {
    text,
    lower,
    form,
    kind: kindOf(node.type, form),
    start: start.offset!,
    end: end.offset!,
    zones: 0,
  };
}

function kindOf(type: SentenceContent['type'], { hasLetter }: Form): Token['kind'] {
  if (type === 'WordNode') return hasLetter ? 'word' : 'number';
  return type === 'SymbolNode' ? 'symbol' : 'punctuation';
}
