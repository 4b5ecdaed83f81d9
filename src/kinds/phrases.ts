import { capitalised } from '../analyse/capital.ts';
import type { Check, Problem, Sentence, Severity } from '../rule.ts';
import { holds } from './context.ts';
import { type Entry, type FixMode, offerOf } from './entry.ts';
import { type Candidates, FormIndex } from './form-index.ts';
import { type Match, matchAt } from './match.ts';
import { readingOf, wordsInside } from './reading.ts';
import type { Table } from './table.ts';

/**
 * What a `rule.yml` of the kind `phrases` says beside its meta. The rows come from the word lists beside it.
 *
 * In messages `{actual}` is what stands there, `{expected}` what to write, `{why}` the row's reason or else the rule's.
 *
 * A row may be a lemma with its word class (`pos`), of which `expand` makes the forms. The columns of a row, of which
 * all but `phrase` may be empty or left out:
 *
 * - `phrase`: the entry as a dictionary gives it. It is what is looked for when `forms` is empty.
 * - `forms`: the forms to look for, `|` between them, each with its key (`pres=erhåller`) or without. A form with a
 *   capital letter is found only in that case; one in lower case is found in any. `*` stands for letters, a lone `…`
 *   for one to four words.
 * - `expected`: what to write, ` / ` between alternatives. It is pasted for the phrase as it stands; where the form has
 *   a `…`, `expected` may have one too.
 * - `expected_forms`: the first alternative by the same keys. A form without a key of its own is given advice only.
 * - `fix`: `safe`, `active` (safe in active forms), `suggested` (the default) or `no` (advice, nothing to paste).
 *   Several words in place of one verb are never safe.
 * - `before`, `after`, `not_before`, `not_after`: words that must, or must not, stand beside it, `|` between them; more
 *   than one word in a row may be given. `*` stands for letters, `…` for up to four words, `<start>` and `<end>` for the
 *   sentence's ends, `<number>`, `<name>` and `<mark>` for a number, a name and a punctuation mark.
 * - `severity`, `why`, `note`, `source`, `message`: other than the rule's own.
 *
 * Of several rows that fit, the longest match wins, then the first row.
 */
export interface PhrasesSpec {
  /** The message when there is something to paste. */
  readonly message: string;
  /** The message when `expected` is advice, not a text to paste. */
  readonly hint?: string;
  /** The reason, for rows that give none: ”kanslispråk”. */
  readonly why?: string;
}

const NONE: readonly Problem[] = [];
const ACTIVE = new Set(['inf', 'pres', 'past', 'sup', 'imp']);

/** Finds words and phrases. `exempt` are forms to let be. */
export function phrases(
  spec: PhrasesSpec,
  tables: readonly Table[],
  exempt: readonly string[] = [],
): Check<'sentence'> {
  const index = new FormIndex(tables, exempt);
  const { begins, wild } = index;

  const check = (sentence: Sentence): readonly Problem[] => {
    const { starts } = sentence;
    let problems: Problem[] | undefined;
    let from = 0;
    for (let at = 0; at < starts.length; at++) {
      if (!begins.has(starts[at]!)) continue;
      const token = sentence.tokens[at]!;
      if (token.start < from) continue;
      const candidates = index.at(token.lower);
      const found =
        (candidates && longest(candidates, sentence, at, starts[at + 1])) ??
        (wild && longest(wild, sentence, at));
      if (!found) continue;
      const problem = problemOf(spec, found, sentence, at);
      from = problem.end!;
      problems ??= [];
      problems.push(problem);
    }
    return problems ?? NONE;
  };
  return Object.assign(check, index.words && { words: index.words });
}

interface Found {
  readonly entry: Entry;
  readonly match: Match;
  /** The token after it. */
  readonly after: number;
}

/** `next` is the start of the next word. */
function longest(
  { alone, followed }: Candidates,
  sentence: Sentence,
  index: number,
  next = 0,
): Found | undefined {
  const entries = followed.get(next);
  const several = entries && fitting(entries, sentence, index);
  const one = alone.length > 0 ? fitting(alone, sentence, index) : undefined;
  return several && one && one.match.end > several.match.end ? one : (several ?? one);
}

function fitting(entries: readonly Entry[], sentence: Sentence, index: number): Found | undefined {
  let best: Found | undefined;
  const { block, tokens } = sentence;
  const { start } = tokens[index]!;
  for (const entry of entries) {
    const match = matchAt(entry.form, entry.exact ? block.text : block.lower, start);
    if (!match || (best && match.end <= best.match.end) || match.end > sentence.end) continue;
    let after = index;
    while (after < tokens.length && tokens[after]!.start < match.end) after++;
    if (entry.contexts.every((context) => holds(context, sentence, index, after)))
      best = { entry, match, after };
  }
  return best;
}

