/**
 * A second, deliberately plain judging, written from METHOD §2 to §4 and docs/method.md alone: every kind, form and
 * pace, `each`, places and differences, derivations, sums over regions, breaks and bounds. Exact fractions, every
 * possibility tried in turn; nothing of src/checker.
 */
import {
  abs,
  add,
  div,
  type Fraction,
  frac,
  mul,
  neg,
  ONE,
  order,
  pow,
  read,
  rounded,
  sub,
  ZERO,
} from './fraction.ts';

export interface Span {
  /** Month numbers, both inside. */
  readonly start: number;
  readonly end: number;
}

export interface Fig extends Span {
  readonly series: string;
  readonly region: string;
  readonly value: string;
  readonly bound?: '>' | '<';
  readonly broken?: boolean;
}

export type Kind = 'flow' | 'stock' | 'share' | 'building' | 'growth' | 'rank';

export interface Spec {
  readonly kind: Kind;
  readonly better: 'higher' | 'lower' | 'neither';
  readonly canFall: boolean;
  /** Months between two figures, and from the end of a span to its figure. */
  readonly interval: number;
  readonly lag: number;
  /** The level a growth may be derived from; numerator and denominator of a share. */
  readonly level?: string;
  readonly parts?: readonly [string, string];
}

export interface Pledge {
  readonly series: string;
  /** A region, or a group. */
  readonly region: string;
  readonly window: Span;
  readonly comparator:
    | 'at_least'
    | 'more_than'
    | 'at_most'
    | 'less_than'
    | 'about'
    | 'between'
    | 'improve'
    | 'no_worse';
  readonly value: string;
  readonly high: string;
  readonly change?: 'rise' | 'fall' | 'times' | 'average' | 'rank' | 'above' | 'below';
  /** The value of a change is in % of the baseline. */
  readonly percent?: boolean;
  /** The region compared with, or the group ranked among. */
  readonly benchmark?: string;
  readonly pace?: 'linear' | 'seasonal' | 'steps' | 'hold' | 'geometric';
  /** Month → parts of a hundred. */
  readonly steps: readonly (readonly [month: number, percent: number])[];
  readonly baseline?: Span & { readonly value?: string };
  /** Parts of a hundred. */
  readonly slack: number;
  readonly each?: 'month' | 'quarter' | 'region';
}

export interface World {
  readonly specs: Readonly<Record<string, Spec>>;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly figures: readonly Fig[];
}

/** A figure that was read or made. */
interface Value extends Span {
  readonly value: Fraction;
  readonly bound?: '>' | '<' | undefined;
}

/** What the figure must lie between. */
interface Band {
  readonly low?: Fraction;
  readonly high?: Fraction;
  readonly strict: boolean;
}

const yearOf = (month: number): number => Math.floor(month / 12);
const length = (s: Span): number => s.end - s.start + 1;
const back = (s: Span, months: number): Span => ({ start: s.start - months, end: s.end - months });
const isMoment = (k: Kind): boolean => k === 'stock' || k === 'rank' || k === 'building';
const percent = (n: number): Fraction => frac(n, 100);

/** Everything a judgement looks at: the world as far as the as-of month. */
class Seen {
  readonly world: World;
  readonly figures: readonly Fig[];
  constructor(world: World, asOf: number) {
    this.world = world;
    this.figures = world.figures.filter((f) => f.end <= asOf);
  }

  spec(series: string): Spec {
    const found = this.world.specs[series];
    if (!found) throw new Error(series);
    return found;
  }

  of(series: string, region: string): Fig[] {
    return this.figures.filter((f) => f.series === series && f.region === region);
  }

  members(region: string): readonly string[] {
    return this.world.groups[region] ?? [];
  }

  /** METHOD §2: a break in a series, or in what it is made of, after one month and not after another. */
  broken(series: string, region: string, after: number, until: number): boolean {
    const { parts, level } = this.spec(series);
    const own = [region, ...this.members(region)].some((r) =>
      this.of(series, r).some((f) => f.broken && f.end > after && f.end <= until),
    );
    const sources = [...(parts ?? []), ...(level ? [level] : [])];
    return own || sources.some((s) => this.broken(s, region, after, until));
  }

