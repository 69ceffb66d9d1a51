import type { Contributions, PartGrowth, Presence, Together } from '../model/contributions.ts';
import { type Decimal, HUNDRED, ZERO } from '../model/decimal.ts';
import { fault, UserError } from '../model/diagnostic.ts';
import type { Indicator } from '../model/indicator.ts';
import { isMoment } from '../model/kinds.ts';
import type { Observation } from '../model/observation.ts';
import {
  formatPeriod,
  lengthOf,
  monthOfYear,
  monthPeriod,
  type Period,
  shift,
  yearBefore,
  yearOf,
  yearToDate,
} from '../model/period.ts';
import type { Readings } from './readings/readings.ts';

/** Whose growth is taken apart, and into what. */
export interface Asked {
  readonly indicator: Indicator;
  /** The parts: regions, or firms by name. */
  readonly parts: readonly { readonly code: string; readonly name: string }[];
  /** The region whose figures are the whole; the sum of the parts where it is missing. */
  readonly whole?: string;
  /** Firms come and go: one without a figure brought nothing then. A region without one is not known. */
  readonly comeAndGo: boolean;
  /** The span; the latest year to date unless given. */
  readonly period?: Period;
}

/** A figure of a span and of the same span a year before; a missing one was not found. */
interface Pair {
  readonly now?: Decimal;
  readonly before?: Decimal;
}

/**
 * The figures of a part at both spans. Undefined: they are there, but prove nothing: one is only a bound, or a break in
 * the series lies between them (METHOD §2).
 */
function pairAt(readings: Readings, { indicator }: Asked, code: string, span: Period): Pair | undefined {
  const earlier = yearBefore(span);
  const now = readings.at(indicator, code, span);
  const before = readings.at(indicator, code, earlier);
  if (now?.bound || before?.bound) return undefined;
  if (readings.breakBetween(indicator, code, earlier.end, span.end) !== undefined) return undefined;
  return { ...(now ? { now: now.value } : {}), ...(before ? { before: before.value } : {}) };
}

const isWhole = (p: Pair | undefined): p is Required<Pair> => p?.now !== undefined && p.before !== undefined;

type Part = Asked['parts'][number];

/** What is known of every part over a span, and of the whole. */
interface Look {
  readonly parts: ReadonlyMap<string, Required<Pair> & { readonly presence: Presence }>;
  /** Parts of which nothing certain is known. */
  readonly without: readonly Part[];
  readonly whole: Required<Pair>;
}

/** The calendar year a span lies in; of one that lies in two, itself. */
const yearAround = (span: Period): Period =>
  yearOf(span.start) === yearOf(span.end)
    ? { start: yearToDate(span.end).start, end: yearToDate(span.end).start + 11 }
    : span;

/**
 * Whether a part of which a figure is missing is not known. A firm is gone where the file has none of it this year, and
 * new where it has none of a part of the span a year before; else it was there, and nobody knows how much it made.
 */
function isUnknown(readings: Readings, q: Asked, code: string, span: Period, { now, before }: Pair): boolean {
  if (!q.comeAndGo) return true;
  const told = (of: Period): Observation[] => readings.visible.inside(q.indicator, code, yearAround(of));
  // a figure of later months says that a firm known before stayed, not that a new one had come
  if (!now && told(span).some((o) => before || o.period.end <= span.end)) return true;
  const base = yearBefore(span);
  return !before && told(base).some((o) => o.period.start <= base.end);
}

/** Undefined where nothing of the parts is known, or not the whole. */
function lookAt(readings: Readings, q: Asked, span: Period): Look | undefined {
  const parts = new Map<string, Required<Pair> & { presence: Presence }>();
  const without: Part[] = [];
  for (const part of q.parts) {
    const { code } = part;
    const pair = pairAt(readings, q, code, span);
    if (isWhole(pair)) parts.set(code, { ...pair, presence: 'both' });
    else if (!pair || isUnknown(readings, q, code, span, pair)) without.push(part);
    else if (pair.now) parts.set(code, { now: pair.now, before: ZERO, presence: 'entrant' });
    else if (pair.before) parts.set(code, { now: ZERO, before: pair.before, presence: 'exit' });
  }
  const known = [...parts.values()];
  if (!known.some((p) => p.presence === 'both')) return undefined;
  if (q.whole !== undefined) {
    const whole = pairAt(readings, q, q.whole, span);
    return isWhole(whole) ? { parts, without, whole } : undefined;
  }
  // a sum of some regions is no whole; firms of which nothing certain is known are left out of it, and said
  if (without.length > 0 && !q.comeAndGo) return undefined;
  const sum = (of: 'now' | 'before'): Decimal => known.reduce((all, p) => all.plus(p[of]), ZERO);
  return { parts, without, whole: { now: sum('now'), before: sum('before') } };
}

