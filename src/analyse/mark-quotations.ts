import type { Block, Sentence, Token } from './text.ts';
import { ZONE } from './zones.ts';

/** The quotation marks of one family; a quotation ends with a mark of the family it began with. */
const FAMILIES: readonly { readonly marks: string; readonly single: boolean }[] = [
  { marks: '”“"„‟', single: false },
  { marks: '»«', single: false },
  { marks: "’‘'‚‛›‹", single: true },
];
const QUOTE = /["'«»‘’‚‛“”„‟‹›]/u;
const OPENS_AFTER = /[\s([{/–—-]/u;
const CLOSES_BEFORE = /[\s.,;:!?…)\]}/–—-]/u;
/** A quotation within single marks is closed within this many tokens; otherwise they are apostrophes. */
const LONGEST_SINGLE = 40;

interface Opening {
  readonly token: number;
  readonly family: number;
  readonly lastOfSentence: number;
}

/** Marks what stands between quotation marks, the marks included, and speech that a dash begins. */
export function markQuotations(block: Block, sentences: readonly Sentence[]): void {
  if (QUOTE.test(block.text)) markQuoted(block, sentences);
  markSpeech(block, sentences);
}

function markQuoted(block: Block, sentences: readonly Sentence[]): void {
  const tokens: Token[] = [];
  const open: Opening[] = [];
  for (const sentence of sentences) {
    const lastOfSentence = tokens.length + sentence.tokens.length - 1;
    for (const token of sentence.tokens) {
      const index = tokens.push(token) - 1;
      if (token.kind === 'word' || token.kind === 'number') continue;
      const family = FAMILIES.findIndex(({ marks }) => marks.includes(token.text[0]!));
      if (family < 0) continue;
      const innermost = open.findLastIndex((one) => one.family === family);
      const role = roleOf(block.text, token, innermost >= 0);
      if (role === 'closes' && innermost >= 0) {
        const { token: first } = open[innermost]!;
        open.length = innermost;
        if (!FAMILIES[family]!.single || index - first <= LONGEST_SINGLE) mark(tokens, first, index);
      } else if (role === 'opens') {
        if (innermost >= 0) markUnclosed(tokens, open.splice(innermost));
        open.push({ token: index, family, lastOfSentence });
      }
    }
  }
  markUnclosed(tokens, open);
}

/** Whether a mark opens or closes a quotation, from what stands on its two sides; `”` can do both. */
function roleOf(text: string, { start, end }: Token, isOpen: boolean): 'opens' | 'closes' | undefined {
  const before = start === 0 || OPENS_AFTER.test(text[start - 1]!) || QUOTE.test(text[start - 1]!);
  const after = end >= text.length || CLOSES_BEFORE.test(text[end]!) || QUOTE.test(text[end]!);
  if (before && after)
    return isOpen ? 'closes' : end < text.length && !/\s/u.test(text[end]!) ? 'opens' : undefined;
  if (before) return 'opens';
  return after || isOpen ? 'closes' : undefined;
}

function mark(tokens: readonly Token[], from: number, to: number): void {
  for (let i = from; i <= to; i++) tokens[i]!.zones |= ZONE.quotation;
}

/** An opening mark without its fellow says only that its own sentence may be somebody else's. */
function markUnclosed(tokens: readonly Token[], openings: readonly Opening[]): void {
  for (const { token, family, lastOfSentence } of openings) {
    if (!FAMILIES[family]!.single) mark(tokens, token, Math.min(lastOfSentence, tokens.length - 1));
  }
}

const SPEECH_DASH = /^\s*[–—]\s?["”]?\p{Lu}/u;
const SPOKEN_END = /[.?!…”"]\s*$/u;

/** Verbs that say who speaks: ”– Det blir bra, säger Anna Ek.” */
const SPEECH_VERBS = new Set(
  (
    'säger sa sade berättar berättade frågar frågade svarar svarade menar menade förklarar förklarade undrar ' +
    'undrade konstaterar konstaterade tillägger tillade skriver skrev uppger uppgav betonar betonade fortsätter ' +
    'fortsatte tycker tyckte hoppas hoppades ropar ropade viskar viskade tror trodde anser ansåg påpekar ' +
    'påpekade poängterar poängterade understryker underströk sammanfattar sammanfattade utbrister utbrast ' +
    'kommenterar kommenterade avslutar avslutade inleder inledde minns mindes skrattar skrattade suckar ' +
    'suckade uppmanar uppmanade hälsar hälsade lovar lovade varnar varnade funderar funderade'
  ).split(' '),
);

/** A paragraph that a dash begins is speech, but for the words that say who speaks: they run to the end of the sentence. */
function markSpeech(block: Block, sentences: readonly Sentence[]): void {
  if (block.kind !== 'paragraph' || !SPEECH_DASH.test(block.text) || !SPOKEN_END.test(block.text)) return;
  let afterMark = false;
  for (const { tokens } of sentences) {
    let speech = true;
    for (const token of tokens) {
      if (speech && afterMark && SPEECH_VERBS.has(token.lower)) speech = false;
      if (speech) token.zones |= ZONE.quotation;
      afterMark = token.kind === 'punctuation' && /^[,?!–—”]/u.test(token.text);
    }
  }
}
