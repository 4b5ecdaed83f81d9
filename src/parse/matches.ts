const NONE: readonly RegExpExecArray[] = [];

/**
 * What an expression with the flag `g` finds in a text, in order. Quicker than `matchAll`, which makes an expression of its own
 * each time, also where nothing is found.
 */
export function matchesIn(text: string, expression: RegExp): readonly RegExpExecArray[] {
  expression.lastIndex = 0;
  let match = expression.exec(text);
  if (!match) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match; match = expression.exec(text)) {
    found.push(match);
    if (match[0] === '') expression.lastIndex++;
  }
  return found;
}
