import { loadMain } from './compiled.ts';

/** The server that the VS Code extension starts: a program of its own, without what only the command needs. */
const { program, keep, optimiseLess } = loadMain<typeof import('./server.ts')>('lsp');
process.on('exit', keep);
program.serveStdio(optimiseLess).then((code) => {
  process.exitCode = code;
});
