import { BlockBuilder } from './builder.ts';
import type { BlockKind, Format, ListItem, SourceBlock, SourceDocument, Span } from './document.ts';
import { UnreadableDocument } from './unreadable.ts';

/** The longest text that is read, in UTF-16 units: about 320,000 words. */
const MOST = 2_000_000;

/** A paragraph of a document that has no lines: what it says, and what it is. */
export interface PaperParagraph {
  readonly kind: BlockKind;
  /** The level of a heading or a list item; 0 elsewhere. */
  readonly depth: number;
  readonly quoted: boolean;
  readonly item?: ListItem;
  readonly text: string;
  readonly spans: readonly Span[];
  /** Where it stands, when that is not among the paragraphs under a heading: ”fotnot 3”. */
  readonly where?: string;
}

/** The text of such a document as it was collected: a line each. What the paragraphs are is then no longer known. */
export function readLines(text: string): SourceDocument {
  const paper = new Paper();
  for (const line of text.replace(/\n$/u, '').split('\n'))
    paper.add({ kind: 'paragraph', depth: 0, quoted: false, text: line, spans: [] });
  return { ...paper.document('plain'), text };
}

/** Collects the paragraphs of a document that lies in no text file; together, a line each, they are its text. */
export class Paper {
  #text = '';
  readonly #blocks: SourceBlock[] = [];
  readonly #starts: number[] = [];
  readonly #places: string[] = [];
  #heading = '';
  #paragraphs = 0;

  /** Adds a paragraph; gives the offset of its text. Throws an `UnreadableDocument` when it is one too many. */
  add({ kind, depth, quoted, item, text, spans, where }: PaperParagraph): number {
    const start = this.#text.length;
    if (start + text.length > MOST)
      throw new UnreadableDocument(
        'Texten är för stor: högst 2 miljoner tecken läses. Dela den i mindre filer.',
      );
    this.#text += `${text}\n`;
    const builder = new BlockBuilder();
    builder.literal(text, start);
    const block = builder.build(kind, depth, quoted, item);
    if (!block) return start;
    if (kind === 'heading') {
      this.#heading = text.replace(/\s+/gu, ' ').trim();
      this.#paragraphs = 0;
    } else if (where === undefined) this.#paragraphs++;
    this.#blocks.push(block.text === text ? { ...block, spans: believed(spans, text) } : block);
    this.#starts.push(start);
    this.#places.push(where ?? this.#here(kind));
    return start;
  }

  document(format: Format): SourceDocument {
    const starts = this.#starts;
    const places = this.#places;
    return {
      text: this.#text,
      format,
      blocks: this.#blocks,
      where(offset) {
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
          const middle = (low + high + 1) >> 1;
          if (starts[middle]! <= offset) low = middle;
          else high = middle - 1;
        }
        return places[low] ?? '';
      },
    };
  }

  #here(kind: BlockKind): string {
    const heading = this.#heading === '' ? '' : `under ”${shortened(this.#heading)}”`;
    if (kind === 'heading') return `rubriken ”${shortened(this.#heading)}”`;
    return [heading, `stycke ${this.#paragraphs}`].filter(Boolean).join(', ');
  }
}

/**
 * Programs mark whole documents with a language that they are not in. A mark is believed where it sets off a part of a
 * paragraph; that a whole one is in another language is told by its words.
 */
function believed(spans: readonly Span[], text: string): readonly Span[] {
  const foreign = spans.filter(({ kind }) => kind === 'foreign');
  const rest = foreign.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  return foreign.length === 0 || /\p{L}/u.test(rest) ? spans : spans.filter(({ kind }) => kind !== 'foreign');
}

function shortened(heading: string): string {
  return heading.length > 50 ? `${heading.slice(0, 49).trimEnd()}…` : heading;
}