  /** What a flow brought from one month to another: published, or any spans laid end to end, none across a break. */
  laid(series: string, region: string, span: Span): Fraction | undefined {
    const figures = this.of(series, region).filter((f) => !f.bound);
    const whole = figures.find((f) => f.start === span.start && f.end === span.end);
    if (whole) return read(whole.value);
    const breaks = this.of(series, region).filter((f) => f.broken);
    const isYearToDate = (f: Fig): boolean => f.start % 12 === 0 && yearOf(f.start) === yearOf(f.end);
    const known = new Map<number, Fraction | undefined>();
    const from = (month: number): Fraction | undefined => {
      if (month > span.end) return ZERO;
      if (known.has(month)) return known.get(month);
      known.set(month, undefined);
      const pieces: { readonly end: number; readonly value: Fraction }[] = figures
        .filter((f) => f.start === month && f.end <= span.end)
        .map((f) => ({ end: f.end, value: read(f.value) }));
      for (const a of figures.filter((f) => isYearToDate(f) && f.end <= span.end))
        for (const b of figures.filter((f) => f.start === a.start && f.end === month - 1 && f.end < a.end))
          if (isYearToDate(b) && !breaks.some((x) => x.end > b.end && x.end <= a.end))
            pieces.push({ end: a.end, value: sub(read(a.value), read(b.value)) });
      for (const piece of pieces) {
        if (month > span.start && breaks.some((x) => x.end >= month && x.end <= piece.end)) continue;
        const rest = from(piece.end + 1);
        if (rest) known.set(month, add(piece.value, rest));
      }
      return known.get(month);
    };
    return from(span.start);
  }

  observed(series: string, region: string, span: Span): Value | undefined {
    const { kind } = this.spec(series);
    if (kind === 'flow') {
      const value = this.laid(series, region, span);
      if (value) return { ...span, value };
    }
    const fitting = this.of(series, region).filter(
      (f) => f.end === span.end && (isMoment(kind) || f.start === span.start),
    );
    const best = fitting.find((f) => !f.bound) ?? fitting[0];
    return best && { start: best.start, end: best.end, value: read(best.value), bound: best.bound };
  }

  derived(series: string, region: string, span: Span): Value | undefined {
    const { kind, level, parts } = this.spec(series);
    const members = this.members(region);
    if ((kind === 'flow' || kind === 'stock') && members.length > 0) {
      const all = members.map((m) => this.at(series, m, span));
      if (all.some((x) => !x || x.bound)) return undefined;
      return { ...span, value: all.reduce((sum, x) => add(sum, x?.value ?? ZERO), ZERO) };
    }
    if (level !== undefined) {
      const [now, before] = [this.at(level, region, span), this.at(level, region, back(span, 12))];
      if (!now || !before || now.bound || before.bound || order(before.value, ZERO) <= 0) return undefined;
      if (this.broken(level, region, before.end, now.end)) return undefined;
      const rate = mul(sub(div(now.value, before.value), ONE), frac(100));
      return { ...span, value: rounded(rate, 1) };
    }
    if (parts) {
      const [top, bottom] = parts.map((s) => this.at(s, region, span));
      if (!top || !bottom || top.bound || bottom.bound || order(bottom.value, ZERO) <= 0) return undefined;
      return { ...span, value: rounded(mul(div(top.value, bottom.value), frac(100)), 1) };
    }
    return undefined;
  }

  /** Observed beats derived; what is known exactly beats a bound. */
  at(series: string, region: string, span: Span): Value | undefined {
    const observed = this.observed(series, region, span);
    const derived = this.derived(series, region, span);
    return observed?.bound ? (derived ?? observed) : (observed ?? derived);
  }

