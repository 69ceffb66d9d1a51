import type { Catalogue } from '../model/catalogue.ts';
import { ZERO } from '../model/decimal.ts';
import { type Diagnostic, finding } from '../model/diagnostic.ts';
import { type Indicator, isMoment, restsOn } from '../model/indicator.ts';
import type { Observation } from '../model/observation.ts';
import { formatPeriod, type Period, samePeriod } from '../model/period.ts';
import { convert, decimalsIn } from '../model/unit.ts';
import type { Figure } from '../model/verdict.ts';
import type { Book } from './book.ts';
import { deriveAt } from './derive.ts';
import { Made } from './made.ts';
import { latestStanding, type Standing, standingAt } from './places.ts';
import { disagree } from './rounding.ts';
import { spansToTry } from './spans.ts';
import { type Tile, tile } from './tiling.ts';

/** A published figure in its indicator's unit. */
function asPublished(o: Observation, indicator: Indicator): Figure | undefined {
  const { unit } = indicator;
  const value = convert(o.value, o.unit, unit);
  if (!value) return undefined;
  const { period, bound } = o;
  const figure: Figure = {
    value,
    decimals: decimalsIn(value, o.value, o.decimals),
    unit,
    period,
    sources: [o],
    how: 'published',
  };
  return bound ? { ...figure, bound } : figure;
}

/** The calendar years a span touches: where the cumulative figures of its months lie. */
const yearsOf = (span: Period): Period => ({
  start: span.start - (span.start % 12),
  end: span.end + (11 - (span.end % 12)),
});

/** The observation that ends last; of two at one end, the exact one. */
function furthest(observations: readonly Observation[]): Observation | undefined {
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

const NONE: readonly number[] = [];

const none = (): undefined => undefined;

const keyOf = (...parts: readonly (string | number)[]): string => parts.join('\u0000');

/** Takes what a map has for a key, or makes it once. */
function once<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined || map.has(key)) return known as T;
  const made = make();
  map.set(key, made);
  return made;
}

/** Reads the figures of series as METHOD §2 and §4 say: observed first, summed or derived where that is allowed. */
export class Figures {
  readonly catalogue: Catalogue;
  readonly book: Book;
  /** Data warnings that came up, each once. */
  readonly warnings = new Map<string, Diagnostic>();
  // what several targets, or the regions of a group, ask for is made once for a check
  readonly #made = new Made();
  readonly #without = new Map<string, readonly string[]>();
  readonly #published = new Map<string, Indicator | undefined>();
  readonly #members = new Map<string, readonly string[]>();
  readonly #addends = new Map<string, readonly string[]>();

  readonly #breaksCount: boolean;
  #blind: Figures | undefined;

  constructor(book: Book, catalogue: Catalogue, breaksCount = true) {
    this.book = book;
    this.catalogue = catalogue;
    this.#breaksCount = breaksCount;
  }

  /**
   * The same figures as if no series had ever changed how it is counted, to tell what a break is in the way of. None
   * where no break was met so far.
   */
  get unbroken(): Figures | undefined {
    if (!this.book.sawBreak) return undefined;
    this.#blind ??= new Figures(this.book, this.catalogue, false);
    return this.#blind;
  }

  nameOf(region: string): string {
    return this.catalogue.regions.get(region)?.name ?? region;
  }

