import { describe, expect, it } from 'vitest';
import { formatMonth } from '../../src/model/period.ts';
import { check, holds, judge, type Row, said, worldWith } from './helpers.ts';

const table = (rows: readonly Row[]): void => {
  it.each(rows)('%s', (...row) => holds(undefined, row));
};

describe('achieved', () => {
  const output = 'indicator: output, at_least: 100 亿元';
  table([
    ['the final reading meets it', output, 'output 2024 100', '2024-12', 'achieved'],
    [
      'a flow that can’t fall has already reached it',
      output,
      'output 2024-01/2024-09 100',
      '2024-09',
      'achieved',
    ],
    [
      '… and stays so however long nothing more is heard',
      output,
      'output 2024-01/2024-09 100',
      '2025-09',
      'achieved',
    ],
    [
      'more_than is reached early only beyond the value',
      'indicator: output, more_than: 100 亿元',
      'output 2024-01/2024-09 100',
      '2024-09',
      'on-track',
    ],
    [
      'about is reached early within its tolerance',
      'indicator: output, about: 100 亿元',
      'output 2024-01/2024-09 95',
      '2024-09',
      'achieved',
    ],
    [
      'a flow that can fall is not settled early',
      'indicator: net-firms, at_least: 100 户',
      'net-firms 2024-01/2024-09 100',
      '2024-09',
      'on-track',
    ],
    [
      'a ceiling is not settled early',
      'indicator: emissions, at_most: 100 吨',
      'emissions 2024-01/2024-11 1',
      '2024-11',
      'on-track',
    ],
    [
      'what must stay inside is not settled early',
      'indicator: quota, between: 10..100 吨',
      'quota 2024-01/2024-09 50',
      '2024-09',
      'on-track',
    ],
    [
      'a stock is not settled early',
      'indicator: firms, at_least: 100 家',
      'firms 2024-09 120',
      '2024-09',
      'on-track',
    ],
    [
      'growth is not settled early',
      'indicator: growth, at_least: 7 %',
      'growth 2024-01/2024-09 9',
      '2024-09',
      'on-track',
    ],
    [
      'a rise of a flow is not settled early',
      'indicator: output, rise: 10 亿元',
      'output 2023-01/2023-09 50; output 2024-01/2024-09 80',
      '2024-09',
      'on-track',
    ],
    [
      'a rise of a flow over a stated year is',
      'indicator: output, rise: 10 亿元, baseline: { period: 2023, value: 60 亿元 }',
      'output 2024-01/2024-09 80',
      '2024-09',
      'achieved',
    ],
  ]);
});

describe('missed', () => {
  table([
    [
      'the final reading does not meet it',
      'indicator: growth, at_least: 7 %',
      'growth 2024 6.9',
      '2024-12',
      'missed',
    ],
    [
      'a ceiling on a flow that can’t fall is exceeded',
      'indicator: emissions, at_most: 100 吨',
      'emissions 2024-01/2024-09 101',
      '2024-09',
      'missed',
    ],
    [
      '… at the value itself where it must be less',
      'indicator: emissions, less_than: 100 吨',
      'emissions 2024-01/2024-09 100',
      '2024-09',
      'missed',
    ],
    [
      'a band is exceeded',
      'indicator: quota, between: 10..100 吨',
      'quota 2024-01/2024-09 101',
      '2024-09',
      'missed',
    ],
    [
      'a closed month of each failed',
      'indicator: growth, at_least: 5 %, each: month',
      'growth 2024-01 6; growth 2024-02 4; growth 2024-03 6',
      '2024-03',
      'missed',
    ],
    [
      'a ceiling on a flow that can fall may still be kept',
      'indicator: net-firms, at_most: 100 户',
      'net-firms 2024-01/2024-09 101',
      '2024-09',
      'lagging',
    ],
    [
      'a ceiling on a stock may still be kept',
      'indicator: backlog, at_most: 100 件',
      'backlog 2024-09 101',
      '2024-09',
      'lagging',
    ],
  ]);
});

