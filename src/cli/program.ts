import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SwedishCommand } from './command.ts';
import { packageFolder } from './home.ts';
import type { LintOptions } from './lint.ts';
import { UsageError } from './usage-error.ts';

export const FORMATS = ['pretty', 'json'] as const;

/** What the command line can do; each action gives the exit code. */
export interface Actions {
  lint(paths: readonly string[], options: LintOptions): Promise<number>;
  explain(rule: string, options: LintOptions): Promise<number>;
  rules(options: LintOptions): Promise<number>;
}

/** The command line: its commands, options and help. `done` is told the exit code. */
export function programOf(actions: Actions, done: (code: number) => void): SwedishCommand {
  const program = new SwedishCommand('klarlint');
  program
    .description('Granskar svenska texter: klarspråk, ton, namn och termer. Texterna lämnar aldrig datorn.')
    .usage('[val] [fil, mapp eller mönster …]')
    .argument('[filer...]')
    .option('--profile <namn>', 'riktlinje att granska mot (vanligen klarsprak)')
    .option(
      '--format <form>',
      'pretty för människor, json för program (vanligen pretty)',
      choice('--format', FORMATS),
    )
    .option('--max-warnings <antal>', 'fler varningar än så ger felkod 1', wholeNumber('--max-warnings'))
    .option('--quiet', 'visa bara fel')
    .option('--stdin-filename <namn>', 'vad texten på standard in heter')
    .option('--color', 'visa färger')
    .option('--no-color', 'visa inga färger')
    .option('-V, --version', 'visa version')
    .helpOption('-h, --help', 'visa den här hjälpen')
    .helpCommand('help [kommando]', 'visa hjälp om ett kommando')
    .addHelpText(
      'after',
      `
Exempel:
  klarlint nyhetsbrev.md          granska en text
  klarlint texter/ "brev/*.md"    granska mappar och mönster
  pbpaste | klarlint              granska det som kommer på standard in
  klarlint explain sentence/too-long

Felkoder: 0 inga fel, 1 fel (eller för många varningar), 2 något gick inte att läsa eller förstå.`,
    )
    .exitOverride()
    .action(async (paths: string[], options: LintOptions & { version?: boolean }) => {
      if (options.version) {
        const { version } = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8'));
        process.stdout.write(`${version}\n`);
        done(0);
      } else {
        done(await actions.lint(paths, options));
      }
    });
  program.command('lint', { hidden: true }).argument('[filer...]').helpInformation = () =>
    program.helpInformation();
  program.commands[0]!.action(async (paths: string[]) => done(await actions.lint(paths, program.opts())));
  program
    .command('explain')
    .description('förklara en regel, med exempel')
    .usage('REGEL')
    .argument('<regel>', 'regelns namn, till exempel sentence/too-long')
    .action(async (rule: string) => done(await actions.explain(rule, program.opts())));
  program
    .command('rules')
    .description('visa alla regler')
    .usage('[--profile NAMN]')
    .action(async () => done(await actions.rules(program.opts())));
  return program;
}

function choice<T extends string>(name: string, values: readonly T[]): (value: string) => T {
  return (value) => {
    const chosen = values.find((candidate) => candidate === value);
    if (chosen === undefined)
      throw new UsageError(`”${name}” kan vara ${values.join(' eller ')}, inte ”${value}”.`);
    return chosen;
  };
}

function wholeNumber(name: string): (value: string) => number {
  return (value) => {
    if (!/^\d+$/u.test(value)) throw new UsageError(`”${name}” ska vara ett heltal, inte ”${value}”.`);
    return Number(value);
  };
}
