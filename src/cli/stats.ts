import { draftOf } from '../config/draft.ts';
import { characterOf, showCharacter } from '../report/stats.ts';
import { Text } from '../rule.ts';
import { cascadeFor } from './configuration.ts';
import { coreWith } from './core.ts';
import { type Draft, draftsOf } from './drafts.ts';
import type { LintOptions } from './lint.ts';
import { type Content, sourceOf, UnreadableError } from './read-file.ts';
import { styleFor, widthFor } from './terminal.ts';

/** Lines longer than this are hard to read. */
const WIDEST = 80;

/** Shows the character of texts in figures. Gives the exit code: 0, or 2 when something that was named was not read. */
export async function showStats(
  paths: readonly string[],
  options: LintOptions,
  env = process.env,
): Promise<number> {
  const cascade = cascadeFor(options, env);
  const style = styleFor(process.stdout, options, env);
  const width = Math.min(WIDEST, widthFor(process.stdout, env));
  const { drafts, problems, notes } = await draftsOf(paths, options);
  const tell = (note: string): void => void process.stderr.write(`${note}\n`);
  let code = 0;
  let shown = 0;
  for (const note of notes) tell(note);
  for (const draft of drafts) {
    const { name, path, named } = draft;
    const content = await read(draft);
    if (typeof content === 'string') {
      tell(named ? `${name}: ${content}` : `${name}: hoppades över. ${content}`);
      if (named) code = 2;
      continue;
    }
    if (content.note) tell(`${name}: ${content.note}`);
    const source = content.source ?? (await sourceOf(path, content.text));
    const settings = await cascade.settingsFor(path, await draftOf(source, path));
    const names = settings.profile.terms.map(({ use }) => use);
    const text = new Text(source, names, await coreWith(settings.vocabulary));
    if (text.language !== 'sv') tell(`${name}: Texten är mest på ett annat språk än svenska.`);
    const character = characterOf(text, settings);
    if (options.format === 'json') {
      const kind = settings.textKind ?? null;
      const result = { filePath: path, profile: settings.profile.name, kind, ...character };
      process.stdout.write(`${shown === 0 ? '[' : ',\n'}${JSON.stringify(result)}`);
    } else {
      process.stdout.write(
        `${shown > 0 ? '\n' : ''}${showCharacter(name, character, settings, { style, width })}`,
      );
    }
    shown++;
  }
  if (options.format === 'json') process.stdout.write(shown === 0 ? '[]\n' : ']\n');
  for (const { name, message } of problems) tell(`${name}: ${message}`);
  return problems.length > 0 ? 2 : code;
}

/** What a text says, or why it can't be read. */
async function read(draft: Draft): Promise<Content | string> {
  try {
    return await draft.read();
  } catch (error) {
    if (error instanceof UnreadableError) return error.message;
    throw error;
  }
}
