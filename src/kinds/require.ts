import {
  type Block,
  type Check,
  FormIndex,
  headingBegins,
  isTitled,
  type RuleOptions,
  type Text,
} from '../rule.ts';

/**
 * What a `rule.yml` of the kind `require` says beside its meta: what a text, or a part of it, must hold. The option `kinds`
 * names the kinds of text that it is for. Words and headings are written as in a list of forms: `*` stands for any letters.
 */
export interface RequireSpec {
  readonly message: string;
  /** Of these one must stand in the text. */
  readonly any: readonly string[];
  /** The rule is also for a text whose first heading begins so, whatever its kind. */
  readonly heading?: readonly string[];
  /** Only what stands under a heading that begins so counts, and a text without such a heading is let be. */
  readonly section?: readonly string[];
}

/** Finds texts that lack what they must hold; in a section the finding is on its heading. */
export function requirement(spec: RequireSpec, { kinds, textKind }: RuleOptions): Check<'document'> {
  const wanted = indexOf(spec.any);
  const heading = spec.heading && indexOf(spec.heading);
  const section = spec.section && indexOf(spec.section);
  const all = kinds === undefined && heading === undefined;
  const named = textKind !== undefined && ((kinds ?? []) as readonly string[]).includes(textKind);
  return function* (text) {
    if (!all && !named && !(heading && isTitled(text, heading))) return;
    if (!section) {
      if (!text.sentences.some((sentence) => wanted.find(sentence).length > 0))
        yield { message: spec.message };
      return;
    }
    for (const block of text.blocks) {
      if (block.kind !== 'heading' || !headingBegins(block, section)) continue;
      if (
        sectionOf(block, text).some(({ sentences }) => sentences.some((one) => wanted.find(one).length > 0))
      )
        continue;
      yield { block, start: 0, end: block.text.length, message: spec.message };
    }
  };
}

function indexOf(forms: readonly string[]): FormIndex<true> {
  return new FormIndex(forms.map((form) => [form, true] as const));
}

/** A heading with what stands under it, its lower headings too. */
function sectionOf(heading: Block, { blocks }: Text): readonly Block[] {
  const from = heading.index;
  let to = from + 1;
  while (to < blocks.length && !(blocks[to]!.kind === 'heading' && blocks[to]!.depth <= heading.depth)) to++;
  return blocks.slice(from, to);
}
