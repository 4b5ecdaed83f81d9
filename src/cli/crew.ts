import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { shareDictionaries } from './core.ts';
import type { ExamineOptions } from './examine.ts';
import { packageFolder } from './home.ts';
import type { Outcome } from './outcome.ts';

interface Hand {
  readonly worker: Worker;
  /** Those who wait for an answer, in the order they asked. */
  readonly waiting: { resolve: (outcome: Outcome) => void; reject: (error: unknown) => void }[];
}

/** Threads that look at files side by side. */
export class Crew {
  readonly #hands: readonly Hand[];

  /** @param begun is called when every thread has looked at a file */
  constructor(size: number, options: ExamineOptions, env: NodeJS.ProcessEnv, begun: () => void) {
    const beginners = new Set<Worker>();
    const file = join(packageFolder(), 'dist/lint-worker.cjs');
    const dictionaries = shareDictionaries();
    this.#hands = Array.from({ length: size }, () => {
      const hand: Hand = {
        worker: new Worker(file, { workerData: { options, env: { ...env }, dictionaries } }),
        waiting: [],
      };
      hand.worker.on('message', (outcome: Outcome | { is: 'crashed'; error: unknown }) => {
        if (beginners.delete(hand.worker) && beginners.size === 0) begun();
        const { resolve, reject } = hand.waiting.shift()!;
        if (outcome.is === 'crashed') reject(outcome.error);
        else resolve(outcome);
      });
      hand.worker.on('error', (error) => {
        for (const { reject } of hand.waiting.splice(0)) reject(error);
      });
      beginners.add(hand.worker);
      return hand;
    });
  }

  /** What becomes of a file, looked at by the thread that has least to do. */
  outcomeOf(path: string): Promise<Outcome> {
    const hand = this.#hands.reduce((a, b) => (b.waiting.length < a.waiting.length ? b : a));
    return new Promise((resolve, reject) => {
      hand.waiting.push({ resolve, reject });
      hand.worker.postMessage(path);
    });
  }

  async dismiss(): Promise<void> {
    await Promise.all(this.#hands.map(({ worker }) => worker.terminate()));
  }
}
