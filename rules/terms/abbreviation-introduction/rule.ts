import {
  answersIn,
  type Block,
  capitalised,
  type Check,
  matchesIn,
  OWN_WORDS,
  perBlock,
  type Problem,
  type Row,
  type RuleData,
  type RuleMeta,
  type RuleOptions,
  type Sentence,
  signBits,
  type Text,
  type Token,
  zoneBits,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Förkortning som inte förklaras',
  scope: 'document',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 11.2',
  zones: [...OWN_WORDS, 'name'],
} satisfies RuleMeta;

const READABLE = zoneBits([...OWN_WORDS, 'name']);
/** ”SKR”, ”SKR:s” */
const ABBREVIATION = /^(\p{Lu}{2,6})(:\p{Ll}{1,3})?$/u;
const CAPITALS = signBits('A');
/** Roman numerals up to 39. */
const ROMAN = /^X{0,3}(?:IX|IV|V?I{0,3})$/u;
/** A sentence with fewer words is a label, a name or a line of an address. */
const FEWEST_WORDS = 5;

/** Where an abbreviation stands in running text. */
interface Use {
  readonly abbreviation: string;
  readonly sentence: Sentence;
  readonly token: Token;
  readonly inflected: boolean;
}

/** Where it does so first. */
interface First extends Use {
  readonly before: Sentence | undefined;
}

export function create(data: RuleData, { profile }: RuleOptions): Check<'document'> {
  const own = profile.abbreviations;
  const full: ReadonlyMap<string, string> = new Map([
    ...(data['full'] as Row[]).map((row) => [row['abbreviation']!, row['full']!] as const),
    ...Object.entries(own),
  ]);
  const known = new Set([
    ...(data['known'] as Row[]).map((row) => row['abbreviation']!),
    ...(profile.exempt['terms/abbreviation-introduction'] ?? []),
  ]);
  for (const abbreviation of Object.keys(own)) known.delete(abbreviation);

  const usesIn = perBlock((block) => [...uses(block, known)]);
  return function* (text) {
    const firsts = new Map<string, First>();
    for (const use of answersIn(text.blocks, usesIn))
      if (!firsts.has(use.abbreviation)) firsts.set(use.abbreviation, { ...use, before: before(text, use) });
    if (firsts.size === 0) return;
    const explained = new Map<string, Block>();
    for (const { abbreviation, block } of answersIn(text.blocks, explainedIn))
      if (!explained.has(abbreviation)) explained.set(abbreviation, block);
    for (const [abbreviation, first] of firsts) {
      const spelled = full.get(abbreviation);
      const at = explained.get(abbreviation);
      const { block } = first.sentence;
      if (at && (at.index < block.index || (at === block && isNear(first, block)))) continue;
      if (isExplainedHere(abbreviation, spelled, first) || (spelled && standsBefore(text, block, spelled)))
        continue;
      yield problem(abbreviation, spelled, first, at && later(text, at));
    }
  };
}

/** The abbreviations that a reader may not know, outside headings and tables. */
function* uses({ kind, sentences }: Block, known: ReadonlySet<string>): Generator<Use> {
  if (kind !== 'paragraph' && kind !== 'list-item') return;
  for (const sentence of sentences) {
    if ((sentence.signs & CAPITALS) === 0) continue;
    const { tokens, words } = sentence;
    if (words.length < FEWEST_WORDS || isShouted(words)) continue;
    for (const [i, token] of tokens.entries()) {
      const [, abbreviation, ending] = ABBREVIATION.exec(token.text) ?? [];
      if (abbreviation === undefined || known.has(abbreviation)) continue;
      if (ROMAN.test(abbreviation) || (token.zones & ~READABLE) !== 0) continue;
      if (isPartOfName(tokens[i - 1], token, tokens[i + 1])) continue;
      yield { abbreviation, sentence, token, inflected: ending !== undefined };
    }
  }
}

/** A sentence in capitals has no abbreviations to be told by them. */
function isShouted(words: readonly Token[]): boolean {
  return words.filter(({ text }) => /^\p{Lu}{2,}$/u.test(text)).length > words.length / 3;
}

