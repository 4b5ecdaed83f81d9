import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser.js';
import { withOverlay } from '../analyse/core.ts';
import { Tagger } from '../analyse/tagger/tagger.ts';
import { overlayFor } from '../config/vocabulary.ts';
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
}

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
  const page = (ruleId: string): Promise<string | null> =>
    connection.sendRequest('klarlint/page', { ruleId });
  serve(connection, () => webHost(data as Resources, () => files, page));
};

function webHost(
  { dictionaries, rulesUrl }: Resources,
  files: () => Files,
  page: (ruleId: string) => Promise<string | null>,
): Host {
  const shipped = coreOf(dictionaries);
  return {
    pathOf: (uri) => {
      const { root } = files();
      return uri.startsWith(`${root}/`) ? decodeURIComponent(uri.slice(root.length)) : undefined;
    },
    uriOf: (path) => files().root + path.split('/').map(encodeURIComponent).join('/'),
    readConfig: (path) => {
      const { texts } = files();
      return Object.hasOwn(texts, path) ? texts[path] : undefined;
    },
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
