import { type Diagnostic, fault, UserError } from '../../model/diagnostic.ts';
import { readPeriodLabel } from '../../model/label.ts';
import { fold } from '../../model/names.ts';
import { DELIMITERS, type HeaderCell, type Mapping } from '../mapping/mapping.ts';
import type { Block } from '../table/table.ts';
import { cellName, isBlank } from '../text.ts';

/** What stands above one column: its cells in the rows of the header, each with the asserted cell it is. */
export type Above = readonly { readonly text: string; readonly asserted: HeaderCell }[];

/** The header of an export (表头), and which cells of the asserted header stand above each of its columns. */
export interface Header {
  /** Its last row. */
  readonly row: number;
  /** Its first row: the preamble ends before it. */
  readonly first: number;
  /** By column. */
  readonly columns: readonly Above[];
}

/** Rows looked at for the header: preambles are short, and a data row far below must not be taken for it. */
export const SEARCHED = 60;

/** Whether a text can be a period label, so that a column 备注 is not taken for one. */
function looksLikePeriod(text: string): boolean {
  const read = readPeriodLabel(text, { basis: 'span', year: 2000 });
  return 'period' in read || read.fault !== 'unreadable';
}

/** Whether a cell can be the asserted one. */
export function fits(expected: HeaderCell, cell: string): boolean {
  if (expected.kind === 'literal') return fold(expected.text) === fold(cell);
  if (expected.kind === 'rest') return true;
  if (isBlank(cell)) return false;
  const bag = expected.pattern.match(cell);
  return bag !== undefined && (bag.period === undefined || looksLikePeriod(bag.period));
}

const REST: HeaderCell = { kind: 'rest' };

/** How many columns rows have up to the last that is named: exports pad them with commas. */
const named = (rows: readonly (readonly string[])[]): number =>
  Math.max(...rows.map((row) => row.findLastIndex((cell) => !isBlank(cell)) + 1));

/** The cells of a row with those that a merge left blank: a cell above others stands for all of them. */
function merged(row: readonly string[], below: readonly (readonly string[])[]): readonly string[] {
  let last = '';
  return row.map((cell, i) => {
    if (!isBlank(cell)) last = cell;
    else if (below.some((b) => !isBlank(b[i]))) return last;
    return cell;
  });
}

/**
 * Which asserted cell each column is: a literal takes one column, a pattern one or more, the rest any number.
 * Undefined where they do not fit. `others` are what each cell can stand for, by its merges.
 */
function align(
  expected: readonly HeaderCell[],
  cells: readonly string[],
  others: readonly (readonly string[])[],
): HeaderCell[] | undefined {
  const failed = new Set<number>();
  // a way through both, step by step: `again` where the asserted cell before has taken a column already
  const way: { readonly i: number; readonly j: number; readonly again: boolean; tried: number }[] = [];
  const enter = (i: number, j: number, again: boolean): void => {
    if (!failed.has((i * (cells.length + 1) + j) * 2 + Number(again))) way.push({ i, j, again, tried: 0 });
  };
  enter(0, 0, false);
  for (let at = way.at(-1); at; at = way.at(-1)) {
    const { i, j, again } = at;
    const next = expected[i];
    const cell = cells[j];
    at.tried++;
    if (!next && j === cells.length) {
      const columns: HeaderCell[] = [];
      for (const [n, s] of way.entries())
        if (s.j < (way[n + 1]?.j ?? s.j)) columns[s.j] = expected[s.i] ?? REST;
      return columns;
    }
    // a pattern takes all the columns it can, the rest as few as it can
    const ends = next?.kind === 'rest' ? 1 : 2;
    if (next && at.tried === ends) {
      if (next.kind === 'rest' || again) enter(i + 1, j, false);
    } else if (next && at.tried === 3 - ends) {
      if (cell === undefined || !others[j]?.some((text) => fits(next, text))) continue;
      if (next.kind === 'literal') enter(i + 1, j + 1, false);
      else enter(i, j + 1, true);
    } else if (at.tried > 2) {
      failed.add((i * (cells.length + 1) + j) * 2 + Number(again));
      way.pop();
    }
  }
  return undefined;
}

