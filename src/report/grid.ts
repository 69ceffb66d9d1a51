import Table from 'cli-table3';
import { widthOf, wrap } from './width.ts';

/** A column: its heading, and how it shrinks where the terminal is narrow. */
export interface Column {
  readonly head: string;
  /** Columns it must have at the least. */
  readonly min: number;
  /** Never shrinks below its contents. */
  readonly rigid?: boolean;
}

/** A row of cells, or a heading across the whole width. */
export type Row = readonly string[] | { readonly heading: string };

const BARE = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};

const widest = (text: string): number => Math.max(0, ...text.split('\n').map(widthOf));

/** Widths that fit the whole: what each column would like, the widest giving way first, none below its least. */
export function fitWidths(wanted: readonly number[], least: readonly number[], whole: number): number[] {
  const widths = [...wanted];
  const total = (): number => widths.reduce((a, b) => a + b, 0);
  while (total() > whole) {
    let at = -1;
    for (const [i, w] of widths.entries())
      if (w > (least[i] ?? 1) && (at < 0 || w > (widths[at] ?? 0))) at = i;
    if (at < 0) break;
    widths[at] = (widths[at] ?? 1) - 1;
  }
  return widths;
}

/**
 * Lays rows out in columns that fit a width. Cells are wrapped here by display width, because cli-table3 loses Chinese
 * text when it wraps; its borders and colours are emptied.
 */
export function grid(columns: readonly Column[], rows: readonly Row[], width: number): string {
  const cells = rows.filter((r): r is readonly string[] => !('heading' in r));
  const gap = 2;
  const wanted = columns.map((c, i) => Math.max(widthOf(c.head), ...cells.map((r) => widest(r[i] ?? ''))));
  const least = columns.map((c, i) => (c.rigid ? (wanted[i] ?? c.min) : c.min));
  const widths = fitWidths(wanted, least, width - gap * (columns.length - 1));
  const table = new Table({
    chars: BARE,
    head: [],
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
    colWidths: widths.map((w, i) => (i === widths.length - 1 ? w : w + gap)),
  });
  const whole = widths.reduce((a, b) => a + b, 0) + gap * (columns.length - 1);
  const cell = (text: string, i: number): string => wrap(text, widths[i] ?? 1);
  table.push(columns.map((c, i) => cell(c.head, i)));
  for (const row of rows)
    if ('heading' in row) table.push([{ colSpan: columns.length, content: wrap(row.heading, whole) }]);
    else table.push(columns.map((_, i) => cell(row[i] ?? '', i)));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
