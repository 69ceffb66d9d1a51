import { describe, expect, it } from 'vitest';
import { check, holds, judge, type Row, said } from './helpers.ts';

const table = (rows: readonly Row[]): void => {
  it.each(rows)('%s', (...row) => holds(undefined, row));
};

describe('comparisons of the figure itself (METHOD §3)', () => {
  table([
    [
      'at_least is met at the value',
      'indicator: growth, at_least: 7 %',
      'growth 2024 7',
      '2024-12',
      'achieved',
    ],
    ['at_least is not met below', 'indicator: growth, at_least: 7 %', 'growth 2024 6.9', '2024-12', 'missed'],
    [
      'more_than needs more (突破)',
      'indicator: growth, more_than: 7 %',
      'growth 2024 7.0',
      '2024-12',
      'missed',
    ],
    ['more_than is met above', 'indicator: growth, more_than: 7 %', 'growth 2024 7.1', '2024-12', 'achieved'],
    [
      'at_most is met at the value (以内)',
      'indicator: vacancy, at_most: 5 %',
      'vacancy 2024 5',
      '2024-12',
      'achieved',
    ],
    ['at_most is not met above', 'indicator: vacancy, at_most: 5 %', 'vacancy 2024 5.1', '2024-12', 'missed'],
    [
      'less_than needs less (低于)',
      'indicator: vacancy, less_than: 5 %',
      'vacancy 2024 5',
      '2024-12',
      'missed',
    ],
    [
      'less_than is met below',
      'indicator: vacancy, less_than: 5 %',
      'vacancy 2024 4.9',
      '2024-12',
      'achieved',
    ],
    [
      'a ceiling holds where higher is better, too',
      'indicator: growth, at_most: 7 %',
      'growth 2024 8',
      '2024-12',
      'missed',
    ],
  ]);
});

describe('about (左右) allows the tolerance on the side that is worse', () => {
  table([
    [
      'higher is better: the low end is enough',
      'indicator: growth, about: 7 %',
      'growth 2024 6.5',
      '2024-12',
      'achieved',
    ],
    [
      'higher is better: below it is missed',
      'indicator: growth, about: 7 %',
      'growth 2024 6.4',
      '2024-12',
      'missed',
    ],
    [
      'higher is better: far more is no fault',
      'indicator: growth, about: 7 %',
      'growth 2024 12',
      '2024-12',
      'achieved',
    ],
    [
      'lower is better: the high end is enough',
      'indicator: vacancy, about: 7 %',
      'vacancy 2024 7.5',
      '2024-12',
      'achieved',
    ],
    [
      'lower is better: above it is missed',
      'indicator: vacancy, about: 7 %',
      'vacancy 2024 7.6',
      '2024-12',
      'missed',
    ],
    [
      'lower is better: far less is no fault',
      'indicator: vacancy, about: 7 %',
      'vacancy 2024 1',
      '2024-12',
      'achieved',
    ],
    [
      'neither: inside below',
      'indicator: inflation, about: 3 %',
      'inflation 2024 2.5',
      '2024-12',
      'achieved',
    ],
    [
      'neither: inside above',
      'indicator: inflation, about: 3 %',
      'inflation 2024 3.5',
      '2024-12',
      'achieved',
    ],
    ['neither: outside below', 'indicator: inflation, about: 3 %', 'inflation 2024 2.4', '2024-12', 'missed'],
    ['neither: outside above', 'indicator: inflation, about: 3 %', 'inflation 2024 3.6', '2024-12', 'missed'],
  ]);
});