/** The header where it begins at this row of the table; undefined where another begins there. */
function headerAt(mapping: Mapping, rows: Block['rows'], first: number): Header | undefined {
  const found = rows.slice(first, first + mapping.header.length);
  if (found.length < mapping.header.length || found[0]?.every(isBlank)) return undefined;
  const whole = found.map((row, i) => merged(row, found.slice(i + 1)));
  const longest = Math.max(...found.map((row) => row.length));
  for (const width of new Set([named(found), longest])) {
    const cut = (row: readonly string[] | undefined): string[] =>
      Array.from({ length: width }, (_, i) => row?.[i] ?? '');
    const aligned = mapping.header.map((expected, i) => {
      const [cells, above, filled] = [cut(found[i]), i > 0 ? cut(found[i - 1]) : undefined, cut(whole[i])];
      // a cell that is merged downwards is blank below, or stands there again
      const alone = (cell: string, at: number): string[] =>
        above && fold(above[at] ?? '') === fold(cell) ? [''] : [];
      return align(
        expected,
        cells,
        cells.map((cell, at) => [cell, filled[at] ?? '', ...alone(cell, at)]),
      );
    });
    if (aligned.includes(undefined)) continue;
    const columns = Array.from({ length: width }, (_, column) =>
      aligned.map((row, i) => {
        const asserted = row?.[column] ?? REST;
        const own = found[i]?.[column] ?? '';
        return { text: asserted.kind === 'pattern' ? (whole[i]?.[column] ?? own) : own, asserted };
      }),
    );
    return { first, row: first + found.length - 1, columns };
  }
  return undefined;
}

const show = (cell: HeaderCell): string => (cell.kind === 'rest' ? '…' : cell.text);

/** The row most like a row of the asserted header: the one that has most of its cells. */
function likest(expected: readonly HeaderCell[], head: Block): number {
  let best = { row: -1, score: -1 };
  for (const [row, cells] of head.rows.slice(0, SEARCHED).entries()) {
    if (cells.every(isBlank)) continue;
    const score = expected.filter((h) => h.kind !== 'rest' && cells.some((c) => fits(h, c))).length;
    if (score > best.score) best = { row, score };
  }
  return best.row;
}

/** Cells shown of a row that has hundreds, and letters of one that has thousands. */
const [SHOWN, LETTERS] = [15, 80];
const shorten = (cells: readonly string[]): readonly string[] => {
  const shown = cells.slice(0, SHOWN).map((c) => (c.length > LETTERS ? `${c.slice(0, LETTERS)}…` : c));
  return cells.length > SHOWN ? [...shown, '…'] : shown;
};

/** The name of a delimiter by which a row would have every cell that it lacks. */
function otherDelimiter(expected: readonly HeaderCell[], cells: readonly string[]): string | undefined {
  const has = (mark: string): boolean => {
    const parts = cells.join(',').split(mark);
    return parts.length > 1 && expected.every((h) => h.kind === 'rest' || parts.some((p) => fits(h, p)));
  };
  return Object.entries(DELIMITERS).find(([, mark]) => mark !== ',' && has(mark))?.[0];
}

/** Cells times asserted cells that are compared one by one to find the first that does not fit. */
const COMPARED = 100_000;

/**
 * The first cell of a row that cannot stand where it does, and the asserted cells that could; undefined where all can so
 * far, or the row is too long to say.
 */
function firstMisplaced(
  expected: readonly HeaderCell[],
  cells: readonly string[],
): { readonly at: number; readonly expected: readonly HeaderCell[] } | undefined {
  if (expected.length * cells.length > COMPARED) return undefined;
  // how many asserted cells may have been used up by the cells so far
  let used = new Set([0]);
  for (const [at, cell] of cells.entries()) {
    const wanted = new Set<HeaderCell>();
    const now = new Set<number>();
    for (const start of used) {
      const last = expected[start - 1];
      const goesOn = last && last.kind !== 'literal' ? [start - 1] : [];
      let end = start;
      while (expected[end]?.kind === 'rest') end++;
      for (const i of [...goesOn, ...Array.from({ length: end + 1 - start }, (_, k) => start + k)]) {
        const next = expected[i];
        if (!next) continue;
        wanted.add(next);
        if (fits(next, cell)) now.add(i + 1);
      }
    }
    if (now.size === 0) return { at, expected: [...wanted] };
    used = now;
  }
  return undefined;
}

