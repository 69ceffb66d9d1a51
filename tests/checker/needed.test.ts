import { describe, expect, it } from 'vitest';
import { plain } from '../../src/model/decimal.ts';
import { formatMonth } from '../../src/model/period.ts';
import type { Amount, Needed } from '../../src/model/verdict.ts';
import { amount, catalogue, judge } from './helpers.ts';

const c = catalogue();

const asked = (target: string, data: string, asOf: string): Needed | undefined =>
  judge(target, data, asOf, { catalogue: c, history: true }).needed;

const short = ({ value, unit }: Amount): string => `${plain(value, 4)} ${unit.text}`;

/** What is still needed, in words. */
function needed(target: string, data: string, asOf = '2024-12'): string {
  const n = asked(target, data, asOf);
  if (!n) return 'nothing said';
  return [
    `${n.kind}${n.atMost ? ' at most' : ''} ${short(n.amount)}`,
    `in ${n.months} months`,
    ...(n.perMonth ? [`${short(n.perMonth)} a month`] : []),
    ...(n.perYear ? [`${short(n.perYear)} a year`] : []),
    ...(n.yearBefore ? [`${amount(n.yearBefore)} a year before`] : []),
    ...(n.usedUp === undefined ? [] : [`used up in ${formatMonth(n.usedUp)}`]),
    ...(n.exceeds ? ['exceeds'] : []),
    ...(n.assumed ? ['assumed'] : []),
    ...(n.strict ? ['strictly'] : []),
    ...(n.aim ? [`to ${amount(n.aim)}`] : []),
    ...(n.weight ? [`${plain(n.weight, 4)} of last year`] : []),
  ].join(', ');
}

/** How hard it is: how many times what is usual, and what is taken for it. */
function hard(target: string, data: string, asOf = '2024-12'): string {
  const n = asked(target, data, asOf);
  const times = n?.hardness ? `${plain(n.hardness, 4)} × ` : '';
  return `${n?.soFar ? `${short(n.soFar)} so far: ` : ''}${times}${n?.against ?? 'unknown'}`;
}

/** How often it was reached before. */
function reached(target: string, data: string, asOf = '2024-12'): string {
  const found = asked(target, data, asOf)?.history;
  return found ? `${found.reached} of ${found.of}` : 'unknown';
}

