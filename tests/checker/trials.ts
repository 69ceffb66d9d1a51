/** Random targets with the figures they are judged by, told both to the checker and to the plain reference. */
import fc from 'fast-check';
import { formatMonth, formatPeriod } from '../../src/model/period.ts';
import { catalogue } from './helpers.ts';
import type { Fig, Kind, Pledge, Span, Spec, World } from './reference.ts';

const UNIT: Readonly<Record<Kind, string>> = {
  flow: '亿元',
  stock: '家',
  share: '%',
  building: '%',
  growth: '%',
  rank: '位',
};
const FREQUENCY: Readonly<Record<number, string>> = { 1: 'monthly', 3: 'quarterly', 12: 'yearly' };
const BETTER = ['higher', 'lower', 'neither'] as const;

/** Indicators of every kind, direction, rhythm and habit; and some that may be derived. */
function specsOf(): Record<string, Spec> {
  const specs: Record<string, Spec> = {};
  const add = (id: string, spec: Spec): void => {
    specs[id] = spec;
  };
  for (const kind of ['flow', 'stock', 'share', 'building', 'growth'] as const)
    for (const better of BETTER)
      for (const canFall of [true, false])
        for (const [interval, lag] of [
          [1, 2],
          [1, 0],
          [3, 2],
          [12, 2],
        ] as const)
          add(`${kind}-${better}-${canFall}-${interval}-${lag}`, { kind, better, canFall, interval, lag });
  const usual = { better: 'higher', canFall: false, interval: 1, lag: 2 } as const;
  add('level', { ...usual, kind: 'flow' });
  add('level.growth', { ...usual, canFall: true, kind: 'growth', level: 'level' });
  add('top', { ...usual, kind: 'flow' });
  add('bottom', { ...usual, kind: 'flow' });
  add('quotient', { ...usual, kind: 'share', parts: ['top', 'bottom'] });
  add('place', { ...usual, kind: 'rank', better: 'lower' });
  return specs;
}

export const SPECS = specsOf();

const entryOf = ([id, s]: readonly [string, Spec]): string => {
  const kind = s.kind === 'building' ? 'share, accumulates: true' : s.kind;
  const more = [
    ...(id === 'level' ? ['growth: { derive: true }'] : []),
    ...(s.parts ? [`numerator: ${s.parts[0]}, denominator: ${s.parts[1]}`] : []),
  ];
  return `- { id: ${id}, name: ${id}, kind: ${kind}, unit: "${UNIT[s.kind]}", better: ${s.better}, can_fall: ${s.canFall}, frequency: ${FREQUENCY[s.interval]}, lag: ${s.lag}${more.map((m) => `, ${m}`).join('')} }`;
};

/** The catalogue of all of them; growth of a level comes with its level. */
export const WORLD = catalogue(
  Object.entries(SPECS)
    .filter(([id]) => id !== 'level.growth')
    .map(entryOf)
    .join('\n'),
);

const DISTRICTS = ['东区', '西区', '南区'];
export const GROUPS = { 各区: DISTRICTS };

export interface Trial {
  readonly pledge: Pledge;
  readonly world: World;
  readonly asOf: number;
  /** As a plan says it, and as observations are told. */
  readonly target: string;
  readonly data: string;
}

const FIRST = 2019 * 12;
const YEARS = 7;
const JANUARY = 2024 * 12;
const tenths = (n: number): string => (n / 10).toFixed(1);

/** How a year is published: by months, quarters, halves, cumulatively, as a whole, or not at all. */
const SCHEMES = ['none', 'months', 'quarters', 'halves', 'cumulative', 'year', 'late'] as const;
type Scheme = (typeof SCHEMES)[number];

function spansOf(scheme: Scheme, year: number, months: number): Span[] {
  const start = year * 12;
  const parts = (n: number): Span[] =>
    Array.from({ length: Math.floor(months / n) }, (_, i) => ({
      start: start + i * n,
      end: start + i * n + n - 1,
    }));
  switch (scheme) {
    case 'months':
      return parts(1);
    case 'quarters':
      return parts(3);
    case 'halves':
      return parts(6);
    case 'cumulative':
      return parts(1).map((s) => ({ start, end: s.end }));
    case 'late':
      // January is not published alone
      return parts(1)
        .slice(1)
        .map((s) => ({ start, end: s.end }));
    case 'year':
      return months === 12 ? [{ start, end: start + 11 }] : [];
    default:
      return [];
  }
}

