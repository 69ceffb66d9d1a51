import type { Document } from '../document.ts';
import { spread } from '../records.ts';
import { safe } from '../text.ts';

/**
 * A spreadsheet takes a cell that begins with one of these for a formula, some of them in full width too; a negative
 * number is none, with or without its unit.
 */
const FORMULA = /^(?:[=+@\t\r＝＋＠]|[-－](?!\d+(?:\.\d+)?(?:e[-+]?\d+)?(?: [\p{L}%/]+)?$))/u;

function quote(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** A row of CSV (RFC 4180) without its line end; nothing in it is taken for a formula or moves a terminal's cursor. */
export const csvRow = (cells: readonly string[]): string => cells.map((c) => quote(safe(c))).join(',');

/** The records as CSV (RFC 4180): a header of their keys, one row each, one value a cell; no text where there are none. */
export function* csv(document: Document): Generator<string> {
  const { fields, rows } = document.records();
  if (rows.length === 0) return;
  const columns = spread(fields);
  yield `${columns.map((c) => c.key).join(',')}\n`;
  for (const row of rows) yield `${csvRow(columns.map((c) => c.cell(row)))}\n`;
}
