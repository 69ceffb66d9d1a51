import { decimal, decimalsOf, ZERO } from '../model/decimal.ts';
import {
  BATCH_COLUMNS,
  OBSERVATION_STATUSES,
  type Observation,
  type ObservationStatus,
  readBound,
} from '../model/observation.ts';
import { formatMonth, monthNumber, monthOfDate } from '../model/period.ts';
import type { Units } from '../model/unit.ts';

export type Column = (typeof BATCH_COLUMNS)[number];
export const HEADER = BATCH_COLUMNS.join(',');

/** One row of a batch: an observation with the cell of the export it came from. */
export interface Row extends Omit<Observation, 'source'> {
  readonly cell: string;
}

/** Why a row can't be read: its number of cells, or the first cell that is wrong. */
export type RowFault =
  | { readonly fault: 'cells'; readonly found: number }
  | { readonly fault: 'cell'; readonly column: Column; readonly found: string };

const quote = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A value as it was published, with its bound before it: `>4800`; nothing for a deleted figure. */
const valueText = (r: Row): string =>
  r.status === 'deleted' ? '' : `${r.bound ?? ''}${r.value.toFixed(r.decimals)}`;

/** A row as text, without its line end. */
export function formatRow(r: Row): string {
  const { start, end } = r.period;
  const cells = [r.indicator, r.region, formatMonth(start), formatMonth(end), valueText(r), r.unit.text];
  return [...cells, r.status ?? '', r.published ?? '', r.cell].map(quote).join(',');
}

/** The header and the rows of a batch, as its content hash takes them. */
export const formatRows = (rows: readonly Row[]): string =>
  `${[HEADER, ...rows.map(formatRow)].join('\n')}\n`;

/** The cells of one line. Rows are written without quotes wherever that can be, and then split at once. */
export function splitRow(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  const cells: string[] = [];
  for (const m of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g))
    cells.push(m[1] === undefined ? (m[2] ?? '') : m[1].replaceAll('""', '"'));
  return cells;
}

function readMonth(text: string): number | undefined {
  const m = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  return m ? monthNumber(Number(m[1]), Number(m[2])) : undefined;
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
    value: figure.number === '0' ? ZERO : decimal(figure.number),
    decimals: decimalsOf(figure.number),
    unit,
    ...('bound' in figure && figure.bound ? { bound: figure.bound } : {}),
    ...(status === '' ? {} : { status: status as ObservationStatus }),
    ...(published === '' ? {} : { published }),
    cell,
  };
}
