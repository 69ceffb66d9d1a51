import { type Branch, type Contribution, nameOf, type Promised, type Reported } from '../../model/cascade.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { type Decimal, decimal, ZERO } from '../../model/decimal.ts';
import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import type { Indicator } from '../../model/indicator.ts';
import { formatPeriod } from '../../model/period.ts';
import { addressOf, type Item, originOf } from '../../model/plan.ts';
import type { Region } from '../../model/region.ts';
import type { Unit } from '../../model/unit.ts';
import type { Amount, Figure, Verdict } from '../../model/verdict.ts';
import type { Figures } from '../figures.ts';
import { commonSpans } from '../spans.ts';
import { inUnit, liesIn, type Pledge, pledgeOf } from './compare.ts';

const total = (values: readonly Decimal[]): Decimal => values.reduce((sum, v) => sum.plus(v), ZERO);

/** A finding at the place of a branch. */
export const finding = (
  severity: Diagnostic['severity'],
  code: string,
  args: Diagnostic['args'],
  { target }: Branch,
): Diagnostic => ({ ...fault(code, args, { file: target.file, pointer: target.pointer }), severity });

/** The parts of a branch whose amounts add up to its own. */
export const addingOf = (branch: Branch): Branch[] => branch.parts.filter((p) => p.relation === 'adds');

/** The region whose figures are a part's; none for the share of a unit. */
export const regionOf = ({ target, share }: Branch): Region | undefined =>
  share?.unit ? undefined : originOf(target).region?.found;

/** Two parts that would be counted twice: one lies in the other, or both are of one region. */
function overlap(parts: readonly Branch[], catalogue: Catalogue): readonly [Branch, Branch] | undefined {
  const inside = (a: Region, b: Region): boolean =>
    catalogue.membersOf(a).some((m) => liesIn(m, b, catalogue));
  for (const [i, a] of parts.entries())
    for (const b of parts.slice(i + 1)) {
      const [one, other] = [regionOf(a), regionOf(b)];
      if (one && other && (inside(one, other) || inside(other, one))) return [a, b];
    }
  return undefined;
}

/** Whether the regions of some parts make up another: they hold all its `parts`. That one is a parent says nothing. */
function completes(parts: readonly Branch[], whole: Region | undefined, catalogue: Catalogue): boolean {
  const wanted = whole && catalogue.partsOf(whole);
  const had = parts.map(regionOf).filter((r) => r !== undefined);
  return wanted?.every((r) => had.some((h) => liesIn(r, h, catalogue))) ?? false;
}

/** What a difference between parts and whole is: 层层加码 where the parts promise more than is asked of them. */
function difference(promise: Pledge, by: Decimal, complete: boolean): string | undefined {
  if (by.eq(0)) return undefined;
  if (promise.side === 'floor') return by.gt(0) ? 'over' : complete ? 'short' : 'undivided';
  return by.gt(0) ? 'loose' : complete ? 'tight' : 'undivided';
}

/** What the parts promise together (METHOD: do the parts add up to the whole). */
export function promisedOf(
  branch: Branch,
  catalogue: Catalogue,
  say: (d: Diagnostic) => void,
): Promised | undefined {
  const parts = addingOf(branch);
  const whole = pledgeOf(branch.target);
  if (!whole || parts.length === 0) return undefined;
  const twice = overlap(parts, catalogue);
  if (twice) {
    const [one, other] = twice.map(nameOf) as [string, string];
    say(finding('warning', 'cascade/overlap', { whole: addressOf(branch.target), one, other }, branch));
    return undefined;
  }
  const { unit } = whole;
  const sum = total(
    parts.map((p) => pledgeOf(p.target)).map((p) => (p ? inUnit(p.value, p.unit, unit) : ZERO)),
  );
  const origin = originOf(branch.target);
  const divided = (branch.target.shares ?? origin.shares) !== undefined;
  const complete = divided || completes(parts, origin.region?.found, catalogue);
  const by = sum.minus(whole.value);
  const what = difference(whole, by, complete);
  if (what) {
    const args = {
      whole: addressOf(branch.target),
      value: whole.value.toFixed(),
      parts: sum.toFixed(),
      by: by.abs().toFixed(),
      unit: unit.text,
      count: parts.length,
    };
    say(finding(what === 'undivided' ? 'info' : 'warning', `cascade/${what}`, args, branch));
  }
  const amount = (value: Decimal): Amount => ({ value, unit });
  return { whole: amount(whole.value), parts: amount(sum), difference: amount(by), complete };
}

const half = (decimals: number): Decimal => decimal(`5e-${decimals + 1}`);

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

/** What the parts reported together, and which of them explains how much of what the whole is behind. */
export function reportedOf(
  branch: Branch,
  figures: Figures,
  verdict: Verdict | undefined,
  judge: (branches: readonly Branch[], month: number) => ReadonlyMap<Item, Verdict>,
  say: (d: Diagnostic) => void,
): { readonly reported: Reported; readonly of: ReadonlyMap<Branch, Contribution> } | undefined {
  const { catalogue } = figures;
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
  const without = parts.filter((p) => !read.has(p)).map(nameOf);
  const { unit } = promise;
  const amount = (value: Decimal): Amount => ({ value: inUnit(value, indicator.unit, unit), unit });
  const sum = total([...read.values()].map((f) => f.value));
  const apart = sum.minus(whole.value);
  const rounding = total([whole, ...read.values()].map((f) => half(f.decimals)));
  const agrees = apart.abs().lte(rounding);
  const complete = without.length === 0 && completes(parts, region, catalogue);
  const args = { whole: addressOf(branch.target), period: formatPeriod(period) };
  if (without.length > 0) say(finding('info', 'cascade/unreported', { ...args, names: without }, branch));
  if (!agrees && (complete || (apart.gt(0) && !indicator.canFall))) {
    const shown = {
      value: amount(whole.value).value,
      parts: amount(sum).value,
      by: amount(apart.abs()).value,
    };
    const texts = Object.fromEntries(Object.entries(shown).map(([k, v]) => [k, v.toFixed()]));
    say(finding('warning', 'cascade/reported', { ...args, ...texts, unit: unit.text }, branch));
  }
  // what was expected at the end of the common span, though some have figures that reach further
  const judged = judge([branch, ...read.keys()], period.end);
  const gapAt = (b: Branch): Decimal | undefined =>
    gapOf(judged.get(b.target), period.end, promise.side, unit);
  const own = gapAt(branch);
  const gaps = new Map([...read.keys()].map((p) => [p, gapAt(p)] as const));
  const of = new Map<Branch, Contribution>();
  for (const [p, figure] of read) {
    const gap = gaps.get(p);
    of.set(p, {
      actual: amount(figure.value),
      ...(whole.value.eq(0) ? {} : { ofWhole: figure.value.div(whole.value) }),
      ...(gap ? { gap: { value: gap, unit } } : {}),
      ...(gap && own?.lt(0) ? { ofShortfall: gap.div(own) } : {}),
    });
  }
  const known = [...gaps.values()].filter((g) => g !== undefined);
  const elsewhere = amount(apart.times(promise.side === 'floor' ? -1 : 1)).value;
  const gap = own &&
    known.length === gaps.size && {
      whole: { value: own, unit },
      elsewhere: { value: elsewhere, unit },
      undivided: { value: own.minus(total(known)).minus(elsewhere), unit },
    };
  const reported: Reported = {
    period,
    whole: amount(whole.value),
    parts: amount(sum),
    difference: amount(apart),
    agrees,
    complete,
    without,
    ...(gap ? { gap } : {}),
  };
  return { reported, of };
}
