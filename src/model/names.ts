import { closest, distance } from 'fastest-levenshtein';

/** Text as names are compared: NFKC, no spaces, lower case. */
export const fold = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** Names that may be compared to find what unknown ones may mean: a file with many thousands gets no more proposals. */
const COMPARED = 500_000;

/** Finds things by id, name or alias; one name can belong to several things. */
export class Names<T> {
  #compared = 0;
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
    this.#compared += this.#shown.size;
    if (this.#compared > COMPARED) return undefined;
    const key = fold(name);
    const best = nearestFolded(key, [...this.#shown.keys()]);
    return best === undefined ? undefined : this.#shown.get(best);
  }
}

/** Letters of the longest names that are compared: nobody misspells a longer one, and comparing takes their square. */
const LONGEST = 200;

/** Of folded names the one nearest to another. */
function nearestFolded(key: string, folded: readonly string[]): string | undefined {
  const like = folded.filter(
    (f) => f.length <= LONGEST && Math.abs(f.length - key.length) * 2 <= Math.max(f.length, key.length),
  );
  if (like.length === 0 || key.length > LONGEST) return undefined;
  const best = closest(key, like);
  return distance(key, best) * 2 <= Math.max(key.length, best.length) ? best : undefined;
}

/** The candidate nearest in spelling, where it differs in no more than half of its letters. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  const folded = candidates.map(fold);
  const best = nearestFolded(fold(name), folded);
  return best === undefined ? undefined : candidates[folded.indexOf(best)];
}
