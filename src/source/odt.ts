import type { BlockKind, ListItem, SourceDocument, Span } from './document.ts';
import { Paper } from './paper.ts';
import { UnreadableDocument } from './unreadable.ts';
import { decodedXml, readXml, type XmlTag } from './xml.ts';
import { openPackage } from './zip.ts';

/** Reads an OpenDocument text, as LibreOffice saves it. Throws an `UnreadableDocument`. */
export function readOdt(bytes: Uint8Array): SourceDocument {
  const file = openPackage(
    bytes,
    (name) => name === 'content.xml' || name === 'META-INF/manifest.xml' || name === 'styles.xml',
  );
  if (file.text('META-INF/manifest.xml')?.includes('encryption-data'))
    throw new UnreadableDocument('Filen är skyddad med lösenord. Spara den utan lösenord.');
  const xml = file.text('content.xml');
  if (xml === undefined)
    throw new UnreadableDocument('Filen är ingen text från LibreOffice, eller så är den skadad.');
  const styles = new Map<string, Style>();
  for (const part of [file.text('styles.xml'), xml]) if (part !== undefined) readOdtStyles(part, styles);
  const paper = new Paper();
  readXml(xml, new ContentReader(xml, styles, paper));
  return paper.document('odt');
}

interface Style {
  parent: string | undefined;
  hidden: boolean | undefined;
  emphasis: boolean | undefined;
  language: string | undefined;
}

function readOdtStyles(xml: string, styles: Map<string, Style>): void {
  let style: Style | undefined;
  readXml(xml, {
    open(tag) {
      if (tag.local === 'style') {
        style = {
          parent: tag.attribute('parent-style-name'),
          hidden: undefined,
          emphasis: undefined,
          language: undefined,
        };
        styles.set(tag.attribute('name') ?? '', style);
      } else if (tag.local === 'text-properties' && style) {
        if (tag.attribute('display') !== undefined) style.hidden = tag.attribute('display') === 'none';
        if (tag.attribute('font-weight') === 'bold' || tag.attribute('font-style') === 'italic')
          style.emphasis = true;
        style.language = tag.attribute('language');
      }
    },
    close(local) {
      if (local === 'style') style = undefined;
    },
  });
}

/** Elements whose text is none of the writer's: what has been deleted, comments, and lists that the program makes. */
const SKIPPED = new Set([
  'tracked-changes',
  'annotation',
  'note-citation',
  'table-of-content',
  'alphabetical-index',
  'illustration-index',
  'table-index',
  'bibliography',
  'hidden-text',
  'hidden-paragraph',
  'forms',
  'sequence-decls',
  'variable-decls',
  'user-field-decls',
  'page-number',
  'page-count',
  'desc',
  'title',
  'math',
]);
const QUOTE = /^(?:quotations?|citat|block_20_(?:quotation|text))$/iu;

interface OpenParagraph {
  text: string;
  readonly spans: Span[];
  readonly style: string;
  readonly outline: number | undefined;
}

interface OpenSpan {
  readonly from: number;
  readonly kind: Span['kind'] | undefined;
  readonly hidden: boolean;
  readonly url?: string;
}

class ContentReader {
  readonly #xml: string;
  readonly #styles: ReadonlyMap<string, Style>;
  readonly #paper: Paper;
  #skipped = 0;
  #inBody = false;
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #spans: OpenSpan[] = [];
  readonly #lists: { readonly list: number; number: number }[] = [];
  readonly #tables: { columns: number; row: number }[] = [];
  #listCount = 0;
  #tableCount = 0;
  #notes = 0;
  #inNote = 0;

  constructor(xml: string, styles: ReadonlyMap<string, Style>, paper: Paper) {
    this.#xml = xml;
    this.#styles = styles;
    this.#paper = paper;
  }

