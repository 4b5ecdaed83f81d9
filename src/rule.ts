/**
 * The contract between klarlint and its rules. This is the only file of klarlint that a rule may import.
 *
 * A rule is one folder, `rules/<group>/<rule>/`, and its path is its id. The folder holds
 *
 * - `README.md`: for people, in Swedish. Its fenced `klarlint` blocks are the rule's tests.
 * - `rule.yml` where data is enough: it names a kind of `src/kinds` and fills it in.
 * - or `rule.ts` where they are not: it exports `meta` and `create`.
 * - word lists (`*.tsv`, `*.yml`), which the generated index hands to `create` or to the kind, by file name.
 *
 * A rule finds; it never reports. It is given a part of a text (its scope decides which), and gives back
 * problems: where, in that part's own offsets, and what to write instead. klarlint stamps id, severity, source
 * and address on them, drops those that lie in zones the rule does not read, and settles overlaps.
 *
 * @example
 * ```ts
 * import type { Check, RuleMeta } from '../../../src/rule.ts';
 *
 * export const meta = {
 *   title: 'Utropstecken',
 *   scope: 'sentence',
 *   severity: 'warning',
 *   source: 'Myndigheternas skrivregler 13.3',
 * } satisfies RuleMeta;
 *
 * export function create(): Check<'sentence'> {
 *   return function* (sentence) {
 *     for (const { text, start, end } of sentence.tokens) {
 *       if (text === '!') yield { start, end, message: 'Utropstecken behövs sällan. Sätt punkt.', expected: '.' };
 *     }
 *   };
 * }
 * ```
 */
import type { LanguageCore } from './analyse/core.ts';
import type { Block, Sentence, Text } from './analyse/text.ts';
import type { Zone } from './analyse/zones.ts';
import type { SourceImage } from './source/document.ts';

export type { FiniteVerb, Passive } from './analyse/clauses.ts';
export type { LanguageCore, Suggestion } from './analyse/core.ts';
export { FormIndex, type FormMatch } from './analyse/forms.ts';
export { capitalised, inCaseOf } from './analyse/capital.ts';
export { genitiveOf } from './analyse/genitive.ts';
export { headingBegins, isTitled } from './analyse/headings.ts';
export { keywordsIn } from './analyse/keywords.ts';
export { type LixDriver, lixDrivers, type Measures, nominalRatio } from './analyse/measures.ts';
export { isSPassive, type Reading } from './analyse/morphology.ts';
export { inflectedAdjective, pastAdjectives } from './analyse/noun-phrase.ts';
export { answersIn, perBlock } from './analyse/per-block.ts';
export { signBits } from './analyse/signs.ts';
export { type Block, Sentence, Text, type Token } from './analyse/text.ts';
export { OWN_WORDS, ZONE, type Zone, zoneBits } from './analyse/zones.ts';
export { nearest } from './nearest.ts';
export { expression } from './parse/expression.ts';
export { matchesIn } from './parse/matches.ts';
export { Recent } from './recent.ts';
export type { SourceImage } from './source/document.ts';

/** `error`: wrong in any style. `warning`: a guideline breach that hurts the reader. `info`: advice or figures. */
export type Severity = 'error' | 'warning' | 'info';

/** What a rule looks at in one go. The editor analyses only what has changed, so the smallest scope that will do is right. */
export type Scope = keyof Unit;

/** What a rule of each scope is handed. */
export interface Unit {
  readonly sentence: Sentence;
  /** Any block: a paragraph, heading, list item or table cell. */
  readonly paragraph: Block;
  readonly document: Text;
  /** Documents that are looked at together: each by itself, unless a run is asked for all of them (`--corpus`). */
  readonly corpus: readonly Text[];
}