describe('no-data, in its four senses', () => {
  const growth = 'indicator: growth, at_least: 7 %';
  table([
    ['a reading should be there and is not', growth, '', '2024-05', 'no-data (no-reading)'],
    [
      'a baseline should be there and is not',
      'indicator: output, rise: 10 %',
      'output 2024-S1 50',
      '2024-06',
      'no-data (no-baseline)',
    ],
    [
      'the last reading is older than two intervals and the lag',
      growth,
      'growth 2024-Q1 7',
      '2024-08',
      'no-data (too-old)',
    ],
    [
      'the window’s end and the lag have passed without a final figure',
      growth,
      'growth 2024-01/2024-11 7',
      '2025-03',
      'no-data (final-missing)',
    ],
  ]);
});

describe('not-due: nothing is expected yet', () => {
  const monthly = 'indicator: output, at_least: 1 亿元';
  const quarterly = 'indicator: gdp, at_least: 1 亿元';
  const yearly = 'indicator: yearbook, at_least: 1 吨';
  const batch = 'indicator: titles, at_least: 1 个';
  table([
    ['monthly: within the first month and the lag', monthly, '', '2024-03', 'not-due'],
    ['monthly: after it', monthly, '', '2024-04', 'no-data (no-reading)'],
    ['before the window', monthly, 'output 2023 5', '2023-12', 'not-due'],
    ['quarterly: within the first quarter and the lag', quarterly, '', '2024-05', 'not-due'],
    ['quarterly: after it', quarterly, '', '2024-06', 'no-data (no-reading)'],
    [
      'quarterly in a window that starts within a quarter',
      `${quarterly}, window: 2024-05/2024-12`,
      '',
      '2024-08',
      'not-due',
    ],
    [
      'quarterly in a window that starts within a quarter, after it',
      `${quarterly}, window: 2024-05/2024-12`,
      '',
      '2024-09',
      'no-data (no-reading)',
    ],
    ['yearly: within the year and the lag', yearly, '', '2025-02', 'not-due'],
    ['yearly: after it', yearly, '', '2025-03', 'no-data (no-reading)'],
    [
      'yearly in a window that starts in March',
      `${yearly}, window: 2024-03/2024-12`,
      '',
      '2025-02',
      'not-due',
    ],
    [
      'yearly in a window that starts in March, after it',
      `${yearly}, window: 2024-03/2024-12`,
      '',
      '2025-03',
      'no-data (no-reading)',
    ],
    ['yearly in a window of half a year: by its end', `${yearly}, window: 2024-S1`, '', '2024-08', 'not-due'],
    [
      'yearly in a window of half a year, after it',
      `${yearly}, window: 2024-S1`,
      '',
      '2024-09',
      'no-data (no-reading)',
    ],
    [
      'yearly in a window of five years: the first year',
      `${yearly}, window: 2021/2025`,
      '',
      '2022-02',
      'not-due',
    ],
    [
      'yearly in a window of five years, after the first',
      `${yearly}, window: 2021/2025`,
      '',
      '2022-03',
      'no-data (no-reading)',
    ],
    ['released in October: before it', batch, '', '2024-09', 'not-due'],
    ['released in October: from then on', batch, '', '2024-10', 'no-data (no-reading)'],
    [
      'released in October, in a window from November: the next',
      `${batch}, window: 2024-11/2025-12`,
      '',
      '2025-09',
      'not-due',
    ],
    [
      'released in October, in a window from November: from the next on',
      `${batch}, window: 2024-11/2025-12`,
      '',
      '2025-10',
      'no-data (no-reading)',
    ],
    [
      'released in October, in a window from October: at once',
      `${batch}, window: 2024-10/2025-09`,
      '',
      '2024-10',
      'no-data (no-reading)',
    ],
    ['a figure that is early is judged', batch, 'titles 2024-Q1 0', '2024-03', 'lagging'],
  ]);
  it('says when the first figure should be there', () => {
    expect(judge(batch, '', '2024-01').reason).toEqual({
      code: 'before-first-release',
      args: { first: '2024-10' },
    });
  });
});

