import type { FormIndex } from './forms.ts';
import type { Block, Text } from './text.ts';

/** Whether a heading begins with one of some forms, after its number. */
export function headingBegins({ sentences, text }: Block, forms: FormIndex<unknown>): boolean {
  return sentences.some((sentence) =>
    forms.find(sentence).some(({ start }) => /^[\p{N}.\s]*$/u.test(text.slice(0, start))),
  );
}

/** Whether the first heading of a text begins so: what the text is called. */
export function isTitled({ blocks }: Text, forms: FormIndex<unknown>): boolean {
  const first = blocks.find(({ kind }) => kind === 'heading');
  return first !== undefined && headingBegins(first, forms);
}
