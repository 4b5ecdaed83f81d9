import { readCore } from '../src/cli/core.ts';
import { settingsOf } from '../src/config/profile.ts';
import { entries } from '../src/generated/rules.ts';
import { Linter, type LintResult } from '../src/lint.ts';
import { carets, WHOLE } from '../src/report/frame.ts';
import { readMarkdown } from '../src/source/markdown.ts';

/** The fenced `klarlint` blocks of a README, with the line on which each begins. */
export function examplesIn(readme: string): { line: number; block: string }[] {
  return [...readme.matchAll(/^(`{3,})klarlint\n([\s\S]*?)^\1$/gmu)].map((match) => ({
    line: readme.slice(0, match.index).split('\n').length,
    block: match[2]!,
  }));
}

/** The document of a block: the block without its carets and messages. */
export function documentOf(block: string): string {
  const lines = block
    .split('\n')
    .filter((line) => !/^[ \t]*\^+ \S/u.test(line) && !line.startsWith(`${WHOLE}: `));
  return lines.join('\n');
}

export function isFlagged(block: string): boolean {
  return documentOf(block) !== block;
}

/** Lints a block's document with only one rule on, under the profile and kind of text that its front matter names. */
export function lintExample(id: string, document: string): LintResult {
  const profile = /^ {2}profile: (\S+)$/mu.exec(document)?.[1] ?? 'klarsprak';
  const textKind = /^ {2}kind: (\S+)$/mu.exec(document)?.[1];
  const settings = settingsOf(profile);
  const own = settings.rules[id] ?? {};
  const entry = entries.find((candidate) => candidate.id === id)!;
  const severity = own.severity && own.severity !== 'off' ? own.severity : entry.rule.meta.severity;
  const off = Object.fromEntries(entries.map((other) => [other.id, { severity: 'off' as const }]));
  return new Linter({
    ...settings,
    core: readCore(),
    ...(textKind && { textKind }),
    rules: { ...off, [id]: { ...own, severity } },
  }).lint(readMarkdown(document));
}

/** The document with the findings written under their lines, as a README shows them. */
export function annotate(document: string, { findings }: LintResult): string {
  const lines = document.split('\n');
  const out: string[] = [];
  lines.forEach((line, index) => {
    out.push(line);
    for (const { whole, place, message } of findings) {
      if (whole || place.line !== index + 1) continue;
      const endColumn = place.endLine > place.line ? line.length + 1 : place.endColumn;
      out.push(`${carets(line, place.column, endColumn)} ${message}`);
    }
  });
  const last = findings.filter(({ whole }) => whole).map(({ message }) => `${WHOLE}: ${message}`);
  if (last.length > 0) out.splice(out.at(-1) === '' ? -1 : out.length, 0, ...last);
  return out.join('\n');
}
