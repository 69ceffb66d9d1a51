import { type CsvError, parse } from 'csv-parse/sync';
import { fault, UserError } from '../../model/diagnostic.ts';
import type { Cut } from './cut.ts';
import { openQuote, placesIn, strayQuote } from './places.ts';
import { splitRows } from './split.ts';

/** More columns than any spreadsheet has. */
const MOST_COLUMNS = 20_000;

/** The cells of a cut. Throws UserError where a quote is never closed or stands inside a cell, or a row is beyond measure. */
export function rowsOf(cut: Cut, file: string, delimiter: string): string[][] {
  const rows = splitRows(cut.bytes.toString(), delimiter) ?? parsed(cut, file, delimiter);
  const wide = rows.findIndex((row) => row.length > MOST_COLUMNS);
  if (wide < 0) return rows;
  const args = { found: rows[wide]?.length ?? 0, most: MOST_COLUMNS };
  const place = placesIn(cut, () => rows, 0, delimiter)(wide, 0);
  throw new UserError(fault('ingest/too-many-columns', args, { file, ...place }));
}

/** The cells as csv-parse reads them, which tells what is wrong with a quote. */
function parsed(cut: Cut, file: string, delimiter: string): string[][] {
  try {
    return parse(cut.bytes, {
      columns: false,
      delimiter,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
  } catch (error) {
    const { code } = error as CsvError;
    if (code === 'CSV_QUOTE_NOT_CLOSED')
      throw new UserError(fault('ingest/open-quote', {}, { file, ...openQuote(cut, delimiter) }));
    if (String(code).includes('QUOTE'))
      throw new UserError(fault('ingest/stray-quote', {}, { file, ...strayQuote(cut, delimiter) }));
    throw error;
  }
}
