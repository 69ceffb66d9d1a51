/**
 * A second, deliberately plain judging of simple targets, written from METHOD §3 and §4 alone: flows, stocks and growth,
 * the six comparisons, linear, hold and steps. Exact fractions; nothing of src/checker.
 */

/** A fraction with a positive denominator. */
interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

const frac = (n: bigint, d = 1n): Fraction => (d < 0n ? { n: -n, d: -d } : { n, d });
/** A fraction from decimal text. */
const read = (text: string): Fraction => {
  const [whole = '', part = ''] = text.replace('-', '').split('.');
  const n = BigInt(whole + part);
  return frac(text.startsWith('-') ? -n : n, 10n ** BigInt(part.length));
};
const add = (a: Fraction, b: Fraction): Fraction => frac(a.n * b.d + b.n * a.d, a.d * b.d);
const mul = (a: Fraction, b: Fraction): Fraction => frac(a.n * b.n, a.d * b.d);
const neg = (a: Fraction): Fraction => frac(-a.n, a.d);
const sub = (a: Fraction, b: Fraction): Fraction => add(a, neg(b));
const abs = (a: Fraction): Fraction => frac(a.n < 0n ? -a.n : a.n, a.d);
const order = (a: Fraction, b: Fraction): number => {
  const x = a.n * b.d - b.n * a.d;
  return x < 0n ? -1 : x > 0n ? 1 : 0;
};
const ZERO = frac(0n);

