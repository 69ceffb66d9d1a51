import { describe, expect, it } from 'vitest';
import { check, holds, judge, type Row, said } from './helpers.ts';

const months = (id: string, values: readonly (number | undefined)[]): string =>
  values
    .flatMap((v, i) => (v === undefined ? [] : [`${id} 2024-${String(i + 1).padStart(2, '0')} ${v}`]))
    .join('; ');
const year = (v: number): number[] => Array.from({ length: 12 }, () => v);

describe('each month', () => {
  const growth = 'indicator: growth, at_least: 5 %, each: month';
  const rows: readonly Row[] = [
    ['held in every month of the year', growth, months('growth', year(5)), '2024-12', 'achieved'],
    ['held in every month so far', growth, months('growth', [5, 6, 7]), '2024-03', 'on-track'],
    ['one closed month failed', growth, months('growth', [5, 4.9, 7]), '2024-03', 'missed'],
    ['the last month failed', growth, months('growth', [...year(5).slice(1), 4]), '2024-12', 'missed'],
    [
      'a month is missing long after its lag',
      growth,
      months('growth', [5, undefined, 7, 7, 7, 7]),
      '2024-06',
      'no-data',
    ],
    ['the last month is not out yet', growth, months('growth', [5, 6, 7]), '2024-05', 'on-track'],
    ['nothing is out yet', growth, '', '2024-01', 'not-due'],
    [
      'January is not published alone: January and February are one part',
      growth,
      `growth 2024-01/2024-02 5; growth 2024-03 6`,
      '2024-03',
      'on-track',
    ],
    [
      'January and February of a flow, published as one, bring what two months promise',
      'indicator: quota, at_most: 10 吨, each: month',
      'quota 2024-01/2024-02 15; quota 2024-03 9',
      '2024-03',
      'on-track',
    ],
    [
      'January and February of a flow, published as one, short of two months',
      'indicator: quota, at_least: 10 吨, each: month',
      'quota 2024-01/2024-02 12; quota 2024-03 11',
      '2024-03',
      'missed',
    ],
    [
      'January and February together failed',
      growth,
      `growth 2024-01/2024-02 4; growth 2024-03 6`,
      '2024-03',
      'missed',
    ],
    [
      'a flow of each month, from cumulative figures',
      'indicator: output, at_least: 10 亿元, each: month',
      'output 2024-01/2024-02 20; output 2024-01/2024-03 31',
      '2024-03',
      'on-track',
    ],
    [
      'a flow of one month too small, from cumulative figures',
      'indicator: output, at_least: 10 亿元, each: month',
      'output 2024-01/2024-02 20; output 2024-01/2024-03 29',
      '2024-03',
      'missed',
    ],
    [
      'nothing promised, nothing judged',
      'indicator: growth, each: month',
      months('growth', year(5)),
      '2024-12',
      'unquantified',
    ],
  ];
  it.each(rows)('%s', (_, target, data, asOf, expected) =>
    expect(judge(target, data, asOf)).toMatchObject({ status: expected }),
  );
  it('names the parts and those that failed', () => {
    const v = judge(growth, 'growth 2024-01/2024-02 5; growth 2024-03 4; growth 2024-04 5', '2024-04');
    expect(v.parts?.slice(0, 3).map((p) => `${p.part} ${p.status}`)).toEqual([
      '2024-01/2024-02 achieved',
      '2024-03 missed',
      '2024-04 achieved',
    ]);
    expect(v.reason).toEqual({
      code: 'each',
      args: { good: 2, all: 11, open: 8, status: 'missed', failed: ['2024-03'] },
    });
  });
  it('names nothing where nothing failed', () => {
    const v = judge(growth, 'growth 2024-01/2024-02 5; growth 2024-03 5', '2024-04');
    expect(v.reason.args).toEqual({ good: 2, all: 11, open: 9, status: 'on-track', failed: [] });
  });
  it('keeps January where it was published', () => {
    const v = judge(growth, 'growth 2024-01 5; growth 2024-01/2024-02 5', '2024-03');
    expect(v.parts?.map((p) => p.part).slice(0, 2)).toEqual(['2024-01', '2024-02']);
  });
  it('judges only the closed months of the window', () => {
    const v = judge(`${growth}, window: 2024-02/2024-04`, 'growth 2024-01/2024-02 5', '2024-04');
    expect(v.parts?.map((p) => p.part)).toEqual(['2024-02', '2024-03', '2024-04']);
  });
});