describe('a flow needs v − a in all and per remaining month (METHOD §5)', () => {
  it.each([
    [
      'in all and a month',
      'indicator: output, at_least: 120 亿元',
      'output 2024-01/2024-08 60',
      'remainder 60 亿元, in 4 months, 15 亿元 a month',
    ],
    [
      'beside what the same months brought a year before',
      'indicator: output, at_least: 120 亿元',
      'output 2024-01/2024-08 60; output 2023-01/2023-08 70; output 2023 100',
      'remainder 60 亿元, in 4 months, 15 亿元 a month, 30 亿元 a year before',
    ],
    [
      '… published for those months',
      'indicator: output, at_least: 120 亿元',
      'output 2024-S1 60; output 2023-S2 55',
      'remainder 60 亿元, in 6 months, 10 亿元 a month, 55 亿元 a year before',
    ],
    [
      '… in the unit of the target',
      'indicator: output, at_least: 12000 万元',
      'output 2024-S1 0.6; output 2023-S2 0.5',
      'remainder 6000 万元, in 6 months, 1000 万元 a month, 5000 万元 a year before',
    ],
    [
      '… not where that is only a bound',
      'indicator: output, at_least: 120 亿元',
      'output 2024-S1 60; output 2023-S2 >55',
      'remainder 60 亿元, in 6 months, 10 亿元 a month',
    ],
    [
      'towards the low end of a range',
      'indicator: output, between: 120..150 亿元',
      'output 2024-S1 60',
      'remainder 60 亿元, in 6 months, 10 亿元 a month',
    ],
    [
      'towards a rise over a stated year',
      'indicator: output, rise: 20 %, baseline: { period: 2023, value: 100 亿元 }',
      'output 2024-S1 60',
      'remainder 60 亿元, in 6 months, 10 亿元 a month',
    ],
    [
      'nothing once it is reached',
      'indicator: output, at_least: 120 亿元',
      'output 2024-S1 120',
      'nothing said',
    ],
    ['nothing from a bound', 'indicator: output, at_least: 120 亿元', 'output 2024-S1 >60', 'nothing said'],
    [
      'nothing where the aim moves with the reading and the whole of last year is not known',
      'indicator: output, rise: 20 %',
      'output 2023-S1 50; output 2024-S1 55',
      'nothing said',
    ],
    [
      'towards a rise over the whole of last year, where it is known',
      'indicator: output, rise: 20 %',
      'output 2023-S1 40; output 2023 100; output 2024-S1 55',
      'remainder 65 亿元, in 6 months, 10.8333 亿元 a month, 60 亿元 a year before, to 120 亿元',
    ],
    [
      'towards more than last year',
      'indicator: output, improve: true',
      'output 2023-S1 40; output 2023 100; output 2024-S1 55',
      'remainder 45 亿元, in 6 months, 7.5 亿元 a month, 60 亿元 a year before, strictly, to 100 亿元',
    ],
    [
      'more than is reached exactly is still to be brought',
      'indicator: net-firms, more_than: 120 户',
      'net-firms 2024-S1 120',
      'remainder 0 户, in 6 months, 0 户 a month, strictly',
    ],
    [
      'a flow that can fall again has something to spare',
      'indicator: net-firms, at_least: 120 户',
      'net-firms 2024-S1 150',
      'margin 30 户, in 6 months',
    ],
    [
      'a flow that must stay between: first up to the floor',
      'indicator: quota, between: 120..150 吨',
      'quota 2024-S1 60',
      'remainder 60 吨, in 6 months, 10 吨 a month',
    ],
    [
      '… then below the ceiling',
      'indicator: quota, between: 120..150 吨',
      'quota 2024-S1 130',
      'headroom 20 吨, in 6 months, 3.3333 吨 a month, used up in 2024-07, exceeds',
    ],
    [
      'not what the same months brought before a break in the series',
      'indicator: output, at_least: 120 亿元',
      'output 2024-S1 60; output 2023-S2 55; output 2024-Q1 30 !break',
      'remainder 60 亿元, in 6 months, 10 亿元 a month',
    ],
    [
      'while the final figure is awaited',
      'indicator: output, at_least: 120 亿元',
      'output 2024-01/2024-11 100',
      'remainder 20 亿元, in 1 months, 20 亿元 a month',
    ],
  ])('%s', (_, target, data, expected) => expect(needed(target, data)).toBe(expected));
  it('says nothing once the window is over', () => {
    expect(needed('indicator: output, at_least: 120 亿元', 'output 2024-01/2024-11 100', '2025-01')).toBe(
      'nothing said',
    );
  });
});

