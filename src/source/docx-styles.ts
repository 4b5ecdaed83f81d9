import { readXml } from './xml.ts';

/** What a style says of the paragraphs that have it. */
export interface ParagraphStyle {
  /** The level of a heading, from 0; nothing when it is none. */
  readonly outline: number | undefined;
  /** The list that its paragraphs are items of. */
  readonly numbered: string | undefined;
  readonly quoted: boolean;
  /** Whether it is a line of a table of contents, which Word writes itself. */
  readonly isContents: boolean;
}

export interface CharacterStyle {
  readonly hidden: boolean;
  readonly emphasis: boolean;
}

export interface Styles {
  /** The style by its id, with what it is based on; the usual one for none or one that is not known. */
  paragraph(id: string | undefined): ParagraphStyle;
  character(id: string | undefined): CharacterStyle;
}

interface RawStyle {
  name: string;
  basedOn: string | undefined;
  outline: number | undefined;
  numbered: string | undefined;
  hidden: boolean | undefined;
  emphasis: boolean | undefined;
}

const QUOTE = /^(?:intense )?(?:quote|quotations?)$|^block ?text$|citat/iu;
const CONTENTS =
  /^(?:toc \d|toc heading|innehåll(?:sförteckning)?(?: \d)?|table of (?:figures|authorities))/iu;
const HEADING = /^(?:heading|rubrik) ([1-9])$/iu;
const TITLE = /^(?:title|titel|rubrik)$/iu;
/** Styles that go round in a ring are followed no further than this. */
const MOST_STEPS = 20;

/** Reads `styles.xml`; without one, every style is the usual one. */
export function readStyles(xml: string | undefined): Styles {
  const styles = new Map<string, RawStyle>();
  let style: RawStyle | undefined;
  if (xml !== undefined)
    readXml(xml, {
      open(tag) {
        const value = tag.attribute('val');
        switch (tag.local) {
          case 'style':
            style = {
              name: '',
              basedOn: undefined,
              outline: undefined,
              numbered: undefined,
              hidden: undefined,
              emphasis: undefined,
            };
            styles.set(tag.attribute('styleId') ?? '', style);
            return;
          case 'name':
            if (style) style.name = value ?? '';
            return;
          case 'basedOn':
            if (style) style.basedOn = value;
            return;
          case 'outlineLvl':
            if (style) style.outline = Number(value);
            return;
          case 'numId':
            if (style) style.numbered = value;
            return;
          case 'vanish':
            if (style) style.hidden = value !== '0' && value !== 'false';
            return;
          case 'b':
          case 'i':
            if (style) style.emphasis ||= value !== '0' && value !== 'false';
        }
      },
      close(local) {
        if (local === 'style') style = undefined;
      },
    });

  /** A style and those that it is based on, itself first. */
  function* lineage(id: string | undefined): Generator<RawStyle> {
    let next = id;
    for (let step = 0; step < MOST_STEPS && next !== undefined; step++) {
      const found = styles.get(next);
      if (!found) return;
      yield found;
      next = found.basedOn;
    }
  }
  const paragraphs = new Map<string | undefined, ParagraphStyle>();
  return {
    paragraph(id) {
      const known = paragraphs.get(id);
      if (known) return known;
      const line = [...lineage(id)];
      const names = line.map(({ name }) => name);
      // A document without styles of its own may still name them.
      if (line.length === 0 && id !== undefined) names.push(id.replace(/(\D)(\d)$/u, '$1 $2'));
      const heading = names.map((name) => HEADING.exec(name)?.[1]).find((level) => level !== undefined);
      const own =
        line.find(({ outline }) => outline !== undefined)?.outline ??
        (heading !== undefined ? Number(heading) - 1 : TITLE.test(names[0] ?? '') ? 0 : undefined);
      const made = {
        outline: own !== undefined && own < 9 ? own : undefined,
        numbered: line.find(({ numbered }) => numbered !== undefined)?.numbered,
        quoted: names.some((name) => QUOTE.test(name)),
        isContents: names.some((name) => CONTENTS.test(name)),
      };
      paragraphs.set(id, made);
      return made;
    },
    character(id) {
      const line = [...lineage(id)];
      return {
        hidden: line.find(({ hidden }) => hidden !== undefined)?.hidden ?? false,
        emphasis: line.find(({ emphasis }) => emphasis !== undefined)?.emphasis ?? false,
      };
    },
  };
}
