import { Buffer } from 'node:buffer';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { BATCH_COLUMNS } from '../../model/observation.ts';
import type { Units } from '../../model/unit.ts';
import { parseRow, type Row, type RowFault, splitRow } from '../canonical.ts';
import type { StoredBatch } from '../store.ts';
import type { Head } from './head.ts';

/** A batch: its path, its head, and its text, which is read when it is first needed. */
export interface Batch {
  readonly file: string;
  readonly head: Head;
  /** Its bytes, one a character: Chinese text as a string takes twice the room. */
  readonly bytes: string;
}

/** A batch as the store tells of it. */
export function storedBatch({ file, head }: Batch): StoredBatch {
  const { ptrack: _, contentHash: __, ...origin } = head;
  return { batch: file, ...origin };
}

/** A text as its bytes, one a character; and back. */
export const toBytes = (text: string): string => Buffer.from(text).toString('latin1');
const NOT_ASCII = /[\x80-\xff]/;
export const fromBytes = (bytes: string): string =>
  NOT_ASCII.test(bytes) ? Buffer.from(bytes, 'latin1').toString() : bytes;

/** Cells turned back into texts lately: units and names come again and again. */
const texts = new Map<string, string>();
const MOST_TEXTS = 4096;

function textOf(cell: string): string {
  if (!NOT_ASCII.test(cell)) return cell;
  let text = texts.get(cell);
  if (text === undefined) {
    if (texts.size === MOST_TEXTS) texts.clear();
    text = fromBytes(cell);
    texts.set(cell, text);
  }
  return text;
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
function cellsAt(bytes: string, from: number, end: number): string[] {
  const line = bytes.slice(from, bytes[end - 1] === '\r' ? end - 1 : end);
  // commas and quotes are the same in bytes and in text
  const cells = splitRow(line);
  return NOT_ASCII.test(line) ? cells.map(textOf) : cells;
}

const endOfLine = (bytes: string, from: number): number => {
  const next = bytes.indexOf('\n', from);
  return next < 0 ? bytes.length : next;
};

/** The row that begins at a place of a batch's text, as scanBatch told it. */
export const rowAt = ({ bytes }: Batch, at: number, units: Units): Row | RowFault =>
  parseRow(cellsAt(bytes, at, endOfLine(bytes, at)), units);

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
  const { bytes } = batch;
  const keys = wanted && new Set([...wanted].map(toBytes));
  // the comment and the header come first
  let from = bytes.indexOf('\n', bytes.indexOf('\n') + 1) + 1;
  const quoted = from > 0 && bytes.indexOf('"', from) >= 0;
  for (let line = 3; from > 0 && from < bytes.length; line++) {
    const end = endOfLine(bytes, from);
    const second = bytes.indexOf(',', bytes.indexOf(',', from) + 1);
    if (keys === undefined || quoted || keys.has(bytes.slice(from, second))) {
      const cells = cellsAt(bytes, from, end);
      if (cells.length > 1 || cells[0] !== '') {
        const row = parseRow(cells, units);
        if ('fault' in row) broken(rowFinding(row, batch.file, line));
        else if (!wanted || !quoted || wanted.has(`${row.indicator},${row.region}`)) found(row, line, from);
      }
    }
    from = end + 1;
  }
}
