import { parentPort, workerData } from 'node:worker_threads';
import { type SharedDictionaries, useDictionaries } from './core.ts';
import { type ExamineOptions, Examiner } from './examine.ts';
import { outcomeOf } from './outcome.ts';
import { readDraft } from './read-file.ts';

/** In a thread of a `Crew`: looks at the files it is given the paths of, and says what became of each. */
export function lintDrafts(): void {
  const { options, env, dictionaries } = workerData as {
    options: ExamineOptions;
    env: NodeJS.ProcessEnv;
    dictionaries: SharedDictionaries;
  };
  useDictionaries(dictionaries);
  const examiner = new Examiner(options, env);
  parentPort!.on('message', async (path: string) => {
    try {
      parentPort!.postMessage(await outcomeOf({ path, read: () => readDraft(path) }, examiner));
    } catch (error) {
      // Thrown in this thread it would end it without a word of which draft.
      parentPort!.postMessage({ is: 'crashed', error });
    }
  });
}
