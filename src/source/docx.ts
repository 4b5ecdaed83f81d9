import type { BlockKind, ListItem, SourceDocument, Span } from './document.ts';
import { type ParagraphStyle, type Styles, readStyles } from './docx-styles.ts';
import { Paper } from './paper.ts';
import { UnreadableDocument } from './unreadable.ts';
import { decodedXml, readXml, type XmlTag } from './xml.ts';
import { openPackage, type Package } from './zip.ts';

/** A Word document as it has been read, with what it takes to write comments in it. */
export interface DocxReading {
  readonly document: SourceDocument;
  readonly parts: readonly DocxPart[];
}

/** A part of the package that holds running text. */
export interface DocxPart {
  readonly name: string;
  readonly xml: string;
  /** In the order of the text. */
  readonly pieces: readonly DocxPiece[];
}

/** A stretch of text that stands in one `w:t`. */
export interface DocxPiece {
  /** Offset in the document's text. */
  readonly start: number;
  readonly length: number;
  /** Offset in the XML of each UTF-16 unit, and of what follows the last. */
  readonly places: readonly number[];
  readonly run: DocxRun;
  /** Whether it stands in something that a comment can't reach into, such as a field. */
  readonly whole: boolean;
}

/** A run, `w:r`: where it begins and ends, and its properties as they are written. */
export interface DocxRun {
  readonly start: number;
  end: number;
  properties: string;
}

/** Reads a Word document. Throws an `UnreadableDocument`. */
export function readDocx(bytes: Uint8Array): SourceDocument {
  return readDocxParts(bytes).document;
}

/** The same, with the places of the text in the package. */
export function readDocxParts(bytes: Uint8Array): DocxReading {
  const file = openPackage(bytes, (name) => /^(?:_rels|word)\/.*\.(?:xml|rels)$/u.test(name));
  const main = mainPart(file);
  const xml = file.text(main);
  if (xml === undefined) throw new UnreadableDocument('Filen är ingen Word-fil, eller så är den skadad.');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const styles = readStyles(file.text(`${folder}styles.xml`));
  const paper = new Paper();
  const parts: DocxPart[] = [];
  for (const [name, note] of [
    [main, ''],
    [`${folder}footnotes.xml`, 'fotnot'],
    [`${folder}endnotes.xml`, 'slutnot'],
  ] as const) {
    const text = name === main ? xml : file.text(name);
    if (text === undefined) continue;
    const reader = new PartReader(text, styles, targetsOf(file, name), paper, note);
    readXml(text, reader);
    parts.push({ name, xml: text, pieces: reader.pieces });
  }
  return { document: paper.document('docx'), parts };
}

