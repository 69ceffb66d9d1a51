import { type CsvError, parse } from 'csv-parse/sync';
import { fault, UserError } from '../../model/diagnostic.ts';
import type { Place } from '../place.ts';
import type { Chunks } from './chunks.ts';
import { type Cut, cutRows } from './cut.ts';

/** Rows of an export as cells of text, blank rows included (原始表): as many as are held at once. */
export interface Block {
  /** The number of its first row, from 0. */
  readonly first: number;
  readonly rows: readonly (readonly string[])[];
  /** Its last row is the file's and has no line end: the file may have been cut. */
  readonly open: boolean;
  /** Where a cell stands in the file; row and column count from 0. Only for findings: it reads the text again. */
  readonly place: (row: number, column: number) => Place;
}

/** Goes through an export's rows, block by block, from its start. */
export type Table = () => Iterable<Block>;

const LINE_END = /\r\n|\r|\n/g;

/** Where the field after the one at this offset begins. */
function nextField(text: string, offset: number, delimiter: string): number {
  let i = offset;
  if (text[i] === '"')
    for (i++; i < text.length; i++) {
      if (text[i] !== '"') continue;
      if (text[i + 1] !== '"') break;
      i++;
    }
  const next = text.indexOf(delimiter, i);
  return next < 0 ? text.length : next + delimiter.length;
}

function placer(cut: Cut, rows: Block['rows'], first: number, delimiter: string): Block['place'] {
  const read = () => {
    const text = cut.bytes.toString();
    const lines = [0, ...[...text.matchAll(LINE_END)].map((m) => m.index + m[0].length)];
    // only quoted cells hold line ends, so that counting them gives the line each row begins on
    const starts: number[] = [];
    let line = 0;
    for (const row of rows) {
      starts.push(line);
      line++;
      for (const cell of row) if (/[\r\n]/.test(cell)) line += cell.match(LINE_END)?.length ?? 0;
    }
    return { text, lines, starts };
  };
  let known: ReturnType<typeof read> | undefined;
  return (row, column) => {
    known ??= read();
    const { text, lines, starts } = known;
    let line = starts[row - first] ?? lines.length - 1;
    let offset = lines[line] ?? 0;
    for (let i = 0; i < column; i++) offset = nextField(text, offset, delimiter);
    // a cell that the row does not have is at its end
    const next = lines[starts[row - first + 1] ?? Number.POSITIVE_INFINITY];
    if (next !== undefined) offset = Math.min(offset, next - (text.startsWith('\r\n', next - 2) ? 2 : 1));
    while ((lines[line + 1] ?? Number.POSITIVE_INFINITY) <= offset) line++;
    return { line: cut.line + line, column: offset - (lines[line] ?? 0) + 1 };
  };
}

/** Where the quote opens that is never closed. */
function openQuote(cut: Cut, delimiter: string): Place {
  const text = cut.bytes.toString();
  let open = 0;
  let fieldStart = true;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    if (char === '"' && fieldStart) {
      open = i;
      for (i++; i < text.length && (text[i] !== '"' || text[i + 1] === '"'); i++) if (text[i] === '"') i++;
      fieldStart = false;
    } else fieldStart = char === delimiter || char === '\n' || char === '\r';
  }
  const before = text.slice(0, open).split(LINE_END);
  return { line: cut.line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** More columns than any spreadsheet has. */
const MOST_COLUMNS = 20_000;

function cells(cut: Cut, file: string, delimiter: string): string[][] {
  const rows = cut.bytes.includes(QUOTE) ? parsed(cut, file, delimiter) : split(cut, delimiter);
  const wide = rows.findIndex((row) => row.length > MOST_COLUMNS);
  if (wide < 0) return rows;
  const args = { found: rows[wide]?.length ?? 0, most: MOST_COLUMNS };
  throw new UserError(
    fault('ingest/too-many-columns', args, { file, ...placer(cut, rows, 0, delimiter)(wide, 0) }),
  );
}

const QUOTE = '"';

/** The cells of a text without a quote: where nothing is quoted every delimiter is one, and splitting is much faster. */
function split(cut: Cut, delimiter: string): string[][] {
  const text = cut.bytes.toString();
  const lines = text.includes('\r') ? text.split(LINE_END) : text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => line.split(delimiter));
}

function parsed(cut: Cut, file: string, delimiter: string): string[][] {
  try {
    return parse(cut.bytes, {
      columns: false,
      delimiter,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
  } catch (error) {
    const { code, lines } = error as CsvError & { lines?: number };
    if (code === 'CSV_QUOTE_NOT_CLOSED')
      throw new UserError(fault('ingest/open-quote', {}, { file, ...openQuote(cut, delimiter) }));
    if (String(code).includes('QUOTE'))
      throw new UserError(
        fault(
          'ingest/stray-quote',
          {},
          { file, ...(lines === undefined ? {} : { line: cut.line + lines - 1 }) },
        ),
      );
    throw error;
  }
}

/**
 * The cells of a delimited text (RFC 4180), given as UTF-8; rows may differ in length, lines may end in CR, LF or
 * CRLF. Going through it throws UserError, with its line, where a quote is never closed or stands inside a cell, or
 * where a row has no end.
 */
export function tableOf(utf8: Chunks, file: string, delimiter = ','): Table {
  return function* () {
    let first = 0;
    for (const cut of cutRows(utf8, file)) {
      const rows = cells(cut, file, delimiter);
      yield { first, rows, open: cut.open, place: placer(cut, rows, first, delimiter) };
      first += rows.length;
    }
  };
}

/** The rows of a workbook's sheet, where a row is a line and a column a column. */
export const tableOfRows = (rows: Block['rows']): Table =>
  function* () {
    yield { first: 0, rows, open: false, place: (row, column) => ({ line: row + 1, column: column + 1 }) };
  };

/** Where cells of a table stand in its file, found in one pass; row and column count from 0. */
export function placesIn(
  table: Table,
  cells: readonly { readonly row: number; readonly column: number }[],
): (Place | undefined)[] {
  const places: (Place | undefined)[] = cells.map(() => undefined);
  const last = Math.max(-1, ...cells.map((c) => c.row));
  if (last < 0) return places;
  for (const block of table()) {
    const next = block.first + block.rows.length;
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
    rows,
    open: blocks.at(-1)?.open ?? false,
    place: (row, column) => own(row)?.place(row, column) ?? { line: 1, column: 1 },
  };
}
