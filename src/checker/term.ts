import { type Decimal, decimal, decimalsOf, HUNDRED, ONE, root, ZERO } from '../model/decimal.ts';
import type { Better, Indicator } from '../model/indicator.ts';
import { isMoment } from '../model/indicator.ts';
import type { Bound } from '../model/observation.ts';
import { monthPeriod, type Period } from '../model/period.ts';
import type { Comparison, Target } from '../model/plan.ts';
import { toleranceOf } from '../model/tolerance.ts';
import { convert, isPoints, isRate, type Unit } from '../model/unit.ts';
import type { Figure, Reason } from '../model/verdict.ts';
import { baselineOf, yearlyReading, yearsPath } from './baseline.ts';
import { commonSpans, gapAt, placeAt } from './derive.ts';
import type { Figures } from './figures.ts';
import { type Limits, limitsOf, mapLimits } from './limits.ts';

/** What is compared with what: the figure (or what is made of it), and the limits in its unit. */
export interface Term {
  readonly actual: Figure;
  readonly limits: Limits;
  readonly unit: Unit;
  readonly baseline?: Figure;
  /** An absolute rise or fall on a base that grows with the span: only its own part is paced. */
  readonly base?: Decimal;
}

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
  readonly figures: Figures;
  /** How many months a part of `each: month` joins, where January is not published alone. */
  readonly months?: number;
  /** Set where the decisive reading was only a bound: readings after this month are passed over. */
  readonly exactOnly?: boolean;
}

const opposite = (better: Better): Better =>
  better === 'higher' ? 'lower' : better === 'lower' ? 'higher' : better;

function toUnit(figure: Figure, unit: Unit): Figure {
  const value = convert(figure.value, figure.unit, unit);
  if (!value) return figure;
  // in another unit the published decimals say nothing: 1.3 万 is 13000
  return value.eq(figure.value)
    ? { ...figure, unit }
    : { ...figure, value, unit, decimals: decimalsOf(value.toFixed()) };
}

const TURNED: Readonly<Record<Bound, Bound>> = { '>': '<', '>=': '<=', '<': '>', '<=': '>=', '≈': '≈' };

/** The same difference seen from the other side. */
const negative = (f: Figure): Figure => ({
  ...f,
  value: f.value.times(-1),
  ...(f.bound ? { bound: TURNED[f.bound] } : {}),
});

function comparisonIn(c: Comparison, unit: Unit): Comparison {
  const turn = (q: Comparison['value']) =>
    q && { ...q, value: convert(q.value, q.unit, unit) ?? q.value, unit };
  const [value, high] = [turn(c.value), turn(c.high)];
  return { comparator: c.comparator, ...(value ? { value } : {}), ...(high ? { high } : {}) };
}

/** The reading of the figure itself (METHOD §4). */
export function readingOf(c: Case): Figure | undefined {
  const path = yearsPath(c.target);
  if (path) return yearlyReading(c.figures, c.indicator, c.region, path, c.exactOnly);
  const latest = c.figures.latest(c.indicator, c.region, c.window);
  return latest?.bound && c.exactOnly
    ? c.figures.exactBefore(c.indicator, c.region, c.window, latest.period.end)
    : latest;
}

const missingReading: TermResult = { missing: 'reading', reason: { code: 'no-reading', args: {} } };

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
  const tolerance = toleranceOf(inUnit.value?.value ?? ZERO, unit, target.form?.change, target.tolerance);
  return limitsOf(inUnit, better, tolerance, b);
}

function ofFigure(c: Case, comparison: Comparison): TermResult {
  const reading = readingOf(c);
  if (!reading) return missingReading;
  const needsBaseline = comparison.comparator === 'improve' || comparison.comparator === 'no_worse';
  const baseline = baselineOf(c.figures, c.target, c.indicator, c.region, reading.period);
  if (needsBaseline && (!baseline || baseline.bound))
    return { missing: 'baseline', reason: { code: 'no-baseline', args: {} } };
  const own = comparison.value?.unit;
  const unit = own && own.dimensions === c.indicator.unit.dimensions ? own : c.indicator.unit;
  const b = baseline && toUnit(baseline, unit);
  const stated = c.target.baseline !== undefined || needsBaseline;
  return {
    term: {
      actual: toUnit(reading, unit),
      limits: plainLimits(c, comparison, unit, c.indicator.better, b?.value),
      unit,
      ...(b && stated ? { baseline: b } : {}),
    },
  };
}

