import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMonth, formatPeriod } from '../../src/model/period.ts';
import { catalogue, judge } from './helpers.ts';
import { type Figure, type Pledge, reference } from './reference.ts';

const KINDS = ['flow', 'stock', 'growth'] as const;
const BETTER = ['higher', 'lower', 'neither'] as const;
const INTERVALS = { monthly: 1, quarterly: 3, yearly: 12 } as const;
type Frequency = keyof typeof INTERVALS;
const UNIT = { flow: '亿元', stock: '家', growth: '%' } as const;

const idOf = (p: Pick<Pledge, 'kind' | 'better' | 'canFall' | 'interval' | 'lag'>): string =>
  `${p.kind}-${p.better}-${p.canFall}-${p.interval}-${p.lag}`;

/** One indicator of every kind, direction, rhythm and habit. */
const world = catalogue(
  KINDS.flatMap((kind) =>
    BETTER.flatMap((better) =>
      [true, false].flatMap((canFall) =>
        Object.entries(INTERVALS).flatMap(([frequency, interval]) =>
          [0, 2].map((lag) => {
            const id = idOf({ kind, better, canFall, interval, lag });
            return `- { id: ${id}, name: ${id}, kind: ${kind}, unit: "${UNIT[kind]}", better: ${better}, can_fall: ${canFall}, frequency: ${frequency}, lag: ${lag} }`;
          }),
        ),
      ),
    ),
  ).join('\n'),
);

const JANUARY = 2024 * 12;

interface Trial {
  readonly pledge: Pledge;
  readonly figures: readonly Figure[];
  readonly asOf: number;
}

const tenths = (n: number): string => (n / 10).toFixed(1);

/** Windows: a year, halves, quarters, two years; whole intervals of the series. */
const window = fc.tuple(
  fc.constantFrom<readonly [number, number]>([0, 12], [0, 12], [0, 6], [6, 6], [3, 3], [0, 24], [2, 5]),
  fc.constantFrom<Frequency>('monthly', 'monthly', 'quarterly', 'yearly'),
);

const trial: fc.Arbitrary<Trial> = fc
  .record({
    kind: fc.constantFrom(...KINDS, 'flow' as const),
    better: fc.constantFrom(...BETTER),
    canFall: fc.boolean(),
    lag: fc.constantFrom(0, 2),
    window,
    comparator: fc.constantFrom(
      'at_least',
      'more_than',
      'at_most',
      'less_than',
      'about',
      'between',
    ) as fc.Arbitrary<Pledge['comparator']>,
    value: fc.integer({ min: 1, max: 24 }),
    wide: fc.integer({ min: 0, max: 8 }),
    pace: fc.constantFrom('default', 'default', 'hold', 'steps'),
    steps: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 100 })), {
      selector: ([m]) => m,
      minLength: 1,
      maxLength: 3,
    }),
    baseline: fc.option(fc.integer({ min: 0, max: 30 })),
    slack: fc.constantFrom(0, 0, 5, 10),
    truth: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 36, maxLength: 36 }),
    // [kind of span, its number]: months, quarters, years to date, from the window's start, anything
    spans: fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.nat(35), fc.nat(11)), { maxLength: 14 }),
    // months after the window's start, or about its end
    asOf: fc.tuple(fc.boolean(), fc.integer({ min: -2, max: 14 }), fc.integer({ min: -3, max: 4 })),
  })
  .map((r) => {
    const [[offset, length], frequency] = r.window;
    const interval = INTERVALS[frequency];
    const whole = offset % interval === 0 && length % interval === 0;
    const { kind, better, comparator } = r;
    const start = JANUARY + offset;
    const end = start + length - 1;
    const floor =
      comparator === 'at_least' ||
      comparator === 'more_than' ||
      (better === 'higher' && comparator !== 'at_most' && comparator !== 'less_than');
    const both = better === 'neither' && (comparator === 'about' || comparator === 'between');
    // a floor whose baseline lies above it is left out: METHOD is silent
    const stated =
      kind === 'stock' && r.baseline !== null && !both && (!floor || r.baseline * 10 < r.value * 9);
    const hold = r.pace === 'hold' && kind === 'flow';
    const pledge: Pledge = {
      kind,
      better,
      canFall: r.canFall,
      interval: whole ? interval : 1,
      lag: r.lag,
      start,
      end,
      comparator,
      value: String(r.value),
      high: String(r.value + r.wide),
      hold,
      steps:
        r.pace === 'steps' && kind === 'flow'
          ? r.steps
              .filter(([m]) => m < length)
              .sort((a, b) => a[0] - b[0])
              .map(([m, percent]) => [start + m, percent] as const)
          : [],
      ...(stated ? { baseline: String(r.baseline) } : {}),
      slack: hold || both ? 0 : r.slack,
    };
    return {
      pledge,
      figures: published(r.spans, r.truth, pledge),
      asOf: r.asOf[0] ? start + r.asOf[1] : end + r.asOf[2],
    };
  });

