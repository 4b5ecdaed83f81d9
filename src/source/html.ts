import type { Comment, Element, Nodes, Root, RootContent, Text } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { BlockBuilder } from './builder.ts';
import type {
  BlockKind,
  ListItem,
  SourceBlock,
  SourceComment,
  SourceDocument,
  SourceImage,
} from './document.ts';
import { addHtmlText } from './html-text.ts';
import { UnreadableDocument } from './unreadable.ts';

/**
 * Reads HTML: a web page that has been saved, a newsletter laid out with tables, or a part of one. Menus, scripts, what is
 * hidden and, where the page says which part is its main one, all else are left out. Throws an `UnreadableDocument`.
 */
export function readHtml(text: string): SourceDocument {
  try {
    const tree = unified().use(rehypeParse).parse(text) as Root;
    const reader = new HtmlReader(text);
    reader.read(tree);
    const { blocks, images, comments } = reader;
    return { text, format: 'html', blocks, images, comments };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UnreadableDocument(
      'Sidan har för många element inuti varandra. Spara texten som .md eller .txt.',
    );
  }
}

/** Elements that hold no text of the page's own. */
const SKIPPED = new Set(
  (
    'script style template noscript svg math head iframe object canvas audio video map dialog ' +
    'button select option datalist input textarea progress meter nav'
  ).split(' '),
);
const SKIPPED_ROLES = new Set(
  'navigation banner contentinfo search dialog alertdialog menu menubar toolbar tablist doc-noteref doc-backlink doc-toc'.split(
    ' ',
  ),
);
/** What stands around a page, unless it is a part of an article. */
const AROUND = new Set(['header', 'footer', 'aside']);
/** Names that are given to what is no part of the text. */
const BOILERPLATE =
  /(?:^|[\s_-])(?:cookies?|consent|breadcrumbs?|skip-?(?:link|nav|to-?content)|visually-hidden|sr-only|screen-reader-text|preheader|navbar|site-?nav|main-?nav|menu)(?:$|[\s_-])/iu;
const HIDDEN =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px)?\s*(?:;|$))/iu;
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const EMPHASIS = new Set(['em', 'i', 'strong', 'b', 'u', 'cite', 'dfn', 'var']);
const CODE = new Set(['code', 'kbd', 'samp', 'tt']);
/** A list of this many links and more, and nothing else, is a menu. */
const LEAST_MENU = 4;
const LONGEST_MENU_ITEM = 40;

interface Surroundings {
  readonly kind: BlockKind;
  readonly depth: number;
  readonly quoted: boolean;
  readonly item?: ListItem;
  /** The language where it is not Swedish. */
  readonly foreign: boolean;
  readonly verbatim: boolean;
  /** Whether it stands in an article or in what the page calls its main part. */
  readonly inArticle: boolean;
}

