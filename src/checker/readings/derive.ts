import { type Decimal, decimalsFor, digitsOf, HUNDRED, round, ZERO } from '../../model/decimal.ts';
import type { Derivation, Indicator } from '../../model/indicator.ts';
import { addsUp, KINDS } from '../../model/kinds.ts';
import type { Observation } from '../../model/observation.ts';
import { type Period, yearBefore } from '../../model/period.ts';
import { convert, decimalsIn, isRate, type Unit } from '../../model/unit.ts';
import type { Figure } from '../../model/verdict.ts';
import type { Lookup } from './lookup.ts';
import { placeAt } from './standings.ts';

/** Decimals of a derived rate: those of its sources, and at least one, as rates are published. */
const rateDecimals = (figures: readonly Figure[]): number => Math.max(1, ...figures.map((f) => f.decimals));

/**
 * Decimals of a derived ratio: those of a rate, or more where its unit makes it small, so that it has as many digits as
 * the source with the fewest, three at the least.
 */
function ratioDecimals(value: Decimal, sources: readonly Figure[]): number {
  const own = rateDecimals(sources);
  if (value.eq(ZERO)) return own;
  const digits = Math.max(3, Math.min(...sources.map((f) => digitsOf(f.value, f.decimals))));
  return Math.max(own, decimalsFor(value, digits));
}

function made(
  value: Decimal,
  unit: Unit,
  period: Period,
  how: string,
  parts: readonly Figure[],
  decimals: number,
): Figure {
  const sources: Observation[] = [...new Set(parts.flatMap((p) => p.sources))];
  return { value: round(value, decimals), decimals, unit, period, sources, how, parts };
}

const exact = (f: Figure | undefined): f is Figure => f !== undefined && !f.bound;

/** A figure as a part of another, with what it is of. */
const called = (figure: Figure, label: string): Figure => ({ ...figure, label });

/** x(span) ÷ x(same span a year before) − 1, in %; none across a break, or on a base ≤ 0. */
function growth(
  f: Lookup,
  indicator: Indicator,
  region: string,
  span: Period,
  d: Derivation & { from: 'levels' },
): Figure | undefined {
  const level = f.catalogue.indicatorNames.get(d.level);
  if (!level) return undefined;
  const now = f.at(level, region, span);
  if (KINDS[level.kind].measure === 'base' && /^上年.*=100$/.test(level.unit.text) && exact(now)) {
    // 上年同期=100: what it is above 100 is the growth
    const above = now.value.minus(HUNDRED).div(indicator.unit.factor);
    return made(above, indicator.unit, span, 'growth', [now], rateDecimals([now]));
  }
  const before = f.at(level, region, yearBefore(span));
  if (!exact(now) || !exact(before) || before.value.lte(0)) return undefined;
  if (f.breakBetween(level, region, before.period.end, now.period.end) !== undefined) return undefined;
  const value = now.value.div(before.value).minus(1).times(HUNDRED).div(indicator.unit.factor);
  return made(value, indicator.unit, span, 'growth', [now, before], rateDecimals([now, before]));
}

/** Numerator ÷ denominator over the same span; of a sum, the ratio of sums. */
function quotient(
  f: Lookup,
  indicator: Indicator,
  region: string,
  span: Period,
  d: Derivation & { from: 'parts' },
): Figure | undefined {
  const above = f.catalogue.indicatorNames.get(d.numerator);
  const below = f.catalogue.indicatorNames.get(d.denominator);
  const numerator = above && f.at(above, region, span);
  const denominator = below && f.at(below, region, span);
  if (!above || !below || !exact(numerator) || !exact(denominator) || denominator.value.lte(0))
    return undefined;
  const parts = [called(numerator, above.name), called(denominator, below.name)];
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
  return made(value, indicator.unit, span, 'ratio', parts, ratioDecimals(value, parts));
}

/**
 * The figure of a region as others are compared with it; of a group the average: of amounts their sum ÷ the regions there
 * are, of a rate the group's own, as published or made of sums, never the mean of percentages.
 */
function averageAt(f: Lookup, of: Indicator, region: string, span: Period): Figure | undefined {
  const whole = f.at(of, region, span);
  const members = f.catalogue.regions.get(region)?.members;
  if (!exact(whole) || !members || !addsUp(of)) return whole;
  const parts = [called(whole, f.nameOf(region))];
  return made(whole.value.div(members.length), of.unit, whole.period, 'mean', parts, rateDecimals(parts));
}

/** One region's figure less another's or a group's average, at the same span; points where the figures are rates. */
export function gapAt(
  f: Lookup,
  of: Indicator,
  region: string,
  other: string,
  span: Period,
  unit: Unit,
): Figure | undefined {
  const own = f.at(of, region, span);
  const theirs = averageAt(f, of, other, span);
  if (!exact(own) || !exact(theirs)) return undefined;
  const difference = own.value.minus(theirs.value);
  const value = isRate(of.unit)
    ? difference.times(of.unit.factor).div(unit.factor)
    : convert(difference, of.unit, unit);
  if (!value) return undefined;
  const most = Math.max(own.decimals, theirs.decimals);
  const decimals = Math.max(most, decimalsIn(value, difference, most));
  const parts = [called(own, f.nameOf(region)), called(theirs, f.nameOf(other))];
  // a difference is exact, in another unit too
  return { ...made(value, unit, span, 'gap', parts, decimals), value };
}

/** The sum over the regions that make up a region, at the same span; none where one of them has no exact figure. */
function total(
  f: Lookup,
  indicator: Indicator,
  regions: readonly string[],
  span: Period,
): Figure | undefined {
  const parts: Figure[] = [];
  let value = ZERO;
  for (const region of regions) {
    const own = f.at(indicator, region, span);
    if (!exact(own)) return undefined;
    parts.push(called(own, f.nameOf(region)));
    value = value.plus(own.value);
  }
  const period = parts[0]?.period ?? span;
  return made(value, indicator.unit, period, 'regions', parts, Math.max(...parts.map((p) => p.decimals)));
}

/** Derives the figure of a span as the catalogue allows; undefined where something it needs is missing. */
export function deriveAt(f: Lookup, indicator: Indicator, region: string, span: Period): Figure | undefined {
  const regions = f.addendsOf(indicator, region, span);
  if (regions.length > 0) return total(f, indicator, regions, span);
  const d = indicator.derivation;
  if (!d || d.from === 'regions') return undefined;
  if (d.from === 'levels') return growth(f, indicator, region, span, d);
  if (d.from === 'parts') return quotient(f, indicator, region, span, d);
  const of = f.catalogue.indicatorNames.get(d.of);
  const place = f.catalogue.region(d.from === 'places' ? d.among : d.against);
  if (!of || !place) return undefined;
  return d.from === 'difference'
    ? gapAt(f, of, region, place.code, span, indicator.unit)
    : placeAt(f, of, region, place.code, span, indicator.unit);
}
