const NONE = -1;

/** A sparse table of weights by feature and label, averaged over all steps of training (Collins 2002). */
export class Weights {
  readonly #first: Int32Array;
  #labels = new Uint8Array(1 << 20);
  #next = new Int32Array(1 << 20);
  #values = new Float64Array(1 << 20);
  /** Each change times its step: what the average lacks of the last value. */
  #drift = new Float64Array(1 << 20);
  /** The averages of the runs that are over, added up. */
  #sums = new Float64Array(1 << 20);
  #size = 0;
  #step = 0;
  #runs = 0;

  constructor(features: number) {
    this.#first = new Int32Array(features).fill(NONE);
  }

  /** Adds to the scores of the labels what the features from 0 to `length` speak for. */
  score(features: Int32Array, length: number, scores: Float64Array): void {
    for (let at = 0; at < length; at++) {
      for (let entry = this.#first[features[at]!]!; entry !== NONE; entry = this.#next[entry]!)
        scores[this.#labels[entry]!]! += this.#values[entry]!;
    }
  }

  /** One more token has been seen. */
  step(): void {
    this.#step++;
  }

  change(feature: number, label: number, by: number): void {
    let entry = this.#first[feature]!;
    while (entry !== NONE && this.#labels[entry] !== label) entry = this.#next[entry]!;
    if (entry === NONE) {
      if (this.#size === this.#labels.length) this.#grow();
      entry = this.#size++;
      this.#labels[entry] = label;
      this.#next[entry] = this.#first[feature]!;
      this.#first[feature] = entry;
    }
    this.#values[entry]! += by;
    this.#drift[entry]! += by * this.#step;
  }

  /** Ends a run of training: its average is put by, and the next one begins with nothing. */
  endRun(): void {
    for (let entry = 0; entry < this.#size; entry++) {
      this.#sums[entry]! += this.#values[entry]! - this.#drift[entry]! / this.#step;
      this.#values[entry] = 0;
      this.#drift[entry] = 0;
    }
    this.#step = 0;
    this.#runs++;
  }

  /** The labels and averaged weights of a feature. */
  *of(feature: number): Iterable<readonly [label: number, weight: number]> {
    for (let entry = this.#first[feature]!; entry !== NONE; entry = this.#next[entry]!)
      yield [this.#labels[entry]!, this.#sums[entry]! / this.#runs];
  }

  #grow(): void {
    const length = 2 * this.#labels.length;
    const copy = <T extends Uint8Array | Int32Array | Float64Array>(to: T, from: T): T => {
      to.set(from as never);
      return to;
    };
    this.#labels = copy(new Uint8Array(length), this.#labels);
    this.#next = copy(new Int32Array(length), this.#next);
    this.#values = copy(new Float64Array(length), this.#values);
    this.#drift = copy(new Float64Array(length), this.#drift);
    this.#sums = copy(new Float64Array(length), this.#sums);
  }
}
