import Table from 'cli-table3';
import { pad, widthOf, wrap } from './width.ts';

/** A column of text: its heading, and how it shrinks where the terminal is narrow. */
export interface TextColumn {
  readonly heading: string;
  /** Columns of the terminal it must have at the least. */
  readonly least: number;
  /** Never shrinks below its contents. */
  readonly rigid?: boolean;
  readonly align?: 'right';
  /** Its cells end in the lines of a tree, which run on beside cells that are higher. */
  readonly tree?: boolean;
}

/** Rows of cells, under a heading across the whole width where they have one. */
export interface TextSection {
  readonly heading?: string;
  readonly rows: readonly (readonly string[])[];
}

/** Columns between columns. */
const GAP = 2;

/** No column is narrower than this, however narrow the terminal. */
const NARROWEST = 4;

/** The largest of many numbers: a call takes only so many arguments. */
const largest = (list: Iterable<number>): number => {
  let max = 0;
  for (const x of list) if (x > max) max = x;
  return max;
};

const widest = (text: string): number =>
  text.includes('\n') ? largest(text.split('\n').map(widthOf)) : widthOf(text);

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

/** cli-table3 draws no borders; of those it has, the one below the head can be a light rule. */
const chars = (rule: boolean) => ({
  ...Object.fromEntries(
    ['top', 'bottom', 'left', 'mid', 'right'].flatMap((side) =>
      ['', '-left', '-mid', '-right'].map((corner) => [side + corner, '']),
    ),
  ),
  middle: ' '.repeat(GAP),
  ...(rule ? { bottom: '─', 'bottom-mid': ' '.repeat(GAP) } : {}),
});

/** The head of a table, aligned as its columns are, with a light rule below it where there is room. */
function headOf(columns: readonly TextColumn[], widths: readonly number[], rule: boolean): string[] {
  const table = new Table({
    head: columns.map((c, i) => wrap(c.heading, widths[i] ?? NARROWEST)),
    colWidths: [...widths],
    colAligns: columns.map((c) => c.align ?? 'left'),
    chars: chars(rule),
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
  });
  return table.toString().split('\n');
}

/** A cell of a tree as high as its row: the lines its last line begins with run on. */
function runOn(cell: readonly string[], height: number): readonly string[] {
  const stem = /^[│ ]*/.exec(cell.at(-1) ?? '')?.[0].trimEnd() ?? '';
  return [...cell, ...Array<string>(height - cell.length).fill(stem)];
}

/**
 * The lines of one row, as many as its highest cell has. A table can have tens of thousands of rows, and cli-table3
 * takes a third of a millisecond for each.
 */
function linesOf(
  row: readonly string[],
  columns: readonly TextColumn[],
  widths: readonly number[],
): string[] {
  const cells = columns.map((_, i) => wrap(row[i] ?? '', widths[i] ?? NARROWEST).split('\n'));
  const height = largest(cells.map((c) => c.length));
  const full = cells.map((c, i) => (columns[i]?.tree ? runOn(c, height) : c));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map(({ align }, i) => pad(full[i]?.[line] ?? '', widths[i] ?? NARROWEST, align))
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

/**
 * Lays rows out in columns that fit a width, section by section. Cells are wrapped by display width: Chinese breaks
 * anywhere, and nothing is lost.
 */
export function* layOut(
  columns: readonly TextColumn[],
  sections: readonly TextSection[],
  width: number,
  rule = false,
): Generator<string> {
  const wanted = columns.map((c) => widest(c.heading));
  for (const { rows } of sections)
    for (const row of rows)
      for (const [i, cell] of row.entries()) wanted[i] = Math.max(wanted[i] ?? 0, widest(cell));
  const least = columns.map((c, i) => (c.rigid ? (wanted[i] ?? c.least) : c.least));
  const widths = fitWidths(wanted, least, width - GAP * (columns.length - 1));
  yield* headOf(columns, widths, rule).map((line) => line.trimEnd());
  for (const { heading, rows } of sections) {
    if (heading !== undefined) yield wrap(heading, width);
    for (const row of rows) yield* linesOf(row, columns, widths);
  }
}