/** What is published of one series of one region: figures that all tell one truth. */
const told = fc.record({
  truth: fc.array(fc.integer({ min: -2, max: 20 }), { minLength: YEARS * 12, maxLength: YEARS * 12 }),
  schemes: fc.array(fc.constantFrom<Scheme>(...SCHEMES, 'months', 'cumulative', 'year'), {
    minLength: YEARS,
    maxLength: YEARS,
  }),
  months: fc.array(fc.constantFrom(12, 12, 12, 9, 6, 5, 3, 2), { minLength: YEARS, maxLength: YEARS }),
  extra: fc.array(fc.tuple(fc.nat(YEARS * 12 - 1), fc.constantFrom(1, 1, 2, 3, 6, 12)), { maxLength: 4 }),
  broken: fc.option(fc.nat(100), { freq: 6 }),
  bound: fc.option(fc.tuple(fc.nat(100), fc.constantFrom<'>' | '<'>('>', '<')), { freq: 6 }),
});
type Told = typeof told extends fc.Arbitrary<infer T> ? T : never;

function figuresOf(t: Told, series: string, region: string, clean: boolean): Fig[] {
  const kind = SPECS[series]?.kind ?? 'flow';
  const moment = kind === 'stock' || kind === 'building' || kind === 'rank';
  const spans = t.schemes.flatMap((s, i) => spansOf(s, 2019 + i, t.months[i] ?? 12));
  for (const [n, more] of t.extra) spans.push({ start: FIRST + n, end: FIRST + n + more - 1 });
  const found = new Map<string, Fig>();
  for (const span of spans) {
    const told = t.truth.slice(span.start - FIRST, span.end - FIRST + 1);
    if (told.length < span.end - span.start + 1) continue;
    const last = told.at(-1) ?? 0;
    const value =
      kind === 'flow'
        ? told.reduce((a, b) => a + b, 0)
        : kind === 'rank'
          ? (Math.abs(last) + 1) * 10
          : last * 6;
    // a stock is one reading, however long the span it is published for
    found.set(moment ? String(span.end) : formatPeriod(span), {
      ...(moment ? { start: span.end, end: span.end } : span),
      series,
      region,
      value: tenths(value),
    });
  }
  const list = [...found.values()];
  const flag = (n: number, more: Partial<Fig>): void => {
    const at = n % Math.max(list.length, 1);
    const f = list[at];
    if (f) list[at] = { ...f, ...more };
  };
  if (!clean && t.broken !== null) flag(t.broken, { broken: true });
  if (!clean && t.bound !== null) flag(t.bound[0], { bound: t.bound[1] });
  return list;
}

/** Windows: years, halves, quarters, odd spans, several years. */
const windows = fc.constantFrom<readonly [number, number]>(
  [0, 12],
  [0, 12],
  [0, 12],
  [0, 6],
  [6, 6],
  [3, 3],
  [0, 24],
  [2, 5],
  [-12, 24],
);

const when = fc.tuple(fc.boolean(), fc.integer({ min: -2, max: 14 }), fc.integer({ min: -3, max: 4 }));

const COMPARATORS = ['at_least', 'more_than', 'at_most', 'less_than', 'about', 'between'] as const;

const numbers = fc.record({
  value: fc.integer({ min: 1, max: 24 }),
  wide: fc.integer({ min: 0, max: 8 }),
  slack: fc.constantFrom(0, 0, 5, 10),
  comparator: fc.constantFrom(...COMPARATORS),
  when,
  told,
});

type Numbers = typeof numbers extends fc.Arbitrary<infer T> ? T : never;

const asOfIn = (w: Span, [early, a, b]: readonly [boolean, number, number]): number =>
  early ? w.start + a : w.end + b;

