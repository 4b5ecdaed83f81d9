import { CACHE_NAME } from './cache-name.ts';
import { SwedishCommand } from './command.ts';
import { packageVersion } from './home.ts';
import { TOPICS } from './topics.ts';
import type { InitOptions } from './init.ts';
import type { LintOptions } from './lint.ts';
import { FORMATS } from './reports.ts';
import type { Severity } from '../rule.ts';
import { UsageError } from './usage-error.ts';
import type { AddOptions } from './vocabulary.ts';

const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];
export const TOKEN_FORMATS = ['table', 'json', 'conllu'] as const;

export interface TokensOptions {
  readonly format?: (typeof TOKEN_FORMATS)[number];
  readonly stdinFilename?: string;
  readonly color?: boolean;
}

/** What the command line can do; each action gives the exit code. */
export interface Actions {
  lint(paths: readonly string[], options: LintOptions): Promise<number>;
  explain(rule: string, options: LintOptions): Promise<number>;
  rules(options: LintOptions): Promise<number>;
  testRules(folder: string, options: LintOptions): Promise<number>;
  stats(paths: readonly string[], options: LintOptions): Promise<number>;
  tokens(path: string, options: TokensOptions): Promise<number>;
  addWords(words: readonly string[], options: AddOptions): Promise<number>;
  printConfig(path: string, options: LintOptions): Promise<number>;
  init(options: InitOptions): Promise<number>;
  merge(paths: readonly string[], options: LintOptions): Promise<number>;
  completion(shell: string, program: SwedishCommand, formats: readonly string[]): Promise<number>;
  help(topic: string, commands: readonly string[], options: LintOptions): Promise<number>;
  serve(): Promise<number>;
}