/** How a row differs from the row of the asserted header that it should be. */
function differenceOf(
  expected: readonly HeaderCell[],
  row: number,
  whole: readonly string[],
  head: Block,
  file: string,
): Diagnostic[] {
  const cells = whole.slice(0, named([whole]));
  const missing = expected.filter((h) => h.kind !== 'rest' && !cells.some((c) => fits(h, c))).map(show);
  const extra = cells.filter((c) => !expected.some((h) => h.kind !== 'rest' && fits(h, c)));
  const at = Math.max(0, extra[0] === undefined ? 0 : cells.indexOf(extra[0]));
  const place = { file, ...head.place(row, at) };
  const args = { row: row + 1, expected: shorten(expected.map(show)), found: shorten(cells) };
  const misplaced = missing.length + extra.length === 0 ? firstMisplaced(expected, cells) : undefined;
  if (misplaced) {
    const there = { file, ...head.place(row, misplaced.at) };
    const next = misplaced.expected.filter((h) => h.kind !== 'rest').map(show);
    const found = { cell: cellName(row, misplaced.at), text: cells[misplaced.at] ?? '' };
    const wanted = next.length > 0 ? { expected: shorten(next) } : { end: 'yes' };
    return [
      fault('ingest/header-differs', args, there),
      fault('ingest/header-order', { ...found, ...wanted }, there),
    ];
  }
  const delimiter = missing.length > 0 ? otherDelimiter(expected, cells) : undefined;
  if (delimiter !== undefined)
    return [fault('ingest/other-delimiter', { row: row + 1, delimiter }, { file, ...head.place(row, 0) })];
  return [
    fault('ingest/header-differs', args, place),
    ...(missing.length > 0
      ? [fault('ingest/header-lacks', { row: row + 1, cells: shorten(missing) }, place)]
      : []),
    ...(extra.length > 0
      ? [fault('ingest/header-new', { cell: cellName(row, at), cells: shorten(extra) }, place)]
      : []),
  ];
}

/** The difference to the rows most like the asserted header; of several, the rows that do not fit. */
function difference(mapping: Mapping, head: Block, file: string): Diagnostic[] {
  const first = Math.max(0, likest(mapping.header[0] ?? [], head));
  const found = head.rows.slice(first, first + mapping.header.length);
  const wholes = mapping.header.map((_, i) => merged(found[i] ?? [], found.slice(i + 1)));
  const differing = mapping.header.flatMap((expected, i) => {
    const whole = wholes[i] ?? [];
    const cells = whole.slice(0, named([whole]));
    const same =
      mapping.header.length > 1 &&
      align(
        expected,
        cells,
        cells.map((c) => [c]),
      ) !== undefined;
    return same ? [] : differenceOf(expected, first + i, whole, head, file);
  });
  if (differing.length > 0) return differing;
  return differenceOf(mapping.header[0] ?? [], first, wholes[0] ?? [], head, file);
}

/** The asserted header in the beginning of a table; undefined where it is not there. */
export function lookForHeader(mapping: Mapping, head: Block): Header | undefined {
  for (let row = 0; row < Math.min(SEARCHED, head.rows.length); row++) {
    const header = headerAt(mapping, head.rows, row);
    if (header) return header;
  }
  return undefined;
}

/**
 * Finds the asserted header below the preamble. Throws UserError with the difference to the row most like it: an
 * export whose columns changed is not read.
 */
export function findHeader(mapping: Mapping, head: Block, file: string): Header {
  const header = lookForHeader(mapping, head);
  if (header) return header;
  throw new UserError(difference(mapping, head, file));
}
