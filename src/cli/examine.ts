import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Cascade } from '../config/cascade.ts';
import { draftOf } from '../config/draft.ts';
import type { Configured } from '../config/layer.ts';
import { type FixKind, fixUntilStable } from '../fix.ts';
import { gateFindings } from '../gate.ts';
import { Linter, type LintResult, type RuleSetting, type Settings } from '../lint.ts';
import { targetsOf } from '../report/report.ts';
import { type Finding, type Sentence, Text } from '../rule.ts';
import type { SourceDocument } from '../source/document.ts';
import type { Suppressed } from '../suppress.ts';
import type { Cache, CacheOptions } from './cache.ts';
import { cascadeFor, type ConfigOptions } from './configuration.ts';
import { coreWith } from './core.ts';
import { packageFolder } from './home.ts';
import { type Content, sourceOf, UnreadableError } from './read-file.ts';
import { type RuleChoice, rulesNamed } from './rule-choice.ts';

/** How texts are to be linted. */
export interface ExamineOptions extends ConfigOptions, CacheOptions, RuleChoice {
  /** Which fixes to make. */
  readonly fix?: FixKind | undefined;
  readonly reportUnusedDisables?: boolean;
  /** Is told how long each rule took. */
  readonly timing?: Settings['timing'];
}

/** A text with what it is to be linted with. */
export interface Prepared {
  readonly path: string;
  readonly text: string;
  readonly source: SourceDocument;
  readonly settings: Configured;
  readonly linter: Linter;
  /** The sentences that are not to be told of. */
  readonly known: ReadonlySet<string> | undefined;
}

const CANNOT_MEND =
  'klarlint skriver inte i sådana dokument med --fix. I Word-filer: använd --track-changes eller --annotate.';

/** What was found in a text: plain data, that can be kept and sent. */
export interface Examined {
  /** The text with fixes made; the findings are those of it. */
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly measures: LintResult['measures'];
  readonly notes: readonly string[];
  readonly failures: readonly { readonly ruleId: string; readonly error: string }[];
  readonly targets: Readonly<Record<string, number>>;
  /** How many fixes were made. */
  readonly mended: number;
}

/** Of a document that is no text file the text alone does not tell what it is. */
function identityOf({ text, source }: Pick<Content, 'text' | 'source'>): string {
  return source ? JSON.stringify([text, source.blocks]) : text;
}

function sentencesOf(source: SourceDocument): ReadonlySet<string> {
  return new Set(new Text(source, []).sentences.map(wordsOf));
}

/** Those findings that lie in other sentences than those that are known. */
function inNewSentences({ findings, text }: LintResult, known: ReadonlySet<string>): Finding[] {
  const added = text.sentences
    .filter((sentence) => !known.has(wordsOf(sentence)))
    .map(({ block, start, end }) => {
      const { offsets } = block.source;
      return { start: offsets.start(start), end: offsets.end(end) };
    });
  return findings.filter(
    ({ start, end, whole }) => !whole && added.some((one) => one.start < end && start < one.end),
  );
}

function wordsOf({ block, start, end }: Sentence): string {
  return block.text.slice(start, end).replace(/\s+/gu, ' ');
}

/** Lints texts, each with the configuration of its place. Linters are made once for each configuration. */
export class Examiner {
  readonly #options: ExamineOptions;
  readonly #cascade: Cascade;
  readonly #linters = new Map<Configured, Promise<Linter>>();
  readonly #env: NodeJS.ProcessEnv;
  readonly #rulesUrl = pathToFileURL(join(packageFolder(), 'rules/')).href;
  #cache: Promise<Cache> | undefined;

  /** Throws a `UsageError` when an option names a profile or a file that does not exist. */
  constructor(options: ExamineOptions, env: NodeJS.ProcessEnv) {
    this.#options = options;
    this.#env = env;
    this.#cascade = cascadeFor(options, env);
  }

  /** The file of configuration that says that a path is not to be linted; nothing when none does. Throws as `examine` does. */
  ignoredBy(path: string): Promise<string | undefined> {
    return this.#cascade.ignoredBy(path);
  }

  /**
   * Throws a `ConfigError` when the configuration for the path is wrong. With `before`, what the text said once, only
   * findings in sentences that it did not have are given.
   */
  async examine(path: string, content: Pick<Content, 'text' | 'source'>, before?: string): Promise<Examined> {
    const cache = before === undefined ? await this.#openCache() : undefined;
    if (!cache) return this.#examineAnew(path, content, before);
    const key = await this.#keyOf(path, content, cache);
    const known = cache.read(path, key);
    if (known) return { ...known, text: content.text };
    const examined = await this.#examineAnew(path, content);
    // What broke may not break again, and is to be told of until it is mended.
    if (examined.failures.length === 0) cache.write(path, key, examined);
    return examined;
  }

