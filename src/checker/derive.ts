import { type Decimal, decimal, decimalsOf, HUNDRED, round } from '../model/decimal.ts';
import { type Derivation, type Indicator, isMoment } from '../model/indicator.ts';
import type { Observation } from '../model/observation.ts';
import { type Period, yearBefore } from '../model/period.ts';
import { convert, isRate, type Unit } from '../model/unit.ts';
import type { Figure } from '../model/verdict.ts';
import type { Figures } from './figures.ts';

/** Decimals of a derived rate: those of its sources, and at least one, as rates are published. */
const rateDecimals = (figures: readonly Figure[]): number => Math.max(1, ...figures.map((f) => f.decimals));

function made(
  value: Decimal,
  unit: Unit,
  period: Period,
  how: string,
  parts: readonly Figure[],
  decimals: number,
): Figure {
  const sources: Observation[] = parts.flatMap((p) => p.sources);
  return { value: round(value, decimals), decimals, unit, period, sources, how, parts };
}

const exact = (f: Figure | undefined): f is Figure => f !== undefined && !f.bound;

/** x(span) ÷ x(same span a year before) − 1, in %; none across a break, or on a base ≤ 0. */
function growth(
  f: Figures,
  indicator: Indicator,
  region: string,
  span: Period,
  d: Derivation & { from: 'levels' },
): Figure | undefined {
  const level = f.catalogue.indicatorNames.get(d.level);
  if (!level) return undefined;
  const now = f.at(level, region, span);
  if (level.kind === 'index' && /^上年.*=100$/.test(level.unit.text) && exact(now)) {
    // 上年同期=100: what it is above 100 is the growth
    const above = now.value.minus(HUNDRED).div(indicator.unit.factor);
    return made(above, indicator.unit, span, 'growth', [now], rateDecimals([now]));
  }
  const before = f.at(level, region, yearBefore(span));
  if (!exact(now) || !exact(before) || before.value.lte(0)) return undefined;
  if (f.book.breaks(level, region, before.period.end, now.period.end)) return undefined;
  const value = now.value.div(before.value).minus(1).times(HUNDRED).div(indicator.unit.factor);
  return made(value, indicator.unit, span, 'growth', [now, before], rateDecimals([now, before]));
}

/** Numerator ÷ denominator over the same span; of a sum, the ratio of sums. */
function quotient(
  f: Figures,
  indicator: Indicator,
  region: string,
  span: Period,
  d: Derivation & { from: 'parts' },
): Figure | undefined {
  const above = f.catalogue.indicatorNames.get(d.numerator);
  const below = f.catalogue.indicatorNames.get(d.denominator);
  const numerator = above && f.at(above, region, span);
  const denominator = below && f.at(below, region, span);
  if (!exact(numerator) || !exact(denominator) || denominator.value.lte(0)) return undefined;
  const parts = [numerator, denominator];
  if (isRate(indicator.unit)) {
    const same = convert(denominator.value, denominator.unit, numerator.unit);
    if (!same) return undefined;
    const value = numerator.value.div(same).times(HUNDRED).div(indicator.unit.factor);
    return made(value, indicator.unit, span, 'share', parts, rateDecimals(parts));
  }
  // base units above and below, then into the indicator's own
  const base = numerator.value
    .times(numerator.unit.factor)
    .div(numerator.unit.divisor)
    .div(denominator.value.times(denominator.unit.factor).div(denominator.unit.divisor));
  const value = base.times(indicator.unit.divisor).div(indicator.unit.factor);
  return made(value, indicator.unit, span, 'ratio', parts, rateDecimals(parts));
}

