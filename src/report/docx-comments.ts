import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Finding, Fix } from '../rule.ts';
import { type DocxPart, type DocxPiece, readDocxParts } from '../source/docx.ts';
import { readXml } from '../source/xml.ts';

export interface AnnotateOptions {
  /** Whether safe fixes are written as tracked changes, in place of comments. */
  readonly trackChanges: boolean;
  /** When the changes are said to be made, as ISO 8601 without fractions. */
  readonly date: string;
}

export interface Annotated {
  readonly bytes: Uint8Array;
  readonly comments: number;
  readonly changes: number;
}

const AUTHOR = 'klarlint';
const COMMENTS = 'word/comments.xml';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
const CONTENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/**
 * A Word document with each finding as a comment on the words at fault, or as a tracked change. The findings' offsets are
 * those of the document that `readDocx` makes of the same bytes. Comments that klarlint has made before are replaced; all
 * else stays as it is. Throws an `UnreadableDocument`.
 */
export function annotated(
  bytes: Uint8Array,
  findings: readonly Finding[],
  options: AnnotateOptions,
): Annotated {
  const files: Record<string, Uint8Array> = unzipSync(bytes);
  const comments = new Comments(files, options.date);
  const { parts } = readDocxParts(bytes);
  const main = parts[0]!;
  const writer = new PartWriter(main, comments, options);
  for (const finding of findings) writer.add(finding, parts);
  files[main.name] = strToU8(comments.withoutOld(writer.xml()));
  comments.write(main.name);
  return { bytes: zipSync(files as Zippable), comments: comments.count, changes: writer.changes };
}

/** What is to stand at a place of a piece's text, between its letters. */
interface Boundary {
  readonly ends: string[];
  readonly starts: string[];
  /** What follows a deletion that ends here. */
  inserted: string;
}

/** Writes the marks of comments and changes into a part. */
class PartWriter {
  readonly #part: DocxPart;
  readonly #comments: Comments;
  readonly #options: AnnotateOptions;
  readonly #w: string;
  readonly #boundaries = new Map<DocxPiece, Map<number, Boundary>>();
  /** Stretches of pieces that are deleted. */
  readonly #deleted = new Map<DocxPiece, { from: number; to: number }[]>();
  /** Further insertions, by their place in the XML. */
  readonly #inserts: { at: number; text: string }[] = [];
  #changeId: number;
  changes = 0;

  constructor(part: DocxPart, comments: Comments, options: AnnotateOptions) {
    this.#part = part;
    this.#comments = comments;
    this.#options = options;
    this.#w = prefixOf(part.xml);
    this.#changeId = highestId(part.xml, this.#w) + 1;
  }

  add(finding: Finding, parts: readonly DocxPart[]): void {
    const fix = this.#options.trackChanges ? finding.fixes.find(({ kind }) => kind === 'safe') : undefined;
    if (fix && this.#change(fix)) return;
    const pieces = this.#piecesIn(finding.start, finding.end);
    const [first, last] = [pieces[0], pieces.at(-1)];
    if (!finding.whole && first && last) {
      const [start, end, reference] = this.#comments.add(finding, this.#w);
      this.#at(first, Math.max(0, finding.start - first.start)).starts.push(start);
      this.#at(last, Math.min(last.length, finding.end - last.start)).ends.push(end + reference);
      return;
    }
    this.#elsewhere(finding, parts);
  }

  /** On the whole text, or in a note: the comment stands at the beginning, or where the note is referred to. */
  #elsewhere(finding: Finding, parts: readonly DocxPart[]): void {
    const { xml, pieces } = this.#part;
    const note = finding.whole ? undefined : noteOf(finding, parts);
    const reference =
      note &&
      new RegExp(`<${this.#w}:${note.kind}Reference\\b[^>]*\\b${this.#w}:id="${note.id}"`, 'u').exec(xml);
    const at = reference
      ? Math.max(
          xml.lastIndexOf(`<${this.#w}:r>`, reference.index),
          xml.lastIndexOf(`<${this.#w}:r `, reference.index),
        )
      : pieces[0]?.run.start;
    if (at === undefined || at < 0) return;
    const [start, end, mark] = this.#comments.add(finding, this.#w);
    this.#inserts.push({ at, text: start + end + mark });
  }