  /** What an earlier run found in a text, if it kept that and nothing has changed. Throws as `examine` does. */
  async recall(path: string, content: Pick<Content, 'text' | 'source'>): Promise<Examined | undefined> {
    const cache = await this.#openCache();
    const known = cache?.read(path, await this.#keyOf(path, content, cache));
    return known && { ...known, text: content.text };
  }

  async #keyOf(path: string, content: Pick<Content, 'text' | 'source'>, cache: Cache): Promise<string> {
    return cache.key(path, await this.#cascade.identityFor(path), identityOf(content));
  }

  /** Whether what is found is kept for later runs, and what they kept is looked up. */
  get keeps(): boolean {
    const { cache, cacheLocation, fix } = this.#options;
    return (cache || cacheLocation !== undefined) && !fix;
  }

  async #openCache(): Promise<Cache | undefined> {
    if (!this.keeps) return undefined;
    const { profile, rule, only, skip, reportUnusedDisables } = this.#options;
    const circumstances = { profile, rule, only, skip, reportUnusedDisables };
    this.#cache ??= import('./cache.ts').then(({ Cache }) => new Cache(this.#options, circumstances));
    return this.#cache;
  }

  async #examineAnew(
    path: string,
    content: Pick<Content, 'text' | 'source'>,
    before?: string,
  ): Promise<Examined> {
    const prepared = await this.prepare(path, content, before);
    const { text, source, linter, known } = prepared;
    const { fix } = this.#options;
    if (fix && content.source) throw new UnreadableError(CANNOT_MEND);
    const lint = async (current: string): Promise<LintResult> => {
      const result = linter.lint(current === text ? source : await sourceOf(path, current));
      return known ? { ...result, findings: inNewSentences(result, known) } : result;
    };
    const fixed = fix
      ? await fixUntilStable(text, lint, fix)
      : { text, mended: [], result: await lint(text) };
    return this.#examined(prepared, fixed.result, fixed.text, fixed.mended.length);
  }

  /** What a text is to be linted with. Throws a `ConfigError` when the configuration for the path is wrong. */
  async prepare(
    path: string,
    { text, source: read }: Pick<Content, 'text' | 'source'>,
    before?: string,
  ): Promise<Prepared> {
    const source = read ?? (await sourceOf(path, text));
    const settings = await this.#cascade.settingsFor(path, await draftOf(source, path));
    const linter = await this.#linterFor(settings);
    const known = before === undefined ? undefined : sentencesOf(await sourceOf(path, before));
    return { path, text, source, settings, linter, known };
  }

  /** What is found in some texts that are looked at together: those with the same configuration are. Nothing is mended. */
  examineTogether(texts: readonly Prepared[]): readonly Examined[] {
    const results = new Map<Prepared, LintResult>();
    for (const linter of new Set(texts.map((one) => one.linter))) {
      const group = texts.filter((one) => one.linter === linter);
      for (const [at, result] of linter.lintTogether(group.map(({ source }) => source)).entries())
        results.set(group[at]!, result);
    }
    return texts.map((one) => {
      const result = results.get(one)!;
      const { known, text } = one;
      return this.#examined(
        one,
        known ? { ...result, findings: inNewSentences(result, known) } : result,
        text,
        0,
      );
    });
  }

  #examined({ settings }: Prepared, result: LintResult, text: string, mended: number): Examined {
    if (this.#env['KLARLINT_DEBUG']) for (const { error } of result.failures) console.error(error);
    return {
      text,
      findings: [...this.#withComments(result), ...gateFindings(result.text, settings.gate)],
      suppressed: result.suppressed,
      measures: result.measures,
      notes: result.notes,
      failures: result.failures.map(({ ruleId, error }) => ({ ruleId, error: String(error) })),
      targets: targetsOf(settings),
      mended,
    };
  }

  /** Comments that name no rule are always told of: they don't do what the writer thinks. */
  #withComments({ findings, comments }: LintResult): readonly Finding[] {
    const told = this.#options.reportUnusedDisables
      ? comments
      : comments.filter(({ ruleId }) => ruleId === 'suppression/unknown-rule');
    if (told.length === 0) return findings;
    return [...findings, ...told].sort((a, b) => Number(a.whole) - Number(b.whole) || a.start - b.start);
  }

  #linterFor(settings: Configured): Promise<Linter> {
    const known = this.#linters.get(settings);
    if (known) return known;
    const { timing } = this.#options;
    const rules: Record<string, RuleSetting> = { ...settings.rules };
    for (const [id, severity] of rulesNamed(this.#options, settings.ownRules))
      rules[id] = { ...rules[id], severity };
    const linter = coreWith(settings.vocabulary).then(
      (core) => new Linter({ ...settings, rules, rulesUrl: this.#rulesUrl, core, ...(timing && { timing }) }),
    );
    this.#linters.set(settings, linter);
    return linter;
  }
}
