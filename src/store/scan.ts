import type { Diagnostic } from '../model/diagnostic.ts';
import { BATCH_COLUMNS } from '../model/observation.ts';
import type { Units } from '../model/unit.ts';
import { parseRow, type Row, type RowFault, splitRow } from './canonical.ts';
import type { Head } from './head.ts';

/** A batch in memory: its path, its head, its text. */
export interface Batch {
  readonly file: string;
  readonly head: Head;
  readonly text: string;
}

/** What is wrong with a row of a batch, at its line. */
export function rowFinding(found: RowFault, file: string, line: number): Diagnostic {
  const place = { file, line, column: 1 };
  if (found.fault === 'cells')
    return {
      code: 'store/row-length',
      severity: 'error',
      args: { found: found.found, expected: BATCH_COLUMNS.length },
      ...place,
    };
  const args = { column: found.column, found: found.found };
  return { code: 'store/bad-cell', severity: 'error', args, ...place };
}

/** The cells of the line that begins at one place of a text and ends at another. */
const cellsAt = (text: string, from: number, end: number): string[] =>
  splitRow(text.slice(from, text[end - 1] === '\r' ? end - 1 : end));

const endOfLine = (text: string, from: number): number => {
  const next = text.indexOf('\n', from);
  return next < 0 ? text.length : next;
};

/** The row that begins at a place of a batch's text, as scanBatch told it. */
export const rowAt = ({ text }: Batch, at: number, units: Units): Row | RowFault =>
  parseRow(cellsAt(text, at, endOfLine(text, at)), units);

/**
 * Calls back with each row of a batch whose series is wanted, its line and where in the text it begins. Rows of other
 * series are passed over by their first two cells without being parsed: a check asks for few of many. `wanted`
 * undefined: every row.
 */
export function scanBatch(
  batch: Batch,
  wanted: ReadonlySet<string> | undefined,
  units: Units,
  found: (row: Row, line: number, at: number) => void,
  broken: (finding: Diagnostic) => void,
): void {
  const { text } = batch;
  // the comment and the header come first
  let from = text.indexOf('\n', text.indexOf('\n') + 1) + 1;
  const quoted = from > 0 && text.indexOf('"', from) >= 0;
  for (let line = 3; from > 0 && from < text.length; line++) {
    const end = endOfLine(text, from);
    const second = text.indexOf(',', text.indexOf(',', from) + 1);
    if (wanted === undefined || quoted || wanted.has(text.slice(from, second))) {
      const cells = cellsAt(text, from, end);
      if (cells.length > 1 || cells[0] !== '') {
        const row = parseRow(cells, units);
        if ('fault' in row) broken(rowFinding(row, batch.file, line));
        else if (wanted === undefined || wanted.has(`${row.indicator},${row.region}`)) found(row, line, from);
      }
    }
    from = end + 1;
  }
}
