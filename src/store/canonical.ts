import { decimal, decimalsOf, ZERO } from '../model/decimal.ts';
import {
  BATCH_COLUMNS,
  OBSERVATION_STATUSES,
  type Observation,
  type ObservationStatus,
  readBound,
  type Written,
} from '../model/observation.ts';
import { formatMonth, monthNumber, monthOfDate } from '../model/period.ts';
import type { Units } from '../model/unit.ts';

export type Column = (typeof BATCH_COLUMNS)[number];
export const HEADER = BATCH_COLUMNS.join(',');

/** One row of a batch: an observation with the cell of the export it came from. */
export interface Row extends Written, Pick<Observation, 'value' | 'decimals'> {}

/** Why a row can't be read: its number of cells, or the first cell that is wrong. */
export type RowFault =
  | { readonly fault: 'cells'; readonly found: number }
  | { readonly fault: 'cell'; readonly column: Column; readonly found: string };

const quote = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A row as text, without its line end. A value stands as it was published, with its bound before it: `>4800`. */
export function formatRow(r: Written): string {
  const { start, end } = r.period;
  const value = r.status === 'deleted' ? '' : `${r.bound ?? ''}${r.number}`;
  const span = `${monthText(start)},${monthText(end)}`;
  const rest = `${r.status ?? ''},${r.published ?? ''},${quote(r.cell)}`;
  return `${quote(r.indicator)},${quote(r.region)},${span},${value},${quote(r.unit.text)},${rest}`;
}

const months = new Map<number, string>();

/** A month as text, made once. */
function monthText(month: number): string {
  let text = months.get(month);
  if (text === undefined) {
    text = formatMonth(month);
    months.set(month, text);
  }
  return text;
}

/** Texts gathered before they are handed on: a row at a time is slow to write. */
const PIECE = 1 << 16;

/** The header and the rows of a batch, as its content hash takes them, in pieces of many rows. */
export function* formatRows(rows: Iterable<Written>): Iterable<string> {
  let piece = `${HEADER}\n`;
  for (const row of rows) {
    piece += `${formatRow(row)}\n`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** The cells of one line. Rows are written without quotes wherever that can be, and then split at once. */
export function splitRow(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  const cells: string[] = [];
  for (const m of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g))
    cells.push(m[1] === undefined ? (m[2] ?? '') : m[1].replaceAll('""', '"'));
  return cells;
}

const monthNumbers = new Map<string, number>();

/** A month from its text, read once. */
function readMonth(text: string): number | undefined {
  const known = monthNumbers.get(text);
  if (known !== undefined) return known;
  const m = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  if (!m) return undefined;
  const month = monthNumber(Number(m[1]), Number(m[2]));
  monthNumbers.set(text, month);
  return month;
}

const wrong = (column: Column, found: string): RowFault => ({ fault: 'cell', column, found });

/** Reads the cells of a row; units are those of the workspace. */
export function parseRow(cells: readonly string[], units: Units): Row | RowFault {
  if (cells.length !== BATCH_COLUMNS.length) return { fault: 'cells', found: cells.length };
  const [indicator = '', region = '', from = '', to = '', value = '', unitText = '', status = ''] = cells;
  const [published = '', cell = ''] = cells.slice(7);
  const [start, end] = [readMonth(from), readMonth(to)];
  if (start === undefined) return wrong('from', from);
  if (end === undefined || end < start) return wrong('to', to);
  if (status !== '' && !(OBSERVATION_STATUSES as readonly string[]).includes(status))
    return wrong('status', status);
  if (published !== '' && monthOfDate(published) === undefined) return wrong('published', published);
  const unit = units.parse(unitText);
  if (!unit) return wrong('unit', unitText);
  const figure = status === 'deleted' && value === '' ? { number: '0' } : readBound(value);
  if (!figure) return wrong('value', value);
  return {
    indicator,
    region,
    period: { start, end },
    number: figure.number,
    value: figure.number === '0' ? ZERO : decimal(figure.number),
    decimals: decimalsOf(figure.number),
    unit,
    ...('bound' in figure && figure.bound ? { bound: figure.bound } : {}),
    ...(status === '' ? {} : { status: status as ObservationStatus }),
    ...(published === '' ? {} : { published }),
    cell,
  };
}
