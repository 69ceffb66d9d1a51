import type { Catalogue } from '../model/catalogue.ts';
import { type Decimal, decimal, ONE, round, total, ZERO } from '../model/decimal.ts';
import { type Period, yearOf, yearPeriod } from '../model/period.ts';
import { addressOf, type Item, promiseOf } from '../model/plan.ts';
import type { Region } from '../model/region.ts';
import {
  type Appraisal,
  type Appraised,
  DEDUCTIONS,
  type EarningStatus,
  type Factor,
  type Measure,
  type Origin,
  type Point,
  type Role,
  type Scheme,
} from '../model/scoring.ts';
import { isGood, type PlanVerdict, type Verdict } from '../model/verdict.ts';

/** Decimals of a score: those it is shown and ranked with. */
const DECIMALS = 2;

/** The quarter or year a month lies in. */
export function periodOf(scheme: Scheme, month: number): Period {
  if (scheme.period === 'year') return yearPeriod(yearOf(month));
  const start = month - (month % 3);
  return { start, end: start + 2 };
}

const atMost = (value: Decimal, cap: Decimal | undefined): Decimal => (cap && value.gt(cap) ? cap : value);

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

/** What completion is measured by: completion ÷ way elapsed; of `each`, the parts that hold ÷ those judged. */
function measureOf(v: Verdict): Measure | undefined {
  if (v.parts) {
    const judged = v.parts.filter((p) => p.status !== 'not-due' && p.status !== 'unquantified');
    const good = judged.filter((p) => isGood(p.status));
    return judged.length > 0 ? { done: decimal(good.length), of: decimal(judged.length) } : undefined;
  }
  if (!v.completion || v.used) return undefined;
  return { done: v.completion, of: v.elapsed ?? ONE };
}

/** The part of the full points that a verdict earns, before any cap, and how it was found. */
function earningOf(v: Verdict, scheme: Scheme): { origin: Origin; part: Decimal; measure?: Measure } {
  const rule = v.status === 'unquantified' ? 'leave-out' : scheme.earn[v.status as EarningStatus];
  if (rule === 'leave-out') return { origin: 'left-out', part: ZERO };
  if (rule !== 'completion') return { origin: 'status', part: rule.part };
  const measure = measureOf(v);
  if (!measure) return { origin: 'no-measure', part: scheme.unmeasured };
  const { done, of } = measure;
  // where nothing was expected yet, nothing is enough
  const part = done.lt(0) ? ZERO : of.gt(0) ? done.div(of) : ONE;
  return { origin: v.parts ? 'parts' : 'completion', part, measure };
}

/** What a promise brings, by a verdict on it. */
function pointOf(item: Item, verdict: Verdict, scheme: Scheme): Point {
  const factors = factorsOf(item, scheme);
  const earning = earningOf(verdict, scheme);
  const part = atMost(earning.part, scheme.caps.item);
  const whole = factors.reduce((full, f) => full.times(f.factor), scheme.points);
  const full = earning.origin === 'left-out' ? ZERO : whole;
  const said: readonly string[] = [verdict.status, ...verdict.marks];
  const deductions = DEDUCTIONS.flatMap((d) => {
    const points = said.includes(d) ? scheme.deductions[d] : undefined;
    return points ? [{ for: d, points }] : [];
  });
  const capped = earning.part.gt(part);
  return { ...earning, item, verdict, factors, full, part, capped, earned: full.times(part), deductions };
}

/** What is counted for one unit or region in one role: a point for each promise, by the promise itself. */
interface Held extends Pick<Appraisal, 'id' | 'name' | 'role'> {
  readonly points: Map<Item, Point>;
}