describe('a ceiling has headroom left, and a month in which the present rate uses it up', () => {
  it('what has to go again where it is exceeded already, by what can fall', () => {
    const net = 'indicator: net-firms, at_most: 100 户';
    expect(needed(net, 'net-firms 2024-S1 101')).toBe(
      'change at most 1 户, in 6 months, 0.1667 户 a month, exceeds',
    );
  });
  it.each([
    [
      'used up within the window',
      'indicator: emissions, at_most: 120 吨',
      'emissions 2024-S1 80',
      'headroom 40 吨, in 6 months, 6.6667 吨 a month, used up in 2024-09, exceeds',
    ],
    [
      'used up at the very end',
      'indicator: emissions, at_most: 120 吨',
      'emissions 2024-S1 60',
      'headroom 60 吨, in 6 months, 10 吨 a month, used up in 2024-12',
    ],
    [
      'used up in a month that thirds lead to',
      'indicator: emissions, at_most: 28 吨',
      'emissions 2024-Q1 7',
      'headroom 21 吨, in 9 months, 2.3333 吨 a month, used up in 2024-12',
    ],
    [
      'used up within a month',
      'indicator: emissions, at_most: 100 吨',
      'emissions 2024-S1 80',
      'headroom 20 吨, in 6 months, 3.3333 吨 a month, used up in 2024-08, exceeds',
    ],
    [
      'not used up within the window',
      'indicator: emissions, at_most: 120 吨',
      'emissions 2024-S1 50',
      'headroom 70 吨, in 6 months, 11.6667 吨 a month',
    ],
    [
      'never at a rate of nothing',
      'indicator: emissions, at_most: 120 吨',
      'emissions 2024-S1 0',
      'headroom 120 吨, in 6 months, 20 吨 a month',
    ],
    [
      'beside what the same months used a year before',
      'indicator: emissions, at_most: 120 吨',
      'emissions 2023-S2 50; emissions 2024-S1 50',
      'headroom 70 吨, in 6 months, 11.6667 吨 a month, 50 吨 a year before',
    ],
    [
      'along its season: the rest of the year uses less',
      'indicator: emissions, at_most: 100 吨, pace: seasonal',
      'emissions 2023-S1 80; emissions 2023 100; emissions 2024-S1 80',
      'headroom 20 吨, in 6 months, 3.3333 吨 a month, 20 吨 a year before, used up in 2024-12',
    ],
    [
      'along its season, month by month',
      'indicator: emissions, at_most: 90 吨, pace: seasonal',
      'emissions 2023-S1 80; emissions 2023-07 10; emissions 2023-08 5; emissions 2023 100; emissions 2024-S1 80',
      'headroom 10 吨, in 6 months, 1.6667 吨 a month, 20 吨 a year before, used up in 2024-07, exceeds',
    ],
    [
      'along its season: a month whose season is not known says nothing',
      'indicator: emissions, at_most: 100 吨, pace: seasonal',
      'emissions 2023-S1 30; emissions 2023-07 4; emissions 2023-08/2023-12 66; emissions 2023 100; emissions 2024-S1 33',
      'headroom 67 吨, in 6 months, 11.1667 吨 a month, 70 吨 a year before, used up in 2024-12, exceeds',
    ],
    [
      'along its checkpoints',
      'indicator: emissions, at_most: 90 吨, steps: { 2024-06: 80 % }',
      'emissions 2024-S1 75',
      'headroom 15 吨, in 6 months, 2.5 吨 a month, used up in 2024-11, exceeds',
    ],
    [
      'a stock that rises towards its ceiling',
      'indicator: backlog, at_most: 100 件',
      'backlog 2023-12 60; backlog 2024-06 82',
      'headroom 18 件, in 6 months, 3 件 a month, used up in 2024-11, exceeds',
    ],
    [
      'a stock that is at its ceiling and rises',
      'indicator: backlog, at_most: 100 件',
      'backlog 2023-12 60; backlog 2024-06 100',
      'headroom 0 件, in 6 months, 0 件 a month, used up in 2024-07, exceeds',
    ],
    [
      'a stock that does not rise',
      'indicator: backlog, at_most: 100 件',
      'backlog 2023-12 90; backlog 2024-06 82',
      'headroom 18 件, in 6 months, 3 件 a month',
    ],
    [
      'a stock that rises as it did over the same months a year before',
      'indicator: backlog, at_most: 100 件',
      'backlog 2023-06 50; backlog 2023-12 60; backlog 2024-06 82',
      'headroom 18 件, in 6 months, 3 件 a month, 10 件 a year before, used up in 2024-11, exceeds',
    ],
    [
      'a stock above its ceiling has to come down',
      'indicator: backlog, at_most: 60 件',
      'backlog 2024-06 72',
      'change at most 12 件, in 6 months, 2 件 a month',
    ],
    [
      'so has one that must be less',
      'indicator: backlog, less_than: 60 件',
      'backlog 2024-06 60',
      'change at most 0 件, in 6 months, 0 件 a month, strictly',
    ],
  ])('%s', (_, target, data, expected) => expect(needed(target, data)).toBe(expected));
});