describe('each quarter', () => {
  const target = 'indicator: gdp, at_least: 100 亿元, each: quarter';
  const rows: readonly Row[] = [
    [
      'held in every quarter',
      target,
      'gdp 2024-Q1 100; gdp 2024-Q2 100; gdp 2024-Q3 101; gdp 2024-Q4 100',
      '2024-12',
      'achieved',
    ],
    ['held in the first, the second is to come', target, 'gdp 2024-Q1 100', '2024-05', 'on-track'],
    [
      'failed in the second, from cumulative figures',
      target,
      'gdp 2024-Q1 100; gdp 2024-S1 199',
      '2024-06',
      'missed',
    ],
    [
      'checkpoints of the year say nothing within a quarter',
      `${target.replace('gdp', 'output')}, steps: [10 %, 40 %, 70 %, 100 %]`,
      'output 2024-Q1 100; output 2024-04 30',
      '2024-04',
      'lagging',
    ],
    [
      'within a quarter a flow has the pace of the quarter',
      target.replace('gdp', 'output'),
      'output 2024-Q1 100; output 2024-04 30',
      '2024-04',
      'lagging',
    ],
  ];
  it.each(rows)('%s', (...row) => holds(undefined, row));
  it('has nothing to judge in a window without a whole quarter', () => {
    const v = judge(`${target}, window: 2024-02/2024-04`, 'gdp 2024-Q1 1', '2024-04');
    expect([v.parts, v.status]).toEqual([[], 'unquantified']);
  });
});

describe('each region', () => {
  const target = 'indicator: coverage, at_least: 80 %, region: 各区, each: region';
  const rows: readonly Row[] = [
    [
      'held in every member',
      target,
      'coverage@东区 2024 80; coverage@西区 2024 81; coverage@南区 2024 90',
      '2024-12',
      'achieved',
    ],
    [
      'one member missed it',
      target,
      'coverage@东区 2024 80; coverage@西区 2024 79; coverage@南区 2024 90',
      '2024-12',
      'missed',
    ],
    [
      'one member lags',
      target,
      'coverage@东区 2024-S1 80; coverage@西区 2024-S1 79; coverage@南区 2024-S1 90',
      '2024-06',
      'lagging',
    ],
    [
      'one member has no figure long after its lag',
      target,
      'coverage@东区 2024-S1 80; coverage@南区 2024-S1 90',
      '2024-06',
      'no-data (each)',
    ],
    [
      'marks of the members are the marks of the whole',
      target,
      'coverage@东区 2024-01 80; coverage@西区 2024-01 80; coverage@南区 2024-01/2024-05 80',
      '2024-05',
      'on-track stale',
    ],
  ];
  it.each(rows)('%s', (...row) => holds(undefined, row));
  it.each([
    ['on track', '2024-S1', '2024-06', { good: 3 }, 'on-track'],
    ['achieved', '2024', '2024-12', { good: 3 }, 'achieved'],
    ['not due', '2024', '2024-01', { good: 0, open: 3 }, 'not-due'],
  ])('names no member as failing where the whole is %s', (_, span, asOf, counts, status) => {
    const data = `coverage@东区 ${span} 80; coverage@西区 ${span} 81; coverage@南区 ${span} 90`;
    const { reason } = judge(target, data, asOf);
    expect(reason.args).toEqual({ ...counts, all: 3, status, failed: [] });
  });
  it('says which member failed', () => {
    const data = 'coverage@东区 2024 80; coverage@西区 2024 79; coverage@南区 2024 90';
    const { parts, reason } = judge(target, data, '2024-12');
    expect(parts?.map((p) => `${p.part} ${p.status}`)).toEqual([
      '东区 achieved',
      '西区 missed',
      '南区 achieved',
    ]);
    expect(reason.args.failed).toEqual(['西区']);
  });
  it('is on track, not achieved, while a member is not due', () => {
    const [v] = check(`targets: [ { ${target.replace('coverage', 'output').replace('%', '亿元')} } ]`, {
      data: 'output@东区 2024-01 80; output@西区 2024-01 80',
      asOf: '2024-01',
    }).verdicts;
    expect(v && said(v)).toBe('on-track');
  });
});

describe('each part is judged by its own figures, however early the baseline', () => {
  const early = 'window: 2025, baseline: { period: 2020, value: 80 亿元 }';
  it.each([
    [
      'a quarter that failed',
      `indicator: output, each: quarter, at_least: 30 亿元, ${early}`,
      'output 2025-Q1 5; output 2025-Q2 40; output 2025-Q3 40; output 2025-Q4 40; output 2025 125',
      '2025-12',
      'missed 3 of 4',
    ],
    [
      'years before it say nothing of its months',
      `indicator: firms, each: month, at_least: 10 家, window: 2025, baseline: { period: 2020, value: 8 家 }`,
      'firms 2021 12',
      '2021-12',
      'not-due 0 of 12',
    ],
  ])('%s', (_, target, data, asOf, says) => {
    const v = judge(target, data, asOf);
    expect(`${v.status} ${v.reason.args.good} of ${v.reason.args.all}`).toBe(says);
  });
});
