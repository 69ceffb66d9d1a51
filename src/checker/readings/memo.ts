/** How many things may be in the making at once: the levels a derivation may have, many times over. */
const DEEPEST = 400;

/**
 * What is made once for a check, however often it is asked for. A thing that would need itself is cut off there; what was
 * made of it meanwhile holds only until the first thing asked for is made, and is then made anew: so what is asked for
 * first never changes what is found later.
 */
export class Memo {
  readonly #kept = new Map<string, unknown>();
  readonly #passing = new Map<string, unknown>();
  readonly #open = new Set<string>();
  #cut = false;

  /** The thing of a key, which belongs to things of one type; what `cutOff` gives stands for it where it would need itself. */
  once<T>(key: string, cutOff: () => T, make: () => T): T {
    const kept = this.#kept.get(key);
    if (kept !== undefined || this.#kept.has(key)) return kept as T;
    const passes = this.#passing.has(key);
    if (passes || this.#open.has(key) || this.#open.size >= DEEPEST) {
      this.#cut = true;
      return passes ? (this.#passing.get(key) as T) : cutOff();
    }
    const wasCut = this.#cut;
    this.#cut = false;
    this.#open.add(key);
    try {
      const made = make();
      (this.#cut ? this.#passing : this.#kept).set(key, made);
      return made;
    } finally {
      this.#open.delete(key);
      this.#cut ||= wasCut;
      if (this.#open.size === 0) {
        this.#passing.clear();
        this.#cut = false;
      }
    }
  }
}
