import { plain, ZERO } from '../model/decimal.ts';
import { INTERVAL, type Indicator } from '../model/indicator.ts';
import { yearsPath } from '../model/pace.ts';
import { formatMonth, formatPeriod, type Period, samePeriod } from '../model/period.ts';
import type { Target } from '../model/plan.ts';
import { type Mark, type Needed, type Reason, reason, type Status, type Verdict } from '../model/verdict.ts';
import type { Figures } from './figures.ts';
import { endFor, exceeds, type Limits, limits, within } from './limits.ts';
import { neededFor } from './needed.ts';
import { type Expectation, expect, limitsStay, withSlack } from './pace.ts';
import { differenceOf } from './question.ts';
import { addMarksOf, ageOf, firstDue } from './staleness.ts';
import { breakInTheWay, type Case, type Term, termOf } from './term.ts';

/** What a judgement rests on besides the target: the figures, the last month seen, and today. */
export interface Env {
  readonly figures: Figures;
  readonly asOf: number;
  /** ISO date; what is due before it without a final status is overdue. */
  readonly today: string;
  /** Whether it is looked for how often what is needed was reached before. */
  readonly history: boolean;
}

/** Statuses that nothing to come would change. */
export const FINAL: readonly Status[] = ['achieved', 'missed', 'unquantified'];

/** A verdict, and those of its parts, with `overdue` added where its due date lies before today and its status is not final. */
export function settle(verdict: Verdict, today: string): Verdict {
  const { item, status, marks, parts } = verdict;
  if (item.due.date >= today) return verdict;
  const overdue = !FINAL.includes(status) && !marks.includes('overdue');
  if (!overdue && !parts) return verdict;
  return {
    ...verdict,
    ...(overdue ? { marks: [...marks, 'overdue'] } : {}),
    ...(parts ? { parts: parts.map((p) => settle(p, today)) } : {}),
  };
}

/** A status with its reason; those that say the same every time are made once. */
interface Said {
  readonly status: Status;
  readonly reason: Reason;
}
const MET: Said = { status: 'achieved', reason: reason('met') };
const NOT_MET: Said = { status: 'missed', reason: reason('not-met') };
const EXCEEDED: Said = { status: 'missed', reason: reason('exceeded') };
const REACHED_EARLY: Said = { status: 'achieved', reason: reason('reached-early') };
const UNDECIDED: Said = { status: 'no-data', reason: reason('bound-undecided') };
const AS_EXPECTED: Said = { status: 'on-track', reason: reason('as-expected') };
const WITHIN_SLACK: Said = { status: 'on-track', reason: reason('within-slack') };
const BEHIND: Said = { status: 'lagging', reason: reason('behind') };

/** Whether the figure is the last word: it reaches the window's end, or nothing that can come would change it. */
function finalStatus(c: Case, term: Term): Said | undefined {
  const { actual, limits } = term;
  const met = within(actual.value, actual.bound, limits);
  if (actual.period.end >= c.window.end && met !== undefined) return met ? MET : NOT_MET;
  const { kind, canFall } = c.indicator;
  const grows = kind === 'flow' && !canFall && limitsStay(c.target) && !c.path;
  if (grows && exceeds(actual.value, actual.bound, limits)) return EXCEEDED;
  return grows && limits.low && !limits.high && met ? REACHED_EARLY : undefined;
}

function interimStatus({ actual }: Term, expected: Limits, enough: Limits, slack: boolean): Said {
  const good = within(actual.value, actual.bound, enough);
  if (good === undefined) return UNDECIDED;
  if (!good) return BEHIND;
  if (!slack) return AS_EXPECTED;
  return within(actual.value, actual.bound, limits(expected.low, expected.high)) ? AS_EXPECTED : WITHIN_SLACK;
}

