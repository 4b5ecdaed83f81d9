import { hashText } from './hash.ts';
import type { Word } from './word.ts';

const MARKS = new Set(['MAD', 'MID', 'PAD']);

/** What a tag is to its clause. */
export const Role = {
  none: 0,
  verb: 1,
  /** Begins a clause or ends one: subordinator, relative, full stop. */
  border: 2,
} as const;

/** Slots in a row of `TagTable.parts`. */
export const PARTS = 7;

/** The tags of a model and what the tagger asks of them, by the tag's number. */
export class TagTable {
  readonly names: readonly string[];
  /** A hash of each tag, and of its word class. */
  readonly hashes: Int32Array;
  readonly classes: Int32Array;
  /** The tags' numbers: those that a mark may have, those that a word may, and all. */
  readonly choices: Readonly<Record<Word['marks'], Uint8Array>>;
  /** One of `Role` for each. */
  readonly roles: Uint8Array;
  /**
   * The labels whose weights add up to a tag's score, `PARTS` for each tag: the tag itself, its word class and its
   * values (UTR, PLU, DEF), so that what is learned of one tag helps its rarer kin. Filled up with `labels`.
   */
  readonly parts: Uint8Array;
  /** How many labels there are, tags included. */
  readonly labels: number;
  /** The other way round: the tags of label `n` are `holders` from `holderStarts[n]` up to `holderStarts[n + 1]`. */
  readonly holders: Uint8Array;
  readonly holderStarts: Uint16Array;

  /** @throws RangeError when there are more labels than a byte can tell apart. */
  constructor(names: readonly string[]) {
    const labels = new Map<string, number>();
    const numberOf = (part: string): number => {
      const known = labels.get(part);
      if (known !== undefined) return known;
      labels.set(part, names.length + labels.size);
      return names.length + labels.size - 1;
    };
    const parts = names.map((name, tag) => {
      const [wordClass, ...values] = name.split('|');
      const shared = [`${wordClass!}|`, ...values.filter((value) => value !== 'NOM' && value !== 'POS')];
      return [...new Set([tag, ...shared.map(numberOf)])];
    });
    this.names = names;
    this.labels = names.length + labels.size;
    if (this.labels > 254) throw new RangeError(`${this.labels} labels: the format holds 254`);
    this.hashes = Int32Array.from(names, (name) => hashText(name) | 1);
    this.classes = Int32Array.from(names, (name) => hashText(name.split('|', 1)[0]!) | 1);
    const all = Uint8Array.from(names.keys());
    const marks = all.filter((tag) => MARKS.has(names[tag]!));
    const others = all.filter((tag) => !MARKS.has(names[tag]!));
    this.choices = { only: marks.length > 0 ? marks : all, no: others.length > 0 ? others : all, maybe: all };
    this.roles = Uint8Array.from(names, roleOf);
    this.parts = new Uint8Array(names.length * PARTS).fill(this.labels);
    for (const [tag, row] of parts.entries()) this.parts.set(row.slice(0, PARTS), tag * PARTS);
    const holders = Array.from({ length: this.labels }, (): number[] => []);
    for (const tag of names.keys()) for (const label of this.labelsOf(tag)) holders[label]!.push(tag);
    this.holders = Uint8Array.from(holders.flat());
    this.holderStarts = new Uint16Array(this.labels + 1);
    for (const [label, own] of holders.entries())
      this.holderStarts[label + 1] = this.holderStarts[label]! + own.length;
  }

  /** A tag's row of `parts` without the filling. */
  labelsOf(tag: number): number[] {
    return [...this.parts.subarray(tag * PARTS, (tag + 1) * PARTS)].filter((label) => label < this.labels);
  }
}

function roleOf(name: string): number {
  if (name.startsWith('VB')) return Role.verb;
  return /^(?:SN|HP|HA|MAD)/.test(name) ? Role.border : Role.none;
}