  /** METHOD §4, the reading: the latest figure that starts where the window starts; of a moment, the latest inside it. */
  reading(series: string, region: string, window: Span, exact = false): Value | undefined {
    const moment = isMoment(this.spec(series).kind);
    for (let end = window.end; end >= window.start; end--) {
      const found = this.at(series, region, moment ? { start: end, end } : { start: window.start, end });
      if (found && !(exact && found.bound)) return found;
    }
    return undefined;
  }
}

/** A path of several years: a window of one year, or of a moment a part of it, and a baseline years before. */
function pathOf(p: Pledge, seen: Seen): Span | undefined {
  const { window, baseline } = p;
  const whole = length(window) === 12 || isMoment(seen.spec(p.series).kind);
  const oneYear = whole && yearOf(window.start) === yearOf(window.end);
  if (!baseline || !oneYear || yearOf(baseline.end) >= yearOf(window.end) - 1) return undefined;
  return { start: (yearOf(baseline.end) + 1) * 12, end: window.end };
}

function readingOf(p: Pledge, seen: Seen, exact = false): Value | undefined {
  const path = pathOf(p, seen);
  if (!path) return seen.reading(p.series, p.region, p.window, exact);
  for (let year = yearOf(path.end); year >= yearOf(path.start); year--) {
    const found = seen.at(p.series, p.region, { start: year * 12, end: Math.min(year * 12 + 11, path.end) });
    if (found && !(exact && found.bound)) return found;
  }
  return undefined;
}

/** METHOD §3, the baseline. */
function baselineOf(p: Pledge, seen: Seen, reading: Value): Value | undefined {
  const { baseline, series, region, window } = p;
  if (baseline?.value !== undefined) return { ...baseline, value: read(baseline.value) };
  if (baseline) return seen.at(series, region, baseline);
  const { kind } = seen.spec(series);
  return kind === 'stock'
    ? seen.reading(series, region, { start: window.start - 120, end: window.start - 1 })
    : seen.at(series, region, back(reading, 12));
}

type Better = Spec['better'];
const opposite = (b: Better): Better => (b === 'higher' ? 'lower' : b === 'lower' ? 'higher' : b);

/** METHOD §3, the table of comparisons. */
function bandOf(
  p: Pledge,
  v: Fraction,
  high: Fraction,
  tolerance: Fraction,
  better: Better,
  b: Fraction,
): Band {
  const open = (low: Fraction, top: Fraction): Band => {
    if (better === 'higher') return { low, strict: false };
    return better === 'lower' ? { high: top, strict: false } : { low, high: top, strict: false };
  };
  switch (p.comparator) {
    case 'at_least':
      return { low: v, strict: false };
    case 'more_than':
      return { low: v, strict: true };
    case 'at_most':
      return { high: v, strict: false };
    case 'less_than':
      return { high: v, strict: true };
    case 'about':
      return open(sub(v, tolerance), add(v, tolerance));
    case 'between':
      return open(v, high);
    case 'improve':
      return better === 'lower' ? { high: b, strict: true } : { low: b, strict: true };
    default:
      return open(b, b);
  }
}

/** What is compared: the figure, what it must lie between at the window's end, and the baseline that was needed. */
interface Compared {
  readonly a: Value;
  readonly band: Band;
  readonly b?: Value;
  /** The base an absolute change is added to. */
  readonly base?: Fraction;
}

const isRate = (k: Kind): boolean => k === 'growth' || k === 'share' || k === 'building';

function map(band: Band, to: (x: Fraction) => Fraction, falling: boolean): Band {
  const [low, high] = falling ? [band.high, band.low] : [band.low, band.high];
  return { ...(low ? { low: to(low) } : {}), ...(high ? { high: to(high) } : {}), strict: band.strict };
}

