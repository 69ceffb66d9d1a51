import { type Decimal, HUNDRED, ONE, root, ZERO } from '../model/decimal.ts';
import type { Better, Indicator } from '../model/indicator.ts';
import { isMoment } from '../model/indicator.ts';
import type { Bound } from '../model/observation.ts';
import { formatMonth, formatPeriod, lengthOf, monthPeriod, type Period } from '../model/period.ts';
import type { Comparison, Target } from '../model/plan.ts';
import { toleranceOf } from '../model/tolerance.ts';
import { convert, decimalsIn, isPoints, isRate, type Unit } from '../model/unit.ts';
import { type Figure, type Reason, reason } from '../model/verdict.ts';
import { baselineOf, yearlyReading } from './baseline.ts';
import { gapAt } from './derive.ts';
import type { Figures } from './figures.ts';
import { type Limits, limitsOf, mapLimits } from './limits.ts';
import { placeAt } from './places.ts';
import { commonSpans, type Series } from './spans.ts';

/** What is compared with what: the figure (or what is made of it), and the limits in its unit. */
export interface Term {
  readonly actual: Figure;
  readonly limits: Limits;
  readonly unit: Unit;
  readonly baseline: Figure | undefined;
  /** An absolute rise or fall on a base that grows with the span: only its own part is paced. */
  readonly base: Decimal | undefined;
}

const termWith = (
  actual: Figure,
  limits: Limits,
  unit: Unit,
  baseline?: Figure,
  base?: Decimal,
): TermResult => ({ term: { actual, limits, unit, baseline, base } });

/** A term, or what is missing for it: a reading, or a baseline. */
export type TermResult =
  | { readonly term: Term }
  | { readonly missing: 'reading' | 'baseline'; readonly reason: Reason };

/** Everything a term is made from. */
export interface Case {
  readonly target: Target;
  readonly indicator: Indicator;
  readonly region: string;
  readonly window: Period;
  /** The path of several years that its window is the last of; a part of a window (`each`) is on none. */
  readonly path?: Period;
  readonly figures: Figures;
  /** How many months a part of `each: month` joins, where January is not published alone. */
  readonly months?: number;
  /** Set where the decisive reading was only a bound: readings after this month are passed over. */
  readonly exactOnly?: boolean;
}

const opposite = (better: Better): Better =>
  better === 'higher' ? 'lower' : better === 'lower' ? 'higher' : better;

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
function latestOf({ figures, region, window, exactOnly }: Case, indicator: Indicator): Figure | undefined {
  const latest = figures.latest(indicator, region, window);
  return latest?.bound && exactOnly
    ? figures.exactBefore(indicator, region, window, latest.period.end)
    : latest;
}

/** The reading of the figure itself (METHOD §4). */
export function readingOf(c: Case): Figure | undefined {
  if (c.path) return yearlyReading(c.figures, c.indicator, c.region, c.path, c.exactOnly);
  return latestOf(c, c.indicator);
}

/**
 * The month that brings a break which keeps a figure of the window from being made that would end after a month: it is
 * not added up or derived across it. Undefined: none is in the way.
 */
export function breakInTheWay(c: Case, after: number): number | undefined {
  const { figures, indicator, region, window } = c;
  const change = c.target.form?.change;
  if (!figures.unbroken || change === 'rank' || change === 'above' || change === 'below') return undefined;
  const further = readingOf({ ...c, figures: figures.unbroken });
  if (!further || further.period.end <= after) return undefined;
  const { end } = further.period;
  return (
    figures.breakBetween(indicator, region, after, end) ??
    figures.breakBetween(indicator, region, window.start - 13, end)
  );
}

const scaled = (c: Comparison, by: number): Comparison => ({
  comparator: c.comparator,
  ...(c.value ? { value: { ...c.value, value: c.value.value.times(by) } } : {}),
  ...(c.high ? { high: { ...c.high, value: c.high.value.times(by) } } : {}),
});

/** The target's value in the unit of its limits, with its tolerance. */
function plainLimits(
  { target, indicator, months = 1 }: Case,
  comparison: Comparison,
  unit: Unit,
  better: Better,
  b?: Decimal,
): Limits {
  const own = comparisonIn(comparison, unit);
  // two months of a flow, published as one, must bring what two months promise
  const inUnit = months > 1 && indicator.kind === 'flow' && !isRate(unit) ? scaled(own, months) : own;
  const tolerance =
    inUnit.comparator === 'about' && inUnit.value
      ? toleranceOf(inUnit.value.value, unit, target.form?.change, target.tolerance)
      : ZERO;
  return limitsOf(inUnit, better, tolerance, b);
}

