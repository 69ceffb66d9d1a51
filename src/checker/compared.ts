import { type Decimal, HUNDRED, ONE, root, ZERO } from '../model/decimal.ts';
import { betterOf, CHANGES, type Change, COMPARATORS, needsBaseline } from '../model/forms.ts';
import type { Indicator } from '../model/indicator.ts';
import { type Better, isMoment, isSummed } from '../model/kinds.ts';
import type { Bound } from '../model/observation.ts';
import { formatMonth, formatPeriod, lengthOf, monthPeriod, type Period } from '../model/period.ts';
import type { Comparison, Target } from '../model/plan.ts';
import { toleranceOf } from '../model/tolerance.ts';
import { convert, decimalsIn, isPoints, isRate, type Unit } from '../model/unit.ts';
import { type Figure, type Reason, reason } from '../model/verdict.ts';
import { type Band, bandOf, mapBand } from './band.ts';
import { baselineOf, yearlyReading } from './baseline.ts';
import { commonSpans, type RegionSeries } from './readings/common-spans.ts';
import { gapAt } from './readings/derive.ts';
import type { Readings } from './readings/readings.ts';
import { placeAt } from './readings/standings.ts';

/** What is compared with what: the figure (or what is made of it), and the limits in its unit. */
export interface Compared {
  readonly actual: Figure;
  readonly band: Band;
  readonly unit: Unit;
  readonly baseline: Figure | undefined;
  /** An absolute rise or fall on a base that grows with the span: only its own part is paced. */
  readonly base: Decimal | undefined;
}

const comparedWith = (
  actual: Figure,
  band: Band,
  unit: Unit,
  baseline?: Figure,
  base?: Decimal,
): ComparedOrMissing => ({ compared: { actual, band, unit, baseline, base } });

/** A term, or what is missing for it: a reading, or a baseline. */
export type ComparedOrMissing =
  | { readonly compared: Compared }
  | { readonly missing: 'reading' | 'baseline'; readonly reason: Reason };

/** Everything a term is made from. */
export interface Case {
  readonly target: Target;
  readonly indicator: Indicator;
  readonly region: string;
  readonly window: Period;
  /** The path of several years that its window is the last of; a part of a window (`each`) is on none. */
  readonly path?: Period;
  readonly readings: Readings;
  /** How many months a part of `each: month` joins, where January is not published alone. */
  readonly months?: number;
  /** Set where the decisive reading was only a bound: readings after this month are passed over. */
  readonly exactOnly?: boolean;
}

function toUnit(figure: Figure, unit: Unit): Figure {
  if (figure.unit === unit) return figure;
  const value = convert(figure.value, figure.unit, unit);
  if (!value) return figure;
  return { ...figure, value, unit, decimals: decimalsIn(value, figure.value, figure.decimals) };
}

const TURNED: Readonly<Record<Bound, Bound>> = { '>': '<', '>=': '<=', '<': '>', '<=': '>=', '≈': '≈' };

/** The same difference seen from the other side. */
const negative = (f: Figure): Figure => ({
  ...f,
  value: f.value.times(-1),
  ...(f.bound ? { bound: TURNED[f.bound] } : {}),
});

function comparisonIn(c: Comparison, unit: Unit): Comparison {
  if (!c.high && (!c.value || c.value.unit === unit)) return c;
  const turn = (q: Comparison['value']) =>
    q && { ...q, value: convert(q.value, q.unit, unit) ?? q.value, unit };
  const [value, high] = [turn(c.value), turn(c.high)];
  return { comparator: c.comparator, ...(value ? { value } : {}), ...(high ? { high } : {}) };
}

/** The latest reading of a series in the window; the latest exact one where a bound has decided nothing. */
function latestOf({ readings, region, window, exactOnly }: Case, indicator: Indicator): Figure | undefined {
  const latest = readings.latest(indicator, region, window);
  return latest?.bound && exactOnly
    ? readings.exactBefore(indicator, region, window, latest.period.end)
    : latest;
}

/** The reading of the figure itself (METHOD §4). */
export function readingOf(c: Case): Figure | undefined {
  if (c.path) return yearlyReading(c.readings, c.indicator, c.region, c.path, c.exactOnly);
  return latestOf(c, c.indicator);
}

/**
 * The month that brings a break which keeps a figure of the window from being made that would end after a month: it is
 * not added up or derived across it. Undefined: none is in the way.
 */
export function breakInTheWay(c: Case, after: number): number | undefined {
  const { readings, indicator, region, window } = c;
  if (!readings.unbroken || c.target.form?.benchmark) return undefined;
  const further = readingOf({ ...c, readings: readings.unbroken });
  if (!further || further.period.end <= after) return undefined;
  const { end } = further.period;
  return (
    readings.breakBetween(indicator, region, after, end) ??
    readings.breakBetween(indicator, region, window.start - 13, end)
  );
}

const scaled = (c: Comparison, by: number): Comparison => ({
  comparator: c.comparator,
  ...(c.value ? { value: { ...c.value, value: c.value.value.times(by) } } : {}),
  ...(c.high ? { high: { ...c.high, value: c.high.value.times(by) } } : {}),
});