describe('between (3至5个百分点, 1至2个)', () => {
  table([
    [
      'higher is better: the low end is enough',
      'indicator: output, between: 1..2 亿元',
      'output 2024 1',
      '2024-12',
      'achieved',
    ],
    [
      'higher is better: beyond the high end is no fault',
      'indicator: output, between: 1..2 亿元',
      'output 2024 5',
      '2024-12',
      'achieved',
    ],
    [
      'higher is better: below is missed',
      'indicator: output, between: 1..2 亿元',
      'output 2024 0.9',
      '2024-12',
      'missed',
    ],
    [
      'lower is better: the high end is enough',
      'indicator: vacancy, between: 1..2 %',
      'vacancy 2024 2',
      '2024-12',
      'achieved',
    ],
    [
      'lower is better: below the low end is no fault',
      'indicator: vacancy, between: 1..2 %',
      'vacancy 2024 0',
      '2024-12',
      'achieved',
    ],
    [
      'lower is better: above is missed',
      'indicator: vacancy, between: 1..2 %',
      'vacancy 2024 2.1',
      '2024-12',
      'missed',
    ],
    ['neither: inside', 'indicator: inflation, between: 1..2 %', 'inflation 2024 1', '2024-12', 'achieved'],
    ['neither: below', 'indicator: inflation, between: 1..2 %', 'inflation 2024 0.9', '2024-12', 'missed'],
    ['neither: above', 'indicator: inflation, between: 1..2 %', 'inflation 2024 2.1', '2024-12', 'missed'],
  ]);
});

describe('improve and no_worse compare with the baseline', () => {
  const [up, down] = ['indicator: coverage, improve: true', 'indicator: vacancy, improve: true'];
  table([
    ['improve: better', up, 'coverage 2023 80; coverage 2024 80.1', '2024-12', 'achieved'],
    ['improve: the same is not better', up, 'coverage 2023 80; coverage 2024 80', '2024-12', 'missed'],
    ['improve: less is better where lower is', down, 'vacancy 2023 8; vacancy 2024 7', '2024-12', 'achieved'],
    [
      'improve: more is worse where lower is better',
      down,
      'vacancy 2023 8; vacancy 2024 9',
      '2024-12',
      'missed',
    ],
    [
      'improve: a place moves forward (前移)',
      'indicator: place, improve: true',
      'place 2023 5; place 2024 4',
      '2024-12',
      'achieved',
    ],
    [
      'improve: as good as the baseline so far',
      up,
      'coverage 2023-01/2023-05 80; coverage 2024-01/2024-05 80',
      '2024-05',
      'on-track',
    ],
    [
      'improve: worse than the baseline so far',
      up,
      'coverage 2023-01/2023-05 80; coverage 2024-01/2024-05 79',
      '2024-05',
      'lagging',
    ],
    ['improve: no baseline', up, 'coverage 2024 80', '2024-12', 'no-data (no-baseline)'],
    [
      'no_worse: the same',
      'indicator: place, no_worse: true',
      'place 2023 1; place 2024 1',
      '2024-12',
      'achieved',
    ],
    ['no_worse: lost', 'indicator: place, no_worse: true', 'place 2023 1; place 2024 2', '2024-12', 'missed'],
    [
      'no_worse: higher is better',
      'indicator: coverage, no_worse: true',
      'coverage 2023 80; coverage 2024 80',
      '2024-12',
      'achieved',
    ],
    [
      'no_worse: neither is better, so it must stay',
      'indicator: level, no_worse: true',
      'level 2023 80; level 2024 81',
      '2024-12',
      'missed',
    ],
    [
      'no_worse: no baseline',
      'indicator: firms, no_worse: true',
      'firms 2024 1',
      '2024-12',
      'no-data (no-baseline)',
    ],
    [
      'improve of a flow is not settled before the year is',
      'indicator: output, improve: true',
      'output 2023-01/2023-05 50; output 2024-01/2024-05 60',
      '2024-05',
      'on-track',
    ],
    [
      'improve of a flow compares with the same span, unpaced',
      'indicator: output, improve: true',
      'output 2023-01/2023-05 50; output 2024-01/2024-05 49',
      '2024-05',
      'lagging',
    ],
    [
      'improve of a flow on a stated year is settled when it passes it',
      'indicator: output, improve: true, baseline: { period: 2023, value: 100 亿元 }',
      'output 2024-01/2024-10 101',
      '2024-10',
      'achieved',
    ],
    [
      'a baseline known as a bound proves nothing',
      up,
      'coverage 2023 >80; coverage 2024 81',
      '2024-12',
      'no-data (no-baseline)',
    ],
  ]);
});

