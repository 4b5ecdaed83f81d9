#!/usr/bin/env node
import module from 'node:module';
import { tellOfCrash } from './crash.ts';

// Node 22 and newer keep what they compile until the next start.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

// Loaded from here, so that not even a package that is damaged ends in a stack trace.
try {
  const { run } = await import('./run.ts');
  process.exitCode = await run(process.argv);
} catch (error) {
  tellOfCrash(error);
  process.exitCode = 2;
}
