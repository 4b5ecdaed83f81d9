import { resolve } from 'node:path';
import { draftOf } from '../config/draft.ts';
import { configReport } from '../report/config.ts';
import { shownName } from './choose-files.ts';
import { type ConfigOptions, cascadeFor } from './configuration.ts';
import { readText, sourceOf, UnreadableError } from './read-file.ts';

/** Shows the configuration that holds for a draft, which need not exist, with where each value comes from. */
export async function printConfig(name: string, options: ConfigOptions, env = process.env): Promise<number> {
  const path = resolve(name);
  const cascade = cascadeFor(options, env);
  const draft = await draftOf(await sourceOf(path, textOf(path)), path);
  const [{ profile, textKind }, origins] = await Promise.all([
    cascade.settingsFor(path, draft),
    cascade.originsFor(path, draft),
  ]);
  const shown = (origin: string): string =>
    /[\\/]/u.test(origin) ? shownName(origin, process.cwd()) : origin;
  const kind = textKind === undefined ? '' : `, sorts text: ${textKind}`;
  process.stdout.write(configReport(origins, `${profile.name}${kind}`, shown));
  const by = await cascade.ignoredBy(path);
  if (by !== undefined) process.stdout.write(`# Granskas inte, för ”ignore” i ${shown(by)} säger det.\n`);
  return 0;
}

function textOf(path: string): string {
  try {
    return readText(path).text;
  } catch (error) {
    if (error instanceof UnreadableError) return '';
    throw error;
  }
}
