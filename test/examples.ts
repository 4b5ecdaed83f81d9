import { readCore } from '../src/cli/core.ts';
import { DEFAULT_PROFILE, settingsOf } from '../src/config/profile.ts';
import { entries } from '../src/generated/rules.ts';
import { Linter, type LintResult } from '../src/lint.ts';
import { statedIn } from '../src/report/examples.ts';
import { readMarkdown } from '../src/source/markdown.ts';

/** Lints an example's document with only one rule on, under the profile and kind of text that its front matter names. */
export function lintExample(id: string, document: string): LintResult {
  const { profile = DEFAULT_PROFILE, textKind } = statedIn(document);
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