describe('readings that age', () => {
  const growth = 'indicator: growth, at_least: 7 %';
  const gdp = 'indicator: gdp, at_least: 100 亿元';
  table([
    ['monthly: one interval and the lag old', growth, 'growth 2024-Q1 7', '2024-06', 'on-track'],
    ['monthly: older is stale', growth, 'growth 2024-Q1 7', '2024-07', 'on-track stale'],
    ['monthly: a lagging one is stale as well', growth, 'growth 2024-Q1 6', '2024-07', 'lagging stale'],
    [
      'monthly: older than two intervals and the lag',
      growth,
      'growth 2024-Q1 7',
      '2024-08',
      'no-data (too-old)',
    ],
    ['quarterly: one interval and the lag old', gdp, 'gdp 2024-Q1 25', '2024-08', 'on-track'],
    ['quarterly: older is stale', gdp, 'gdp 2024-Q1 25', '2024-09', 'on-track stale'],
    ['quarterly: two intervals and the lag old', gdp, 'gdp 2024-Q1 25', '2024-11', 'on-track stale'],
    ['quarterly: older than that', gdp, 'gdp 2024-Q1 25', '2024-12', 'no-data (too-old)'],
    [
      'at the window’s end the final figure is awaited',
      growth,
      'growth 2024-01/2024-11 7',
      '2024-12',
      'on-track final-awaited',
    ],
    ['until its lag has passed', growth, 'growth 2024-01/2024-11 7', '2025-02', 'on-track final-awaited'],
    ['stale and awaited', growth, 'growth 2024-01/2024-11 6', '2025-02', 'lagging final-awaited'],
    ['then it is missing', growth, 'growth 2024-01/2024-11 7', '2025-03', 'no-data (final-missing)'],
    ['a final figure never ages', growth, 'growth 2024 7', '2030-01', 'achieved'],
  ]);
  it('gives the last reading and the status it had', () => {
    expect(judge(growth, 'growth 2024-Q1 6.5', '2024-08').reason).toEqual({
      code: 'too-old',
      args: { last: '2024-Q1', value: '6.5', unit: '%', was: 'lagging' },
    });
    expect(judge(growth, 'growth 2024-01/2024-11 7', '2025-03').reason.args.was).toBe('on-track');
  });
});

