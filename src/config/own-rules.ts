import { expand } from '../kinds/expand.ts';
import { KINDS, type RuleFile, ruleOfKind } from '../kinds/index.ts';
import { BOUNDS, OPS } from '../kinds/pattern.ts';
import { rows } from '../kinds/rows.ts';
import { tableOf } from '../kinds/table.ts';
import { entries } from '../generated/rules.ts';
import { type LanguageCore, type Row, type RuleEntry, ZONE } from '../rule.ts';
import { fileUrl, within } from './path.ts';
import { ConfigError, ConfigFile } from './problem.ts';
import { LEVELS, MEASURES } from './schema.ts';
import { type Fields, problemsOf, type Shape } from './shape.ts';
import { dataOf, readYaml, type YamlNode } from './yaml.ts';

/** A rule of the user's own, as it lies in its folder: data, and nothing that runs. */
export interface OwnRule {
  readonly id: string;
  readonly folder: string;
  readonly file: RuleFile;
  readonly readme: string;
  /** The word lists beside it, by file name without ending. */
  readonly lists: Readonly<Record<string, readonly Row[]>>;
}

/** What a pack is read with: paths are absolute, the name of a folder in a list ends with a slash. */
export interface PackReader {
  read(path: string): string | undefined;
  list(folder: string): readonly string[] | undefined;
}

const RULE = /^\p{Ll}[\p{Ll}\p{N}]*(?:-[\p{Ll}\p{N}]+)*\/$/u;
const MOST_RULES = 500;

/** The rules of a folder, `<group>/<rule>/rule.yml`; none when there is no such folder. Throws a `ConfigError` with the mistakes of one file. */
export async function readPack(folder: string, reader: PackReader): Promise<readonly OwnRule[] | undefined> {
  const groups = reader.list(folder);
  if (!groups) return undefined;
  const found: OwnRule[] = [];
  for (const group of groups.filter((name) => RULE.test(name)).toSorted()) {
    for (const rule of (reader.list(within(folder, group)) ?? [])
      .filter((name) => RULE.test(name))
      .toSorted()) {
      const own = await readRule(`${group}${rule.slice(0, -1)}`, within(folder, `${group}${rule}`), reader);
      if (own) found.push(own);
      if (found.length > MOST_RULES)
        throw new ConfigError([
          { file: folder, message: `Mappen har fler än ${MOST_RULES} regler. Dela den.` },
        ]);
    }
  }
  return found;
}

async function readRule(id: string, folder: string, reader: PackReader): Promise<OwnRule | undefined> {
  const path = within(folder, 'rule.yml');
  const text = reader.read(path);
  if (text === undefined) return undefined;
  const yaml = new ConfigFile(path, text);
  const node = await readYaml(yaml);
  const problems = problemsOf(node, shapeFor(node), '', yaml);
  if (entries.some((entry) => entry.id === id))
    problems.push(
      yaml.problem(`Regeln ”${id}” finns redan i klarlint. Byt namn på mappen.`, node.start, node.start),
    );
  if (problems.length > 0) throw new ConfigError(problems);
  const lists: Record<string, readonly Row[]> = {};
  for (const name of (reader.list(folder) ?? []).filter((one) => one.endsWith('.tsv')).toSorted()) {
    const table = reader.read(within(folder, name)) ?? '';
    lists[name.slice(0, -'.tsv'.length)] = inFile(within(folder, name), () => rows(table));
  }
  const readme = reader.read(within(folder, 'README.md')) ?? '';
  const file = dataOf(node) as RuleFile;
  checkLists(file, lists, folder);
  return { id, folder, file, readme, lists };
}

/** The columns without which a word list of a kind says nothing. */
const COLUMNS: Readonly<Partial<Record<RuleFile['kind'], readonly string[]>>> = {
  phrases: ['phrase'],
  consistency: ['use', 'others'],
  introduce: ['term', 'explanation'],
};

/** Throws a `ConfigError` when a rule has no word list though its kind reads one, or a list lacks a column. */
function checkLists({ kind, options }: RuleFile, lists: OwnRule['lists'], folder: string): void {
  const columns = COLUMNS[kind];
  if (!columns) return;
  const names = `”${columns.join('” och ”')}”`;
  const fail = (name: string, message: string): never => {
    throw new ConfigError([{ file: within(folder, name), message }]);
  };
  if (Object.keys(lists).length === 0 && !options?.['terms'])
    fail('rule.yml', `Regeln har ingen ordlista. Lägg en .tsv-fil bredvid, med ${names} på första raden.`);
  for (const [name, list] of Object.entries(lists)) {
    const lacking = list.find((row) => columns.some((column) => !row[column]));
    if (lacking || list.length === 0)
      fail(
        `${name}.tsv`,
        `${lacking ? `Raden ”${Object.values(lacking)[0]} …”` : 'Listan'} saknar ${names}. Skriv kolumnernas namn på första raden, med tabb mellan.`,
      );
  }
}

