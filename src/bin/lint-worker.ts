import { loadMain } from './compiled.ts';

// A thread of `klarlint`, which has kept what both run.
void loadMain<typeof import('./main.ts')>('lint').program.lintDrafts();
