import { loadMain } from './compiled.ts';

/** The server that the VS Code extension starts. */
const { program, keep } = loadMain('lsp');
process.on('exit', keep);
program.serveStdio().then((code) => {
  process.exitCode = code;
});