/** A place in a group, or a difference from a region, at the latest span all have. */
function benchmarked(p: Pledge, seen: Seen): Compared | 'missing' {
  const { series, region, window, benchmark = '', change } = p;
  const spec = seen.spec(series);
  const group = change === 'rank' ? seen.members(benchmark) : [region, benchmark];
  const v = read(p.value);
  const better = change === 'rank' ? 'lower' : change === 'below' ? opposite(spec.better) : spec.better;
  const band = bandOf(p, v, read(p.high), mul(abs(v), frac(1, 10)), better, ZERO);
  for (let end = window.end; end >= window.start; end--) {
    const span = isMoment(spec.kind) ? { start: end, end } : { start: window.start, end };
    const all = group.map((r) => seen.at(series, r, span));
    if (all.some((x) => !x || x.bound)) continue;
    const own = seen.at(series, region, span)?.value ?? ZERO;
    if (change === 'rank') {
      if (!group.includes(region)) return 'missing';
      const ahead = all.filter((x) => {
        const o = order(x?.value ?? ZERO, own);
        return spec.better === 'lower' ? o < 0 : o > 0;
      });
      return { a: { ...span, value: frac(ahead.length + 1) }, band };
    }
    const difference = sub(own, all[1]?.value ?? ZERO);
    return { a: { ...span, value: change === 'below' ? neg(difference) : difference }, band };
  }
  return 'missing';
}

function compared(
  p: Pledge,
  seen: Seen,
  months: number,
  exact: boolean,
): Compared | 'missing' | 'no-baseline' {
  if (p.change === 'rank' || p.change === 'above' || p.change === 'below') return benchmarked(p, seen);
  const a = readingOf(p, seen, exact);
  if (!a) return 'missing';
  const { kind, better } = seen.spec(p.series);
  const needs = p.change !== undefined || p.comparator === 'improve' || p.comparator === 'no_worse';
  const b = needs || p.baseline ? baselineOf(p, seen, a) : undefined;
  if (needs && (!b || b.bound)) return 'no-baseline';
  if (needs && b && p.baseline?.value === undefined && seen.broken(p.series, p.region, b.end, a.end))
    return 'no-baseline';
  const many = frac(kind === 'flow' ? months : 1);
  const [v, high] = [mul(read(p.value), many), mul(read(p.high), many)];
  const tolerance = p.change
    ? mul(abs(v), frac(1, 10))
    : isRate(kind)
      ? frac(1, 2)
      : mul(abs(v), frac(1, 20));
  const falling = p.change === 'fall';
  const band = bandOf(p, v, high, tolerance, falling ? opposite(better) : better, b?.value ?? ZERO);
  if (!p.change || !b) return { a, band, ...(b ? { b } : {}) };
  if (p.change === 'average') {
    // (a ÷ b)^(12 ÷ months) ≥ 1 + v, by whole powers: what is compared is a ÷ b to the twelfth
    const passed = a.end - b.end;
    if (order(b.value, ZERO) <= 0 || order(a.value, ZERO) <= 0 || passed <= 0) return 'no-baseline';
    if (kind === 'flow' && length(a) !== length(b)) return 'no-baseline';
    const grown = (x: Fraction): Fraction => pow(add(ONE, div(x, frac(100))), passed);
    return { a: { ...a, value: pow(div(a.value, b.value), 12) }, band: map(band, grown, false), b };
  }
  if ((p.change === 'times' || p.percent) && order(b.value, ZERO) <= 0) return 'no-baseline';
  if (p.change === 'times') return { a, band: map(band, (x) => mul(b.value, x), false), b };
  if (p.percent) {
    const part = (x: Fraction): Fraction => add(ONE, div(falling ? neg(x) : x, frac(100)));
    return { a, band: map(band, (x) => mul(b.value, part(x)), falling), b };
  }
  return { a, band: map(band, (x) => add(b.value, falling ? neg(x) : x), falling), b, base: b.value };
}

/**
 * Whether a figure lies between two ends, told by how it compares with each (an end that is open: undefined); undefined
 * where it is a bound that proves neither.
 */
