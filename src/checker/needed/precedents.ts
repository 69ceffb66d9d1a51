import { type Decimal, HUNDRED, ONE, ZERO } from '../../model/decimal.ts';
import type { Indicator } from '../../model/indicator.ts';
import { isSummed, KINDS } from '../../model/kinds.ts';
import type { Observation } from '../../model/observation.ts';
import { lengthOf } from '../../model/period.ts';
import { convert } from '../../model/unit.ts';
import type { History } from '../../model/verdict.ts';
import type { Readings } from '../readings/readings.ts';

/** Spans looked back at: three years of months. */
const SPANS = 36;

/** What a series brought in earlier spans of so many months, each by the month it ends with. */
interface Past {
  /** No span begins before this month. */
  readonly first: number;
  readonly brought: (end: number) => Decimal | undefined;
}

/** A series up to a month. */
interface PastSeries {
  readonly readings: Readings;
  readonly indicator: Indicator;
  readonly region: string;
  readonly until: number;
}

/** The exact figures of a series, in its own unit, by time: what the order of batches was does not matter. */
function exactOf({ readings, indicator, region, until }: PastSeries): Observation[] {
  const all = readings.visible.inside(indicator, region, { start: 0, end: until }).filter((o) => !o.bound);
  return all.sort((a, b) => a.period.end - b.period.end || a.period.start - b.period.start);
}

const inOwnUnit = (o: Observation, indicator: Indicator): Decimal =>
  convert(o.value, o.unit, indicator.unit) ?? o.value;

/**
 * Running totals of a flow at the borders of its spans. Borders are joined by the published spans between them; between
 * two that are joined, what was brought is the difference of their totals.
 */
function runningTotals(s: PastSeries) {
  const joined = new Map<number, (readonly [border: number, value: Decimal])[]>();
  const join = (from: number, to: number, value: Decimal): void => {
    const list = joined.get(from);
    if (list) list.push([to, value]);
    else joined.set(from, [[to, value]]);
  };
  for (const o of exactOf(s)) {
    const value = inOwnUnit(o, s.indicator);
    join(o.period.start, o.period.end + 1, value);
    join(o.period.end + 1, o.period.start, value.times(-1));
  }
  const totals = new Map<number, { readonly total: Decimal; readonly group: number }>();
  for (const first of [...joined.keys()].sort((a, b) => a - b)) {
    if (totals.has(first)) continue;
    totals.set(first, { total: ZERO, group: first });
    const open = [first];
    for (let border = open.pop(); border !== undefined; border = open.pop()) {
      const here = totals.get(border)?.total ?? ZERO;
      for (const [next, value] of joined.get(border) ?? []) {
        if (totals.has(next)) continue;
        totals.set(next, { total: here.plus(value), group: first });
        open.push(next);
      }
    }
  }
  return totals;
}

/** Where a series begins that is counted as it is now: its first figure, or the last break in it. */
function beginning({ readings, indicator, region, until }: PastSeries, first: number): number {
  return Math.max(first, readings.visible.lastBreak(indicator, region, until) ?? first);
}

function ofFlow(s: PastSeries, months: number): Past {
  const totals = runningTotals(s);
  return {
    first: beginning(s, Math.min(...totals.keys())),
    brought: (end) => {
      const [from, to] = [totals.get(end - months + 1), totals.get(end + 1)];
      return from && to && from.group === to.group ? to.total.minus(from.total) : undefined;
    },
  };
}

function ofStock(s: PastSeries, months: number): Past {
  const values = new Map(exactOf(s).map((o) => [o.period.end, inOwnUnit(o, s.indicator)] as const));
  return {
    // a change is from the month before its span
    first: beginning(s, Math.min(...values.keys())) + 1,
    brought: (end) => {
      const [before, after] = [values.get(end - months), values.get(end)];
      return before && after?.minus(before);
    },
  };
}

/** Growth as published for spans of so many months; where it may be derived, from the levels. */
function ofGrowth(s: PastSeries, months: number): Past {
  const { readings, indicator } = s;
  const observed = exactOf(s).filter((o) => lengthOf(o.period) === months);
  const published = new Map(observed.map((o) => [o.period.end, inOwnUnit(o, indicator)] as const));
  const first = Math.min(...observed.map((o) => o.period.start));
  const d = indicator.derivation;
  const level = d?.from === 'levels' ? readings.catalogue.indicatorNames.get(d.level) : undefined;
  if (!level || !isSummed(level)) return { first: beginning(s, first), brought: (end) => published.get(end) };
  const levels = ofFlow({ ...s, indicator: level }, months);
  return {
    first: beginning(s, Math.min(first, levels.first + 12)),
    brought: (end) => {
      const known = published.get(end);
      if (known || end - months - 11 < levels.first) return known;
      const [now, before] = [levels.brought(end), levels.brought(end - 12)];
      if (!now || !before || before.lte(ZERO)) return undefined;
      return now.div(before).minus(ONE).times(HUNDRED).div(indicator.unit.factor);
    },
  };
}

function pastOf(s: PastSeries, months: number): Past | undefined {
  switch (KINDS[s.indicator.kind].spans) {
    case 'add':
      return ofFlow(s, months);
    case 'compound':
      return ofGrowth(s, months);
    case 'ends':
      return ofStock(s, months);
    default:
      return undefined;
  }
}

/**
 * How often as much as is needed was reached before: of the last 36 spans of so many months that are known since the
 * last break in the series, the latest ending with the reading. Undefined: none is known.
 */
export function historyOf(
  s: PastSeries,
  months: number,
  reaches: (brought: Decimal) => boolean,
): History | undefined {
  const past = pastOf(s, months);
  if (!past || !Number.isFinite(past.first)) return undefined;
  let [reached, of] = [0, 0];
  for (let end = s.until; end - months + 1 >= past.first && of < SPANS; end--) {
    const amount = past.brought(end);
    if (!amount) continue;
    of += 1;
    if (reaches(amount)) reached += 1;
  }
  return of > 0 ? { reached, of } : undefined;
}
