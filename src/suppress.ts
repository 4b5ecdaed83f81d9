import { fingerprint } from './fingerprint.ts';
import { didYouMean } from './nearest.ts';
import type { Finding, Text } from './rule.ts';
import type { SourceBlock, SourceComment, SourceDocument } from './source/document.ts';

/** A finding that a comment in the text has taken away, with the writer's reason. */
export interface Suppressed {
  readonly finding: Finding;
  readonly reason?: string;
}

export interface Suppression {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  /** What is wrong with the comments themselves: one that names no rule of ours, does nothing or gives no reason. */
  readonly comments: readonly Finding[];
}

/** The rules that a comment may name. */
export interface KnownRules {
  readonly ids: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
}

/** Some rules by what a comment may call them. */
export function knownRules(rules: readonly { readonly id: string }[]): KnownRules {
  return {
    ids: new Set(rules.map(({ id }) => id)),
    groups: new Set(rules.map(({ id }) => id.slice(0, id.indexOf('/')))),
  };
}

/** `<!-- klarlint-disable-next words/hype -- det är kampanjens namn -->` */
const DIRECTIVE =
  /^\s*klarlint-(disable-next|disable-file|disable|enable)(?![\w-])(.*?)(?:\s--\s+(.*?))?\s*$/su;

/** What a comment takes away: findings of some rules (of all when none is named) in a stretch of the text. */
interface Disable {
  readonly comment: SourceComment;
  /** Ids of rules, or the names of groups; empty for all rules. */
  readonly rules: readonly string[];
  readonly reason: string;
  readonly used: Set<string>;
}

interface Stretch {
  readonly disable: Disable;
  /** The rule or group that it is for; `*` for all. */
  readonly rule: string;
  readonly start: number;
  end: number;
  /** Whether findings on the document as a whole are meant too. */
  readonly whole: boolean;
  /** Rules and groups that a later comment has turned on again, with where. */
  readonly enabled: Map<string, number>;
}

/**
 * Takes away the findings that comments in the text say are to be let be. `klarlint-disable` holds until
 * `klarlint-enable` or the end, `-next` for the next block (a list or a table is one), `-file` for the document.
 */
export function suppress(findings: readonly Finding[], text: Text, known: KnownRules): Suppression {
  const { disables, stretches, unknown } = read(text.source, known);
  if (disables.length === 0 && unknown.length === 0) return { findings, suppressed: [], comments: [] };
  const kept: Finding[] = [];
  const suppressed: Suppressed[] = [];
  for (const finding of findings) {
    const stretch = stretches.find((one) => covers(one, finding));
    if (!stretch) {
      kept.push(finding);
      continue;
    }
    const { disable, rule } = stretch;
    disable.used.add(rule);
    suppressed.push({ finding, ...(disable.reason && { reason: disable.reason }) });
  }
  const comments = [
    ...unknown.map(({ comment, rule }) =>
      about(comment, text, 'suppression/unknown-rule', unknownRule(rule, known)),
    ),
    ...disables.flatMap((disable) => faultsOf(disable, text)),
  ].sort((a, b) => a.start - b.start);
  return { findings: kept, suppressed, comments };
}

function read(
  source: SourceDocument,
  { ids, groups }: KnownRules,
): {
  disables: Disable[];
  stretches: Stretch[];
  unknown: { comment: SourceComment; rule: string }[];
} {
  const disables: Disable[] = [];
  const stretches: Stretch[] = [];
  const unknown: { comment: SourceComment; rule: string }[] = [];
  const isKnown = (rule: string): boolean => ids.has(rule) || groups.has(rule);
  const firstBlock = source.blocks[0] ? startOf(source.blocks[0]) : 0;
  for (const comment of source.comments ?? []) {
    const match = DIRECTIVE.exec(comment.text);
    if (!match) continue;
    const [, kind, names, reason = ''] = match;
    const named = names!.split(/[\s,]+/u).filter((name) => name !== '');
    const rules = named.filter(isKnown);
    for (const rule of named) if (!isKnown(rule)) unknown.push({ comment, rule });
    // A comment that names only what does not exist must not silence everything.
    if (named.length > 0 && rules.length === 0) continue;
    if (kind === 'enable') {
      for (const one of stretches) {
        if (one.end !== Number.POSITIVE_INFINITY) continue;
        if (rules.length === 0 || rules.includes(one.rule)) one.end = comment.start;
        else for (const rule of rules) one.enabled.set(rule, comment.start);
      }
      continue;
    }
    const disable: Disable = { comment, rules, reason, used: new Set() };
    disables.push(disable);
    const [start, end, whole] =
      kind === 'disable-file'
        ? ([0, Number.MAX_SAFE_INTEGER, true] as const)
        : kind === 'disable-next'
          ? ([...nextBlock(source.blocks, comment.end), false] as const)
          : ([comment.start, Number.POSITIVE_INFINITY, comment.start <= firstBlock] as const);
    for (const rule of rules.length > 0 ? rules : ['*'])
      stretches.push({ disable, rule, start, end, whole, enabled: new Map() });
  }
  return { disables, stretches, unknown };
}

