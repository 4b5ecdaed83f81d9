import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser.js';
import { withOverlay } from '../analyse/core.ts';
import { Tagger } from '../analyse/tagger/tagger.ts';
import { CONFIG_NAME } from '../config/cascade.ts';
import { folderOf } from '../config/path.ts';
import { ConfigFile } from '../config/problem.ts';
import { overlayFor, wordOf } from '../config/vocabulary.ts';
import { fileForWords, withWord, wordTold } from '../config/with-word.ts';
import { Lexicon } from '../lexicon/lexicon.ts';
import { Suggester } from '../lexicon/suggest.ts';
import { WordTable } from '../lexicon/word-table.ts';
import type { LanguageCore } from '../rule.ts';
import type { Host } from './host.ts';
import { serve } from './server.ts';

/** What the client gives the worker before they speak: a worker reads no files. */
export interface Resources {
  /** The files `dictionaries/<name>/<name>.bin`, by name. */
  readonly dictionaries: Readonly<
    Record<'ordlista-sv' | 'grundord-sv' | 'taggare-sv' | 'frekvens-sv' | 'ord-en', Uint8Array>
  >;
  readonly rulesUrl: string;
  readonly files: Files;
}

/** The files that configuration may be read from. `klarlint/files` gives them anew; then `didChangeWatchedFiles` has them read. */
export interface Files {
  /** The address that paths are counted from, as `vscode-vfs://github`. */
  readonly root: string;
  /** What each says, by its path. */
  readonly texts: Readonly<Record<string, string>>;
  /** What the user's own file says, wherever the client keeps it; empty when there is none. */
  readonly user: string;
}

/** The name that the user's own file goes by here; no file of a workspace has it. */
const USER_FILE = '/~/klarlint.yml';

/** A worker as it sees itself; its types are those of a browser. */
interface Self {
  onmessage: ((event: { data: unknown }) => void) | null;
}

const self = globalThis as unknown as Self;

// The first message is ours; from there on the protocol's reader listens.
self.onmessage = ({ data }) => {
  self.onmessage = null;
  const reader = new BrowserMessageReader(self as never);
  const writer = new BrowserMessageWriter(self as never);
  const connection = createConnection(ProposedFeatures.all, reader, writer);
  let { files } = data as Resources;
  connection.onNotification('klarlint/files', (told: Files) => {
    files = told;
  });
  const write = async (path: string, text: string): Promise<void> => {
    await connection.sendRequest('klarlint/write', { path: path === USER_FILE ? null : path, text });
    files =
      path === USER_FILE ? { ...files, user: text } : { ...files, texts: { ...files.texts, [path]: text } };
  };
  const page = (ruleId: string): Promise<string | null> =>
    connection.sendRequest('klarlint/page', { ruleId });
  serve(connection, () => webHost(data as Resources, () => files, page, write));
};

function webHost(
  { dictionaries, rulesUrl }: Resources,
  files: () => Files,
  page: (ruleId: string) => Promise<string | null>,
  write: (path: string, text: string) => Promise<void>,
): Host {
  const shipped = coreOf(dictionaries);
  const readConfig = (path: string): string | undefined => {
    const { texts, user } = files();
    if (path === USER_FILE) return user || undefined;
    return Object.hasOwn(texts, path) ? texts[path] : undefined;
  };
  return {
    pathOf: (uri) => {
      const { root } = files();
      return uri.startsWith(`${root}/`) ? decodeURIComponent(uri.slice(root.length)) : undefined;
    },
    uriOf: (path) => files().root + path.split('/').map(encodeURIComponent).join('/'),
    readConfig,
    userFile: USER_FILE,
    listFolder: (folder) => {
      const below = `${folder === '/' ? '' : folder}/`;
      const names = new Set<string>();
      for (const path of Object.keys(files().texts))
        if (path.startsWith(below)) names.add(/^[^/]*\/?/u.exec(path.slice(below.length))![0]);
      return names.size > 0 ? [...names] : undefined;
    },
    core: async (vocabulary) =>
      vocabulary.length === 0 ? shipped : withOverlay(shipped, overlayFor(vocabulary, shipped)),
    rulesUrl,
    readme: async (ruleId) => (await page(ruleId)) ?? undefined,
    addWord: async (line, scope, path) => {
      const own = wordOf(line);
      if (typeof own === 'string') throw new Error(own);
      const file =
        scope === 'user'
          ? USER_FILE
          : fileForWords(folderOf(path), (candidate) => readConfig(candidate) !== undefined);
      const before = readConfig(file) ?? '';
      const text = await withWord(new ConfigFile(file, before), own.word);
      const shown = scope === 'user' ? 'webbläsaren' : CONFIG_NAME;
      try {
        if (text !== before) await write(file, text);
      } catch {
        throw new Error(`${shown}: Filen går inte att skriva. Öppna mappen så att du får ändra i den.`);
      }
      return wordTold(own.word, shown, text !== before);
    },
  };
}

function coreOf(dictionaries: Resources['dictionaries']): LanguageCore {
  const lexicon = new Lexicon({ words: dictionaries['ordlista-sv'], core: dictionaries['grundord-sv'] });
  return {
    lexicon,
    tagger: new Tagger(dictionaries['taggare-sv'], lexicon),
    suggester: new Suggester(lexicon, new WordTable(dictionaries['frekvens-sv'])),
    english: new WordTable(dictionaries['ord-en']),
  };
}
