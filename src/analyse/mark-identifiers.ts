import type { Sentence, Token } from './text.ts';
import { ZONE } from './zones.ts';

export const E_MAIL = /^[^@\s]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u;
export const ADDRESS =
  /^(?:https?:\/\/|ftp:\/\/|www\.|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:se|nu|com|org|net|eu|fi|no|dk|io|info)(?:\/|$))/iu;
const FILE =
  /^[^/\s]+\.(?:docx?|dotx?|odt|rtf|xlsx?|ods|csv|tsv|pptx?|odp|pdf|txt|md|html?|xml|json|ya?ml|zip|exe|dll|jpe?g|png|gif|svg|mp[34]|mov|[cm]?[jt]s|css|py|sql|log|ics|eml|msg|epub|indd)$/iu;

/** RS/2807/2017, HSN-2023-0456, S2019/01234/FS: whole in one word. */
const WHOLE_NUMBER = /^\p{Lu}{1,8}[/-]?\d{2,4}[/-]\d{2,}(?:[/-]\p{Lu}+)?$|^\p{Lu}{1,8}\/\d+\/\d{2,4}$/u;
/** What a unit's letters may be followed by: KS 2022-00123. Not the years of ”VM 2019–2020”. */
const NUMBER_OF_UNIT = /^(?:19|20)\d\d[/-](?!(?:19|20)\d\d$)\d{3,}(?:[/-]\d+)*$/u;
const UNIT = /^\p{Lu}[\p{Lu}\p{N}]{0,5}$/u;
const INTRODUCTIONS = new Set(
  'dnr dnr. d.nr d.nr. diarienr diarienr. diarienummer diarienumret ärendenummer ärendenr målnummer'.split(
    ' ',
  ),
);
/** So many tokens may stand between braces. */
const MOST_ATTRIBUTES = 20;
const AFTER_INTRODUCTION = /^[\p{Lu}\p{N}][\p{Lu}\p{N}./:-]*$/u;

/** Whether a word in lower case has a diary number after it. */
export function introducesNumber(lower: string): boolean {
  return INTRODUCTIONS.has(lower);
}

/** The zone of a word that stands for a thing by itself, as a bit of `ZONE`; 0 for others. */
export function identifierIn(text: string): number {
  if (text.includes('.') || text.includes('@') || text.includes(':')) {
    if (E_MAIL.test(text)) return ZONE['e-mail'];
    if (ADDRESS.test(text)) return ZONE['link-target'];
    if (FILE.test(text)) return ZONE['file-name'];
  }
  return WHOLE_NUMBER.test(text) ? ZONE['diary-number'] : 0;
}

/** Marks what stands for a thing and is no word of a language: addresses, e-mail, file names, diary numbers and the names of headings. */
export function markIdentifiers(sentences: readonly Sentence[]): void {
  for (const { tokens } of sentences) {
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!;
      const { text, kind, form } = token;
      if (text === '{' && tokens[i + 1]?.text.startsWith('#')) i = markAttributes(tokens, i);
      if (kind === 'word') token.zones |= form.identifier;
      if (form.introducesNumber) markAfterIntroduction(tokens, i + 1);
      else if (kind === 'number' && i > 0 && NUMBER_OF_UNIT.test(text) && UNIT.test(tokens[i - 1]!.text)) {
        tokens[i - 1]!.zones |= ZONE['diary-number'];
        token.zones |= ZONE['diary-number'];
      }
    }
  }
}

/** The name that some Markdown gives a heading, `{#oppettider .bred}`. Gives back the last token that has been looked at. */
function markAttributes(tokens: readonly Token[], from: number): number {
  const most = Math.min(tokens.length, from + MOST_ATTRIBUTES);
  for (let end = from + 2; end < most; end++) {
    if (tokens[end]!.text !== '}') continue;
    for (let i = from; i <= end; i++) tokens[i]!.zones |= ZONE.code;
    return end;
  }
  return from;
}

/** After ”dnr” at most three words of capitals and figures, at least one with a figure. */
function markAfterIntroduction(tokens: readonly Token[], from: number): void {
  let at = from;
  if (tokens[at]?.text === ':' || tokens[at]?.text === '.') at++;
  const first = at;
  while (
    at < first + 3 &&
    tokens[at] &&
    tokens[at]!.kind !== 'punctuation' &&
    AFTER_INTRODUCTION.test(tokens[at]!.text)
  )
    at++;
  while (at > first && !/\d/u.test(tokens[at - 1]!.text)) at--;
  for (let i = first; i < at; i++) tokens[i]!.zones |= ZONE['diary-number'];
}
