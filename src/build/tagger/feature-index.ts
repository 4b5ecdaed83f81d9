const BITS = 23;
const MASK = (1 << BITS) - 1;

/** Counts features, which are 32-bit hashes, and numbers those that are seen often enough. */
export class FeatureIndex {
  readonly #keys = new Int32Array(1 << BITS);
  readonly #values = new Int32Array(1 << BITS);
  #hashes = new Int32Array(0);

  count(hashes: Int32Array, length: number): void {
    for (let at = 0; at < length; at++) {
      const slot = this.#slot(hashes[at]!);
      this.#keys[slot] = hashes[at]! || 1;
      this.#values[slot]! += 1;
    }
  }

  /** Ends the counting: from now on features counted fewer than `least` times have no number. */
  close(least: number): void {
    const hashes: number[] = [];
    for (let slot = 0; slot <= MASK; slot++) {
      if (this.#keys[slot] === 0) continue;
      const kept = this.#values[slot]! >= least;
      this.#values[slot] = kept ? hashes.length : -1;
      if (kept) hashes.push(this.#keys[slot]!);
    }
    this.#hashes = Int32Array.from(hashes);
  }

  /** The hashes of the numbered features, by number. */
  get hashes(): Int32Array {
    return this.#hashes;
  }

  /** Writes the numbers of features to `to` from `start` on, those without a number left out; gives the new end. */
  numbers(hashes: Int32Array, length: number, to: Int32Array, start: number): number {
    let end = start;
    for (let at = 0; at < length; at++) {
      const slot = this.#slot(hashes[at]!);
      if (this.#keys[slot] !== 0 && this.#values[slot]! >= 0) to[end++] = this.#values[slot]!;
    }
    return end;
  }

  /** Where a feature lies, or where it would. */
  #slot(hash: number): number {
    const key = hash || 1;
    let slot = (key ^ (key >>> 9)) & MASK;
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & MASK;
    return slot;
  }
}