/** What can be written to while it is made. */
type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** Completion, distance and pace gap: shown, never deciding. */
function show(v: Draft<Verdict>, c: Case, term: Term, e: Expectation, end: 'low' | 'high'): void {
  const whole = term.limits[end] ?? ZERO;
  const a = term.actual.value;
  const { kind } = c.indicator;
  const ceiling = end === 'high';
  // what holds is counted from nothing where that makes sense: an amount brought, or what is used of one allowed
  const counted = (kind === 'flow' || (kind === 'stock' && ceiling)) && !c.target.form?.change;
  const from = (e.holds === end ? undefined : e.from) ?? (counted ? ZERO : undefined);
  // no way leads to a floor that lies below the start
  const noWay = from === undefined || whole.eq(from) || (!ceiling && whole.lt(from));
  if (noWay) {
    v.distance = differenceOf(c, a.minus(whole), term.unit);
    if (e.f && e.holds !== end) v.elapsed = e.f;
    return;
  }
  v.completion = a.minus(from).div(whole.minus(from));
  if (ceiling && whole.gt(from)) v.used = true;
  if (!e.f || e.holds === end) return;
  v.elapsed = e.f;
  v.paceGap = v.completion.minus(e.f);
}

const NO_MARKS: readonly Mark[] = [];

/** A reading that is too old, or comes too late, says nothing any more; the status it had is kept in the reason. */
function agedStatus(
  c: Case,
  term: Term,
  asOf: number,
  was: Status,
): { status: Status; reason?: Reason; marks: readonly Mark[] } {
  const { actual } = term;
  const interval = INTERVAL[c.path ? 'yearly' : c.indicator.frequency];
  const age = ageOf(c.indicator.lag, interval, c.window, actual.period, asOf);
  if (age === 'closed' || age === 'gone') {
    const last = formatPeriod(actual.period);
    const args = { last, value: plain(actual.value), unit: term.unit.text, was };
    const code = age === 'closed' ? 'final-missing' : 'too-old';
    return { status: 'no-data', reason: reason(code, args), marks: NO_MARKS };
  }
  if (age === 'fresh' && asOf < c.window.end) return { status: was, marks: NO_MARKS };
  const marks: Mark[] = age === 'stale' ? ['stale'] : [];
  if (asOf >= c.window.end) marks.push('final-awaited');
  return { status: was, marks };
}

/** Why there is no term: nothing is expected yet, or what is missing is named. */
function withoutTerm(c: Case, env: Env, missing: 'reading' | 'baseline', why: Reason, item: Target): Verdict {
  const base = { item, marks: [], asOf: env.asOf };
  const broken = missing === 'reading' ? breakInTheWay(c, c.window.start - 1) : undefined;
  if (broken !== undefined)
    return { ...base, status: 'no-data', reason: reason('broken', { month: formatMonth(broken) }) };
  if (missing === 'reading' && env.asOf < firstDue(c.indicator, c.window)) {
    const due = firstDue(c.indicator, c.window);
    // within its lag a figure can come any day; in batches it comes in the month they are released
    const month = c.indicator.released === undefined ? due - 1 : due;
    const first = formatPeriod({ start: month, end: month });
    return { ...base, status: 'not-due', reason: reason('before-first-release', { first }) };
  }
  if (missing === 'reading' && why.code === 'no-reading') {
    const other = lastAnywhere(c);
    const window = formatPeriod(c.window);
    if (!other) return { ...base, status: 'no-data', reason: reason('no-reading', { window }) };
    const elsewhere = c.path ? 'no-yearly-reading' : 'no-reading-from-start';
    const args = { window, other: formatPeriod(other.period) };
    return { ...base, status: 'no-data', reason: reason(elsewhere, args) };
  }
  return { ...base, status: 'no-data', reason: why };
}

/**
 * The last figure that lies in the window but does not start where it starts, of several the longest: worth naming where
 * a reading is missing.
 */
function lastAnywhere(c: Case): { period: Period } | undefined {
  let last: { period: Period } | undefined;
  for (const o of c.figures.book.inside(c.indicator, c.region, c.window)) {
    const { start, end } = o.period;
    if (!last || end > last.period.end || (end === last.period.end && start < last.period.start)) last = o;
  }
  return last;
}

const needsExact = (c: Case, term: Term, limits: Limits): boolean =>
  !c.exactOnly &&
  term.actual.bound !== undefined &&
  within(term.actual.value, term.actual.bound, limits) === undefined;

