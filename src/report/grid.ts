import { layOut, type TextSection } from './layout.ts';

/** A column of a grid: its heading, and how it shrinks where the terminal is narrow. */
export interface Column {
  readonly head: string;
  readonly min: number;
  readonly rigid?: boolean;
  readonly tree?: boolean;
}

/** Rows of cells in columns that fit a width. */
export const grid = (columns: readonly Column[], rows: TextSection['rows'], width: number): string =>
  [
    ...layOut(
      columns.map(({ head, min, ...rest }) => ({ heading: head, least: min, ...rest })),
      [{ rows }],
      width,
    ),
  ].join('\n');