/** Figures as a statistics office publishes them: one truth a month, told in spans. */
function published(
  spans: readonly (readonly [number, number, number])[],
  truth: readonly number[],
  p: Pledge,
): Figure[] {
  const figures = new Map<string, Figure>();
  for (const [how, n, more] of spans) {
    const month = JANUARY + n;
    const quarter = month - (month % 3);
    const options = [
      { start: month, end: month },
      { start: quarter, end: quarter + 2 },
      { start: month - (month % 12), end: month },
      { start: p.start, end: p.start + (n % (p.end - p.start + 1)) },
      { start: p.start, end: p.end },
      { start: month, end: month + more },
    ];
    const span = options[how] ?? { start: month, end: month };
    const told = truth.slice(span.start - JANUARY, span.end - JANUARY + 1);
    if (told.length < span.end - span.start + 1) continue;
    const sum = told.reduce((a, b) => a + b, 0);
    // a flow is their sum; stocks and growth are what the last month says
    const value = p.kind === 'flow' ? sum : (told.at(-1) ?? 0) * 12;
    const key = p.kind === 'stock' ? String(span.end) : formatPeriod(span);
    figures.set(key, { ...span, value: tenths(value) });
  }
  return [...figures.values()];
}

function targetOf(p: Pledge): string {
  const unit = UNIT[p.kind];
  const value = p.comparator === 'between' ? `${p.value}..${p.high} ${unit}` : `${p.value} ${unit}`;
  const year = Math.floor(p.start / 12) - 1;
  return [
    `indicator: ${idOf(p)}`,
    `window: ${formatPeriod(p)}`,
    `${p.comparator}: ${value}`,
    ...(p.hold ? ['pace: hold'] : []),
    ...(p.steps.length > 0
      ? [`steps: { ${p.steps.map(([m, percent]) => `${formatMonth(m)}: ${percent} %`).join(', ')} }`]
      : []),
    ...(p.baseline === undefined ? [] : [`baseline: { period: ${year}, value: ${p.baseline} ${unit} }`]),
    ...(p.slack > 0 ? [`slack: ${p.slack} %`] : []),
  ].join(', ');
}

const dataOf = (t: Trial): string =>
  t.figures.map((f) => `${idOf(t.pledge)} ${formatPeriod(f)} ${f.value}`).join('; ');

describe('the checker and a plain second judging of METHOD agree', () => {
  it('on five thousand random targets', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(trial, (t) => {
        const v = judge(targetOf(t.pledge), dataOf(t), formatMonth(t.asOf), { catalogue: world });
        const says = [v.status, ...v.marks].join(' ');
        seen.set(says, (seen.get(says) ?? 0) + 1);
        expect(says, `${targetOf(t.pledge)} | ${dataOf(t)} | ${formatMonth(t.asOf)}`).toBe(
          reference(t.pledge, t.figures, t.asOf),
        );
      }),
      { seed: 20240615, numRuns: 5000 },
    );
    // every status and mark was put to the test
    for (const says of [
      'achieved',
      'missed',
      'on-track',
      'lagging',
      'not-due',
      'no-data',
      'on-track stale',
      'lagging final-awaited',
    ])
      expect(seen.get(says) ?? 0, says).toBeGreaterThan(20);
  });
});
