/** A suffix rule of a Hunspell .aff file. */
export interface Rule {
  flag: string;
  strip: string;
  add: string;
  /** Flags that the new form bears by itself. */
  flags: string;
  condition: RegExp;
}

/** A line of a Hunspell .dic file. */
export interface Entry {
  word: string;
  flags: string;
}

/** A form of an entry: by a rule, or the entry's own word when `rule` is undefined. */
export interface Derived {
  form: string;
  rule: Rule | undefined;
}

/** Reads the suffix rules by flag. The Swedish dictionary has no prefix rules. */
export function readRules(aff: string): Map<string, Rule[]> {
  const rules = new Map<string, Rule[]>();
  for (const line of aff.split('\n')) {
    const [kind, flag, strip, addition, condition] = line.split(/\s+/);
    if (kind !== 'SFX' || condition === undefined || condition === '') continue;
    const [add = '', flags = ''] = addition!.split('/');
    const list = rules.get(flag!) ?? [];
    rules.set(flag!, list);
    list.push({
      flag: flag!,
      strip: strip === '0' ? '' : strip!,
      add: add === '0' ? '' : add,
      flags,
      condition: new RegExp(`${condition}$`, 'u'),
    });
  }
  return rules;
}

/** Reads the entries in the order of the file. */
export function readEntries(dic: string): Entry[] {
  const entries: Entry[] = [];
  for (const line of dic.split('\n').slice(1)) {
    const text = line.split('\t')[0]!.trim();
    if (text === '') continue;
    const slash = text.indexOf('/', 1);
    entries.push(
      slash < 0 ? { word: text, flags: '' } : { word: text.slice(0, slash), flags: text.slice(slash + 1) },
    );
  }
  return entries;
}

/** Every form of an entry, its own word first. */
export function* expand(entry: Entry, rules: Map<string, Rule[]>): Generator<Derived> {
  if (!entry.flags.includes('¤')) yield { form: entry.word, rule: undefined };
  for (const flag of entry.flags) {
    for (const rule of rules.get(flag) ?? []) {
      if (!entry.word.endsWith(rule.strip) || !rule.condition.test(entry.word)) continue;
      yield { form: entry.word.slice(0, entry.word.length - rule.strip.length) + rule.add, rule };
    }
  }
}
