import Table from 'cli-table3';
import { widthOf, wrap } from './width.ts';

/** A column: its heading, and how it shrinks where the terminal is narrow. */
export interface Column {
  readonly head: string;
  /** Columns it must have at the least. */
  readonly min: number;
  /** Never shrinks below its contents. */
  readonly rigid?: boolean;
  /** Its cells end in the lines of a tree, which run on beside cells that are higher. */
  readonly tree?: boolean;
}

/** A row of cells, or a heading across the whole width. */
export type Row = readonly string[] | { readonly heading: string };

/** Columns between columns. */
const GAP = 2;

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

/** The largest of many numbers: a call takes only so many arguments. */
const largest = (list: Iterable<number>): number => {
  let max = 0;
  for (const x of list) if (x > max) max = x;
  return max;
};

const widest = (text: string): number => largest(text.split('\n').map(widthOf));

/** No column is narrower than this, however narrow the terminal. */
const NARROWEST = 4;

/**
 * Widths that fit the whole: what each column would like, the widest giving way first, none below its least while that
 * can be, and then none below four columns.
 */
export function fitWidths(wanted: readonly number[], least: readonly number[], whole: number): number[] {
  const fitted = shrink(wanted, least, whole);
  return shrink(
    fitted,
    fitted.map(() => NARROWEST),
    whole,
  );
}

function shrink(wanted: readonly number[], least: readonly number[], whole: number): number[] {
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

/** Rows laid out at once: cli-table3 takes much longer for many rows than for the same rows in blocks. */
const BLOCK = 100;

/** The lines of each row, laid out block by block. */
function layOutAll(rows: readonly (readonly string[])[], widths: readonly number[]): string[][] {
  const out: string[][] = [];
  for (let at = 0; at < rows.length; at += BLOCK) out.push(...layOut(rows.slice(at, at + BLOCK), widths));
  return out;
}

/** The lines of each row, laid out by cli-table3: as many as its highest cell has. */
function layOut(rows: readonly (readonly string[])[], widths: readonly number[]): string[][] {
  const table = new Table({
    chars: BARE,
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
    colWidths: widths.map((w, i) => (i === widths.length - 1 ? w : w + GAP)),
  });
  table.push(...rows.map((r) => [...r]));
  const lines = table.toString().split('\n');
  let at = 0;
  return rows.map((r) => {
    const height = Math.max(...r.map((cell) => cell.split('\n').length));
    at += height;
    return lines.slice(at - height, at).map((line) => line.trimEnd());
  });
}

/** A cell of a tree as high as its row: the lines its last line begins with run on. */
function runOn(cell: string, height: number): string {
  const own = cell.split('\n');
  const stem = /^[│ ]*/.exec(own.at(-1) ?? '')?.[0].trimEnd() ?? '';
  return [...own, ...Array<string>(Math.max(0, height - own.length)).fill(stem)].join('\n');
}

/**
 * Lays rows out in columns that fit a width. Cells are wrapped here by display width, because cli-table3 loses Chinese
 * text when it wraps; its borders and colours are emptied.
 */
export function grid(columns: readonly Column[], rows: readonly Row[], width: number): string {
  const cells = rows.filter((r): r is readonly string[] => !('heading' in r));
  const wanted = columns.map((c, i) => largest([widest(c.head), ...cells.map((r) => widest(r[i] ?? ''))]));
  const least = columns.map((c, i) => (c.rigid ? (wanted[i] ?? c.min) : c.min));
  const widths = fitWidths(wanted, least, width - GAP * (columns.length - 1));
  const wrapped = [columns.map((c) => c.head), ...cells].map((r) =>
    widths.map((w, i) => wrap(r[i] ?? '', w)),
  );
  const height = (row: readonly string[]): number => Math.max(...row.map((c) => c.split('\n').length));
  const hung = wrapped.map((row) => row.map((c, i) => (columns[i]?.tree ? runOn(c, height(row)) : c)));
  const blocks = layOutAll(hung, widths);
  let next = 0;
  const take = (): readonly string[] => blocks[next++] ?? [];
  const out = [...take()];
  for (const row of rows) out.push(...('heading' in row ? wrap(row.heading, width).split('\n') : take()));
  return out.join('\n');
}