/** ”ISO 9001”, ”12 MW”, ”TCP/IP”, ”DCAT-AP” and ”Kalles AB”: a designation, a unit or a name. */
function isPartOfName(before: Token | undefined, token: Token, after: Token | undefined): boolean {
  if (before?.kind === 'number' && before.end < token.start) return true;
  if (after && /^\d/u.test(after.text)) return true;
  const touches = (other: Token | undefined, mark: RegExp): boolean =>
    other !== undefined && mark.test(other.text) && (other.end === token.start || other.start === token.end);
  if (touches(before, /^[/_-]$/u) || touches(after, /^[/_(-]$/u)) return true;
  // ”Svenska MIS”, ”Bolaget QZ AB”: a capital beside it that is no sentence's beginning.
  return after !== undefined && /^\p{Lu}\p{Ll}/u.test(after.text) && after.start > token.end;
}

/** The abbreviations that a block gives in brackets or explains in them, or lists. */
const explainedIn = perBlock((block) => explanations(block).map((abbreviation) => ({ abbreviation, block })));

function explanations({ kind, text }: Block): readonly string[] {
  const found: string[] = [];
  // ”Vård i samverkan (VIS)”, ”(VIS, tidigare VOS)”
  for (const [, inside] of matchesIn(text, /\(([^()]{2,60})\)/gu)) {
    for (const [word] of matchesIn(inside!, /(?<![\p{L}\d])\p{Lu}{2,6}(?![\p{L}\d])/gu)) found.push(word);
  }
  // ”VIS (Vård i samverkan)”, ”VIS, Vård i samverkan”
  for (const [, word] of matchesIn(
    text,
    /(?<![\p{L}\d])(\p{Lu}{2,6})(?::s)?(?: \((?=\p{L}+ ?[^)]{6,})|, (?:det vill säga|dvs\.|alltså|som betyder|som står för|en förkortning) )/gu,
  ))
    found.push(word!);
  // ”VIS står för …”, ”förkortas VIS”
  for (const [, word] of matchesIn(
    text,
    /(?<![\p{L}\d])(\p{Lu}{2,6}) (?:står för|betyder|är (?:en )?(?:kort|förkortning)|utläses|uttyds)(?!\p{L})/gu,
  ))
    found.push(word!);
  for (const [, word] of matchesIn(
    text,
    /(?<!\p{L})(?:förkorta[st]|förkortningen|kallas|kallat|kallad|benämns|så kallade?|s\.k\.|eller|=) [”"]?(\p{Lu}{2,6})(?![\p{L}\d])/gu,
  ))
    found.push(word!);
  // A list of abbreviations: ”VIS – Vård i samverkan”, ”VIS: Vård i samverkan”, or a cell of its own
  const listed = /^(\p{Lu}{2,6})(?:\s*(?:[:=–-]|,(?= \p{Lu}))\s*\p{L}|$)/u.exec(text)?.[1];
  if (listed && kind !== 'heading') found.push(listed);
  return found;
}

/** The sentence before a use. */
function before({ blocks }: Text, { sentence }: Use): Sentence | undefined {
  const { block } = sentence;
  const at = block.sentences.indexOf(sentence);
  if (at > 0) return block.sentences[at - 1];
  for (let index = block.index - 1; index >= 0; index--) {
    const last = blocks[index]!.sentences.at(-1);
    if (last) return last;
  }
  return undefined;
}

/** Whether the explanation in the block stands in the same sentence as the first use, or before it. */
function isNear({ sentence, token }: First, { text }: Block): boolean {
  const abbreviation = ABBREVIATION.exec(token.text)![1]!;
  const bracket = text.search(new RegExp(`\\([^()]*${abbreviation}|${abbreviation}(?::s)? \\(`, 'u'));
  return bracket < 0 || bracket <= sentence.end;
}

/** Whether the words that it stands for are in the same sentence or the one before. */
function isExplainedHere(
  abbreviation: string,
  full: string | undefined,
  { sentence, before, token }: First,
): boolean {
  const near = [...(before?.words ?? []), ...sentence.words].filter((word) => word !== token);
  const letters = abbreviation.toLowerCase();
  // Where the words are known they must stand there; ”sjukvårdens kunniga rådgivare” do not explain SKR.
  if (full && !isApposed(sentence, token))
    return near
      .map(({ lower }) => lower)
      .join(' ')
      .includes(full.toLowerCase());
  return near.some((_, i) => spells(near, i, letters));
}

/** ”lagen om vård av unga, LVU, upphör” */
function isApposed({ tokens }: Sentence, token: Token): boolean {
  const at = tokens.indexOf(token);
  return tokens[at - 1]?.text === ',' && tokens[at + 1]?.kind === 'punctuation';
}

/** Words of a full name that have no letter in its abbreviation. */
const SMALL = new Set('och för i av på till om med the of and for in on de la des'.split(' '));

/** Whether the words from `first` on begin with the letters, or hold them where a compound's part may begin. */
function spells(words: readonly Token[], first: number, letters: string): boolean {
  if (words[first]!.lower[0] !== letters[0]) return false;
  let at = first;
  let inside = 1;
  for (let i = 1; i < letters.length; i++) {
    let next = at + 1;
    while (next < words.length && SMALL.has(words[next]!.lower) && words[next]!.lower[0] !== letters[i])
      next++;
    if (words[next]?.lower[0] === letters[i] && words[next]!.lower.length > 2) {
      at = next;
      inside = 1;
      continue;
    }
    const { lower } = words[at]!;
    const part = lower.indexOf(letters[i]!, Math.max(inside + 1, 3));
    if (part < 0 || part > lower.length - 3) return false;
    inside = part;
  }
  return words[first] !== words[at] || letters.length < 4;
}

/** Whether the full name stands in the text before the end of a block. */
function standsBefore({ blocks }: Text, last: Block, full: string): boolean {
  const wanted = full.toLowerCase();
  return blocks.slice(0, last.index + 1).some(({ lower }) => lower.includes(wanted));
}

/** Where an explanation that comes too late stands. */
function later(text: Text, { sentences }: Block): string {
  return text.source.where ? 'längre fram' : text.whereabouts(sentences.slice(0, 1));
}

function problem(
  abbreviation: string,
  full: string | undefined,
  { sentence, token, inflected }: First,
  later: string | undefined,
): Problem {
  const { start } = token;
  const place = { block: sentence.block, start, end: start + abbreviation.length };
  if (later !== undefined) {
    return {
      ...place,
      severity: 'info',
      message: `”${abbreviation}” förklaras först ${later}. Förklara här i stället.`,
    };
  }
  if (full === undefined) {
    const message = `”${abbreviation}” förklaras inte. Skriv ut vad det står för första gången.`;
    return { ...place, severity: 'info', message };
  }
  const opens = start === sentence.start;
  const expected = `${opens ? capitalised(full) : full} (${abbreviation})`;
  const message = `”${abbreviation}” förklaras inte. Skriv ”${expected}” första gången.`;
  return { ...place, message, expected, fix: inflected ? 'no' : 'suggested' };
}
