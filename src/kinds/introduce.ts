import {
  answersIn,
  type Check,
  FormIndex,
  type FormMatch,
  perBlock,
  type Row,
  type RuleData,
  type RuleOptions,
  type Sentence,
  type Severity,
  type Text,
  ZONE,
} from '../rule.ts';

/**
 * What a `rule.yml` of the kind `introduce` says beside its meta. Its lists have the columns `term`, `forms` (with `|`
 * between), `explanation`, `readers` (`public` where only the public needs it) and `not_after` (words after which it is another).
 */
export interface IntroduceSpec {
  /** `{actual}` is the term, `{explanation}` what it means. */
  readonly message: string;
  /** The severity in texts to the public, for terms that are hard for all. */
  readonly toPublic?: Severity;
}

interface Term {
  readonly name: string;
  readonly explanation: string;
  /** The beginning of the explanation's longest word, if it has a long one: a sentence with it explains. */
  readonly stem: string | undefined;
  /** Whether only the public needs an explanation. */
  readonly forPublic: boolean;
  readonly notAfter: readonly string[];
}

/** Words by which a sentence says what something is. */
const EXPLAINS =
  /(?<!\p{L})(?:det vill säga|dvs\.?|d\.v\.s\.|alltså|betyder|innebär|kallas|kallat|kallad|så kallad\p{L}*|s\.k\.|med andra ord|till exempel|t\.ex\.|menas|definieras|förklara\p{L}*|handlar om|är (?:en|ett|när|att|de|den|det|vård|sjukdomar?)|eller|som (?:är|gör|visar|kan|betyder))(?!\p{L})/u;
const SHORTEST_STEM = 5;

/** Finds the first place of each term in a document where nothing near it says what it is. */
export function introduce(
  spec: IntroduceSpec,
  data: RuleData,
  { profile }: RuleOptions,
  exempt: readonly string[] = [],
): Check<'document'> {
  const toPublic = profile.address === 'du';
  const known = new Set([...profile.keywords.map((word) => word.toLowerCase()), ...exempt]);
  const rows = Object.values(data).flat() as Row[];
  const index = new FormIndex(rows.flatMap((row) => formsOf(row)).filter(([form]) => !known.has(form)));
  const termsIn = perBlock(({ sentences }) =>
    sentences.flatMap((sentence) =>
      index
        .find(sentence)
        .filter((match) => isRead(sentence, match))
        .map((match) => ({ sentence, match })),
    ),
  );
  return function* (text) {
    const seen = new Set<Term>();
    for (const { sentence, match } of answersIn(text.blocks, termsIn)) {
      const { value: term, start, end } = match;
      if (seen.has(term)) continue;
      seen.add(term);
      if (term.forPublic && !toPublic) continue;
      if (isExplained(text, text.sentences.indexOf(sentence), match)) continue;
      const { block } = sentence;
      const actual = block.text.slice(start, end);
      yield {
        block,
        start,
        end,
        message: spec.message.replaceAll('{actual}', actual).replaceAll('{explanation}', term.explanation),
        expected: term.explanation,
        fix: 'no',
        ...(toPublic && !term.forPublic && spec.toPublic && { severity: spec.toPublic }),
      };
    }
  };
}

function formsOf(row: Row): (readonly [string, Term])[] {
  const { term = '', explanation = '', readers, not_after } = row;
  const value: Term = {
    name: term,
    explanation,
    get stem() {
      return stemOf(explanation, term);
    },
    forPublic: readers === 'public',
    notAfter: not_after ? not_after.split('|') : [],
  };
  return (row['forms'] || term).split('|').map((form) => [form, value] as const);
}

function stemOf(explanation: string, term: string): string | undefined {
  const longest = explanation
    .split(/[^\p{L}]+/u)
    .reduce((best, word) => (word.length > best.length ? word : best), '');
  const stem = longest.slice(0, Math.max(SHORTEST_STEM, longest.length - 3)).toLowerCase();
  return longest.length < SHORTEST_STEM || term.includes(stem) ? undefined : stem;
}

/** Whether a term stands in running text that is the writer's own, and not inside a longer name of something else. */
function isRead({ block, tokens }: Sentence, { start, end, value }: FormMatch<Term>): boolean {
  if (block.kind === 'heading') return false;
  const next = tokens.find((token) => token.start >= end);
  if (next && value.notAfter.includes(next.lower)) return false;
  const foreign =
    ZONE.quotation | ZONE['quote-block'] | ZONE.name | ZONE['act-title'] | ZONE.code | ZONE['other-language'];
  return tokens.every((token) => token.end <= start || token.start >= end || (token.zones & foreign) === 0);
}

/** Whether the sentence of a term, or one beside it, says what it is. */
function isExplained({ sentences }: Text, at: number, { start, end, value }: FormMatch<Term>): boolean {
  const sentence = sentences[at]!;
  const { block } = sentence;
  const before = block.text.slice(sentence.start, start);
  const after = block.text.slice(end, sentence.end);
  // ”anamnes (sjukdomshistoria)”, ”sjukdomshistoria (anamnes)”, ”anamnes, en …”, ”anamnes – din …”
  if (/^[^.;]{0,30}\(/u.test(after) || /\([^)]*$/u.test(before)) return true;
  if (/^ ?(?:, (?:en|ett|den|det|som|din|ditt|när|där)(?!\p{L})| [–—-] |: )/u.test(after)) return true;
  if (EXPLAINS.test(after.toLowerCase())) return true;
  const near = [sentences[at - 1], sentence, sentences[at + 1]].filter((one) => one !== undefined);
  const lower = near.map((one) => one.block.lower.slice(one.start, one.end));
  const { stem } = value;
  if (stem && lower.some((text) => wordBegins(text, stem))) return true;
  const next = sentences[at + 1];
  return (
    next !== undefined &&
    next.block === block &&
    /^(?:det|den|de|detta)(?: här)? (?:är|betyder|innebär|kallas)/u.test(lower.at(-1)!)
  );
}

function wordBegins(text: string, stem: string): boolean {
  for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) {
    if (at === 0 || !/\p{L}/u.test(text[at - 1]!)) return true;
  }
  return false;
}
