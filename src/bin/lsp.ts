import { loadMain } from './compiled.ts';

/** The server that the VS Code extension starts. */
const { program, keep, optimiseLess } = loadMain('lsp');
process.on('exit', keep);
program.serveStdio(optimiseLess).then((code) => {
  process.exitCode = code;
});
