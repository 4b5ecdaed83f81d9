import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean } from '../nearest.ts';
import { showReadme } from '../report/readme.ts';
import { packageFolder } from './home.ts';
import { type ColourWish, styleFor, widthFor } from './terminal.ts';
import { TOPICS } from './topics.ts';
import { UsageError } from './usage-error.ts';

/** Lines longer than this are hard to read. */
const WIDEST = 88;

/** Shows the page on a topic. Throws a `UsageError` when there is no such topic or command. */
export function showTopic(
  name: string,
  commands: readonly string[],
  options: ColourWish,
  env = process.env,
): number {
  if (!TOPICS.includes(name)) {
    const cure =
      didYouMean(name, [...TOPICS, ...commands]) ?? `Välj ett kommando eller ${TOPICS.join(', ')}.`;
    throw new UsageError(`Det finns ingen hjälp om ”${name}”. ${cure}`);
  }
  const style = styleFor(process.stdout, options, env);
  const width = Math.min(WIDEST, widthFor(process.stdout, env));
  const page = readFileSync(join(packageFolder(), 'docs', `${name}.md`), 'utf8');
  process.stdout.write(showReadme(page, style, width));
  return 0;
}
