import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withOverlay } from '../analyse/core.ts';
import { Tagger } from '../analyse/tagger/tagger.ts';
import { type HunspellDictionary, overlayFor, type VocabularyItem } from '../config/vocabulary.ts';
import { Lexicon } from '../lexicon/lexicon.ts';
import { Suggester } from '../lexicon/suggest.ts';
import { WordTable } from '../lexicon/word-table.ts';
import type { LanguageCore } from '../rule.ts';
import { packageFolder } from './home.ts';

let core: LanguageCore | undefined;

/** The language core out of the package's dictionaries, each read when it is first asked for. One for the process. */
export function readCore(): LanguageCore {
  core ??= new ShippedCore();
  return core;
}

const cores = new WeakMap<readonly VocabularyItem[], Promise<LanguageCore>>();

/** The language core with a user's words in it, one for a vocabulary. Throws a `ConfigError` when they can't be used. */
export async function coreWith(vocabulary: readonly VocabularyItem[]): Promise<LanguageCore> {
  if (vocabulary.length === 0) return readCore();
  const known = cores.get(vocabulary) ?? makeCore(vocabulary);
  cores.set(vocabulary, known);
  return known;
}

async function makeCore(vocabulary: readonly VocabularyItem[]): Promise<LanguageCore> {
  const shipped = readCore();
  const overlay = overlayFor(vocabulary, shipped);
  const dictionaries = vocabulary.filter(isHunspell);
  if (dictionaries.length === 0) return withOverlay(shipped, overlay);
  const { readHunspell } = await import('./hunspell.ts');
  const spellers = await Promise.all(dictionaries.map(readHunspell));
  return withOverlay(shipped, { ...overlay, accepts: (form) => spellers.some((accepts) => accepts(form)) });
}

function isHunspell(item: VocabularyItem): item is HunspellDictionary {
  return typeof item !== 'string' && 'dic' in item;
}

class ShippedCore implements LanguageCore {
  #lexicon: Lexicon | undefined;
  #tagger: Tagger | undefined;
  #suggester: Suggester | undefined;
  #english: WordTable | undefined;

  get lexicon(): Lexicon {
    this.#lexicon ??= new Lexicon({
      words: readDictionary('ordlista-sv'),
      core: readDictionary('grundord-sv'),
    });
    return this.#lexicon;
  }

  get tagger(): Tagger {
    this.#tagger ??= new Tagger(readDictionary('taggare-sv'), this.lexicon);
    return this.#tagger;
  }

  get suggester(): Suggester {
    this.#suggester ??= new Suggester(this.lexicon, new WordTable(readDictionary('frekvens-sv')));
    return this.#suggester;
  }

  get english(): WordTable {
    this.#english ??= new WordTable(readDictionary('ord-en'));
    return this.#english;
  }
}

const NAMES = ['ordlista-sv', 'grundord-sv', 'taggare-sv', 'frekvens-sv', 'ord-en'] as const;
type Name = (typeof NAMES)[number];

/** The dictionaries' bytes, where every thread can read them. */
export type SharedDictionaries = Readonly<Record<Name, Uint8Array>>;

let shared: SharedDictionaries | undefined;

/** Reads all dictionaries once for several threads: they lie in the processors' caches once too. */
export function shareDictionaries(): SharedDictionaries {
  const all = NAMES.map((name) => {
    const bytes = readDictionary(name);
    const common = new Uint8Array(new SharedArrayBuffer(bytes.length));
    common.set(bytes);
    return [name, common] as const;
  });
  return Object.fromEntries(all) as Record<Name, Uint8Array>;
}

/** In a thread, before the core is first asked for: the dictionaries are those that another has read. */
export function useDictionaries(dictionaries: SharedDictionaries): void {
  shared = dictionaries;
}

function readDictionary(name: Name): Uint8Array {
  return shared?.[name] ?? readFileSync(join(packageFolder(), 'dictionaries', name, `${name}.bin`));
}