/** The baseline a change is from, or what is missing of it. */
type BaselineResult = { readonly b: Figure } | (TermResult & { readonly missing: 'baseline' });

const withoutBaseline = (why: Reason): TermResult & { missing: 'baseline' } => ({
  missing: 'baseline',
  reason: why,
});

/** METHOD §2: no change is made across a break in the series; a baseline that the plan states is the plan's own to compare. */
function baselineFor(c: Case, reading: Figure): BaselineResult {
  const { figures, target, indicator, region } = c;
  const b = baselineOf(figures, target, indicator, region, reading.period);
  if (!b) {
    const unbroken =
      figures.unbroken && baselineOf(figures.unbroken, target, indicator, region, reading.period);
    const { start, end } = unbroken?.period ?? reading.period;
    const broken = unbroken && figures.breakBetween(indicator, region, start - 13, end);
    return broken === undefined
      ? withoutBaseline(reason('no-baseline'))
      : withoutBaseline(reason('across-break', { month: formatMonth(broken) }));
  }
  if (b.bound) return withoutBaseline(reason('no-baseline'));
  const observed = b.how !== 'stated' && b.how !== 'target';
  const broken = observed
    ? figures.breakBetween(indicator, region, b.period.end, reading.period.end)
    : undefined;
  return broken === undefined
    ? { b }
    : withoutBaseline(reason('across-break', { month: formatMonth(broken) }));
}

function ofFigure(c: Case, comparison: Comparison, reading: Figure): TermResult {
  const needsBaseline = comparison.comparator === 'improve' || comparison.comparator === 'no_worse';
  const own = comparison.value?.unit;
  const unit = own && own.dimensions === c.indicator.unit.dimensions ? own : c.indicator.unit;
  let b: Figure | undefined;
  if (needsBaseline) {
    const found = baselineFor(c, reading);
    if ('missing' in found) return found;
    b = toUnit(found.b, unit);
  } else if (c.target.baseline) {
    const found = baselineOf(c.figures, c.target, c.indicator, c.region, reading.period);
    b = found && toUnit(found, unit);
  }
  const limits = plainLimits(c, comparison, unit, c.indicator.better, b?.value);
  return termWith(toUnit(reading, unit), limits, unit, b);
}

/** rise, fall and times: the value becomes a level, b + v, b − v or b × v. */
function ofChange(c: Case, comparison: Comparison, reading: Figure): TermResult {
  const found = baselineFor(c, reading);
  if ('missing' in found) return found;
  const { b: baseline } = found;
  const unit = c.indicator.unit;
  const b = baseline.value;
  const own = comparison.value?.unit ?? unit;
  const falling = c.target.form?.change === 'fall';
  const better = falling ? opposite(c.indicator.better) : c.indicator.better;
  const sign = falling ? -1 : 1;
  const term = (limits: Limits, base?: Decimal): TermResult =>
    termWith(reading, limits, unit, baseline, base);
  const noRate = withoutBaseline(reason('base-not-positive'));
  if (c.target.form?.change === 'times') {
    if (b.lte(0)) return noRate;
    const limits = plainLimits(c, comparison, own, better);
    return term(mapLimits(limits, (x) => b.times(x)));
  }
  const relative = isRate(own) && (c.target.form?.relative || !isRate(unit));
  if (relative) {
    if (b.lte(0)) return noRate;
    const limits = plainLimits(c, comparison, own, better);
    const part = (x: Decimal): Decimal => ONE.plus(x.times(own.factor).div(HUNDRED).times(sign));
    return term(mapLimits(limits, (x) => b.times(part(x)), falling));
  }
  const scale = isPoints(own) && isRate(unit) ? own.factor.div(unit.factor) : undefined;
  const limits = plainLimits(c, comparison, scale ? own : unit, better);
  const amount = (x: Decimal): Decimal => b.plus((scale ? x.times(scale) : x).times(sign));
  return term(mapLimits(limits, amount, falling), b);
}

