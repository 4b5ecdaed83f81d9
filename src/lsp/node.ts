import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node.js';
import { readConfig, userConfigFile } from '../cli/configuration.ts';
import { coreWith } from '../cli/core.ts';
import { packageFolder } from '../cli/home.ts';
import type { Host } from './host.ts';
import { serve } from './server.ts';

/** Serves a client over standard input and output. Gives the exit code when the input ends. */
export function serveStdio(): Promise<number> {
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(process.stdin),
    new StreamMessageWriter(process.stdout),
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
    userFile: userConfigFile(process.env, process.platform),
    core: coreWith,
    rulesUrl: pathToFileURL(rules).href,
  };
}
