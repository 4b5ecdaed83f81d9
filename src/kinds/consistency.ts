import {
  answersIn,
  type Block,
  type Check,
  FormIndex,
  inCaseOf,
  OWN_WORDS,
  perBlock,
  type Row,
  type RuleData,
  type RuleOptions,
  type Text,
  zoneBits,
} from '../rule.ts';

/**
 * What a `rule.yml` of the kind `consistency` says beside its meta. Its lists have the columns `use` and `others` (with `|`
 * between): forms of one term, the best first. The option `terms` adds more, each as its forms with `|` between.
 */
export interface ConsistencySpec {
  /** `{other}` is the form that the text also has, `{expected}` what to write. */
  readonly message: string;
  /** The message when it is another text that has it. */
  readonly together?: string;
}

const READABLE = zoneBits(OWN_WORDS);

/** A form of a term, as the list has it; ”medie{-|arbet*}” stands for several at once. */
interface Variant {
  readonly term: Term;
  readonly form: string;
  /** Which of those it stands for. */
  readonly at: number;
}

interface Term {
  /** The best first. */
  readonly forms: readonly string[];
}

interface UseInBlock extends Variant {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
}

interface Use extends UseInBlock {
  readonly text: Text;
}

/** Finds terms that stand in several forms in one text, or in several that are looked at together. */
export function consistency(
  spec: ConsistencySpec,
  data: RuleData,
  { terms: more = [] }: RuleOptions,
  exempt: readonly string[] = [],
): Check<'corpus'> {
  const terms = [
    ...(Object.values(data).flat() as Row[]).map((row) => [row['use']!, ...listed(row['others']!)]),
    ...(more as readonly string[]).filter((forms) => forms !== '').map(listed),
  ];
  const variants = terms
    .filter((forms) => !forms.some((form) => exempt.includes(form)))
    .flatMap((forms) => {
      const term: Term = { forms };
      return forms.flatMap((form) =>
        expanded(form).map((one, at): [string, Variant] => [one, { term, form, at }]),
      );
    });
  const index = new FormIndex(variants);
  const usesIn = perBlock((block) => [...usesOf(block, index)]);
  return function* (texts) {
    for (const [term, uses] of inSeveralForms(texts, usesIn)) {
      const best = formOf(term, uses);
      // The first right use of each text, and of all.
      const right = new Map<Text, Use>();
      for (const use of uses) if (use.form === best && !right.has(use.text)) right.set(use.text, use);
      const [first] = right.values();
      for (const { form, at, text, block, start, end } of uses) {
        if (form === best) continue;
        const actual = block.text.slice(start, end);
        const expected = inForm(actual, expanded(form)[at]!, expanded(best)[at]!);
        const here = right.get(text);
        const shown = here ?? first!;
        const other = shown.block.text.slice(shown.start, shown.end);
        const message = (here ? spec.message : (spec.together ?? spec.message))
          .replaceAll('{other}', other)
          .replaceAll('{expected}', expected);
        yield { text, block, start, end, message, expected };
      }
    }
  };
}

/** The forms of a list with ”|” between, but not inside braces. */
function listed(forms: string): string[] {
  return forms.split(/\|(?![^{}]*\})/u);
}

/** What braces stand for: ”medie{-|arbet*}” is ”medie-” and ”mediearbet*”. */
function expanded(form: string): string[] {
  const [, before, inside, after] = /^(.*)\{(.*)\}(.*)$/u.exec(form) ?? [];
  return inside === undefined ? [form] : inside.split('|').map((part) => `${before}${part}${after}`);
}

/** The forms that stand in a block's own words. */
function* usesOf(block: Block, index: FormIndex<Variant>): Generator<UseInBlock> {
  for (const sentence of block.sentences) {
    for (const { value, start, end } of index.find(sentence)) {
      const isOwn = sentence.tokens.every(
        (token) => (token.zones & ~READABLE) === 0 || token.end <= start || token.start >= end,
      );
      if (isOwn && !isMentioned(block, start, end)) yield { ...value, block, start, end };
    }
  }
}

/** The uses of each term that stands in more than one form. */
function inSeveralForms(
  texts: readonly Text[],
  usesIn: (block: Block) => readonly UseInBlock[],
): Map<Term, Use[]> {
  const found = new Map<Term, Use[]>();
  for (const text of texts) {
    for (const inBlock of answersIn(text.blocks, usesIn)) {
      const uses = found.get(inBlock.term);
      const use = { ...inBlock, text };
      if (uses) uses.push(use);
      else found.set(use.term, [use]);
    }
  }
  for (const [term, uses] of found) if (uses.every(({ form }) => form === uses[0]!.form)) found.delete(term);
  return found;
}

/** Whether the form stands by itself in italics: it is spoken of, not used. */
function isMentioned({ spans }: Block, start: number, end: number): boolean {
  return spans.some((span) => span.kind !== 'link' && span.start === start && span.end === end);
}

/** The form to keep: the most frequent, and of several the first that the term names. */
function formOf({ forms }: Term, uses: readonly Use[]): string {
  const count = (form: string): number => uses.filter((use) => use.form === form).length;
  return forms.reduce((best, form) => (count(form) > count(best) ? form : best));
}

/** What stands there in the other form: what its stars stood for goes over. */
function inForm(actual: string, form: string, best: string): string {
  const parts = form.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  const stars =
    new RegExp(`^${parts.join('(\\p{L}*)').replaceAll(' ', '\\s+')}$`, 'iu').exec(actual)?.slice(1) ?? [];
  const written = best.split('*').reduce((sum, part, i) => sum + (stars[i - 1] ?? '') + part);
  return inCaseOf(actual, written);
}
