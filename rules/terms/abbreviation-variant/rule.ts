import {
  type Check,
  FormIndex,
  inCaseOf,
  OWN_WORDS,
  type Problem,
  type Row,
  type RuleData,
  type RuleMeta,
  type RuleOptions,
  type Sentence,
  type Severity,
  type Token,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Förkortningens form',
  scope: 'sentence',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 11.3–11.9',
  // A capital makes ”IT-stöd” look like a name.
  zones: [...OWN_WORDS, 'name'],
} satisfies RuleMeta;

/** A way to write an abbreviation; without `use` it is the right one. */
interface Variant {
  readonly use?: string;
  readonly full: string;
  readonly class: string;
  readonly severity?: Severity;
  readonly form: string;
}

export function create(data: RuleData, { profile }: RuleOptions): Check<'sentence'> {
  const kept = (profile.exempt['terms/abbreviation-variant'] ?? []).map(right);
  const index = new FormIndex(
    new Map([...(data['abbreviations'] as Row[]).flatMap((row) => [...variants(row)]), ...kept]),
  );
  const check: Check<'sentence'> = function* (sentence) {
    const { block, tokens } = sentence;
    for (const { value, start, end } of index.find(sentence)) {
      if (value.use === undefined) continue;
      const first = tokens.findIndex((token) => token.start === start);
      const after = tokens.find((token) => token.start >= end);
      if (!applies(value, block.text.slice(start, end), sentence, tokens[first - 1], after)) continue;
      // The full stop of the sentence is that of the abbreviation too.
      const stop = value.use.endsWith('.') && block.text[end] === '.' && block.text[end + 1] !== '.';
      yield { start, end: stop ? end + 1 : end, ...describe(value, value.use, sentence, start, end) };
    }
  };
  return Object.assign(check, index.words && { words: index.words });
}

function* variants(row: Row): Generator<[string, Variant]> {
  const { use = '', full = '', severity } = row;
  if (row['class'] !== 'small') yield right(use);
  for (const form of row['not']!.split('|')) {
    if (form !== '')
      yield [
        form,
        { use, full, class: row['class']!, form, ...(severity && { severity: severity as Severity }) },
      ];
  }
}

function right(form: string): [string, Variant] {
  return [form, { full: '', class: '', form }];
}

/** Whether a form is an abbreviation where it stands, and not a word, a name or a letter among others. */
function applies(
  { class: kind, form }: Variant,
  actual: string,
  sentence: Sentence,
  before: Token | undefined,
  after: Token | undefined,
): boolean {
  if (kind === 'small' || kind === 'capitals')
    return !isCapital(before, sentence) && !isCapital(after, sentence);
  if (kind === 'before-number' && !isNumber(after)) return false;
  if (kind === 'after-number' && before?.kind !== 'number') return false;
  if (form !== form.toLowerCase()) return true;
  // ”PGA”, ”SK” and ”Mao” are other words than ”pga”, ”sk” and ”mao”.
  if (actual.slice(1) !== actual.slice(1).toLowerCase()) return false;
  if (actual !== actual.toLowerCase() && (before || actual === 'Mao')) return false;
  if (before && (before.lower === actual || /^\p{L}$/u.test(before.text))) return false;
  return after?.lower !== actual && !(before?.kind === 'number' && /^m[ .]/u.test(actual));
}

/** Whether a word beside bears a capital that is not the sentence's own: the two are then a name. */
function isCapital(token: Token | undefined, sentence: Sentence): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text) && token !== sentence.words[0];
}

function isNumber(token: Token | undefined): boolean {
  return token !== undefined && /^[\d+(]?\d/u.test(token.text);
}

function describe(
  { full, class: kind, severity }: Variant,
  use: string,
  { block, tokens }: Sentence,
  start: number,
  end: number,
): Omit<Problem, 'start' | 'end'> {
  const actual = block.text.slice(start, end).replace(/\s+/gu, ' ');
  const opens = start === tokens[0]!.start;
  const capital = (text: string): string => (opens ? inCaseOf(actual, text) : text);
  const abbreviation = capital(use.replace('*', actual.slice(use.length - 1)));
  const word = full && capital(full);
  const rest = { ...(severity && { severity }), fix: 'suggested' as const };
  if (kind === 'small' || kind === 'capitals')
    return { message: `”${actual}” skrivs numera ”${abbreviation}”.`, expected: abbreviation, ...rest };
  if (opens && word && (kind === 'common' || kind === 'space'))
    return { message: `Skriv ut ”${word}” först i en mening.`, expected: word, ...rest };
  if (kind === 'space') {
    const message = `Skriv ut ”${word}”, eller förkorta ”${abbreviation}” där det är trångt.`;
    return { message, expected: [word, abbreviation], ...rest };
  }
  const message = word ? `Skriv ”${abbreviation}” eller ”${word}”.` : `Skriv ”${abbreviation}”.`;
  const expected = word ? [abbreviation, word] : abbreviation;
  return { message, expected, ...rest, ...(kind === 'common' && { fix: 'safe' }) };
}