function between(
  low: number | undefined,
  high: number | undefined,
  bound: Value['bound'],
  strict: boolean,
): boolean | undefined {
  const over = (o: number, without: boolean): boolean | undefined => {
    if (!bound) return without ? o > 0 : o >= 0;
    if (bound === '>') return o >= 0 ? true : undefined;
    return o <= 0 ? false : undefined;
  };
  const above = low === undefined ? true : over(low, strict);
  const beyond = high === undefined ? false : over(high, !strict);
  if (above === false || beyond === true) return false;
  return above === undefined || beyond === undefined ? undefined : true;
}

/** Whether a figure lies within a band. */
const within = (a: Value, { low, high, strict }: Band): boolean | undefined =>
  between(low && order(a.value, low), high && order(a.value, high), a.bound, strict);

/** The part of the way the stated checkpoints expect. */
function stepsPart(p: Pledge, month: number, end: number): Fraction {
  const points: (readonly [number, number])[] = [...p.steps];
  if (points.at(-1)?.[0] !== end) points.push([end, 100]);
  let before: readonly [number, number] | undefined;
  for (const point of points) {
    if (point[0] === month) return percent(point[1]);
    if (point[0] > month) {
      if (!before) return ZERO;
      const way = frac(month - before[0], point[0] - before[0]);
      return add(percent(before[1]), mul(percent(point[1] - before[1]), way));
    }
    before = point;
  }
  return ONE;
}

/** Whether what is promised is made from a baseline. */
const changesOf = (p: Pledge): boolean =>
  p.change !== undefined || p.comparator === 'improve' || p.comparator === 'no_worse';

/** METHOD §4, seasonal; with the number of years it was seen in. */
function seasonPart(p: Pledge, seen: Seen, month: number): { readonly f: Fraction; readonly years?: number } {
  const { series, region, window, baseline } = p;
  const { kind } = seen.spec(series);
  const time = frac(month - window.start + 1, length(window));
  if (month >= window.end) return { f: time };
  const all = length(window) > 12 ? length(window) / 12 : 1;
  const whole = all > 1 ? Math.floor((month - window.start + 1) / 12) : 0;
  const year = all > 1 ? { start: window.start + 12 * whole, end: window.start + 12 * whole + 11 } : window;
  if (month < year.start) return { f: time };
  const goesOn = kind === 'building' && (baseline?.value !== undefined || changesOf(p));
  const parts: Fraction[] = [];
  for (let k = 1; k <= 5 && parts.length < 3; k++) {
    const [then, total] = [back({ start: year.start, end: month }, 12 * k), back(year, 12 * k)];
    const [x, y] = [seen.at(series, region, then), seen.at(series, region, total)];
    const start = goesOn
      ? seen.at(series, region, { start: total.start - 1, end: total.start - 1 })
      : { value: ZERO, bound: undefined };
    if (!x || !y || !start || x.bound || y.bound || start.bound || order(y.value, start.value) <= 0) continue;
    if (seen.broken(series, region, goesOn ? total.start - 1 : then.end, total.end)) continue;
    parts.push(div(sub(x.value, start.value), sub(y.value, start.value)));
  }
  const mean = div(
    parts.reduce((sum, x) => add(sum, x), ZERO),
    frac(Math.max(parts.length, 1)),
  );
  const kept = order(mean, ZERO) < 0 ? ZERO : order(mean, ONE) > 0 ? ONE : mean;
  const part = parts.length > 0 ? kept : frac(month - year.start + 1, length(year));
  return { f: div(add(frac(whole), part), frac(all)), years: parts.length };
}

/** Where the way begins, or undefined where the value must hold (METHOD §4, expected). */
function startOf(p: Pledge, seen: Seen, c: Compared): Fraction | undefined {
  const { kind } = seen.spec(p.series);
  const stated = p.baseline?.value === undefined ? undefined : read(p.baseline.value);
  const held = p.change === 'average' || p.change === 'rank' || p.change === 'above' || p.change === 'below';
  if (held || p.pace === 'hold') return undefined;
  const path = pathOf(p, seen);
  if (kind === 'flow') {
    if (path) return stated;
    if (!changesOf(p)) return ZERO;
    const { b } = c;
    const sameLength = b && length(b) === length(p.window) && b.start % 12 === p.window.start % 12;
    return sameLength ? ZERO : c.base;
  }
  if (kind === 'building') return changesOf(p) ? c.b?.value : (stated ?? ZERO);
  const level = kind === 'stock' || (kind === 'share' && (path !== undefined || length(p.window) > 12));
  if (stated && (level || p.pace)) return stated;
  return p.pace ? ZERO : undefined;
}

