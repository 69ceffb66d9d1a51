import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan, judgeTargets } from '../../src/checker/check.ts';
import { needs } from '../../src/checker/needs.ts';
import { type Observation, seriesKey } from '../../src/model/observation.ts';
import { contains, formatMonth, formatPeriod, parsePeriod } from '../../src/model/period.ts';
import type { PlanVerdict, Status } from '../../src/model/verdict.ts';
import { judge, observation, planOf, targetsOf, worldWith } from './helpers.ts';

const options = { seed: 20240615, numRuns: 400 };

const BETTER: Partial<Record<Status, number>> = { missed: 0, lagging: 1, 'on-track': 2, achieved: 3 };

describe('a better figure never gives a worse status', () => {
  const HIGHER = [
    ['a floor on a flow', 'indicator: output, at_least: 60 亿元', 'output', ''],
    ['more than so much', 'indicator: output, more_than: 60 亿元', 'output', ''],
    ['about so much', 'indicator: output, about: 60 亿元', 'output', ''],
    ['between', 'indicator: output, between: 60..70 亿元', 'output', ''],
    [
      'a flow in steps',
      'indicator: output, at_least: 60 亿元, steps: { 2024-06: 10 %, 2024-09: 80 % }',
      'output',
      '',
    ],
    [
      'a flow by its season',
      'indicator: output, at_least: 60 亿元, pace: seasonal',
      'output',
      'output 2022-S1 20; output 2022 70; output 2023-S1 30; output 2023 50',
    ],
    [
      'a flow in four quarters',
      'indicator: output, at_least: 60 亿元, steps: [5 %, 20 %, 70 %, 100 %]',
      'output',
      '',
    ],
    [
      'a stock at constant growth',
      'indicator: firms, at_least: 60 家, pace: geometric, baseline: { period: 2023, value: 20 家 }',
      'firms',
      '',
    ],
    [
      'a sum over districts',
      'indicator: output, region: 各区, at_least: 60 亿元',
      'output@东区',
      'output@西区 2024 10; output@西区 2024-S1 5; output@南区 2024 10; output@南区 2024-S1 5',
    ],
    [
      'a rise of a flow',
      'indicator: output, rise: 20 亿元',
      'output',
      'output 2023 40; output 2023-01/2023-06 20',
    ],
    ['times', 'indicator: output, times: 1.2', 'output', 'output 2023 40; output 2023-01/2023-06 20'],
    ['improve', 'indicator: output, improve: true', 'output', 'output 2023 40; output 2023-01/2023-06 20'],
    [
      'a stock from a baseline',
      'indicator: firms, at_least: 60 家, baseline: { period: 2023, value: 20 家 }',
      'firms',
      '',
    ],
    [
      'a stock with slack',
      'indicator: firms, at_least: 60 家, slack: 10 %, baseline: { period: 2023, value: 20 家 }',
      'firms',
      '',
    ],
    [
      'mean yearly growth',
      'indicator: firms, average: 30 %, baseline: { period: 2023, value: 40 家 }',
      'firms',
      '',
    ],
    ['growth', 'indicator: growth, at_least: 50 %', 'growth', ''],
    [
      'above another region',
      'indicator: growth, above: { region: 某省 }',
      'growth',
      'growth@某省 2024 50; growth@某省 2024-S1 50',
    ],
    [
      'a place',
      'indicator: growth, region: 东区, rank: { among: 各区, at_most: 2 }',
      'growth@东区',
      'growth@西区 2024 50; growth@西区 2024-S1 50; growth@南区 2024 60; growth@南区 2024-S1 60',
    ],
  ] as const;
  const LOWER = [
    ['a ceiling on a flow', 'indicator: emissions, at_most: 60 吨', 'emissions', ''],
    ['less than so much', 'indicator: emissions, less_than: 60 吨', 'emissions', ''],
    [
      'a ceiling on a flow by its season',
      'indicator: emissions, at_most: 60 吨, pace: seasonal',
      'emissions',
      'emissions 2022-S1 20; emissions 2022 70; emissions 2023-S1 30; emissions 2023 50',
    ],
    [
      'a ceiling on a stock at constant growth',
      'indicator: backlog, at_most: 60 件, pace: geometric, baseline: { period: 2023, value: 90 件 }',
      'backlog',
      '',
    ],
    [
      'a fall of a flow',
      'indicator: emissions, fall: 10 %',
      'emissions',
      'emissions 2023 70; emissions 2023-01/2023-06 35',
    ],
    [
      'a ceiling on a stock from a baseline',
      'indicator: backlog, at_most: 60 件, baseline: { period: 2023, value: 90 件 }',
      'backlog',
      '',
    ],
    ['a rate', 'indicator: vacancy, about: 50 %', 'vacancy', ''],
    [
      'below another region',
      'indicator: vacancy, below: { region: 某省 }',
      'vacancy',
      'vacancy@某省 2024 50; vacancy@某省 2024-S1 50',
    ],
  ] as const;
  it.each([...HIGHER.map((row) => [...row, 1] as const), ...LOWER.map((row) => [...row, -1] as const)])(
    '%s',
    (_, target, series, more, sign) => {
      const status = (span: string, value: number): number => {
        const asOf = span === '2024' ? '2024-12' : '2024-06';
        const v = judge(target, `${series} ${span} ${value / 10}; ${more}`, asOf);
        const rank = BETTER[v.status];
        if (rank === undefined) throw new Error(`${v.status} ${v.reason.code}`);
        return rank;
      };
      const figure = fc.integer({ min: 1, max: 1000 });
      fc.assert(
        fc.property(fc.constantFrom('2024', '2024-S1'), figure, figure, (span, a, b) => {
          const [low, high] = a < b ? [a, b] : [b, a];
          expect((status(span, high) - status(span, low)) * sign).toBeGreaterThanOrEqual(0);
        }),
        { ...options, numRuns: 150 },
      );
    },
  );
});

