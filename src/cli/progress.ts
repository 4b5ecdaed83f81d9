import { number } from '../report/wording.ts';

/** Fewer documents than this are done before anybody has read the line. */
const WORTH_IT = 20;
/** Milliseconds between two looks at the line. */
const PAUSE = 100;

/** A line on standard error that says how far a long run has come; only in a terminal. */
export class Progress {
  readonly #total: number;
  readonly #on: boolean;
  #done = 0;
  #last = 0;
  #shown = false;

  constructor(total: number, wanted: boolean) {
    this.#total = total;
    // In this order: to open a stream takes its time.
    this.#on = wanted && total >= WORTH_IT && process.stderr.isTTY === true;
  }

  /** One more document is about to be read. */
  step(): void {
    this.#done++;
    if (!this.#on || Date.now() - this.#last < PAUSE) return;
    this.#last = Date.now();
    this.#shown = true;
    process.stderr.write(`\r\u001b[KGranskar ${number(this.#done)} av ${number(this.#total)} …`);
  }

  /** Takes the line away, so that something else can be written. */
  clear(): void {
    if (!this.#shown) return;
    this.#shown = false;
    process.stderr.write('\r\u001b[K');
  }
}
