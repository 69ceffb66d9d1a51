import { type Decimal, decimal, ONE, round, ZERO } from '../model/decimal.ts';
import { type Period, yearOf, yearPeriod } from '../model/period.ts';
import { addressOf, type Item, promiseOf } from '../model/plan.ts';
import {
  type Appraisal,
  type Appraised,
  DEDUCTIONS,
  type EarningStatus,
  type Factor,
  type Origin,
  type Point,
  type Role,
  type Scheme,
} from '../model/scoring.ts';
import type { PlanVerdict, Verdict } from '../model/verdict.ts';

/** Decimals of a score: those it is shown and ranked with. */
const DECIMALS = 2;

/** The quarter or year a month lies in. */
export function periodOf(scheme: Scheme, month: number): Period {
  if (scheme.period === 'year') return yearPeriod(yearOf(month));
  const start = month - (month % 3);
  return { start, end: start + 2 };
}

/** A target counts in every period its window touches, a milestone in the one it is due in. */
const isDue = (item: Item, period: Period): boolean =>
  item.type === 'milestone'
    ? period.start <= item.due.month && item.due.month <= period.end
    : item.window.start <= period.end && period.start <= item.window.end;

/** The weights of a promise, each with where it comes from. */
function factorsOf(item: Item, { weights }: Scheme): Factor[] {
  const origin = promiseOf(item);
  const kind = origin.type === 'milestone' ? 'milestone' : origin.indicator?.found?.kind;
  const factors: Factor[] = [];
  const add = (of: Factor['of'], key: string | undefined, factor: Decimal | undefined): void => {
    if (key !== undefined && factor) factors.push({ of, key, factor });
  };
  add('commitment', item.commitment, item.commitment && weights.commitment[item.commitment]);
  add('nature', item.nature, item.nature && weights.nature[item.nature]);
  add('kind', kind, kind && weights.kind[kind]);
  add('plan', addressOf(item), weights.plan ? item.weight : undefined);
  return factors;
}

/** The part done of what was expected by then: completion ÷ way elapsed; of `each`, the parts that hold. */
function completed(v: Verdict): Decimal | undefined {
  if (v.parts) {
    const judged = v.parts.filter((p) => p.status !== 'not-due' && p.status !== 'unquantified');
    const good = judged.filter((p) => p.status === 'achieved' || p.status === 'on-track').length;
    return judged.length > 0 ? decimal(good).div(judged.length) : undefined;
  }
  if (!v.completion || v.used) return undefined;
  return v.elapsed?.gt(0) ? v.completion.div(v.elapsed) : v.completion;
}

function earnedPart(v: Verdict, scheme: Scheme): { origin: Origin; part: Decimal; capped: boolean } {
  if (v.status === 'unquantified') return { origin: 'left-out', part: ZERO, capped: false };
  const rule = scheme.earn[v.status as EarningStatus];
  if (rule === 'leave-out') return { origin: 'left-out', part: ZERO, capped: false };
  const completion = rule === 'completion' ? completed(v) : undefined;
  const origin = rule !== 'completion' ? 'status' : completion ? 'completion' : 'no-measure';
  const measured = rule === 'completion' ? (completion ?? scheme.unmeasured) : rule.part;
  const { item: cap } = scheme.caps;
  const part = measured.lt(0) ? ZERO : measured.gt(cap) ? cap : measured;
  return { origin, part, capped: measured.gt(cap) };
}

/** What a promise brings, by a verdict on it. */
function pointOf(item: Item, verdict: Verdict, scheme: Scheme): Point {
  const factors = factorsOf(item, scheme);
  const { origin, part, capped } = earnedPart(verdict, scheme);
  const whole = factors.reduce((full, f) => full.times(f.factor), scheme.points);
  const full = origin === 'left-out' ? ZERO : whole;
  const said: readonly string[] = [verdict.status, ...verdict.marks];
  const deductions = DEDUCTIONS.flatMap((d) => {
    const points = said.includes(d) ? scheme.deductions[d] : undefined;
    return points ? [{ for: d, points }] : [];
  });
  return { item, verdict, factors, full, origin, part, capped, earned: full.times(part), deductions };
}

