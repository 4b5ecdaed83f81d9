import { Calls } from './analyse/calls.ts';
import { documentFingerprint, fingerprint } from './fingerprint.ts';
import { entries } from './generated/rules.ts';
import {
  type AnyCheck,
  type Block,
  type Check,
  type Finding,
  type Fix,
  type LanguageCore,
  type Measures,
  OWN_WORDS,
  type Problem,
  type Profile,
  type RuleEntry,
  type RuleMeta,
  type RuleOptions,
  type Scope,
  type Sentence,
  type Severity,
  Text,
  type Unit,
  zoneBits,
} from './rule.ts';
import type { SourceBlock, SourceDocument } from './source/document.ts';
import { type KnownRules, knownRules, type Suppressed, suppress } from './suppress.ts';

/** What a run has been told: the guideline, and what the configuration says of each rule. */
export interface Settings {
  readonly profile: Profile;
  readonly textKind?: string;
  /** By rule id; a rule that is not named is as its meta says. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Rules of the user's own, beside klarlint's. */
  readonly ownRules?: readonly RuleEntry[];
  /** The dictionaries and the tagger; without them the rules that need them are off. */
  readonly core?: LanguageCore;
  /** The address of the folder that holds the rules' READMEs, with a slash at the end. */
  readonly rulesUrl?: string;
  /** Is told how long each rule took, in milliseconds, again and again. */
  readonly timing?: (ruleId: string, milliseconds: number) => void;
}

export interface RuleSetting {
  readonly severity?: Severity | 'off';
  readonly options?: Readonly<Record<string, unknown>>;
}

/** What is found in one document. */
export interface LintResult {
  /** In the order of the text, those on the whole document last. */
  readonly findings: readonly Finding[];
  /** Those that comments in the text have taken away. */
  readonly suppressed: readonly Suppressed[];
  /** What is wrong with such comments: one that names no rule, does nothing or gives no reason. */
  readonly comments: readonly Finding[];
  readonly measures: Measures;
  /** What a reader should know of the document as such, in Swedish: that it is in another language, say. */
  readonly notes: readonly string[];
  /** Rules that broke on this document, with the error; their findings are left out. */
  readonly failures: readonly { readonly ruleId: string; readonly error: unknown }[];
  readonly text: Text;
}

interface ActiveRule {
  readonly id: string;
  /** The address of its README, for a rule of the user's own. */
  readonly url: string | undefined;
  readonly meta: RuleMeta;
  readonly severity: Severity;
  /** Whether the configuration has decided the severity: then it holds for every finding of the rule. */
  readonly decided: boolean;
  readonly zones: number;
  readonly check: AnyCheck;
  /** Its number among those of the run: of two findings that are equal in all else the first rule's stays. */
  readonly order: number;
}

/** The rules of one scope, to be called by the sentences that concern them. */
class Rules {
  readonly #all: readonly ActiveRule[];
  readonly #calls: Calls;

  constructor(rules: readonly ActiveRule[], scope: Scope) {
    this.#all = rules.filter(({ meta }) => meta.scope === scope);
    this.#calls = new Calls(
      this.#all.map(({ meta, check }) => {
        const words = check.words ?? meta.words;
        return { ...(words && { words }), ...(meta.signs && { signs: meta.signs }) };
      }),
    );
  }

  /** Those that the words and signs of some sentences call for. */
  calledBy(sentences: readonly Sentence[]): readonly ActiveRule[] {
    return this.#calls.in(sentences).map((index) => this.#all[index]!);
  }
}

function severityOf(problem: Problem, rule: ActiveRule): Severity {
  return rule.decided ? rule.severity : (problem.severity ?? rule.severity);
}

/** Groups that look at words one by one: in a text that scanning has damaged they would only find the damage. */
const NOT_IN_DAMAGED_TEXT = new Set(['words', 'sentence', 'tone', 'spelling', 'readability', 'inclusive']);

/**
 * The walk: source → parse → analyse → rules → findings. Made once for a set of settings; then any number of documents.
 * Throws an `Error` when the data of a rule is wrong.
 */