/** Adds up the points of one unit: earned, or earned ÷ full × scale, less deductions; never below 0. */
function appraise({ id, name, role, points: held }: Held, scheme: Scheme): Appraisal {
  const points = [...held.values()];
  const full = total(points.map((p) => p.full));
  const earned = total(points.map((p) => p.earned));
  const off = total(points.flatMap((p) => p.deductions.map((d) => d.points)));
  const deducted = atMost(off, scheme.caps.deductions);
  const base = { id, name, role, points, full, earned, deducted };
  const reached = !scheme.scale ? earned : full.gt(0) ? earned.div(full).times(scheme.scale) : undefined;
  if (!reached || points.every((p) => p.origin === 'left-out')) return base;
  const net = reached.minus(deducted);
  const score = atMost(net.lt(0) ? ZERO : net, scheme.caps.total);
  const ends = net.lt(0) ? 'floor' : score.lt(net) ? 'cap' : undefined;
  return { ...base, score: round(score, DECIMALS), ...(ends ? { ends } : {}) };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The best first, equal ones by name; equal scores share the better place (1, 2, 2, 4). */
function ranked(list: readonly Appraisal[]): Appraisal[] {
  const least = ONE.times(-1);
  const sorted = [...list].sort(
    (a, b) => (b.score ?? least).cmp(a.score ?? least) || compare(a.name, b.name) || compare(a.id, b.id),
  );
  return sorted.map((a) => {
    const { score } = a;
    return score ? { ...a, rank: sorted.filter((o) => o.score?.gt(score)).length + 1 } : a;
  });
}

/** Who a verdict is counted for, in which role, and the verdict that counts for it. */
interface Holder extends Pick<Appraisal, 'id' | 'name' | 'role'> {
  readonly verdict: Verdict;
}

/** The regions a verdict is counted for: a promise for every region counts for each by its own part. */
function regionsOf(v: Verdict, catalogue: Catalogue): Holder[] {
  const promise = promiseOf(v.item);
  const region = promise.region?.found;
  if (!region) return [];
  const holder = ({ code, name }: Region, verdict: Verdict): Holder => ({
    role: 'region',
    id: code,
    name,
    verdict,
  });
  if (promise.type === 'milestone' || promise.each !== 'region' || !v.parts) return [holder(region, v)];
  // a judgement by hand is of the promise as a whole
  const whole = v.calculated && { status: v.status, marks: v.marks };
  const { parts } = v;
  return catalogue.membersOf(region).flatMap((member, i) => {
    const part = parts[i];
    return part ? [holder(member, { ...part, ...whole })] : [];
  });
}

/** The units a verdict is counted for, each once in a role. */
const unitsOf = (verdict: Verdict): Holder[] =>
  (['lead', 'responsible'] as const).flatMap((role) =>
    [...new Set(verdict.item[role].flatMap((u) => u.found ?? []))].map(({ id, name }) => ({
      role,
      id,
      name,
      verdict,
    })),
  );

/** Whether an item speaks for a promise rather than another: the promise itself, else the repeat in the first plan by id. */
const speaksFirst = (promise: Item, item: Item, other: Item): boolean =>
  item === promise || (other !== promise && item.plan < other.plan);

const ROLES: readonly Role[] = ['lead', 'responsible', 'region'];

/**
 * Appraises units or regions by a scheme, over the quarter or year that the as-of month lies in. A promise counts once
 * for each, wherever it is repeated; lead and responsible units are ranked apart. Pure.
 */
export function appraiseAll(
  scheme: Scheme,
  plans: readonly PlanVerdict[],
  asOf: number,
  catalogue: Catalogue,
): Appraised {
  const period = periodOf(scheme, asOf);
  const all = new Map<string, Held>();
  for (const v of plans.flatMap((p) => p.verdicts)) {
    if (!isDue(v.item, period)) continue;
    const promise = promiseOf(v.item);
    for (const { verdict, ...who } of scheme.by === 'unit' ? unitsOf(v) : regionsOf(v, catalogue)) {
      const key = `${who.role} ${who.id}`;
      const held = all.get(key) ?? { ...who, points: new Map() };
      all.set(key, held);
      const known = held.points.get(promise);
      if (!known || speaksFirst(promise, v.item, known.item))
        held.points.set(promise, pointOf(v.item, verdict, scheme));
    }
  }
  const appraisals = [...all.values()].map((held) => appraise(held, scheme));
  return {
    scheme,
    period,
    asOf,
    appraisals: ROLES.flatMap((role) => ranked(appraisals.filter((a) => a.role === role))),
  };
}