describe('bounds (4800多, 近1000) decide only what they prove', () => {
  const least = 'indicator: output, at_least: 100 亿元';
  const most = 'indicator: vacancy, at_most: 5 %';
  table([
    ['more than the value meets it', least, 'output 2024 >100', '2024-12', 'achieved bound'],
    [
      'more than less than it proves nothing',
      least,
      'output 2024 >99',
      '2024-12',
      'no-data final-awaited bound (bound-undecided)',
    ],
    ['at least the value meets it', least, 'output 2024 >=100', '2024-12', 'achieved bound'],
    [
      'at least the value does not prove more, but is as good as expected',
      'indicator: output, more_than: 100 亿元',
      'output 2024 >=100',
      '2024-12',
      'on-track final-awaited bound',
    ],
    [
      'at least more is',
      'indicator: output, more_than: 100 亿元',
      'output 2024 >=101',
      '2024-12',
      'achieved bound',
    ],
    [
      'more than the value is',
      'indicator: output, more_than: 100 亿元',
      'output 2024 >100',
      '2024-12',
      'achieved bound',
    ],
    ['less than the value misses it (近1000)', least, 'output 2024 <100', '2024-12', 'missed bound'],
    [
      'at most the value proves nothing',
      least,
      'output 2024 <=100',
      '2024-12',
      'no-data final-awaited bound (bound-undecided)',
    ],
    [
      'at most the value is not more',
      'indicator: output, more_than: 100 亿元',
      'output 2024 <=100',
      '2024-12',
      'missed bound',
    ],
    ['at most less misses it', least, 'output 2024 <=99', '2024-12', 'missed bound'],
    [
      'about the value proves nothing',
      least,
      'output 2024 ≈200',
      '2024-12',
      'no-data final-awaited bound (bound-undecided)',
    ],
    ['a ceiling: less than the value', most, 'vacancy 2024 <5', '2024-12', 'achieved bound'],
    ['a ceiling: at most the value', most, 'vacancy 2024 <=5', '2024-12', 'achieved bound'],
    ['a ceiling: more than the value', most, 'vacancy 2024 >5', '2024-12', 'missed bound'],
    [
      'a ceiling: at least the value proves nothing',
      most,
      'vacancy 2024 >=5',
      '2024-12',
      'no-data final-awaited bound (bound-undecided)',
    ],
    [
      'a strict ceiling: at least the value',
      'indicator: vacancy, less_than: 5 %',
      'vacancy 2024 >=5',
      '2024-12',
      'missed bound',
    ],
    [
      'a band: only one side is proved',
      'indicator: inflation, between: 1..3 %',
      'inflation 2024 >1',
      '2024-12',
      'no-data final-awaited bound (bound-undecided)',
    ],
    [
      'a band: surely outside',
      'indicator: inflation, between: 1..3 %',
      'inflation 2024 >3',
      '2024-12',
      'missed bound',
    ],
    ['on the way: more than expected', least, 'output 2024-S1 >50', '2024-06', 'on-track bound'],
    ['on the way: a flow that surely reached it', least, 'output 2024-S1 >100', '2024-06', 'achieved bound'],
    [
      'on the way: a ceiling surely exceeded',
      'indicator: emissions, at_most: 100 吨',
      'emissions 2024-S1 >100',
      '2024-06',
      'missed bound',
    ],
    [
      'undecided: the last exact reading counts',
      least,
      'output 2024-Q1 30; output 2024-01/2024-05 >30',
      '2024-05',
      'on-track',
    ],
    [
      'undecided, and an exact one of the same span',
      least,
      'output 2024-01/2024-05 >30; output 2024-01/2024-05 40',
      '2024-05',
      'lagging',
    ],
    [
      'undecided growth: the last exact reading counts',
      'indicator: growth, at_least: 7 %',
      'growth 2024-Q1 6; growth 2024-01/2024-04 >5; growth 2024-01/2024-05 >6',
      '2024-05',
      'lagging',
    ],
    [
      'undecided, and nothing exact before',
      least,
      'output 2024-01/2024-05 >30',
      '2024-05',
      'no-data bound (bound-undecided)',
    ],
    [
      'a bound in place of an exact stock',
      'indicator: firms, at_least: 100 家',
      'firms 2024-05 >90; firms 2024-05 99',
      '2024-05',
      'lagging',
    ],
    [
      'an undecided stock: the last exact month',
      'indicator: firms, at_least: 100 家',
      'firms 2024-04 101; firms 2024-05 >90',
      '2024-05',
      'on-track',
    ],
    [
      'a bound is no part of a sum',
      least,
      'output 2024-01/2024-02 20; output 2024-03 >9',
      '2024-03',
      'on-track',
    ],
    [
      'a bound of the very span a sum makes gives way',
      least,
      'output 2024-01/2024-02 10; output 2024-03 9; output 2024-Q1 >100',
      '2024-03',
      'lagging',
    ],
    [
      'a baseline year as a bound gives way to its sum',
      'indicator: output, rise: 10 %',
      'output 2023 >90; output 2023-S1 50; output 2023-S2 50; output 2024 110',
      '2024-12',
      'achieved',
    ],
    [
      'a change of a bound',
      'indicator: output, rise: 10 %',
      'output 2023 100; output 2024 >110',
      '2024-12',
      'achieved bound',
    ],
  ]);
});

describe('marks', () => {
  table([
    [
      'an inferred figure',
      'indicator: growth, at_least: 7 %',
      'growth 2024 7 !inferred',
      '2024-12',
      'achieved inferred',
    ],
    [
      'a sum with an inferred part',
      'indicator: output, at_least: 10 亿元',
      'output 2024-S1 5 !inferred; output 2024-S2 5',
      '2024-12',
      'achieved inferred',
    ],
    [
      'a provisional figure has none',
      'indicator: growth, at_least: 7 %',
      'growth 2024 7 !provisional',
      '2024-12',
      'achieved',
    ],
  ]);
  const today = (target: string, data: string, date: string): string =>
    said(judge(target, data, '2024-12', { today: date }));
  it.each([
    [
      'due before today and not final',
      'indicator: growth, at_least: 7 %',
      'growth 2024-01/2024-11 7',
      '2025-01-01',
      'on-track final-awaited overdue',
    ],
    [
      'due today',
      'indicator: growth, at_least: 7 %',
      'growth 2024-01/2024-11 7',
      '2024-12-31',
      'on-track final-awaited',
    ],
    [
      'due earlier than its window',
      'indicator: growth, at_least: 7 %, due: 2024-09-15',
      '',
      '2024-09-16',
      'no-data overdue (no-reading)',
    ],
    ['final: never overdue', 'indicator: growth, at_least: 7 %', 'growth 2024 5', '2025-01-01', 'missed'],
    [
      'unquantified: never overdue',
      'indicator: growth, unquantified: true',
      '',
      '2025-01-01',
      'unquantified',
    ],
  ])('overdue: %s', (_, target, data, date, expected) => expect(today(target, data, date)).toBe(expected));
});