const FOREVER: Period = { start: 0, end: Number.POSITIVE_INFINITY };

/** Whether anything is known of a region: figures of its own, or of what its figures are the sum of. */
export function hasFigures(readings: Readings, indicator: Indicator, code: string): boolean {
  return spansOf(readings, indicator, [code]).length > 0;
}

/** The observed spans of regions and of those whose figures make up theirs. */
function spansOf(readings: Readings, indicator: Indicator, codes: readonly string[]): Period[] {
  // a set grows while it is gone through
  const all = new Set(codes);
  for (const code of all) for (const part of readings.addendsOf(indicator, code)) all.add(part);
  return [...all].flatMap((code) => readings.visible.inside(indicator, code, FOREVER).map((o) => o.period));
}

/** Parts without any figure where all are needed: a sum of some regions is no whole. */
const neverSeen = (readings: Readings, q: Asked): string[] =>
  q.whole !== undefined || q.comeAndGo
    ? []
    : q.parts.filter((p) => !hasFigures(readings, q.indicator, p.code)).map((p) => p.name);

/** Ends of the spans that the whole, or else any part, was observed for, the latest first. */
function spansSeen(readings: Readings, q: Asked): Period[] {
  const moment = isMoment(q.indicator);
  const codes = q.whole === undefined ? q.parts.map((p) => p.code) : [q.whole];
  const seen = new Map<string, Period>();
  // figures to date before those of a quarter or a month alone
  for (const observed of spansOf(readings, q.indicator, codes))
    for (const span of moment ? [monthPeriod(observed.end)] : [yearToDate(observed.end), observed])
      seen.set(formatPeriod(span), span);
  return [...seen.values()].sort((a, b) => b.end - a.end || a.start - b.start);
}

/**
 * Tells the spans at whose end most firms have a figure: at least half as many as at any month of the year up to it. A few
 * that report before the others do not make a span one to compare. Regions are told apart by what is known of each.
 */
function reportedBy(readings: Readings, q: Asked): (span: Period) => boolean {
  if (!q.comeAndGo) return () => true;
  const firms = new Map<number, number>();
  for (const { code } of q.parts)
    for (const end of new Set(readings.visible.inside(q.indicator, code, FOREVER).map((o) => o.period.end)))
      firms.set(end, (firms.get(end) ?? 0) + 1);
  const at = (month: number): number => firms.get(month) ?? 0;
  return ({ end }) => Array.from({ length: 12 }, (_, i) => at(end - 1 - i)).every((n) => n <= 2 * at(end));
}

/** The span before: to date a month or a quarter less, else the same length just before. */
function spansBefore(q: Asked, span: Period): Period[] {
  const toDate = monthOfYear(span.start) === 1 && lengthOf(span) > 1 && lengthOf(span) <= 12;
  if (isMoment(q.indicator)) return Array.from({ length: 12 }, (_, i) => monthPeriod(span.end - 1 - i));
  if (!toDate) return [shift(span, -lengthOf(span))];
  return Array.from({ length: lengthOf(span) - 1 }, (_, i) => ({ start: span.start, end: span.end - 1 - i }));
}

/** A span, and what is known over it. */
interface Found {
  readonly span: Period;
  readonly look: Look;
}

/** The first of some spans for which the whole is known; one of its year for which every region is goes before it. */
function firstOf(readings: Readings, q: Asked, spans: readonly Period[]): Found | undefined {
  let first: Found | undefined;
  for (const span of spans) {
    if (first && yearOf(span.end) !== yearOf(first.span.end)) break;
    const look = lookAt(readings, q, span);
    if (look && (q.comeAndGo || look.without.length === 0)) return { span, look };
    if (look) first ??= { span, look };
  }
  return first;
}

const pointsOf = ({ now, before }: Required<Pair>, base: Decimal): Decimal =>
  now.minus(before).div(base).times(HUNDRED);

const together = (parts: readonly PartGrowth[], presence: Presence): Together => {
  const some = parts.filter((p) => p.presence === presence);
  return { count: some.length, points: some.reduce((sum, p) => sum.plus(p.points), ZERO) };
};