describe('rise and fall', () => {
  const b = 'baseline: { period: 2023, value: 80 % }';
  table([
    [
      'a rise in the unit of a level',
      'indicator: firms, rise: 20 家',
      'firms 2023 100; firms 2024 120',
      '2024-12',
      'achieved',
    ],
    [
      'a rise in the unit, short of it',
      'indicator: firms, rise: 20 家',
      'firms 2023 100; firms 2024 119',
      '2024-12',
      'missed',
    ],
    [
      'a rise in another unit of the level',
      'indicator: firms, rise: 0.002 万家',
      'firms 2023 100; firms 2024 120',
      '2024-12',
      'achieved',
    ],
    [
      'a rise in points of a rate (提高1个百分点)',
      'indicator: coverage, rise: 1 百分点',
      'coverage 2023 80.4; coverage 2024 81.4',
      '2024-12',
      'achieved',
    ],
    [
      'a rise in points, short of it',
      'indicator: coverage, rise: 1 百分点',
      'coverage 2023 80.4; coverage 2024 81.3',
      '2024-12',
      'missed',
    ],
    [
      '1.1 points from 8.3 to 9.4: arithmetic is decimal',
      'indicator: coverage, rise: 1.1 百分点',
      'coverage 2023 8.3; coverage 2024 9.4',
      '2024-12',
      'achieved',
    ],
    [
      'a rise in points of a growth',
      'indicator: growth, rise: 1 百分点',
      'growth 2023 5.5; growth 2024 6.5',
      '2024-12',
      'achieved',
    ],
    [
      'a rise in points of a rate in ‰ is ten times as much',
      'indicator: coverage, rise: 10 千分点',
      'coverage 2023 80.4; coverage 2024 81.4',
      '2024-12',
      'achieved',
    ],
    [
      'a place moves forward by so many (前移1位)',
      'indicator: place, fall: 1 位',
      'place 2023 5; place 2024 4',
      '2024-12',
      'achieved',
    ],
    [
      'a rise in the unit of an index',
      'indicator: price, rise: 2 指数',
      'price 2023 100; price 2024 101.9',
      '2024-12',
      'missed',
    ],
    [
      'a rise in another compound unit: 0.5 万元 a 亩 are 7.5 元 a 平方米',
      'indicator: yield, rise: 7.5 元/平方米',
      'yield 2023 30; yield 2024 30.5',
      '2024-12',
      'achieved',
    ],
    [
      'a rise in % of a level',
      'indicator: firms, rise: 10 %',
      'firms 2023 100; firms 2024 110',
      '2024-12',
      'achieved',
    ],
    [
      'a rise in % of a level, short of it',
      'indicator: firms, rise: 10 %',
      'firms 2023 100; firms 2024 109',
      '2024-12',
      'missed',
    ],
    [
      'a relative rise of a rate',
      'indicator: coverage, rise: { at_least: 10 %, relative: true }',
      'coverage 2023 50; coverage 2024 55',
      '2024-12',
      'achieved',
    ],
    [
      'a relative rise of a rate, short of it',
      'indicator: coverage, rise: { at_least: 10 %, relative: true }',
      'coverage 2023 50; coverage 2024 54',
      '2024-12',
      'missed',
    ],
    [
      'a rise of about a point: a tenth of it may lack',
      'indicator: coverage, rise: { about: 1 百分点 }',
      'coverage 2023 80.0; coverage 2024 80.9',
      '2024-12',
      'achieved',
    ],
    [
      'a rise of about a point, short of it',
      'indicator: coverage, rise: { about: 1 百分点 }',
      'coverage 2023 80.0; coverage 2024 80.89',
      '2024-12',
      'missed',
    ],
    [
      'a rise between: the low end is enough',
      'indicator: coverage, rise: { between: 3..5 百分点 }',
      'coverage 2023 80; coverage 2024 83',
      '2024-12',
      'achieved',
    ],
    [
      'a rise of at most so much',
      'indicator: coverage, rise: { at_most: 2 百分点 }',
      'coverage 2023 80; coverage 2024 82.1',
      '2024-12',
      'missed',
    ],
    [
      'a rise of more than so much',
      'indicator: coverage, rise: { more_than: 2 百分点 }',
      'coverage 2023 80; coverage 2024 82',
      '2024-12',
      'missed',
    ],
    [
      'a fall in % of a level (较2020年下降18%)',
      'indicator: intensity, fall: 18 %',
      'intensity 2023 0.50; intensity 2024 0.41',
      '2024-12',
      'achieved',
    ],
    [
      'a fall in %, short of it',
      'indicator: intensity, fall: 18 %',
      'intensity 2023 0.50; intensity 2024 0.411',
      '2024-12',
      'missed',
    ],
    [
      'a fall in the unit',
      'indicator: backlog, fall: 20 件',
      'backlog 2023 100; backlog 2024 80',
      '2024-12',
      'achieved',
    ],
    [
      'a fall in points',
      'indicator: vacancy, fall: 2 百分点',
      'vacancy 2023 9; vacancy 2024 7.1',
      '2024-12',
      'missed',
    ],
    [
      'a fall of at most so much is a floor',
      'indicator: backlog, fall: { at_most: 20 件 }',
      'backlog 2023 100; backlog 2024 79',
      '2024-12',
      'missed',
    ],
    [
      'a fall of at most so much, kept',
      'indicator: backlog, fall: { at_most: 20 件 }',
      'backlog 2023 100; backlog 2024 80',
      '2024-12',
      'achieved',
    ],
    [
      'a fall of less than so much',
      'indicator: backlog, fall: { less_than: 20 件 }',
      'backlog 2023 100; backlog 2024 80',
      '2024-12',
      'missed',
    ],
    [
      'a fall of about: more of it is no fault',
      'indicator: backlog, fall: { about: 20 件 }',
      'backlog 2023 100; backlog 2024 50',
      '2024-12',
      'achieved',
    ],
    [
      'a fall of about: a tenth may lack',
      'indicator: backlog, fall: { about: 20 件 }',
      'backlog 2023 100; backlog 2024 82',
      '2024-12',
      'achieved',
    ],
    [
      'a fall of about, where higher is better: less of it is no fault',
      'indicator: firms, fall: { about: 20 家 }',
      'firms 2023 100; firms 2024 99',
      '2024-12',
      'achieved',
    ],
    [
      'a fall of about, where higher is better: too much',
      'indicator: firms, fall: { about: 20 家 }',
      'firms 2023 100; firms 2024 77',
      '2024-12',
      'missed',
    ],
    [
      'a fall of about, short of it',
      'indicator: backlog, fall: { about: 20 件 }',
      'backlog 2023 100; backlog 2024 83',
      '2024-12',
      'missed',
    ],
    [
      'a fall between: the low end is enough',
      'indicator: backlog, fall: { between: 10..20 件 }',
      'backlog 2023 100; backlog 2024 90',
      '2024-12',
      'achieved',
    ],
    [
      'a fall between: more of it is no fault',
      'indicator: backlog, fall: { between: 10..20 件 }',
      'backlog 2023 100; backlog 2024 70',
      '2024-12',
      'achieved',
    ],
    [
      'a fall between, neither better: too much',
      'indicator: level, fall: { between: 10..20 件 }',
      'level 2023 100; level 2024 70',
      '2024-12',
      'missed',
    ],
    [
      'a fall between, neither better: inside',
      'indicator: level, fall: { between: 10..20 件 }',
      'level 2023 100; level 2024 85',
      '2024-12',
      'achieved',
    ],
    [
      'a rise from the stated baseline, whatever was observed',
      `indicator: coverage, rise: 1 百分点, ${b}`,
      'coverage 2023 90; coverage 2024 81',
      '2024-12',
      'achieved',
    ],
    ['no baseline', 'indicator: firms, rise: 10 家', 'firms 2024 100', '2024-12', 'no-data (no-baseline)'],
    ['no reading', 'indicator: firms, rise: 10 家', 'firms 2023 100', '2024-12', 'no-data (no-reading)'],
    [
      'a baseline that is only a bound',
      'indicator: firms, rise: 10 家',
      'firms 2023 >100; firms 2024 111',
      '2024-12',
      'no-data (no-baseline)',
    ],
    [
      'no rate on a base of nothing',
      'indicator: firms, rise: 10 %',
      'firms 2023 0; firms 2024 5',
      '2024-12',
      'no-data (base-not-positive)',
    ],
    [
      'a fall of a flow that has used it up',
      'indicator: emissions, fall: 10 %, baseline: { period: 2023, value: 100 吨 }',
      'emissions 2024-01/2024-09 91',
      '2024-09',
      'missed',
    ],
  ]);
});

