import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { didYouMean } from '../nearest.ts';
import { entries } from '../generated/rules.ts';
import { SEVERITY_WORD } from '../report/severity.ts';
import { showReadme } from '../report/readme.ts';
import type { RuleEntry } from '../rule.ts';
import { cascadeFor } from './configuration.ts';
import { packageFolder } from './home.ts';
import type { LintOptions } from './lint.ts';
import { styleFor, widthFor } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** Lines longer than this are hard to read. */
const WIDEST = 88;

/** Shows what a rule is for, one of the user's own too. A rule may be named by its last part where that is enough. Throws a `UsageError`. */
export async function explain(name: string, options: LintOptions, env = process.env): Promise<number> {
  const wanted = name.toLowerCase().replace(/\/$/u, '');
  const named = ({ id }: RuleEntry): boolean => id === wanted || id.endsWith(`/${wanted}`);
  let found = entries.filter(named);
  if (found.length === 0) {
    const { ownRules } = await cascadeFor(options, env).settingsFor(resolve('utkast.md'));
    found = ownRules.filter(named);
  }
  if (found.length !== 1) {
    const ids = entries.map(({ id }) => id);
    const cure = didYouMean(wanted, ids) ?? 'Kör ”klarlint rules” för att se alla.';
    throw new UsageError(`Regeln ”${name}” finns inte. ${cure}`);
  }
  const [{ id, rule, own }] = found as [(typeof found)[0]];
  const style = styleFor(process.stdout, options, env);
  const width = Math.min(WIDEST, widthFor(process.stdout, env));
  const readme = own
    ? own.readme || `# ${rule.meta.title}\n\nRegeln har ingen README.md.\n`
    : readFileSync(join(packageFolder(), 'rules', id, 'README.md'), 'utf8');
  const level = rule.meta.off ? 'avstängd från början' : SEVERITY_WORD[rule.meta.severity];
  process.stdout.write(`${style.dim(`${id} · ${level}`)}\n\n${showReadme(readme, style, width)}`);
  return 0;
}