function problemOf(spec: PhrasesSpec, found: Found, sentence: Sentence, index: number): Problem {
  const { row } = found.entry;
  const { text } = sentence.block;
  const { start } = sentence.tokens[index]!;
  const { expected, shown, end, fix } = replacement(found, sentence, index);
  const actual = text.slice(start, end).replace(/\s+/gu, ' ');
  const fitted = expected.map((alternative) => inCaseOf(actual, alternative));
  const template = row['message'] || (fix === 'no' ? (spec.hint ?? spec.message) : spec.message);
  const message = template
    .replaceAll('{actual}', actual)
    .replaceAll('{expected}', listed(shown?.map((alternative) => inCaseOf(actual, alternative)) ?? fitted))
    .replaceAll('{why}', row['why'] || spec.why || '');
  return {
    start,
    end,
    message,
    expected: fitted,
    fix,
    ...(row['note'] && { note: row['note'] }),
    ...(row['source'] && { source: row['source'] }),
    ...(row['severity'] && { severity: row['severity'] as Severity }),
  };
}

interface Replacement {
  readonly expected: readonly string[];
  /** What the message shows, where it is not `expected`. */
  readonly shown?: readonly string[];
  readonly end: number;
  readonly fix: NonNullable<Problem['fix']>;
}

function replacement({ entry, match, after }: Found, sentence: Sentence, index: number): Replacement {
  const { row, keys } = entry;
  const { text } = sentence.block;
  const { inForm, alternatives } = offerOf(entry);
  const { end, gap } = match;
  const advice: Replacement = { expected: alternatives, end, fix: 'no' };
  const mode = (row['fix'] || 'suggested') as FixMode;
  const distinct = new Set(inForm);
  const { reading, certain } =
    keys.length > 1 ? readingOf(keys, sentence, index) : { reading: 0, certain: true };
  // ”involverade parter”: a participle that the row has no form for.
  if (keys.length === 1 && keys[0] === 'past' && isParticiple(sentence, index)) return advice;
  const chosen = inForm[reading];
  if (chosen === undefined || mode === 'no') {
    return chosen === undefined || keys.length === 0 ? advice : { ...advice, expected: [chosen] };
  }
  if (gap && chosen.includes('…')) {
    const filled = chosen.replace('…', text.slice(gap.start, gap.end));
    return { expected: [filled], shown: [chosen], end, fix: 'suggested' };
  }
  const key = keys[reading];
  if (key === undefined) return { expected: alternatives, end, fix: mode === 'active' ? 'safe' : mode };
  const cut = chosen.indexOf(' ');
  if (cut < 0) {
    const safe =
      (certain || distinct.size === 1) && (mode === 'safe' || (mode === 'active' && ACTIVE.has(key)));
    const others =
      safe || certain ? [] : [...distinct].filter((form) => form !== undefined && form !== chosen);
    return {
      expected: [chosen, ...(others as string[])],
      shown: [chosen],
      end,
      fix: safe ? 'safe' : 'suggested',
    };
  }
  const inside = wordsInside(key, sentence, after - 1);
  if (inside === undefined) {
    const particle = chosen.indexOf(' ', cut + 1) < 0;
    return particle ? { ...advice, expected: [chosen.replace(' ', ' … ')] } : advice;
  }
  if (inside === 0) return { expected: [chosen], end, fix: 'suggested' };
  const last = sentence.tokens[after + inside - 1]!.end;
  const moved = `${chosen.slice(0, cut)}${text.slice(end, last)}${chosen.slice(cut)}`;
  return { expected: [moved], end: last, fix: 'suggested' };
}

/** The tagger takes past forms for participles too: the word before must be one that a participle follows. */
function isParticiple(sentence: Sentence, index: number): boolean {
  if (sentence.block.core === undefined || !sentence.readings[index]!.tag.startsWith('PC')) return false;
  const { tag, lemma } = sentence.readings[index - 1] ?? { tag: 'DT', lemma: '' };
  return /^(?:DT|IE|JJ|PC|PP|PS|RG|SN)(?:\||$)/.test(tag) || lemma === 'vara' || lemma === 'bli';
}

/** ”a”, ”b” eller ”c” without the outer marks. */
function listed(alternatives: readonly string[]): string {
  return alternatives.length < 2
    ? (alternatives[0] ?? '')
    : `${alternatives.slice(0, -1).join('”, ”')}” eller ”${alternatives.at(-1)}`;
}

/** `text` with the capital, or the capitals, of the words it replaces. */
function inCaseOf(actual: string, text: string): string {
  const first = actual[0]!;
  if (first === first.toLowerCase()) return text;
  return actual.length > 3 && actual === actual.toUpperCase() ? text.toUpperCase() : capitalised(text);
}