describe('growth needs (G − w·g) ÷ (1 − w)', () => {
  const growth = 'indicator: output.growth, at_least: 7 %';
  it.each([
    [
      'w is the span’s share of last year’s level',
      growth,
      'output.growth 2024-S1 5; output 2023-S1 40; output 2023 100',
      'growth 8.3333 %, in 6 months, 0.4 of last year',
    ],
    [
      'levels unknown: the part of the year, assumed',
      growth,
      'output.growth 2024-S1 5',
      'growth 9 %, in 6 months, assumed',
    ],
    [
      'one level unknown',
      growth,
      'output.growth 2024-S1 5; output 2023 100',
      'growth 9 %, in 6 months, assumed',
    ],
    [
      'a level that is only a bound',
      growth,
      'output.growth 2024-S1 5; output 2023-S1 >40; output 2023 100',
      'growth 9 %, in 6 months, assumed',
    ],
    [
      'a year that is only a bound',
      growth,
      'output.growth 2024-S1 5; output 2023-Q1 20; output 2023-Q2 20; output 2023 >100',
      'growth 9 %, in 6 months, assumed',
    ],
    [
      'a year of nothing',
      growth,
      'output.growth 2024-S1 5; output 2023-S1 -1; output 2023 0',
      'growth 9 %, in 6 months, assumed',
    ],
    [
      'a span that was all of last year',
      growth,
      'output.growth 2024-S1 5; output 2023-S1 100; output 2023 100',
      'growth 9 %, in 6 months, assumed',
    ],
    [
      'a growth of no level',
      'indicator: growth, at_least: 7 %',
      'growth 2024-S1 5',
      'growth 9 %, in 6 months, assumed',
    ],
    [
      'not across a break in the levels',
      growth,
      'output.growth 2024-S1 5; output 2023-S1 40; output 2023-Q3 20 !break; output 2023 100',
      'growth 9 %, in 6 months, assumed',
    ],
    [
      'a ceiling on growth: at most',
      'indicator: inflation, at_most: 3 %',
      'inflation 2024-S1 2',
      'growth at most 4 %, in 6 months, assumed',
    ],
    [
      'between two, neither way better, below the low end: at least',
      'indicator: inflation, between: 1..3 %',
      'inflation 2024-S1 0.5',
      'growth 1.5 %, in 6 months, assumed',
    ],
    [
      'between two, neither way better, above the high end: at most',
      'indicator: inflation, between: 1..3 %',
      'inflation 2024-S1 4',
      'growth at most 2 %, in 6 months, assumed',
    ],
    [
      'about: towards the end of the tolerance',
      'indicator: growth, about: 6.5 %',
      'growth 2024-S1 5.5',
      'growth 6.5 %, in 6 months, assumed',
    ],
    [
      'a window that is no year: its own months',
      'indicator: growth, window: 2024-S2, at_least: 7 %',
      'growth 2024-Q3 5',
      'growth 9 %, in 3 months, assumed',
    ],
    [
      'twelve months that are no calendar year',
      'indicator: growth, window: 2024-04/2025-03, at_least: 7 %',
      'growth 2024-Q2 5',
      'growth 7.6667 %, in 9 months, assumed',
    ],
    [
      'less than nothing, where it has run ahead',
      growth,
      'output.growth 2024-01/2024-09 11',
      'growth -5 %, in 3 months, assumed',
    ],
    [
      'nothing over several years, each with a growth of its own',
      'indicator: growth, window: 2024/2025, at_least: 7 %',
      'growth 2024-S1 5',
      'change 2 百分点, in 18 months, 0.1111 百分点 a month',
    ],
  ])('%s', (_, target, data, expected) => expect(needed(target, data)).toBe(expected));
});

