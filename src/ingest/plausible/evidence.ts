import type { Catalogue } from '../../model/catalogue.ts';
import { formatPeriod } from '../../model/period.ts';
import {
  BREAK,
  flagsAt,
  type Look,
  monthAt,
  numberAt,
  type Series,
  type Shown,
  type Spot,
} from './series.ts';
import { type Wholes, wholesOf } from './wholes.ts';

/** The span of a figure: `2024-01/2024-05`. */
export const periodOf = ({ series, index }: Spot): string =>
  formatPeriod({ start: monthAt(series.columns.starts, index), end: monthAt(series.columns.ends, index) });

/** Whether the office itself says that a series breaks after one month and not after another. */
function isMarkedBroken(s: Series, after: number, until: number): boolean {
  const { ends, flags } = s.columns;
  for (let i = s.to - 1; i >= s.from && monthAt(ends, i) > after; i--)
    if (monthAt(ends, i) <= until && flagsAt(flags, i) & BREAK) return true;
  return false;
}

/** What the checks look at: every series, the exact figures, which regions make up which, and where series leap. */
export class Evidence {
  readonly catalogue: Catalogue;
  readonly look: Look;
  readonly wholes: Wholes;
  readonly #series: ReadonlyMap<string, Series>;
  readonly #leaps = new Map<Series, number[]>();

  /** Series by `seriesKey`; `look` gives the exact figure of an id. */
  constructor(series: ReadonlyMap<string, Series>, catalogue: Catalogue, look: Look) {
    this.#series = series;
    this.catalogue = catalogue;
    this.look = look;
    this.wholes = wholesOf(catalogue);
  }

  /** The series of a `seriesKey`, where it has figures. */
  series(key: string): Series | undefined {
    return this.#series.get(key);
  }

  /** A figure as it was published. */
  shown({ series, index }: Spot): Shown {
    return this.look(numberAt(series.columns.ids, index));
  }

  /** A figure as text, with its unit: `118.24 亿元`. */
  value(spot: Spot): string {
    const { value, decimals, unit } = this.shown(spot);
    return `${value.toFixed(decimals)} ${unit.text}`.trim();
  }

  /** The cell a figure stands in, with its batch where it was stored before. */
  where(spot: Spot): string {
    return this.shown(spot).where;
  }

  /** A region's name, by its code. */
  region(code: string): string {
    return this.catalogue.regions.get(code)?.name ?? code;
  }

  /** Remembers that a series leaps in a month: what is odd across the leap follows from it and is not said again. */
  addLeap(s: Series, end: number): void {
    const known = this.#leaps.get(s);
    if (known) known.push(end);
    else this.#leaps.set(s, [end]);
  }

  /** Whether a series leaps anywhere. */
  leaps(s: Series): boolean {
    return this.#leaps.has(s);
  }

  /** Whether a series breaks after one month and not after another: it is said so, or it leaps, at the first or later. */
  breaks(s: Series, first: number, last: number): boolean {
    const leaps = this.#leaps.get(s) ?? [];
    return leaps.some((end) => end >= first && end <= last) || isMarkedBroken(s, first, last);
  }
}