describe('times (1.2倍, 翻一番)', () => {
  const base = '{ id: a, indicator: output, at_least: 100 亿元 }';
  const withTarget = (data: string, asOf: string): string =>
    said(
      judge(
        `${base.slice(1, -1)} }, { id: b, indicator: output, times: 1.2, baseline: { target: a }`,
        '',
        asOf,
        {
          data,
          wanted: (i) => i.id === 'b',
        },
      ),
    );
  table([
    ['doubled', 'indicator: firms, times: 2', 'firms 2023 50; firms 2024 100', '2024-12', 'achieved'],
    ['not doubled', 'indicator: firms, times: 2 倍', 'firms 2023 50; firms 2024 99', '2024-12', 'missed'],
    [
      'at most so many times',
      'indicator: firms, times: { at_most: 1.5 }',
      'firms 2023 50; firms 2024 76',
      '2024-12',
      'missed',
    ],
    [
      'no times of nothing',
      'indicator: firms, times: 2',
      'firms 2023 0; firms 2024 10',
      '2024-12',
      'no-data (base-not-positive)',
    ],
    ['no baseline', 'indicator: firms, times: 2', 'firms 2024 10', '2024-12', 'no-data (no-baseline)'],
    [
      'of a flow against the same span a year before',
      'indicator: output, times: 1.2',
      'output 2023-01/2023-05 50; output 2024-01/2024-05 60',
      '2024-05',
      'on-track',
    ],
    [
      'of a flow, behind the same span a year before',
      'indicator: output, times: 1.2',
      'output 2023-01/2023-05 50; output 2024-01/2024-05 59',
      '2024-05',
      'lagging',
    ],
  ]);
  it.each([
    ['met', 'output 2024 120', '2024-12', 'achieved'],
    ['not met', 'output 2024 119', '2024-12', 'missed'],
    ['paced over the window', 'output 2024-S1 60', '2024-06', 'on-track'],
    ['behind its pace', 'output 2024-S1 59', '2024-06', 'lagging'],
    ['a flow that has already reached it', 'output 2024-01/2024-09 120', '2024-09', 'achieved'],
  ])("of another target's value: %s", (_, data, asOf, expected) => {
    expect(withTarget(data, asOf)).toBe(expected);
  });
  it.each([
    ['a target that is not there', '{ id: b, indicator: output, times: 1.2, baseline: { target: nowhere } }'],
    [
      'a target without a value',
      '{ id: a, indicator: output, improve: true }, { id: b, indicator: output, times: 1.2, baseline: { target: a } }',
    ],
    [
      'a target that is a change itself',
      '{ id: a, indicator: output, rise: 10 亿元 }, { id: b, indicator: output, times: 1.2, baseline: { target: a } }',
    ],
    [
      'a target in another kind of unit',
      '{ id: a, indicator: firms, at_least: 10 家 }, { id: b, indicator: output, times: 1.2, baseline: { target: a } }',
    ],
  ])('is no baseline: %s', (_, targets) => {
    const given = { data: 'output 2024 120', wanted: (i: { id: string }) => i.id === 'b' };
    expect(said(judge(targets.slice(1, -1), '', '2024-12', given))).toBe('no-data (no-baseline)');
  });
});

