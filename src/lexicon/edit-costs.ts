/** What an edit costs, in hundredths of an arbitrary wrong letter. The cheap ones are those that Swedish writers make. */
export const COST = {
  substitute: 100,
  insert: 85,
  remove: 85,
  transpose: 55,
  /** A letter doubled, or a double one made single: komunikation, tilllämpa. */
  double: 40,
  /** The same before or after a c: tycker as tyker or tykker. */
  ck: 45,
  vowel: 75,
  neighbour: 75,
  alike: 60,
  /** The first letter is seldom wrong. */
  first: 40,
  /** A name or a noun that lacks its capital. */
  capital: 20,
  /** Each joint of a compound that the dictionary does not have whole. */
  joint: 25,
} as const;

/** Letters that are taken for each other, both ways, with the cost: lost rings and dots, sounds that are spelled alike. */
const PAIRS: readonly (readonly [pairs: string, cost: number])[] = [
  ['aå aä oö eé eè aà', 30],
  ['éä éå', 60],
  ['åä äö åö', 45],
  ['oå eä öo', 50],
  ['ei ie ou uo yi yu öu äe aä ae', COST.alike],
  ['dt bp gk vf sz sc cz ck gj ij vw qk mn cs', COST.alike],
];

const KEYBOARD = ['1234567890', 'qwertyuiopå', 'asdfghjklöä', 'zxcvbnm'];
const VOWELS = 'aeiouyåäö';

const costs = new Map<number, number>();

function put(a: string, b: string, cost: number): void {
  for (const key of [keyOf(a.charCodeAt(0), b.charCodeAt(0)), keyOf(b.charCodeAt(0), a.charCodeAt(0))])
    costs.set(key, Math.min(cost, costs.get(key) ?? COST.substitute));
}

function keyOf(a: number, b: number): number {
  return a * 0x10000 + b;
}

for (const a of VOWELS) for (const b of VOWELS) if (a !== b) put(a, b, COST.vowel);
for (const [y, row] of KEYBOARD.entries()) {
  for (let x = 0; x < row.length; x++) {
    if (x + 1 < row.length) put(row[x]!, row[x + 1]!, COST.neighbour);
    for (const below of [KEYBOARD[y + 1]?.[x - 1], KEYBOARD[y + 1]?.[x]])
      if (below) put(row[x]!, below, COST.neighbour);
  }
}
for (const [pairs, cost] of PAIRS) for (const pair of pairs.split(' ')) put(pair[0]!, pair[1]!, cost);

const HYPHEN = '-'.charCodeAt(0);
const SMALL = 256;
const table = new Uint8Array(SMALL * SMALL).fill(COST.substitute);
for (const [key, cost] of costs) {
  const [a, b] = [Math.floor(key / 0x10000), key % 0x10000];
  if (a < SMALL && b < SMALL) table[a * SMALL + b] = cost;
}

/** The cost of `right` where `wrong` stands, both code units of letters in lower case. */
export function substitution(wrong: number, right: number): number {
  if (right === HYPHEN) return Number.MAX_SAFE_INTEGER;
  return wrong < SMALL && right < SMALL ? table[wrong * SMALL + right]! : COST.substitute;
}
