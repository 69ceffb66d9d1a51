import { type Branch, type Contribution, nameOf, type Reported } from '../../model/cascade.ts';
import { type Decimal, total, ZERO } from '../../model/decimal.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Indicator } from '../../model/indicator.ts';
import { formatPeriod } from '../../model/period.ts';
import { addressOf, type Item, originOf } from '../../model/plan.ts';
import type { Unit } from '../../model/unit.ts';
import type { Amount, Figure, Verdict } from '../../model/verdict.ts';
import type { Figures } from '../figures.ts';
import { roundingOf } from '../rounding.ts';
import { commonSpans } from '../spans.ts';
import { addingOf, completes, findingAt, regionOf } from './branches.ts';
import { inUnit, type Pledge, pledgeOf } from './compare.ts';

/** The last span for which the whole and every part that has figures at all have one. */
function spanOf(branch: Branch, indicator: Indicator, figures: Figures, verdict: Verdict | undefined) {
  const origin = originOf(branch.target);
  const codes = [origin.region?.found, ...addingOf(branch).map(regionOf)]
    .filter((r) => r !== undefined)
    .map((r) => r.code);
  const having = codes.filter((code) => figures.latest(indicator, code, origin.window));
  const series = having.map((code) => [indicator, code] as const);
  const [span] = series.length > 0 ? commonSpans(figures, series, origin.window) : [];
  // on a path of several years the readings lie before the window
  return span ?? verdict?.actual?.period;
}

/** Figures known exactly: a bound adds up to nothing. */
const exactly = (f: Figure | undefined): Figure | undefined => (f?.bound ? undefined : f);

/** How far a verdict is ahead of what is expected; undefined where it read another span, or nothing exact. */
function gapOf(v: Verdict | undefined, end: number, side: Pledge['side'], unit: Unit): Decimal | undefined {
  if (!v?.actual || !v.expected || v.actual.bound || v.actual.period.end !== end) return undefined;
  const actual = inUnit(v.actual.value, v.actual.unit, unit);
  const gap = actual.minus(inUnit(v.expected.value, v.expected.unit, unit));
  return side === 'floor' ? gap : gap.times(-1);
}

/** A gap in parts: those of the parts, what was expected of no part, and what is left. */
type Split = NonNullable<Reported['gap']>;

/**
 * What was expected, by the end of a span, of parts without a figure: of an amount, their promise by the whole's own
 * way. Of a change it is not known, because their baselines are not.
 */
function expectedOf(without: readonly Branch[], whole: Branch, verdict: Verdict): Decimal | undefined {
  if (without.length === 0) return ZERO;
  const promise = pledgeOf(whole.target);
  if (!promise || promise.value.eq(0) || !verdict.expected || originOf(whole.target).form?.change)
    return undefined;
  const { value, unit } = promise;
  const promised = without
    .map((b) => pledgeOf(b.target))
    .map((p) => (p ? inUnit(p.value, p.unit, unit) : ZERO));
  return total(promised)
    .times(inUnit(verdict.expected.value, verdict.expected.unit, unit))
    .div(value);
}

/** g = Σ gᵢ + what was expected of no part + what is left: reported by none, less what those without a figure owe. */
function splitOf(
  own: Decimal,
  gaps: readonly Decimal[],
  ahead: Decimal,
  awaited: Decimal | undefined,
  { side, unit }: Pledge,
): Split {
  const amount = (value: Decimal): Amount => ({ value, unit });
  const others = own.minus(total(gaps));
  if (!awaited) return { whole: amount(own), elsewhere: amount(others) };
  const elsewhere = side === 'floor' ? ahead.minus(awaited) : ahead.plus(awaited);
  const undivided = others.minus(elsewhere);
  const over = side === 'floor' ? undivided.gt(0) : undivided.lt(0);
  return {
    whole: amount(own),
    undivided: amount(undivided),
    ...(over ? { over: true } : {}),
    elsewhere: amount(elsewhere),
  };
}