describe('levels, rises, times, places and differences need what is still missing', () => {
  const stated = 'baseline: { period: 2023, value: 100 家 }';
  it.each([
    [
      'a stock: in all and a month',
      `indicator: firms, at_least: 160 家, ${stated}`,
      'firms 2024-06 124',
      'change 36 家, in 6 months, 6 家 a month',
    ],
    [
      'beside how it moved over the same months a year before',
      'indicator: firms, at_least: 160 家',
      'firms 2023-06 80; firms 2023-12 100; firms 2024-06 124',
      'change 36 家, in 6 months, 6 家 a month, 20 家 a year before',
    ],
    [
      '… not across a break',
      'indicator: firms, at_least: 160 家',
      'firms 2023-06 80; firms 2023-12 100; firms 2024-01 99 !break; firms 2024-06 124',
      'change 36 家, in 6 months, 6 家 a month',
    ],
    [
      'a stock that is there has so much to spare',
      `indicator: firms, at_least: 120 家, ${stated}`,
      'firms 2024-06 124',
      'margin 4 家, in 6 months',
    ],
    [
      'a stock that has to stay between: to the nearer end',
      'indicator: level, between: 100..130 件',
      'level 2024-06 124',
      'margin 6 件, in 6 months',
    ],
    [
      'a rise from the last reading before the window',
      'indicator: firms, rise: 60 家',
      'firms 2023-12 100; firms 2024-06 124',
      'change 36 家, in 6 months, 6 家 a month',
    ],
    [
      'times a baseline',
      'indicator: firms, times: 1.6, baseline: { period: 2023 }',
      'firms 2023-12 100; firms 2024-06 124',
      'change 36 家, in 6 months, 6 家 a month',
    ],
    [
      'a fall',
      'indicator: backlog, fall: 50 %',
      'backlog 2023-12 100; backlog 2024-06 80',
      'change at most 30 件, in 6 months, 5 件 a month',
    ],
    [
      'a share, in points',
      'indicator: coverage, at_least: 7 %',
      'coverage 2024-S1 5',
      'change 2 百分点, in 6 months, 0.3333 百分点 a month',
    ],
    [
      'a share that builds up',
      'indicator: completion, at_least: 90 %',
      'completion 2024-06 30',
      'change 60 百分点, in 6 months, 10 百分点 a month',
    ],
    [
      'a share from the same span a year before: from that of the whole year',
      'indicator: coverage, rise: 1 百分点',
      'coverage 2023-S1 5; coverage 2023 6; coverage 2024-S1 5.5',
      'change 1.5 百分点, in 6 months, 0.25 百分点 a month, to 7 %',
    ],
    [
      'a ratio',
      'indicator: intensity, at_most: 0.4 吨标准煤/万元',
      'intensity 2024-S1 0.46',
      'change at most 0.06 吨标准煤/万元, in 6 months, 0.01 吨标准煤/万元 a month',
    ],
    [
      'a ratio below its ceiling has something to spare',
      'indicator: intensity, at_most: 0.4 吨标准煤/万元',
      'intensity 2024-S1 0.36',
      'margin 0.04 吨标准煤/万元, in 6 months',
    ],
    [
      'a path of years: a year',
      'indicator: firms, window: 2025, at_least: 160 家, baseline: { period: 2020, value: 100 家 }',
      'firms 2023 130',
      'change 30 家, in 24 months, 15 家 a year',
    ],
    [
      'a flow on a path of years: a year',
      'indicator: output, window: 2025, at_least: 160 亿元, baseline: { period: 2020, value: 100 亿元 }',
      'output 2023 130',
      'change 30 亿元, in 24 months, 15 亿元 a year',
    ],
    [
      'mean yearly growth: of the years left',
      'indicator: output, window: 2025, average: 10 %, baseline: { period: 2020, value: 100 亿元 }',
      'output 2023 133.1',
      'yearly 10 %, in 24 months',
    ],
    [
      'mean yearly growth, after years of less',
      'indicator: output, window: 2025, average: 10 %, baseline: { period: 2020, value: 100 亿元 }',
      'output 2023 111.8409722',
      'yearly 20 %, in 24 months',
    ],
    [
      'mean yearly growth of at most',
      'indicator: emissions, window: 2025, average: { at_most: 10 % }, baseline: { period: 2020, value: 100 吨 }',
      'emissions 2023 133.1',
      'yearly at most 10 %, in 24 months',
    ],
    [
      'mean yearly growth between two, neither way better, beyond the high end: at most',
      'indicator: quota, window: 2025, average: { between: 1..10 % }, baseline: { period: 2020, value: 100 吨 }',
      'quota 2024 161.051',
      'yearly at most 0 %, in 12 months',
    ],
    [
      'mean yearly growth within the year after its baseline: nothing',
      'indicator: firms, average: 7 %, baseline: { period: 2023, value: 100 家 }',
      'firms 2024-06 101',
      'nothing said',
    ],
    [
      'a place: the places to gain',
      'indicator: place, at_most: 3',
      'place 2024-06 5',
      'places 2 位, in 6 months',
    ],
    [
      'a place to improve on: one better than the baseline',
      'indicator: place, improve: true',
      'place 2023-06 4; place 2023-12 4; place 2024-06 4',
      'places 1 位, in 6 months',
    ],
    [
      'a place that is to be less than another',
      'indicator: coverage, region: 东区, rank: { less_than: 3, among: 各区 }',
      'coverage@东区 2024-S1 5; coverage@西区 2024-S1 6; coverage@南区 2024-S1 7',
      'places 1 位, in 6 months',
    ],
    [
      'a place about another: whole places only',
      'indicator: place, about: 3',
      'place 2024-06 5',
      'places 2 位, in 6 months',
    ],
    ['a place that is held', 'indicator: place, at_most: 3', 'place 2024-06 2', 'margin 1 位, in 6 months'],
    [
      'a derived place',
      'indicator: coverage, region: 东区, rank: { at_most: 1, among: 各区 }',
      'coverage@东区 2024-S1 5; coverage@西区 2024-S1 6; coverage@南区 2024-S1 7',
      'places 2 位, in 6 months',
    ],
    [
      'a difference from another region',
      'indicator: growth, above: { region: 某省, at_least: 1 百分点 }',
      'growth 2024-S1 5.6; growth@某省 2024-S1 5.0',
      'change 0.4 百分点, in 6 months, 0.0667 百分点 a month',
    ],
    [
      'a difference of stocks',
      'indicator: firms, above: { region: 某省, at_least: 10 家 }',
      'firms 2023-12 90; firms 2024-06 104; firms@某省 2024-06 100',
      'change 6 家, in 6 months, 1 家 a month',
    ],
    [
      'a difference that is large enough',
      'indicator: growth, above: { region: 某省 }',
      'growth 2024-S1 5.6; growth@某省 2024-S1 5.0',
      'margin 0.6 百分点, in 6 months',
    ],
    ['nothing from a bound', 'indicator: firms, at_least: 160 家', 'firms 2024-06 >124', 'nothing said'],
  ])('%s', (_, target, data, expected) => expect(needed(target, data)).toBe(expected));
});

