import type { Origin } from '../config/cascade.ts';
import type { YamlNode } from '../config/yaml.ts';

/** A line of the configuration that holds, with where it comes from. */
interface Line {
  readonly text: string;
  readonly from: string;
}

/** Keys that say how configuration is found and not what holds. */
const NOT_TOLD = new Set(['root', 'extends', 'ignore', 'overrides', 'files', 'profile']);

/**
 * The configuration that holds for a draft as YAML, each line with where its value comes from. `name` is the profile,
 * `shown` makes a path fit to be shown.
 */
export function configReport(
  origins: readonly Origin[],
  name: string,
  shown: (path: string) => string,
): string {
  const tree = new Branch();
  for (const origin of origins) tree.lay(origin, shown);
  const lines = [{ text: `# Riktlinje: ${name}`, from: '' }, ...tree.lines(0)];
  const widest = Math.min(60, Math.max(...lines.map(({ text }) => text.length)));
  return lines
    .map(({ text, from }) => (from === '' ? text : `${text.padEnd(widest)}  # ${from}`))
    .map((line) => `${line}\n`)
    .join('');
}

/** A record: what the layers have said of its keys, the highest last. */
class Branch {
  readonly #children = new Map<string, Branch | Line[]>();

  lay(origin: Origin, shown: (path: string) => string): void {
    const { layer, source, file, name } = origin;
    const path = shown(name.replace(/#\d+$/u, ''));
    const from = (node: YamlNode | undefined): string =>
      node && file ? `${path}:${file.problem('', node.start, node.end).place!.line}` : path;
    this.#add(layer as Readonly<Record<string, unknown>>, source, from, true);
  }

  #add(
    record: Readonly<Record<string, unknown>>,
    source: YamlNode | undefined,
    from: (node: YamlNode | undefined) => string,
    top = false,
  ): void {
    for (const [key, value] of Object.entries(record)) {
      if (top && NOT_TOLD.has(key)) continue;
      const node = childOf(source, key);
      const before = this.#children.get(key);
      if (isRecord(value)) {
        const branch = before instanceof Branch ? before : new Branch();
        this.#children.set(key, branch);
        branch.#add(value, node, from);
      } else if (Array.isArray(value)) {
        // Lists of several layers are joined. A vocabulary has been read, so its own words are told.
        const items = key === 'vocabulary' && node ? dataItems(node) : value;
        const own = items.flatMap((item, i) => itemLines(item, from(itemOf(node, i))));
        this.#children.set(key, [...(Array.isArray(before) ? before : []), ...own]);
      } else this.#children.set(key, [{ text: scalar(value), from: from(node) }]);
    }
  }

  lines(depth: number): Line[] {
    const indent = '  '.repeat(depth);
    return [...this.#children].flatMap(([key, child]): Line[] => {
      const name = `${indent}${scalar(key)}:`;
      if (child instanceof Branch) return [{ text: name, from: '' }, ...child.lines(depth + 1)];
      const [first] = child;
      if (child.length === 1 && first && !first.text.startsWith('- '))
        return [{ text: `${name} ${first.text}`, from: first.from }];
      return [
        { text: name, from: '' },
        ...child.map((line) => ({ ...line, text: `${indent}  ${line.text}` })),
      ];
    });
  }
}

function itemLines(item: unknown, from: string): Line[] {
  if (!isRecord(item)) return [{ text: `- ${scalar(item)}`, from }];
  return Object.entries(item).map(([key, value], i) => ({
    text: `${i === 0 ? '- ' : '  '}${key}: ${Array.isArray(value) ? `[${value.map(scalar).join(', ')}]` : scalar(value)}`,
    from: i === 0 ? from : '',
  }));
}

function childOf(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.kind === 'record' ? node.entries.find((entry) => entry.key === key)?.value : undefined;
}

function itemOf(node: YamlNode | undefined, index: number): YamlNode | undefined {
  return node?.kind === 'list' ? node.items[index] : undefined;
}

function dataItems(node: YamlNode): unknown[] {
  return node.kind === 'list' ? node.items.map((item) => (item.kind === 'scalar' ? item.value : '')) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as YAML writes it: JSON is YAML, and what needs no quotation marks has none. */
function scalar(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const isPlain =
    /^[\p{L}_][\p{L}\p{N}_ /.-]*$/u.test(value) && !/^(?:true|false|null|yes|no|on|off)$/iu.test(value);
  return isPlain && value === value.trim() ? value : JSON.stringify(value);
}