const baselineText = (b: Pledge['baseline'], unit: string): string[] =>
  b
    ? [
        `baseline: { period: ${formatPeriod(b)}${b.value === undefined ? '' : `, value: ${b.value} ${unit}`} }`,
      ]
    : [];

/** A pledge as a plan writes it. */
function written(p: Pledge): string {
  const { kind } = SPECS[p.series] ?? { kind: 'flow' };
  const rate = UNIT[kind] === '%';
  const unit = p.percent
    ? '%'
    : p.change === 'times' || p.change === 'rank'
      ? ''
      : p.change === 'average'
        ? '%'
        : p.change && rate
          ? '百分点'
          : UNIT[kind];
  const value = p.comparator === 'between' ? `${p.value}..${p.high} ${unit}` : `${p.value} ${unit}`.trim();
  const plain = p.comparator === 'improve' || p.comparator === 'no_worse';
  const comparison = plain ? `${p.comparator}: true` : `${p.comparator}: ${value}`;
  const more = [
    ...(p.percent && rate ? ['relative: true'] : []),
    ...(p.change === 'rank' ? [`among: ${p.benchmark}`] : []),
    ...(p.change === 'above' || p.change === 'below' ? [`region: ${p.benchmark}`] : []),
  ];
  return [
    `indicator: ${p.series}`,
    `region: ${p.region}`,
    `window: ${formatPeriod(p.window)}`,
    p.change ? `${p.change}: { ${[comparison, ...more].join(', ')} }` : comparison,
    ...(p.pace && p.pace !== 'steps' ? [`pace: ${p.pace}`] : []),
    ...(p.steps.length > 0
      ? [`steps: { ${p.steps.map(([m, n]) => `${formatMonth(m)}: ${n} %`).join(', ')} }`]
      : []),
    ...baselineText(p.baseline, UNIT[kind]),
    ...(p.slack > 0 ? [`slack: ${p.slack} %`] : []),
    ...(p.each ? [`each: ${p.each}`] : []),
  ].join(', ');
}

const line = (f: Fig): string =>
  `${f.series}@${f.region} ${formatPeriod(f)} ${f.bound ?? ''}${f.value}${f.broken ? ' !break' : ''}`;

function trialOf(pledge: Pledge, figures: readonly Fig[], at: Numbers['when']): Trial {
  return {
    pledge,
    world: { specs: SPECS, groups: GROUPS, figures },
    asOf: asOfIn(pledge.window, at),
    target: written(pledge),
    data: figures.map(line).join('; '),
  };
}

const idOf = (
  kind: Kind,
  better: string,
  canFall: boolean,
  [interval, lag]: readonly [number, number],
): string => `${kind}-${better}-${canFall}-${interval}-${lag}`;

const rhythm = fc.constantFrom<readonly [number, number]>([1, 2], [1, 2], [1, 0], [3, 2], [12, 2]);
const better = fc.constantFrom(...BETTER, 'higher' as const);

const windowOf = ([offset, length]: readonly [number, number]): Span => ({
  start: JANUARY + offset,
  end: JANUARY + offset + length - 1,
});

/** Whole intervals of the series only: what a quarterly series says of an odd window METHOD leaves open. */
const fitting = (w: Span, [interval, lag]: readonly [number, number]): readonly [number, number] =>
  w.start % interval === 0 && (w.end + 1) % interval === 0 ? [interval, lag] : [1, lag];

const isBoth = (b: string, c: Pledge['comparator']): boolean =>
  b === 'neither' && (c === 'about' || c === 'between');

