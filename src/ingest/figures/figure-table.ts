import { type Decimal, decimal } from '../../model/decimal.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Bound, ObservationStatus, Written } from '../../model/observation.ts';
import type { Period } from '../../model/period.ts';
import type { Region } from '../../model/region.ts';
import { convert, type Unit } from '../../model/unit.ts';
import { cellName, ownText } from '../text.ts';
import { GrowingArray } from './growing-array.ts';
import { Interned, SeriesNumbers } from './interned.ts';
import { KeyTable } from './key-table.ts';

/** A figure as it is taken from its cell. */
export interface Taken {
  readonly indicator: Indicator;
  readonly region: Region;
  readonly period: Period;
  /** Its digits as published, without separators. */
  readonly number: string;
  readonly unit: Unit;
  readonly bound: Bound | undefined;
  readonly status: ObservationStatus | undefined;
  readonly published: string | undefined;
  /** Row and column from 0. */
  readonly row: number;
  readonly column: number;
}

/** What became of a figure: kept, the same again, or at odds with an earlier one. */
export type Outcome =
  | { readonly kind: 'new' }
  /** `earlier` is the index of the figure it repeats or contradicts */
  | { readonly kind: 'repeated' | 'conflict'; readonly earlier: number };

const NEW: Outcome = { kind: 'new' };

const MOST_EXACT_DIGITS = 15;

/** What a figure is told by beside its series, its span and its value. */
interface Mark {
  readonly bound?: Bound;
  readonly status?: ObservationStatus;
  readonly published?: string;
}

function known<T>(found: T | undefined, i: number): T {
  if (found === undefined) throw new RangeError(`no figure ${i}`);
  return found;
}

/**
 * The figures of one export, held by column: a million of them in some forty megabytes. Finds those that come twice.
 * Values are held as doubles, which give back every figure of up to 15 digits; longer ones are held as text.
 */
export class FigureTable implements Iterable<Written> {
  readonly #series = new SeriesNumbers();
  readonly #units = new Interned<Unit>();
  readonly #spans = new Interned<string>();
  readonly #periods: Period[] = [];
  readonly #spanOf = new Interned<Period>();
  readonly #spanNumbers: number[] = [];
  readonly #marks = new Interned<string>();
  readonly #markOf: Mark[] = [{}];
  readonly #lanes = new Interned<string | number>();
  readonly #keys = new KeyTable();
  readonly #long = new Map<number, string>();
  readonly #struck = new Set<number>();
  readonly #seriesOf = new GrowingArray((n) => new Uint32Array(n));
  readonly #unit = new GrowingArray((n) => new Uint16Array(n));
  readonly #mark = new GrowingArray((n) => new Uint32Array(n));
  readonly #value = new GrowingArray((n) => new Float64Array(n));
  readonly #decimals = new GrowingArray((n) => new Uint8Array(n));
  readonly #row = new GrowingArray((n) => new Uint32Array(n));
  readonly #column = new GrowingArray((n) => new Uint16Array(n));
  #count = 0;

  constructor() {
    this.#marks.of('');
  }

  /** Figures that nothing in the file contradicts. */
  get length(): number {
    return this.#count - this.#struck.size;
  }