class HtmlReader {
  readonly #source: string;
  readonly blocks: SourceBlock[] = [];
  readonly images: SourceImage[] = [];
  readonly comments: SourceComment[] = [];
  #builder = new BlockBuilder();
  #around: Surroundings = {
    kind: 'paragraph',
    depth: 0,
    quoted: false,
    foreign: false,
    verbatim: false,
    inArticle: false,
  };
  #lists = 0;
  /** Whether the language of the page is another than Swedish: then the mark says nothing. */
  #pageIsForeign = false;

  constructor(source: string) {
    this.#source = source;
  }

  read(root: Root): void {
    const html = find(root, ({ tagName }) => tagName === 'html');
    this.#pageIsForeign = html !== undefined && isForeign(html);
    const main = find(root, (element) => element.tagName === 'main' || roleOf(element) === 'main');
    if (main) {
      // What stands before the main part may say that findings are to be let be.
      this.#commentsOutside(root, main);
      this.#children(main, { ...this.#around, inArticle: true });
    } else this.#children(root, this.#around);
    this.#flush();
    this.comments.sort((a, b) => a.start - b.start);
  }

  #commentsOutside(node: Nodes, main: Element): void {
    if (node === main) return;
    if (node.type === 'comment') this.#comment(node);
    if ('children' in node) for (const child of node.children) this.#commentsOutside(child, main);
  }

  #children(parent: Root | Element, around: Surroundings): void {
    for (const child of parent.children) this.#node(child, around);
  }

  #node(node: RootContent, around: Surroundings): void {
    switch (node.type) {
      case 'text':
        this.#text(node, around);
        return;
      case 'comment':
        this.#comment(node);
        return;
      case 'element':
        if (!isLeftOut(node, around)) this.#element(node, around);
    }
  }

  #text({ value, position }: Text, around: Surroundings): void {
    // The parser may have moved a text that stood in the wrong place: then it has none.
    const [start, end] = [position?.start.offset, position?.end.offset];
    if (start === undefined || end === undefined) return;
    this.#around = around;
    // It joins texts between which a tag stood that means nothing there, such as </body>.
    let at = start;
    if (!value.includes('<'))
      for (const { 0: tag, index } of this.#source.slice(start, end).matchAll(/<[^>]*>/gu)) {
        addHtmlText(this.#source, at, start + index, this.#builder, around.verbatim);
        at = start + index + tag.length;
      }
    addHtmlText(this.#source, at, end, this.#builder, around.verbatim);
  }

  #comment({ value, position }: Comment): void {
    const [start, end] = [position?.start.offset, position?.end.offset];
    if (start !== undefined && end !== undefined) this.comments.push({ text: value, start, end });
  }

  #element(element: Element, outer: Surroundings): void {
    const { tagName: name } = element;
    const foreign = !this.#pageIsForeign && isForeign(element);
    if (name === 'br') {
      const at = element.position?.start.offset;
      if (at !== undefined && this.#builder.length > 0)
        this.#builder.replaced('\n', at, element.position!.end.offset!);
      return;
    }
    if (name === 'img') {
      this.#image(element);
      return;
    }
    if (!BLOCKS.has(name)) {
      this.#inline(element, outer, foreign);
      return;
    }
    this.#flush();
    this.#block(element, foreign ? { ...outer, foreign } : outer);
    this.#flush();
  }

  #inline(element: Element, around: Surroundings, foreign: boolean): void {
    const { tagName: name, properties } = element;
    const from = this.#builder.length;
    this.#children(element, around);
    const to = this.#builder;
    // A block inside has taken what came before with it.
    if (to.length < from) return;
    if (name === 'a' && properties['href'] !== undefined) to.span('link', from, String(properties['href']));
    else if (EMPHASIS.has(name)) to.span('emphasis', from);
    else if (CODE.has(name)) to.span('code', from);
    else if (name === 'q') to.span('quotation', from);
    if (foreign) to.span('foreign', from);
  }

  #block(element: Element, around: Surroundings): void {
    const { tagName: name } = element;
    const level = /^h([1-6])$/u.exec(name)?.[1];
    const roleLevel =
      roleOf(element) === 'heading' ? Number(element.properties['ariaLevel'] ?? 2) : undefined;
    if (level !== undefined || roleLevel !== undefined) {
      this.#children(element, { ...around, kind: 'heading', depth: Number(level ?? roleLevel) });
      return;
    }
    switch (name) {
      case 'ul':
      case 'ol':
        if (around.inArticle || !isMenu(element)) this.#list(element, around);
        return;
      case 'blockquote':
        this.#children(element, { ...around, quoted: true });
        return;
      case 'pre': {
        // Code is no text; without it, it is a text with its own lines.
        if (element.children.some((child) => child.type === 'element' && child.tagName === 'code')) return;
        this.#children(element, { ...around, verbatim: true });
        return;
      }
      case 'table':
        this.#table(element, around);
        return;
      case 'article':
      case 'main':
        this.#children(element, { ...around, inArticle: true });
        return;
      default:
        this.#children(element, around);
    }
  }

  #list(list: Element, around: Surroundings): void {
    const number = ++this.#lists;
    let items = 0;
    for (const child of list.children) {
      if (child.type !== 'element' || child.tagName !== 'li') {
        this.#node(child, around);
        continue;
      }
      if (isLeftOut(child, around)) continue;
      const item = { list: number, number: ++items };
      const depth = around.kind === 'list-item' ? around.depth + 1 : 1;
      this.#flush();
      this.#children(child, { ...around, kind: 'list-item', depth, item });
      this.#flush();
    }
  }

  /** A table of data has cells; one that only lays out the page has paragraphs. */
  #table(table: Element, around: Surroundings): void {
    const { item: _, ...rest } = around;
    const inside: Surroundings = isLayout(table) ? around : { ...rest, kind: 'table-cell', depth: 0 };
    for (const child of table.children) this.#node(child, inside);
  }

  #image({ properties, position }: Element): void {
    const [start, end] = [position?.start.offset, position?.end.offset];
    if (start === undefined || end === undefined) return;
    // A picture of one pixel counts readers.
    if (
      ['0', '1'].includes(String(properties['width'] ?? '')) ||
      roleOf({ properties } as Element) === 'presentation'
    )
      return;
    // Without `alt` at all nobody has thought of it; an empty one says that the picture is decoration.
    if (properties['alt'] === '' || properties['ariaHidden'] === 'true') return;
    this.images.push({
      alt: String(properties['alt'] ?? ''),
      url: String(properties['src'] ?? ''),
      start,
      end,
    });
  }

  #flush(): void {
    const { kind, depth, quoted, item, foreign } = this.#around;
    if (this.#builder.length === 0) return;
    if (foreign) this.#builder.span('foreign', 0);
    const block = this.#builder.build(kind, depth, quoted, kind === 'list-item' ? item : undefined);
    if (block) this.blocks.push(block);
    this.#builder = new BlockBuilder();
  }
}