const world = worldWith(`
- { id: sales, name: 销售额, kind: flow, unit: 亿元, growth: { derive: true } }
- { id: margin, name: 利润率, kind: share, unit: "%", numerator: 产值, denominator: 销售额 }
- { id: sales-rank, name: 销售位次, kind: rank, of: 销售额, among: 各区, derive: true }
`);

/** A plan with something of everything. */
const PLAN = `targets: [ ${[
  'indicator: output, at_least: 60 亿元',
  'indicator: output, window: 2024-Q2, at_least: 15 亿元',
  'indicator: output, rise: 10 %',
  'indicator: output, at_most: 3 亿元, each: month',
  'indicator: sales.growth, at_least: 7 %',
  'indicator: sales.growth, improve: true',
  'indicator: margin, at_least: 50 %',
  'indicator: sales, region: 东区, rank: { among: 各区, at_most: 2 }',
  'indicator: sales-rank, region: 西区, at_most: 2',
  'indicator: sales, region: 南区, above: { region: 东区 }',
  'indicator: firms, rise: 5 家',
  'indicator: firms, at_least: 20 家, baseline: { period: 2022 }',
  'indicator: place, improve: true',
  'indicator: output, at_least: 60 亿元, pace: seasonal',
  'indicator: output, at_most: 60 亿元, pace: seasonal, slack: 5 %',
  'indicator: sales, region: 各区, at_least: 150 亿元',
  'indicator: sales.growth, region: 各区, at_least: 5 %',
  'indicator: firms, at_least: 9 家, pace: geometric, baseline: { period: 2022, value: 2 家 }',
  'indicator: output, average: 5 %, baseline: { period: 2022 }',
  'indicator: output, at_least: 60 亿元, steps: [10 %, 30 %, 70 %, 100 %]',
]
  .map((t, i) => `{ id: t${i}, ${t} }`)
  .join(', ')} ]`;
const plan = planOf(PLAN, world);

