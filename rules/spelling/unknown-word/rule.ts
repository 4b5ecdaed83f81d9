import {
  type Block,
  type Check,
  type LanguageCore,
  OWN_WORDS,
  type Problem,
  type RuleData,
  type RuleMeta,
  type RuleOptions,
  type Sentence,
  type Suggestion,
  type Text,
  type Token,
  ZONE,
  zoneBits,
  perBlock,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Okänt ord',
  scope: 'document',
  severity: 'warning',
  source: 'Den stora svenska ordlistan',
  needsCore: true,
  // To find what may have been meant takes a millisecond or two: so many words of a document are given suggestions.
  options: { suggestions: 60 },
} satisfies RuleMeta;

const OWN = zoneBits(OWN_WORDS);
const SHORTEST = 4;
/** Letters, with hyphens and apostrophes between them; no capital but the first. */
const WORD = /^\p{L}\p{Ll}*(?:['’-]\p{Ll}+)*$/u;
const CAPITAL = /^\p{Lu}/u;
/** ååååmmdd: a pattern, not a word. */
const PATTERN = /(\p{L})\1{3}|^(?:([åmdntx])\2+-?)+$/u;
/** Abbreviations whose stop is missing: that is for another rule to say. */
const ABBREVIATIONS = new Set('resp inkl exkl motsv forts milj prel kand tekn avsn cirk'.split(' '));
/** So many words' suggestions are kept. */
const REMEMBERED = 2000;
/** A word that stands so many times is meant: it is a term, not a slip. */
const TERM = 3;
/** What a suggestion may cost: short words and parts of words are near to too much. */
const NEAR = { word: 110, short: 75, hyphenated: 60 };
/** What the slips of the keyboard cost: a doubled letter, lost dots, two letters that have changed places. */
const SLIP = { word: 60, short: 50, compound: 30 };

/** Where an unknown word stands. */
interface Place {
  readonly block: Block;
  readonly token: Token;
}

/** What is said of an unknown word. */
interface Verdict {
  readonly severity: 'warning' | 'info';
  readonly expected: readonly string[];
}

export function create(_data: RuleData, options: RuleOptions): Check<'document'> {
  const cap = Number(options['suggestions']);
  const unknownInBlock = perBlock(unknownOf);
  // While one writes the same words are asked about again and again.
  const known = new Map<string, readonly Suggestion[]>();
  const suggestionsFor = (word: string, core: LanguageCore): readonly Suggestion[] => {
    let found = known.get(word);
    if (!found) {
      found = core.suggester.suggest(word, nearness(word));
      if (known.size >= REMEMBERED) known.clear();
      known.set(word, found);
    }
    return found;
  };
  return function* (text) {
    const core = text.blocks[0]?.core;
    if (!core) return;
    let words = 0;
    for (const [word, places] of unknownWords(text, unknownInBlock)) {
      const found = words++ < cap ? suggestionsFor(word, core) : [];
      const verdict = judge(word, places.length, found, core);
      if (verdict) for (const place of places) yield problem(place, verdict);
    }
  };
}

function nearness(word: string): number {
  return word.includes('-') ? NEAR.hyphenated : word.length < 6 ? NEAR.short : NEAR.word;
}

/** `undefined` where the word is likelier to be right than wrong. */
function judge(
  word: string,
  times: number,
  found: readonly Suggestion[],
  core: LanguageCore,
): Verdict | undefined {
  const best = found[0];
  if (!best) {
    if (times >= TERM || CAPITAL.test(word) || word.includes('-')) return undefined;
    return core.suggester.isLooseCompound(word) || isCode(word, core)
      ? undefined
      : { severity: 'info', expected: [] };
  }
  const right = best.word.toLowerCase();
  // At the start of a sentence, where names are what is near, it is a name that the dictionary lacks.
  if (CAPITAL.test(word) && !core.lexicon.has(right)) return undefined;
  // europabolag is right beside Europabolag.
  if (right === word.toLowerCase() && !best.whole) return undefined;
  if (
    core.suggester.isLooseCompound(word) &&
    (!best.whole || best.cost > SLIP.compound || best.frequency < 3)
  )
    return undefined;
  const isSlip = looksLikeSlip(word, best) && hasLongPieces(word, core);
  if (times >= TERM && !isSlip) return undefined;
  const expected = found.slice(0, 3).map((one) => one.word);
  if (times < TERM && isSlip) return { severity: 'warning', expected };
  return { severity: 'info', expected: isSlip || (best.whole && best.frequency > 0) ? expected : [] };
}

/** A slip of the keyboard, or a letter too many or too few in a common word; another letter makes another word. */
function looksLikeSlip(word: string, { word: right, cost, frequency }: Suggestion): boolean {
  if (right.toLowerCase() === word.toLowerCase()) return false;
  if (word.length < 6) return cost <= SLIP.short;
  if (word.includes('-')) return cost <= SLIP.word;
  return cost <= SLIP.word || (frequency > 0 && right.length !== word.length);
}

/** bat-fil: what is short and unknown before a hyphen is a name or a code. */
function hasLongPieces(word: string, core: LanguageCore): boolean {
  const pieces = word.split('-');
  return pieces.length === 1 || pieces.every((piece) => piece.length > 4 || core.lexicon.has(piece));
}

function problem({ block, token }: Place, { severity, expected }: Verdict): Problem {
  const { start, end, text } = token;
  const unknown = `”${text}” finns inte i ordlistan.`;
  const message = expected.length > 0 ? `${unknown} Menar du ”${expected[0]}”?` : unknown;
  return { block, start, end, message, expected, severity };
}

/** The words that are neither Swedish nor English nor names, with their places, in the order of the text. */
function unknownWords({ blocks }: Text, unknownInBlock: typeof unknownOf): Map<string, Place[]> {
  const found = new Map<string, Place[]>();
  for (const block of blocks) {
    for (const token of unknownInBlock(block).unknown) {
      const places = found.get(token.text);
      if (places) places.push({ block, token });
      else found.set(token.text, [{ block, token }]);
    }
  }
  for (const block of blocks) for (const name of unknownInBlock(block).names) found.delete(name);
  return found;
}

/** The words of a block that may be unknown, and its names. */
function unknownOf({ sentences, core }: Block): {
  readonly unknown: readonly Token[];
  readonly names: readonly string[];
} {
  const names = new Set<string>();
  for (const { tokens } of sentences)
    for (const { text: word, zones } of tokens) if ((zones & ZONE.name) !== 0) names.add(word);
  const unknown = core ? sentences.flatMap((sentence) => unknownIn(sentence, core)) : [];
  return { unknown, names: [...names] };
}

/** None where the sentence seems to be in another language. */
function unknownIn({ words }: Sentence, core: LanguageCore): Token[] {
  const unknown: Token[] = [];
  let english = 0;
  let counted = 0;
  for (let index = 0; index < words.length; index++) {
    const token = words[index]!;
    const { text, lower, zones, kind } = token;
    if (kind !== 'word' || (zones & ~OWN) !== 0) continue;
    counted++;
    if (text.length < SHORTEST || core.lexicon.has(text)) continue;
    if (!WORD.test(text) || (index > 0 && CAPITAL.test(text))) continue;
    if (ABBREVIATIONS.has(lower) || PATTERN.test(lower)) continue;
    if (isEnglish(lower, core)) english++;
    else unknown.push(token);
  }
  const foreign = english + unknown.filter(({ lower }) => !/[åäö]/u.test(lower)).length;
  return foreign > 2 && foreign * (english > 0 ? 3 : 2) > counted ? [] : unknown;
}

/** What no Swedish word begins or ends with, or holds: the letters of codes and other languages. */
const UNSWEDISH = /[qw]|^(?!s[cptk][rljvh])[^aeiouyåäö]{3}|[^aeiouyåäö]{4}$/u;

/** What is near no word and looks like none: dcterms, wsimport, domainmanagement. */
function isCode(word: string, core: LanguageCore): boolean {
  if (/[åäö]/u.test(word) || !/[aeiouy]/u.test(word)) return false;
  if (UNSWEDISH.test(word)) return true;
  for (let cut = SHORTEST; cut <= word.length - SHORTEST; cut++)
    if (core.english.classOf(word.slice(0, cut)) > 0 && core.english.classOf(word.slice(cut)) > 0)
      return true;
  return false;
}

/** Whether a word, or some of what its hyphens join while the rest is Swedish, is English. */
function isEnglish(lower: string, core: LanguageCore): boolean {
  const pieces = lower.split('-');
  let english = 0;
  for (const piece of pieces) {
    if (core.english.classOf(piece) > 0) english++;
    else if (pieces.length === 1 || !core.lexicon.has(piece)) return false;
  }
  return english > 0;
}
