import { type Diagnostic, fault, UserError } from '../model/diagnostic.ts';
import { readPeriodLabel } from '../model/label.ts';
import { fold } from '../model/names.ts';
import type { HeaderCell, Mapping } from './mapping-types.ts';
import type { Table } from './table.ts';
import { cellName, isBlank } from './text.ts';

/** The header row of an export, and which cell of the asserted header each of its columns is. */
export interface Header {
  readonly row: number;
  readonly cells: readonly string[];
  /** By column: its asserted cell. */
  readonly columns: readonly HeaderCell[];
}

/** Rows looked at for the header: preambles are short, and a data row far below must not be taken for it. */
const SEARCHED = 60;

/** Whether a text can be a period label, so that a column 备注 is not taken for one. */
function looksLikePeriod(text: string): boolean {
  const read = readPeriodLabel(text, { basis: 'span', year: 2000 });
  return 'period' in read || read.fault !== 'unreadable';
}

function fits(expected: HeaderCell, cell: string): boolean {
  if (expected.kind === 'literal') return fold(expected.text) === fold(cell);
  if (expected.kind === 'rest') return true;
  if (isBlank(cell)) return false;
  const bag = expected.pattern.match(cell);
  return bag !== undefined && (bag.period === undefined || looksLikePeriod(bag.period));
}

/** Columns up to the last that is named: exports pad their rows with commas. */
function named(row: readonly string[]): readonly string[] {
  const last = row.findLastIndex((cell) => !isBlank(cell));
  return row.slice(0, last + 1);
}

/**
 * Which asserted cell each column is: a literal takes one column, a pattern one or more, the rest any number.
 * Undefined where they do not fit.
 */
function align(expected: readonly HeaderCell[], cells: readonly string[]): HeaderCell[] | undefined {
  const failed = new Set<number>();
  const columns: HeaderCell[] = [];
  const step = (i: number, j: number, again: boolean): boolean => {
    const state = (i * (cells.length + 1) + j) * 2 + (again ? 1 : 0);
    if (failed.has(state)) return false;
    const next = expected[i];
    if (!next) return j === cells.length;
    const cell = cells[j];
    if (cell !== undefined && fits(next, cell)) {
      columns[j] = next;
      if (next.kind === 'literal' ? step(i + 1, j + 1, false) : step(i, j + 1, true)) return true;
    }
    if ((next.kind === 'rest' || again) && step(i + 1, j, false)) return true;
    failed.add(state);
    return false;
  };
  return step(0, 0, false) ? columns.slice(0, cells.length) : undefined;
}

const show = (cell: HeaderCell): string => (cell.kind === 'rest' ? '…' : cell.text);

/** The row most like the asserted header: the one that has most of its cells. */
function likest(mapping: Mapping, table: Table): number {
  let best = { row: -1, score: -1 };
  for (const [row, cells] of table.rows.slice(0, SEARCHED).entries()) {
    if (cells.every(isBlank)) continue;
    const score = mapping.header.filter((h) => h.kind !== 'rest' && cells.some((c) => fits(h, c))).length;
    if (score > best.score) best = { row, score };
  }
  return best.row;
}

/** Cells shown of a row that has hundreds. */
const SHOWN = 15;
const shorten = (cells: readonly string[]): readonly string[] =>
  cells.length > SHOWN ? [...cells.slice(0, SHOWN), '…'] : cells;

function difference(mapping: Mapping, table: Table, file: string): Diagnostic[] {
  const row = likest(mapping, table);
  const cells = named(table.rows[row] ?? []);
  const missing = mapping.header.filter((h) => h.kind !== 'rest' && !cells.some((c) => fits(h, c))).map(show);
  const extra = cells.filter((c) => !mapping.header.some((h) => h.kind !== 'rest' && fits(h, c)));
  const at = Math.max(0, extra[0] === undefined ? 0 : cells.indexOf(extra[0]));
  const place = { file, ...table.place(row, at) };
  const args = { row: row + 1, expected: shorten(mapping.header.map(show)), found: shorten(cells) };
  return [
    fault('ingest/header-differs', args, place),
    ...(missing.length > 0
      ? [fault('ingest/header-lacks', { row: row + 1, cells: shorten(missing) }, place)]
      : []),
    ...(extra.length > 0
      ? [fault('ingest/header-new', { cell: cellName(row, at), cells: shorten(extra) }, place)]
      : []),
  ];
}

/**
 * Finds the asserted header below the preamble. Throws UserError with the difference to the row most like it: an
 * export whose columns changed is not read.
 */
export function findHeader(mapping: Mapping, table: Table, file: string): Header {
  for (const [row, all] of table.rows.slice(0, SEARCHED).entries()) {
    if (all.every(isBlank)) continue;
    for (const cells of [named(all), all]) {
      const columns = align(mapping.header, cells);
      if (columns) return { row, cells, columns };
    }
  }
  throw new UserError(...difference(mapping, table, file));
}