/** The place of a region's figure in a group at one span; ties share the better place. Needs every member. */
export function placeAt(
  f: Figures,
  of: Indicator,
  region: string,
  group: readonly string[],
  span: Period,
  unit: Unit,
): Figure | undefined {
  const own = f.at(of, region, span);
  const all = group.map((member) => f.at(of, member, span));
  if (!exact(own) || !all.every(exact) || !group.includes(region)) return undefined;
  const ahead = all.filter((o) =>
    of.better === 'lower' ? o.value.lt(own.value) : o.value.gt(own.value),
  ).length;
  return made(decimal(ahead + 1), unit, span, 'place', all, 0);
}

/** One region's figure less another's, at the same span; points where the figures are rates. */
export function gapAt(
  f: Figures,
  of: Indicator,
  region: string,
  other: string,
  span: Period,
  unit: Unit,
): Figure | undefined {
  const own = f.at(of, region, span);
  const theirs = f.at(of, other, span);
  if (!exact(own) || !exact(theirs)) return undefined;
  const difference = own.value.minus(theirs.value);
  const value = isRate(of.unit)
    ? difference.times(of.unit.factor).div(unit.factor)
    : convert(difference, of.unit, unit);
  // a difference is exact: in another unit it needs more decimals than its sources have
  const decimals = Math.max(own.decimals, theirs.decimals, value ? decimalsOf(value.toFixed()) : 0);
  return value && made(value, unit, span, 'gap', [own, theirs], decimals);
}

/** Derives the figure of a span as the catalogue allows; undefined where something it needs is missing. */
export function deriveAt(f: Figures, indicator: Indicator, region: string, span: Period): Figure | undefined {
  const d = indicator.derivation;
  if (!d) return undefined;
  if (d.from === 'levels') return growth(f, indicator, region, span, d);
  if (d.from === 'parts') return quotient(f, indicator, region, span, d);
  const of = f.catalogue.indicatorNames.get(d.of);
  const place = f.catalogue.region(d.from === 'places' ? d.among : d.against);
  if (!of || !place) return undefined;
  if (d.from === 'difference') return gapAt(f, of, region, place.code, span, indicator.unit);
  return placeAt(
    f,
    of,
    region,
    f.catalogue.membersOf(place).map((r) => r.code),
    span,
    indicator.unit,
  );
}

/** The spans of a window for which several series have figures at once, the latest first. */
export function commonSpans(
  f: Figures,
  series: readonly (readonly [Indicator, string])[],
  window: Period,
): Period[] {
  // amounts made in a span, over amounts at its end, are those of the span
  const moments = series.every(([i]) => isMoment(i));
  let end = window.end;
  const spans: Period[] = [];
  while (end >= window.start) {
    const spot = { start: window.start, end };
    const readings = series.map(([i, region]) => f.latest(i, region, spot));
    if (readings.some((r) => !r)) break;
    const reach = Math.min(...readings.map((r) => r?.period.end ?? 0));
    if (readings.every((r) => r?.period.end === reach)) {
      const [reading] = readings;
      const span = moments && reading ? reading.period : { start: window.start, end: reach };
      spans.push(span);
      end = reach - 1;
    } else end = reach;
  }
  return spans;
}

/** The spans of a window a derivation could be made for, the latest first. */
export function spansToTry(f: Figures, indicator: Indicator, region: string, window: Period): Period[] {
  const d = indicator.derivation;
  if (!d) return [];
  const get = (name: string): Indicator | undefined => f.catalogue.indicatorNames.get(name);
  if (d.from === 'levels') {
    const level = get(d.level);
    return level ? commonSpans(f, [[level, region]], window) : [];
  }
  if (d.from === 'parts') {
    const [above, below] = [get(d.numerator), get(d.denominator)];
    return above && below
      ? commonSpans(
          f,
          [
            [above, region],
            [below, region],
          ],
          window,
        )
      : [];
  }
  const of = get(d.of);
  const place = f.catalogue.region(d.from === 'places' ? d.among : d.against);
  if (!of || !place) return [];
  return commonSpans(
    f,
    f.catalogue
      .membersOf(place)
      .map((r) => [of, r.code] as const)
      .concat([[of, region]]),
    window,
  );
}
