import type { Catalogue } from '../../model/catalogue.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Held } from '../../model/history.ts';
import type { Row } from '../canonical.ts';
import { spanOf, wasKnown, wrongUnit } from '../figure.ts';
import { type Batch, rowAt, scanBatch } from './scan.ts';

/** A figure, and the batches that give a value for it. */
export interface LedgerFigure {
  /** The batches by their place in the list; one stands here twice where it gives two values. */
  readonly batches: readonly number[];
  /** The values they give, in that order, read again: nothing of a row is kept but its place. */
  vintages(): Held[];
}

/** Which rows are entered in a ledger, and who is told of them. */
export interface LedgerOptions {
  /** ISO date: what was published later is left out. */
  readonly knownOn?: string;
  /** Only figures that this batch gives, by its place in the list. */
  readonly of?: number;
  /** Only these series, as `indicator,region`. */
  readonly series?: ReadonlySet<string>;
  /** Called with each row that can be used. */
  readonly row?: (row: Row, batch: number) => void;
  /** Called with each row that can't. */
  readonly fault?: (finding: Diagnostic, batch: number) => void;
}

/** Characters a batch can have: no text is longer. */
const ROOM = 2 ** 30;
/** Months a calendar of four-digit years has, and more. */
const MONTHS = 2 ** 17;

/** The places at which values of each span of each series stand: one number for a batch and a place in its text. */
type Places = Map<string, Map<number, number | number[]>>;

function enter(figures: Map<number, number | number[]>, span: number, place: number): void {
  const before = figures.get(span);
  if (before === undefined) figures.set(span, place);
  else if (typeof before === 'number') figures.set(span, [before, place]);
  else before.push(place);
}

/** Reads every batch once and notes the place of each row. */
function placesIn(batches: readonly Batch[], catalogue: Catalogue, options: LedgerOptions): Places {
  const places: Places = new Map();
  const { knownOn, of, series } = options;
  const scan = (at: number, wanted: ReadonlySet<string> | undefined, add: boolean): void => {
    const batch = batches[at];
    if (!batch) return;
    const take = (row: Row, line: number, from: number): void => {
      if (!wasKnown(row.published, knownOn)) return;
      const wrong = wrongUnit(row, catalogue, batch.file, line);
      if (wrong) {
        options.fault?.(wrong, at);
        return;
      }
      options.row?.(row, at);
      const key = `${row.indicator},${row.region}`;
      const figures = places.get(key) ?? new Map<number, number | number[]>();
      places.set(key, figures);
      const { start, end } = spanOf(row, catalogue);
      const span = start * MONTHS + end;
      if (add || figures.has(span)) enter(figures, span, at * ROOM + from);
    };
    scanBatch(batch, wanted, catalogue.units, take, (finding) => options.fault?.(finding, at));
  };
  if (of !== undefined) scan(of, series, true);
  const wanted = of === undefined ? series : new Set(places.keys());
  for (const at of batches.keys()) if (at !== of) scan(at, wanted, of === undefined);
  return places;
}

/** The value that stands at a place of a batch's text. */
function readRow(batch: Batch, from: number, catalogue: Catalogue): Held[] {
  const row = rowAt(batch, from, catalogue.units);
  if ('fault' in row) return [];
  const { source: file, ingested } = batch.head;
  return [{ ...row, period: spanOf(row, catalogue), source: { batch: batch.file, file, ingested } }];
}

const listOf = (found: number | number[]): number[] =>
  // in the order of the batches: of two taken in at one instant the later in the list counts
  typeof found === 'number' ? [found] : found.sort((a, b) => a - b);

/** The values that batches give for each figure (台账). Rows are read twice and never kept, so that millions fit into memory. */
export class Ledger {
  readonly #batches: readonly Batch[];
  readonly #catalogue: Catalogue;
  readonly #places: Places;

  constructor(batches: readonly Batch[], catalogue: Catalogue, options: LedgerOptions = {}) {
    this.#batches = batches;
    this.#catalogue = catalogue;
    this.#places = placesIn(batches, catalogue, options);
  }

  #read(places: readonly number[]): Held[] {
    return places.flatMap((p) => {
      const batch = this.#batches[Math.floor(p / ROOM)];
      return batch ? readRow(batch, p % ROOM, this.#catalogue) : [];
    });
  }

  /** All values that the batches give for the figure that a row is about. */
  vintagesOf(row: Pick<Row, 'indicator' | 'region' | 'period' | 'unit'>): Held[] {
    const { start, end } = spanOf(row, this.#catalogue);
    const found = this.#places.get(`${row.indicator},${row.region}`)?.get(start * MONTHS + end);
    return found === undefined ? [] : this.#read(listOf(found));
  }

  /** Every figure that the batches give a value for. */
  *figures(): Generator<LedgerFigure> {
    for (const figures of this.#places.values())
      for (const found of figures.values()) {
        const places = listOf(found);
        yield { batches: places.map((p) => Math.floor(p / ROOM)), vintages: () => this.#read(places) };
      }
  }
}
