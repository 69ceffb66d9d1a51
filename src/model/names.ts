import { closest, distance } from 'fastest-levenshtein';

/** Text as names are compared: NFKC, no spaces, lower case. */
export const fold = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** Finds things by id, name or alias; one name can belong to several things. */
export class Names<T> {
  readonly #byName = new Map<string, T[]>();
  readonly #shown = new Map<string, string>();

  /** Enters a thing under a name; the same thing twice under one name is entered once. */
  add(name: string, thing: T): void {
    const key = fold(name);
    const found = this.#byName.get(key);
    if (!found) this.#byName.set(key, [thing]);
    else if (!found.includes(thing)) found.push(thing);
    if (!this.#shown.has(key)) this.#shown.set(key, name);
  }

  /** Everything of that name, in the order it was entered. */
  all(name: string): readonly T[] {
    return this.#byName.get(fold(name)) ?? [];
  }

  /** The thing of that name; where several share it, the first entered. */
  get(name: string): T | undefined {
    return this.all(name)[0];
  }

  /** The known name nearest in spelling, where one is near enough to be meant. */
  nearest(name: string): string | undefined {
    return nearest(name, [...this.#shown.values()]);
  }
}

/** The candidate nearest in spelling, where it differs in no more than half of its letters. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const key = fold(name);
  const folded = candidates.map(fold);
  const best = closest(key, folded);
  return distance(key, best) * 2 <= Math.max(key.length, best.length)
    ? candidates[folded.indexOf(best)]
    : undefined;
}
