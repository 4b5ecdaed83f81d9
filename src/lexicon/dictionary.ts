import { Automaton } from './automaton.ts';
import { Flag, HEADER_FIELDS, HEADER_WORDS, type Header, MAGIC, VERSION } from './format.ts';

/** One thing that a form can be. */
export interface Analysis {
  /** The form one looks up: nominative singular, infinitive, positive. A participle is its own lemma. */
  readonly lemma: string;
  /** In the SUC tag set: `NN|UTR|SIN|DEF|NOM`. */
  readonly tag: string;
  /** The word class, the tag's first part. */
  readonly class: string;
}

/** The bytes of a compiled dictionary. */
export type Bytes = Uint8Array | ArrayBuffer;

type Pair = readonly [ending: number, lemmaEnding: number];

/** One compiled dictionary: exact forms only, no compounds and no case rules. */
export class Dictionary {
  readonly automaton: Automaton;
  /** How many forms it holds, parts of compounds included. */
  readonly size: number;
  readonly #words: Uint32Array;
  readonly #header: Header;
  /** The tags that its words have, in the SUC tag set. */
  readonly tags: readonly string[];
  readonly #endings: readonly string[];
  readonly #lemmaEndings: readonly string[];
  #pairs: Map<string, Pair[]> | undefined;

  /**
   * Lays itself over the bytes, without copying when they lie on a 4-byte boundary.
   * @throws RangeError when the bytes are not a dictionary of this version.
   */
  constructor(bytes: Bytes) {
    this.#words = asWords(bytes);
    this.#header = readHeader(this.#words);
    const { text, textBytes, root, forms } = this.#header;
    const words = this.#words;
    const [letters, tags, endings, lemmaEndings] = new TextDecoder()
      .decode(new Uint8Array(words.buffer, words.byteOffset + 4 * text, textBytes))
      .split('\n')
      .map((line) => line.split('\t'));
    this.tags = tags!;
    this.#endings = endings!;
    this.#lemmaEndings = lemmaEndings!;
    this.automaton = new Automaton(words, root, letters!);
    this.size = forms;
  }

  /** The flags (`Flag`) of the form that ends in a state; 0 when none does. */
  flagsAt(state: number): number {
    const annotation = this.automaton.annotation(state);
    return annotation === 0 ? 0 : this.#words[this.#poolStart(annotation)]!;
  }

  /** The flags of a form; 0 when it is unknown. */
  flags(form: string): number {
    const state = this.automaton.walk(form);
    return state === 0 ? 0 : this.flagsAt(state);
  }

  /** What the form is, if it is known. A part of compounds can have analyses too. */
  analyses(form: string): Analysis[] {
    const state = this.automaton.walk(form);
    if (state === 0) return [];
    const annotation = this.automaton.annotation(state);
    if (annotation === 0) return [];
    const result: Analysis[] = [];
    const end = this.#poolStart(annotation + 1);
    for (let at = this.#poolStart(annotation) + 1; at < end; at++) {
      const reading = this.#words[at]!;
      const tag = this.tags[reading >>> 20]!;
      const ending = this.#endings[(reading >>> 10) & 0x3ff]!;
      const lemma = form.slice(0, form.length - ending.length) + this.#lemmaEndings[reading & 0x3ff]!;
      result.push({ lemma, tag, class: wordClass(tag) });
    }
    return result;
  }

  /**
   * The form of a lemma that has exactly this tag, or undefined. Of several, one that is not a variant (`Flag.variant`)
   * and then the commonest ending.
   * @param needed flags of which the form must bear at least one
   */
  inflect(lemma: string, tag: string, needed: number = Flag.word): string | undefined {
    let variant: string | undefined;
    for (const [ending, lemmaEnding] of this.#pairsOf(tag)) {
      const tail = this.#lemmaEndings[lemmaEnding]!;
      if (!lemma.endsWith(tail)) continue;
      const form = lemma.slice(0, lemma.length - tail.length) + this.#endings[ending]!;
      const flags = this.flags(form);
      if ((flags & needed) === 0 || (flags & Flag.forbidden) !== 0) continue;
      if (!this.analyses(form).some((analysis) => analysis.lemma === lemma && analysis.tag === tag)) continue;
      if ((flags & Flag.variant) === 0) return form;
      variant ??= form;
    }
    return variant;
  }

  /** The endings that forms with a tag have, against those of their lemmas. Gathered once, when first asked for. */
  #pairsOf(tag: string): readonly Pair[] {
    if (this.#pairs === undefined) {
      const byReading = new Set<number>();
      for (let annotation = 1; annotation <= this.#header.annotationCount; annotation++) {
        const end = this.#poolStart(annotation + 1);
        for (let at = this.#poolStart(annotation) + 1; at < end; at++) byReading.add(this.#words[at]!);
      }
      this.#pairs = new Map();
      // In numeric order, the commonest endings of a tag come first.
      for (const reading of [...byReading].sort((a, b) => a - b)) {
        const name = this.tags[reading >>> 20]!;
        const pairs = this.#pairs.get(name) ?? [];
        this.#pairs.set(name, pairs);
        pairs.push([(reading >>> 10) & 0x3ff, reading & 0x3ff]);
      }
    }
    return this.#pairs.get(tag) ?? [];
  }

  #poolStart(annotation: number): number {
    return this.#header.pool + this.#words[this.#header.annotations + annotation]!;
  }
}

/** The first part of a tag. */
export function wordClass(tag: string): string {
  const bar = tag.indexOf('|');
  return bar < 0 ? tag : tag.slice(0, bar);
}

function asWords(bytes: Bytes): Uint32Array {
  const view = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
  const aligned = view.byteOffset % 4 === 0 ? view : view.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >>> 2);
}

function readHeader(words: Uint32Array): Header {
  if (words.length < HEADER_WORDS || words[0] !== MAGIC) throw new RangeError('Not a compiled dictionary');
  if (words[1] !== VERSION) throw new RangeError(`Dictionary of version ${words[1]}, wanted ${VERSION}`);
  const fields = HEADER_FIELDS.map((field, index) => [field, words[2 + index]!]);
  const header = Object.fromEntries(fields) as unknown as Header;
  if (header.text + header.textBytes / 4 > words.length) throw new RangeError('The dictionary is cut short');
  return header;
}
