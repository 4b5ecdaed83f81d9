/** A text with a capital first, as at the beginning of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A text with a capital first where that which it replaces has one. */
export function inCaseOf(actual: string, text: string): string {
  return /^\p{Lu}/u.test(actual) ? capitalised(text) : text;
}
