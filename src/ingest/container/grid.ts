import { fault, UserError } from '../../model/diagnostic.ts';

/** A block of cells that are merged into one (合并单元格); rows and columns count from 0, the last ones included. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What a reader of workbooks puts a sheet's cells into. */
export interface Filler {
  /** A cell's text as shown. `once` marks a figure: merged, it stands in its first cell alone, or it would count twice. */
  put(row: number, column: number, text: string, once: boolean): void;
  merge(range: Range): void;
}

const [MOST_ROWS, MOST_COLUMNS] = [2 ** 20, 2 ** 14];
const BLANK: readonly string[] = Object.freeze([]);

/** How many cells a workbook may still have. */
export interface Budget {
  cells: number;
}

/** The cells of one sheet, on their way to rows. */
export class Grid implements Filler {
  readonly #rows: string[][] = [];
  /** Columns of figures, by row. */
  readonly #once: number[][] = [];
  readonly #merged: Range[] = [];
  readonly #budget: Budget;
  readonly #refuse: () => never;

  /** The budget is shared by the sheets of a workbook; `most` is what it was at first. */
  constructor(budget: Budget, sheet: string, most: number, file: string) {
    this.#budget = budget;
    this.#refuse = () => {
      throw new UserError(fault('container/too-many-cells', { sheet, most }, { file }));
    };
  }

  #spend(cells: number): void {
    this.#budget.cells -= cells;
    if (this.#budget.cells < 0) this.#refuse();
  }

  #set(row: number, column: number, text: string): void {
    let cells = this.#rows[row];
    if (!cells) {
      cells = [];
      this.#rows[row] = cells;
    }
    if (column >= cells.length) {
      this.#spend(column + 1 - cells.length);
      while (cells.length < column) cells.push('');
    }
    cells[column] = text;
  }

  /** Puts a cell's text, as `Filler` says. Throws RangeError where no sheet has such a cell. */
  put(row: number, column: number, text: string, once: boolean): void {
    if (!(row >= 0 && row < MOST_ROWS && column >= 0 && column < MOST_COLUMNS))
      throw new RangeError(`no cell R${row + 1}C${column + 1}`);
    if (text === '') return;
    this.#set(row, column, text);
    if (!once) return;
    const columns = this.#once[row];
    if (columns) columns.push(column);
    else this.#once[row] = [column];
  }

  /** Merges a block of cells. */
  merge(range: Range): void {
    this.#merged.push(range);
  }

  /** A merged cell's text goes into all of its cells, as far as the sheet has content; what lay under it is not shown. */
  #fill({ top, left, bottom, right }: Range, width: number): void {
    const text = this.#rows[top]?.[left] ?? '';
    const fill = this.#once[top]?.includes(left) ? '' : text;
    for (let row = top; row <= Math.min(bottom, this.#rows.length - 1); row++) {
      const last = Math.min(right, (fill === '' ? (this.#rows[row]?.length ?? 0) : width) - 1);
      this.#spend(Math.max(1, last + 1 - left));
      for (let column = left; column <= last; column++)
        if (row !== top || column !== left) this.#set(row, column, fill);
    }
  }

  /** The rows, once every cell and every merged block is known. */
  rows(): readonly (readonly string[])[] {
    const width = this.#rows.reduce((most, cells) => Math.max(most, cells.length), 0);
    for (const range of this.#merged) this.#fill(range, width);
    this.#spend(this.#rows.length);
    return Array.from(this.#rows, (cells) => cells ?? BLANK);
  }
}