/** Months of 2022 to 2024 in spans of a month, a quarter, a year to date; every figure a sum of one truth. */
const lines = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'output',
        'sales',
        'sales@东区',
        'sales@西区',
        'sales@南区',
        'firms',
        'place',
        'sales.growth',
      ),
      fc.nat(35),
      fc.constantFrom('month', 'quarter', 'to-date'),
      fc.boolean(),
    ),
    { maxLength: 60 },
  )
  .map((list) => {
    const found = new Map<string, string>();
    for (const [series, n, how, bound] of list) {
      const end = 2022 * 12 + (how === 'quarter' ? n - (n % 3) + 2 : n);
      const start = how === 'month' ? end : how === 'quarter' ? end - 2 : end - (end % 12);
      const months = Array.from(
        { length: end - start + 1 },
        (_, i) => 1 + (((start + i) * 7 + series.length * 5) % 9),
      );
      const sum = series === 'output' || series.startsWith('sales');
      const value =
        sum && series !== 'sales.growth' ? months.reduce((a, b) => a + b, 0) : (months.at(-1) ?? 0);
      const key = sum ? `${series} ${start} ${end}` : `${series} ${end}`;
      const text = `${bound && n % 5 === 0 ? '>' : ''}${value}`;
      const flag = bound && n % 7 === 0 ? ' !break' : '';
      found.set(key, `${series} ${formatPeriod({ start, end })} ${text}${flag}`);
    }
    return [...found.values()];
  });

const seriesMap = (observations: readonly Observation[]): Map<string, Observation[]> => {
  const map = new Map<string, Observation[]>();
  for (const o of observations) {
    const key = seriesKey(o.indicator, o.region);
    map.set(key, [...(map.get(key) ?? []), o]);
  }
  return map;
};

const judged = (observations: readonly Observation[], asOf: number): PlanVerdict =>
  checkPlan(plan, {
    catalogue: world,
    series: seriesMap(observations),
    reports: [],
    today: '2024-09-15',
    asOf,
    history: true,
  });

/** Everything a verdict says, without the item. */
const everything = (v: PlanVerdict): string =>
  JSON.stringify([
    v.verdicts.map(({ item, parts, ...rest }) => [item.id, rest, parts?.map(({ item: _, ...p }) => p)]),
    v.warnings,
  ]);
/** What a verdict says, whatever it was summed from. */
const brief = (v: PlanVerdict): string =>
  JSON.stringify(
    v.verdicts.map((x) => [
      x.item.id,
      x.status,
      x.marks,
      x.actual?.value,
      x.actual?.period,
      x.expected,
      x.seasons,
      x.needed,
      x.reason,
    ]),
  );

const month = fc.integer({ min: 2023 * 12 + 11, max: 2025 * 12 + 3 });

describe('as-of never sees the future', () => {
  it('figures that end after it change nothing', () => {
    fc.assert(
      fc.property(lines, month, (texts, asOf) => {
        const all = texts.map((t) => observation(t, world));
        const then = all.filter((o) => o.period.end <= asOf);
        expect(everything(judged(all, asOf))).toBe(everything(judged(then, asOf)));
      }),
      options,
    );
  });
});

describe('one by one', () => {
  it('targets are judged as in their plan; what repeats another is passed over', () => {
    const again = planOf(PLAN.replace(/ \]$/, ', { id: again, same_as: t0 } ]'), world);
    fc.assert(
      fc.property(lines, month, (texts, asOf) => {
        const series = seriesMap(texts.map((t) => observation(t, world)));
        const input = { catalogue: world, series, today: '2024-09-15', asOf, history: true };
        const single = [...judgeTargets(targetsOf(again), input)];
        const { verdicts } = checkPlan(again, { ...input, reports: [] });
        expect(JSON.stringify(single.map((v) => ({ ...v, item: v.item.id, parts: undefined })))).toBe(
          JSON.stringify(verdicts.slice(0, -1).map((v) => ({ ...v, item: v.item.id, parts: undefined }))),
        );
      }),
      { ...options, numRuns: 60 },
    );
  });
});