describe('average (年均增长)', () => {
  const five = 'indicator: firms, window: 2025, average: 10 %, baseline: { period: 2020, value: 100 家 }';
  const about =
    'indicator: firms, window: 2025, average: { about: 10 % }, baseline: { period: 2020, value: 100 家 }';
  const flow = 'indicator: output, window: 2025, average: 7 %, baseline: { period: 2020, value: 100 亿元 }';
  table([
    [
      'exact over one year',
      'indicator: firms, average: 7 %, baseline: { period: 2023, value: 100 家 }',
      'firms 2024 107',
      '2024-12',
      'achieved',
    ],
    [
      'one year, short of it',
      'indicator: firms, average: 7 %, baseline: { period: 2023, value: 1000 家 }',
      'firms 2024 1069',
      '2024-12',
      'missed',
    ],
    ['five years at exactly ten per cent', five, 'firms 2025-12 161.051', '2025-12', 'achieved'],
    ['five years, short of it', five, 'firms 2025-12 161.05', '2025-12', 'missed'],
    ['about: a tenth of the rate may lack', about, 'firms 2025-12 153.9', '2025-12', 'achieved'],
    ['about, short of it', about, 'firms 2025-12 153.8', '2025-12', 'missed'],
    ['two years on, at the rate', five, 'firms 2022-12 121', '2022-12', 'on-track'],
    ['two years on, below the rate', five, 'firms 2022-12 120', '2022-12', 'lagging'],
    ['annual figures of a flow', flow, 'output 2021 107; output 2022 114.49', '2022-12', 'on-track'],
    [
      'an annual figure of a flow below the rate',
      flow,
      'output 2021 107; output 2022 114.4',
      '2022-12',
      'lagging',
    ],
    ['no reading', five, '', '2026-03', 'no-data (no-reading)'],
    [
      'a part of a year is not set against a whole one',
      'indicator: output, average: 8 %, baseline: { period: 2023 }',
      'output 2023 100; output 2024-01/2024-05 50',
      '2024-05',
      'no-data (spans-differ)',
    ],
    [
      'a whole year against a whole one',
      'indicator: output, average: 8 %, baseline: { period: 2023 }',
      'output 2023 100; output 2024-01/2024-05 50; output 2024 108',
      '2024-12',
      'achieved',
    ],
    [
      'no baseline',
      'indicator: firms, average: 7 %, baseline: { period: 2020 }',
      'firms 2024 107',
      '2024-12',
      'no-data (no-baseline)',
    ],
    [
      'a base of nothing',
      'indicator: firms, average: 7 %, baseline: { period: 2023, value: 0 家 }',
      'firms 2024 107',
      '2024-12',
      'no-data (base-not-positive)',
    ],
  ]);
  it('states the rate it made', () => {
    expect(judge(five, 'firms 2025-12 161.051', '2025-12').actual?.value.toFixed()).toBe('10');
  });
});

