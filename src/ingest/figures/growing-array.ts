type Numbers = Float64Array | Uint32Array | Uint16Array | Uint8Array;

/** A column of numbers that grows. */
export class GrowingArray<T extends Numbers> {
  #values: T;
  readonly #make: (length: number) => T;

  constructor(make: (length: number) => T) {
    this.#make = make;
    this.#values = make(256);
  }

  get(i: number): number {
    return this.#values[i] ?? 0;
  }

  set(i: number, value: number): void {
    if (i >= this.#values.length) {
      const grown = this.#make(this.#values.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[i] = value;
  }
}

/** Numbers things, the same thing always with the same number. */
export class Interned<T> {
  readonly all: T[] = [];
  readonly #numbers = new Map<T, number>();

  of(thing: T): number {
    let n = this.#numbers.get(thing);
    if (n === undefined) {
      n = this.all.push(thing) - 1;
      this.#numbers.set(thing, n);
    }
    return n;
  }
}