function mainPart(file: Package): string {
  let found = 'word/document.xml';
  const relations = file.text('_rels/.rels');
  if (relations !== undefined)
    readXml(relations, {
      open(tag) {
        const target = tag.attribute('Target');
        if (target && tag.attribute('Type')?.endsWith('/officeDocument')) found = target.replace(/^\//u, '');
      },
    });
  return found;
}

/** The addresses that a part's relations lead to, by id. */
function targetsOf(file: Package, name: string): ReadonlyMap<string, string> {
  const slash = name.lastIndexOf('/');
  const relations = file.text(`${name.slice(0, slash)}/_rels${name.slice(slash)}.rels`);
  const targets = new Map<string, string>();
  if (relations !== undefined)
    readXml(relations, {
      open(tag) {
        const [id, target] = [tag.attribute('Id'), tag.attribute('Target')];
        if (id && target) targets.set(id, target);
      },
    });
  return targets;
}

/** Elements whose text is none of the document's: deleted, moved away, the older form of a drawing, a formula. */
const SKIPPED = new Set(['del', 'moveFrom', 'Fallback', 'oMath', 'oMathPara', 'tblPr', 'sectPr', 'ruby']);
const WORD = /wordprocessingml|markup-compatibility|officeDocument\/2006\/math|purl\.oclc\.org/u;

interface OpenParagraph {
  text: string;
  readonly spans: Span[];
  readonly pieces: { at: number; length: number; places: number[]; run: DocxRun; whole: boolean }[];
  style: ParagraphStyle;
  numbered: string | undefined;
  level: number;
  outline: number | undefined;
  hidden: boolean;
}

interface OpenRun extends DocxRun {
  hidden: boolean;
  emphasis: boolean;
  foreign: boolean;
  inProperties: boolean;
}

/** A field: before its separator stands what it is told to do, after it what it shows. */
interface Field {
  instruction: string;
  shows: boolean;
  from: number;
}

class PartReader {
  readonly #xml: string;
  readonly #styles: Styles;
  readonly #targets: ReadonlyMap<string, string>;
  readonly #paper: Paper;
  /** What a note of this part is called; empty for the document itself. */
  readonly #noteName: string;
  readonly pieces: DocxPiece[] = [];

  #skipped = 0;
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #runs: OpenRun[] = [];
  readonly #fields: Field[] = [];
  readonly #links: { url: string; from: number }[] = [];
  readonly #tables: { columns: number; row: number }[] = [];
  readonly #controls: { placeholder: boolean }[] = [];
  #tableCount = 0;
  #inText = false;
  #textStart = 0;
  #inInstruction = false;
  #inParagraphProperties = 0;
  #simpleFields = 0;
  #note: string | undefined;
  #notes = 0;
  readonly #items = new Map<string, { list: number; number: number }>();
  #lists = 0;

  constructor(
    xml: string,
    styles: Styles,
    targets: ReadonlyMap<string, string>,
    paper: Paper,
    noteName: string,
  ) {
    this.#xml = xml;
    this.#styles = styles;
    this.#targets = targets;
    this.#paper = paper;
    this.#noteName = noteName;
  }

  open(tag: XmlTag, start: number, end: number): void {
    const { local } = tag;
    if (this.#skipped > 0) {
      if (SKIPPED.has(local)) this.#skipped++;
      return;
    }
    if (!WORD.test(tag.uri)) return;
    const paragraph = this.#paragraphs.at(-1);
    const run = this.#runs.at(-1);
    // The mark of a deleted paragraph stands in the properties and has no text in it.
    if (SKIPPED.has(local) && this.#inParagraphProperties === 0 && !run?.inProperties) {
      this.#skipped++;
      return;
    }
    switch (local) {
      case 'footnote':
      case 'endnote':
        // Those with a type are lines between text and notes.
        if (tag.attribute('type') !== undefined) this.#note = undefined;
        else this.#note = `${this.#noteName} ${++this.#notes}`;
        return;
      case 'p':
        this.#paragraphs.push({
          text: '',
          spans: [],
          pieces: [],
          style: this.#styles.paragraph(undefined),
          numbered: undefined,
          level: 0,
          outline: undefined,
          hidden: false,
        });
        return;
      case 'pPr':
        this.#inParagraphProperties++;
        return;
      case 'r':
        this.#runs.push({
          start,
          end: start,
          properties: '',
          hidden: false,
          emphasis: false,
          foreign: false,
          inProperties: false,
        });
        return;
      case 'rPr':
        if (run && this.#inParagraphProperties === 0) {
          run.inProperties = true;
          run.properties = this.#xml.slice(start, end);
        }
        return;
      case 'tbl':
        this.#tableCount++;
        this.#tables.push({ columns: 0, row: 0 });
        return;
      case 'gridCol':
        if (this.#tables.length > 0) this.#tables.at(-1)!.columns++;
        return;
      case 'tr':
        if (this.#tables.length > 0) this.#tables.at(-1)!.row++;
        return;
      case 'sdt':
        this.#controls.push({ placeholder: false });
        return;
      case 'showingPlcHdr':
        if (this.#controls.length > 0 && isOn(tag)) this.#controls.at(-1)!.placeholder = true;
        return;
      case 'hyperlink':
        this.#links.push({
          url: this.#targets.get(tag.attribute('id') ?? '') ?? '',
          from: paragraph?.text.length ?? 0,
        });
        return;
      case 'fldSimple':
        this.#simpleFields++;
        return;
    }
    if (!paragraph) return;
    if (run?.inProperties) this.#runProperty(run, tag);
    else if (this.#inParagraphProperties > 0) this.#paragraphProperty(paragraph, tag);
    else if (run) this.#inRun(run, paragraph, tag, end);
  }

  #runProperty(run: OpenRun, tag: XmlTag): void {
    switch (tag.local) {
      case 'vanish':
      case 'webHidden':
        run.hidden = isOn(tag);
        return;
      case 'b':
      case 'i':
        run.emphasis ||= isOn(tag);
        return;
      case 'lang':
        run.foreign = isForeign(tag.attribute('val'));
        return;
      case 'rStyle': {
        const style = this.#styles.character(tag.attribute('val'));
        run.hidden ||= style.hidden;
        run.emphasis ||= style.emphasis;
        return;
      }
    }
  }

  #paragraphProperty(paragraph: OpenParagraph, tag: XmlTag): void {
    switch (tag.local) {
      case 'pStyle':
        paragraph.style = this.#styles.paragraph(tag.attribute('val'));
        return;
      case 'numId':
        paragraph.numbered = tag.attribute('val');
        return;
      case 'ilvl':
        paragraph.level = Number(tag.attribute('val') ?? 0);
        return;
      case 'outlineLvl':
        paragraph.outline = Number(tag.attribute('val'));
        return;
    }
  }

  #inRun(run: OpenRun, paragraph: OpenParagraph, tag: XmlTag, end: number): void {
    switch (tag.local) {
      case 't':
        this.#inText = true;
        this.#textStart = end;
        return;
      case 'instrText':
        this.#inInstruction = true;
        this.#textStart = end;
        return;
      case 'fldChar':
        this.#fieldMark(tag.attribute('fldCharType'), paragraph);
        return;
      case 'tab':
        this.#put(paragraph, run, '\t');
        return;
      case 'br':
        this.#put(paragraph, run, tag.attribute('type') === 'page' ? '' : '\n');
        return;
      case 'cr':
        this.#put(paragraph, run, '\n');
        return;
      case 'noBreakHyphen':
        this.#put(paragraph, run, '-');
        return;
    }
  }

  #fieldMark(kind: string | undefined, paragraph: OpenParagraph): void {
    const field = this.#fields.at(-1);
    if (kind === 'begin') this.#fields.push({ instruction: '', shows: false, from: 0 });
    else if (kind === 'separate' && field) {
      field.shows = true;
      field.from = paragraph.text.length;
    } else if (kind === 'end' && field) {
      this.#fields.pop();
      const url = /^\s*HYPERLINK\s+"([^"]*)"/u.exec(field.instruction)?.[1];
      if (url !== undefined && field.shows) link(paragraph, field.from, url);
    }
  }

  /** Adds text that is written as an element, or nothing where the run is not shown. */
  #put(paragraph: OpenParagraph, run: OpenRun, text: string): void {
    if (this.#isShown(run)) paragraph.text += text;
  }

  #isShown(run: OpenRun): boolean {
    return (
      !run.hidden &&
      this.#fields.every(({ shows, instruction }) => shows && !/^\s*TOC\b/u.test(instruction)) &&
      !this.#controls.some(({ placeholder }) => placeholder)
    );
  }

  close(local: string, start: number, end: number): void {
    if (this.#skipped > 0) {
      if (SKIPPED.has(local)) this.#skipped--;
      return;
    }
    const paragraph = this.#paragraphs.at(-1);
    const run = this.#runs.at(-1);
    switch (local) {
      case 't':
        if (this.#inText && paragraph && run) this.#textEnds(paragraph, run, start);
        this.#inText = false;
        return;
      case 'instrText':
        if (this.#inInstruction && this.#fields.length > 0)
          this.#fields.at(-1)!.instruction += decodedXml(this.#xml, this.#textStart, start).text;
        this.#inInstruction = false;
        return;
      case 'rPr':
        if (run?.inProperties) {
          const from = this.#xml.lastIndexOf(run.properties, start);
          run.properties = this.#xml.slice(from, end);
          run.inProperties = false;
        }
        return;
      case 'r':
        if (run) {
          run.end = end;
          this.#runs.pop();
        }
        return;
      case 'pPr':
        this.#inParagraphProperties--;
        return;
      case 'hyperlink': {
        const { url, from } = this.#links.pop() ?? { url: '', from: 0 };
        if (paragraph) link(paragraph, from, url);
        return;
      }
      case 'fldSimple':
        this.#simpleFields--;
        return;
      case 'tbl':
        this.#tables.pop();
        return;
      case 'sdt':
        this.#controls.pop();
        return;
      case 'p':
        if (paragraph) {
          this.#paragraphs.pop();
          this.#emit(paragraph);
        }
    }
  }

  #textEnds(paragraph: OpenParagraph, run: OpenRun, end: number): void {
    if (!this.#isShown(run)) return;
    const at = paragraph.text.length;
    const { text, places } = decodedXml(this.#xml, this.#textStart, end);
    if (text === '') return;
    paragraph.text += text;
    const whole = this.#fields.length + this.#simpleFields > 0;
    paragraph.pieces.push({ at, length: text.length, places: [...places, end], run, whole });
    const mark = (kind: Span['kind']): void => {
      const last = paragraph.spans.at(-1);
      if (last?.kind === kind && last.end === at) paragraph.spans.pop();
      else paragraph.spans.push({ kind, start: at, end: at + text.length });
      if (last?.kind === kind && last.end === at) paragraph.spans.push({ ...last, end: at + text.length });
    };
    if (run.emphasis) mark('emphasis');
    // Word marks much Swedish as English; with these letters it is not.
    if (run.foreign && !/[åäö]/iu.test(text)) mark('foreign');
  }

  #emit(paragraph: OpenParagraph): void {
    const { style, text, spans, pieces } = paragraph;
    if (style.isContents || (this.#noteName !== '' && this.#note === undefined)) return;
    const { kind, depth, item } = this.#kindOf(paragraph);
    const where = this.#whereOf(kind);
    const start = this.#paper.add({
      kind,
      depth,
      quoted: style.quoted,
      ...(item && { item }),
      text,
      spans: spans.toSorted((a, b) => a.start - b.start || b.end - a.end),
      ...(where !== undefined && { where }),
    });
    for (const { at, length, places, run, whole } of pieces)
      this.pieces.push({ start: start + at, length, places, run, whole });
  }

  #kindOf({ text, style, numbered = style.numbered, level, outline = style.outline }: OpenParagraph): {
    kind: BlockKind;
    depth: number;
    item?: ListItem;
  } {
    if (outline !== undefined && outline < 9 && !isRunning(text))
      return { kind: 'heading', depth: outline + 1 };
    if (numbered !== undefined && numbered !== '0')
      return { kind: 'list-item', depth: level + 1, item: this.#item(numbered) };
    this.#items.clear();
    const table = this.#tables.at(-1);
    return table && table.columns > 1 ? { kind: 'table-cell', depth: 0 } : { kind: 'paragraph', depth: 0 };
  }

  /** A list ends where a paragraph that is no item comes. */
  #item(numbered: string): ListItem {
    const known = this.#items.get(numbered) ?? { list: ++this.#lists, number: 0 };
    this.#items.set(numbered, known);
    known.number++;
    return { ...known };
  }

  #whereOf(kind: BlockKind): string | undefined {
    if (this.#note !== undefined) return this.#note;
    const table = this.#tables.at(-1);
    return kind === 'table-cell' && table ? `tabell ${this.#tableCount}, rad ${table.row}` : undefined;
  }
}

/** Contracts number their paragraphs with the styles of headings. */
function isRunning(text: string): boolean {
  const words = text.trim().split(/\s+/u).length;
  return words > 20 || (words > 8 && /[.!?:][”"')\]]*\s*$/u.test(text));
}

function link({ text, spans }: OpenParagraph, from: number, url: string): void {
  if (text.length > from) spans.push({ kind: 'link', start: from, end: text.length, url });
}

/** A property that is there is on, unless it says that it is not. */
function isOn(tag: XmlTag): boolean {
  return !['0', 'false', 'off'].includes(tag.attribute('val') ?? '');
}

function isForeign(language: string | undefined): boolean {
  return language !== undefined && !/^(?:sv|x-none)(?:-|$)/iu.test(language);
}