/** Judges one indicator of one region over one window (METHOD §4). */
export function judgeCase(c: Case, env: Env): Verdict {
  const { target } = c;
  const form = target.form;
  if (!form)
    return { item: target, status: 'unquantified', marks: [], asOf: env.asOf, reason: reason('no-form') };
  const result = termOf(c, form);
  if ('missing' in result) return withoutTerm(c, env, result.missing, result.reason, target);
  const { term } = result;
  const e = expect(c, term);
  // beyond the high end of what is expected by now, or of what is promised, that end is what counts
  const end =
    endFor(term.actual.value, e.limits) === 'high' ? 'high' : endFor(term.actual.value, term.limits);
  const final = finalStatus(c, term);
  const enough = withSlack(e, c, term);
  if (!final && needsExact(c, term, enough)) {
    const exact = judgeCase({ ...c, exactOnly: true }, env);
    if (exact.actual) return exact;
  }
  const interim = final ?? interimStatus(term, e.limits, enough, target.slack !== undefined);
  const aged = final ? undefined : agedStatus(c, term, env.asOf, interim.status);
  const status = aged?.status ?? interim.status;
  const stretch = stretchOf(c);
  const needed = FINAL.includes(status) ? undefined : neededFor(c, term, e, env.asOf, env.history);
  const v: Draft<Verdict> = {
    item: target,
    status,
    marks: marksOfCase(c, term, e, status, needed, aged?.marks ?? NO_MARKS),
    asOf: env.asOf,
    actual: term.actual,
    bound: { value: term.limits[end] ?? ZERO, unit: term.unit },
    expected: { value: e.limits[end] ?? ZERO, unit: term.unit },
    pace: e.pace,
    reason: aged?.reason ?? interim.reason,
  };
  const worst = target.slack && enough[end];
  if (worst && e.limits[end] && !worst.eq(e.limits[end])) v.enough = { value: worst, unit: term.unit };
  const { low, high } = term.limits;
  if (low && high) v.band = { low, high };
  if (term.baseline) v.baseline = term.baseline;
  if (e.seasons) v.seasons = e.seasons;
  show(v, c, term, e, end);
  if (stretch) v.stretch = stretch;
  if (needed) v.needed = needed;
  return v;
}

/**
 * What a reader should know of a reading and of how it was judged: its age, a bound, a ceiling at risk, a break in the
 * way, a season seldom seen.
 */
function marksOfCase(
  c: Case,
  term: Term,
  e: Expectation,
  status: Status,
  needed: Needed | undefined,
  aged: readonly Mark[],
): readonly Mark[] {
  const { figures, indicator, region } = c;
  const { period, sources } = term.actual;
  const marks: Mark[] = [];
  for (const m of aged) marks.push(m);
  addMarksOf(sources, marks);
  if (status === 'on-track' && needed?.exceeds) marks.push('at-risk');
  const b = term.baseline;
  const cut = breakInTheWay(c, period.end);
  const since =
    b?.how === 'stated' ? figures.breakBetween(indicator, region, b.period.end, period.end) : undefined;
  if (cut !== undefined || since !== undefined) marks.push('break');
  if (!FINAL.includes(status) && e.seasons && e.seasons.length < 3) marks.push('short-history');
  return marks.length > 0 ? marks : NO_MARKS;
}

/** Whether the reading meets the stretch so far. */
function stretchOf(c: Case): Verdict['stretch'] {
  if (!c.target.stretch) return undefined;
  const stretched = termOf(c, c.target.stretch);
  if ('missing' in stretched) return { met: undefined };
  const { actual, limits } = stretched.term;
  return { met: within(actual.value, actual.bound, limits) };
}

/** The case of a target: an indicator of a region over its window, or over a part of it. */
export function caseOf(
  target: Target,
  indicator: Indicator,
  region: string,
  window: Period,
  figures: Figures,
): Case {
  const path = samePeriod(window, target.window) ? yearsPath(target, indicator) : undefined;
  const c: Case = { target, indicator, region, window, figures };
  return path ? { ...c, path } : c;
}