describe('how hard it is: what is needed ÷ what is usual', () => {
  const flow = 'indicator: output, at_least: 120 亿元';
  it.each([
    [
      'a flow: what the same months brought a year before',
      flow,
      'output 2024-01/2024-08 60; output 2023-01/2023-08 70; output 2023 100',
      '7.5 亿元 so far: 2 × year-before',
    ],
    ['… else the rate so far', flow, 'output 2024-01/2024-08 60', '7.5 亿元 so far: 2 × so-far'],
    ['nothing so far is no measure', flow, 'output 2024-01/2024-08 0', '0 亿元 so far: so-far'],
    [
      'a ceiling: what is usual ÷ what is allowed',
      'indicator: emissions, at_most: 120 吨',
      'emissions 2023-S2 50; emissions 2024-S1 95',
      '15.8333 吨 so far: 2 × year-before',
    ],
    [
      '… else the rate so far',
      'indicator: emissions, at_most: 120 吨',
      'emissions 2024-S1 80',
      '13.3333 吨 so far: 2 × so-far',
    ],
    [
      'a ceiling of which nothing is used is not hard',
      'indicator: emissions, at_most: 120 吨',
      'emissions 2024-S1 0',
      '0 吨 so far: 0 × so-far',
    ],
    [
      'a ceiling with nothing left',
      'indicator: net-firms, at_most: 120 户',
      'net-firms 2024-S1 120',
      '20 户 so far: so-far',
    ],
    [
      'growth: the level needed ÷ last year’s',
      'indicator: growth, at_least: 7 %',
      'growth 2024-S1 5',
      '1.09 × year-before',
    ],
    [
      'growth that may fall by more than everything',
      'indicator: growth, at_least: 7 %',
      'growth 2024-01/2024-11 120',
      '0 × year-before',
    ],
    [
      'a ceiling on growth: the level so far ÷ the one allowed',
      'indicator: inflation, at_most: 3 %',
      'inflation 2024-S1 4',
      '1.0196 × year-before',
    ],
    [
      'a stock: how it moved over the same months a year before',
      'indicator: firms, at_least: 160 家',
      'firms 2023-06 82; firms 2023-12 100; firms 2024-06 124',
      '4 家 so far: 2 × year-before',
    ],
    [
      '… else how it has moved since its baseline',
      'indicator: firms, at_least: 160 家, baseline: { period: 2023, value: 106 家 }',
      'firms 2024-06 124',
      '3 家 so far: 2 × so-far',
    ],
    [
      '… or since the last reading before the window',
      'indicator: firms, at_least: 160 家',
      'firms 2023-11 110; firms 2024-06 124',
      '2 家 so far: 3 × so-far',
    ],
    [
      'a stock that moves the wrong way',
      'indicator: firms, at_least: 160 家',
      'firms 2023-12 130; firms 2024-06 124',
      '-1 家 so far: so-far',
    ],
    [
      'a stock of which nothing else is known',
      'indicator: firms, at_least: 160 家',
      'firms 2024-06 124',
      'unknown',
    ],
    [
      'a stock whose last reading is a bound',
      'indicator: firms, at_least: 160 家',
      'firms 2023-12 >100; firms 2024-06 124',
      'unknown',
    ],
    [
      'a stock whose series has broken since',
      'indicator: firms, at_least: 160 家',
      'firms 2023-12 100; firms 2024-02 101 !break; firms 2024-06 124',
      'unknown',
    ],
    [
      'a share: how it has moved in a year',
      'indicator: coverage, at_least: 8 %',
      'coverage 2023-S1 3; coverage 2024-S1 5',
      '0.1667 百分点 so far: 3 × so-far',
    ],
    [
      'a share that builds up: from nothing',
      'indicator: completion, at_least: 90 %',
      'completion 2024-06 30',
      '5 百分点 so far: 2 × so-far',
    ],
    [
      'a ceiling on a stock, by how it rose over the same months a year before',
      'indicator: backlog, at_most: 100 件',
      'backlog 2023-06 24; backlog 2023-12 60; backlog 2024-06 82',
      '3.6667 件 so far: 2 × year-before',
    ],
    [
      'a ceiling on a stock that falls',
      'indicator: backlog, at_most: 100 件',
      'backlog 2023-12 94; backlog 2024-06 82',
      '-2 件 so far: 0 × so-far',
    ],
    [
      'a path of years',
      'indicator: firms, window: 2025, at_least: 160 家, baseline: { period: 2020, value: 100 家 }',
      'firms 2023 130',
      '10 家 so far: 1.5 × so-far',
    ],
    [
      'mean yearly growth',
      'indicator: output, window: 2025, average: 10 %, baseline: { period: 2020, value: 100 亿元 }',
      'output 2022 110.25',
      '5 % so far: 2.693 × so-far',
    ],
    [
      'mean yearly growth that has run ahead',
      'indicator: output, window: 2025, average: 1 %, baseline: { period: 2020, value: 100 亿元 }',
      'output 2023 133.1',
      '10 % so far: 0 × so-far',
    ],
    [
      'a difference of stocks is not measured by the stock',
      'indicator: firms, above: { region: 某省, at_least: 10 家 }',
      'firms 2023-12 90; firms 2024-06 104; firms@某省 2024-06 100',
      'unknown',
    ],
    ['a place has no such measure', 'indicator: place, at_most: 3', 'place 2024-06 5', 'unknown'],
  ])('%s', (_, target, data, expected) => expect(hard(target, data)).toBe(expected));
});

