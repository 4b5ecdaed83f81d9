import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  type ContentTypeEncoder,
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node.js';
import { chooseFiles } from '../cli/choose-files.ts';
import { listFolder, readConfig, userConfigFile } from '../cli/configuration.ts';
import { coreWith } from '../cli/core.ts';
import { packageFolder } from '../cli/home.ts';
import { readText, UnreadableError } from '../cli/read-file.ts';
import { putWordsFor } from '../cli/vocabulary.ts';
import type { Host } from './host.ts';
import { serve } from './server.ts';

/** Endings of drafts that lie in text files. */
const EDITED = 'md,markdown,mdx,txt,html,htm';

/** Serves a client over standard input and output. Gives the exit code when the input ends. */
export function serveStdio(): Promise<number> {
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(process.stdin),
    new StreamMessageWriter(process.stdout, { contentTypeEncoder: encoder() }),
  );
  serve(connection, nodeHost);
  return new Promise((resolve) => process.stdin.on('close', () => resolve(0)));
}

function nodeHost(): Host {
  const rules = join(packageFolder(), 'rules/');
  return {
    pathOf: (uri) => (uri.startsWith('file:') ? fileURLToPath(uri) : undefined),
    uriOf: (path) => pathToFileURL(path).href,
    readConfig,
    listFolder,
    userFile: userConfigFile(process.env, process.platform),
    core: coreWith,
    rulesUrl: pathToFileURL(rules).href,
    readme: async (ruleId) => {
      try {
        return await readFile(join(rules, ruleId, 'README.md'), 'utf8');
      } catch {
        return undefined;
      }
    },
    addWord: async (word, scope, path) => (await putWordsFor([word], scope, path)).join(' '),
    drafts: draftsIn,
    rest: youngCollector(),
  };
}

/** As many bytes are kept to write messages in as most need. */
const KEPT_BYTES = 2 ** 18;

/**
 * Writes each message where the one before was: to make room for the diagnostics of a long text takes longer than to write
 * them. The writer encodes a message when the one before has gone.
 */
function encoder(): ContentTypeEncoder {
  const kept = Buffer.allocUnsafeSlow(KEPT_BYTES);
  return {
    name: 'utf-8',
    encode: async (message) => {
      const text = JSON.stringify(message);
      // A UTF-16 unit takes three bytes at most.
      return text.length * 3 > KEPT_BYTES ? Buffer.from(text) : kept.subarray(0, kept.write(text));
    },
  };
}

/**
 * Collects what has become garbage since the last time. V8 does so when it has no room left, which is in the midst of a
 * linting, and of every fifth keystroke in a long text.
 */
function youngCollector(): () => void {
  let collect: ((options: { type: 'minor' }) => void) | undefined;
  return () => {
    if (!collect) {
      setFlagsFromString('--expose-gc');
      collect = runInNewContext('gc') as typeof collect;
      // What is kept of the program is only taken under the flags it was kept under.
      setFlagsFromString('--no-expose-gc');
    }
    collect!({ type: 'minor' });
  };
}

/** The texts of a folder that an editor can show; one that can't be read is passed over. */
async function* draftsIn(folder: string): AsyncGenerator<{ path: string; text: string }> {
  const { files } = await chooseFiles([folder], folder, { ext: [EDITED] }, []);
  for (const { path } of files) {
    try {
      yield { path, text: readText(path).text };
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
    }
  }
}