/** The command line: its commands, options and help. `done` is told the exit code. */
export function programOf(actions: Actions, done: (code: number) => void): SwedishCommand {
  const program = new SwedishCommand('klarlint');
  program
    .description('Granskar svenska texter: klarspråk, ton, namn och termer. Texterna lämnar aldrig datorn.')
    .usage('[val] [fil, mapp eller mönster …]')
    .argument('[filer...]')
    .optionsGroup('Vilka texter som granskas:')
    .option('--ext <ändelser>', 'vad som granskas i mappar, till exempel md,txt', collect)
    .option('--ignore-pattern <mönster>', 'hoppa över filer, med mönster som i .gitignore', collect)
    .option('--file-list <fil>', 'granska filerna som står i en fil, en på varje rad (- är standard in)')
    .option('--staged', 'granska det som är på väg in i Git')
    .option('--since <ref>', 'granska det som har ändrats sedan grenen lämnade ref, till exempel main')
    .option('--only-changed', 'visa bara meningar som har ändrats (med --staged eller --since)')
    .option('--stdin-filename <namn>', 'vad texten på standard in heter')
    .optionsGroup('Hur de granskas:')
    .option('--profile <namn>', 'riktlinje att granska mot (vanligen klarsprak)')
    .option('--config <fil>', 'använd bara den filen med inställningar')
    .option('--no-config', 'använd inga filer med inställningar')
    .option('--print-config <fil>', 'visa vilka inställningar som gäller för en fil, och varifrån de kommer')
    .option(
      '--rule <regel=nivå>',
      'ändra en regels nivå: off, info, warning eller error (kan upprepas)',
      collect,
    )
    .option('--only <regel>', 'använd bara den regeln eller gruppen (kan upprepas)', collect)
    .option('--skip <regel>', 'hoppa över regeln eller gruppen (kan upprepas)', collect)
    .option('--corpus', 'jämför alla texter med varandra: samma term ska skrivas på samma sätt')
    .option('--report-unused-disables', 'visa kommentarer som inte tystar något eller saknar skäl')
    .optionsGroup('Det som redan är känt:')
    .option('--baseline <fil>', 'visa inte anmärkningar som står i baslinjen')
    .option('--update-baseline', 'skriv dagens anmärkningar i baslinjen')
    .option('--prune-baseline', 'stryk ur baslinjen det som inte finns längre')
    .optionsGroup('Rättning:')
    .option('--fix', 'rätta det som säkert blir rätt')
    .option('--fix-unsafe', 'rätta också med förslag som du behöver läsa igenom')
    .option('--fix-dry-run', 'visa vad som skulle rättas, utan att skriva')
    .optionsGroup('Word:')
    .option('--annotate <fil>', 'skriv en kopia av Word-filen med anmärkningarna som kommentarer')
    .option('--track-changes', 'skriv det som säkert blir rätt som spårade ändringar i kopian')
    .optionsGroup('Vad som visas:')
    .option('--format <form>', `så visas resultatet: ${alternatives(FORMATS)} (vanligen pretty)`)
    .option('--output-file <form=fil>', 'skriv också resultatet i en fil (kan upprepas)', collect)
    .option('--min-severity <nivå>', 'bry dig inte om lägre nivåer än: info, warning eller error', severity)
    .option('--quiet', 'visa bara fel')
    .option('--color', 'visa färger')
    .option('--no-color', 'visa inga färger')
    .option('--no-progress', 'visa inte hur långt granskningen har kommit')
    .optionsGroup('När körningen underkänns:')
    .option('--max-warnings <antal>', 'fler varningar än så ger felkod 1', wholeNumber('--max-warnings'))
    .option('--max-findings <antal>', 'fler anmärkningar än så ger felkod 1', wholeNumber('--max-findings'))
    .option('--exit-zero', 'ge felkod 0 också när det finns fel')
    .optionsGroup('Många texter:')
    .option('--cache', 'granska bara om texter som har ändrats')
    .option('--cache-location <mapp>', `var det som är känt sparas (vanligen ${CACHE_NAME})`)
    .option('--concurrency <antal>', 'hur många trådar som används (vanligen auto)', threads)
    .option('--shard <del/delar>', 'granska en del av texterna, till exempel 1/4', shard)
    .optionsGroup('Övrigt:')
    .option('--timing', 'visa hur lång tid varje regel tog')
    .option('-V, --version', 'visa version')
    .helpOption('-h, --help', 'visa den här hjälpen')
    .helpCommand(false)
    .addHelpText(
      'after',
      `
Exempel:
  klarlint nyhetsbrev.md          granska en text
  klarlint texter/ "brev/*.md"    granska mappar och mönster
  pbpaste | klarlint              granska det som kommer på standard in
  klarlint explain sentence/too-long

Felkoder: 0 inga fel, 1 fel (eller för många varningar), 2 något gick inte att läsa
eller förstå. Om granskning i en pipeline: klarlint help gate.`,
    )
    .exitOverride()
    .action(async (paths: string[], options: { version?: boolean; printConfig?: string }) => {
      if (options.version) {
        process.stdout.write(`${packageVersion()}\n`);
        done(0);
      } else if (options.printConfig !== undefined) {
        done(await actions.printConfig(options.printConfig, lintOptions(program)));
      } else {
        done(await actions.lint(paths, lintOptions(program)));
      }
    });
  program.command('lint', { hidden: true }).argument('[filer...]').helpInformation = () =>
    program.helpInformation();
  program.commands[0]!.action(async (paths: string[]) =>
    done(await actions.lint(paths, lintOptions(program))),
  );
  program
    .command('init')
    .description('skapa en klarlint.yml med kommentarer')
    .usage('[--profile NAMN] [--kind SORT] [--force]')
    .option('--kind <sort>', 'vilken sorts text det är, till exempel nyhetsbrev')
    .option('--force', 'skriv över den som finns')
    .action(async (options: InitOptions) => done(await actions.init({ ...program.opts(), ...options })));
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
  program
    .command('test')
    .description('prova egna regler mot exemplen i deras README')
    .usage('MAPP')
    .argument('<mapp>', 'en mapp med regler: grupp/regel/rule.yml')
    .action(async (folder: string) => done(await actions.testRules(folder, program.opts())));
  program
    .command('stats')
    .description('visa en texts karaktär i siffror: LIX, meningslängd, svåraste meningarna')
    .usage('[--format json] [fil, mapp eller mönster …]')
    .argument('<fil...>', 'texter, eller - för standard in')
    .action(async (paths: string[]) => done(await actions.stats(paths, lintOptions(program))));
  program
    .command('tokens')
    .description('visa ord, grundformer och ordklasser')
    .usage('[--format table|json|conllu] FIL')
    .argument('<fil>', 'en text, eller - för standard in')
    .addHelpText('after', '\nForm: table för människor (vanligen), json eller conllu för program.')
    .action(async (path: string) =>
      done(await actions.tokens(path, { ...program.opts(), ...formatOf(program, TOKEN_FORMATS) })),
    );
  const vocabulary = program
    .command('vocabulary')
    .description('lägg till ord i er egen ordlista')
    .usage('add [--user] ORD …')
    .argument('[add ord...]')
    .helpCommand(false)
    .action(() => {
      throw new UsageError('Skriv så här: klarlint vocabulary add ORD');
    });
  vocabulary
    .command('add')
    .description('lägg till ord i närmaste klarlint.yml')
    .usage('[--user] ORD …')
    .argument('<ord...>', 'ett ord, eller ord/modellord: e-journal/journal böjs som journal')
    .option('--user', 'skriv i din egen fil, som gäller alla mappar')
    .action(async (words: string[], options: AddOptions) => done(await actions.addWords(words, options)));
  program
    .command('lsp')
    .description('starta språkservern, för textredigerare')
    .usage('[--stdio]')
    .option('--stdio', 'tala över standard in och ut (så gör servern alltid)')
    .addHelpText('after', '\nRedigeraren startar servern själv: klarlint lsp --stdio.')
    .action(async () => done(await actions.serve()));
  program
    .command('merge')
    .description('slå ihop rapporter i JSON från flera körningar (--shard)')
    .usage('[--format FORM] [--output-file FORM=FIL] RAPPORT …')
    .argument('<rapport...>', 'rapporter som --output-file json=FIL har skrivit')
    .action(async (paths: string[]) => done(await actions.merge(paths, lintOptions(program))));
  program
    .command('completion')
    .description('skriv ut det som låter skalet fylla i val och kommandon')
    .usage('bash|zsh|fish')
    .argument('<skal>', 'bash, zsh eller fish')
    .action(async (shell: string) => done(await actions.completion(shell, program, FORMATS)));
  program
    .command('help')
    .description(`visa hjälp om ett kommando eller ämne (${TOPICS.join(', ')})`)
    .usage('[KOMMANDO ELLER ÄMNE]')
    .argument('[ämne]', 'ett kommando, eller gate om granskning i en pipeline')
    .action(async (topic?: string) => {
      const commands = program.commands.map((command) => command.name());
      const command = program.commands.find((one) => one.name() === topic);
      if (command || topic === undefined) (command ?? program).outputHelp();
      else done(await actions.help(topic, commands, program.opts()));
    });
  return program;
}

