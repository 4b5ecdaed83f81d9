import { type BlockKind, type ListItem, Offsets, type SourceBlock, type Span } from './document.ts';

/** Combining marks, soft hyphen, zero-width space, word joiner, and a byte order mark astray. */
const NEEDS_FOLDING = /[\p{M}\u00ad\u200b\u2060\ufeff]/u;
/** Where those are among other things, but no letters and marks of Swedish: told more quickly. */
const MAY_NEED_FOLDING = /[\u00ad\u200b\u2060]|[\u0300-\u1fff]|[\u20d0-\uffff]/;
const INVISIBLE = /^[\u00ad\u200b\u2060\ufeff]$/u;
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

function needsFolding(text: string): boolean {
  return MAY_NEED_FOLDING.test(text) && NEEDS_FOLDING.test(text);
}

/** A stretch of a block's text beside the original. */
interface Piece {
  /** Where it begins in the block's text; it ends where the next begins. */
  readonly begin: number;
  readonly start: number;
  /** Where it ends in the original, when all of it stands in one place there; nothing when it stands letter by letter. */
  readonly end: number | undefined;
}

/** Collects the text of one block piece by piece, with the place of each character in the original. */
export class BlockBuilder {
  #text = '';
  readonly #pieces: Piece[] = [];
  readonly #spans: Span[] = [];

  /** The length so far, which is the offset of what comes next. */
  get length(): number {
    return this.#text.length;
  }

  /** Adds text that stands in the original letter by letter from `start`. */
  literal(text: string, start: number): void {
    const begin = this.length;
    const last = this.#pieces.at(-1);
    const goesOn = last !== undefined && last.end === undefined && start - begin === last.start - last.begin;
    if (!goesOn) this.#pieces.push({ begin, start, end: undefined });
    this.#text += text;
  }

  /** Adds text that is written in another way in the original, as an entity is: all of it stands at `start`–`end`. */
  replaced(text: string, start: number, end: number): void {
    if (text.length === 1 && end === start + 1) this.literal(text, start);
    else {
      this.#pieces.push({ begin: this.length, start, end });
      this.#text += text;
    }
  }

  /** Marks what has come since `start`, or up to `end`. */
  span(kind: Span['kind'], start: number, url?: string, end = this.length): void {
    if (start < end) this.#spans.push(url === undefined ? { kind, start, end } : { kind, start, end, url });
  }

  /** The block, or nothing when it holds no letter or digit. */
  build(kind: BlockKind, depth: number, quoted: boolean, item?: ListItem): SourceBlock | undefined {
    if (!/[\p{L}\p{N}]/u.test(this.#text)) return undefined;
    const { text, spans, offsets } = needsFolding(this.#text) ? this.#folded() : this;
    spans.sort((a, b) => a.start - b.start || b.end - a.end);
    return { kind, depth, quoted, ...(item && { item }), text, spans, offsets };
  }

  get text(): string {
    return this.#text;
  }

  get spans(): Span[] {
    return this.#spans;
  }

  get offsets(): Offsets {
    const [first] = this.#pieces;
    if (first && first.end === undefined && this.#pieces.length === 1) return new Offsets(first.start);
    const { starts, ends } = this.#places();
    return new Offsets(0, starts, ends);
  }

  /** Where each character begins and ends in the original. */
  #places(): { starts: Int32Array; ends: Int32Array } {
    const starts = new Int32Array(this.length);
    const ends = new Int32Array(this.length);
    for (const [index, { begin, start, end }] of this.#pieces.entries()) {
      const to = this.#pieces[index + 1]?.begin ?? this.length;
      for (let at = begin; at < to; at++) {
        starts[at] = end === undefined ? start + at - begin : start;
        ends[at] = end ?? start + at - begin + 1;
      }
    }
    return { starts, ends };
  }

  /** The same block in NFC and without invisible characters, each letter still at its place. */
  #folded(): BlockBuilder {
    const folded = new BlockBuilder();
    const { starts, ends } = this.#places();
    const moved = new Int32Array(this.length + 1);
    for (const match of this.#text.matchAll(CLUSTER)) {
      const from = match.index;
      const to = from + match[0].length;
      moved.fill(folded.length, from, to);
      if (!INVISIBLE.test(match[0])) {
        folded.replaced(match[0].normalize('NFC'), starts[from]!, ends[to - 1]!);
      }
    }
    moved[this.length] = folded.length;
    for (const span of this.#spans) {
      folded.#spans.push({ ...span, start: moved[span.start]!, end: moved[span.end]! });
    }
    return folded;
  }
}