  /** The number of a span: periods that are equal have one, though they may be several objects. */
  #numberOfSpan(period: Period): number {
    const known = this.#spanOf.of(period);
    let span = this.#spanNumbers[known];
    if (span === undefined) {
      span = this.#spans.of(`${period.start}/${period.end}`);
      this.#periods[span] ??= period;
      this.#spanNumbers[known] = span;
    }
    return span;
  }

  #numberOfMark(t: Taken): number {
    if (t.bound === undefined && t.status === undefined && t.published === undefined) return 0;
    const n = this.#marks.of(`${t.bound ?? ''} ${t.status ?? ''} ${t.published ?? ''}`);
    this.#markOf[n] ??= {
      ...(t.bound ? { bound: t.bound } : {}),
      ...(t.status ? { status: t.status } : {}),
      ...(t.published ? { published: t.published } : {}),
    };
    return n;
  }

  /** What may have one figure a span: an exact value, a bound and a deletion stand beside each other. */
  #lane(t: Taken, series: number): number {
    const sort = t.status === 'deleted' ? 'deleted' : t.bound ? `${t.bound}${t.number}${t.unit.text}` : '';
    const plain = sort === '' && t.published === undefined;
    return this.#lanes.of(plain ? series : `${series} ${t.published ?? ''} ${sort}`);
  }

  /** Takes a figure, unless it says again what an earlier one said or contradicts it. */
  add(t: Taken): Outcome {
    const series = this.#series.of(t.indicator, t.region);
    const i = this.#count;
    const earlier = this.#keys.take(this.#lane(t, series), this.#numberOfSpan(t.period));
    if (earlier !== i) return { kind: this.#says(earlier, t) ? 'repeated' : 'conflict', earlier };
    this.#seriesOf.set(i, series);
    this.#unit.set(i, this.#units.of(t.unit));
    this.#mark.set(i, this.#numberOfMark(t));
    this.#row.set(i, t.row);
    this.#column.set(i, t.column);
    this.#hold(i, t.number);
    this.#count++;
    return NEW;
  }

  #hold(i: number, number: string): void {
    const point = number.indexOf('.');
    this.#value.set(i, Number(number));
    this.#decimals.set(i, point < 0 ? 0 : number.length - point - 1);
    const length = number.length - (point < 0 ? 0 : 1);
    // 1 to 9 at its start, and not too long: a double gives it back as it is
    const first = number.charCodeAt(0);
    if (length <= MOST_EXACT_DIGITS && first > 0x30 && first <= 0x39) return;
    if (/^-?0\d/.test(number)) this.#long.set(i, decimal(number).toFixed(this.#decimals.get(i)));
    else if (length > MOST_EXACT_DIGITS || /^-[0.]+$/.test(number)) this.#long.set(i, ownText(number));
  }

  /** Whether an earlier figure has the same value. */
  #says(earlier: number, t: Taken): boolean {
    const unit = this.#units.all[this.#unit.get(earlier)];
    const value = unit && convert(decimal(t.number), t.unit, unit);
    return value?.eq(this.valueOf(earlier)) ?? false;
  }

  /** Leaves out a figure that another contradicts; false where it was left out before. */
  strike(i: number): boolean {
    if (this.#struck.has(i)) return false;
    this.#struck.add(i);
    return true;
  }

  /** A figure's digits as published. */
  textOf(i: number): string {
    return this.#long.get(i) ?? this.#value.get(i).toFixed(this.#decimals.get(i));
  }

  /** A figure's value as a double, which is exact up to 15 digits. */
  numberOf(i: number): number {
    return this.#value.get(i);
  }

  /** Its decimals as published. */
  decimalsOf(i: number): number {
    return this.#decimals.get(i);
  }

  /** A figure's exact value. */
  valueOf(i: number): Decimal {
    return decimal(this.textOf(i));
  }

  /** The cell a figure stands in: `R5C3`. */
  cellOf(i: number): string {
    return cellName(this.#row.get(i), this.#column.get(i));
  }

  /** The row of the export a figure stands in, from 0. */
  rowOf(i: number): number {
    return this.#row.get(i);
  }

  /** The column of the export a figure stands in, from 0. */
  columnOf(i: number): number {
    return this.#column.get(i);
  }

  /** A number for the series of a figure: the same for figures of one indicator and region. */
  seriesOf(i: number): number {
    return this.#seriesOf.get(i);
  }

  /** The indicator a figure is of. */
  indicatorOf(i: number): Indicator {
    return known(this.#series.indicators[this.#seriesOf.get(i)], i);
  }

  /** The region a figure is of. */
  regionOf(i: number): Region {
    return known(this.#series.regions[this.#seriesOf.get(i)], i);
  }

  /** The span a figure is for. */
  periodOf(i: number): Period {
    return known(this.#periods[this.#keys.spanOf(i)], i);
  }

  /** The unit a figure was published in. */
  unitOf(i: number): Unit {
    return known(this.#units.all[this.#unit.get(i)], i);
  }

  /** A figure's bound, status and day of publication. */
  markOf(i: number): Mark {
    return known(this.#markOf[this.#mark.get(i)], i);
  }

  /** A figure as a whole, made anew each time. */
  at(i: number): Written {
    const figure = {
      indicator: this.indicatorOf(i).id,
      region: this.regionOf(i).code,
      period: this.periodOf(i),
      number: this.textOf(i),
      unit: this.unitOf(i),
      cell: this.cellOf(i),
    };
    return this.#mark.get(i) === 0 ? figure : { ...figure, ...this.markOf(i) };
  }

  /** The series that figures are of, each once. */
  series(): { readonly indicator: string; readonly region: string }[] {
    const found = new Set<number>();
    for (const i of this.indices()) found.add(this.seriesOf(i));
    return [...found].map((series) => ({
      indicator: known(this.#series.indicators[series], series).id,
      region: known(this.#series.regions[series], series).code,
    }));
  }

  /** The numbers of the figures that count, in the order in which they were taken. */
  *indices(): Iterable<number> {
    for (let i = 0; i < this.#count; i++) if (!this.#struck.has(i)) yield i;
  }

  *[Symbol.iterator](): Iterator<Written> {
    for (const i of this.indices()) yield this.at(i);
  }
}
