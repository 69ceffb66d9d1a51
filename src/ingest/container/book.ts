// The entry of a bundle of its own (scripts/build.js): what only workbooks need is loaded when one is opened.
// What is thrown here is an Error with the place of the damage; findings are made outside.
import type { Sheet } from './export.ts';
import type { Grid } from './grid.ts';
import { type Part, readBook, readPart, readStrings, readStyles } from './parts.ts';
import { readSheet } from './sheet.ts';
import { builtIn } from './shown.ts';

export { readXls } from './xls.ts';

/** The sheets of an .xlsx (Office Open XML) in the folder `home` of its zip. `grid` makes the grid of a sheet by its name. */
export function readXlsx(part: Part, home: string, grid: (sheet: string) => Grid): Sheet[] {
  const { sheets, since1904, ...shared } = readBook(part, home);
  const strings = shared.strings === undefined ? [] : readPart(part, shared.strings, readStrings);
  const styles =
    shared.styles === undefined ? [] : readPart(part, shared.styles, (b) => readStyles(b, builtIn));
  return sheets.flatMap(({ name, hidden, part: where }) => {
    if (where === undefined) return [];
    const cells = grid(name);
    readPart(part, where, (bytes) => readSheet(bytes, { strings, styles, since1904 }, cells));
    return [{ name, hidden, rows: cells.rows() }];
  });
}
