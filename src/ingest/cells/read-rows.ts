import type { Mapping } from '../mapping/mapping.ts';
import type { Block, Table } from '../table/table.ts';
import { isBlank, tidy } from '../text.ts';
import type { FieldReader } from './field-reader.ts';
import type { Header } from './header.ts';
import type { CellReader } from './read-cells.ts';

/** Where reading ended: at the note, or with the last block. */
export interface Ending {
  /** Undefined where the note was met. */
  readonly last?: Block;
  /** Rows below the beginning of the note that have figures where the table has them. */
  readonly below: number;
  /** The row of the first of them. */
  readonly first: number;
}

/** Whether a row begins the note below the table; rows mostly begin with what rows before began with. */
function noteFinder(end: readonly string[]): (cells: readonly string[]) => boolean {
  if (end.length === 0) return () => false;
  let last: string | undefined;
  let ends = false;
  return (cells) => {
    const first = cells.find((c) => !isBlank(c)) ?? '';
    if (first !== last) {
      last = first;
      const text = tidy(first);
      ends = end.some((prefix) => text.startsWith(prefix));
    }
    return ends;
  };
}

const isFigure = (text: string | undefined): boolean => /^-?\d[\d,]*(?:\.\d+)?$/.test(text?.trim() ?? '');

/** Reads the rows between the header and the note below the table, and looks at what stands below that. */
export function readRows(
  reader: CellReader,
  mapping: Mapping,
  table: Table,
  header: Header,
  read: FieldReader,
): Ending {
  const { valueColumns, width } = read;
  const furthest = Math.max(...valueColumns);
  const isNote = noteFinder(mapping.end);
  const readRow = (block: Block, row: number, cells: readonly string[], open: boolean): void => {
    if (cells.length > width && cells.some((c, at) => at >= width && !isBlank(c))) {
      reader.rejectRow(block, row, cells);
      return;
    }
    if (!read.keeps(cells)) {
      reader.leaveRow();
      return;
    }
    const about = read.row(cells);
    // the file ends inside this row: what is missing of it, and, where a note should follow, its last cell, are not known
    const known = open && mapping.end.length > 0 ? cells.length - 1 : cells.length;
    if (cells.length <= furthest && !open) reader.endsEarly(block, row, cells.length);
    for (const column of valueColumns)
      if (open && column >= known) reader.cutOff(block, row, column);
      else reader.cell(block, row, column, cells[column] ?? '', about);
  };
  let [noted, below, first] = [false, 0, 0];
  let last: Block | undefined;
  for (const block of table()) {
    for (let i = 0; i < block.rows.length; i++) {
      const row = block.first + i;
      const cells = block.rows[i] as readonly string[];
      if (row <= header.row || cells.every(isBlank)) continue;
      noted ||= isNote(cells);
      if (!noted) readRow(block, row, cells, block.open && i === block.rows.length - 1);
      else if (valueColumns.some((column) => isFigure(cells[column])) && below++ === 0) first = row;
    }
    last = block;
  }
  return { below, first, ...(noted || !last ? {} : { last }) };
}
