#!/usr/bin/env node
import { tellOfCrash } from './crash.ts';

// Loaded from here, so that not even a package that is damaged ends in a stack trace.
try {
  const { run } = await import('./run.ts');
  process.exitCode = await run(process.argv);
} catch (error) {
  tellOfCrash(error);
  process.exitCode = 2;
}