  /** Writes a fix as tracked changes, where its words can be reached. */
  #change({ edits }: Fix): boolean {
    const reached = edits.map((edit) => ({ edit, pieces: this.#piecesIn(edit.start, edit.end) }));
    if (reached.some(({ edit, pieces }) => pieces.length === 0 || edit.start === edit.end)) return false;
    for (const { edit, pieces } of reached) {
      for (const piece of pieces) {
        const from = Math.max(0, edit.start - piece.start);
        const to = Math.min(piece.length, edit.end - piece.start);
        this.#at(piece, from);
        this.#at(piece, to);
        this.#deleted.set(piece, [...(this.#deleted.get(piece) ?? []), { from, to }]);
      }
      const last = pieces.at(-1)!;
      if (edit.text !== '')
        this.#at(last, Math.min(last.length, edit.end - last.start)).inserted +=
          `${this.#opening('ins')}<${this.#w}:r>${last.run.properties}<${this.#w}:t xml:space="preserve">${escaped(edit.text)}</${this.#w}:t></${this.#w}:r></${this.#w}:ins>`;
      this.changes++;
    }
    return true;
  }

  #opening(name: 'ins' | 'del'): string {
    const w = this.#w;
    return `<${w}:${name} ${w}:id="${this.#changeId++}" ${w}:author="${AUTHOR}" ${w}:date="${this.#options.date}">`;
  }

  /** The pieces that share a letter with a stretch of the text. */
  #piecesIn(start: number, end: number): DocxPiece[] {
    return this.#part.pieces.filter((piece) => piece.start < end && start < piece.start + piece.length);
  }

  #at(piece: DocxPiece, offset: number): Boundary {
    const boundaries = this.#boundaries.get(piece) ?? new Map<number, Boundary>();
    this.#boundaries.set(piece, boundaries);
    const boundary = boundaries.get(offset) ?? { ends: [], starts: [], inserted: '' };
    boundaries.set(offset, boundary);
    return boundary;
  }

  /** The part with all marks in it. */
  xml(): string {
    const w = this.#w;
    const edits = [...this.#inserts.map(({ at, text }) => ({ at, end: at, text }))];
    for (const [piece, boundaries] of this.#boundaries) {
      const deleted = this.#deleted.get(piece) ?? [];
      const isDeleted = (offset: number): boolean =>
        deleted.some(({ from, to }) => from <= offset && offset < to);
      const { properties } = piece.run;
      for (const [offset, { ends, starts, inserted }] of [...boundaries].sort(([a], [b]) => a - b)) {
        const [before, after] = [offset > 0 && isDeleted(offset - 1), isDeleted(offset)];
        const close = before ? `</${w}:delText></${w}:r></${w}:del>` : `</${w}:t></${w}:r>`;
        const open = after
          ? `${this.#opening('del')}<${w}:r>${properties}<${w}:delText xml:space="preserve">`
          : `<${w}:r>${properties}<${w}:t xml:space="preserve">`;
        const at = piece.places[offset]!;
        edits.push({ at, end: at, text: close + inserted + ends.join('') + starts.join('') + open });
      }
      // The last letters of the piece may be deleted: its own end closes a text.
      edits.push(this.#preserved(piece));
    }
    let written = '';
    let at = 0;
    for (const edit of edits.filter(({ text }) => text !== '').sort((a, b) => a.at - b.at)) {
      written += this.#part.xml.slice(at, edit.at) + edit.text;
      at = edit.end;
    }
    return written + this.#part.xml.slice(at);
  }

  /** A text that is cut in two may end with a blank, which must say that it is to be kept. */
  #preserved({ places }: DocxPiece): { at: number; end: number; text: string } {
    const end = places[0]! - 1;
    const start = this.#part.xml.lastIndexOf('<', end);
    const tag = this.#part.xml.slice(start, end);
    return { at: end, end, text: tag.includes('xml:space') ? '' : ' xml:space="preserve"' };
  }
}

/** The comments of a document: those that others have made stay as they are. */
class Comments {
  readonly #files: Record<string, Uint8Array>;
  readonly #date: string;
  readonly #old: ReadonlySet<string>;
  readonly #kept: string | undefined;
  readonly #added: string[] = [];
  #id: number;

  constructor(files: Record<string, Uint8Array>, date: string) {
    this.#files = files;
    this.#date = date;
    const part = files[COMMENTS];
    const xml = part && strFromU8(part);
    const old = new Set<string>();
    let kept = xml;
    if (xml !== undefined) {
      const own = commentsBy(xml);
      for (const { id } of own) old.add(id);
      for (const { start, end } of own.reverse()) kept = kept!.slice(0, start) + kept!.slice(end);
    }
    this.#old = old;
    this.#kept = kept;
    this.#id = xml === undefined ? 0 : highestId(xml, prefixOf(xml)) + 1;
  }

  get count(): number {
    return this.#added.length;
  }

