import type { Document, Node, YAMLError } from 'yaml';
import { ConfigError, type ConfigFile } from './problem.ts';

/** A piece of YAML with its place: UTF-16 offsets in the file, end exclusive. */
export type YamlNode = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly items: readonly YamlNode[] }
  | { readonly kind: 'record'; readonly entries: readonly YamlEntry[] }
);

export interface YamlEntry {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: YamlNode;
}

/** Configuration is short; more than this is an attempt to exhaust the machine by references to references. */
const MAX_NODES = 50_000;

/**
 * Reads the YAML of a file, or the part of it that is given. It is data only: tags are refused. Throws a
 * `ConfigError` with every mistake; an empty file is an empty record.
 */
export async function readYaml(
  file: ConfigFile,
  part: { readonly text: string; readonly start: number } = { text: file.text, start: 0 },
): Promise<YamlNode> {
  const yaml = await import('yaml');
  const document: Document = yaml.parseDocument(part.text, { prettyErrors: false, stringKeys: true });
  // A tag that is unknown is only a warning to the library.
  const errors = [...document.errors, ...document.warnings];
  if (errors.length > 0) {
    throw new ConfigError(
      errors
        .slice(0, 3)
        .map((error) => file.problem(swedish(error), part.start + error.pos[0], part.start + error.pos[1])),
    );
  }

  let count = 0;
  const read = (node: Node | null | undefined, at: number): YamlNode => {
    const start = part.start + (node?.range?.[0] ?? at);
    const end = part.start + (node?.range?.[1] ?? at);
    const fail = (message: string): never => {
      throw new ConfigError([file.problem(message, start, end)]);
    };
    if (++count > MAX_NODES)
      fail('Filen hänvisar till sig själv för många gånger. Skriv ut det den ska säga.');
    if (!node) return { kind: 'scalar', value: null, start, end };
    if (node.tag?.startsWith('!')) fail('Taggar (”!”) går inte att använda här. Ta bort taggen.');
    if (yaml.isAlias(node)) {
      const target = node.resolve(document);
      if (!target) return fail(MEANING.BAD_ALIAS!);
      if (contains(target, node)) return fail(`”*${node.source}” hänvisar till sig självt. Skriv ut värdet.`);
      return read(target, 0);
    }
    if (yaml.isSeq(node)) {
      return {
        kind: 'list',
        items: node.items.map((item) => read(item as Node, node.range![0])),
        start,
        end,
      };
    }
    if (yaml.isMap(node)) {
      const entries = node.items.map((pair): YamlEntry => {
        const key = pair.key as Node & { value?: unknown };
        const [keyStart, keyEnd] = key.range ?? node.range!;
        const name = String(key.value ?? '');
        const value = read(pair.value as Node | null, keyEnd);
        return { key: name, keyStart: part.start + keyStart, keyEnd: part.start + keyEnd, value };
      });
      return { kind: 'record', entries, start, end };
    }
    const { value } = node as unknown as { value: unknown };
    return { kind: 'scalar', value: isPlain(value) ? value : String(value), start, end };
  };
  const contains = (target: Node, alias: Node): boolean =>
    target.range![0] <= alias.range![0] && alias.range![1] <= target.range![1];

  if (!document.contents) return { kind: 'record', entries: [], start: part.start, end: part.start };
  return read(document.contents, 0);
}

/** The data of a node. A key can't reach an object's prototype. */
export function dataOf(node: YamlNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(dataOf);
    case 'record':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, dataOf(value)]));
  }
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

const MEANING: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  BAD_ALIAS: 'Hänvisningen (”*”) har inget mål. Skriv ut värdet.',
  BAD_DQ_ESCAPE: 'Omvänt snedstreck betyder något särskilt inom raka citattecken. Byt till apostrofer.',
  BAD_INDENT: 'Indraget stämmer inte med raden ovanför. Använd två mellanslag för varje nivå.',
  BAD_SCALAR_START: 'Ett värde kan inte börja med det här tecknet. Sätt värdet inom citattecken.',
  BLOCK_AS_IMPLICIT_KEY:
    'Raden har två kolon. Flytta det andra till en egen rad, eller sätt värdet inom citattecken.',
  DUPLICATE_KEY: 'Nyckeln står två gånger. Slå ihop dem.',
  MISSING_CHAR: 'Här saknas ett tecken, till exempel ett kolon, citattecken eller en parentes.',
  MULTILINE_IMPLICIT_KEY: 'Raden saknar kolon. Skriv ”nyckel: värde”.',
  MULTIPLE_DOCS: 'Filen har en rad med ”---” för mycket. Ta bort den.',
  NON_STRING_KEY: 'Nyckeln ska vara ett ord. Sätt den inom citattecken.',
  TAB_AS_INDENT: 'Raden är indragen med tabb. Använd mellanslag.',
  TAG_RESOLVE_FAILED: 'Taggar (”!”) går inte att använda här. Ta bort taggen.',
};

function swedish({ code }: YAMLError): string {
  return (
    MEANING[code] ??
    'Raden går inte att läsa som YAML. Skriv ”nyckel: värde”, med två mellanslag för varje nivå.'
  );
}