/** The target's value in the unit of its limits, with its tolerance. */
function plainBand(
  { target, indicator, months = 1 }: Case,
  comparison: Comparison,
  unit: Unit,
  better: Better,
  b?: Decimal,
): Band {
  const own = comparisonIn(comparison, unit);
  // two months of a flow, published as one, must bring what two months promise
  const inUnit = months > 1 && isSummed(indicator) && !isRate(unit) ? scaled(own, months) : own;
  const tolerance =
    inUnit.value && COMPARATORS[inUnit.comparator].tolerant
      ? toleranceOf(inUnit.value.value, unit, target.form?.change, target.tolerance)
      : ZERO;
  return bandOf(inUnit, better, tolerance, b);
}

/** The baseline a change is from, or what is missing of it. */
type BaselineResult = { readonly b: Figure } | (ComparedOrMissing & { readonly missing: 'baseline' });

const withoutBaseline = (why: Reason): ComparedOrMissing & { missing: 'baseline' } => ({
  missing: 'baseline',
  reason: why,
});

/** METHOD §2: no change is made across a break in the series; a baseline that the plan states is the plan's own to compare. */
function baselineFor(c: Case, reading: Figure): BaselineResult {
  const { readings, target, indicator, region } = c;
  const b = baselineOf(readings, target, indicator, region, reading.period);
  if (!b) {
    const unbroken =
      readings.unbroken && baselineOf(readings.unbroken, target, indicator, region, reading.period);
    const { start, end } = unbroken?.period ?? reading.period;
    const broken = unbroken && readings.breakBetween(indicator, region, start - 13, end);
    return broken === undefined
      ? withoutBaseline(reason('no-baseline'))
      : withoutBaseline(reason('across-break', { month: formatMonth(broken) }));
  }
  if (b.bound) return withoutBaseline(reason('no-baseline'));
  const observed = b.how !== 'stated' && b.how !== 'target';
  const broken = observed
    ? readings.breakBetween(indicator, region, b.period.end, reading.period.end)
    : undefined;
  return broken === undefined
    ? { b }
    : withoutBaseline(reason('across-break', { month: formatMonth(broken) }));
}

function ofFigure(c: Case, comparison: Comparison, reading: Figure): ComparedOrMissing {
  const own = comparison.value?.unit;
  const unit = own && own.dimensions === c.indicator.unit.dimensions ? own : c.indicator.unit;
  let b: Figure | undefined;
  if (needsBaseline(comparison)) {
    const found = baselineFor(c, reading);
    if ('missing' in found) return found;
    b = toUnit(found.b, unit);
  } else if (c.target.baseline) {
    const found = baselineOf(c.readings, c.target, c.indicator, c.region, reading.period);
    b = found && toUnit(found, unit);
  }
  const band = plainBand(c, comparison, unit, c.indicator.better, b?.value);
  return comparedWith(toUnit(reading, unit), band, unit, b);
}

/** rise, fall and times: the value becomes a level, b + v, b − v or b × v. */
function ofChange(c: Case, change: Change, comparison: Comparison, reading: Figure): ComparedOrMissing {
  const found = baselineFor(c, reading);
  if ('missing' in found) return found;
  const { b: baseline } = found;
  const unit = c.indicator.unit;
  const b = baseline.value;
  const own = comparison.value?.unit ?? unit;
  const better = betterOf({ change }, c.indicator.better);
  const falling = CHANGES[change].better === 'opposite';
  const sign = falling ? -1 : 1;
  const compared = (band: Band, base?: Decimal): ComparedOrMissing =>
    comparedWith(reading, band, unit, baseline, base);
  const noRate = withoutBaseline(reason('base-not-positive'));
  if (CHANGES[change].value === 'times') {
    if (b.lte(0)) return noRate;
    const band = plainBand(c, comparison, own, better);
    return compared(mapBand(band, (x) => b.times(x)));
  }
  const relative = isRate(own) && (c.target.form?.relative || !isRate(unit));
  if (relative) {
    if (b.lte(0)) return noRate;
    const band = plainBand(c, comparison, own, better);
    const part = (x: Decimal): Decimal => ONE.plus(x.times(own.factor).div(HUNDRED).times(sign));
    return compared(mapBand(band, (x) => b.times(part(x)), falling));
  }
  const scale = isPoints(own) && isRate(unit) ? own.factor.div(unit.factor) : undefined;
  const band = plainBand(c, comparison, scale ? own : unit, better);
  const amount = (x: Decimal): Decimal => b.plus((scale ? x.times(scale) : x).times(sign));
  return compared(mapBand(band, amount, falling), b);
}

