import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Definition, Html, Image, ImageReference, Nodes, Parents, Root } from 'mdast';
import { BlockBuilder } from './builder.ts';
import type { ListItem, SourceBlock, SourceComment, SourceDocument, SourceImage } from './document.ts';

/** Reads a tree that `remark-parse` made of `text`; a node without a position is passed over. */
export function readMarkdownTree(tree: Root, text: string): SourceDocument {
  // remark drops a byte order mark and counts its offsets without it.
  const shift = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const source = shift ? text.slice(shift) : text;
  const first = tree.children[0];
  const reader = new TreeReader(source, shift);
  reader.flow(tree, { depth: 0, quoted: false });
  const { blocks, images, comments, lists } = reader;
  const document = { text, format: 'markdown', blocks, images, comments, lists } as const;
  if (first?.type !== 'yaml' || !first.position) return document;
  const start = source.indexOf('\n', first.position.start.offset!) + 1 + shift;
  return { ...document, frontMatter: { yaml: first.value, start } };
}

interface Surroundings {
  readonly depth: number;
  readonly quoted: boolean;
  readonly item?: ListItem;
}

class TreeReader {
  readonly #source: string;
  readonly #shift: number;
  readonly blocks: SourceBlock[] = [];
  readonly images: SourceImage[] = [];
  readonly comments: SourceComment[] = [];
  lists = 0;

  constructor(source: string, shift: number) {
    this.#source = source;
    this.#shift = shift;
  }

  /** Walks what holds blocks. */
  flow(parent: Parents, around: Surroundings): void {
    for (const node of parent.children) {
      switch (node.type) {
        case 'paragraph':
          this.#block(node, around.item ? 'list-item' : 'paragraph', around.depth, around);
          break;
        case 'heading':
          this.#block(node, 'heading', node.depth, around);
          break;
        case 'tableCell':
          this.#block(node, 'table-cell', 0, around);
          break;
        case 'blockquote':
          this.flow(node, { ...around, quoted: true });
          break;
        case 'list':
          this.#list(node, around);
          break;
        case 'html':
          this.#html(node);
          break;
        case 'definition':
          this.#definition(node);
          break;
        default:
          if ('children' in node) this.flow(node, around);
      }
    }
  }