function unknownRule(rule: string, { ids }: KnownRules): string {
  return `Regeln ”${rule}” finns inte. ${didYouMean(rule, [...ids]) ?? 'Kör ”klarlint rules” för att se alla.'}`;
}

/** The stretch of the first block after a place; of a list or a table all of it. */
function nextBlock(blocks: readonly SourceBlock[], after: number): readonly [start: number, end: number] {
  const at = blocks.findIndex((block) => startOf(block) >= after);
  if (at < 0) return [after, after];
  const first = blocks[at]!;
  let last = at;
  const goesOn = (next: SourceBlock | undefined): boolean =>
    next !== undefined &&
    next.kind === first.kind &&
    (first.kind === 'table-cell' || (first.kind === 'list-item' && next.item?.list === first.item?.list));
  while (goesOn(blocks[last + 1])) last++;
  const { offsets, text } = blocks[last]!;
  return [startOf(first), offsets.end(text.length)];
}

function startOf({ offsets }: SourceBlock): number {
  return offsets.start(0);
}

function covers({ rule, start, end, whole, enabled }: Stretch, finding: Finding): boolean {
  const { ruleId } = finding;
  const group = ruleId.slice(0, ruleId.indexOf('/'));
  if (rule !== '*' && rule !== ruleId && rule !== group) return false;
  if (finding.whole) return whole && end >= Number.MAX_SAFE_INTEGER;
  const until = Math.min(end, enabled.get(ruleId) ?? end, enabled.get(group) ?? end);
  return finding.start >= start && finding.start < until;
}

function faultsOf(disable: Disable, text: Text): Finding[] {
  const { comment, rules, reason, used } = disable;
  const faults: Finding[] = [];
  const unused = rules.length > 0 ? rules.filter((rule) => !used.has(rule)) : used.size > 0 ? [] : ['*'];
  const all = unused.length === Math.max(rules.length, 1);
  if (unused.length > 0) {
    const what = rules.length === 0 || all ? 'Kommentaren' : `”${unused.join('”, ”')}”`;
    faults.push(
      about(
        comment,
        text,
        'suppression/unused',
        `${what} tystar ingenting. Ta bort ${all ? 'den' : 'namnet'}.`,
        all,
      ),
    );
  }
  if (reason === '')
    faults.push(
      about(
        comment,
        text,
        'suppression/without-reason',
        'Skriv varför efter två streck: <!-- klarlint-disable … -- skäl -->.',
      ),
    );
  return faults;
}

/** A finding on a comment itself. `struck` offers to take the comment away. */
function about(comment: SourceComment, text: Text, ruleId: string, message: string, struck = false): Finding {
  const { start, end } = comment;
  const first = text.point(start);
  const last = text.point(end);
  const actual = text.source.text.slice(start, end);
  return {
    ruleId,
    severity: 'warning',
    message,
    start,
    end,
    whole: false,
    place: { line: first.line, column: first.column, endLine: last.line, endColumn: last.column },
    actual,
    expected: [],
    source: 'klarlint',
    fingerprint: fingerprint(ruleId, actual, message),
    fixes: struck ? [{ kind: 'suggested', edits: [{ start, end, text: '' }] }] : [],
  };
}
