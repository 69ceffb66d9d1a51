/** A line and a column of a file, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}