/** What is good enough at the end of a reading, and how many years of seasons it rests on. */
interface Expected {
  readonly good: boolean | undefined;
  readonly years?: number | undefined;
  /** The part of the way, where the pace has a shape of its own. */
  readonly shape?: Fraction;
}

function expected(p: Pledge, seen: Seen, c: Compared): Expected {
  const { a, band } = c;
  const from = startOf(p, seen, c);
  const changes = p.change !== undefined || p.comparator === 'improve' || p.comparator === 'no_worse';
  const made = p.change === undefined || p.change === 'rise' || p.change === 'fall' || p.change === 'times';
  // a flow that holds has its slack of v, where v does not move with the reading
  const fixed = !changes || (made && p.baseline !== undefined);
  const spare =
    seen.spec(p.series).kind === 'flow' && fixed
      ? mul(abs(band.low ?? band.high ?? ZERO), percent(p.slack))
      : ZERO;
  const holds = {
    good: within(a, {
      ...(band.low ? { low: sub(band.low, spare) } : {}),
      ...(band.high ? { high: add(band.high, spare) } : {}),
      strict: false,
    }),
  };
  if (from === undefined) return holds;
  const path = pathOf(p, seen);
  const builds = seen.spec(p.series).kind === 'flow' && !path;
  const geometric = p.pace === 'geometric';
  const leads = (v: Fraction): boolean => !geometric || (order(from, ZERO) > 0 && order(v, ZERO) > 0);
  const paceLow = band.low && (builds || order(band.low, from) > 0) && leads(band.low);
  const paceHigh = band.high && (builds || order(band.high, from) < 0) && leads(band.high);
  if (!paceLow && !paceHigh) return holds;
  const season = p.pace === 'seasonal' ? seasonPart(p, seen, a.end) : undefined;
  const time = path
    ? frac(yearOf(a.end) - yearOf(path.start) + 1, yearOf(path.end) - yearOf(path.start) + 1)
    : frac(a.end - p.window.start + 1, length(p.window));
  const f = p.pace === 'steps' ? stepsPart(p, a.end, p.window.end) : (season?.f ?? time);
  const deciding = band.low ?? band.high ?? ZERO;
  const slack = mul(abs(sub(deciding, from)), percent(p.slack));
  const more = {
    ...(season ? { years: season.years } : {}),
    ...(p.pace === 'steps' || season ? { shape: f } : {}),
  };
  if (geometric) {
    // a + slack ≥ b·(v ÷ b)^f, by whole powers
    const [top, bottom] = [Number(f.n), Number(f.d)];
    const against = (v: Fraction, paced: boolean | Fraction | undefined, value: Fraction): number => {
      if (!paced) return order(value, v);
      return order(value, ZERO) <= 0 ? -1 : order(pow(div(value, from), bottom), pow(div(v, from), top));
    };
    const low = band.low && against(band.low, paceLow, add(a.value, slack));
    const high = band.high && against(band.high, paceHigh, sub(a.value, slack));
    return { good: between(low, high, a.bound, false) };
  }
  const along = (v: Fraction): Fraction => add(from, mul(sub(v, from), f));
  const low = band.low && sub(paceLow ? along(band.low) : band.low, slack);
  const high = band.high && add(paceHigh ? along(band.high) : band.high, slack);
  return { good: within(a, { ...(low ? { low } : {}), ...(high ? { high } : {}), strict: false }), ...more };
}