/** Mean yearly growth since the baseline: (a ÷ b)^(1/n) − 1, in %. */
function ofAverage(c: Case, comparison: Comparison, reading: Figure): ComparedOrMissing {
  const found = baselineFor(c, reading);
  if ('missing' in found) return found;
  const { b } = found;
  const years = (reading.period.end - b.period.end) / 12;
  if (b.value.lte(0) || reading.value.lte(0) || years <= 0)
    return withoutBaseline(reason('base-not-positive'));
  // what a flow brought in a part of a year is no size to set against a whole one
  if (isSummed(c.indicator) && lengthOf(reading.period) !== lengthOf(b.period))
    return withoutBaseline(
      reason('spans-differ', { reading: formatPeriod(reading.period), baseline: formatPeriod(b.period) }),
    );
  const unit = comparison.value?.unit ?? c.indicator.unit;
  const ratio = reading.value.div(b.value);
  // to ten decimals: beyond any published rate, and free of the root's last digits
  const rate = (years === 1 ? ratio : root(ratio, years)).minus(1).times(HUNDRED).div(unit.factor).round(10);
  const made: Figure = { ...reading, value: rate, decimals: 2, unit, how: 'average', parts: [reading, b] };
  return comparedWith(made, plainBand(c, comparison, unit, c.indicator.better), unit, b);
}

function ofBenchmark(c: Case, change: Change, comparison: Comparison): ComparedOrMissing {
  const { readings, target, indicator } = c;
  const benchmark = target.form?.benchmark?.found;
  if (!benchmark) return { missing: 'reading', reason: reason('unreadable') };
  const isRank = CHANGES[change].compares === 'places';
  const own = comparison.value?.unit ?? indicator.unit;
  const pointsUnit = readings.catalogue.units.parse('百分点') ?? own;
  const unit = isRank ? own : isRate(indicator.unit) ? (isPoints(own) ? own : pointsUnit) : indicator.unit;
  const band = plainBand(c, comparison, unit, betterOf({ change }, indicator.better));
  const reading = benchmarkReading(c, benchmark.code, isRank, unit);
  if (!reading) return { missing: 'reading', reason: missingPart(c, benchmark.code) };
  return comparedWith(CHANGES[change].better === 'opposite' ? negative(reading) : reading, band, unit);
}

/**
 * The place of a region in a group, or its figure less another's: the later of what is published and what the figures of
 * the regions give; of one span what is published, but for a bound.
 */
function benchmarkReading(c: Case, benchmark: string, isRank: boolean, unit: Unit): Figure | undefined {
  const { readings, indicator, region, window } = c;
  const direct = readings.published(isRank ? 'places' : 'difference', indicator, benchmark);
  const published = direct && latestOf(c, direct);
  const span = isRank
    ? readings.standingSpan(indicator, benchmark, window)
    : first(commonSpans(readings, pairOf(c, benchmark), window));
  const made =
    span &&
    (isRank
      ? placeAt(readings, indicator, region, benchmark, span, unit)
      : gapAt(readings, indicator, region, benchmark, span, published?.unit ?? unit));
  if (published && (!made || made.period.end < published.period.end)) return toUnit(published, unit);
  if (published && made?.period.end === published.period.end) {
    const chosen = readings.choose(direct, region, published, made);
    if (chosen === published) return toUnit(published, unit);
  }
  return made && { ...toUnit(made, unit), period: isMoment(indicator) ? monthPeriod(span.end) : span };
}

const pairOf = ({ indicator, region }: Case, other: string): RegionSeries[] => [
  [indicator, region],
  [indicator, other],
];

function first<T>(list: Iterable<T>): T | undefined {
  for (const x of list) return x;
  return undefined;
}

/** Which region's figure is missing for a place or a difference. */
function missingPart(c: Case, benchmark: string): Reason {
  const { readings, indicator, region, window } = c;
  const own = readings.latest(indicator, region, window) ? [] : [readings.nameOf(region)];
  const regions = [...new Set([...own, ...readings.withoutReading(indicator, benchmark, window)])];
  return regions.length > 0 ? reason('no-figure-of', { regions }) : reason('no-common-span');
}

/** What is missing where a series has no reading; of a sum over regions, whose figures. */
function noReading(c: Case): ComparedOrMissing {
  const { readings, indicator, region, window } = c;
  const without = readings
    .addendsOf(indicator, region)
    .filter((r) => !readings.latest(indicator, r, window))
    .map((r) => readings.nameOf(r));
  const why =
    without.length > 0
      ? reason('no-figure-of', { regions: without })
      : reason('no-reading', { window: formatPeriod(window) });
  return { missing: 'reading', reason: why };
}

/**
 * Makes what a comparison compares. A stretch is made with the target's own change. With a reading of its own, what the
 * comparison would be with that one.
 */
export function compare(c: Case, comparison: Comparison, own?: Figure): ComparedOrMissing {
  const change = c.target.form?.change;
  if (change && CHANGES[change].benchmark) return ofBenchmark(c, change, comparison);
  const reading = own ?? readingOf(c);
  if (!reading) return noReading(c);
  if (!change) return ofFigure(c, comparison, reading);
  return CHANGES[change].compares === 'rate'
    ? ofAverage(c, comparison, reading)
    : ofChange(c, change, comparison, reading);
}
