import { NEVER_LAST } from './abbreviations.ts';
import type { Ends } from './sentence-end.ts';
import { textOf } from './text-of.ts';

/**
 * ”Hon sade: Vi kommer.” A colon ends a sentence when a capital letter, or a quotation, follows, with or without a dash
 * first. That of ”dnr: KS” does not.
 */
export const endsAtColon: Ends = (children, index) => {
  const colon = children[index]!;
  if (colon.type !== 'PunctuationNode' || colon.value !== ':') return false;
  if (children[index + 1]?.type !== 'WhiteSpaceNode') return false;
  const before = textOf(children[index - 1]).toLowerCase();
  if (NEVER_LAST.has(before.endsWith('.') ? before.slice(0, -1) : before)) return false;
  const dash = /^[–—-]$/u.test(textOf(children[index + 2])) && children[index + 3]?.type === 'WhiteSpaceNode';
  return /^[\p{Lu}”"'“»]/u.test(textOf(children[index + (dash ? 4 : 2)]));
};
