import type { Catalogue } from '../../model/catalogue.ts';
import { decimal } from '../../model/decimal.ts';
import { type Indicator, isMoment } from '../../model/indicator.ts';
import { type Observation, seriesKey } from '../../model/observation.ts';
import type { Period } from '../../model/period.ts';
import { commensurable, convert, type Unit } from '../../model/unit.ts';
import type { FigureTable } from '../figures/figure-table.ts';
import { baseName } from '../file-name.ts';
import { BREAK, type Columns, FRESH, type Look, type Series } from './series.ts';

const MONTHS = 2 ** 17;
/** The readings of an export without a date of publication come after everything. */
const NOW = '9999';

function emptyColumns(size: number): Columns {
  return {
    starts: new Int32Array(size),
    ends: new Int32Array(size),
    values: new Float64Array(size),
    steps: new Float64Array(size),
    flags: new Uint8Array(size),
    ids: new Float64Array(size),
  };
}

/** Figures as the checks take them. */
export interface Tables {
  /** By `seriesKey`. */
  readonly series: ReadonlyMap<string, Series>;
  readonly look: Look;
}

/** How many of an indicator's unit one of another unit is, and one of its last decimal. */
interface Rate {
  readonly one: number;
  readonly step: (decimals: number) => number;
}

function rates(): (unit: Unit, indicator: Indicator) => Rate {
  const known = new Map<Indicator, Map<Unit, Rate>>();
  return (unit, indicator) => {
    const of = known.get(indicator) ?? new Map<Unit, Rate>();
    known.set(indicator, of);
    let rate = of.get(unit);
    if (!rate) {
      const amount = (text: string): number => Number(convert(decimal(text), unit, indicator.unit));
      const steps: number[] = [];
      const step = (decimals: number): number => {
        steps[decimals] ??= amount(`1e-${decimals}`);
        return steps[decimals] ?? 0;
      };
      rate = { one: amount('1'), step };
      of.set(unit, rate);
    }
    return rate;
  };
}

/** Everything that tables are made of: figures of the export from 0 on, what the store holds from −1 down. */
class Figured {
  readonly #figures: FigureTable;
  readonly #known: readonly Observation[];
  readonly #file: string;
  readonly #rate = rates();

  constructor(figures: FigureTable, known: readonly Observation[], file: string) {
    this.#figures = figures;
    this.#known = known;
    this.#file = file;
  }

