import type { Catalogue } from '../../model/catalogue.ts';
import { type CodeArgs, type Diagnostic, type FindingCode, finding } from '../../model/diagnostic.ts';
import { formatPeriod } from '../../model/period.ts';
import {
  BREAK,
  FRESH,
  flagsAt,
  type Look,
  monthAt,
  numberAt,
  type Series,
  type Shown,
  type Spot,
} from './series.ts';
import { type Wholes, wholesOf } from './wholes.ts';

/** How many more places a finding names after its first; the rest it counts. */
const NAMED = 5;

/** What a check tells of its own, beside what is said of every figure. */
type Own<C extends FindingCode> = Omit<
  CodeArgs<C>,
  'indicator' | 'region' | 'period' | 'value' | 'cell' | 'others' | 'more'
>;

interface Said {
  readonly first: Diagnostic;
  readonly others: string[];
  more: number;
}

/** The span of a figure: `2024-01/2024-05`. */
export const periodOf = ({ series, index }: Spot): string =>
  formatPeriod({ start: monthAt(series.columns.starts, index), end: monthAt(series.columns.ends, index) });

const isFresh = ({ series, index }: Spot): boolean => (flagsAt(series.columns.flags, index) & FRESH) !== 0;

/** Whether the office itself says that a series breaks after one month and not after another. */
function breaks(s: Series, after: number, until: number): boolean {
  const { ends, flags } = s.columns;
  for (let i = s.to - 1; i >= s.from && monthAt(ends, i) > after; i--)
    if (monthAt(ends, i) <= until && flagsAt(flags, i) & BREAK) return true;
  return false;
}

/**
 * What the checks of one reading share: all series, and what has been said so far. Of one indicator a check speaks
 * once: of the first figures it was met at, then of where else, then of how often.
 */
export class Desk {
  readonly catalogue: Catalogue;
  readonly look: Look;
  readonly wholes: Wholes;
  readonly #series: ReadonlyMap<string, Series>;
  readonly #said = new Map<string, Said>();
  readonly #leaps = new Map<Series, number[]>();

  /** Series by `seriesKey`. */
  constructor(series: ReadonlyMap<string, Series>, catalogue: Catalogue, look: Look) {
    this.#series = series;
    this.catalogue = catalogue;
    this.look = look;
    this.wholes = wholesOf(catalogue);
  }

  series(key: string): Series | undefined {
    return this.#series.get(key);
  }

  shown({ series, index }: Spot): Shown {
    return this.look(numberAt(series.columns.ids, index));
  }

  /** A figure as it was published: `118.24 亿元`. */
  value(spot: Spot): string {
    const { value, decimals, unit } = this.shown(spot);
    return `${value.toFixed(decimals)} ${unit.text}`.trim();
  }

  where(spot: Spot): string {
    return this.shown(spot).where;
  }

  region(code: string): string {
    return this.catalogue.regions.get(code)?.name ?? code;
  }

  /** Says something of a figure, and of others it was compared with; nothing where none of them is fresh. */
  say<C extends FindingCode>(code: C, spot: Spot, others: readonly Spot[], more: () => Own<C>): void {
    const fresh = [spot, ...others].find(isFresh);
    if (!fresh) return;
    const { indicator, region } = spot.series;
    const key = `${code} ${indicator.id}`;
    const said = this.#said.get(key);
    if (!said) this.#said.set(key, { first: this.#finding(code, spot, fresh, more()), others: [], more: 0 });
    else if (said.others.length < NAMED) said.others.push(`${this.region(region)} ${periodOf(spot)}`);
    else said.more++;
  }

  #finding(code: FindingCode, spot: Spot, fresh: Spot, more: object): Diagnostic {
    const { file, line, column } = this.shown(fresh);
    const args = {
      indicator: spot.series.indicator.name,
      region: this.region(spot.series.region),
      period: periodOf(spot),
      value: this.value(spot),
      cell: this.where(spot),
      ...more,
    };
    return finding('warning', code, args as CodeArgs<FindingCode>, {
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    });
  }

  /** Remembers that a series leaps in a month: what is odd across the leap follows from it and is not said again. */
  leap(s: Series, end: number): void {
    const known = this.#leaps.get(s);
    if (known) known.push(end);
    else this.#leaps.set(s, [end]);
  }

  /** Whether a series leaps anywhere. */
  leaps(s: Series): boolean {
    return this.#leaps.has(s);
  }

  /** Whether a series breaks after one month and not after another: it is said so, or it leaps, at the first or later. */
  broken(s: Series, first: number, last: number): boolean {
    const leaps = this.#leaps.get(s) ?? [];
    return leaps.some((end) => end >= first && end <= last) || breaks(s, first, last);
  }

  /** What was said, in the order it came up. */
  findings(): Diagnostic[] {
    return [...this.#said.values()].map(({ first, others, more }) => ({
      ...first,
      args: { ...first.args, others, ...(more > 0 ? { more } : {}) },
    }));
  }
}