export class Linter {
  readonly #settings: Settings;
  readonly #names: readonly string[];
  readonly #sentenceRules: Rules;
  readonly #paragraphRules: Rules;
  readonly #documentRules: readonly ActiveRule[];
  readonly #corpusRules: readonly ActiveRule[];
  readonly #needsCore: boolean;
  readonly #known: KnownRules;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#names = settings.profile.terms.map(({ use }) => use);
    const all = [...entries, ...(settings.ownRules ?? [])];
    this.#known = knownRules(all);
    const rules = all.flatMap((entry, order) => activate(entry, order, settings));
    this.#sentenceRules = new Rules(rules, 'sentence');
    this.#paragraphRules = new Rules(rules, 'paragraph');
    this.#documentRules = rules.filter(({ meta }) => meta.scope === 'document');
    this.#corpusRules = rules.filter(({ meta }) => meta.scope === 'corpus');
    this.#needsCore = rules.some(({ meta }) => meta.needsCore);
  }

  /**
   * Finds what the rules find in one document. Never throws: a rule that breaks is named in `failures`. With a `memory` of
   * an earlier version of the document, what holds within a block that says the same is not found again; the memory must
   * come from this linter.
   */
  lint(source: SourceDocument, memory?: Memory): LintResult {
    const text = this.#textOf(source, memory);
    return this.#lint(text, memory, this.#findTogether([text]));
  }

  /** Finds what the rules find in each of some documents, and what they only show together. Never throws. */
  lintTogether(sources: readonly SourceDocument[]): readonly LintResult[] {
    const texts = sources.map((source) => this.#textOf(source));
    const together = this.#findTogether(
      texts.filter(({ language, damaged }) => language === 'sv' && !damaged),
    );
    return texts.map((text) => this.#lint(text, undefined, together));
  }

  #textOf(source: SourceDocument, memory?: Memory): Text {
    return new Text(source, this.#names, this.#settings.core, memory && ((block) => memory.take(block)));
  }

  /** What the rules of scope `corpus` find in some documents. */
  #findTogether(texts: readonly Text[]): Together {
    const together: Together = {
      found: new Map(texts.map((text) => [text, []])),
      failures: new Map(),
    };
    for (const rule of this.#corpusRules) {
      if (texts.length === 1 && texts[0]!.language !== 'sv') break;
      try {
        for (const problem of this.#timed(rule, texts))
          keep(rule, problem, problem.block, together.found.get(problem.text ?? texts[0]!)!);
      } catch (error) {
        together.failures.set(rule, error);
      }
    }
    return together;
  }

  /** What a rule finds; with how long it took told of. */
  #timed(rule: ActiveRule, unit: Unit[Scope]): Iterable<Problem> {
    // A rule is handed what its scope says: `Rules` has seen to it.
    const check = rule.check as Check<Scope>;
    const { timing } = this.#settings;
    if (!timing) return check(unit as never);
    const start = performance.now();
    const problems = [...check(unit as never)];
    timing(rule.id, performance.now() - start);
    return problems;
  }

  #lint(text: Text, memory: Memory | undefined, together: Together): LintResult {
    if (text.language !== 'sv') {
      const note = 'Texten är mest på ett annat språk än svenska och har inte granskats.';
      return {
        findings: [],
        suppressed: [],
        comments: [],
        measures: text.measures,
        notes: [note],
        failures: [],
        text,
      };
    }
    const found = together.found.get(text) ?? [];
    const failures = new Map(together.failures);
    const run = (rule: ActiveRule, unit: Unit[Scope], block?: Block): void => {
      if (failures.has(rule)) return;
      if (text.damaged && !rule.meta.inDamagedText && NOT_IN_DAMAGED_TEXT.has(groupOf(rule.id))) return;
      try {
        const problems = this.#timed(rule, unit);
        // Most find nothing, and say so with a list: that takes no iterator.
        if (Array.isArray(problems) && problems.length === 0) return;
        for (const problem of problems) keep(rule, problem, block ?? problem.block, found);
      } catch (error) {
        failures.set(rule, error);
      }
    };
    // Tagged in one go, as long as the tagger's model is in the processor's cache.
    if (this.#needsCore) for (const sentence of text.sentences) sentence.readings;
    for (const block of text.blocks) {
      const known = memory?.found(block, text.damaged);
      if (known) {
        for (const one of known) found.push(one);
        continue;
      }
      const before = found.length;
      for (const sentence of block.sentences) {
        for (const rule of this.#sentenceRules.calledBy([sentence])) run(rule, sentence, block);
      }
      for (const rule of this.#paragraphRules.calledBy(block.sentences)) run(rule, block, block);
      memory?.keep(block, found.slice(before), text.damaged);
    }
    for (const rule of this.#documentRules) run(rule, text);
    memory?.turn(failures.size > 0 ? [] : text.blocks);
    const settled = settle(found.filter(({ rule }) => !failures.has(rule))).map((one) =>
      this.#finding(one, text),
    );
    if (text.source.images?.length) settled.sort(byPlace);
    return {
      ...suppress(settled, text, this.#known),
      measures: text.measures,
      notes: [],
      failures: [...failures].map(([{ id: ruleId }, error]) => ({ ruleId, error })),
      text,
    };
  }

  #finding(found: Found, text: Text): Finding {
    const { rule, problem, block, start, end } = found;
    const { rulesUrl } = this.#settings;
    const url = rule.url ?? (rulesUrl && `${rulesUrl}${rule.id}/README.md`);
    const expected = problem.expected === undefined ? [] : [problem.expected].flat();
    const { image } = problem;
    const from = image?.start ?? block?.source.offsets.start(start) ?? 0;
    const to = image?.end ?? block?.source.offsets.end(end) ?? 0;
    if (block)
      found.fingerprint ??= fingerprint(
        rule.id,
        sentencesAround(block, start, end),
        block.source.text.slice(start, end),
      );
    const first = text.point(from);
    const last = text.point(to);
    const actual = text.source.text.slice(from, to);
    return {
      ruleId: rule.id,
      severity: severityOf(problem, rule),
      message: problem.message,
      start: from,
      end: to,
      whole: block === undefined && image === undefined,
      place: { line: first.line, column: first.column, endLine: last.line, endColumn: last.column },
      ...(text.source.where && block && { where: text.source.where(from) }),
      actual,
      expected,
      source: problem.source ?? rule.meta.source,
      ...(problem.note && { note: problem.note }),
      ...(url !== undefined && { url }),
      ...(rule.url !== undefined && { title: rule.meta.title }),
      fingerprint:
        found.fingerprint ??
        (image ? fingerprint(rule.id, image.url, image.alt) : documentFingerprint(rule.id, problem.message)),
      fixes: block ? fixesOf(problem, expected, block, start, end, actual) : [],
    };
  }
}

/** What a linter remembers of the version of a document that it saw last: its blocks, and what was found within each. */
export class Memory {
  /** By their text: a document may say the same twice. */
  #blocks = new Map<string, Block[]>();
  readonly #found = new WeakMap<Block, { readonly found: readonly Found[]; readonly damaged: boolean }>();

  /** A block that says the same, once. */
  take(source: SourceBlock): Block | undefined {
    const alike = this.#blocks.get(source.text);
    const at = alike?.findIndex((block) => saysTheSame(block.source, source)) ?? -1;
    return at < 0 ? undefined : alike!.splice(at, 1)[0];
  }

  /** What was found within a block. */
  found(block: Block, damaged: boolean): readonly Found[] | undefined {
    const known = this.#found.get(block);
    return known?.damaged === damaged ? known.found : undefined;
  }

  keep(block: Block, found: readonly Found[], damaged: boolean): void {
    this.#found.set(block, { found, damaged });
  }

  /** From here on these are the blocks of the document. */
  turn(blocks: readonly Block[]): void {
    this.#blocks = new Map();
    for (const block of blocks) {
      const alike = this.#blocks.get(block.text);
      if (alike) alike.push(block);
      else this.#blocks.set(block.text, [block]);
    }
  }
}

/** Whether two blocks with the same text are the same in all else that rules on sentences and paragraphs see of them. */
function saysTheSame(a: SourceBlock, b: SourceBlock): boolean {
  return (
    a.kind === b.kind &&
    a.depth === b.depth &&
    a.quoted === b.quoted &&
    (a.item === undefined) === (b.item === undefined) &&
    a.spans.length === b.spans.length &&
    a.spans.every((span, i) => {
      const other = b.spans[i]!;
      return (
        span.kind === other.kind &&
        span.start === other.start &&
        span.end === other.end &&
        span.url === other.url
      );
    })
  );
}

/** What rules of scope `corpus` have found, in any of the documents they saw. */
interface Together {
  /** By the document that it is in. */
  readonly found: Map<Text, Found[]>;
  readonly failures: Map<ActiveRule, unknown>;
}

/** A problem with its rule and its place in a block; without a block it is on the document. */
export interface Found {
  readonly rule: ActiveRule;
  readonly problem: Problem;
  readonly block: Block | undefined;
  readonly start: number;
  readonly end: number;
  /** Whether it covers a sentence or more: it does not compete with findings on words. */
  readonly broad: boolean;
  /** Computed once, when it is reported: a memory may keep it through many versions. */
  fingerprint?: string;
}

function groupOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

function activate({ id, rule, data, own }: RuleEntry, order: number, settings: Settings): ActiveRule[] {
  const { meta, create } = rule;
  const setting = settings.rules[id] ?? {};
  const severity = setting.severity ?? (meta.off ? 'off' : meta.severity);
  if (severity === 'off' || (meta.needsCore && !settings.core)) return [];
  const options: RuleOptions = {
    ...meta.options,
    ...setting.options,
    profile: settings.profile,
    ...(settings.textKind && { textKind: settings.textKind }),
  };
  const zones = zoneBits(meta.zones ?? OWN_WORDS);
  return [
    {
      id,
      url: own?.url,
      meta,
      severity,
      decided: setting.severity !== undefined,
      order,
      zones,
      check: create(data(settings.core), options),
    },
  ];
}

/** Adds a problem unless it lies in a zone that the rule does not read. */
function keep(rule: ActiveRule, problem: Problem, block: Block | undefined, found: Found[]): void {
  const { start, end } = problem;
  if (start === undefined || end === undefined || !block) {
    found.push({ rule, problem, block: undefined, start: 0, end: 0, broad: true });
    return;
  }
  const touched = touchedBy(block.sentences, start, end);
  const broad = touched.length > 0 && touched.every((sentence) => covers(start, end, sentence));
  const readable = touched.every((sentence) =>
    broad
      ? (sentence.zones & ~rule.zones) === 0
      : touchedBy(sentence.tokens, start, end).every((token) => (token.zones & ~rule.zones) === 0),
  );
  if (readable) found.push({ rule, problem, block, start, end, broad });
}

function covers(start: number, end: number, sentence: Sentence): boolean {
  return start <= sentence.start && end >= sentence.end && sentence.words.length > 1;
}

/** Those of an ordered list of stretches that share a character with `start`–`end`. */
function touchedBy<T extends { readonly start: number; readonly end: number }>(
  stretches: readonly T[],
  start: number,
  end: number,
): readonly T[] {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < stretches.length && stretches[last]!.start < end) last++;
  return stretches.slice(low, last);
}

/** The sentences that a stretch of a block lies in. */
function sentencesAround({ sentences, source }: Block, start: number, end: number): string {
  const touched = touchedBy(sentences, start, end);
  return source.text.slice(touched[0]?.start ?? start, touched.at(-1)?.end ?? end);
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** One finding a span: of those that overlap the longest stays, then the most severe, then the first rule's. */
function settle(found: Found[]): Found[] {
  const kept: Found[] = [];
  const ordered = found.toSorted(
    (a, b) =>
      indexOf(a) - indexOf(b) ||
      Number(a.broad) - Number(b.broad) ||
      a.start - b.start ||
      a.rule.order - b.rule.order,
  );
  let cluster: Found[] = [];
  let reach = 0;
  for (const one of ordered) {
    const last = cluster.at(-1);
    if (last && (last.block !== one.block || last.broad !== one.broad || one.start >= reach || !one.block)) {
      kept.push(...strongest(cluster));
      cluster = [];
      reach = 0;
    }
    cluster.push(one);
    reach = Math.max(reach, one.end);
  }
  kept.push(...strongest(cluster));
  return kept.sort((a, b) => indexOf(a) - indexOf(b) || a.start - b.start || b.end - a.end);
}

/** The findings of a cluster that stay; the order of the rules settles what length and severity do not. */
function strongest(cluster: Found[]): Found[] {
  if (cluster.length < 2) return cluster;
  const severity = ({ rule, problem }: Found): number => RANK[severityOf(problem, rule)];
  const kept: Found[] = [];
  for (const one of cluster.toSorted(
    (a, b) => b.end - b.start - (a.end - a.start) || severity(a) - severity(b),
  )) {
    if (!kept.some((other) => other.start < one.end && one.start < other.end)) kept.push(one);
  }
  return kept;
}

/** In the order of the text, those on the whole document last; what is at one place keeps its order. */
function byPlace(a: Finding, b: Finding): number {
  return Number(a.whole) - Number(b.whole) || a.start - b.start;
}

/** The number of the block; what is on the whole document comes last. */
function indexOf({ block }: Found): number {
  return block?.index ?? Number.MAX_SAFE_INTEGER;
}

function fixesOf(
  problem: Problem,
  expected: readonly string[],
  block: Block,
  start: number,
  end: number,
  actual: string,
): Fix[] {
  const kind = problem.fix ?? 'suggested';
  if (kind === 'no') return [];
  const { offsets } = block.source;
  if (problem.edits) {
    const edits = problem.edits.map((edit) => ({
      start: offsets.start(edit.start),
      end: offsets.end(edit.end),
      text: edit.text,
    }));
    return [{ kind, edits }];
  }
  // Markup inside the words would be lost with them: that is for the writer to judge.
  const plain = actual === block.text.slice(start, end);
  return expected.map((text, i) => ({
    kind: i === 0 && plain ? kind : 'suggested',
    edits: [{ start: offsets.start(start), end: offsets.end(end), text }],
  }));
}