export interface Figure {
  /** Month numbers, both inside. */
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

export interface Pledge {
  readonly kind: 'flow' | 'stock' | 'growth';
  readonly better: 'higher' | 'lower' | 'neither';
  readonly canFall: boolean;
  /** Months between two figures, and from the end of a span to its figure. */
  readonly interval: number;
  readonly lag: number;
  readonly start: number;
  readonly end: number;
  readonly comparator: 'at_least' | 'more_than' | 'at_most' | 'less_than' | 'about' | 'between';
  readonly value: string;
  readonly high: string;
  readonly hold: boolean;
  /** Month → parts of a hundred. */
  readonly steps: readonly (readonly [month: number, percent: number])[];
  /** Stated value of the year before. */
  readonly baseline?: string;
  /** Parts of a hundred. */
  readonly slack: number;
}

/** What the figure must lie between. */
interface Band {
  readonly low?: Fraction;
  readonly high?: Fraction;
  readonly strict: boolean;
}

/** METHOD §3, the table of comparisons. */
function bandOf(p: Pledge): Band {
  const v = read(p.value);
  const tolerance = p.kind === 'growth' ? frac(1n, 2n) : mul(abs(v), frac(1n, 20n));
  const [low, high] = p.comparator === 'about' ? [sub(v, tolerance), add(v, tolerance)] : [v, read(p.high)];
  if (p.comparator === 'at_least') return { low: v, strict: false };
  if (p.comparator === 'more_than') return { low: v, strict: true };
  if (p.comparator === 'at_most') return { high: v, strict: false };
  if (p.comparator === 'less_than') return { high: v, strict: true };
  if (p.better === 'higher') return { low, strict: false };
  if (p.better === 'lower') return { high, strict: false };
  return { low, high, strict: false };
}

const tooLow = (a: Fraction, band: Band): boolean =>
  band.low !== undefined && (band.strict ? order(a, band.low) <= 0 : order(a, band.low) < 0);
const tooHigh = (a: Fraction, band: Band): boolean =>
  band.high !== undefined && (band.strict ? order(a, band.high) >= 0 : order(a, band.high) > 0);

interface Reading {
  readonly end: number;
  readonly value: Fraction;
}

const yearStart = (month: number): number => month - (month % 12);

/** Every way to lay spans, and differences of cumulative figures of a year, end to end from a month on. */
function furthest(figures: readonly Figure[], from: number, last: number): Reading | undefined {
  let best: Reading | undefined;
  const pieces: Reading[] = figures
    .filter((f) => f.start === from && f.end <= last)
    .map((f) => ({ end: f.end, value: read(f.value) }));
  const yearToDate = figures.filter((f) => f.start === yearStart(f.end));
  for (const a of yearToDate)
    for (const b of yearToDate)
      if (a.start === b.start && b.end === from - 1 && a.end >= from && a.end <= last)
        pieces.push({ end: a.end, value: sub(read(a.value), read(b.value)) });
  for (const piece of pieces) {
    const rest = furthest(figures, piece.end + 1, last);
    const whole = rest ? { end: rest.end, value: add(piece.value, rest.value) } : piece;
    if (!best || whole.end > best.end) best = whole;
  }
  return best;
}

/** METHOD §4, the reading. */
function readingOf(p: Pledge, figures: readonly Figure[]): Reading | undefined {
  if (p.kind === 'flow') return furthest(figures, p.start, p.end);
  const fitting = figures.filter(
    (f) => f.end <= p.end && (p.kind === 'stock' ? f.end >= p.start : f.start === p.start),
  );
  const latest = fitting.sort((a, b) => b.end - a.end)[0];
  return latest && { end: latest.end, value: read(latest.value) };
}

/** The part of the way that should be done by the end of a month. */
function partDone(p: Pledge, month: number): Fraction {
  if (p.steps.length === 0) return frac(BigInt(month - p.start + 1), BigInt(p.end - p.start + 1));
  const points: (readonly [number, number])[] = [...p.steps];
  if (points.at(-1)?.[0] !== p.end) points.push([p.end, 100]);
  let before: readonly [number, number] | undefined;
  for (const point of points) {
    if (point[0] === month) return frac(BigInt(point[1]), 100n);
    if (point[0] > month) {
      if (!before) return ZERO;
      const way = frac(BigInt(month - before[0]), BigInt(point[0] - before[0]));
      return add(frac(BigInt(before[1]), 100n), mul(frac(BigInt(point[1] - before[1]), 100n), way));
    }
    before = point;
  }
  return frac(1n);
}

/** METHOD §4, expected: what is good enough at the end of a reading. */
function expectedOf(p: Pledge, band: Band, month: number): Band {
  const b =
    p.kind === 'flow' && !p.hold
      ? ZERO
      : p.kind === 'stock' && p.baseline !== undefined
        ? read(p.baseline)
        : undefined;
  const holds = { ...band, strict: false };
  if (b === undefined) return holds;
  // a ceiling on a stock paces only when its baseline lies above it
  if (p.kind === 'stock' && band.high && order(b, band.high) <= 0) return holds;
  const f = partDone(p, month);
  const deciding = band.low ?? band.high ?? ZERO;
  const slack = mul(abs(sub(deciding, b)), frac(BigInt(p.slack), 100n));
  const along = (v: Fraction): Fraction => add(b, mul(sub(v, b), f));
  return {
    ...(band.low ? { low: sub(along(band.low), slack) } : {}),
    ...(band.high ? { high: add(along(band.high), slack) } : {}),
    strict: false,
  };
}

/** The status and marks of a pledge, as `said` writes them. */
export function reference(p: Pledge, all: readonly Figure[], asOf: number): string {
  const reading = readingOf(
    p,
    all.filter((f) => f.end <= asOf),
  );
  if (!reading) return asOf <= p.start + p.interval - 1 + p.lag ? 'not-due' : 'no-data';
  const band = bandOf(p);
  const met = !tooLow(reading.value, band) && !tooHigh(reading.value, band);
  if (reading.end === p.end) return met ? 'achieved' : 'missed';
  if (p.kind === 'flow' && !p.canFall) {
    if (tooHigh(reading.value, band)) return 'missed';
    if (!band.high && met) return 'achieved';
  }
  if (asOf > p.end + p.lag) return 'no-data';
  const age = asOf - reading.end;
  if (age > 2 * p.interval + p.lag) return 'no-data';
  const expected = expectedOf(p, band, reading.end);
  const good = !tooLow(reading.value, expected) && !tooHigh(reading.value, expected);
  return [
    good ? 'on-track' : 'lagging',
    ...(age > p.interval + p.lag ? ['stale'] : []),
    ...(asOf >= p.end ? ['final-awaited'] : []),
  ].join(' ');
}
