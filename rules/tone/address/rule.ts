import {
  answersIn,
  type Check,
  perBlock,
  type Problem,
  type RuleMeta,
  type RuleOptions,
  type Sentence,
  type Text,
  type Token,
  ZONE,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Tilltal',
  scope: 'document',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 1.2.5 och 8.2.1',
  options: { minWords: 60 },
} satisfies RuleMeta;

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const KINDS = new Map<string, 'du' | 'ni'>([
  ...'du dig din ditt dina'.split(' ').map((word) => [word, 'du'] as const),
  ...'ni er ert era'.split(' ').map((word) => [word, 'ni'] as const),
]);
/** ”er” and ”ert” alone are seldom an address by mistake; ”ni” is always one. */
const CERTAIN = words('du dig ni');

/** The reader as somebody else: what a text to the public says in place of ”du”. */
const THIRD_PERSON = words('man medborgaren sökanden användaren besökaren kunden patienten brukaren');

/** So many of the one before a single one of the other is worth a word. */
const CLEARLY = 6;

/** Compares how a text speaks to its reader with the guideline, and with itself. */
export function create(_: unknown, options: RuleOptions): Check<'document'> {
  const { address } = options.profile;
  const minWords = options['minWords'] as number;
  return function* (text) {
    const forms = answersIn(text.blocks, formsIn);
    for (const { sentence, token } of forms) {
      if (isCapital(sentence, sentence.tokens.indexOf(token))) yield capital(sentence, token);
    }
    yield* other(forms, address);
    if (address === 'du' && text.measures.words >= minWords && forms.length === 0) yield* missing(text);
  };
}

interface Found {
  readonly sentence: Sentence;
  readonly token: Token;
  readonly kind: 'du' | 'ni';
}

const formsIn = perBlock(({ sentences }) => {
  const forms: Found[] = [];
  for (const sentence of sentences) {
    for (let index = 0; index < sentence.tokens.length; index++) {
      const token = sentence.tokens[index]!;
      const kind = KINDS.get(token.lower);
      if (kind && isAddress(sentence, index)) forms.push({ sentence, token, kind });
    }
  }
  return forms;
});

/** Whether the word is the writer's own, and an address and no name or abbreviation (ER, DU). */
function isAddress({ tokens }: Sentence, index: number): boolean {
  const { text, zones } = tokens[index]!;
  const foreign =
    ZONE.quotation | ZONE['quote-block'] | ZONE.code | ZONE['other-language'] | ZONE['act-title'];
  if ((zones & (foreign | ZONE.name | ZONE['link-target'] | ZONE['e-mail'] | ZONE['file-name'])) !== 0)
    return false;
  if (/^\p{Lu}{2,}$/u.test(text)) return false;
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  return !/^[-–/:.]$/u.test(before?.text ?? '') && !/^[-/]$/u.test(after?.text ?? '');
}

/** Whether the word has a capital that no beginning of a sentence gives it. */
function isCapital(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  const { text } = tokens[index]!;
  if (!/^\p{Lu}\p{Ll}+$/u.test(text) || sentence.block.kind === 'heading') return false;
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (!before || (before.kind !== 'word' && before.text !== ',') || /[._]$/u.test(before.text)) return false;
  // ”Er Norberg” is a name, and a new line begins with a capital.
  if (/^\p{Lu}/u.test(after?.text ?? '')) return false;
  return !sentence.block.text.slice(before.end, tokens[index]!.start).includes('\n');
}

function capital({ block }: Sentence, { text, start, end }: Token): Problem {
  const expected = text.toLowerCase();
  return {
    block,
    start,
    end,
    message: `”${text}” skrivs med liten bokstav: ”${expected}”.`,
    expected,
    fix: 'safe',
  };
}

/** The first place where a text has another address than its guideline, or than itself nearly everywhere else. */
function* other(forms: readonly Found[], address: 'du' | 'ni' | 'none'): Generator<Problem> {
  const certain = forms.filter(({ token }) => CERTAIN.has(token.lower));
  const count = { du: 0, ni: 0 };
  for (const { kind } of certain) count[kind]++;
  const wanted = address === 'none' ? commonest(count) : address;
  const first = certain.find(({ kind, sentence, token }) => kind !== wanted && !isRole(sentence, token));
  if (!wanted || !first) return;
  const { sentence, token, kind } = first;
  const message =
    address === 'none'
      ? `Texten säger ”${wanted}” ${count[wanted]} gånger men ”${kind}” här. Välj ett tilltal.`
      : `Riktlinjen har ”${wanted}” till läsaren. Skriv ”${wanted}” i stället för ”${kind}”.`;
  yield { block: sentence.block, start: token.start, end: token.end, message, severity: 'info' };
}

function commonest({ du, ni }: { du: number; ni: number }): 'du' | 'ni' | undefined {
  if (du >= ni * CLEARLY) return 'du';
  return ni >= du * CLEARLY ? 'ni' : undefined;
}

/** Whether one of the readers is singled out, or several are: ”du som är chef”, ”du och ditt team … ni”. */
function isRole({ tokens, block }: Sentence, { start }: Token): boolean {
  const next = tokens[tokens.findIndex((token) => token.start === start) + 1];
  return next?.lower === 'som' || /(?<!\p{L})(?:team|tillsammans|båda|alla)(?!\p{L})/u.test(block.lower);
}

/** The first place where a text to the public speaks of its reader as somebody else. */
function* missing(text: Text): Generator<Problem> {
  for (const { block, tokens } of text.sentences) {
    for (const { lower, start, end, text: actual } of tokens) {
      if (!THIRD_PERSON.has(lower)) continue;
      const message = `Texten säger aldrig ”du”. Skriv ”du” i stället för ”${actual}” om läsaren menas.`;
      yield { block, start, end, message, severity: 'info' };
      return;
    }
  }
}
