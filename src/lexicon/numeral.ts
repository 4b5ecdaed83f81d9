import { LONGEST_WORD } from './compound.ts';
import type { Dictionary } from './dictionary.ts';
import { Flag } from './format.ts';

/**
 * Where the last part of a numeral word begins: in 87-åringen, 60-talet, åttiosjuåringen and nittonhundratalet
 * at åringen, talet; in a plain numeral such as trehundratjugonio at nio. Undefined when the word is none of these.
 */
export function numeralHead(word: string, dictionary: Dictionary): number | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const digits = /^\d[\d.,]*-(?=\p{L})/u.exec(word)?.[0].length;
  if (digits !== undefined) return mayFollow(word.slice(digits), dictionary) ? digits : undefined;
  return inLetters(word, dictionary);
}

function mayFollow(rest: string, dictionary: Dictionary): boolean {
  if ((dictionary.flags(rest) & Flag.numberEnd) !== 0) return true;
  const { automaton } = dictionary;
  let state = automaton.root;
  for (let at = 0; at < rest.length; at++) {
    state = automaton.step(state, rest.charCodeAt(at));
    if (state === 0) return false;
    if ((dictionary.flagsAt(state) & Flag.numberMiddle) === 0) continue;
    if ((dictionary.flags(rest.slice(at + 1)) & Flag.end) !== 0) return true;
  }
  return false;
}

const NUMERAL = Flag.tens | Flag.hundreds | Flag.thousands;

/** Each place of the word is tried once: `seen` holds those from which nothing is found. */
function inLetters(word: string, dictionary: Dictionary): number | undefined {
  const { automaton } = dictionary;
  const seen = new Set<string>();
  const from = (start: number, previous: number): number | undefined => {
    const key = `${start} ${previous}`;
    if (seen.has(key)) return undefined;
    seen.add(key);
    if (start > 0) {
      const flags = dictionary.flags(word.slice(start));
      const ordinal = previous !== Flag.tens && (flags & Flag.ordinal) !== 0;
      if (ordinal || mayFollow(word.slice(start), dictionary)) return start;
    }
    let state = automaton.root;
    for (let at = start; at < word.length; at++) {
      state = automaton.step(state, word.charCodeAt(at));
      if (state === 0) return undefined;
      const kind = dictionary.flagsAt(state) & NUMERAL;
      if (kind === 0 || kind === previous || (previous === Flag.tens && kind === Flag.hundreds)) continue;
      if (at + 1 === word.length) return start > 0 ? start : undefined;
      const found = from(at + 1, kind);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return from(0, 0);
}
