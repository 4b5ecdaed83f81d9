import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean } from '../nearest.ts';
import { entries } from '../generated/rules.ts';
import { SEVERITY_WORD } from '../report/severity.ts';
import { showReadme } from '../report/readme.ts';
import { packageFolder } from './home.ts';
import { type ColourWish, styleFor, widthFor } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** Lines longer than this are hard to read. */
const WIDEST = 88;

/** Shows what a rule is for. A rule may be named by its last part where that is enough. Throws a `UsageError`. */
export function explain(name: string, options: ColourWish, env = process.env): number {
  const wanted = name.toLowerCase().replace(/\/$/u, '');
  const found = entries.filter(({ id }) => id === wanted || id.endsWith(`/${wanted}`));
  if (found.length !== 1) {
    const ids = entries.map(({ id }) => id);
    const cure = didYouMean(wanted, ids) ?? 'Kör ”klarlint rules” för att se alla.';
    throw new UsageError(`Regeln ”${name}” finns inte. ${cure}`);
  }
  const [{ id, rule }] = found as [(typeof found)[0]];
  const style = styleFor(process.stdout, options, env);
  const width = Math.min(WIDEST, widthFor(process.stdout, env));
  const readme = readFileSync(join(packageFolder(), 'rules', id, 'README.md'), 'utf8');
  const level = rule.meta.off ? 'avstängd från början' : SEVERITY_WORD[rule.meta.severity];
  process.stdout.write(`${style.dim(`${id} · ${level}`)}\n\n${showReadme(readme, style, width)}`);
  return 0;
}
