/**
 * What every reader gives, whatever the format: blocks of prose, and for each character of them its place in
 * the original. Everything above this floor speaks in offsets of a block's text and asks the block where that is.
 */
export interface SourceDocument {
  /** The original, as handed in, byte order mark and line ends included. */
  readonly text: string;
  readonly format: Format;
  /** In reading order. */
  readonly blocks: readonly SourceBlock[];
  /** The YAML between the fences at the top, with its offset in `text`. */
  readonly frontMatter?: { readonly yaml: string; readonly start: number };
  /** The pictures in reading order, where the format tells of them. */
  readonly images?: readonly SourceImage[];
  /** The comments that a reader does not see, where the format has such. */
  readonly comments?: readonly SourceComment[];
  /** How many lists it has. */
  readonly lists?: number;
  /** Where a person finds a place, in Swedish, where the format has no lines to look for: ”sida 3”. */
  where?(offset: number): string;
}

/** A comment; UTF-16 offsets of the original, its marks included, end exclusive. `text` is without the marks. */
export interface SourceComment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A picture; UTF-16 offsets of the original, end exclusive. */
export interface SourceImage {
  /** What is said in its stead to those who don't see it; empty when nothing is. */
  readonly alt: string;
  readonly url: string;
  readonly start: number;
  readonly end: number;
}

export type Format = 'markdown' | 'plain' | 'html' | 'mdx' | 'mail' | 'docx' | 'odt' | 'pdf';

export type BlockKind = 'paragraph' | 'heading' | 'list-item' | 'table-cell';

/** One paragraph, heading, list item's paragraph or table cell. */
export interface SourceBlock {
  readonly kind: BlockKind;
  /** The level of a heading (1 is highest) or of a list item; 0 elsewhere. */
  readonly depth: number;
  /** Whether it stands in a quote block. */
  readonly quoted: boolean;
  /** The list item that a `list-item` belongs to; several blocks of one item share it. */
  readonly item?: ListItem;
  /** The prose: markup taken away, entities resolved, NFC, soft hyphens left out. Line breaks are `\n`. */
  readonly text: string;
  /** What is not plain running text, in offsets of `text`, in order of start. */
  readonly spans: readonly Span[];
  readonly offsets: Offsets;
}

/** Which list of the document, counted from 1 in the order they begin, and which item of it, from 1. */
export interface ListItem {
  readonly list: number;
  readonly number: number;
}

/** A stretch of a block, end exclusive. `url` is a link's target; `foreign` is what the format says is not Swedish. */
export interface Span {
  readonly kind: 'code' | 'link' | 'emphasis' | 'quotation' | 'foreign';
  readonly start: number;
  readonly end: number;
  readonly url?: string;
}

/** Maps a block's text to the original: UTF-16 offsets on both sides. */
export class Offsets {
  readonly #base: number;
  readonly #starts: Int32Array | undefined;
  readonly #ends: Int32Array | undefined;

  /** All counted from `base`: without arrays every character `i` stands at `i`, with them at `starts[i]` to `ends[i]`. */
  constructor(base: number, starts?: Int32Array, ends?: Int32Array) {
    this.#base = base;
    this.#starts = starts;
    this.#ends = ends;
  }

  /** The same in an original in which all of it stands `by` units later. */
  movedBy(by: number): Offsets {
    return new Offsets(this.#base + by, this.#starts, this.#ends);
  }

  /** Where the character at `index` begins in the original. */
  start(index: number): number {
    if (!this.#starts) return this.#base + index;
    const last = this.#starts.length - 1;
    return index <= last ? this.#base + this.#starts[index]! : this.end(last + 1);
  }

  /** Where a stretch that ends before `index` ends in the original. */
  end(index: number): number {
    if (!this.#ends) return this.#base + index;
    return index > 0 ? this.#base + this.#ends[index - 1]! : this.start(0);
  }
}
