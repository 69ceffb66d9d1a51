import { isBlank } from '../text.ts';

/** A cell of a row; what stands behind a row's end is blank. */
export const cellAt = (row: readonly string[] | undefined, index: number): string => row?.[index] ?? '';

/** The first of several texts; blank where there are none. */
export const firstOf = (texts: readonly string[]): string => cellAt(texts, 0);

/** The first cell of a row that is not blank. */
export const leading = (row: readonly string[]): string => firstOf(row.filter((c) => !isBlank(c)));

/** A cell in one line, written as it is. */
export const inLine = (cell: string): string => cell.replace(/\s+/g, ' ').trim();