  /** Adds a comment; gives the marks of its beginning and end, and its reference. */
  add({ message, expected, ruleId, source, note }: Finding, w: string): [string, string, string] {
    const id = this.#id++;
    const instead =
      expected.length > 0 && !message.includes(expected[0]!) ? [`Förslag: ${expected.join(' / ')}`] : [];
    const lines = [message, ...instead, ...(note ? [note] : []), `${source} (${ruleId})`];
    const paragraphs = lines.map(
      (line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`,
    );
    this.#added.push(
      `<w:comment w:id="${id}" w:author="${AUTHOR}" w:date="${this.#date}" w:initials="kl">${paragraphs.join('')}</w:comment>`,
    );
    return [
      `<${w}:commentRangeStart ${w}:id="${id}"/>`,
      `<${w}:commentRangeEnd ${w}:id="${id}"/>`,
      `<${w}:r><${w}:commentReference ${w}:id="${id}"/></${w}:r>`,
    ];
  }

  /** A part without the marks of comments that klarlint has made before. */
  withoutOld(xml: string): string {
    if (this.#old.size === 0) return xml;
    const w = prefixOf(xml);
    const mark = `<${w}:commentRange(?:Start|End)\\b[^>]*\\b${w}:id="(\\d+)"[^>]*/>`;
    const reference = `<${w}:r(?: [^>]*)?>(?:<${w}:rPr>(?:(?!</${w}:rPr>).)*</${w}:rPr>)?<${w}:commentReference\\b[^>]*\\b${w}:id="(\\d+)"[^>]*/></${w}:r>`;
    return xml.replace(new RegExp(`${mark}|${reference}`, 'gsu'), (whole, range, referred) =>
      this.#old.has(range ?? referred) ? '' : whole,
    );
  }

  write(mainName: string): void {
    if (this.#added.length === 0 && this.#old.size === 0) return;
    const added = this.#added.join('');
    if (this.#kept === undefined) {
      this.#files[COMMENTS] = strToU8(
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${MAIN}">${added}</w:comments>`,
      );
      this.#relate(mainName);
      return;
    }
    const prefix = prefixOf(this.#kept);
    // Ours say of themselves which names they use.
    const own = prefix === 'w' ? added : added.replaceAll('<w:comment ', `<w:comment xmlns:w="${MAIN}" `);
    const end = this.#kept.lastIndexOf('</');
    this.#files[COMMENTS] = strToU8(
      end < 0
        ? this.#kept.replace(/\/>\s*$/u, `>${own}</${prefix}:comments>`)
        : this.#kept.slice(0, end) + own + this.#kept.slice(end),
    );
  }

  /** Tells the package that it has comments. */
  #relate(mainName: string): void {
    const slash = mainName.lastIndexOf('/');
    const name = `${mainName.slice(0, slash)}/_rels${mainName.slice(slash)}.rels`;
    const relations =
      this.#files[name] === undefined
        ? '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        : strFromU8(this.#files[name]);
    let id = 1;
    while (relations.includes(`"rIdKlarlint${id}"`)) id++;
    const target = COMMENTS.slice(mainName.slice(0, slash + 1).length);
    const relation = `<Relationship Id="rIdKlarlint${id}" Type="${RELATION}" Target="${target}"/>`;
    this.#files[name] = strToU8(insideRoot(relations, relation));
    const types = strFromU8(this.#files['[Content_Types].xml'] ?? new Uint8Array());
    const type = `<Override PartName="/${COMMENTS}" ContentType="${CONTENT}"/>`;
    this.#files['[Content_Types].xml'] = strToU8(insideRoot(types, type));
  }
}

/** Puts an element last in the root of some XML. */
function insideRoot(xml: string, element: string): string {
  const end = xml.lastIndexOf('</');
  return xml.slice(0, end) + element + xml.slice(end);
}

/** The comments that klarlint has made, in order. */
function commentsBy(xml: string): { id: string; start: number; end: number }[] {
  const found: { id: string; start: number; end: number }[] = [];
  let open: { id: string; start: number } | undefined;
  readXml(xml, {
    open(tag, start) {
      if (tag.local === 'comment' && tag.attribute('author') === AUTHOR)
        open = { id: tag.attribute('id') ?? '', start };
    },
    close(local, _, end) {
      if (local !== 'comment' || !open) return;
      found.push({ ...open, end });
      open = undefined;
    },
  });
  return found;
}

/** The note that a finding lies in: its kind and its id. */
function noteOf({ start }: Finding, parts: readonly DocxPart[]): { kind: string; id: string } | undefined {
  for (const { name, xml, pieces } of parts.slice(1)) {
    const piece = pieces.find((one) => one.start <= start && start < one.start + one.length);
    if (!piece) continue;
    const kind = name.includes('endnotes') ? 'endnote' : 'footnote';
    const before = xml.slice(0, piece.run.start);
    const id = [...before.matchAll(new RegExp(`<\\w+:${kind}\\b[^>]*?:id="(-?\\d+)"`, 'gu'))].at(-1)?.[1];
    return id === undefined ? undefined : { kind, id };
  }
  return undefined;
}

/** The prefix that a part gives to the names of Word. */
function prefixOf(xml: string): string {
  return /xmlns:(\w+)="[^"]*wordprocessingml(?:\/2006)?\/main"/u.exec(xml)?.[1] ?? 'w';
}

function highestId(xml: string, w: string): number {
  let highest = 0;
  for (const [, id] of xml.matchAll(new RegExp(`\\b${w}:id="(\\d{1,9})"`, 'gu')))
    highest = Math.max(highest, Number(id));
  return highest;
}

function escaped(text: string): string {
  return text.replace(/[&<>]/gu, (letter) => (letter === '&' ? '&amp;' : letter === '<' ? '&lt;' : '&gt;'));
}