/** Mean yearly growth since the baseline: (a ÷ b)^(1/n) − 1, in %. */
function ofAverage(c: Case, comparison: Comparison, reading: Figure): TermResult {
  const found = baselineFor(c, reading);
  if ('missing' in found) return found;
  const { b } = found;
  const years = (reading.period.end - b.period.end) / 12;
  if (b.value.lte(0) || reading.value.lte(0) || years <= 0)
    return withoutBaseline(reason('base-not-positive'));
  // what a flow brought in a part of a year is no size to set against a whole one
  if (c.indicator.kind === 'flow' && lengthOf(reading.period) !== lengthOf(b.period))
    return withoutBaseline(
      reason('spans-differ', { reading: formatPeriod(reading.period), baseline: formatPeriod(b.period) }),
    );
  const unit = comparison.value?.unit ?? c.indicator.unit;
  const ratio = reading.value.div(b.value);
  // to ten decimals: beyond any published rate, and free of the root's last digits
  const rate = (years === 1 ? ratio : root(ratio, years)).minus(1).times(HUNDRED).div(unit.factor).round(10);
  const made: Figure = { ...reading, value: rate, decimals: 2, unit, how: 'average', parts: [reading, b] };
  return termWith(made, plainLimits(c, comparison, unit, c.indicator.better), unit, b);
}

function ofBenchmark(c: Case, comparison: Comparison): TermResult {
  const { figures, target, indicator } = c;
  const benchmark = target.form?.benchmark?.found;
  if (!benchmark) return { missing: 'reading', reason: reason('unreadable') };
  const isRank = target.form?.change === 'rank';
  const change = target.form?.change;
  const own = comparison.value?.unit ?? indicator.unit;
  const pointsUnit = figures.catalogue.units.parse('百分点') ?? own;
  const unit = isRank ? own : isRate(indicator.unit) ? (isPoints(own) ? own : pointsUnit) : indicator.unit;
  const better: Better = isRank
    ? 'lower'
    : change === 'below'
      ? opposite(indicator.better)
      : indicator.better;
  const limits = plainLimits(c, comparison, unit, better);
  const reading = benchmarkReading(c, benchmark.code, isRank, unit);
  if (!reading) return { missing: 'reading', reason: missingPart(c, benchmark.code) };
  return termWith(change === 'below' ? negative(reading) : reading, limits, unit);
}

/**
 * The place of a region in a group, or its figure less another's: the later of what is published and what the figures of
 * the regions give; of one span what is published, but for a bound.
 */
function benchmarkReading(c: Case, benchmark: string, isRank: boolean, unit: Unit): Figure | undefined {
  const { figures, indicator, region, window } = c;
  const direct = figures.published(isRank ? 'rank' : 'gap', indicator, benchmark);
  const published = direct && latestOf(c, direct);
  const span = isRank
    ? figures.standingSpan(indicator, benchmark, window)
    : first(commonSpans(figures, pairOf(c, benchmark), window));
  const made =
    span &&
    (isRank
      ? placeAt(figures, indicator, region, benchmark, span, unit)
      : gapAt(figures, indicator, region, benchmark, span, published?.unit ?? unit));
  if (published && (!made || made.period.end < published.period.end)) return toUnit(published, unit);
  if (published && made?.period.end === published.period.end) {
    const chosen = figures.choose(direct, region, published, made);
    if (chosen === published) return toUnit(published, unit);
  }
  return made && { ...toUnit(made, unit), period: isMoment(indicator) ? monthPeriod(span.end) : span };
}

const pairOf = ({ indicator, region }: Case, other: string): Series[] => [
  [indicator, region],
  [indicator, other],
];

function first<T>(list: Iterable<T>): T | undefined {
  for (const x of list) return x;
  return undefined;
}

/** Which region's figure is missing for a place or a difference. */
function missingPart(c: Case, benchmark: string): Reason {
  const { figures, indicator, region, window } = c;
  const own = figures.latest(indicator, region, window) ? [] : [figures.nameOf(region)];
  const regions = [...new Set([...own, ...figures.withoutReading(indicator, benchmark, window)])];
  return regions.length > 0 ? reason('no-figure-of', { regions }) : reason('no-common-span');
}

/** What is missing where a series has no reading; of a sum over regions, whose figures. */
function noReading(c: Case): TermResult {
  const { figures, indicator, region, window } = c;
  const without = figures
    .addendsOf(indicator, region)
    .filter((r) => !figures.latest(indicator, r, window))
    .map((r) => figures.nameOf(r));
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
export function termOf(c: Case, comparison: Comparison, own?: Figure): TermResult {
  const change = c.target.form?.change;
  if (change === 'rank' || change === 'above' || change === 'below') return ofBenchmark(c, comparison);
  const reading = own ?? readingOf(c);
  if (!reading) return noReading(c);
  if (change === undefined) return ofFigure(c, comparison, reading);
  return change === 'average' ? ofAverage(c, comparison, reading) : ofChange(c, comparison, reading);
}