/** What a rule says of itself. */
export interface RuleMeta {
  /** Swedish, the problem in a word or two. */
  readonly title: string;
  readonly scope: Scope;
  readonly severity: Severity;
  /** Whether the rule is off until somebody turns it on. */
  readonly off?: boolean;
  /** The source, by name and section: ”Myndigheternas skrivregler 1.4.7”. */
  readonly source: string;
  /**
   * The zones it reads; without it, the writer's own words (`OWN_WORDS`). A finding on words is kept only when every
   * word of it stands in zones that the rule reads, a finding on a whole sentence when the sentence does.
   */
  readonly zones?: readonly Zone[];
  /** Whether it asks the language core (`block.core`): without one the rule is not run. */
  readonly needsCore?: boolean;
  /** Whether it runs in a text that scanning has damaged though most rules of its group do not. */
  readonly inDamagedText?: boolean;
  /**
   * For a rule of scope `sentence` or `paragraph`: words in lower case and characters (a digit as `0`, two capitals in a row as
   * `A`, other marks as themselves) of which it must hold one, or the rule is not asked. Most are passed over at a glance.
   */
  readonly words?: readonly string[];
  readonly signs?: string;
  /** The default of each option the rule takes. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** The function that finds: called once for each unit of its scope. */
export interface Check<S extends Scope> {
  (unit: Unit[S]): Iterable<Problem>;
  /** As `words` in the meta, for a check that learns them from its data: words or their first five letters. */
  readonly words?: Iterable<string>;
}

/** A check of some scope; its meta says which. */
export type AnyCheck = { [S in Scope]: Check<S> }[Scope];

/** A word list beside the rule, by file name without ending: the rows of a TSV file by column, or a YAML document. */
export type RuleData = Readonly<Record<string, unknown>>;

/** A row of a TSV file; an empty cell is an empty string. */
export type Row = Readonly<Record<string, string>>;

/** What the run hands a rule: its own options, merged, and the organisation's guideline. */
export interface RuleOptions {
  readonly profile: Profile;
  /** The kind of text that the draft is: ”nyhetsbrev”, ”beslut”. */
  readonly textKind?: string;
  readonly [option: string]: unknown;
}

/** What a rule gives back. */
export interface Problem {
  /**
   * Where, in UTF-16 offsets of the block's text, end exclusive. A problem without a place is on the whole document.
   * A rule of scope `document` or `corpus` names the `block` too, and one of scope `corpus` the `text`.
   */
  readonly start?: number;
  readonly end?: number;
  readonly block?: Block;
  readonly text?: Text;
  /** A picture of `text.source.images` that it is on, in place of words. */
  readonly image?: SourceImage;
  /** Swedish, one thought, at most about 15 words: what, what instead, why in half a line. */
  readonly message: string;
  /** What to write instead of what stands there, best first. */
  readonly expected?: string | readonly string[];
  /**
   * What may be done with the first `expected`: `safe` when the sentence stays right in every reading, `suggested` when a
   * writer should look (the default), `no` when it is a hint and not a text to paste.
   */
  readonly fix?: 'safe' | 'suggested' | 'no';
  /** The changes, where they are smaller than the place; without them `expected` replaces all of it. Offsets as `start`. */
  readonly edits?: readonly Edit[];
  /** More than half a line of reason, shown on demand. */
  readonly note?: string;
  /** Other than the rule's own. */
  readonly severity?: Severity;
  /** A source other than the rule's own. */
  readonly source?: string;
}

/** A code rule, as the generated index sees it. */
export interface CodeRule {
  readonly meta: RuleMeta;
  create(data: RuleData, options: RuleOptions): AnyCheck;
}

/** A rule of a run, with what it is made of. */
export interface RuleEntry {
  readonly id: string;
  readonly rule: CodeRule;
  /** The word lists beside it, which are read when they are asked for. */
  readonly data: (core?: LanguageCore) => RuleData;
  /** A rule of the user's own: its README, and the address of it. */
  readonly own?: { readonly readme: string; readonly url: string };
}

/** A change to the original: offsets in UTF-16 units, end exclusive. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Fix {
  readonly kind: 'safe' | 'suggested';
  readonly edits: readonly Edit[];
}

/** The one currency: what a run has found, complete and in the original's own offsets. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  /** Where in the original, UTF-16 offsets; both 0 for a finding on the whole document. */
  readonly start: number;
  readonly end: number;
  /** Whether it is on the document and not on words of it. */
  readonly whole: boolean;
  /** 1-based, columns in UTF-16 units, end exclusive. */
  readonly place: Place;
  /** Where a person finds it, in Swedish, in a document that has no lines: ”under ”Syfte”, stycke 3”. */
  readonly where?: string;
  /** The words at fault, as the original has them. */
  readonly actual: string;
  readonly expected: readonly string[];
  readonly source: string;
  readonly note?: string;
  /** The rule's README. */
  readonly url?: string;
  /** What the rule is called, of a user's own: klarlint's are known by id. */
  readonly title?: string;
  /** Knows the finding again when other parts of the text have changed; two of a rule on the same words of a sentence share it. */
  readonly fingerprint: string;
  readonly fixes: readonly Fix[];
}

export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** An organisation's guideline, resolved: everything it extends and the user's configuration merged in. */
export interface Profile {
  readonly name: string;
  readonly title: string;
  /** Whom its texts are for, the most important first. */
  readonly audience: readonly string[];
  /** Names and terms in their right form, with the forms that are wrong. */
  readonly terms: readonly Term[];
  /** Words that the organisation does not use. */
  readonly avoid: readonly Avoided[];
  /** Words that belong to the organisation's message: exempt from hype and vogue rules. */
  readonly keywords: readonly string[];
  /** Forms that are right here though a rule says otherwise, by rule id. */
  readonly exempt: Readonly<Record<string, readonly string[]>>;
  /** The organisation's own abbreviations, with what they stand for: to be spelled out where they come first. */
  readonly abbreviations: Readonly<Record<string, string>>;
  /** A term that joint communication is to use. */
  readonly umbrellaTerm?: string;
  /** Who pays for a part of the work and is to be named for it: `esf` is Europeiska socialfonden. */
  readonly financing?: 'esf';
  /** The sections that a text has, in order, by kind of text; `|` stands between ways to write one, `*` for any letters. */
  readonly sections: Readonly<Record<string, readonly string[]>>;
  /** What a text must mention, by kind of text, written as `sections`. */
  readonly mentions: Readonly<Record<string, readonly string[]>>;
  /** How the reader is spoken to. */
  readonly address: 'du' | 'ni' | 'none';
  /** What a text is compared with, by kind of text and measure; `default` for kinds that are not named. */
  readonly targets: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface Term {
  readonly use: string;
  /** Forms that are to be flagged; one with a capital letter only in that case. */
  readonly not: readonly string[];
  /** What it was called before: right in texts from, and sentences about, the time before `since`. */
  readonly formerly?: readonly string[];
  /** The day of the change, as 2019-11-27. */
  readonly since?: string;
  readonly note?: string;
}

export interface Avoided {
  /** Forms that are to be flagged, each inflection by itself; one with a capital letter only in that case. */
  readonly not: readonly string[];
  /** What to write for all of them; a list gives one for each form of `not`, in the same order. */
  readonly use?: string | readonly string[];
  /** Why, in half a sentence. */
  readonly reason?: string;
  /** Other than a warning. */
  readonly severity?: Severity;
}

/** What the guideline says that a measure should be at most, for the kind of text at hand; `undefined` when it says nothing. */
export function targetOf({ profile, textKind }: RuleOptions, measure: string): number | undefined {
  return profile.targets[textKind ?? 'default']?.[measure] ?? profile.targets['default']?.[measure];
}