/** Comparisons of the figure itself, by every pace it can keep. */
const plain: fc.Arbitrary<Trial> = fc
  .record({
    n: numbers,
    kind: fc.constantFrom<Kind>('flow', 'flow', 'flow', 'stock', 'stock', 'share', 'building', 'growth'),
    better,
    canFall: fc.boolean(),
    rhythm,
    window: windows,
    pace: fc.constantFrom('none', 'none', 'linear', 'hold', 'steps', 'seasonal', 'seasonal', 'geometric'),
    steps: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 100 })), {
      selector: ([m]) => m,
      minLength: 1,
      maxLength: 3,
    }),
    baseline: fc.option(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.boolean())),
    large: fc.boolean(),
  })
  .map(({ n, kind, better: way, canFall, window: shape, pace: asked, ...r }) => {
    const window = windowOf(shape);
    const length = window.end - window.start + 1;
    const value = String(r.large && kind === 'flow' ? n.value * 4 : n.value);
    const high = String(Number(value) + n.wide);
    const both = isBoth(way, n.comparator);
    const isFloor =
      n.comparator === 'at_least' ||
      n.comparator === 'more_than' ||
      (way === 'higher' && n.comparator !== 'at_most' && n.comparator !== 'less_than');
    // a stated baseline of one calendar year makes it a path; a floor below its baseline, or two ends, METHOD leaves open
    const apart = isFloor ? (r.baseline?.[0] ?? 0) * 10 < n.value * 9 : true;
    const year = Math.floor(window.start / 12) - 1;
    const baseline =
      r.baseline && !both && apart && kind !== 'growth' && kind !== 'flow'
        ? { start: year * 12, end: year * 12 + 11, value: String(r.baseline[0]) }
        : undefined;
    const builds = kind === 'flow' || kind === 'building';
    const fits =
      asked === 'hold' ||
      (asked === 'steps' && (builds || baseline !== undefined)) ||
      (asked === 'linear' && (builds || baseline !== undefined) && kind !== 'growth') ||
      (asked === 'seasonal' && builds && (length <= 12 || length % 12 === 0)) ||
      (asked === 'geometric' && baseline !== undefined);
    const pace = fits ? (asked as NonNullable<Pledge['pace']>) : undefined;
    const series = idOf(kind, way, canFall, fitting(window, r.rhythm));
    const steps =
      pace === 'steps'
        ? r.steps
            .filter(([m]) => m < length)
            .sort((a, b) => a[0] - b[0])
            .map(([m, p]) => [window.start + m, p] as const)
        : [];
    const pledge: Pledge = {
      series,
      region: '甲市',
      window,
      comparator: n.comparator,
      value,
      high,
      ...(pace && (pace !== 'steps' || steps.length > 0) ? { pace } : {}),
      steps,
      ...(baseline ? { baseline } : {}),
      slack: both ? 0 : n.slack,
    };
    return trialOf(pledge, figuresOf(n.told, series, '甲市', false), n.when);
  });

/** Rises, falls, times, mean growth, improve and no_worse, from baselines stated, named, or found. */
const changes: fc.Arbitrary<Trial> = fc
  .record({
    n: numbers,
    kind: fc.constantFrom<Kind>('flow', 'flow', 'stock', 'stock', 'share', 'building', 'growth', 'rank'),
    better,
    canFall: fc.boolean(),
    rhythm: fc.constantFrom<readonly [number, number]>([1, 2], [1, 0], [12, 2]),
    form: fc.constantFrom(
      'rise',
      'rise',
      'fall',
      'rise %',
      'fall %',
      'times',
      'average',
      'improve',
      'no_worse',
    ),
    baseline: fc.constantFrom('none', 'none', 'period', 'stated'),
    years: fc.constantFrom(1, 1, 1, 2, 3, 4),
    window: fc.constantFrom<readonly [number, number]>([0, 12], [0, 12], [0, 6], [12, 12]),
    value: fc.integer({ min: 1, max: 30 }),
    base: fc.integer({ min: 1, max: 40 }),
  })
  .map(({ n, better: way, canFall, ...r }) => {
    const window = windowOf(r.window);
    const kind = r.kind;
    const series = kind === 'rank' ? 'place' : idOf(kind, way, canFall, fitting(window, r.rhythm));
    const asked = kind === 'rank' ? 'improve' : r.form;
    const isPlain = asked === 'improve' || asked === 'no_worse';
    const percent = asked.endsWith('%');
    const change = isPlain ? undefined : (asked.replace(' %', '') as NonNullable<Pledge['change']>);
    const way2 = change === 'fall' ? (way === 'higher' ? 'lower' : way === 'lower' ? 'higher' : way) : way;
    const comparator = isPlain
      ? (asked as 'improve' | 'no_worse')
      : isBoth(way2, n.comparator)
        ? ('at_least' as const)
        : n.comparator;
    const year = Math.floor(window.start / 12) - (asked === 'average' ? Math.max(2, r.years) : r.years);
    const mode = asked === 'average' && r.baseline === 'none' ? 'period' : r.baseline;
    const span = { start: year * 12, end: year * 12 + 11 };
    const baseline =
      mode === 'none' ? undefined : { ...span, ...(mode === 'stated' ? { value: String(r.base) } : {}) };
    const isTimes = change === 'times';
    const value = isTimes ? tenths(r.value) : String(r.value);
    const pledge: Pledge = {
      series,
      region: '甲市',
      window,
      comparator,
      value,
      high: isTimes ? tenths(r.value + n.wide) : String(r.value + n.wide),
      ...(change ? { change } : {}),
      ...(percent ? { percent } : {}),
      steps: [],
      ...(baseline ? { baseline } : {}),
      slack: n.slack,
    };
    return trialOf(pledge, figuresOf(n.told, series, '甲市', false), n.when);
  });

