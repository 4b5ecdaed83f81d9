import type { LanguageCore } from '../analyse/core.ts';
import type { Overlay } from '../lexicon/lexicon.ts';
import { type Misfit, type OwnWord, overlayOf } from '../lexicon/vocabulary.ts';
import { folderOf, isBelow, within } from './path.ts';
import { ConfigError, ConfigFile } from './problem.ts';
import type { YamlNode } from './yaml.ts';

/** What a vocabulary is made of: a line as it is written, or what it has been read as. */
export type VocabularyItem = string | WordList | HunspellDictionary;

/** Words with their places in the file that they stand in. */
export interface WordList {
  readonly file: ConfigFile;
  readonly words: readonly PlacedWord[];
}

interface PlacedWord extends OwnWord {
  /** UTF-16 offsets in the file, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A Hunspell dictionary as it lies in its files, not yet checked. */
export interface HunspellDictionary {
  readonly dic: ConfigFile;
  readonly aff: ConfigFile | undefined;
}

/** Reads a file, as the cascade does; nothing when there is none. */
type Read = (path: string, mostBytes?: number) => string | undefined;

const LONGEST_WORD = 80;
const MOST_PROBLEMS = 10;
const MOST_BYTES = { dic: 2_000_000, aff: 200_000 };
/** A letter or figure, and then what may stand inside a word; a dotted abbreviation is one too. */
const WORD = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}.:’'&+-]*$/u;

/** Reads the vocabulary of a file, and the files it names. Throws a `ConfigError` with the mistakes of one file. */
export function readVocabulary(list: YamlNode, file: ConfigFile, read: Read): VocabularyItem[] {
  if (list.kind !== 'list') return [];
  const own: Line[] = [];
  const items: VocabularyItem[] = [];
  for (const item of list.items) {
    const text = item.kind === 'scalar' ? String(item.value) : '';
    const { start, end } = item;
    if (!/^\.{1,2}[\\/]/u.test(text)) own.push({ text, start, end });
    else items.push(readNamed(text, { start, end }, file, read));
  }
  return [wordList(own, file), ...items];
}

/** The word and the model of a line, `e-journal/journal`; a string in Swedish when it is no such thing. */
export function wordOf(line: string): OwnWord | string {
  const text = line.normalize('NFC').trim();
  if (/\s/u.test(text)) return `”${text}” är flera ord. Skriv ett på varje rad.`;
  const [word = '', model, ...rest] = text.split('/');
  const wrong = [word, ...(model === undefined ? [] : [model])].find(
    (one) => !WORD.test(one) || one.length > LONGEST_WORD,
  );
  if (wrong !== undefined || rest.length > 0)
    return `”${text.slice(0, LONGEST_WORD)}” är inget ord. Skriv ”ord”, ”ord/modellord” eller en fil: ”./ord.txt”.`;
  return { word, ...(model !== undefined && { model }) };
}

/**
 * What the words of a vocabulary add to the core's lexicon; Hunspell dictionaries are for the driver. Throws a
 * `ConfigError` with the words of one file that can't be inflected as their models.
 */
export function overlayFor(vocabulary: readonly VocabularyItem[], core: LanguageCore): Overlay {
  const words: Overlay['words'][number][] = [];
  const modelled: NonNullable<Overlay['modelled']>[number][] = [];
  for (const item of vocabulary) {
    const list = typeof item === 'string' ? shippedList(item) : item;
    if (!('words' in list)) continue;
    const problems: ConfigError['problems'][number][] = [];
    const overlay = overlayOf(list.words, core.lexicon, (word, why) => {
      if (problems.length < MOST_PROBLEMS)
        problems.push(list.file.problem(misfit(word, why, core), word.start, word.end));
    });
    if (problems.length > 0) throw new ConfigError(problems);
    for (const word of overlay.words) words.push(word);
    for (const one of overlay.modelled ?? []) modelled.push(one);
  }
  return { words, modelled };
}

/** What is said of a word that can't be inflected as its model. */
export function misfit({ word, model = '' }: OwnWord, why: Misfit, core: LanguageCore): string {
  if (why === 'ending')
    return `”${word}” kan inte böjas som ”${model}”: de slutar olika. Välj ett modellord med samma slut.`;
  const lemma = core.lexicon.analyses(model)[0]?.lemma;
  if (lemma !== undefined) return `Modellordet ”${model}” är ingen grundform. Menar du ”${lemma}”?`;
  const meant = core.suggester.suggest(model)[0]?.word;
  const cure = meant === undefined ? 'Välj ett ord som böjs likadant.' : `Menar du ”${meant}”?`;
  return `Modellordet ”${model}” finns inte i ordlistan. ${cure}`;
}

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function wordList(lines: readonly Line[], file: ConfigFile): WordList {
  const problems: ConfigError['problems'][number][] = [];
  const words = lines.flatMap(({ text, start, end }) => {
    const word = wordOf(text);
    if (typeof word !== 'string') return [{ ...word, start, end }];
    if (problems.length < MOST_PROBLEMS) problems.push(file.problem(word, start, end));
    return [];
  });
  if (problems.length > 0) throw new ConfigError(problems);
  return { file, words };
}

/** A line of a profile's that is shipped: it stands in no file of the user's. */
function shippedList(line: string): WordList {
  return wordList([{ text: line, start: 0, end: line.length }], new ConfigFile('profil', line));
}

function readNamed(
  name: string,
  at: { readonly start: number; readonly end: number },
  from: ConfigFile,
  read: Read,
): VocabularyItem {
  const fail = (message: string): never => {
    throw new ConfigError([from.problem(message, at.start, at.end)]);
  };
  const folder = folderOf(from.path);
  const path = within(folder, name);
  const open = (target: string, most?: number): ConfigFile | undefined => {
    const text = read(target, most);
    return text === undefined ? undefined : new ConfigFile(target, text, isBelow(target, folder));
  };
  if (!/\.(?:txt|dic)$/u.test(name))
    fail(`”${name}” slutar inte på .txt eller .dic. Ange en ordlista, ett ord på varje rad.`);
  const file = open(path, path.endsWith('.dic') ? MOST_BYTES.dic : undefined);
  if (!file)
    return fail(`Filen ”${name}” finns inte. Sökvägen räknas från ${from.path.split(/[\\/]/u).at(-1)}.`);
  if (file.text.includes('\ufffd')) {
    const bad = file.text.indexOf('\ufffd');
    throw new ConfigError([file.problem('Filen är inte sparad som UTF-8. Spara om den.', bad, bad + 1)]);
  }
  if (path.endsWith('.dic')) return { dic: file, aff: open(path.replace(/\.dic$/u, '.aff'), MOST_BYTES.aff) };
  return wordList(linesOf(file.text), file);
}

/** The lines of a word list, without what stands after `#`. */
function linesOf(text: string): Line[] {
  return [...text.matchAll(/^.*$/gmu)].flatMap(({ 0: line, index }) => {
    const content = line.replace(/(?:^|\s)#.*$/u, '');
    const word = content.trim();
    const start = index + content.indexOf(word);
    return word === '' ? [] : [{ text: word, start, end: start + word.length }];
  });
}
