/**
 * Knows a finding again after other parts of the text have been moved or edited: 14 hexadecimal digits of the rule, the
 * sentences that it lies in and the words at fault, without regard to case, white space or place.
 */
export function fingerprint(ruleId: string, sentences: string, words: string): string {
  return hash(`${ruleId}\n${normalised(sentences)}\n${normalised(words)}`);
}

/**
 * The same for a finding on a whole document: of the rule and what kind of finding it is, which the first sentence of its
 * message says, figures left out.
 */
export function documentFingerprint(ruleId: string, message: string): string {
  const kind = /^.*?[.?](?=\s|$)/su.exec(message)?.[0] ?? message;
  return hash(`${ruleId}\n${normalised(kind.replace(/\d+(?:[\s,]\d+)*/gu, '#'))}`);
}

/** White space that is no single blank: to look for it takes less time than to replace it. */
const UNEVEN = /[^\S ]| {2}/u;

function normalised(text: string): string {
  const lower = text.normalize('NFC').toLowerCase();
  return (UNEVEN.test(lower) ? lower.replace(/\s+/gu, ' ') : lower).trim();
}

/** cyrb53 by bryc (public domain): 53 bits, which is enough to tell apart the findings of one file. */
function hash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0');
}
