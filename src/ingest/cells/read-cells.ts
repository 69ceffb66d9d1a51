import type { Severity } from '../../model/diagnostic.ts';
import { formatMonth, formatPeriod } from '../../model/period.ts';
import { FigureTable, type Taken } from '../figures/figure-table.ts';
import type { IngestInput } from '../input.ts';
import { capture, type Field, type Mapping } from '../mapping/mapping.ts';
import { type Problem, Problems, problem } from '../problems.ts';
import type { Block } from '../table/table.ts';
import { cellName, isBlank, ownText, tidy } from '../text.ts';
import type { Capture, Captures } from './captures.ts';
import type { CellLookup, FieldReader } from './field-reader.ts';
import { type Meaning, Meanings } from './meaning.ts';
import { isProblem, isResolved } from './resolve.ts';
import { TwoValues } from './two-values.ts';
import {
  type Figure,
  isMarkAfterZero,
  isShortened,
  type Value,
  type ValueReader,
  valueReader,
} from './value.ts';

/** Where a cell stands, and its text. */
interface Cell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Knows its place in the file. */
  readonly in: Pick<Block, 'place'>;
}

/** A cell whose span is known only when all labels have been seen. */
interface Waiting {
  readonly cell: Cell;
  readonly figure: Figure;
  readonly bag: Captures;
}

const NO_PROBLEMS: readonly Problem[] = [];
const NO_FIGURE: Figure = { number: '0' };

const isAmbiguous = (found: unknown): boolean => isProblem(found) && found.code === 'ingest/period-ambiguous';

/** Why a text can't be read as a figure. */
const unreadable = (text: string): Problem =>
  problem(isMarkAfterZero(text) ? 'ingest/mark-after-zero' : 'ingest/not-a-number', { text: tidy(text) });

/** Names of what is left out that are held, to be listed. */
const HELD = 10_000;

/** Reads the cells of one export one by one: takes their figures, and keeps count of what becomes of the rest. */
export class CellReader {
  /** Cells by what became of them; those taken are in `figures`. */
  readonly tally = { cells: 0, missing: 0, rejected: 0, skipped: 0, repeated: 0 };
  readonly problems = new Problems();
  readonly figures = new FigureTable();
  /** Rows that say something of the same figure. */
  readonly twoValues = new TwoValues();
  /** Names of series and regions that the mapping leaves out. */
  readonly skipped = new Set<string>();
  /** Cells of dimensions that the mapping leaves out. */
  otherDimensions = 0;
  readonly #input: IngestInput;
  readonly #read: FieldReader;
  readonly #meanings: Meanings;
  readonly #value: ValueReader;
  /** The field whose patterns take a figure out of its cell, where it has any. */
  readonly #valueField: Field | undefined;
  readonly #isKept: CellLookup<boolean>;
  readonly #deletes: boolean;
  readonly #waiting: Waiting[] = [];

  constructor(input: IngestInput, mapping: Mapping, read: FieldReader) {
    this.#input = input;
    this.#read = read;
    this.#meanings = new Meanings(mapping, input.catalogue, read);
    this.#value = valueReader(mapping.missing, mapping.dialect.decimal);
    const valueField = mapping.fields.find((f) => f.name === 'value');
    this.#valueField = valueField?.as.every((p) => p.bare) ? undefined : valueField;
    this.#isKept = read.lookup(read.dimensions, read.keepsCell);
    this.#deletes = mapping.fields.some((f) => f.as.some((p) => p.fills.includes('status')));
  }

  #say(p: Problem, cell: Cell, severity: Severity = 'error'): void {
    const place = () => cell.in.place(cell.row, cell.column);
    this.problems.add(p, cellName(cell.row, cell.column), this.#input.name, place, severity);
  }