const sum = (list: readonly Decimal[]): Decimal => list.reduce((a, b) => a.plus(b), ZERO);
const atMost = (value: Decimal, cap: Decimal | undefined): Decimal => (cap && value.gt(cap) ? cap : value);

/** Adds up the points of one unit: earned, or earned ÷ full × scale, less deductions; never below 0. */
function appraise(name: string, role: Role, points: readonly Point[], scheme: Scheme): Appraisal {
  const full = sum(points.map((p) => p.full));
  const earned = sum(points.map((p) => p.earned));
  const off = sum(points.flatMap((p) => p.deductions.map((d) => d.points)));
  const deducted = atMost(off, scheme.caps.deductions);
  const base = { name, role, points, full, earned, deducted };
  const reached = !scheme.scale ? earned : full.gt(0) ? earned.div(full).times(scheme.scale) : undefined;
  if (!reached || points.every((p) => p.origin === 'left-out')) return base;
  const net = reached.minus(deducted);
  return { ...base, score: round(atMost(net.lt(0) ? ZERO : net, scheme.caps.total), DECIMALS) };
}

/** The best first, equal ones by name; equal scores share the better place (1, 2, 2, 4). */
function ranked(list: readonly Appraisal[]): Appraisal[] {
  const least = ONE.times(-1);
  const sorted = [...list].sort(
    (a, b) => (b.score ?? least).cmp(a.score ?? least) || (a.name < b.name ? -1 : 1),
  );
  return sorted.map((a) => {
    const { score } = a;
    return score ? { ...a, rank: sorted.filter((o) => o.score?.gt(score)).length + 1 } : a;
  });
}

/** Who a verdict is counted for, in which role; a promise for every region is counted for each by its own part. */
function holdersOf(
  v: Verdict,
  scheme: Scheme,
): { readonly role: Role; readonly name: string; readonly verdict: Verdict }[] {
  const { item } = v;
  if (scheme.by === 'unit')
    return (['lead', 'responsible'] as const).flatMap((role) =>
      [...new Set(item[role].flatMap((u) => u.found?.name ?? []))].map((name) => ({
        role,
        name,
        verdict: v,
      })),
    );
  const region = promiseOf(item).region?.found;
  if (!region) return [];
  if (!v.parts || !region.members) return [{ role: 'region', name: region.name, verdict: v }];
  // a judgement by hand is of the promise as a whole
  const whole = v.calculated && { status: v.status, marks: v.marks };
  return v.parts.map((part) => ({
    role: 'region',
    name: part.part ?? region.name,
    verdict: { ...part, ...whole },
  }));
}

const ROLES: readonly Role[] = ['lead', 'responsible', 'region'];

/**
 * Appraises units or regions by a scheme, over the quarter or year that the as-of month lies in. A promise counts once
 * for each, wherever it is repeated; lead and responsible units are ranked apart. Pure.
 */
export function appraiseAll(scheme: Scheme, plans: readonly PlanVerdict[], asOf: number): Appraised {
  const period = periodOf(scheme, asOf);
  const held = new Map<Role, Map<string, Map<Item, Point>>>(ROLES.map((r) => [r, new Map()]));
  for (const v of plans.flatMap((p) => p.verdicts)) {
    if (!isDue(v.item, period)) continue;
    for (const { role, name, verdict } of holdersOf(v, scheme)) {
      const units = held.get(role);
      const points = units?.get(name) ?? new Map<Item, Point>();
      units?.set(name, points);
      const promise = promiseOf(v.item);
      if (!points.has(promise)) points.set(promise, pointOf(v.item, verdict, scheme));
    }
  }
  const appraisals = ROLES.flatMap((role) =>
    ranked(
      [...(held.get(role) ?? [])].map(([name, points]) => appraise(name, role, [...points.values()], scheme)),
    ),
  );
  return { scheme, period, asOf, appraisals };
}
