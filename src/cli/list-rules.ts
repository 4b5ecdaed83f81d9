import { resolve } from 'node:path';
import { entries } from '../generated/rules.ts';
import type { Settings } from '../lint.ts';
import { SEVERITY_WORD } from '../report/severity.ts';
import type { Style } from '../report/style.ts';
import { count } from '../report/wording.ts';
import type { Severity } from '../rule.ts';
import { cascadeFor } from './configuration.ts';
import type { LintOptions } from './lint.ts';
import { styleFor } from './terminal.ts';

const WIDEST_WORD = 'varning'.length;

/** Shows all rules by group, each as it would be for a draft in the folder the user stands in. */
export async function listRules(options: LintOptions, env = process.env): Promise<number> {
  const settings = await cascadeFor(options, env).settingsFor(resolve('utkast.md'));
  const style = styleFor(process.stdout, options, env);
  const all = [...entries, ...settings.ownRules];
  const widest = Math.max(...all.map(({ id }) => id.length));
  const groups = new Map<string, string[]>();
  for (const { id, rule } of all) {
    const level = severityOf(id, rule.meta, settings);
    const word = paint(level, style)((level === 'off' ? 'av' : SEVERITY_WORD[level]).padEnd(WIDEST_WORD));
    const group = id.slice(0, id.indexOf('/'));
    const line = `  ${id.padEnd(widest)}  ${word}  ${rule.meta.title}`;
    groups.set(group, [...(groups.get(group) ?? []), line]);
  }
  for (const [group, lines] of groups) process.stdout.write(`${style.bold(group)}\n${lines.join('\n')}\n\n`);
  const { title, audience } = settings.profile;
  if (audience.length > 0) process.stdout.write(style.dim(`Läsare: ${audience.join(', ')}\n`));
  process.stdout.write(
    style.dim(
      `${count(all.length, 'regel', 'regler')} med profilen ${title}. Läs om en: klarlint explain REGEL\n`,
    ),
  );
  return 0;
}

function severityOf(
  id: string,
  meta: { readonly severity: Severity; readonly off?: boolean },
  { rules }: Settings,
): Severity | 'off' {
  return rules[id]?.severity ?? (meta.off ? 'off' : meta.severity);
}

function paint(level: Severity | 'off', style: Style): (text: string) => string {
  return { error: style.red, warning: style.yellow, info: style.cyan, off: style.dim }[level];
}
