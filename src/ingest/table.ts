import { type CsvError, parse } from 'csv-parse/sync';
import { fault, UserError } from '../model/diagnostic.ts';

/** A line and a column of a file, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The cells of an export as rows of text, blank rows included (原始表). */
export interface Table {
  readonly rows: readonly (readonly string[])[];
  /** Whether the last row ends with a line end: without one the file may have been cut. */
  readonly closed: boolean;
  /** Where a cell stands in the file; row and column count from 0. Only for findings: it reads the text again. */
  readonly place: (row: number, column: number) => Place;
}

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

function placer(text: string, rows: Table['rows'], delimiter: string): Table['place'] {
  let lines: number[] | undefined;
  let starts: number[] | undefined;
  const lineStarts = (): number[] => [0, ...[...text.matchAll(LINE_END)].map((m) => m.index + m[0].length)];
  // only quoted cells hold line ends, so that counting them gives the line each row begins on
  const rowStarts = (): number[] => {
    const found: number[] = [];
    let line = 0;
    for (const row of rows) {
      found.push(line);
      line++;
      for (const cell of row) if (/[\r\n]/.test(cell)) line += cell.match(LINE_END)?.length ?? 0;
    }
    return found;
  };
  return (row, column) => {
    lines ??= lineStarts();
    starts ??= rowStarts();
    let line = starts[row] ?? lines.length - 1;
    let offset = lines[line] ?? 0;
    for (let i = 0; i < column; i++) offset = nextField(text, offset, delimiter);
    while ((lines[line + 1] ?? Number.POSITIVE_INFINITY) <= offset) line++;
    return { line: line + 1, column: offset - (lines[line] ?? 0) + 1 };
  };
}

/** Where the quote opens that is never closed. */
function openQuote(text: string, delimiter: string): Place {
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
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/**
 * The cells of a delimited text (RFC 4180); rows may differ in length, lines may end in CR, LF or CRLF.
 * Throws UserError, with its line, where a quote is never closed or stands inside a cell.
 */
export function readTable(text: string, file: string, delimiter = ','): Table {
  let rows: string[][];
  try {
    rows = parse(text, {
      columns: false,
      delimiter,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
  } catch (error) {
    const { code, lines } = error as CsvError & { lines?: number };
    if (code === 'CSV_QUOTE_NOT_CLOSED')
      throw new UserError(fault('ingest/open-quote', {}, { file, ...openQuote(text, delimiter) }));
    if (String(code).includes('QUOTE'))
      throw new UserError(
        fault('ingest/stray-quote', {}, { file, ...(lines === undefined ? {} : { line: lines }) }),
      );
    throw error;
  }
  return { rows, closed: /[\r\n]$/.test(text), place: placer(text, rows, delimiter) };
}