describe('as-of (METHOD §4)', () => {
  const growth = 'indicator: growth, at_least: 7 %';
  const asOf = (targets: string, data: string, today = '2024-11-20', more = ''): string =>
    formatMonth(check(`targets: [ ${targets} ]${more}`, { data, today }).asOf);
  table([
    ['nothing after it is seen', growth, 'growth 2024-Q1 6; growth 2024-S1 8', '2024-05', 'lagging'],
    ['what ends in it is seen', growth, 'growth 2024-Q1 6; growth 2024-S1 8', '2024-06', 'on-track'],
    [
      'a baseline after it is not seen',
      'indicator: firms, rise: 1 家, baseline: { period: 2024-06 }',
      'firms 2024-05 6; firms 2024-06 5',
      '2024-05',
      'no-data (no-baseline)',
    ],
  ]);
  it.each([
    [
      'the last month an indicator has a figure for',
      `{ ${growth} }`,
      'growth 2024-Q1 6; growth 2024-01/2024-05 6',
      '2024-05',
    ],
    [
      'of all indicators together',
      `{ ${growth} }, { indicator: firms, at_least: 1 家 }`,
      'growth 2024-Q1 6; firms 2024-07 3',
      '2024-07',
    ],
    [
      'a figure inside the window counts though it is no reading',
      `{ ${growth} }`,
      'growth 2024-10 6',
      '2024-10',
    ],
    [
      'a figure outside the window does not count',
      `{ ${growth}, window: 2024-S1 }`,
      'growth 2024-Q1 6; growth 2024-01/2024-09 6',
      '2024-03',
    ],
    [
      'a stock counts by its end',
      '{ indicator: firms, at_least: 1 家, window: 2024-S2 }',
      'firms 2024-01/2024-09 6',
      '2024-09',
    ],
    ['nothing observed: the month before today', `{ ${growth} }`, '', '2024-10'],
    ['a new year’s month before today', `{ ${growth} }`, '', '2023-12', '2024-01-20'],
    ['figures of other regions do not count', `{ ${growth} }`, 'growth@东区 2024-Q1 5', '2024-10'],
    [
      'figures of the members of a group do',
      '{ indicator: growth, at_least: 7 %, region: 各区, each: region }',
      'growth@东区 2024-Q1 5',
      '2024-03',
    ],
    [
      'a target that repeats another adds nothing',
      '{ id: a, indicator: growth, at_least: 7 % }, { id: b, indicator: firms, same_as: a }',
      'growth 2024-Q1 5; firms 2024-05 6',
      '2024-03',
    ],
    ['an indicator nobody knows adds nothing', '{ indicator: nothing, at_least: 7 }', '', '2024-10'],
    [
      'on a path of years the years on the way count',
      '{ indicator: coverage, at_least: 7 %, window: 2025, baseline: { period: 2020, value: 5 % } }',
      'coverage 2022 6',
      '2022-12',
    ],
  ])('default: %s', (_, targets, data, expected, today = '2024-11-20') =>
    expect(asOf(targets, data, today)).toBe(expected),
  );
  it('is December of year 0 for want of a date: today is checked elsewhere', () => {
    expect(check('targets: []', { today: 'never' }).asOf).toBe(-1);
  });
});

describe('lag and frequency of its own', () => {
  it('counts the lag the catalogue gives', () => {
    const c = worldWith('- { id: quick, name: 快, kind: growth, unit: "%", lag: 0 }');
    holds(c, ['', 'indicator: quick, at_least: 7 %', '', '2024-01', 'not-due']);
    holds(c, ['', 'indicator: quick, at_least: 7 %', '', '2024-02', 'no-data (no-reading)']);
    holds(c, [
      '',
      'indicator: quick, at_least: 7 %',
      'quick 2024-01/2024-11 7',
      '2025-01',
      'no-data (final-missing)',
    ]);
  });
});