describe('tolerance of about', () => {
  const growth = (more: string): string => `indicator: growth, about: 7 %${more}`;
  const output = (more: string): string => `indicator: output, about: 100 亿元${more}`;
  table([
    ['half a point for a rate', growth(''), 'growth 2024 6.5', '2024-12', 'achieved'],
    ['five per cent of a quantity', output(''), 'output 2024 95', '2024-12', 'achieved'],
    ['five per cent of a quantity, short of it', output(''), 'output 2024 94.9', '2024-12', 'missed'],
    ['its own in points', growth(', tolerance: 0.2 百分点'), 'growth 2024 6.79', '2024-12', 'missed'],
    ['its own in the unit', output(', tolerance: 1 亿元'), 'output 2024 99', '2024-12', 'achieved'],
    ['its own in another unit', output(', tolerance: 10000 万元'), 'output 2024 98.9', '2024-12', 'missed'],
    ['its own as a part of the value', output(', tolerance: 10 %'), 'output 2024 90', '2024-12', 'achieved'],
    ['its own as a bare number', output(', tolerance: 3'), 'output 2024 97', '2024-12', 'achieved'],
    ['nothing at all', output(', tolerance: 0'), 'output 2024 99.9', '2024-12', 'missed'],
    [
      'its own for a change in points',
      'indicator: coverage, rise: { about: 1 百分点 }, tolerance: 0.5 百分点',
      'coverage 2023 80; coverage 2024 80.5',
      '2024-12',
      'achieved',
    ],
    [
      'a tenth of an amount',
      'indicator: firms, rise: { about: 50 家 }',
      'firms 2023 100; firms 2024 145',
      '2024-12',
      'achieved',
    ],
    [
      'a tenth of an amount, short of it',
      'indicator: firms, rise: { about: 50 家 }',
      'firms 2023 100; firms 2024 144',
      '2024-12',
      'missed',
    ],
  ]);
  it("is the plan's own where the plan sets one", () => {
    const { verdicts } = check('tolerance: 2 %, targets: [ { indicator: output, about: 100 亿元 } ]', {
      data: 'output 2024 97',
      asOf: '2024-12',
    });
    expect(verdicts.map(said)).toEqual(['missed']);
  });
});