function isLeftOut(element: Element, { inArticle }: Surroundings): boolean {
  const { tagName, properties } = element;
  if (SKIPPED.has(tagName) || SKIPPED_ROLES.has(roleOf(element))) return true;
  if (AROUND.has(tagName) && !inArticle) return true;
  if (properties['hidden'] !== undefined && properties['hidden'] !== null && properties['hidden'] !== false)
    return true;
  if (properties['ariaHidden'] === 'true' || HIDDEN.test(String(properties['style'] ?? ''))) return true;
  // The number of a note.
  if (tagName === 'sup' && /^[[(]?[\d*†]+[\])]?$/u.test(textOf(element))) return true;
  const names = [properties['id'] ?? [], properties['className'] ?? []].flat().join(' ');
  return BOILERPLATE.test(names);
}

function roleOf({ properties }: Element): string {
  return String([properties['role'] ?? ''].flat()[0]).toLowerCase();
}

function isForeign({ properties }: Element): boolean {
  const language = String(properties['lang'] ?? properties['xmlLang'] ?? '').trim();
  return language !== '' && !/^sv(?:-|$)/iu.test(language);
}

/** A list in which every item is one short link leads elsewhere. */
function isMenu({ children }: Element): boolean {
  const items = children.filter((child) => child.type === 'element');
  return (
    items.length >= LEAST_MENU &&
    items.every((item) => {
      const text = textOf(item);
      return text.length <= LONGEST_MENU_ITEM && text === linkedText(item) && text !== '';
    })
  );
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value.trim();
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function linkedText(node: Nodes): string {
  if (node.type === 'element' && node.tagName === 'a') return textOf(node);
  return 'children' in node ? node.children.map(linkedText).join('') : '';
}

const STRUCTURE = new Set('table p h1 h2 h3 h4 h5 h6 ul ol div blockquote center'.split(' '));

/** Whether a table only lays out the page: newsletters are made so. */
function isLayout(table: Element): boolean {
  if (['presentation', 'none'].includes(roleOf(table))) return true;
  const cells = cellsOf(table);
  if (cells.some(({ tagName }) => tagName === 'th') || find(table, ({ tagName }) => tagName === 'caption'))
    return false;
  if (cells.some((cell) => find(cell, ({ tagName }) => STRUCTURE.has(tagName)))) return true;
  return rowsOf(table).every((row) => cellsOf(row).length < 2);
}

function rowsOf(table: Element): Element[] {
  return own(table, (element) => element.tagName === 'tr');
}

function cellsOf(part: Element): Element[] {
  return own(part, ({ tagName }) => tagName === 'td' || tagName === 'th');
}

/** The nearest elements of a kind below another, not those of a table within. */
function own(parent: Element, is: (element: Element) => boolean): Element[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (is(child)) return [child];
    return child.tagName === 'table' || child.tagName === 'td' || child.tagName === 'th'
      ? []
      : own(child, is);
  });
}

/** The first element of a kind in or below a node. */
function find(node: Nodes, is: (element: Element) => boolean): Element | undefined {
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const found = is(child) ? child : find(child, is);
    if (found) return found;
  }
  return undefined;
}
