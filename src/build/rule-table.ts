import type { RuleFolder } from './rule-folders.ts';

/** `RULES.md`: all rules by group, for the package. */
export function ruleTable(rules: readonly RuleFolder[]): string {
  const groups = new Map<string, RuleFolder[]>();
  for (const rule of rules) {
    const group = rule.id.split('/')[0]!;
    groups.set(group, [...(groups.get(group) ?? []), rule]);
  }
  const parts = [...groups].map(([group, members]) =>
    [`## ${group}`, '', '| regel | vad den hittar |', '|---|---|', ...members.map(row), ''].join('\n'),
  );
  return `# Alla regler\n\n${parts.join('\n')}`;
}

function row({ id, title }: RuleFolder): string {
  return `| [${id}](rules/${id}/README.md) | ${title} |`;
}
