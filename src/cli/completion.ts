import type { Command } from 'commander';
import { entries } from '../generated/rules.ts';
import { PROFILE_NAMES } from '../config/profile.ts';
import { UsageError } from './usage-error.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** What may stand after an option or a command, where that is one of a few words. */
type Values = Readonly<Record<string, readonly string[]>>;

/** Writes the script that lets a shell complete the command line. `formats` are the forms of report. Throws a `UsageError`. */
export function writeCompletion(shell: string, program: Command, formats: readonly string[]): number {
  const rules = entries.map(({ id }) => id);
  const groups = [...new Set(rules.map((id) => id.slice(0, id.indexOf('/'))))];
  const values: Values = {
    '--profile': PROFILE_NAMES,
    '--format': formats,
    '--output-file': formats.map((format) => `${format}=`),
    '--min-severity': ['info', 'warning', 'error'],
    '--only': [...groups, ...rules],
    '--skip': [...groups, ...rules],
    '--rule': rules.map((id) => `${id}=`),
    explain: rules,
    completion: SHELLS,
    vocabulary: ['add'],
  };
  switch (shell) {
    case 'bash':
      process.stdout.write(bash(program, values));
      return 0;
    case 'zsh':
      process.stdout.write(`autoload -U +X bashcompinit && bashcompinit\n${bash(program, values)}`);
      return 0;
    case 'fish':
      process.stdout.write(fish(program, values));
      return 0;
    default:
      throw new UsageError(`Välj bash, zsh eller fish, inte ”${shell}”.`);
  }
}

function bash(program: Command, values: Values): string {
  const cases = Object.entries(values).map(
    ([name, words]) => `    ${name}) COMPREPLY=($(compgen -W "${words.join(' ')}" -- "$word")); return ;;`,
  );
  const flags = optionsOf(program).map(({ long }) => long);
  return `# Lägg raden i ~/.bashrc: source <(klarlint completion bash)
_klarlint() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
  case "$before" in
${cases.join('\n')}
  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "${flags.join(' ')}" -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word"))
    if [[ $COMP_CWORD == 1 ]]; then COMPREPLY+=($(compgen -W "${commandsOf(program)
      .map(({ name }) => name)
      .join(' ')}" -- "$word")); fi
  fi
}
complete -o filenames -F _klarlint klarlint
`;
}

function fish(program: Command, values: Values): string {
  const lines = optionsOf(program).map(({ long, description, takesValue }) => {
    const words = values[long];
    const wants = takesValue ? (words ? ` -x -a ${quoted(words.join(' '))}` : ' -r') : '';
    return `complete -c klarlint -l ${long.slice(2)}${wants} -d ${quoted(description)}`;
  });
  for (const { name, description } of commandsOf(program)) {
    lines.push(`complete -c klarlint -n __fish_is_first_arg -a ${name} -d ${quoted(description)}`);
    const words = values[name];
    if (words)
      lines.push(
        `complete -c klarlint -n '__fish_seen_subcommand_from ${name}' -f -a ${quoted(words.join(' '))}`,
      );
  }
  return `# Spara som ~/.config/fish/completions/klarlint.fish\n${lines.join('\n')}\n`;
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/gu, '\\$&')}'`;
}

function optionsOf(program: Command): { long: string; description: string; takesValue: boolean }[] {
  return program.options.flatMap(({ long, description, required }) =>
    long ? [{ long, description, takesValue: required }] : [],
  );
}

function commandsOf(program: Command): { name: string; description: string }[] {
  return program.commands
    .map((command) => ({ name: command.name(), description: command.description() }))
    .filter(({ description }) => description !== '');
}