  /** The codes of a group's members; of one region, its own. None where a member is not known. */
  members(group: string): readonly string[] {
    return once(this.#members, group, () => {
      const region = this.catalogue.regions.get(group);
      if (!region?.members) return [group];
      return this.catalogue.allOf(region).map((r) => r.code);
    });
  }

  /** The codes of the regions whose figures add up to a region's; none where nothing allows it. */
  addendsOf(indicator: Indicator, region: string): readonly string[] {
    if (!this.#derivable(indicator, region)) return [];
    return once(this.#addends, keyOf(indicator.id, region), () =>
      this.catalogue.addendsOf(indicator, region).map((r) => r.code),
    );
  }

  /** How the members of a group stand at a span; undefined where one of them has no exact figure. */
  standing(of: Indicator, group: string, span: Period): Standing | undefined {
    return this.#made.once(keyOf('standing', of.id, group, span.start, span.end), none, () => {
      const members = this.members(group);
      return members.length > 0 ? standingAt(this, of, members, span) : undefined;
    });
  }

  /** The latest span of a window at which a whole group has figures; undefined: there is none. */
  standingSpan(of: Indicator, group: string, window: Period): Period | undefined {
    const key = keyOf('span', of.id, group, window.start, window.end);
    return this.#made.once(key, none, () => latestStanding(this, of, group, window));
  }

  /** The names of a group's members that have no reading in a window. */
  withoutReading(of: Indicator, group: string, window: Period): readonly string[] {
    return once(this.#without, keyOf(of.id, group, window.start, window.end), () =>
      this.members(group)
        .filter((r) => !this.latest(of, r, window))
        .map((r) => this.nameOf(r)),
    );
  }

  /** The published series of places or gaps of an indicator, for a group or against a region. */
  published(kind: 'rank' | 'gap', of: Indicator, place: string): Indicator | undefined {
    const { catalogue } = this;
    return once(this.#published, keyOf(kind, of.id, place), () => {
      for (const i of catalogue.indicators.values())
        if (i.kind === kind && i.relation && catalogue.region(i.relation.place)?.code === place)
          if (catalogue.indicatorNames.get(i.relation.of) === of) return i;
      return undefined;
    });
  }

  /** The month that brings a break in a series, or in one it rests on, after one month and not after another. */
  breakBetween(indicator: Indicator, region: string, after: number, until: number): number | undefined {
    if (!this.#breaksCount) return undefined;
    const seen = new Set<Indicator>();
    const visit = (i: Indicator | undefined): number | undefined => {
      if (!i || seen.has(i)) return undefined;
      seen.add(i);
      for (const r of [region, ...this.addendsOf(i, region)]) {
        const found = this.book.breakAfter(i, r, after, until);
        if (found !== undefined) return found;
      }
      for (const name of i.derivation ? restsOn(i.derivation) : []) {
        const found = visit(this.catalogue.indicatorNames.get(name));
        if (found !== undefined) return found;
      }
      return undefined;
    };
    return visit(indicator);
  }

  #sum(tiles: readonly Tile[], indicator: Indicator): Figure | undefined {
    const first = tiles[0];
    const last = tiles.at(-1);
    if (!first || !last) return undefined;
    if (tiles.length === 1 && !first.minus) return asPublished(first.plus, indicator);
    let value = ZERO;
    let decimals = 0;
    const sources: Observation[] = [];
    let taken: Observation[] | undefined;
    for (const { plus, minus } of tiles) {
      const more = convert(plus.value, plus.unit, indicator.unit);
      if (!more) return undefined;
      value = value.plus(more);
      decimals = Math.max(decimals, decimalsIn(more, plus.value, plus.decimals));
      sources.push(plus);
      if (!minus) continue;
      const less = convert(minus.value, minus.unit, indicator.unit);
      if (!less) return undefined;
      value = value.minus(less);
      decimals = Math.max(decimals, decimalsIn(less, minus.value, minus.decimals));
      sources.push(minus);
      taken ??= [];
      taken.push(minus);
    }
    const period = { start: first.period.start, end: last.period.end };
    const sum: Figure = { value, decimals, unit: indicator.unit, period, sources, how: 'sum' };
    return taken ? { ...sum, how: 'difference', less: taken } : sum;
  }

  /** The spans of a flow laid together. */
  #laid(
    all: readonly Observation[],
    indicator: Indicator,
    region: string,
    span: Period,
    exactly: boolean,
  ): Figure | undefined {
    const breaks = this.#breaksCount ? this.book.breaks(indicator, region, span.start - 1, span.end) : NONE;
    const tiles = tile(all, span, exactly, breaks);
    const laid = tiles && this.#sum(tiles, indicator);
    if (laid && laid.how === 'published') this.#compareLaid(all, indicator, region, laid, breaks);
    return laid;
  }

  /** Whether the parts of a published figure that are published too add up to it. */
  #compareLaid(
    all: readonly Observation[],
    indicator: Indicator,
    region: string,
    whole: Figure,
    breaks: readonly number[],
  ): void {
    const others = all.filter((o) => !samePeriod(o.period, whole.period));
    const { start, end } = whole.period;
    // some other figure has to end where it ends, or be what it is the difference from
    if (!others.some((o) => o.period.end === end && !o.bound)) return;
    const tiles = tile(others, { start, end }, true, breaks);
    const sum = tiles && this.#sum(tiles, indicator);
    if (sum) this.#compare(indicator, region, whole, sum);
  }

  #observedAt(indicator: Indicator, region: string, span: Period): Figure | undefined {
    if (indicator.kind === 'flow') {
      const all = this.book.inside(indicator, region, yearsOf(span));
      const summed = this.#laid(all, indicator, region, span, true);
      if (summed) return summed;
    }
    const exact = this.book.at(indicator, region, span);
    return exact && asPublished(exact, indicator);
  }

  /** Whether something but publication can give figures of it: a derivation, or the members of a group. */
  #derivable(indicator: Indicator, region: string): boolean {
    return indicator.derivation !== undefined || this.catalogue.regions.get(region)?.members !== undefined;
  }

  /** What the catalogue allows to be derived for a span; each once. One that would need itself gives nothing. */
  #derivedAt(indicator: Indicator, region: string, span: Period): Figure | undefined {
    if (!this.#derivable(indicator, region)) return undefined;
    const key = keyOf('at', indicator.id, region, span.start, span.end);
    return this.#made.once(key, none, () => deriveAt(this, indicator, region, span));
  }

  /**
   * Of an observed and a derived figure of one span the observed; a bound gives way to what is known exactly. Where they
   * disagree, a warning shows both.
   */
  choose(
    indicator: Indicator,
    region: string,
    observed: Figure | undefined,
    derived: Figure | undefined,
  ): Figure | undefined {
    if (!observed || !derived) return observed ?? derived;
    this.#compare(indicator, region, observed, derived);
    return observed.bound ? derived : observed;
  }

  /** The figure of exactly that span, observed or, where the catalogue allows it, derived. */
  at(indicator: Indicator, region: string, span: Period): Figure | undefined {
    const observed = this.#observedAt(indicator, region, span);
    return this.choose(indicator, region, observed, this.#derivedAt(indicator, region, span));
  }

  /**
   * The reading in a window: the latest figure that starts where the window starts; for a stock or a rank, the latest
   * inside it.
   */
  latest(indicator: Indicator, region: string, window: Period): Figure | undefined {
    const seen = (): Figure | undefined => this.#latestObserved(indicator, region, window);
    if (!this.#derivable(indicator, region)) return seen();
    const key = keyOf('latest', indicator.id, region, window.start, window.end);
    return this.#made.once(key, seen, () => {
      const observed = seen();
      for (const span of spansToTry(this, indicator, region, window)) {
        if (observed && span.end < observed.period.end) break;
        const derived = this.#derivedAt(indicator, region, span);
        if (!derived) continue;
        return observed?.period.end === span.end
          ? this.choose(indicator, region, observed, derived)
          : derived;
      }
      return observed;
    });
  }

  #latestObserved(indicator: Indicator, region: string, window: Period): Figure | undefined {
    if (indicator.kind === 'flow') {
      const all = this.book.inside(indicator, region, yearsOf(window));
      const summed = this.#laid(all, indicator, region, window, false);
      const bound = furthest(
        all.filter((o) => o.bound && o.period.start === window.start && o.period.end <= window.end),
      );
      if (summed && bound && summed.period.end >= bound.period.end) return summed;
      return bound ? asPublished(bound, indicator) : summed;
    }
    const moment = isMoment(indicator);
    const seen = this.book.inside(indicator, region, window);
    const latest = furthest(moment ? seen : seen.filter((o) => o.period.start === window.start));
    return latest && asPublished(latest, indicator);
  }

  /** The latest exact reading of a window that ends before a month: for a bound that decides nothing. */
  exactBefore(indicator: Indicator, region: string, window: Period, before: number): Figure | undefined {
    for (let end = Math.min(window.end, before); end >= window.start; end--) {
      const f = this.latest(indicator, region, { start: window.start, end });
      if (!f) return undefined;
      if (!f.bound) return f;
      end = Math.min(end, f.period.end);
    }
    return undefined;
  }

  /** METHOD §2: a published and a derived figure that differ by more than their rounding are both shown. */
  #compare(indicator: Indicator, region: string, observed: Figure, derived: Figure): void {
    if (derived.bound || !disagree(observed, derived)) return;
    const period = formatPeriod(observed.period);
    const source = observed.sources[0]?.source;
    const args = {
      indicator: indicator.name,
      region: this.nameOf(region),
      period,
      published: `${observed.bound ?? ''}${observed.value.toFixed(observed.decimals)}`,
      derived: derived.value.toFixed(derived.decimals),
      unit: indicator.unit.text,
      source: source?.file ?? '',
      cell: source?.cell ?? '',
    };
    const place = source && { file: source.batch, line: source.line };
    this.warnings.set(
      `${indicator.id} ${region} ${period}`,
      finding('warning', 'data/disagree', args, place),
    );
  }
}
