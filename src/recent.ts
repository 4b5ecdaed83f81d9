/** So many are kept, with those met before them up to twice as many. */
const SIZE = 6_000;

/** A map of bounded size that keeps what is asked for again: of running text, its common words. */
export class Recent<Value> {
  #young = new Map<string, Value>();
  /** Those that were young before these. */
  #old = new Map<string, Value>();

  get(key: string): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string, value: Value): void {
    if (this.#young.size >= SIZE) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }
}