/** Whether a ceiling would be used up before the window is over, as things went so far. */
function atRisk(p: Pledge, seen: Seen, c: Compared, shape: Fraction | undefined): boolean {
  const { a, band } = c;
  const { kind } = seen.spec(p.series);
  const finalBand = finalBandOf(p, seen, c);
  if (!finalBand?.high || pathOf(p, seen) || p.change === 'average') return false;
  const beyond = (x: Fraction): boolean => {
    const o = order(x, finalBand.high ?? ZERO);
    return o > 0 || (band.strict && o === 0);
  };
  if (p.change === 'rank' || p.change === 'above' || p.change === 'below') return false;
  const low = finalBand.low;
  const months = p.window.end - a.end;
  if (kind === 'flow') {
    if (low && (order(low, a.value) > 0 || (band.strict && order(low, a.value) === 0))) return false;
    const whole =
      shape && order(shape, ZERO) > 0 ? div(a.value, shape) : mul(a.value, frac(length(p.window), length(a)));
    return beyond(whole);
  }
  if (kind !== 'stock' || low || order(a.value, finalBand.high) > 0) return false;
  if (band.strict && order(a.value, finalBand.high) === 0) return false;
  const b =
    p.baseline?.value !== undefined && c.b
      ? c.b
      : seen.reading(p.series, p.region, { start: p.window.start - 120, end: p.window.start - 1 });
  if (!b || b.bound || b.end >= a.end || seen.broken(p.series, p.region, b.end, a.end)) return false;
  const rise = mul(sub(a.value, b.value), frac(months, a.end - b.end));
  return order(rise, ZERO) > 0 && beyond(add(a.value, rise));
}

/** What must be reached at the window's end, where the baseline moves with the reading. */
function finalBandOf(p: Pledge, seen: Seen, c: Compared): Band | undefined {
  const changes = changesOf(p);
  const { kind } = seen.spec(p.series);
  const stays = p.baseline !== undefined;
  if (!changes || stays || kind === 'stock') return c.band;
  const b = baselineOf(p, seen, { ...c.a, ...p.window });
  if (!b || b.bound || seen.broken(p.series, p.region, b.end, p.window.end)) return undefined;
  const fixed: Pledge = { ...p, baseline: { start: b.start, end: b.end, value: text(b.value) } };
  const again = compared(fixed, seen, 1, false);
  return typeof again === 'string' ? undefined : again.band;
}

/** A decimal as text; the truths of a trial have one decimal, and sums of them no more. */
const text = (x: Fraction): string => {
  const scaled = (x.n * 10_000_000n) / x.d;
  const sign = scaled < 0n ? '-' : '';
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(8, '0');
  return `${sign}${digits.slice(0, -7)}.${digits.slice(-7)}`;
};