  #list(node: Parents, around: Surroundings): void {
    const list = ++this.lists;
    let number = 0;
    for (const item of node.children) {
      number++;
      if ('children' in item) this.flow(item, { ...around, depth: around.depth + 1, item: { list, number } });
    }
  }

  #block(node: Parents, kind: SourceBlock['kind'], depth: number, { quoted, item }: Surroundings): void {
    const builder = new BlockBuilder();
    this.#phrasing(node, builder);
    linkBareAddresses(builder);
    const block = builder.build(kind, depth, quoted, kind === 'list-item' ? item : undefined);
    if (block) this.blocks.push(block);
  }

  /** Walks what holds running text. */
  #phrasing(parent: Parents, builder: BlockBuilder): void {
    for (const node of parent.children) {
      const from = builder.length;
      switch (node.type) {
        case 'text':
          this.#text(node, builder);
          break;
        case 'inlineCode':
          this.#verbatim(node, node.value, builder);
          builder.span('code', from);
          break;
        case 'break':
          this.#replaced(node, '\n', builder);
          break;
        case 'link':
          this.#phrasing(node, builder);
          builder.span('link', from, node.url);
          break;
        case 'linkReference':
          this.#phrasing(node, builder);
          builder.span('link', from);
          break;
        case 'emphasis':
        case 'strong':
          this.#phrasing(node, builder);
          builder.span('emphasis', from);
          break;
        case 'textDirective':
          // "EU:s" and "kl. 9:a" look like directives; only a label or attributes make one.
          if (node.children.length === 0 && Object.keys(node.attributes ?? {}).length === 0) {
            this.#verbatim(node, `:${node.name}`, builder);
          } else {
            this.#phrasing(node, builder);
          }
          break;
        case 'html':
          if (/^<br\b/iu.test(node.value)) this.#replaced(node, '\n', builder);
          else this.#html(node);
          break;
        case 'image':
        case 'imageReference':
          this.#image(node);
          break;
        case 'delete':
        case 'footnoteReference':
          break;
        default:
          if ('children' in node) this.#phrasing(node, builder);
      }
    }
  }

  #html({ position }: Html): void {
    if (!position) return;
    const from = position.start.offset! + this.#shift;
    const raw = this.#source.slice(position.start.offset!, position.end.offset!);
    for (let start = raw.indexOf('<!--'); start >= 0; ) {
      const end = raw.indexOf('-->', start + 4);
      if (end < 0) break;
      this.comments.push({ text: raw.slice(start + 4, end), start: from + start, end: from + end + 3 });
      start = raw.indexOf('<!--', end);
    }
  }

  /** `[//]: # (…)` is how Markdown writes a comment without HTML. */
  #definition({ label, title, position }: Definition): void {
    if (label !== '//' || !title || !position) return;
    const start = position.start.offset! + this.#shift;
    this.comments.push({ text: title, start, end: position.end.offset! + this.#shift });
  }

  #image(node: Image | ImageReference): void {
    if (!node.position) return;
    this.images.push({
      alt: node.alt ?? '',
      url: node.type === 'image' ? node.url : '',
      start: node.position.start.offset! + this.#shift,
      end: node.position.end.offset! + this.#shift,
    });
  }

  #replaced(node: Nodes, value: string, builder: BlockBuilder): void {
    if (!node.position) return;
    builder.replaced(
      value,
      node.position.start.offset! + this.#shift,
      node.position.end.offset! + this.#shift,
    );
  }

  #verbatim(node: Nodes, value: string, builder: BlockBuilder): void {
    if (!node.position) return;
    const at = this.#source.indexOf(value, node.position.start.offset!);
    if (at >= 0 && at + value.length <= node.position.end.offset!) builder.literal(value, at + this.#shift);
    else this.#replaced(node, value, builder);
  }

  /** A text node's value, beside the source it was written as: escapes, entities and indented lines. */
  #text(node: { value: string; position?: Nodes['position'] }, builder: BlockBuilder): void {
    if (!node.position) return;
    const source = this.#source;
    const shift = this.#shift;
    const value = node.value;
    const to = node.position.end.offset!;
    let at = node.position.start.offset!;
    if (to - at === value.length && !value.includes('\r') && source.startsWith(value, at)) {
      builder.literal(value, at + shift);
      return;
    }
    let i = 0;
    while (i < value.length) {
      const wanted = value[i]!;
      const written = source[at];
      if (written === '&') {
        const [length, meaning] = characterReference(source, at);
        if (length > 0 && value.startsWith(meaning, i)) {
          builder.replaced(meaning, at + shift, at + length + shift);
          at += length;
          i += meaning.length;
          continue;
        }
      }
      if (wanted === '\n' || wanted === '\r') {
        if (wanted === '\r' && value[i + 1] === '\n') i++;
        const next = lineStart(source, at, value[i + 1]);
        builder.replaced('\n', at + shift, next + shift);
        at = next;
      } else if (written === '\\' && source[at + 1] === wanted && /[!-/:-@[-`{-~]/u.test(wanted)) {
        builder.replaced(wanted, at + shift, at + 2 + shift);
        at += 2;
      } else {
        const found = source.indexOf(wanted, at);
        if (found < 0 || found >= to) {
          builder.replaced(wanted, at + shift, at + shift);
        } else {
          builder.literal(wanted, found + shift);
          at = found + 1;
        }
      }
      i++;
    }
  }
}

/** What GFM makes a link of without any mark (https://github.github.com/gfm/#autolinks-extension-), letters before it apart. */
const BARE_ADDRESS = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<]*[^\s<?!.,:*_~'")]/giu;

/**
 * Makes links of bare addresses. micromark's extension for them is asked at every letter, which costs a quarter of reading
 * the text; afterwards it is one look. An address with a bracket last is rare, and then the link ends before it.
 */
export function linkBareAddresses(builder: BlockBuilder): void {
  const { text } = builder;
  if (!text.includes('://') && !text.includes('www.')) return;
  const taken = builder.spans.filter(({ kind }) => kind === 'link' || kind === 'code');
  for (const { 0: address, index: start } of text.matchAll(BARE_ADDRESS)) {
    const end = start + address.length;
    if (taken.some((span) => span.start < end && start < span.end)) continue;
    builder.span('link', start, /^www/iu.test(address) ? `http://${address}` : address, end);
  }
}

/**
 * Where the line after `at` begins with its own text, past the marks of quotations and lists. A ">" or blank of the text's
 * own can't be told from such a mark but by `first`, the character that the text goes on with.
 */
function lineStart(source: string, at: number, first: string | undefined): number {
  const line = /[ \t]*(?:\r\n|\n|\r)[ \t>]*/uy;
  line.lastIndex = at;
  const end = line.test(source) ? line.lastIndex : at;
  let start = end;
  while (start > at && source[start] !== first && /[ \t>]/u.test(source[start - 1]!)) start--;
  return source[start] === first ? start : end;
}

/** The length of the character reference at `at` (0 when there is none) and what it means. */
function characterReference(source: string, at: number): [number, string] {
  const expression = /&(?:#(?:[xX]([0-9a-fA-F]{1,6})|(\d{1,7}))|([0-9A-Za-z]{1,31}));/uy;
  expression.lastIndex = at;
  const match = expression.exec(source);
  if (!match) return [0, ''];
  const [whole, hex, decimal, name] = match;
  if (name) {
    const decoded = decodeNamedCharacterReference(name);
    return decoded === false ? [0, ''] : [whole.length, decoded];
  }
  const code = hex ? Number.parseInt(hex, 16) : Number.parseInt(decimal!, 10);
  return code > 0 && code <= 0x10ffff ? [whole.length, String.fromCodePoint(code)] : [0, ''];
}