/** Growth in % of the parts at both spans, where others came or went. */
function comparable(look: Look): Decimal | undefined {
  const staying = [...look.parts.values()].filter((p) => p.presence === 'both');
  if (staying.length === look.parts.size) return undefined;
  const [now, before] = [
    staying.reduce((sum, p) => sum.plus(p.now), ZERO),
    staying.reduce((sum, p) => sum.plus(p.before), ZERO),
  ];
  return before.gt(0) ? pointsOf({ now, before }, before) : undefined;
}

/** The parts with their points, the largest first; equal ones by name, and they share the better place (1, 2, 2, 4). */
function ranked(q: Asked, look: Look, earlier: Look | undefined): PartGrowth[] {
  const total = pointsOf(look.whole, look.whole.before);
  const unknown = new Set(earlier?.without.map((p) => p.code));
  const was = (code: string): Decimal | undefined => {
    if (!earlier || earlier.whole.before.lte(0)) return undefined;
    const part = earlier.parts.get(code);
    if (part) return pointsOf(part, earlier.whole.before);
    return q.comeAndGo && !unknown.has(code) ? ZERO : undefined;
  };
  const parts = q.parts.flatMap(({ code, name }) => {
    const known = look.parts.get(code);
    if (!known) return [];
    const points = pointsOf(known, look.whole.before);
    const before = was(code);
    return {
      code,
      name,
      ...known,
      ...(known.before.gt(0) ? { growth: pointsOf(known, known.before) } : {}),
      points,
      ...(total.eq(0) ? {} : { ofGrowth: points.div(total) }),
      ...(before ? { change: points.minus(before) } : {}),
      rank: 0,
    };
  });
  parts.sort((a, b) => b.points.cmp(a.points) || (a.name < b.name ? -1 : 1));
  let rank = 0;
  return parts.map((p, i) => {
    if (i === 0 || !p.points.eq(parts[i - 1]?.points ?? ZERO)) rank = i + 1;
    return { ...p, rank };
  });
}

const sameParts = (a: readonly Part[], b: readonly Part[]): boolean =>
  a.length === b.length && a.every((p, i) => p.code === b[i]?.code);

/**
 * Takes the growth of a whole apart: each part's percentage points are (xᵢ(t) − xᵢ(t − 12)) ÷ X(t − 12) × 100. They add
 * up to the growth where the parts make the whole; what is left over is the residual. Pure.
 * Throws UserError where the whole has no figures to compare, or a base that is not above 0.
 */
export function contributionsOf(q: Asked, readings: Readings): Contributions {
  const { indicator } = q;
  const reported = reportedBy(readings, q);
  const spans = q.period ? [q.period] : spansSeen(readings, q);
  const found = firstOf(readings, q, spans.filter(reported)) ?? firstOf(readings, q, spans);
  const name = indicator.name;
  if (!found)
    throw new UserError(
      fault('contributions/no-figures', {
        indicator: name,
        period: q.period ? formatPeriod(q.period) : '',
        without: neverSeen(readings, q),
      }),
    );
  const { span, look } = found;
  if (look.whole.before.lte(0))
    throw new UserError(
      fault('contributions/no-base', { indicator: name, period: formatPeriod(yearBefore(span)) }),
    );
  const earlier = firstOf(readings, q, spansBefore(q, span).filter(reported));
  const parts = ranked(q, look, earlier?.look);
  const growth = pointsOf(look.whole, look.whole.before);
  // a sum of some firms is not set against a sum of others
  const others = q.comeAndGo && earlier && !sameParts(earlier.look.without, look.without);
  const was = others ? undefined : earlier?.look.whole;
  const series = readings.catalogue.indicators.get(`${indicator.id}.growth`);
  const published = series && q.whole !== undefined ? readings.at(series, q.whole, span) : undefined;
  const alike = comparable(look);
  const sum = parts.reduce((all, p) => all.plus(p.points), ZERO);
  return {
    indicator,
    period: span,
    ...(earlier ? { since: earlier.span } : {}),
    total: {
      ...(q.whole === undefined ? {} : { region: q.whole }),
      ...look.whole,
      growth,
      ...(was?.before.gt(0) ? { change: growth.minus(pointsOf(was, was.before)) } : {}),
      ...(published && !published.bound ? { published: published.value } : {}),
    },
    parts,
    without: look.without.map((p) => p.name),
    entrants: together(parts, 'entrant'),
    exits: together(parts, 'exit'),
    ...(alike ? { comparable: alike } : {}),
    residual: growth.minus(sum),
  };
}
