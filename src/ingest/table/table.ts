import type { Place } from '../place.ts';
import type { Chunks } from './chunks.ts';
import { cutRows } from './cut.ts';
import { rowsOf } from './parse.ts';
import { type FindPlace, placesIn, type Rows } from './places.ts';

/** Rows of an export as cells of text, blank rows included (原始表): as many as are held at once. */
export interface Block {
  /** The number of its first row, from 0. */
  readonly first: number;
  /** How many rows it has. */
  readonly length: number;
  /** Its rows, which are read when they are first asked for. */
  readonly rows: Rows;
  /** Its last row is the file's and has no line end: the file may have been cut. */
  readonly open: boolean;
  /** Where a cell stands in the file. Only for findings: it reads the text again. */
  readonly place: FindPlace;
}

/** Goes through an export's rows, block by block, from its start. */
export type Table = () => Iterable<Block>;

/**
 * The cells of a delimited text (RFC 4180), given as UTF-8; rows may differ in length, lines may end in CR, LF or
 * CRLF. Going through it throws UserError, with its line, where a quote is never closed or stands inside a cell, or
 * where a row has no end. Who goes through it again does not read blocks of which no row is asked for.
 */
export function tableOf(utf8: Chunks, file: string, delimiter = ','): Table {
  /** How many rows each block has, once it was read. */
  const lengths: number[] = [];
  return function* () {
    let first = 0;
    let block = 0;
    for (const cut of cutRows(utf8, file)) {
      let known: Rows | undefined;
      const rows = (): Rows => {
        known ??= rowsOf(cut, file, delimiter);
        return known;
      };
      const at = block++;
      const length = (): number => {
        lengths[at] ??= rows().length;
        return lengths[at] as number;
      };
      yield {
        first,
        get length() {
          return length();
        },
        get rows() {
          return rows();
        },
        open: cut.open,
        place: placesIn(cut, rows, first, delimiter),
      };
      first += length();
    }
  };
}

/** The rows of a workbook's sheet, where a row is a line and a column a column. */
export const tableOfRows = (rows: Block['rows']): Table =>
  function* () {
    yield {
      first: 0,
      length: rows.length,
      rows,
      open: false,
      place: (row, column) => ({ line: row + 1, column: column + 1 }),
    };
  };

/** Where cells of a table stand in its file, found in one pass; row and column count from 0. */
export function findPlaces(
  table: Table,
  cells: readonly { readonly row: number; readonly column: number }[],
): (Place | undefined)[] {
  const places: (Place | undefined)[] = cells.map(() => undefined);
  const last = Math.max(-1, ...cells.map((c) => c.row));
  if (last < 0) return places;
  for (const block of table()) {
    const next = block.first + block.length;
    for (const [i, { row, column }] of cells.entries())
      if (row >= block.first && row < next) places[i] = block.place(row, column);
    if (next > last) break;
  }
  return places;
}

/** The beginning of a table: at least so many rows, where it has them, as one block. */
export function headOf(table: Table, least: number): Block {
  const blocks: Block[] = [];
  let rows: Block['rows'] = [];
  for (const block of table()) {
    blocks.push(block);
    rows = rows.length > 0 ? [...rows, ...block.rows] : block.rows;
    if (rows.length >= least) break;
  }
  const own = (row: number): Block | undefined => blocks.findLast((b) => b.first <= row);
  return {
    first: 0,
    length: rows.length,
    rows,
    open: blocks.at(-1)?.open ?? false,
    place: (row, column) => own(row)?.place(row, column) ?? { line: 1, column: 1 },
  };
}