/** A rule of the user's own as klarlint runs it. */
export function ownEntry({ id, folder, file, readme, lists }: OwnRule): RuleEntry {
  return {
    id,
    rule: ruleOfKind(id, file),
    data: (core) => (file.kind === 'phrases' ? tablesOf(folder, lists, core) : lists),
    own: { readme, url: fileUrl(within(folder, readme === '' ? 'rule.yml' : 'README.md')) },
  };
}

/** Word lists with the forms of their lemmas written out. Throws a `ConfigError` when a row is wrong. */
function tablesOf(
  folder: string,
  lists: OwnRule['lists'],
  core: LanguageCore | undefined,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [
      name,
      inFile(within(folder, `${name}.tsv`), () =>
        tableOf(list.map((row) => (core ? expand(row, core.lexicon) : row))),
      ),
    ]),
  );
}

/** What a file gives; a mistake in it is told with its name. */
function inFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new ConfigError([{ file, message: error instanceof Error ? error.message : String(error) }]);
  }
}

const TEXT: Shape = { is: 'text' };
const TEXTS: Shape = { is: 'list', of: TEXT };
const SOME: Shape = { is: 'some', of: TEXT };
const SEVERITY: Shape = { is: 'choice', of: LEVELS.filter((level) => level !== 'off') };
const WORD_CLASSES = 'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split(
  ' ',
);

const COMMON: Fields = {
  kind: { is: 'choice', of: Object.keys(KINDS) },
  title: TEXT,
  severity: SEVERITY,
  source: TEXT,
  message: TEXT,
  off: { is: 'boolean' },
  zones: { is: 'list', of: { is: 'choice', of: Object.keys(ZONE) } },
};
const REQUIRED = ['kind', 'title', 'severity', 'source', 'message'];

const TOKEN: Shape = {
  is: 'fields',
  of: {
    lower: SOME,
    lemma: SOME,
    pos: { is: 'some', of: { is: 'choice', of: WORD_CLASSES } },
    feats: { is: 'record', of: SOME },
    op: { is: 'choice', of: OPS },
    mark: { is: 'boolean' },
  },
};
const KINDS_OPTION: Shape = { is: 'fields', of: { kinds: TEXTS } };

/** What each kind has beside what all have, and what of it must be there. */
const OF_KIND: Readonly<
  Record<keyof typeof KINDS, { readonly of: Fields; readonly required?: readonly string[] }>
> = {
  phrases: { of: { hint: TEXT, why: TEXT } },
  pattern: {
    of: {
      patterns: {
        is: 'list',
        filled: true,
        of: {
          is: 'fields',
          of: {
            tokens: { is: 'list', of: TOKEN, filled: true },
            within: { is: 'choice', of: BOUNDS },
            message: TEXT,
            expected: TEXT,
          },
          required: ['tokens'],
        },
      },
    },
    required: ['patterns'],
  },
  limit: {
    of: {
      measure: { is: 'choice', of: MEASURES },
      options: { is: 'fields', of: { max: { is: 'number' }, minWords: { is: 'number' } } },
    },
    required: ['measure'],
  },
  require: {
    of: { any: { ...TEXTS, filled: true }, heading: TEXTS, section: TEXTS, options: KINDS_OPTION },
    required: ['any'],
  },
  consistency: { of: { together: TEXT, options: { is: 'fields', of: { terms: TEXTS } } } },
  introduce: { of: { toPublic: SEVERITY } },
};

/** The shape of a `rule.yml`, by the kind that it names. */
function shapeFor(node: YamlNode): Shape {
  const kind = node.kind === 'record' && node.entries.find(({ key }) => key === 'kind')?.value;
  const name = kind && String(dataOf(kind));
  if (!name || !Object.hasOwn(OF_KIND, name))
    return { is: 'fields', of: { kind: COMMON['kind']! }, others: { is: 'anything' }, required: ['kind'] };
  const { of, required = [] } = OF_KIND[name as keyof typeof KINDS];
  return { is: 'fields', of: { ...COMMON, ...of }, required: [...REQUIRED, ...required] };
}
