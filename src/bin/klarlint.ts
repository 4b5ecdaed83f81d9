#!/usr/bin/env node
import { tellOfCrash } from '../cli/crash.ts';
import { loadMain } from './compiled.ts';

async function start(): Promise<number> {
  const serves = process.argv[2] === 'lsp';
  const { program, keep, optimiseLess } = loadMain<typeof import('./main.ts')>(serves ? 'lsp' : 'lint');
  // An editor's last word ends the process.
  if (serves) process.on('exit', keep);
  return program.command(process.argv, { begun: optimiseLess, linted: keep });
}

// Not even a package that is damaged ends in a stack trace.
start().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    tellOfCrash(error);
    process.exitCode = 2;
  },
);