  open(tag: XmlTag): void {
    const { local } = tag;
    if (this.#skipped > 0 || SKIPPED.has(local)) {
      if (SKIPPED.has(local)) this.#skipped++;
      return;
    }
    const paragraph = this.#paragraphs.at(-1);
    switch (local) {
      case 'text':
        this.#inBody = true;
        return;
      case 'p':
      case 'h': {
        const outline = local === 'h' ? Number(tag.attribute('outline-level') ?? 1) : undefined;
        this.#paragraphs.push({ text: '', spans: [], style: tag.attribute('style-name') ?? '', outline });
        return;
      }
      case 'list':
        this.#lists.push({ list: ++this.#listCount, number: 0 });
        return;
      case 'list-item':
        if (this.#lists.length > 0) this.#lists.at(-1)!.number++;
        return;
      case 'table':
        this.#tableCount++;
        this.#tables.push({ columns: 0, row: 0 });
        return;
      case 'table-column':
        if (this.#tables.length > 0)
          this.#tables.at(-1)!.columns += Number(tag.attribute('number-columns-repeated') ?? 1);
        return;
      case 'table-row':
        if (this.#tables.length > 0) this.#tables.at(-1)!.row++;
        return;
      case 'note':
        this.#notes++;
        this.#inNote++;
        return;
      case 's':
        if (paragraph) paragraph.text += ' '.repeat(Math.min(100, Number(tag.attribute('c') ?? 1)));
        return;
      case 'tab':
        if (paragraph) paragraph.text += '\t';
        return;
      case 'line-break':
        if (paragraph) paragraph.text += '\n';
        return;
      case 'span':
      case 'a':
        this.#spans.push(this.#spanOf(tag, paragraph));
    }
  }

  #spanOf(tag: XmlTag, paragraph: OpenParagraph | undefined): OpenSpan {
    const from = paragraph?.text.length ?? 0;
    if (tag.local === 'a') return { from, kind: 'link', hidden: false, url: tag.attribute('href') ?? '' };
    const style = tag.attribute('style-name') ?? '';
    const { hidden = false, emphasis, language } = this.#style(style);
    const foreign = language !== undefined && !['sv', 'zxx', 'none'].includes(language);
    return { from, hidden, kind: foreign ? 'foreign' : emphasis ? 'emphasis' : undefined };
  }

  /** What a style says, and those that it is based on. */
  #style(name: string): Partial<Style> {
    const found: Partial<Style> = {};
    let next: string | undefined = name;
    for (let step = 0; step < 20 && next !== undefined; step++) {
      const style: Style | undefined = this.#styles.get(next);
      if (!style) break;
      found.hidden ??= style.hidden;
      found.emphasis ??= style.emphasis;
      // What is set for the whole document is often not the language that it is in.
      if (step === 0) found.language = style.language;
      next = style.parent;
    }
    return found;
  }

  text(start: number, end: number): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph || this.#skipped > 0 || this.#spans.some(({ hidden }) => hidden)) return;
    if (this.#style(paragraph.style).hidden) return;
    // White space is one blank: more of them are elements.
    const text = decodedXml(this.#xml, start, end).text.replace(/[ \t\r\n]+/gu, ' ');
    paragraph.text += paragraph.text === '' ? text.trimStart() : text;
  }

  close(local: string): void {
    if (this.#skipped > 0) {
      if (SKIPPED.has(local)) this.#skipped--;
      return;
    }
    const paragraph = this.#paragraphs.at(-1);
    switch (local) {
      case 'span':
      case 'a': {
        const span = this.#spans.pop();
        if (!span?.kind || !paragraph || paragraph.text.length <= span.from) return;
        const { from: start, kind, url } = span;
        const end = paragraph.text.length;
        if (kind === 'foreign' && /[åäö]/iu.test(paragraph.text.slice(start, end))) return;
        paragraph.spans.push({ kind, start, end, ...(url !== undefined && { url }) });
        return;
      }
      case 'list':
        this.#lists.pop();
        return;
      case 'table':
        this.#tables.pop();
        return;
      case 'note':
        this.#inNote--;
        return;
      case 'p':
      case 'h':
        if (paragraph) {
          this.#paragraphs.pop();
          if (this.#inBody) this.#emit(paragraph);
        }
    }
  }

  #emit({ text, spans, style, outline }: OpenParagraph): void {
    const { kind, depth, item } = this.#kindOf(outline);
    const table = this.#tables.at(-1);
    const where =
      this.#inNote > 0
        ? `fotnot ${this.#notes}`
        : kind === 'table-cell' && table
          ? `tabell ${this.#tableCount}, rad ${table.row}`
          : undefined;
    this.#paper.add({
      kind,
      depth,
      quoted: this.#lineage(style).some((name) => QUOTE.test(name)),
      ...(item && { item }),
      text,
      spans: spans.toSorted((a, b) => a.start - b.start || b.end - a.end),
      ...(where !== undefined && { where }),
    });
  }

  #kindOf(outline: number | undefined): { kind: BlockKind; depth: number; item?: ListItem } {
    if (outline !== undefined) return { kind: 'heading', depth: outline };
    const list = this.#lists.at(-1);
    if (list) return { kind: 'list-item', depth: this.#lists.length, item: { ...list } };
    const table = this.#tables.at(-1);
    return { kind: table && table.columns > 1 ? 'table-cell' : 'paragraph', depth: 0 };
  }

  #lineage(name: string): string[] {
    const names: string[] = [];
    let next: string | undefined = name;
    for (let step = 0; step < 20 && next !== undefined; step++) {
      names.push(next);
      next = this.#styles.get(next)?.parent;
    }
    return names;
  }
}