/** One window of one region: the status and marks, as `said` writes them without the reason. */
function judgeOne(p: Pledge, world: World, asOf: number, months = 1, exact = false): string | undefined {
  const seen = new Seen(world, asOf);
  const spec = seen.spec(p.series);
  const { window } = p;
  const found = compared(p, seen, months, exact);
  if (found === 'no-baseline') return exact ? undefined : 'no-data';
  if (found === 'missing') {
    if (exact) return undefined;
    if (cutByBreak(p, seen, window.start - 1)) return 'no-data';
    // a series has its figure at the end of its own interval, wherever the window starts
    const first = Math.min(spec.interval - (window.start % spec.interval), length(window));
    return asOf < window.start + first + spec.lag ? 'not-due' : 'no-data';
  }
  const { a, band } = found;
  const marks: string[] = [];
  const bound = isBoundMade(p, seen, a) ? ['bound'] : [];
  const met = within(a, band);
  const stated = p.baseline?.value !== undefined && found.b !== undefined;
  const breaks =
    cutByBreak(p, seen, a.end) ||
    (stated && p.baseline !== undefined && seen.broken(p.series, p.region, p.baseline.end, a.end));
  const broke =
    breaks && !(p.change === 'rank' || p.change === 'above' || p.change === 'below') ? ['break'] : [];
  if (a.end >= window.end && met !== undefined)
    return [met ? 'achieved' : 'missed', ...bound, ...broke].join(' ');
  const changes = changesOf(p);
  const made = p.change === undefined || p.change === 'rise' || p.change === 'fall' || p.change === 'times';
  const stays = !changes || (made && p.baseline !== undefined);
  if (spec.kind === 'flow' && !spec.canFall && stays && !pathOf(p, seen)) {
    const above = band.high && within(a, { high: band.high, strict: band.strict }) === false;
    if (above) return ['missed', ...bound, ...broke].join(' ');
    if (band.low && !band.high && met) return ['achieved', ...bound, ...broke].join(' ');
  }
  const e = expected(p, seen, found);
  if (e.good === undefined && !exact) {
    const again = judgeOne(p, world, asOf, months, true);
    if (again !== undefined) return again;
  }
  const interval = pathOf(p, seen) ? 12 : spec.interval;
  const age = asOf - a.end;
  const season = e.years !== undefined && e.years < 3 ? ['short-history'] : [];
  if (asOf > window.end + spec.lag || age > 2 * interval + spec.lag)
    return ['no-data', ...bound, ...broke, ...season].join(' ');
  if (age > interval + spec.lag) marks.push('stale');
  if (asOf >= window.end) marks.push('final-awaited');
  const status = e.good === undefined ? 'no-data' : e.good ? 'on-track' : 'lagging';
  const risk =
    status === 'on-track' &&
    !a.bound &&
    asOf <= window.end &&
    a.end < window.end &&
    atRisk(p, seen, found, e.shape)
      ? ['at-risk']
      : [];
  return [status, ...marks, ...bound, ...risk, ...broke, ...season].join(' ');
}

/** Whether what was read is a published bound. */
const isBoundMade = (_: Pledge, __: Seen, a: Value): boolean => a.bound !== undefined;

/** Whether more would be known of the window after a month, if the series did not break. */
function cutByBreak(p: Pledge, seen: Seen, after: number): boolean {
  const whole = new Seen(
    { ...seen.world, figures: seen.figures.map(({ broken: _, ...f }) => f) },
    Number.POSITIVE_INFINITY,
  );
  const without = readingOf(p, whole, true);
  if (!without || without.end <= after) return false;
  const found = seen.at(p.series, p.region, without);
  return !found || found.bound !== undefined;
}

const ORDER = ['missed', 'lagging', 'no-data', 'on-track', 'achieved'];

/** The status and marks of a pledge. */
export function reference(p: Pledge, world: World, asOf: number): string {
  if (!p.each) return judgeOne(p, world, asOf) ?? 'no-data';
  const { each: _, ...one } = p;
  const parts: string[] = [];
  if (p.each === 'region')
    for (const region of world.groups[p.region] ?? [])
      parts.push(judgeOne({ ...one, region }, world, asOf) ?? '');
  else {
    const step = p.each === 'month' ? 1 : 3;
    const seen = new Seen(world, asOf);
    for (
      let start = Math.ceil(p.window.start / step) * step;
      start + step - 1 <= p.window.end;
      start += step
    ) {
      let window = { start, end: start + step - 1 };
      const two = { start, end: start + 1 };
      const joins = step === 1 && start % 12 === 0 && two.end <= p.window.end;
      if (joins && !seen.at(p.series, p.region, window) && seen.at(p.series, p.region, two)) window = two;
      parts.push(judgeOne({ ...one, window }, world, asOf, step === 1 ? length(window) : 1) ?? '');
      start += length(window) - step;
    }
  }
  const statuses = parts.map((x) => x.split(' ')[0] ?? '');
  const marks = [...new Set(parts.flatMap((x) => x.split(' ').slice(1)))];
  const judged = statuses.filter((s) => s !== 'not-due');
  const worst = ORDER.find((s) => judged.includes(s));
  const status = !worst
    ? statuses.length > 0
      ? 'not-due'
      : 'unquantified'
    : worst === 'achieved' && judged.length < statuses.length
      ? 'on-track'
      : worst;
  return [status, ...marks].join(' ');
}