describe('the order of observations', () => {
  it('changes nothing', () => {
    fc.assert(
      fc.property(
        lines.chain((l) => fc.tuple(fc.constant(l), fc.shuffledSubarray(l, { minLength: l.length }))),
        month,
        ([a, b], asOf) => {
          const verdict = (texts: readonly string[]) =>
            brief(
              judged(
                texts.map((t) => observation(t, world)),
                asOf,
              ),
            );
          expect(verdict(b)).toBe(verdict(a));
        },
      ),
      options,
    );
  });
});

describe('what the checker asks for is all that it needs', () => {
  it('figures outside of it change nothing', () => {
    const asked = needs(targetsOf(plan), world);
    fc.assert(
      fc.property(lines, month, (texts, asOf) => {
        const all = texts.map((t) => observation(t, world));
        const given = all.filter((o) =>
          asked.some(
            (r) => r.indicator === o.indicator && r.region === o.region && contains(r.within, o.period),
          ),
        );
        expect(everything(judged(given, asOf))).toBe(everything(judged(all, asOf)));
      }),
      options,
    );
  });
});

describe('units of one dimension', () => {
  const figure = fc.integer({ min: 0, max: 200 });
  const spans = ['2023-01/2023-05', '2023', '2024-01/2024-02', '2024-Q1', '2024-01/2024-05', '2024'];
  it.each([
    ['a floor', 'at_least: 10', ''],
    ['a ceiling', 'at_most: 10', ''],
    ['about', 'about: 10', ''],
    ['a range', 'between: 8..12', ''],
    ['a rise', 'rise: 2', ''],
    ['from a stated baseline', 'rise: 2', ', baseline: { period: 2023, value: 9 亿元 }'],
    ['by the season', 'at_least: 10', ', pace: seasonal'],
    ['by checkpoints', 'at_least: 10', ', steps: [10 %, 40 %, 70 %, 100 %]'],
    ['on a path of years', 'at_least: 10', ', baseline: { period: 2022, value: 5 亿元 }, pace: geometric'],
    ['of about a rise', 'rise: { about: 2', '}'],
  ])('give one status: %s, 亿元 or 万元', (_, form, more) => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...spans), figure, fc.boolean()), { maxLength: 6 }),
        fc.constantFrom('2024-02', '2024-05', '2024-08', '2024-12'),
        (figures, asOf) => {
          const unique = [...new Map(figures.map((f) => [f[0], f])).values()];
          const data = (all: boolean): string =>
            unique
              .map(
                ([span, v, other]) =>
                  `output ${span} ${all || other ? `${v * 1000} 万元` : `${v / 10} 亿元`}`,
              )
              .join('; ');
          const inMillions = form.replace(/(\d+)/g, '$10000');
          const one = judge(`indicator: output, ${form} 亿元${more}`, data(false), asOf);
          const other = judge(`indicator: output, ${inMillions} 万元${more}`, data(true), asOf);
          const told = ({ status, marks, completion, needed }: typeof one) => [
            status,
            marks,
            completion?.round(9).toFixed(),
            needed?.kind,
            needed?.hardness?.round(9).toFixed(),
            needed?.usedUp,
          ];
          expect(told(other)).toEqual(told(one));
        },
      ),
      options,
    );
  });
});

describe('absence of evidence', () => {
  it('never makes a status better or worse: without a figure there is none', () => {
    fc.assert(
      fc.property(month, (asOf) => {
        const statuses = judged([], asOf).verdicts.map((v) => v.status);
        expect(statuses.every((s) => s === 'no-data' || s === 'not-due')).toBe(true);
      }),
    );
  });
  it('one reading only grows old', () => {
    const line: string[] = [];
    const end = parsePeriod('2024-03')?.end ?? 0;
    for (let asOf = end; asOf < end + 8; asOf++) {
      const v = judge('indicator: growth, at_least: 7 %', 'growth 2024-Q1 8', formatMonth(asOf));
      line.push([v.status, ...v.marks].join(' '));
    }
    expect(line).toEqual([...Array(4).fill('on-track'), 'on-track stale', ...Array(3).fill('no-data')]);
  });
});