/** Targets of one year in a path of several, with yearly readings. */
const paths: fc.Arbitrary<Trial> = fc
  .record({
    n: numbers,
    kind: fc.constantFrom<Kind>('flow', 'stock', 'share', 'building', 'growth'),
    better,
    canFall: fc.boolean(),
    back: fc.integer({ min: 2, max: 4 }),
    base: fc.option(fc.integer({ min: 1, max: 30 })),
    geometric: fc.boolean(),
    due: fc.constantFrom(12, 12, 6),
  })
  .map(({ n, kind, better: way, canFall, back, base, geometric, due }) => {
    const window = { start: JANUARY, end: JANUARY + due - 1 };
    const both = isBoth(way, n.comparator);
    const comparator = both ? ('at_least' as const) : n.comparator;
    const isFloor =
      comparator === 'at_least' ||
      comparator === 'more_than' ||
      (way === 'higher' && comparator !== 'at_most' && comparator !== 'less_than');
    const apart = base !== null && (isFloor ? base * 10 < n.value * 9 : base * 9 > (n.value + n.wide) * 10);
    const stated = apart ? String(base) : undefined;
    const year = 2024 - back;
    const series = idOf(kind, way, canFall, [1, 2]);
    const pledge: Pledge = {
      series,
      region: '甲市',
      window,
      comparator,
      value: String(n.value),
      high: String(n.value + n.wide),
      ...(geometric && stated !== undefined && kind !== 'growth' ? { pace: 'geometric' as const } : {}),
      steps: [],
      baseline: { start: year * 12, end: year * 12 + 11, ...(stated === undefined ? {} : { value: stated }) },
      slack: stated === undefined || kind === 'growth' ? 0 : n.slack,
    };
    return trialOf(pledge, figuresOf(n.told, series, '甲市', false), n.when);
  });

const three = fc.tuple(told, told, told);

/** Places among the districts, and differences between regions. */
const places: fc.Arbitrary<Trial> = fc
  .record({
    n: numbers,
    all: three,
    kind: fc.constantFrom<Kind>('flow', 'stock', 'share', 'growth'),
    better,
    form: fc.constantFrom('rank', 'above', 'below'),
    window: windows,
    same: fc.boolean(),
  })
  .map(({ n, all, kind, better: way, form, window: shape, same }) => {
    const window = windowOf(shape);
    const series = idOf(kind, way, false, [1, 2]);
    const [first] = all;
    const figures = DISTRICTS.flatMap((region, i) => {
      const own = all[i] ?? first;
      // most often the regions publish alike
      return figuresOf(
        same ? { ...own, schemes: first.schemes, months: first.months, extra: [] } : own,
        series,
        region,
        true,
      );
    });
    const change = form as 'rank' | 'above' | 'below';
    const way2 = change === 'below' ? (way === 'higher' ? 'lower' : way === 'lower' ? 'higher' : way) : way;
    const comparator =
      change === 'rank'
        ? (['at_most', 'less_than', 'about', 'between'] as const)[n.wide % 4]
        : isBoth(way2, n.comparator)
          ? ('at_least' as const)
          : n.comparator;
    const value = change === 'rank' ? (n.value % 3) + 1 : n.value - 12;
    const pledge: Pledge = {
      series,
      region: '东区',
      window,
      comparator: comparator ?? 'at_most',
      value: String(value),
      high: String(value + (n.wide % 3)),
      change,
      benchmark: change === 'rank' ? '各区' : '西区',
      steps: [],
      slack: n.slack,
    };
    return trialOf(pledge, figures, n.when);
  });