/** rise, fall and times: the value becomes a level, b + v, b − v or b × v. */
function ofChange(c: Case, comparison: Comparison): TermResult {
  const reading = readingOf(c);
  if (!reading) return missingReading;
  const baseline = baselineOf(c.figures, c.target, c.indicator, c.region, reading.period);
  if (!baseline || baseline.bound) return { missing: 'baseline', reason: { code: 'no-baseline', args: {} } };
  const unit = c.indicator.unit;
  const b = baseline.value;
  const own = comparison.value?.unit ?? unit;
  const falling = c.target.form?.change === 'fall';
  const better = falling ? opposite(c.indicator.better) : c.indicator.better;
  const sign = falling ? -1 : 1;
  const term = (limits: Limits, base?: Decimal): TermResult => ({
    term: { actual: reading, limits, unit, baseline, ...(base ? { base } : {}) },
  });
  const noRate: TermResult = { missing: 'baseline', reason: { code: 'base-not-positive', args: {} } };
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
function ofAverage(c: Case, comparison: Comparison): TermResult {
  const reading = readingOf(c);
  if (!reading) return missingReading;
  const b = baselineOf(c.figures, c.target, c.indicator, c.region, reading.period);
  if (!b || b.bound) return { missing: 'baseline', reason: { code: 'no-baseline', args: {} } };
  const years = (reading.period.end - b.period.end) / 12;
  if (b.value.lte(0) || reading.value.lte(0) || years <= 0)
    return { missing: 'baseline', reason: { code: 'base-not-positive', args: {} } };
  const unit = comparison.value?.unit ?? c.indicator.unit;
  const ratio = reading.value.div(b.value);
  // to ten decimals: beyond any published rate, and free of the root's last digits
  const rate = (years === 1 ? ratio : root(ratio, years)).minus(1).times(HUNDRED).div(unit.factor).round(10);
  const made: Figure = { ...reading, value: rate, decimals: 2, unit, how: 'average', parts: [reading, b] };
  return {
    term: {
      actual: made,
      limits: plainLimits(c, comparison, unit, c.indicator.better),
      unit,
      baseline: b,
    },
  };
}

/** A published series of places or gaps `of` the target's indicator, for the same group or region. */
function publishedOf(c: Case, kind: 'rank' | 'gap', benchmark: string): Indicator | undefined {
  const catalogue = c.figures.catalogue;
  for (const i of catalogue.indicators.values())
    if (i.kind === kind && i.relation && catalogue.region(i.relation.place)?.code === benchmark)
      if (catalogue.indicatorNames.get(i.relation.of) === c.indicator) return i;
  return undefined;
}

function ofBenchmark(c: Case, comparison: Comparison): TermResult {
  const { figures, target, indicator, region } = c;
  const benchmark = target.form?.benchmark?.found;
  if (!benchmark) return { missing: 'reading', reason: { code: 'unreadable', args: {} } };
  const isRank = target.form?.change === 'rank';
  const change = target.form?.change;
  const own = comparison.value?.unit ?? indicator.unit;
  const pointsUnit = figures.catalogue.units.parse('百分点') ?? own;
  const unit = isRank ? own : isRate(indicator.unit) ? (isPoints(own) ? own : pointsUnit) : indicator.unit;
  const group = isRank ? figures.catalogue.membersOf(benchmark).map((r) => r.code) : [benchmark.code];
  const better: Better = isRank
    ? 'lower'
    : change === 'below'
      ? opposite(indicator.better)
      : indicator.better;
  const limits = plainLimits(c, comparison, unit, better);
  const direct = publishedOf(c, isRank ? 'rank' : 'gap', benchmark.code);
  const reading = direct && figures.latest(direct, region, c.window);
  const turned = (f: Figure): Figure => (change === 'below' ? negative(f) : f);
  if (reading) return { term: { actual: turned(toUnit(reading, unit)), limits, unit } };
  const [span] = commonSpans(
    figures,
    [region, ...group].map((code) => [indicator, code] as const),
    c.window,
  );
  const made =
    span &&
    (isRank
      ? placeAt(figures, indicator, region, group, span, unit)
      : gapAt(figures, indicator, region, benchmark.code, span, unit));
  if (!made) return { missing: 'reading', reason: missingPart(c, [region, ...group]) };
  const period = isMoment(indicator) ? monthPeriod(span.end) : span;
  return { term: { actual: { ...turned(made), period }, limits, unit } };
}

/** Which region's figure is missing for a place or a difference. */
function missingPart(c: Case, regions: readonly string[]): Reason {
  const none = [...new Set(regions)].filter((code) => !c.figures.latest(c.indicator, code, c.window));
  const names = none.map((code) => c.figures.catalogue.regions.get(code)?.name ?? code);
  return names.length > 0
    ? { code: 'no-figure-of', args: { regions: names } }
    : { code: 'no-common-span', args: {} };
}

/** Makes what a comparison compares. A stretch is made with the target's own change. */
export function termOf(c: Case, comparison: Comparison): TermResult {
  switch (c.target.form?.change) {
    case 'rise':
    case 'fall':
    case 'times':
      return ofChange(c, comparison);
    case 'average':
      return ofAverage(c, comparison);
    case 'rank':
    case 'above':
    case 'below':
      return ofBenchmark(c, comparison);
    default:
      return ofFigure(c, comparison);
  }
}

/** A bare number as a decimal, for callers that pace by months. */
export const fraction = (part: number, whole: number): Decimal => decimal(part).div(whole);
