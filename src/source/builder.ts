import { type BlockKind, type ListItem, Offsets, type SourceBlock, type Span } from './document.ts';

/** Combining marks, soft hyphen, zero-width space, word joiner, and a byte order mark astray. */
const NEEDS_FOLDING = /[\p{M}\u00ad\u200b\u2060\ufeff]/u;
const INVISIBLE = /^[\u00ad\u200b\u2060\ufeff]$/u;
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

/** Collects the text of one block piece by piece, with the place of each character in the original. */
export class BlockBuilder {
  #text = '';
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #spans: Span[] = [];

  /** The length so far, which is the offset of what comes next. */
  get length(): number {
    return this.#text.length;
  }

  /** Adds text that stands in the original letter by letter from `start`. */
  literal(text: string, start: number): void {
    for (let i = 0; i < text.length; i++) {
      this.#starts.push(start + i);
      this.#ends.push(start + i + 1);
    }
    this.#text += text;
  }

  /** Adds text that is written in another way in the original, as an entity is: all of it stands at `start`–`end`. */
  replaced(text: string, start: number, end: number): void {
    for (let i = 0; i < text.length; i++) {
      this.#starts.push(start);
      this.#ends.push(end);
    }
    this.#text += text;
  }

  /** Marks what has come since `start`, or up to `end`. */
  span(kind: Span['kind'], start: number, url?: string, end = this.length): void {
    if (start < end) this.#spans.push(url === undefined ? { kind, start, end } : { kind, start, end, url });
  }

  /** The block, or nothing when it holds no letter or digit. */
  build(kind: BlockKind, depth: number, quoted: boolean, item?: ListItem): SourceBlock | undefined {
    if (!/[\p{L}\p{N}]/u.test(this.#text)) return undefined;
    const { text, spans, offsets } = NEEDS_FOLDING.test(this.#text) ? this.#folded() : this;
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
    const base = this.#starts[0]!;
    const identical = this.#starts.every((start, i) => start === base + i && this.#ends[i] === start + 1);
    return identical
      ? new Offsets(base)
      : new Offsets(base, Int32Array.from(this.#starts), Int32Array.from(this.#ends));
  }

  /** The same block in NFC and without invisible characters, each letter still at its place. */
  #folded(): BlockBuilder {
    const folded = new BlockBuilder();
    const moved = new Int32Array(this.length + 1);
    for (const match of this.#text.matchAll(CLUSTER)) {
      const from = match.index;
      const to = from + match[0].length;
      moved.fill(folded.length, from, to);
      if (!INVISIBLE.test(match[0])) {
        folded.replaced(match[0].normalize('NFC'), this.#starts[from]!, this.#ends[to - 1]!);
      }
    }
    moved[this.length] = folded.length;
    for (const span of this.#spans) {
      folded.#spans.push({ ...span, start: moved[span.start]!, end: moved[span.end]! });
    }
    return folded;
  }
}
