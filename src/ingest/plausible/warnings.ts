import type { Arg, Diagnostic } from '../../model/diagnostic.ts';
import { type Evidence, periodOf } from './evidence.ts';
import { FRESH, flagsAt, type Spot } from './series.ts';

/** How many more places a warning names after its first; the rest it counts. */
const NAMED = 5;

type Args = Readonly<Record<string, Arg>>;

/** One warning: its first figure, then where else it holds, then how often. */
interface Warning {
  readonly first: Diagnostic;
  readonly others: string[];
  more: number;
}

const isFresh = ({ series, index }: Spot): boolean => (flagsAt(series.columns.flags, index) & FRESH) !== 0;

/**
 * Collects what the checks warn of. Each check warns once about an indicator: of the first figure it was met at, then of
 * where else, then of how often.
 */
export class Warnings {
  readonly #evidence: Evidence;
  readonly #warnings = new Map<string, Warning>();

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
  }

  /**
   * Warns of a figure, and of others it was compared with; of nothing where none of them is fresh. `more` gives further
   * arguments of the sentence, and is called only for the figure that is named.
   */
  add(code: string, spot: Spot, others: readonly Spot[], more: () => Args): void {
    const fresh = [spot, ...others].find(isFresh);
    if (!fresh) return;
    const { indicator, region } = spot.series;
    const key = `${code} ${indicator.id}`;
    const known = this.#warnings.get(key);
    if (!known)
      this.#warnings.set(key, { first: this.#diagnostic(code, spot, fresh, more()), others: [], more: 0 });
    else if (known.others.length < NAMED)
      known.others.push(`${this.#evidence.region(region)} ${periodOf(spot)}`);
    else known.more++;
  }

  #diagnostic(code: string, spot: Spot, fresh: Spot, more: Args): Diagnostic {
    const { file, line, column } = this.#evidence.shown(fresh);
    return {
      code,
      severity: 'warning',
      args: {
        indicator: spot.series.indicator.name,
        region: this.#evidence.region(spot.series.region),
        period: periodOf(spot),
        value: this.#evidence.value(spot),
        cell: this.#evidence.where(spot),
        ...more,
      },
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    };
  }

  /** The warnings, in the order in which they came up. */
  list(): Diagnostic[] {
    return [...this.#warnings.values()].map(({ first, others, more }) => ({
      ...first,
      args: { ...first.args, others, ...(more > 0 ? { more } : {}) },
    }));
  }
}
