import { createInterface } from 'node:readline';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { CONFIG_NAME } from '../config/cascade.ts';
import { DEFAULT_PROFILE, PROFILE_NAMES, settingsOf, unknownProfile } from '../config/profile.ts';
import { UsageError } from './usage-error.ts';
import { UnwritableError, writeWhole } from './write-file.ts';

export interface InitOptions {
  readonly profile?: string;
  /** The kind of text that the drafts of the folder are. */
  readonly kind?: string;
  /** Whether a file that is there is replaced. */
  readonly force?: boolean;
}

/** Writes a commented `klarlint.yml` in the folder; asks at a terminal for what no option says. Throws a `UsageError`. */
export async function init(options: InitOptions): Promise<number> {
  const path = resolve(CONFIG_NAME);
  if (existsSync(path) && !options.force)
    throw new UsageError(`${CONFIG_NAME} finns redan. Ändra i den, eller skriv över den med --force.`);
  const asks = process.stdin.isTTY && process.stdout.isTTY && options.profile === undefined;
  const { profile = DEFAULT_PROFILE, kind } = asks ? await ask(options) : options;
  if (!PROFILE_NAMES.includes(profile)) throw new UsageError(unknownProfile(profile));
  try {
    writeWhole(path, configText(profile, kind));
  } catch (error) {
    if (error instanceof UnwritableError) throw new UsageError(`${CONFIG_NAME}: ${error.message}`);
    throw error;
  }
  process.stdout.write(`${CONFIG_NAME} är skapad. Granska med: klarlint .\n`);
  return 0;
}

async function ask(options: InitOptions): Promise<InitOptions> {
  const terminal = createInterface({ input: process.stdin });
  // Not `question`: it loses what has been typed before it asks.
  const lines = terminal[Symbol.asyncIterator]();
  const question = async (text: string): Promise<string> => {
    process.stdout.write(text);
    return ((await lines.next()).value ?? '').trim();
  };
  try {
    const names = PROFILE_NAMES.map((name, i) => `  ${i + 1}. ${name}: ${settingsOf(name).profile.title}\n`);
    const told = `Vilken riktlinje ska texterna följa?\n${names.join('')}`;
    const answer = await question(`${told}Nummer eller namn (${DEFAULT_PROFILE}): `);
    const profile = answer === '' ? DEFAULT_PROFILE : (PROFILE_NAMES[Number(answer) - 1] ?? answer);
    if (!PROFILE_NAMES.includes(profile)) throw new UsageError(unknownProfile(profile));
    if (options.kind !== undefined) return { ...options, profile };
    const kinds = Object.keys(settingsOf(profile).profile.targets).filter((kind) => kind !== 'default');
    const known = kinds.length > 0 ? ` (${kinds.join(', ')})` : '';
    const kind = await question(`Vilken sorts texter är det${known}? Tryck Enter om det är olika: `);
    return { ...options, profile, ...(kind !== '' && { kind }) };
  } finally {
    terminal.close();
  }
}

/** The file, with what else it may say. */
function configText(profile: string, kind: string | undefined): string {
  return `# yaml-language-server: $schema=./node_modules/klarlint/dist/klarlint.schema.json
# Inställningar för klarlint. De gäller den här mappen och mapparna under.

# Riktlinjen som texterna följer. Kör ”klarlint rules” för att se reglerna.
extends: ${profile}

# Vilken sorts text det är. Ett utkast kan säga annat i sina egna rader överst.
${kind === undefined ? '# kind: nyhetsbrev' : `kind: ${JSON.stringify(kind)}`}

# Filer som inte ska granskas, med mönster som i .gitignore.
# ignore:
#   - arkiv/

# Varje regel kan vara off, info, warning eller error.
# rules:
#   tone/exclamation: off
#   sentence/too-long: { max: 30 }

# Era egna ord. De böjs som ordet efter snedstrecket.
# vocabulary:
#   - e-journal/journal

# Namn i rätt form, med de former som är fel.
# terms:
#   - use: Region Lillby
#     not: [Lillby region, Regionen Lillby]

# Körningen underkänns när ett mått är högre än så.
# gate:
#   lix: 50
`;
}
