import { type Decimal, decimal } from '../../model/decimal.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Bound, ObservationStatus, Written } from '../../model/observation.ts';
import type { Period } from '../../model/period.ts';
import type { Region } from '../../model/region.ts';
import { convert, type Unit } from '../../model/unit.ts';
import { cellName, ownText } from '../text.ts';
import { GrowingArray, Interned } from './growing-array.ts';
import { KeyTable, MOST_SPANS } from './key-table.ts';

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

/**
 * The figures of one export, held by column: a million of them in some forty megabytes. Finds those that come twice.
 * Values are held as doubles, which give back every figure of up to 15 digits; longer ones are held as text.
 */
export class FigureTable implements Iterable<Written> {
  readonly #indicators = new Interned<Indicator>();
  readonly #regions = new Interned<Region>();
  readonly #units = new Interned<Unit>();
  readonly #spans = new Interned<string>();
  readonly #periods: Period[] = [];
  readonly #spanOf = new Map<Period, number>();
  readonly #marks = new Interned<string>();
  readonly #markOf: Mark[] = [{}];
  readonly #lanes = new Interned<string>();
  readonly #plainLanes = new Map<number, number>();
  readonly #keys = new KeyTable();
  readonly #long = new Map<number, string>();
  readonly #struck = new Set<number>();
  readonly #indicator = new GrowingArray((n) => new Uint32Array(n));
  readonly #region = new GrowingArray((n) => new Uint32Array(n));
  readonly #span = new GrowingArray((n) => new Uint32Array(n));
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

  #numberOfSpan(period: Period): number {
    let n = this.#spanOf.get(period);
    if (n === undefined) {
      n = this.#spans.of(`${period.start}/${period.end}`);
      this.#periods[n] ??= period;
      this.#spanOf.set(period, n);
    }
    return n;
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
  #lane(t: Taken, indicator: number, region: number): number {
    const sort = t.status === 'deleted' ? 'deleted' : t.bound ? `${t.bound}${t.number}${t.unit.text}` : '';
    if (sort !== '' || t.published !== undefined)
      return this.#lanes.of(`${indicator} ${region} ${t.published ?? ''} ${sort}`);
    const pair = indicator * MOST_SPANS + region;
    let lane = this.#plainLanes.get(pair);
    if (lane === undefined) {
      lane = this.#lanes.of(`${indicator} ${region}`);
      this.#plainLanes.set(pair, lane);
    }
    return lane;
  }

  /** Takes a figure, unless it says again what an earlier one said or contradicts it. */
  add(t: Taken): Outcome {
    const [indicator, region] = [this.#indicators.of(t.indicator), this.#regions.of(t.region)];
    const span = this.#numberOfSpan(t.period);
    const i = this.#count;
    const earlier = this.#keys.take(this.#lane(t, indicator, region) * MOST_SPANS + span + 1, i);
    if (earlier !== i) return { kind: this.#says(earlier, t) ? 'repeated' : 'conflict', earlier };
    this.#indicator.set(i, indicator);
    this.#region.set(i, region);
    this.#span.set(i, span);
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

  valueOf(i: number): Decimal {
    return decimal(this.textOf(i));
  }

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

  #part<T>(list: readonly T[], i: number): T {
    const found = list[i];
    if (found === undefined) throw new RangeError(`no figure ${i}`);
    return found;
  }

  indicatorOf(i: number): Indicator {
    return this.#part(this.#indicators.all, this.#indicator.get(i));
  }

  regionOf(i: number): Region {
    return this.#part(this.#regions.all, this.#region.get(i));
  }

  periodOf(i: number): Period {
    return this.#part(this.#periods, this.#span.get(i));
  }

  unitOf(i: number): Unit {
    return this.#part(this.#units.all, this.#unit.get(i));
  }

  markOf(i: number): Mark {
    return this.#part(this.#markOf, this.#mark.get(i));
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

  /** A number for the series of a figure: the same for figures of one indicator and region. */
  seriesOf(i: number): number {
    return this.#indicator.get(i) * MOST_SPANS + this.#region.get(i);
  }

  /** The series that figures are of, each once. */
  series(): { readonly indicator: string; readonly region: string }[] {
    const found = new Set<number>();
    for (const i of this.indices()) found.add(this.seriesOf(i));
    return [...found].map((pair) => ({
      indicator: this.#part(this.#indicators.all, Math.floor(pair / MOST_SPANS)).id,
      region: this.#part(this.#regions.all, pair % MOST_SPANS).code,
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
