type Numbers = Float64Array | Uint32Array | Uint16Array | Uint8Array;

/** A column of numbers that grows. */
export class GrowingArray<T extends Numbers> {
  #values: T;
  readonly #make: (length: number) => T;

  constructor(make: (length: number) => T) {
    this.#make = make;
    this.#values = make(256);
  }

  /** The number at a place; 0 where none was set. */
  get(i: number): number {
    return this.#values[i] ?? 0;
  }

  /** Sets the number at a place, whether there was one or not. */
  set(i: number, value: number): void {
    if (i >= this.#values.length) {
      const grown = this.#make(this.#values.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[i] = value;
  }
}
