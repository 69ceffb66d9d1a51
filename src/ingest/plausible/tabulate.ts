import type { Catalogue } from '../../model/catalogue.ts';
import { decimal } from '../../model/decimal.ts';
import { type Indicator, isMoment } from '../../model/indicator.ts';
import { type Observation, seriesKey } from '../../model/observation.ts';
import type { Period } from '../../model/period.ts';
import { commensurable, convert, type Unit } from '../../model/unit.ts';
import type { Figures } from '../figures.ts';
import { BREAK, type Columns, FRESH, type Look, type Series } from './series.ts';

/** The figures of a series by their span, which stands as one number in the order of time: the id of what counts. */
interface Row {
  readonly indicator: Indicator;
  readonly region: string;
  readonly ids: Map<number, number>;
}

const MONTHS = 2 ** 17;
/** The readings of an export without a date of publication come after everything. */
const NOW = '9999';

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

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
  readonly #figures: Figures;
  readonly #known: readonly Observation[];
  readonly #file: string;
  readonly #rate = rates();

  constructor(figures: Figures, known: readonly Observation[], file: string) {
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
      };
    const { value, decimals, unit, source } = this.#stored(id);
    const { batch, line, cell } = source;
    return { value, decimals, unit, where: `${baseName(batch)} ${cell}`, file: batch, line };
  };
}

/**
 * Puts the figures of an export, and what the store holds beside them, into columns as `plausible` takes them. Of two for
 * one span the one published later counts, then the one that came later. What says again what is stored already is not
 * fresh: a table that grows by a month is not complained of every month anew.
 */
export function tabulate(
  figures: Figures,
  known: readonly Observation[],
  catalogue: Catalogue,
  file: string,
): Tables {
  const figured = new Figured(figures, known, file);
  const rows = new Map<string, Row>();
  const stale = new Set<number>();
  let size = 0;
  const enter = (id: number, indicator: Indicator, region: string, { start, end }: Period): void => {
    const key = seriesKey(indicator.id, region);
    let row = rows.get(key);
    if (!row) {
      row = { indicator, region, ids: new Map() };
      rows.set(key, row);
    }
    const order = end * MONTHS + (isMoment(indicator) ? end : start);
    const standing = row.ids.get(order);
    if (standing === undefined) size++;
    else {
      if (figured.since(standing) > figured.since(id)) return;
      if (id >= 0 && standing < 0 && figured.repeats(id, standing)) stale.add(id);
    }
    row.ids.set(order, id);
  };
  const fits = (unit: Unit, indicator: Indicator | undefined): indicator is Indicator =>
    indicator !== undefined && commensurable(unit, indicator.unit);
  for (const [i, o] of known.entries()) {
    const indicator = catalogue.indicators.get(o.indicator);
    if (!o.bound && fits(o.unit, indicator)) enter(-1 - i, indicator, o.region, o.period);
  }
  for (const i of figures.indices()) {
    const indicator = figures.indicatorOf(i);
    if (!figures.markOf(i).bound && fits(figures.unitOf(i), indicator))
      enter(i, indicator, figures.regionOf(i).code, figures.periodOf(i));
  }
  const columns = emptyColumns(size);
  const series = new Map<string, Series>();
  let at = 0;
  for (const [key, { indicator, region, ids }] of rows) {
    const from = at;
    for (const order of Float64Array.from(ids.keys()).sort()) {
      const id = ids.get(order) ?? 0;
      const status = figured.status(id);
      if (status === 'deleted') continue;
      const [value, step] = figured.amount(id, indicator);
      columns.starts[at] = order % MONTHS;
      columns.ends[at] = Math.floor(order / MONTHS);
      columns.values[at] = value;
      columns.steps[at] = step;
      columns.flags[at] = (id >= 0 && !stale.has(id) ? FRESH : 0) | (status === 'break' ? BREAK : 0);
      columns.ids[at] = id;
      at++;
    }
    series.set(key, { indicator, region, columns, from, to: at });
  }
  return { series, look: figured.look };
}
