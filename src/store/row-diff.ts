import { BATCH_COLUMNS } from '../model/observation.ts';
import { type Column, splitRow } from './canonical.ts';

/** A row whose figure is still there, with the cells that differ. */
export interface RowChange {
  /** The row as it was expected, and as it is. */
  readonly expected: string;
  readonly found: string;
  readonly cells: readonly { readonly column: Column; readonly expected: string; readonly found: string }[];
}

/** What differs between two lists of canonical rows; the order of rows says nothing. */
export interface RowDiff {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  readonly changed: readonly RowChange[];
}

const linesOf = (text: string): string[] => text.split(/\r?\n/).filter((line) => line !== '');

/** The figure a row is about: indicator, region and span. */
const keyOf = (line: string): string => splitRow(line).slice(0, 4).join('\u0000');

/** The lines of one list that the other lacks, as often as it lacks them. */
function lacking(lines: readonly string[], other: readonly string[]): string[] {
  const count = new Map<string, number>();
  for (const line of other) count.set(line, (count.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const left = count.get(line) ?? 0;
    count.set(line, left - 1);
    return left <= 0;
  });
}

function changeOf(expected: string, found: string): RowChange {
  const [a, b] = [splitRow(expected), splitRow(found)];
  const cells = BATCH_COLUMNS.map((column, i) => ({ column, expected: a[i] ?? '', found: b[i] ?? '' }));
  return { expected, found, cells: cells.filter((c) => c.expected !== c.found) };
}

/** Compares canonical rows, header included, with those expected: what is missing, what is extra, what has changed. */
export function diffRows(expected: string, found: string): RowDiff {
  const [wanted, got] = [linesOf(expected), linesOf(found)];
  const extra = lacking(got, wanted);
  const missing: string[] = [];
  const changed: RowChange[] = [];
  for (const line of lacking(wanted, got)) {
    const twin = extra.findIndex((other) => keyOf(other) === keyOf(line));
    if (twin < 0) missing.push(line);
    else changed.push(changeOf(line, ...(extra.splice(twin, 1) as [string])));
  }
  return { missing, extra, changed };
}

/** Whether two lists of rows are the same. */
export const isSameRows = ({ missing, extra, changed }: RowDiff): boolean =>
  missing.length + extra.length + changed.length === 0;