  #stored(id: number): Observation {
    return this.#known[-1 - id] as Observation;
  }

  /** The day a figure counts from. */
  since(id: number): string {
    if (id >= 0) return this.#figures.markOf(id).published ?? NOW;
    const { published, source } = this.#stored(id);
    return published ?? source.ingested.slice(0, 10);
  }

  /** The status a figure was published with. */
  status(id: number): Observation['status'] {
    return id >= 0 ? this.#figures.markOf(id).status : this.#stored(id).status;
  }

  /** The amount and one of its last decimal, in the indicator's unit. */
  amount(id: number, indicator: Indicator): readonly [value: number, step: number] {
    if (id >= 0) {
      const rate = this.#rate(this.#figures.unitOf(id), indicator);
      return [this.#figures.numberOf(id) * rate.one, rate.step(this.#figures.decimalsOf(id))];
    }
    const { value, decimals, unit } = this.#stored(id);
    const rate = this.#rate(unit, indicator);
    return [Number(value) * rate.one, rate.step(decimals)];
  }

  /** Whether a figure of the export says what is stored already. */
  repeats(id: number, stored: number): boolean {
    const old = this.#stored(stored);
    const isDeleted = (status: Observation['status']): boolean => status === 'deleted';
    return (
      isDeleted(this.status(id)) === isDeleted(old.status) &&
      (convert(this.#figures.valueOf(id), this.#figures.unitOf(id), old.unit)?.eq(old.value) ?? false)
    );
  }

  readonly look: Look = (id) => {
    if (id >= 0)
      return {
        value: this.#figures.valueOf(id),
        decimals: this.#figures.decimalsOf(id),
        unit: this.#figures.unitOf(id),
        where: this.#figures.cellOf(id),
        file: this.#file,
        line: this.#figures.rowOf(id) + 1,
        column: this.#figures.columnOf(id) + 1,
      };
    const { value, decimals, unit, source } = this.#stored(id);
    const { batch, line, cell } = source;
    return { value, decimals, unit, where: `${baseName(batch)} ${cell}`, file: batch, line };
  };
}

/** Figures by the series they are of, each series' figures together. */
class Sorting {
  readonly #series: { readonly indicator: Indicator; readonly region: string; size: number }[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #of: number[] = [];
  readonly #ids: number[] = [];
  readonly #orders: number[] = [];

  /** The number of a series, a new one where it has none yet. */
  numberOf(indicator: Indicator, region: string): number {
    const key = seriesKey(indicator.id, region);
    let n = this.#numbers.get(key);
    if (n === undefined) {
      n = this.#series.push({ indicator, region, size: 0 }) - 1;
      this.#numbers.set(key, n);
    }
    return n;
  }

  /** Adds a figure to a series. */
  add(series: number, id: number, { start, end }: Period): void {
    const of = this.#series[series];
    if (!of) return;
    of.size++;
    this.#of.push(series);
    this.#ids.push(id);
    // a span as one number, in the order of time
    this.#orders.push(end * MONTHS + (isMoment(of.indicator) ? end : start));
  }

  get size(): number {
    return this.#ids.length;
  }

  /** Each series with its figures in the order of time; those of one span in the order they came. */
  *sorted(): Iterable<{
    readonly indicator: Indicator;
    readonly region: string;
    readonly ids: Int32Array;
    readonly orders: Float64Array;
  }> {
    const starts: number[] = [];
    let at = 0;
    for (const { size } of this.#series) {
      starts.push(at);
      at += size;
    }
    const [ids, orders] = [new Int32Array(at), new Float64Array(at)];
    const next = Uint32Array.from(starts);
    for (const [i, series] of this.#of.entries()) {
      const to = next[series] ?? 0;
      next[series] = to + 1;
      ids[to] = this.#ids[i] ?? 0;
      orders[to] = this.#orders[i] ?? 0;
    }
    for (const [n, { indicator, region, size }] of this.#series.entries()) {
      const from = starts[n] ?? 0;
      const own = { ids: ids.subarray(from, from + size), orders: orders.subarray(from, from + size) };
      inTime(own.ids, own.orders);
      yield { indicator, region, ...own };
    }
  }
}

/** Puts figures in the order of time. Exports have them so, or the other way round; others are sorted. */
function inTime(ids: Int32Array, orders: Float64Array): void {
  const [first = 0, last = 0] = [orders[0], orders.at(-1)];
  if (first > last) {
    ids.reverse();
    orders.reverse();
  }
  if (orders.every((order, i) => i === 0 || (orders[i - 1] ?? 0) < order)) return;
  const places = Array.from(orders.keys());
  const [oldIds, oldOrders] = [ids.slice(), orders.slice()];
  const age = (id: number): number => (id < 0 ? id : id + 1);
  places.sort(
    (a, b) => (oldOrders[a] ?? 0) - (oldOrders[b] ?? 0) || age(oldIds[a] ?? 0) - age(oldIds[b] ?? 0),
  );
  for (const [i, place] of places.entries()) {
    ids[i] = oldIds[place] ?? 0;
    orders[i] = oldOrders[place] ?? 0;
  }
}

/**
 * Puts the figures of an export, and what the store holds beside them, into columns as `plausible` takes them. Of two for
 * one span the one published later counts, then the one that came later. What says again what is stored already is not
 * fresh: a table that grows by a month is not complained of every month anew.
 */
export function tabulate(
  figures: FigureTable,
  known: readonly Observation[],
  catalogue: Catalogue,
  file: string,
): Tables {
  const figured = new Figured(figures, known, file);
  const sorting = new Sorting();
  const fits = (unit: Unit, indicator: Indicator | undefined): indicator is Indicator =>
    indicator !== undefined && commensurable(unit, indicator.unit);
  for (const [i, o] of known.entries()) {
    const indicator = catalogue.indicators.get(o.indicator);
    if (!o.bound && fits(o.unit, indicator))
      sorting.add(sorting.numberOf(indicator, o.region), -1 - i, o.period);
  }
  const numbers = new Map<number, number>();
  for (const i of figures.indices()) {
    const indicator = figures.indicatorOf(i);
    if (figures.markOf(i).bound || !fits(figures.unitOf(i), indicator)) continue;
    const pair = figures.seriesOf(i);
    let number = numbers.get(pair);
    if (number === undefined) {
      number = sorting.numberOf(indicator, figures.regionOf(i).code);
      numbers.set(pair, number);
    }
    sorting.add(number, i, figures.periodOf(i));
  }
  const columns = emptyColumns(sorting.size);
  const series = new Map<string, Series>();
  let at = 0;
  for (const { indicator, region, ids, orders } of sorting.sorted()) {
    const from = at;
    for (let i = 0; i < ids.length; i++) {
      let id = ids[i] ?? 0;
      let isFresh = id >= 0;
      const order = orders[i] ?? 0;
      for (; orders[i + 1] === order; i++) {
        const later = ids[i + 1] ?? 0;
        if (figured.since(id) > figured.since(later)) continue;
        isFresh = later >= 0 && !(id < 0 && figured.repeats(later, id));
        id = later;
      }
      const status = figured.status(id);
      if (status === 'deleted') continue;
      const [value, step] = figured.amount(id, indicator);
      columns.starts[at] = order % MONTHS;
      columns.ends[at] = Math.floor(order / MONTHS);
      columns.values[at] = value;
      columns.steps[at] = step;
      columns.flags[at] = (isFresh ? FRESH : 0) | (status === 'break' ? BREAK : 0);
      columns.ids[at] = id;
      at++;
    }
    series.set(seriesKey(indicator.id, region), { indicator, region, columns, from, to: at });
  }
  return { series, look: figured.look };
}