describe('how often it was reached before, in the last 36 spans of as many months', () => {
  /** Months of a series from January of a year on. */
  const months = (id: string, year: number, values: readonly number[]): string =>
    values.map((v, i) => `${id} ${formatMonth(year * 12 + i)} ${v}`).join('; ');
  const same = (n: number, v: number): number[] => Array.from({ length: n }, () => v);
  const flow = 'indicator: output, at_least: 120 亿元';
  it.each([
    [
      'every span of three months there is, the present year’s too',
      'indicator: output, at_least: 100 亿元',
      // nine months of this year bring 69.7: the last three need 30.3
      `${months('output', 2023, [...same(11, 5), 11])}; ${months(
        'output',
        2024,
        [10, 10, ...same(7, 50 / 7)].map((x) => Math.round(x * 10) / 10),
      )}`,
      '1 of 19',
    ],
    [
      'in cumulative figures too, but for what January keeps to itself',
      'indicator: output, window: 2024, at_least: 100 亿元',
      'output 2023-01/2023-02 10; output 2023-Q1 15; output 2023-01/2023-04 20; output 2024-Q1 60; output 2024-01/2024-11 90',
      // single months known: March and April of 2023
      '0 of 2',
    ],
    [
      'no more than 36',
      'indicator: output, at_least: 100 亿元, window: 2024',
      `${months('output', 2019, same(60, 5))}; ${months('output', 2024, same(11, 5))}`,
      '0 of 36',
    ],
    [
      'only since the last break',
      flow,
      `${months('output', 2023, same(11, 50))}; output 2023-12 5 !break; ${months('output', 2024, same(9, 10))}`,
      '7 of 8',
    ],
    [
      'bounds are passed over',
      'indicator: output, at_least: 100 亿元',
      'output 2023-12 >50; output 2024-01/2024-11 90',
      'unknown',
    ],
    [
      'a ceiling: how often no more was used',
      'indicator: emissions, at_most: 100 吨',
      `${months('emissions', 2023, [...same(6, 5), ...same(6, 12)])}; emissions 2024-01/2024-11 91`,
      '6 of 12',
    ],
    [
      'growth as it was published for as many months',
      'indicator: growth, at_least: 7 %',
      'growth 2023-S1 9; growth 2022-S1 8; growth 2023-Q1 20; growth 2024-S1 5',
      '1 of 3',
    ],
    [
      'a ceiling on growth',
      'indicator: inflation, at_most: 3 %',
      'inflation 2023-S1 9; inflation 2024-S1 2',
      '1 of 2',
    ],
    [
      'a stock: by how much it moved',
      'indicator: firms, at_least: 103 家',
      `${months('firms', 2023, [90, 91, 94, 95, 96, 97])}; firms 2024-11 101`,
      // one month is left, and two are needed: once of five it rose by as many
      '1 of 5',
    ],
    [
      'a stock since the last break',
      'indicator: firms, at_least: 103 家',
      'firms 2023-01 80; firms 2023-02 90 !break; firms 2023-03 93; firms 2024-11 101',
      '1 of 1',
    ],
    [
      'a stock that has to come down',
      'indicator: backlog, at_most: 60 件',
      'backlog 2024-09 70; backlog 2024-10 66; backlog 2024-11 62',
      '2 of 2',
    ],
    [
      'a ceiling on a stock',
      'indicator: backlog, at_most: 66 件',
      'backlog 2024-09 50; backlog 2024-10 56; backlog 2024-11 62',
      '0 of 2',
    ],
    [
      'a share has no such spans',
      'indicator: coverage, at_least: 8 %',
      'coverage 2023-S1 3; coverage 2024-S1 5',
      'unknown',
    ],
    [
      'nor has a difference',
      'indicator: output, above: { region: 某省, at_least: 9 亿元 }',
      'output 2024-S1 5.6; output@某省 2024-S1 5.0; output 2023-S1 9',
      'unknown',
    ],
  ])('%s', (_, target, data, expected) => expect(reached(target, data)).toBe(expected));
  it('growth that may be derived, from its levels', () => {
    const world = catalogue('- { id: output, name: 产值, kind: flow, unit: 亿元, growth: { derive: true } }');
    const target = 'indicator: output.growth, at_least: 10 %';
    const data = [
      months('output', 2022, same(12, 10)),
      months('output', 2023, [...same(6, 12), ...same(6, 10)]),
      months('output', 2024, same(11, 11)),
    ].join('; ');
    const found = (more: string) =>
      judge(target, `${data}${more}`, '2024-11', { catalogue: world, history: true }).needed;
    // 145.2 less the 121 so far, over last December’s 10: 142 %, reached in none
    expect(found('')?.history).toEqual({ reached: 0, of: 23 });
    expect(found('; output.growth 2023-03 150')?.history).toEqual({ reached: 1, of: 23 });
    // a break in the growth itself: from June 2023 to November 2024
    const broken = '; output.growth 2023-03 150; output.growth 2023-06 150 !break';
    expect(found(broken)?.history).toEqual({ reached: 1, of: 18 });
  });
  it('is looked for only where it is asked for', () => {
    const v = judge(flow, months('output', 2024, same(9, 10)), '2024-09', { catalogue: c });
    expect([v.needed?.kind, v.needed?.history]).toEqual(['remainder', undefined]);
  });
});

it.each([
  ['at least: as much is enough', 'indicator: output, at_least: 120 亿元', '3 of 3'],
  ['more than: as much is not', 'indicator: output, more_than: 120 亿元', '1 of 3'],
  ['at most: as much is kept', 'indicator: emissions, at_most: 120 吨', '2 of 3'],
  ['less than: as much is not', 'indicator: emissions, less_than: 120 吨', '0 of 3'],
])('how often it was reached before, %s', (_, target, of) => {
  const id = target.includes('output') ? 'output' : 'emissions';
  const data = `${id} 2024-S1 60; ${id} 2023-S1 60; ${id} 2023-S2 61`;
  expect(reached(target, data, '2024-06')).toBe(of);
});