  #reject(cell: Cell, problems: readonly Problem[]): void {
    this.tally.rejected++;
    this.#input.reject?.({ cell: cellName(cell.row, cell.column), text: cell.text, problems });
    for (const p of problems) this.#say(p, cell);
  }

  /** Rejects a row longer than its header: a comma inside a name or a number has moved its cells. */
  rejectRow(block: Block, row: number, cells: readonly string[]): void {
    const found = cells.findLastIndex((c) => !isBlank(c)) + 1;
    const long = problem('ingest/row-too-long', { row: row + 1, expected: this.#read.width, found });
    for (const column of this.#read.valueColumns) {
      this.tally.cells++;
      this.#reject({ row, column, text: cells[column] ?? '', in: block }, [long]);
    }
  }

  /** Leaves out a row of other dimensions than the mapping keeps. */
  leaveRow(): void {
    const cells = this.#read.valueColumns.length;
    this.tally.cells += cells;
    this.#leave(cells);
  }

  #leave(cells: number): void {
    this.tally.skipped += cells;
    this.otherDimensions += cells;
  }

  /** Rejects a cell that the end of the file has cut off or cut short. */
  cutOff(block: Block, row: number, column: number): void {
    this.tally.cells++;
    this.#reject({ row, column, text: '', in: block }, [problem('ingest/truncated', { row: row + 1 })]);
  }

  /** Warns of a row that ends before its last figure; `column` is the first that it lacks. */
  endsEarly(block: Block, row: number, column: number): void {
    const cell = { row, column, text: '', in: block };
    this.#say(problem('ingest/row-too-short', { row: row + 1 }), cell, 'warning');
  }

  /** Reads one cell; `about` is what its row says of it. */
  cell(block: Block, row: number, column: number, text: string, about: readonly Capture[]): void {
    this.tally.cells++;
    const whole = this.#value(text);
    const within =
      this.#valueField && typeof whole === 'string' ? capture(this.#valueField, tidy(text)) : undefined;
    if (!this.#isKept(about, column, within)) {
      this.#leave(1);
      return;
    }
    const value = within?.value === undefined ? whole : this.#value(within.value);
    if (value === 'missing' && !(this.#deletes && this.#meanings.isDeletion(about, column, within))) {
      this.tally.missing++;
      return;
    }
    const figure = typeof value === 'string' ? NO_FIGURE : value;
    const meaning = this.#meanings.of(about, column, within, figure.percent);
    if (meaning.series === 'skip' || meaning.region === 'skip') {
      const bag = this.#read.bag(about, column, within);
      this.#skip(meaning.series === 'skip' ? bag.indicator : bag.region);
      return;
    }
    const cell = { row, column, text, in: block };
    const problems = this.#problems(cell, about, value);
    const waits = isAmbiguous(meaning.period) && problems.length === 0;
    if (waits && this.#meanings.labelOf(about, column, within))
      this.#wait(cell, figure, this.#read.bag(about, column, within));
    else this.#settle(cell, figure, meaning, problems);
  }

  #skip(name: string | undefined): void {
    this.tally.skipped++;
    if (this.skipped.size < HELD) this.skipped.add(name ?? '');
  }

  /** What is wrong with the texts themselves, before they are looked up. */
  #problems({ text, column }: Cell, about: readonly Capture[], value: Value): readonly Problem[] {
    const unfitting = this.#read.unfitting(about, column);
    if (unfitting.length === 0 && value !== 'unreadable') return NO_PROBLEMS;
    return [
      ...unfitting.map((u) => problem('ingest/pattern-unfitting', { ...u })),
      ...(value === 'unreadable' ? [unreadable(text)] : []),
    ];
  }

  /** Holds a cell back, with its place and texts of its own: its block is let go. */
  #wait({ row, column, text, in: block }: Cell, figure: Figure, bag: Captures): void {
    const place = block.place(row, column);
    const cell = { row, column, text: ownText(text), in: { place: () => place } };
    this.#waiting.push({ cell, figure: { ...figure, number: ownText(figure.number) }, bag });
  }

  /** Settles the cells whose label can be two months, now that the other labels are known. */
  settleWaiting(): void {
    for (const { cell, figure, bag } of this.#waiting) {
      const label = this.#meanings.resolver.mended(bag.period ?? '');
      if (label !== undefined)
        this.#say(problem('ingest/month-mended', { label: bag.period ?? '', month: label }), cell, 'info');
      const whole: Captures = label === undefined ? bag : { ...bag, period: label };
      this.#settle(cell, figure, this.#meanings.ofTexts(whole, figure.percent), NO_PROBLEMS);
    }
  }

  /** Takes a cell of which everything is known, else rejects it. */
  #settle(cell: Cell, figure: Figure, meaning: Meaning, texts: readonly Problem[]): void {
    const { series, region, period, status } = meaning;
    const published = meaning.published ?? this.#input.published;
    const wrongSign =
      isResolved(series) && figure.percent !== undefined
        ? this.#meanings.resolver.wrongSign(figure.percent, series)
        : undefined;
    const problems = wrongSign ? [...texts, wrongSign] : texts;
    if (
      problems.length > 0 ||
      !isResolved(series) ||
      !isResolved(region) ||
      isProblem(period) ||
      isProblem(status) ||
      isProblem(published)
    ) {
      // what does not fit its pattern leaves fields empty, which is no second fault
      const faults = [series, region, period, status, published]
        .filter(isProblem)
        .filter((p) => texts.length === 0 || p.code !== 'ingest/empty-field');
      this.#reject(cell, [...problems, ...faults]);
      return;
    }
    const { indicator, unit } = series;
    const { number, bound } = figure;
    const { row, column } = cell;
    this.#take(cell, { indicator, region, period, number, unit, bound, status, published, row, column });
  }

  #take(cell: Cell, taken: Taken): void {
    this.#remarkNoun(cell, taken);
    if (isShortened(cell.text))
      this.#say(problem('ingest/shortened', { text: tidy(cell.text) }), cell, 'warning');
    this.#remarkGone(cell, taken);
    const outcome = this.figures.add(taken);
    if (outcome.kind === 'new') return;
    const { kind, earlier } = outcome;
    this.twoValues.add(this.figures.rowOf(earlier), cell.row, kind);
    if (kind === 'repeated') this.tally.repeated++;
    else this.#rejectBoth(cell, taken, earlier);
  }

  /** Rejects two cells that contradict each other: which is right is not for the program to say. */
  #rejectBoth(cell: Cell, taken: Taken, earlier: number): void {
    const [firstCell, text] = [this.figures.cellOf(earlier), this.figures.textOf(earlier)];
    const p = problem('ingest/two-values', {
      indicator: taken.indicator.id,
      region: taken.region.code,
      period: formatPeriod(taken.period),
      first: `${text} ${this.figures.unitOf(earlier).text}`,
      firstCell,
      second: `${taken.number} ${taken.unit.text}`,
    });
    if (this.figures.strike(earlier)) {
      this.tally.rejected++;
      this.#input.reject?.({ cell: firstCell, text, problems: [p] });
    }
    this.#reject(cell, [p]);
  }

  /** Warns of a figure of a region that no longer existed: most likely it is of what it became. */
  #remarkGone(cell: Cell, { region, period }: Taken): void {
    if (region.until === undefined || period.end <= region.until) return;
    const became = this.#input.catalogue.listed(this.#input.catalogue.successorsOf(region));
    const args = { region: region.name, code: region.code, until: formatMonth(region.until), became };
    this.#say(problem('ingest/region-gone', args), cell, 'warning');
  }

  /** Remarks on a count noun other than the catalogue's: within one indicator they are interchangeable (docs/method.md §2). */
  #remarkNoun(cell: Cell, { indicator, unit }: Taken): void {
    const own = indicator.unit.noun;
    if (unit.noun === undefined || own === undefined || unit.noun === own) return;
    this.#say(problem('ingest/other-noun', { indicator: indicator.id, noun: unit.noun, own }), cell, 'info');
  }
}
