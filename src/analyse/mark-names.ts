import type { Block, Sentence, Token } from './text.ts';
import { ZONE } from './zones.ts';

const ALL_CAPITALS = /^[\p{Lu}\p{N}\p{M}-]+$/u;
/** Words that politeness or an odd habit writes with a capital inside a sentence. */
const ADDRESS = new Set(
  'du dig din ditt dina dej ni er ert era eder eders i jag man vi oss vår de dem'.split(' '),
);
/** After these a capital letter is only the beginning of something. */
const BEGINS_AFTER = /^[.:!?…”"“»«'‘’(–—•*-]/u;
/** Words that begin a name of more than one word, so that they are part of it at the start of a sentence too. */
const FIRST_OF_NAME = /^(?:Region|Sankt|Sankta|Norra|Södra|Östra|Västra|Stora|Lilla|Nya|Gamla|Kungliga)$/u;
/** Small words inside a name: Carl von Linné, Vrinnevi de la Gardie. */
const PARTICLE = /^(?:von|af|de|van|der|la|du)$/u;

/** What is something else already. */
const NO_NAME =
  ZONE.code |
  ZONE['act-title'] |
  ZONE['diary-number'] |
  ZONE['e-mail'] |
  ZONE['file-name'] |
  ZONE['link-target'];

/** Marks the names that the profile fixes, and words with a capital letter inside a sentence. */
export function markNames(block: Block, sentences: readonly Sentence[], names: readonly string[]): void {
  markFixed(block, sentences, names);
  if (isCapitalised(sentences)) return;
  for (const sentence of sentences) markCapitals(sentence.tokens);
  markReferences(sentences);
}

/** A heading Set Like This, or IN CAPITALS, says nothing of names. */
function isCapitalised(sentences: readonly Sentence[]): boolean {
  let words = 0;
  let capitals = 0;
  for (const { tokens } of sentences) {
    for (const { kind, text, form } of tokens) {
      if (kind !== 'word' || text.length < 2) continue;
      words++;
      if (form.hasCapital) capitals++;
    }
  }
  return words > 2 && capitals > words * 0.7;
}

function markCapitals(tokens: readonly Token[]): void {
  let first = 0;
  while (first < tokens.length && tokens[first]!.kind !== 'word') first++;
  for (let i = first; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word' || (token.zones & NO_NAME) !== 0 || !token.form.hasCapital) continue;
    if (i === first) {
      if (FIRST_OF_NAME.test(token.text) && tokens[i + 1]?.form.hasCapital) token.zones |= ZONE.name;
      continue;
    }
    const before = tokens[i - 1]!;
    if (ADDRESS.has(token.lower)) continue;
    // ”… etableras För att”: a stop has been lost.
    if (token.form.isSwedishSmallWord && (before.zones & ZONE.name) === 0) continue;
    if (before.kind !== 'word' && before.kind !== 'number' && BEGINS_AFTER.test(before.text)) continue;
    if (before.kind === 'number' && before.text.endsWith('.')) continue;
    if (ALL_CAPITALS.test(token.text) && token.text.length <= 8 && (before.zones & ZONE.name) === 0) continue;
    token.zones |= ZONE.name;
    if (i > 1 && PARTICLE.test(before.text) && tokens[i - 2]!.form.hasCapital) before.zones |= ZONE.name;
  }
}

const YEAR = /^(?:19|20)\d\d[a-f]?$/u;

/** Marks references: ”(Ek 2019)”, ”Ek, A. (2019). Titel.” The author is a name wherever it stands. */
function markReferences(sentences: readonly Sentence[]): void {
  for (const { tokens } of sentences) {
    const first = tokens[0]!;
    const isReference =
      tokens.length > 6 &&
      first.form.hasCapital &&
      tokens[1]!.text === ',' &&
      /^\p{Lu}\.(?:\p{Lu}\.)*$/u.test(tokens[2]!.text);
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!;
      const inReference = isReference && i < tokens.length - 1;
      const isAuthor =
        token.form.hasCapital && tokens[i - 1]?.text === '(' && YEAR.test(tokens[i + 1]?.text ?? '');
      if (inReference || isAuthor) token.zones |= ZONE.name;
    }
  }
}

const compiled = new WeakMap<readonly string[], ReadonlyMap<string, readonly string[]>>();

/** The names that have a capital letter, by their first word. */
function byFirstWord(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  let map = compiled.get(names);
  if (!map) {
    const lists = new Map<string, string[]>();
    for (const name of names) {
      if (!/\p{Lu}/u.test(name)) continue;
      const first = name.split(' ')[0]!;
      const list = lists.get(first);
      if (list) list.push(name);
      else lists.set(first, [name]);
    }
    map = lists;
    compiled.set(names, map);
  }
  return map;
}

function markFixed(block: Block, sentences: readonly Sentence[], names: readonly string[]): void {
  const fixed = byFirstWord(names);
  if (fixed.size === 0) return;
  for (const { tokens } of sentences) {
    for (let i = 0; i < tokens.length; i++) {
      const { text, start } = tokens[i]!;
      const candidates =
        fixed.get(text) ?? (text.endsWith('s') ? fixed.get(text.replace(/:?s$/u, '')) : undefined);
      for (const name of candidates ?? []) {
        if (!block.text.startsWith(name, start)) continue;
        const end = start + name.length;
        let last = i;
        while (last + 1 < tokens.length && tokens[last + 1]!.start < end) last++;
        // The name's own form, or its genitive; not the beginning of a longer word.
        if (!/^(?::?s)?$/u.test(block.text.slice(end, tokens[last]!.end))) continue;
        for (let k = i; k <= last; k++) tokens[k]!.zones |= ZONE.name;
      }
    }
  }
}