/** What is found where the parts do not report what the whole does, or some of them nothing. */
function* findingsOf(branch: Branch, r: Reported, canFall: boolean): Iterable<Diagnostic> {
  const args = { whole: addressOf(branch.target), period: formatPeriod(r.period) };
  if (r.without.length > 0)
    yield findingAt('info', 'cascade/unreported', { ...args, names: r.without }, branch);
  const { value: by } = r.difference;
  // parts that are not all there are may report less
  if (r.agrees || !(r.complete || (by.gt(0) && !canFall))) return;
  const texts = {
    value: r.whole.value.toFixed(),
    parts: r.parts.value.toFixed(),
    by: by.abs().toFixed(),
    unit: r.whole.unit.text,
  };
  yield findingAt('warning', 'cascade/reported', { ...args, ...texts }, branch);
}

/** What the parts reported together, and which of them explains how much of what the whole is behind. */
export function reportedOf(
  branch: Branch,
  figures: Figures,
  verdict: Verdict | undefined,
  judge: (branches: readonly Branch[], month: number) => ReadonlyMap<Item, Verdict>,
  say: (d: Diagnostic) => void,
): { readonly reported: Reported; readonly of: ReadonlyMap<Branch, Contribution> } | undefined {
  const origin = originOf(branch.target);
  const [indicator, region, promise] = [
    origin.indicator?.found,
    origin.region?.found,
    pledgeOf(branch.target),
  ];
  const parts = addingOf(branch);
  if (!indicator || !region || !promise || parts.every((p) => !regionOf(p))) return undefined;
  const period = spanOf(branch, indicator, figures, verdict);
  const whole = period && exactly(figures.at(indicator, region.code, period));
  if (!whole) return undefined;
  const read = new Map<Branch, Figure>();
  for (const p of parts) {
    const own = regionOf(p);
    const figure = own && exactly(figures.at(indicator, own.code, period));
    if (figure) read.set(p, figure);
  }
  const without = parts.filter((p) => !read.has(p));
  const { unit } = promise;
  const amount = (value: Decimal): Amount => ({ value: inUnit(value, indicator.unit, unit), unit });
  const sum = total([...read.values()].map((f) => f.value));
  const apart = sum.minus(whole.value);
  // what was expected at the end of the common span, though some have figures that reach further
  const judged = judge([branch, ...read.keys()], period.end);
  const gapAt = (b: Branch): Decimal | undefined =>
    gapOf(judged.get(b.target), period.end, promise.side, unit);
  // a part that has to hold is not behind in the way its whole is, which goes from a baseline: the two make no sum
  const holds = (b: Branch): boolean => judged.get(b.target)?.pace === 'hold';
  const otherwise = [...read.keys()].filter((p) => holds(p) !== holds(branch));
  const own = otherwise.length === 0 ? gapAt(branch) : undefined;
  if (otherwise.length > 0) {
    const args = { whole: addressOf(branch.target), names: otherwise.map(nameOf) };
    say(findingAt('info', 'cascade/other-way', args, branch));
  }
  const of = new Map<Branch, Contribution>();
  for (const [p, figure] of read) {
    const gap = gapAt(p);
    of.set(p, {
      actual: amount(figure.value),
      ...(whole.value.eq(0) ? {} : { ofWhole: figure.value.div(whole.value) }),
      ...(gap ? { gap: { value: gap, unit } } : {}),
      ...(gap && own?.lt(0) ? { ofShortfall: gap.div(own) } : {}),
    });
  }
  const gaps = [...of.values()].flatMap((c) => c.gap?.value ?? []);
  const seen = judged.get(branch.target);
  const awaited = seen && expectedOf(without, branch, seen);
  const ahead = amount(apart.times(promise.side === 'floor' ? -1 : 1)).value;
  const reported: Reported = {
    period,
    whole: amount(whole.value),
    parts: amount(sum),
    difference: amount(apart),
    agrees: apart.abs().lte(total([whole, ...read.values()].map(roundingOf))),
    complete: without.length === 0 && completes(parts, region, figures.catalogue),
    without: without.map(nameOf),
    ...(own && gaps.length === of.size ? { gap: splitOf(own, gaps, ahead, awaited, promise) } : {}),
  };
  for (const d of findingsOf(branch, reported, indicator.canFall === true)) say(d);
  return { reported, of };
}
