/** More spans than calendars have months, so that a series and a span make one number without loss. */
export const MOST_SPANS = 2 ** 22;

/** Finds by series and span which figure came first: an open-addressed table of numbers. */
export class KeyTable {
  #keys = new Float64Array(1024);
  #figures = new Uint32Array(1024);
  #size = 0;

  #slot(key: number): number {
    const mask = this.#keys.length - 1;
    // the spans of a series lie side by side: they come one after the other
    let i = (Math.imul(Math.floor(key / MOST_SPANS), 0x9e3779b1) + (key % MOST_SPANS)) & mask;
    for (let held = this.#keys[i]; held !== 0 && held !== key; held = this.#keys[i]) i = (i + 1) & mask;
    return i;
  }

  /** The figure that has this key (above 0); a new one gets it. */
  take(key: number, figure: number): number {
    const i = this.#slot(key);
    if (this.#keys[i] === key) return this.#figures[i] ?? 0;
    this.#keys[i] = key;
    this.#figures[i] = figure;
    if (++this.#size * 3 > this.#keys.length * 2) this.#grow();
    return figure;
  }

  #grow(): void {
    const [keys, figures] = [this.#keys, this.#figures];
    this.#keys = new Float64Array(keys.length * 2);
    this.#figures = new Uint32Array(keys.length * 2);
    for (const [i, key] of keys.entries()) {
      if (key === 0) continue;
      const at = this.#slot(key);
      this.#keys[at] = key;
      this.#figures[at] = figures[i] ?? 0;
    }
  }
}