/** The options of a lint. Commander hands a command's options to the program, so each command says what `--format` may be. */
function lintOptions(program: SwedishCommand): LintOptions {
  return { ...program.opts(), ...formatOf(program, FORMATS) };
}

/** Throws a `UsageError` when the form asked for is not one of `forms`. */
function formatOf<T extends string>(program: SwedishCommand, forms: readonly T[]): { format?: T } {
  const { format } = program.opts<{ format?: string }>();
  if (format === undefined) return {};
  const chosen = forms.find((form) => form === format);
  if (chosen === undefined)
    throw new UsageError(`”--format” kan vara ${alternatives(forms)}, inte ”${format}”.`);
  return { format: chosen };
}

/** a, b eller c */
function alternatives(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} eller ${words.at(-1)}`;
}

/** The values of an option that may be given several times. */
function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function severity(value: string): Severity {
  const level = SEVERITIES.find((known) => known === value);
  if (!level) throw new UsageError(`”--min-severity” kan vara ${alternatives(SEVERITIES)}, inte ”${value}”.`);
  return level;
}

function threads(value: string): number | 'auto' {
  if (value === 'auto') return value;
  const most = 64;
  if (!/^[1-9]\d*$/u.test(value) || Number(value) > most)
    throw new UsageError(
      `”--concurrency” ska vara auto eller ett heltal från 1 till ${most}, inte ”${value}”.`,
    );
  return Number(value);
}

function shard(value: string): { part: number; of: number } {
  const match = /^(\d+)\/(\d+)$/u.exec(value);
  const [part, of] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || part < 1 || part > of)
    throw new UsageError(`”--shard” skrivs del/delar, till exempel 1/4, inte ”${value}”.`);
  return { part, of };
}

function wholeNumber(name: string): (value: string) => number {
  return (value) => {
    if (!/^\d+$/u.test(value)) throw new UsageError(`”${name}” ska vara ett heltal, inte ”${value}”.`);
    return Number(value);
  };
}
