import type { Catalogue } from '../model/catalogue.ts';
import { decimal, decimalsOf, ZERO } from '../model/decimal.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Indicator, isMoment } from '../model/indicator.ts';
import type { Observation } from '../model/observation.ts';
import { formatPeriod, type Period } from '../model/period.ts';
import { convert } from '../model/unit.ts';
import type { Figure } from '../model/verdict.ts';
import type { Book } from './book.ts';
import { deriveAt, spansToTry } from './derive.ts';
import { type Tile, tile } from './tiling.ts';

/** A published figure in its indicator's unit. */
function published(o: Observation, indicator: Indicator): Figure | undefined {
  const value = convert(o.value, o.unit, indicator.unit);
  if (!value) return undefined;
  return {
    value,
    decimals: value.eq(o.value) ? o.decimals : decimalsOf(value.toFixed()),
    unit: indicator.unit,
    period: o.period,
    ...(o.bound ? { bound: o.bound } : {}),
    sources: [o],
    how: 'published',
  };
}

/** Reads the figures of series as METHOD §2 and §4 say: observed first, summed or derived where that is allowed. */
export class Figures {
  readonly catalogue: Catalogue;
  readonly book: Book;
  /** Data warnings that came up, each once. */
  readonly warnings = new Map<string, Diagnostic>();

  constructor(book: Book, catalogue: Catalogue) {
    this.book = book;
    this.catalogue = catalogue;
  }

  #sum(tiles: readonly Tile[], indicator: Indicator): Figure | undefined {
    const first = tiles[0];
    const last = tiles.at(-1);
    if (!first || !last) return undefined;
    if (tiles.length === 1 && !first.minus) return published(first.plus, indicator);
    let value = ZERO;
    let decimals = 0;
    for (const t of tiles)
      for (const [o, sign] of [
        [t.plus, 1],
        [t.minus, -1],
      ] as const) {
        if (!o) continue;
        const f = published(o, indicator);
        if (!f) return undefined;
        value = value.plus(f.value.times(sign));
        decimals = Math.max(decimals, f.decimals);
      }
    const sources = tiles.flatMap((t) => (t.minus ? [t.plus, t.minus] : [t.plus]));
    const how = tiles.some((t) => t.minus) ? 'difference' : 'sum';
    return {
      value,
      decimals,
      unit: indicator.unit,
      period: { start: first.period.start, end: last.period.end },
      sources,
      how,
    };
  }

  #observedAt(indicator: Indicator, region: string, span: Period): Figure | undefined {
    const exact = this.book.at(indicator, region, span);
    if (exact && !exact.bound) return published(exact, indicator);
    if (indicator.kind === 'flow') {
      const tiles = tile([...this.book.inside(indicator, region, this.#years(span))], span, true);
      const summed = tiles && this.#sum(tiles, indicator);
      if (summed) return summed;
    }
    return exact && published(exact, indicator);
  }

  /** The calendar years a span touches: where the cumulative figures of its months lie. */
  #years(span: Period): Period {
    return { start: span.start - (span.start % 12), end: span.end + (11 - (span.end % 12)) };
  }

  /** The figure of exactly that span, observed or, where the catalogue allows it, derived. */
  at(indicator: Indicator, region: string, span: Period): Figure | undefined {
    const observed = this.#observedAt(indicator, region, span);
    const derived = deriveAt(this, indicator, region, span);
    if (observed && derived) this.#compare(indicator, region, observed, derived);
    return observed ?? derived;
  }

  /**
   * The reading in a window: the latest figure that starts where the window starts; for a stock or a rank, the latest
   * inside it.
   */
  latest(indicator: Indicator, region: string, window: Period): Figure | undefined {
    const observed = this.#latestObserved(indicator, region, window);
    for (const span of spansToTry(this, indicator, region, window)) {
      if (observed && span.end < observed.period.end) break;
      const derived = deriveAt(this, indicator, region, span);
      if (!derived) continue;
      if (observed?.period.end === span.end) this.#compare(indicator, region, observed, derived);
      else return derived;
    }
    return observed;
  }

  #latestObserved(indicator: Indicator, region: string, window: Period): Figure | undefined {
    if (indicator.kind === 'flow') {
      const all = [...this.book.inside(indicator, region, this.#years(window))];
      const tiles = tile(all, window);
      const summed = tiles && this.#sum(tiles, indicator);
      const bound = this.#furthest(
        all.filter((o) => o.bound && o.period.start === window.start && o.period.end <= window.end),
      );
      if (summed && bound && summed.period.end >= bound.period.end) return summed;
      return bound ? published(bound, indicator) : summed;
    }
    const moment = isMoment(indicator);
    const seen = [...this.book.inside(indicator, region, window)];
    const latest = this.#furthest(moment ? seen : seen.filter((o) => o.period.start === window.start));
    return latest && published(latest, indicator);
  }

  /** The observation that ends last; of two at one end, the exact one. */
  #furthest(observations: readonly Observation[]): Observation | undefined {
    let best: Observation | undefined;
    for (const o of observations)
      if (
        !best ||
        o.period.end > best.period.end ||
        (o.period.end === best.period.end && best.bound && !o.bound)
      )
        best = o;
    return best;
  }

  /** Readings of a window, the latest first: for a bound that decides nothing, the exact one before it. */
  exactBefore(indicator: Indicator, region: string, window: Period, before: number): Figure | undefined {
    return this.#latestExact(indicator, region, { start: window.start, end: Math.min(window.end, before) });
  }

  #latestExact(indicator: Indicator, region: string, window: Period): Figure | undefined {
    for (let end = window.end; end >= window.start; end--) {
      const f = this.latest(indicator, region, { start: window.start, end });
      if (!f) return undefined;
      if (!f.bound) return f;
      end = Math.min(end, f.period.end);
    }
    return undefined;
  }

  /** METHOD §2: a published and a derived figure that differ by more than their rounding are both shown. */
  #compare(indicator: Indicator, region: string, observed: Figure, derived: Figure): void {
    if (observed.bound || derived.bound) return;
    const half = (decimals: number) => decimal(`5e-${decimals + 1}`);
    const allowed = half(observed.decimals).plus(half(derived.decimals));
    if (observed.value.minus(derived.value).abs().lte(allowed)) return;
    const period = formatPeriod(observed.period);
    this.warnings.set(`${indicator.id} ${region} ${period}`, {
      code: 'data/disagree',
      severity: 'warning',
      args: {
        indicator: indicator.name,
        region: this.catalogue.regions.get(region)?.name ?? region,
        period,
        published: observed.value.toFixed(observed.decimals),
        derived: derived.value.toFixed(derived.decimals),
        unit: indicator.unit.text,
        cell: observed.sources[0]?.source.cell ?? '',
      },
      ...(observed.sources[0]
        ? { file: observed.sources[0].source.batch, line: observed.sources[0].source.line }
        : {}),
    });
  }
}
