import type { Capture } from './captures.ts';

/** What some of the captured texts of a cell mean; `column` counts where the header above it says something of that. */
export type Lookup<T> = (row: readonly Capture[], column: number) => T;

/** Answers remembered of one look-up: enough for labels, bounded for what never comes back. */
const REMEMBERED = 1 << 16;

/**
 * A look-up that works out each answer once for the same captures of some row fields (by their places in the row), and
 * for the same column where `byColumn`. Neighbours mostly ask the same, and get the last answer at once.
 */
export function lookup<T>(fields: readonly number[], byColumn: boolean, answer: Lookup<T>): Lookup<T> {
  type Branch = Map<unknown, Branch | T>;
  let known: Branch = new Map();
  let size = 0;
  const last: (Capture | undefined)[] = fields.map(() => undefined);
  let lastColumn = -1;
  let found: T | undefined;
  const isLast = (row: readonly Capture[], column: number): boolean => {
    if (byColumn ? column !== lastColumn : lastColumn < 0) return false;
    for (let i = 0; i < fields.length; i++) if (row[fields[i] as number] !== last[i]) return false;
    return true;
  };
  const seek = (row: readonly Capture[], column: number): T => {
    const keys: unknown[] = fields.map((field) => row[field]);
    if (byColumn) keys.push(column);
    const leaf = keys.pop();
    let branch = known;
    for (const key of keys) {
      let next = branch.get(key) as Branch | undefined;
      if (!next) {
        next = new Map();
        branch.set(key, next);
      }
      branch = next;
    }
    if (branch.has(leaf)) return branch.get(leaf) as T;
    const made = answer(row, column);
    branch.set(leaf, made);
    if (++size >= REMEMBERED) {
      known = new Map();
      size = 0;
    }
    return made;
  };
  return (row, column) => {
    if (isLast(row, column)) return found as T;
    found = seek(row, column);
    for (let i = 0; i < fields.length; i++) last[i] = row[fields[i] as number];
    lastColumn = column;
    return found;
  };
}
