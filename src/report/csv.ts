import { cellOf, type Flat, spread } from './flat.ts';
import { safe } from './text.ts';

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

/** Flat objects as CSV (RFC 4180): a header of their keys, one row each; no text where there are none. */
export function csvOf(rows: readonly Flat[]): string {
  const spreads = rows.map(spread);
  const keys = Object.keys(spreads[0] ?? {});
  const lines = [keys.join(','), ...spreads.map((r) => csvRow(keys.map((k) => cellOf(r[k] ?? null))))];
  return keys.length === 0 ? '' : `${lines.join('\n')}\n`;
}
