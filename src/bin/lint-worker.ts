import { loadMain } from './compiled.ts';

// A thread of `klarlint`, which has kept what both run.
void loadMain('lint').program.lintDrafts();
