import {
  type Block,
  type Check,
  matchesIn,
  OWN_WORDS,
  perBlock,
  type Problem,
  type RuleMeta,
  type RuleOptions,
  type Text,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Kontaktuppgift saknas',
  scope: 'document',
  severity: 'warning',
  source: 'Klarspråkshjälpen: tala om hur läsaren får kontakt',
  zones: [...OWN_WORDS, 'name'],
  options: {
    /** The kinds of text that tell whom the reader may ask. */
    kinds: ['beslut', 'brev', 'inbjudan', 'kallelse', 'nyhetsbrev', 'pressmeddelande', 'remiss'],
  },
} satisfies RuleMeta;

/** A label first on its line or after another field, with nothing after it. */
const EMPTY_FIELD =
  /(?<=^|\n[ \t]{0,9}|[\p{N}|,;)•·][ \t]{1,9})((?:e-?post|e-?mail|mejl|mail)(?:adress(?:en)?)?|telefon(?:nummer|nr)?|tele|tel|tfn|mobil(?:nummer|telefon|nr)?)\.?[ \t]*:[ \t]*(?:\n|$)/giu;
/** A line that ends with a colon. */
const LINE_WITH_COLON = /:[ \t]*(?:\n|$)/;
const ANY_EMPTY_FIELD = /(?:^|\n|[ \t])\p{L}[\p{L} /()-]{1,40}:[ \t]*(?=\n|$)/gu;
/** So many empty fields near each other are a form to be filled in. */
const FORM_FIELDS = 4;
const E_MAIL = /[\p{L}\p{N}]@[\p{L}\p{N}-]+\.\p{L}/iu;
const PHONE =
  /(?<!\p{N})(?:(?:\+|00)46|0)[\s(]{0,3}\d{1,3}\)?[\s/–-]{0,3}\d{2,3}(?:[\s-]?\d{2,3}){1,3}(?!\p{N})|(?<!\p{L})(?:ring|telefon|tfn|tel\.?|nummer)\s(?:\p{L}+\s)?\d{3,6}(?!\p{N})/iu;
const FORM_TO_ASK = /(?<!\p{L})(?:kontaktformulär\p{L}*|chatta med oss)(?!\p{L})/iu;

export function create(_: unknown, { kinds, textKind }: RuleOptions): Check<'document'> {
  return function* (text) {
    const empty = [...emptyFields(text.blocks)];
    yield* empty;
    if (empty.length > 0 || !textKind || !(kinds as readonly string[]).includes(textKind)) return;
    if (!tells(text))
      yield {
        message: 'Ingen att fråga. Skriv namn och telefon eller e-post till den som kan svara.',
        // It may stand in a letterhead or a template.
        severity: 'info',
      };
  };
}

/** The fields for address and number with nothing after them on the line. */
const fieldsIn = perBlock(({ kind, text }) =>
  kind === 'table-cell' || !LINE_WITH_COLON.test(text) ? [] : matchesIn(text, EMPTY_FIELD),
);

/** Those that nobody has filled in. */
function* emptyFields(blocks: readonly Block[]): Generator<Problem> {
  for (const block of blocks) {
    const fields = fieldsIn(block);
    if (fields.length === 0 || block.source.quoted || !isFilledIn(blocks, block)) continue;
    for (const match of fields) {
      const label = match[1]!;
      const isAddress = /^(?:e|m)(?!obil)/iu.test(label);
      const from = match.index + match[0].length;
      const next =
        from < block.text.length ? lineAt(block.text, from) : lineAt(blocks[block.index + 1]?.text ?? '', 0);
      // The value may stand on the next line.
      if ((isAddress ? E_MAIL : /^\D{0,20}\d[\d\s/–-]{4,}/u).test(next)) continue;
      const end = match.index + match[0].trimEnd().length;
      const message = `”${block.text.slice(match.index, end)}” är tomt. Fyll i ${isAddress ? 'adressen' : 'numret'} eller stryk raden.`;
      yield { block, start: match.index, end, message };
    }
  }
}

function lineAt(text: string, from: number): string {
  const end = text.indexOf('\n', from);
  return text.slice(from, end < 0 ? undefined : end);
}

/** Whether a block with a colon at the end of a line stands among fields that have been filled in, and not in a form. */
function isFilledIn(blocks: readonly Block[], { index }: Block): boolean {
  let open = 0;
  for (const near of blocks.slice(Math.max(0, index - 3), index + 4)) {
    open += near.text.replace(/[_….]{3,}/gu, '').match(ANY_EMPTY_FIELD)?.length ?? 0;
  }
  return open < FORM_FIELDS;
}

function tells({ blocks }: Text): boolean {
  return blocks.some(
    ({ text, spans }) =>
      E_MAIL.test(text) ||
      PHONE.test(text) ||
      FORM_TO_ASK.test(text) ||
      spans.some(({ url }) => url !== undefined && /^(?:mailto|tel|sms):|kontakt/iu.test(url)),
  );
}
