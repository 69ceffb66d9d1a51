// What the checker and DuckDB both judge: what is promised, and figures that are the same at every run.

export const MONTHS = 36;
/** The first month of the figures, 2022-01, and the last one seen, 2024-08, as month numbers. */
export const FIRST = 2022 * 12;
export const AS_OF = 2024 * 12 + 7;
/** The window of every target: 2024. */
export const WINDOW = { start: 2024 * 12, end: 2024 * 12 + 11 };

/** What plans promise most of; the n-th target is of the kind n modulo their number. */
export const KINDS = [
  { kind: 'flow', better: 'higher', comparator: 'at_least', value: 600 },
  { kind: 'flow', better: 'lower', comparator: 'at_most', value: 600 },
  { kind: 'stock', better: 'higher', comparator: 'at_least', value: 60, baseline: 40 },
  { kind: 'flow', better: 'higher', comparator: 'about', value: 550 },
];

/** A status is handed over as its place in this list. */
export const STATUSES = ['achieved', 'on-track', 'lagging', 'missed'];

/** The figures of so many targets from one on, a month after the other, in tenths: each target has a level of its own. */
export function tenths(from, count) {
  const values = new Int32Array(count * MONTHS);
  for (let i = 0; i < values.length; i++) {
    const n = from * MONTHS + i;
    values[i] = 300 + ((Math.floor(n / MONTHS) * 7919) % 401) + ((n * 7919) % 200);
  }
  return values;
}
