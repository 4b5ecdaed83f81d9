import { ConfigError, type ConfigFile } from '../config/problem.ts';
import type { HunspellDictionary } from '../config/vocabulary.ts';

/** Lines that only help to suggest words, or tell of the file; they are left out. */
const PASSED_OVER = new Set(
  'SET LANG NAME HOME VERSION TRY KEY REP MAP PHONE WORDCHARS NOSUGGEST MAXNGRAMSUGS MAXDIFF ONLYMAXDIFF NOSPLITSUGS'.split(
    ' ',
  ),
);
/** Lines that give a flag a meaning. */
const FLAG_LINES = new Set(['FORBIDDENWORD', 'KEEPCASE', 'NEEDAFFIX', 'ONLYINCOMPOUND']);
const AFFIX = /^(?:0|[\p{L}\p{M}’'-]{1,40})$/u;
/** Letters, dots and sets of letters, as in `[^aeiou]r`: as an expression it can't take long. */
const CONDITION = /^(?:[\p{L}\p{M}’'.-]|\[\^?[\p{L}\p{M}’']+\]){1,40}$/u;
/** So many forms may all the words have together. */
const MOST_FORMS = 1_000_000;
/** A speller that takes these for words takes anything. */
const NONSENSE = ['xqzzwk', 'qqqqjjj', 'zxwvbq', 'kjhgfdsq', 'wqåxzöq', 'ttxrrqz'];

/**
 * Reads a small Hunspell dictionary and gives what tells whether a form is in it. Every line of the affixes is checked
 * before nspell, which makes expressions of them, is loaded. Throws a `ConfigError` that names file and line.
 */
export async function readHunspell({ dic, aff }: HunspellDictionary): Promise<(form: string) => boolean> {
  const affixes = aff ? readAffixes(aff) : NO_AFFIXES;
  checkWords(dic, affixes);
  const { default: nspell } = await import('nspell');
  const speller = nspell(affixes.lines.join('\n'), dic.text);
  const wrong = NONSENSE.find((word) => speller.correct(word));
  if (wrong !== undefined)
    throw problem(dic, `Ordlistan godkänner nonsens, till exempel ”${wrong}”. Se över affixen i .aff-filen.`);
  return (form) => speller.correct(form);
}

interface Affixes {
  /** What nspell is given. */
  readonly lines: readonly string[];
  readonly flags: 'short' | 'long' | 'num';
  /** How many affixes a flag stands for. */
  readonly rules: ReadonlyMap<string, { readonly type: string; readonly size: number }>;
}

const NO_AFFIXES: Affixes = { lines: ['SET UTF-8'], flags: 'short', rules: new Map() };

function readAffixes(aff: ConfigFile): Affixes {
  const lines = ['SET UTF-8'];
  const rules = new Map<string, { type: string; size: number }>();
  let flags: Affixes['flags'] = 'short';
  /** The rule whose lines are being read, and how many are left. */
  let open: { readonly type: string; readonly flag: string; left: number } | undefined;
  for (const { text, start, end } of linesOf(aff)) {
    const fail = (message: string): never => {
      throw problem(aff, message, start, end);
    };
    const [name = '', first, second, third, condition = '.'] = text.split(/\s+/u);
    if (open) {
      const { type, flag } = open;
      if (name !== type || first !== flag)
        fail(`Här ska stå en rad till av ”${type} ${flag}”. Ändra antalet på regelns första rad.`);
      if (third?.includes('/')) fail('Affix som tar nya affix (”/”) går inte att använda. Ta bort flaggan.');
      if (!AFFIX.test(second ?? '') || !AFFIX.test(third ?? ''))
        fail('Ett affix får bara ha bokstäver. Skriv 0 där det är tomt.');
      if (!CONDITION.test(condition))
        fail(`Villkoret ”${condition}” får bara ha bokstäver, punkter och bokstäver inom hakparentes.`);
      lines.push([name, flag, second, third, condition].join(' '));
      if (--open.left === 0) open = undefined;
    } else if (name === 'SFX' || name === 'PFX') {
      if (first === undefined || !/^[YN]$/u.test(second ?? '') || !/^\d{1,5}$/u.test(third ?? ''))
        fail(`Regelns första rad ska se ut så här: ”${name} A Y 4”.`);
      if (rules.has(first!)) fail(`Flaggan ”${first}” har redan en regel. Välj en annan flagga.`);
      const size = Number(third);
      rules.set(first!, { type: name, size });
      lines.push([name, first, second, third].join(' '));
      if (size > 0) open = { type: name, flag: first!, left: size };
    } else if (name === 'FLAG') {
      if (first !== 'long' && first !== 'num' && first !== 'UTF-8')
        fail('FLAG kan vara long, num eller UTF-8.');
      flags = first === 'long' || first === 'num' ? first : 'short';
      // Nspell reads each line by the flags that it knows of so far.
      lines.splice(1, 0, text);
    } else if (name === 'SET' && first?.toUpperCase() !== 'UTF-8') {
      fail('Ordlistan ska vara i UTF-8. Spara om båda filerna och skriv ”SET UTF-8”.');
    } else if (FLAG_LINES.has(name)) {
      if (first === undefined) fail(`Flaggan saknas efter ”${name}”.`);
      lines.push(`${name} ${first}`);
    } else if (!PASSED_OVER.has(name)) {
      fail(`Raden ”${name}” går inte att använda. Ta bort den.`);
    }
  }
  if (open)
    throw problem(aff, `Regeln ”${open.type} ${open.flag}” saknar rader. Ändra antalet på dess första rad.`);
  return { lines, flags, rules };
}

/** Throws when the list lacks its first line, or when its words have so many forms that they can't be held. */
function checkWords(dic: ConfigFile, { flags, rules }: Affixes): void {
  const first = /^.*/u.exec(dic.text)![0];
  if (!/^\s*\d+\s*$/u.test(first)) throw problem(dic, 'Första raden ska vara antalet ord.', 0, first.length);
  let forms = 0;
  for (const { text, start, end } of linesOf(dic)) {
    const slash = text.indexOf('/');
    const codes = slash < 0 ? '' : /^\S*/u.exec(text.slice(slash + 1))![0];
    let suffixes = 1;
    let prefixes = 1;
    for (const code of codesOf(codes, flags)) {
      const rule = rules.get(code);
      if (rule?.type === 'SFX') suffixes += rule.size;
      else if (rule) prefixes += rule.size;
    }
    forms += suffixes * prefixes;
    if (forms > MOST_FORMS)
      throw problem(dic, 'Orden har fler än en miljon former tillsammans. Dela listan.', start, end);
  }
}

function codesOf(codes: string, flags: Affixes['flags']): readonly string[] {
  if (flags === 'num') return codes.split(',');
  return flags === 'long' ? (codes.match(/..?/gu) ?? []) : [...codes];
}

/** The lines of a file that say something, without white space around. */
function* linesOf({ text }: ConfigFile): Generator<{ text: string; start: number; end: number }> {
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/gu)) {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) continue;
    const start = index + line.indexOf(content);
    yield { text: content, start, end: start + content.length };
  }
}

function problem(file: ConfigFile, message: string, start?: number, end?: number): ConfigError {
  if (start === undefined || end === undefined) return new ConfigError([{ file: file.path, message }]);
  return new ConfigError([file.problem(message, start, end)]);
}