describe('units of the target and the figures', () => {
  table([
    [
      '万元 in the target, 亿元 in the figures',
      'indicator: output, at_least: 12000 万元',
      'output 2024 1.2 亿元',
      '2024-12',
      'achieved',
    ],
    [
      '亿元 in the target, 万元 in the figures',
      'indicator: output, at_least: 1.2 亿元',
      'output 2024 11999 万元',
      '2024-12',
      'missed',
    ],
    [
      'nouns are interchangeable',
      'indicator: firms, at_least: 10 户',
      'firms 2024 10 个',
      '2024-12',
      'achieved',
    ],
    [
      'an index takes a bare number',
      'indicator: price, at_least: 105',
      'price 2024 105',
      '2024-12',
      'achieved',
    ],
    [
      'twelve times 0.1 is 1.2',
      'indicator: output, at_least: 1.2 亿元',
      Array.from({ length: 12 }, (_, i) => `output 2024-${String(i + 1).padStart(2, '0')} 0.1`).join('; '),
      '2024-12',
      'achieved',
    ],
  ]);
  it('shows the figure in the unit of the target', () => {
    const v = judge('indicator: output, at_least: 12000 万元', 'output 2024 1.2', '2024-12');
    expect(`${v.actual?.value.toFixed()} ${v.actual?.unit.text}`).toBe('12000 万元');
  });
});

describe('the stretch (力争8 %)', () => {
  it.each([
    ['met', 'at_least: 8 %', 'growth 2024 8', true],
    ['not met', 'at_least: 8 %', 'growth 2024 7.5', false],
    ['not known from a bound', 'at_least: 8 %', 'growth 2024 >7.2', undefined],
  ])('is shown beside the status: %s', (_, stretch, data, met) => {
    const v = judge(`indicator: growth, at_least: 7 %, stretch: { ${stretch} }`, data, '2024-12');
    expect([v.status, v.stretch]).toEqual(['achieved', { met }]);
  });
  it('has a unit of its own', () => {
    const v = judge(
      'indicator: output, at_least: 1 亿元, stretch: { at_least: 11000 万元 }',
      'output 2024 1.2',
      '2024-12',
    );
    expect(v.stretch).toEqual({ met: true });
  });
  it('is not known where its own base is missing', () => {
    const v = judge(
      'indicator: firms, rise: 10 家, stretch: { at_least: 10 % }',
      'firms 2023 0; firms 2024 15',
      '2024-12',
    );
    expect([v.status, v.stretch]).toEqual(['achieved', { met: undefined }]);
  });
  it('is made with the change of the target', () => {
    const v = judge(
      'indicator: firms, rise: 10 家, stretch: { at_least: 20 家 }',
      'firms 2023 100; firms 2024 115',
      '2024-12',
    );
    expect([v.status, v.stretch]).toEqual(['achieved', { met: false }]);
  });
});

describe('unquantified', () => {
  table([
    [
      'a masked figure (xx)',
      'indicator: output, unquantified: true',
      'output 2024 1',
      '2024-12',
      'unquantified',
    ],
    ['without an indicator', 'title: 领先, unquantified: true', '', '2024-12', 'unquantified'],
    ['no form at all', 'indicator: output', 'output 2024 1', '2024-12', 'unquantified'],
    ['an indicator nobody knows', 'indicator: nothing, at_least: 1', '', '2024-12', 'no-data (unreadable)'],
  ]);
});
