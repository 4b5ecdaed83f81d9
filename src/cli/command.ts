import { Command, Help, type Option } from 'commander';
import { didYouMean } from '../nearest.ts';
import { UsageError } from './usage-error.ts';

const HEADINGS: Readonly<Record<string, string>> = {
  'Usage:': 'Användning:',
  'Arguments:': 'Argument:',
  'Options:': 'Val:',
  'Commands:': 'Kommandon:',
};

/** A command of commander's that speaks Swedish. Every wrong use of it throws a `UsageError`. */
export class SwedishCommand extends Command {
  override createCommand(name?: string): SwedishCommand {
    return new SwedishCommand(name);
  }

  override createHelp(): Help {
    return Object.assign(new SwedishHelp(), this.configureHelp());
  }

  // Commander calls these when it has found something wrong; its types don't tell of them.
  missingArgument(name: string): never {
    throw new UsageError(`Ange ${name}: ${this.#path()} ${name.toUpperCase()}`);
  }

  /** What is written to call it: klarlint vocabulary add. */
  #path(): string {
    const names: string[] = [];
    for (let command: Command | null = this; command; command = command.parent) names.unshift(command.name());
    return names.join(' ');
  }

  optionMissingArgument(option: Option): never {
    throw new UsageError(`Valet ”${option.flags}” saknar värde.`);
  }

  unknownOption(flag: string): never {
    const commands = [this, ...(this.parent ? [this.parent] : [])];
    const flags = commands.flatMap((command) =>
      command
        .createHelp()
        .visibleOptions(command)
        .flatMap(({ short, long }) => [long, short].filter((name) => name !== undefined)),
    );
    const name = flag.split('=')[0]!;
    throw new UsageError(`Valet ”${name}” finns inte. ${didYouMean(name, flags) ?? 'Se klarlint --help.'}`);
  }

  unknownCommand(): never {
    throw new UsageError(`Kommandot ”${this.args[0]}” finns inte. Se klarlint --help.`);
  }

  _excessArguments(given: readonly string[]): never {
    const extra = given.slice(this.registeredArguments.length).map((argument) => `”${argument}”`);
    throw new UsageError(`För många argument: ta bort ${extra.join(', ')}.`);
  }
}

class SwedishHelp extends Help {
  override subcommandTerm(command: Command): string {
    return super.subcommandTerm(command).replace('[options]', '[val]');
  }

  override styleTitle(title: string): string {
    return HEADINGS[title] ?? title;
  }

  /** The descriptions tell of defaults and choices themselves. */
  override optionDescription(option: Option): string {
    return option.description;
  }
}