/** What must hold in every month, quarter or district. */
const each: fc.Arbitrary<Trial> = fc
  .record({
    n: numbers,
    all: three,
    kind: fc.constantFrom<Kind>('flow', 'flow', 'stock', 'growth'),
    better,
    canFall: fc.boolean(),
    each: fc.constantFrom('month', 'quarter', 'region'),
    window: windows,
  })
  .map(({ n, all, kind, better: way, canFall, each: every, window: shape }) => {
    const window = windowOf(shape);
    const series = idOf(kind, way, canFall, [1, 2]);
    const group = every === 'region';
    const pledge: Pledge = {
      series,
      region: group ? '各区' : '甲市',
      window,
      comparator: n.comparator,
      value: String(n.value),
      high: String(n.value + n.wide),
      steps: [],
      slack: isBoth(way, n.comparator) ? 0 : n.slack,
      each: every as NonNullable<Pledge['each']>,
    };
    const figures = group
      ? DISTRICTS.flatMap((r, i) => figuresOf(all[i] ?? n.told, series, r, false))
      : figuresOf(n.told, series, '甲市', false);
    return trialOf(pledge, figures, n.when);
  });

/** Growth from levels, shares from their parts, and sums over the districts. */
const derived: fc.Arbitrary<Trial> = fc
  .record({
    n: numbers,
    all: three,
    what: fc.constantFrom('growth', 'share', 'sum', 'sum', 'share of sums', 'growth of sums'),
    stock: fc.boolean(),
    own: fc.boolean(),
    same: fc.boolean(),
    improve: fc.boolean(),
    window: fc.constantFrom<readonly [number, number]>([0, 12], [0, 12], [0, 6], [3, 3]),
  })
  .map(({ n, all, what, stock, own, same, improve, window: shape }) => {
    const window = windowOf(shape);
    const [first, second] = all;
    const alike = (t: Told): Told =>
      same ? { ...t, schemes: first.schemes, months: first.months, extra: [] } : t;
    const grouped = what.includes('sum');
    const regions = grouped ? DISTRICTS : ['甲市'];
    const of = (series: string, from: readonly Told[]): Fig[] =>
      regions.flatMap((r, i) => figuresOf(alike(from[i] ?? first), series, r, false));
    const series = what.startsWith('growth')
      ? 'level.growth'
      : what.startsWith('share')
        ? 'quotient'
        : idOf(stock ? 'stock' : 'flow', 'higher', false, [1, 2]);
    const figures = what.startsWith('growth')
      ? of('level', all)
      : what.startsWith('share')
        ? [...of('top', all), ...of('bottom', [second, all[2], first])]
        : of(series, all);
    const region = grouped ? '各区' : '甲市';
    if (own) figures.push(...figuresOf(alike(n.told), series, region, false));
    const pledge: Pledge = {
      series,
      region,
      window,
      comparator: improve ? 'improve' : n.comparator,
      value: String(n.value * (what.startsWith('share') ? 5 : 1)),
      high: String(n.value * (what.startsWith('share') ? 5 : 1) + n.wide),
      steps: [],
      slack: n.slack,
    };
    return trialOf(pledge, figures, n.when);
  });

export const trial: fc.Arbitrary<Trial> = fc.oneof(
  { weight: 4, arbitrary: plain },
  { weight: 3, arbitrary: changes },
  { weight: 1, arbitrary: paths },
  { weight: 1, arbitrary: places },
  { weight: 1, arbitrary: each },
  { weight: 2, arbitrary: derived },
);
