import { resolve } from 'node:path';
import { ownEntry, readPack } from '../config/own-rules.ts';
import { DEFAULT_PROFILE, PROFILE_NAMES, settingsOf } from '../config/profile.ts';
import { entries } from '../generated/rules.ts';
import { Linter } from '../lint.ts';
import { annotated, documentOf, type Example, examplesIn, statedIn } from '../report/examples.ts';
import { count } from '../report/wording.ts';
import type { RuleEntry } from '../rule.ts';
import { readMarkdown } from '../source/markdown.ts';
import { listFolder, readConfig } from './configuration.ts';
import { coreWith } from './core.ts';
import { type ColourWish, styleFor } from './terminal.ts';
import { UsageError } from './usage-error.ts';

const OFF = Object.fromEntries(entries.map(({ id }) => [id, { severity: 'off' as const }]));

/**
 * Tests rules of the user's own: lints the examples of each README with only that rule on, and shows those that do not
 * say what is found. Gives the exit code: 0, or 1 when one does not. Throws a `UsageError` when there are no rules, and a
 * `ConfigError` when one is wrong.
 */
export async function testRules(folder: string, options: ColourWish, env = process.env): Promise<number> {
  const rules = await readPack(resolve(folder), { read: readConfig, list: listFolder });
  if (!rules) throw new UsageError(`Mappen ”${folder}” finns inte.`);
  if (rules.length === 0)
    throw new UsageError(
      `Mappen ”${folder}” har inga regler. En regel ligger i grupp/regel/rule.yml, med små bokstäver.`,
    );
  const style = styleFor(process.stdout, options, env);
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  let tested = 0;
  let wrong = 0;
  for (const rule of rules) {
    const examples = examplesIn(rule.readme);
    const entry = ownEntry(rule);
    const failed: { readonly example: Example; readonly found: string }[] = [];
    for (const example of examples) {
      const found = await outcomeOf(example, entry);
      if (found !== example.block) failed.push({ example, found });
    }
    tested += examples.length;
    wrong += failed.length;
    const mark = failed.length > 0 ? style.red('✗') : style.green('✓');
    say(`${mark} ${rule.id}  ${style.dim(count(examples.length, 'exempel', 'exempel'))}`);
    for (const { example, found } of failed) {
      say(`\n  README.md:${example.line} stämmer inte. Så står det:\n\n${indented(example.block)}`);
      say(`  Så blir det:\n\n${indented(found)}`);
    }
    const lacks = [
      ...(examples.some(({ block }) => documentOf(block) !== block) ? [] : ['flaggas']),
      ...(examples.some(({ block }) => documentOf(block) === block) ? [] : ['är rätt']),
    ];
    if (lacks.length > 0) say(`  Skriv i README.md minst ett exempel som ${lacks.join(' och ett som ')}.`);
  }
  const end = wrong > 0 ? `${wrong} stämmer inte` : 'alla stämmer';
  say(`\n${count(rules.length, 'regel', 'regler')}, ${count(tested, 'exempel', 'exempel')}: ${end}.`);
  return wrong > 0 ? 1 : 0;
}

/** An example as it is when the rule has had its say. */
async function outcomeOf({ block }: Example, entry: RuleEntry): Promise<string> {
  const document = documentOf(block);
  const { profile = DEFAULT_PROFILE, textKind } = statedIn(document);
  const settings = settingsOf(PROFILE_NAMES.includes(profile) ? profile : DEFAULT_PROFILE);
  const linter = new Linter({
    ...settings,
    core: await coreWith(settings.vocabulary),
    ...(textKind && { textKind }),
    rules: { ...OFF, [entry.id]: { severity: entry.rule.meta.severity } },
    ownRules: [entry],
  });
  return annotated(document, linter.lint(readMarkdown(document)).findings);
}

function indented(block: string): string {
  return block.replace(/^(?=.)/gmu, '    ');
}
