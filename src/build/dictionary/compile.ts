import { HEADER_FIELDS, HEADER_WORDS, type Header, MAGIC, VERSION } from '../../lexicon/format.ts';

/** One reading of a form. */
export interface Reading {
  lemma: string;
  tag: string;
}

/** A form with its flags (`Flag`) and readings. */
export interface FormEntry {
  form: string;
  flags: number;
  readings: readonly Reading[];
}

interface State {
  annotation: number;
  letters: number[];
  targets: State[];
  id: number;
}

/**
 * Compiles forms to the bytes that `Dictionary` reads. The same entries always give the same bytes.
 * Entries must be distinct and ordered by UTF-16 code units.
 * The construction is Daciuk, Mihov, Watson and Watson's for sorted words (Computational Linguistics 26, 2000).
 * @throws RangeError when a table is larger than its field in the format.
 */
export function compile(entries: readonly FormEntry[]): Uint8Array {
  const tables = new Tables(entries);
  const letters = letterTable(entries);
  const register = new Map<string, State>();
  const order: State[] = [];
  const root: State = newState();

  const freeze = (state: State): State => {
    const key = `${state.annotation};${state.letters.join()};${state.targets.map((target) => target.id).join()}`;
    const known = register.get(key);
    if (known !== undefined) return known;
    state.id = order.length;
    order.push(state);
    register.set(key, state);
    return state;
  };

  let path: State[] = [root];
  let previous = '';
  for (const entry of entries) {
    if (entry.form <= previous) throw new RangeError(`Forms out of order: ${previous}, ${entry.form}`);
    let shared = 0;
    while (shared < previous.length && previous[shared] === entry.form[shared]) shared++;
    for (let at = previous.length; at > shared; at--) {
      path[at - 1]!.targets[path[at - 1]!.targets.length - 1] = freeze(path[at]!);
    }
    path = path.slice(0, shared + 1);
    for (let at = shared; at < entry.form.length; at++) {
      const state = newState();
      path[at]!.letters.push(letters.indexOf(entry.form[at]!) + 1);
      path[at]!.targets.push(state);
      path.push(state);
    }
    path[entry.form.length]!.annotation = tables.annotationOf(entry);
    previous = entry.form;
  }
  for (let at = previous.length; at > 0; at--) {
    path[at - 1]!.targets[path[at - 1]!.targets.length - 1] = freeze(path[at]!);
  }
  freeze(root);

  return layOut(order, root, tables, letters, entries.length);
}

function newState(): State {
  return { annotation: 0, letters: [], targets: [], id: -1 };
}

/** Letters by falling frequency, so that a state's first edges are the likeliest. */
function letterTable(entries: readonly FormEntry[]): string[] {
  const counts = new Map<string, number>();
  for (const { form } of entries) {
    for (let at = 0; at < form.length; at++) counts.set(form[at]!, (counts.get(form[at]!) ?? 0) + 1);
  }
  return byFrequency(counts, 255, 'letters');
}

function byFrequency(counts: Map<string, number>, limit: number, name: string): string[] {
  if (counts.size > limit) throw new RangeError(`${counts.size} ${name}: the format holds ${limit}`);
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .map(([key]) => key);
}

/** What must be cut from a form and added to make its lemma. */
function endings(form: string, lemma: string): [ending: string, lemmaEnding: string] {
  let shared = 0;
  while (shared < form.length && shared < lemma.length && form[shared] === lemma[shared]) shared++;
  return [form.slice(shared), lemma.slice(shared)];
}

class Tables {
  readonly tags: string[];
  readonly endings: string[];
  readonly lemmaEndings: string[];
  readonly pool: number[] = [];
  readonly offsets: number[] = [0, 0];
  readonly #tag: Map<string, number>;
  readonly #ending: Map<string, number>;
  readonly #lemmaEnding: Map<string, number>;
  readonly #annotations = new Map<string, number>();

  constructor(entries: readonly FormEntry[]) {
    const tags = new Map<string, number>();
    const formEndings = new Map<string, number>();
    const lemmaEndings = new Map<string, number>();
    const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const { form, readings } of entries) {
      for (const { tag, lemma } of readings) {
        const [ending, lemmaEnding] = endings(form, lemma);
        add(tags, tag);
        add(formEndings, ending);
        add(lemmaEndings, lemmaEnding);
      }
    }
    this.tags = byFrequency(tags, 4096, 'tags');
    this.endings = byFrequency(formEndings, 1024, 'endings');
    this.lemmaEndings = byFrequency(lemmaEndings, 1024, 'lemma endings');
    this.#tag = indexOf(this.tags);
    this.#ending = indexOf(this.endings);
    this.#lemmaEnding = indexOf(this.lemmaEndings);
  }

  annotationOf({ form, flags, readings }: FormEntry): number {
    const words = readings.map(({ tag, lemma }) => {
      const [ending, lemmaEnding] = endings(form, lemma);
      return (
        this.#tag.get(tag)! * 2 ** 20 +
        this.#ending.get(ending)! * 2 ** 10 +
        this.#lemmaEnding.get(lemmaEnding)!
      );
    });
    const key = `${flags};${words.join()}`;
    const known = this.#annotations.get(key);
    if (known !== undefined) return known;
    const index = this.#annotations.size + 1;
    this.#annotations.set(key, index);
    this.pool.push(flags, ...words);
    this.offsets.push(this.pool.length);
    return index;
  }
}

function indexOf(list: readonly string[]): Map<string, number> {
  return new Map(list.map((item, index) => [item, index]));
}

function layOut(order: State[], root: State, tables: Tables, letters: string[], forms: number): Uint8Array {
  const position = new Uint32Array(order.length);
  let end = HEADER_WORDS;
  // Backwards: the root comes first, and a walk reads the file mostly forwards.
  for (let id = order.length - 1; id >= 0; id--) {
    position[id] = end;
    end += 1 + order[id]!.letters.length;
  }
  if (end >= 1 << 24) throw new RangeError('The automaton is larger than 2^24 words');
  const text = new TextEncoder().encode(
    [letters, tables.tags, tables.endings, tables.lemmaEndings].map((list) => list.join('\t')).join('\n'),
  );
  const annotations = end;
  const pool = annotations + tables.offsets.length;
  const textStart = pool + tables.pool.length;
  const header: Header = {
    root: position[root.id]!,
    states: HEADER_WORDS,
    annotations,
    annotationCount: tables.offsets.length - 1,
    pool,
    text: textStart,
    textBytes: text.length,
    forms,
  };

  const bytes = new Uint8Array(4 * textStart + 4 * Math.ceil(text.length / 4));
  const view = new DataView(bytes.buffer);
  const put = (word: number, value: number) => view.setUint32(4 * word, value, true);
  put(0, MAGIC);
  put(1, VERSION);
  for (const [index, field] of HEADER_FIELDS.entries()) put(2 + index, header[field]);
  for (const state of order) {
    let word = position[state.id]!;
    put(word++, state.annotation * 256 + state.letters.length);
    const edges = state.letters.map(
      (letter, index) => [letter, position[state.targets[index]!.id]!] as const,
    );
    for (const [letter, target] of edges.sort(([a], [b]) => a - b)) put(word++, letter * 2 ** 24 + target);
  }
  for (const [index, offset] of tables.offsets.entries()) put(annotations + index, offset);
  for (const [index, word] of tables.pool.entries()) put(pool + index, word);
  bytes.set(text, 4 * textStart);
  return bytes;
}
