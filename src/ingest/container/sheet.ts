import type { Filler, Range } from './grid.ts';
import { TextRuns, unescapeText } from './rich-text.ts';
import { isDate, shown } from './shown.ts';
import { walk } from './xml.ts';

/** What the cells of every sheet refer to. */
export interface Shared {
  readonly strings: readonly string[];
  readonly styles: readonly string[];
  readonly since1904: boolean;
}

const DAY = 86_400_000;
/** The day that ISO dates count from (1970), as a spreadsheet counts. */
const EPOCH = 25_569;

/** Row and column, from 0, of a reference such as B12. */
function place(reference: string): [row: number, column: number] {
  let column = 0;
  let i = 0;
  for (; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return [Number(reference.slice(i)) - 1, column - 1];
}

/** The block of a reference such as A1:C3. */
function block(reference: string): Range {
  const [first = '', last = first] = reference.split(':');
  const [top, left] = place(first);
  const [bottom, right] = place(last);
  return { top, left, bottom, right };
}

/** One cell while it is read. */
interface Cell {
  row: number;
  column: number;
  type: string;
  style: number;
  value: string;
  formula: string | undefined;
}

/** A number whose whole part alone has more digits than a spreadsheet keeps. */
const LONG = /^-?[1-9]\d{15,}(?:\.\d+)?$/;

/** A number by its format; what is no number stands as it is. */
function showNumber(value: string, style: string, shared: Shared): string {
  // a spreadsheet keeps 15 digits; a program that wrote more meant them
  if (LONG.test(value) && !isDate(style)) return value;
  const number = Number(value);
  return Number.isFinite(number) ? shown(number, style, shared.since1904) : value;
}

/** An ISO date, which some programs write, by its format. */
function showIsoDate(value: string, style: string): string {
  const time = Date.parse(/T/.test(value) ? `${value.replace(/Z$/, '')}Z` : value);
  return Number.isNaN(time) || !isDate(style) ? value : shown(time / DAY + EPOCH, style, false);
}

/** A cell's text, and whether it is a figure. A formula without a result stands as formula, which is no figure. */
function show(cell: Cell, text: string, shared: Shared): { text: string; once: boolean } {
  const { type, value, formula } = cell;
  const style = shared.styles[cell.style] ?? 'General';
  switch (type) {
    case 's': {
      const known = value === '' ? '' : shared.strings[Number(value)];
      if (known === undefined) throw new Error(`no shared string ${value}`);
      return { text: known, once: false };
    }
    case 'inlineStr':
      return { text, once: false };
    case 'str':
      return { text: unescapeText(value), once: false };
    case 'b':
      return { text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE', once: false };
    case 'd':
      return { text: showIsoDate(value, style), once: false };
    case 'e':
      return { text: value, once: true };
    default:
      if (value === '') return { text: formula === undefined ? '' : `=${formula}`, once: true };
      return { text: showNumber(value, style, shared), once: !isDate(style) };
  }
}

/** Reads the cells of a sheet and its merged blocks. Throws Error where it is damaged. */
export function readSheet(bytes: Uint8Array, shared: Shared, into: Filler): void {
  const runs = new TextRuns();
  let [row, column] = [-1, -1];
  let cell: Cell | undefined;
  let field: 'value' | 'formula' | undefined;
  walk(bytes, {
    open(name, get) {
      switch (name) {
        case 'row':
          row = get('r') === undefined ? row + 1 : Number(get('r')) - 1;
          column = -1;
          break;
        case 'c': {
          const reference = get('r');
          [row, column] = reference === undefined ? [row, column + 1] : place(reference);
          const style = Number(get('s') ?? 0);
          cell = { row, column, type: get('t') ?? 'n', style, value: '', formula: undefined };
          break;
        }
        case 'v':
          field = 'value';
          break;
        case 'f':
          field = 'formula';
          if (cell) cell.formula = '';
          break;
        case 'mergeCell':
          into.merge(block(get('ref') ?? ''));
          break;
        default:
          runs.open(name);
      }
    },
    text(piece) {
      if (cell && field) cell[field] += piece;
      else runs.add(piece);
    },
    close(name) {
      if (name === 'v' || name === 'f') field = undefined;
      else runs.close(name);
      if (name !== 'c' || !cell) return;
      const { text, once } = show(cell, runs.take(), shared);
      into.put(cell.row, cell.column, text, once);
      cell = undefined;
    },
  });
}
