import { describe, expect, it } from 'vitest';
import { plain } from '../../src/model/decimal.ts';
import { formatPeriod } from '../../src/model/period.ts';
import { amount, check, holds, judge, type Row, said } from './helpers.ts';

/** What is expected, by which pace. */
const expected = (target: string, data: string, asOf: string): string => {
  const v = judge(target, data, asOf);
  return `${v.pace} ${amount(v.expected)}`;
};

describe('the default pace of each kind (METHOD §4, expected)', () => {
  const stated = (unit: string, value: number): string =>
    `baseline: { period: 2023, value: ${value} ${unit} }`;
  it.each([
    [
      'a flow: its part of the window',
      'indicator: output, at_least: 120 亿元',
      'output 2024-01/2024-05 1',
      'linear 50 亿元',
    ],
    [
      'a ceiling on a flow, too',
      'indicator: emissions, at_most: 120 吨',
      'emissions 2024-Q1 1',
      'linear 30 吨',
    ],
    [
      'a flow about a value: less the tolerance',
      'indicator: output, about: 120 亿元',
      'output 2024-S1 1',
      'linear 57 亿元',
    ],
    [
      'a flow between two: the low end',
      'indicator: output, between: 120..240 亿元',
      'output 2024-S1 1',
      'linear 60 亿元',
    ],
    [
      'a flow of which less is better between two: the high end',
      'indicator: emissions, between: 120..240 吨',
      'emissions 2024-S1 1',
      'linear 120 吨',
    ],
    [
      'a flow of which less is better about a value: plus the tolerance',
      'indicator: emissions, about: 120 吨',
      'emissions 2024-S1 1',
      'linear 63 吨',
    ],
    [
      'a rate about a value: less half a point',
      'indicator: growth, about: 7 %',
      'growth 2024-S1 1',
      'hold 6.5 %',
    ],
    [
      'a rise about an amount: less a tenth of the change',
      'indicator: firms, rise: { about: 120 家 }',
      'firms 2023-12 100; firms 2024-06 1',
      'hold 208 家',
    ],
    [
      'a flow times last year’s: the same span, from the start',
      'indicator: output, times: 1.2',
      'output 2023-01/2023-05 40; output 2024-01/2024-05 50',
      'hold 48 亿元',
    ],
    [
      'improve: the baseline',
      'indicator: firms, improve: true',
      'firms 2023-12 100; firms 2024-06 1',
      'hold 100 家',
    ],
    [
      'no worse: the baseline',
      'indicator: backlog, no_worse: true',
      'backlog 2023-12 100; backlog 2024-06 1',
      'hold 100 件',
    ],
    [
      'improve on a flow: the same span a year before',
      'indicator: output, improve: true',
      'output 2023-01/2023-05 40; output 2024-01/2024-05 50',
      'hold 40 亿元',
    ],
    [
      'a flow between two, neither way better: the end it is beyond',
      'indicator: quota, between: 120..240 吨',
      'quota 2024-S1 132',
      'linear 120 吨',
    ],
    [
      'a flow ended by a due date that comes earlier',
      'indicator: output, at_least: 120 亿元, due: 2024-06-15',
      'output 2024-Q1 1',
      'linear 60 亿元',
    ],
    [
      'a flow that rises by an amount: only the amount is paced',
      'indicator: output, rise: 12 亿元',
      'output 2023-01/2023-05 40; output 2024-01/2024-05 50',
      'linear 45 亿元',
    ],
    [
      'a flow that rises by a part: the part holds from the start',
      'indicator: output, rise: 10 %',
      'output 2023-01/2023-05 40; output 2024-01/2024-05 50',
      'hold 44 亿元',
    ],
    [
      'a flow that rises by a part over a stated year: paced',
      `indicator: output, rise: 10 %, ${stated('亿元', 100)}`,
      'output 2024-S1 50',
      'linear 55 亿元',
    ],
    [
      'a flow that rises by a part over another target’s year',
      'indicator: output, times: 1.2, baseline: { period: 2023 }',
      'output 2023 100; output 2024-S1 50',
      'linear 60 亿元',
    ],
    [
      'a stock with a stated baseline',
      `indicator: firms, at_least: 220 家, ${stated('家', 100)}`,
      'firms 2024-05 1',
      'linear 150 家',
    ],
    [
      'a stock without one holds',
      'indicator: firms, at_least: 220 家',
      'firms 2023 100; firms 2024-05 1',
      'hold 220 家',
    ],
    [
      'a stock whose baseline is named but not stated holds',
      'indicator: firms, at_least: 220 家, baseline: { period: 2023 }',
      'firms 2023 100; firms 2024-05 1',
      'hold 220 家',
    ],
    [
      'a stock that rises from a stated baseline',
      `indicator: firms, rise: 120 家, ${stated('家', 100)}`,
      'firms 2024-05 1',
      'linear 150 家',
    ],
    [
      'a stock that rises from an observed one holds',
      'indicator: firms, rise: 120 家',
      'firms 2023 100; firms 2024-05 1',
      'hold 220 家',
    ],
    [
      'a stock that falls from a stated baseline',
      `indicator: backlog, fall: 24 %, ${stated('件', 100)}`,
      'backlog 2024-S1 1',
      'linear 88 件',
    ],
    [
      'a ceiling on a stock paces from a baseline above it',
      `indicator: backlog, at_most: 76 件, ${stated('件', 100)}`,
      'backlog 2024-S1 1',
      'linear 88 件',
    ],
    [
      'a ceiling on a stock holds where the baseline lies below it',
      `indicator: backlog, at_most: 120 件, ${stated('件', 100)}`,
      'backlog 2024-S1 1',
      'hold 120 件',
    ],
    [
      'a stock between two, from below: the low end paces',
      `indicator: level, between: 200..220 件, ${stated('件', 100)}`,
      'level 2024-05 130',
      'linear 141.6666666667 件',
    ],
    [
      'a stock between two, beyond both: the high end holds',
      `indicator: level, between: 200..220 件, ${stated('件', 100)}`,
      'level 2024-05 230',
      'linear 220 件',
    ],
    [
      'a share that accumulates starts at 0',
      'indicator: completion, at_least: 96 %',
      'completion 2024-05 1',
      'linear 40 %',
    ],
    [
      'a rise of a share that accumulates starts at the baseline it rises from',
      'indicator: completion, rise: 12 百分点',
      'completion 2023-06 40; completion 2024-06 1',
      'linear 46 %',
    ],
    [
      'a share that accumulates and has only to improve has no way to go',
      'indicator: completion, improve: true',
      'completion 2023-06 40; completion 2024-06 1',
      'hold 40 %',
    ],
    [
      'a share that accumulates starts at its stated baseline',
      `indicator: completion, at_least: 96 %, ${stated('%', 48)}`,
      'completion 2024-S1 1',
      'linear 72 %',
    ],
    [
      'another share holds',
      `indicator: coverage, at_least: 90 %, ${stated('%', 50)}`,
      'coverage 2024-S1 1',
      'hold 90 %',
    ],
    ['growth holds', 'indicator: growth, at_least: 7 %', 'growth 2024-S1 1', 'hold 7 %'],
    [
      'a ratio holds',
      'indicator: intensity, at_most: 0.5 吨标准煤/万元',
      'intensity 2024-S1 1',
      'hold 0.5 吨标准煤/万元',
    ],
    ['an index holds', 'indicator: price, at_most: 103', 'price 2024-S1 1', 'hold 103 指数'],
    ['a rank holds', 'indicator: place, at_most: 3', 'place 2024-S1 1', 'hold 3 位'],
    [
      'mean yearly growth holds',
      'indicator: firms, average: 7 %, baseline: { period: 2023, value: 100 家 }',
      'firms 2024-06 1',
      'hold 7 %',
    ],
  ])('%s', (_, target, data, says) => expect(expected(target, data, '2024-06')).toBe(says));
});

describe('on a path of several years', () => {
  const path = (id: string, unit: string): string =>
    `indicator: ${id}, window: 2025, at_least: 150 ${unit}, baseline: { period: 2020, value: 100 ${unit} }`;
  it.each([
    ['a stock, by years', path('firms', '家'), 'firms 2022 1', 'linear 120 家'],
    ['a share, by years', path('coverage', '%'), 'coverage 2021 1', 'linear 110 %'],
    ['a ratio, by years', path('yield', '万元/亩'), 'yield 2023 1', 'linear 130 万元/亩'],
    ['an index, by years', path('price', '指数'), 'price 2024 1', 'linear 140 指数'],
    ['a flow, by years', path('output', '亿元'), 'output 2023 1', 'linear 130 亿元'],
    [
      'a flow without a stated baseline holds',
      'indicator: output, window: 2025, at_least: 150 亿元, baseline: { period: 2020 }',
      'output 2020 100; output 2023 1',
      'hold 150 亿元',
    ],
    ['growth holds', path('growth', '%'), 'growth 2023 1', 'hold 150 %'],
    [
      'a fall in per cent (较2020年下降18%)',
      'indicator: intensity, window: 2025, fall: 18 %, baseline: { period: 2020, value: 0.50 吨标准煤/万元 }',
      'intensity 2022 0.4',
      'linear 0.464 吨标准煤/万元',
    ],
    [
      'a stock over a window of years, by months',
      'indicator: firms, window: 2021/2025, at_least: 160 家, baseline: { period: 2020, value: 100 家 }',
      'firms 2021-05 1',
      'linear 105 家',
    ],
    [
      'a share over a window of years, by months',
      'indicator: coverage, window: 2021/2025, at_least: 160 %, baseline: { period: 2020, value: 100 % }',
      'coverage 2021/2022 1',
      'linear 124 %',
    ],
  ])('%s', (_, target, data, says) => expect(expected(target, data, '2024-12')).toBe(says));
});

describe('a pace of its own', () => {
  const steps = 'steps: { 2024-06: 20 %, 2024-09: 60 % }';
  const stock = 'indicator: firms, at_least: 200 家, baseline: { period: 2023, value: 100 家 }';
  it.each([
    [
      'hold of a flow',
      'indicator: output, at_least: 120 亿元, pace: hold',
      'output 2024-01/2024-05 1',
      'hold 120 亿元',
    ],
    ['hold of a stock with a baseline', `${stock}, pace: hold`, 'firms 2024-05 1', 'hold 200 家'],
    [
      'linear of a share with a stated baseline',
      'indicator: coverage, at_least: 90 %, pace: linear, baseline: { period: 2023, value: 50 % }',
      'coverage 2024-S1 1',
      'linear 70 %',
    ],
    [
      'steps: a mid-term checkpoint on a path of years (中期评估)',
      'indicator: firms, window: 2025, at_least: 200 家, baseline: { period: 2020, value: 100 家 }, steps: { 2022: 30 %, 2023: 60 % }',
      'firms 2022-12 1',
      'steps 130 家',
    ],
    [
      'steps: between the years of a path',
      'indicator: firms, window: 2025, at_least: 200 家, baseline: { period: 2020, value: 100 家 }, steps: { 2021: 30 %, 2023: 60 % }',
      'firms 2022-12 1',
      'steps 145 家',
    ],
    [
      'steps: nothing before the first batch',
      `indicator: titles, at_least: 10 个, ${steps}`,
      'titles 2024-Q1 0',
      'steps 0 个',
    ],
    [
      'steps: at a checkpoint',
      `indicator: titles, at_least: 10 个, ${steps}`,
      'titles 2024-S1 0',
      'steps 2 个',
    ],
    [
      'steps: linear between two',
      `indicator: titles, at_least: 10 个, ${steps}`,
      'titles 2024-01/2024-07 0',
      'steps 3.3333333333 个',
    ],
    [
      'steps: linear from the last to the whole at the end',
      `indicator: titles, at_least: 10 个, ${steps}`,
      'titles 2024-01/2024-10 0',
      'steps 7.3333333333 个',
    ],
    [
      'steps: the whole at the end',
      `indicator: titles, at_least: 10 个, ${steps}`,
      'titles 2024 0',
      'steps 10 个',
    ],
    [
      'steps: a last checkpoint at the end',
      'indicator: titles, at_least: 10 个, steps: { 2024-09: 60 %, 2024-12: 90 % }',
      'titles 2024 0',
      'steps 9 个',
    ],
    [
      'steps in figures',
      'indicator: output, at_least: 100 亿元, steps: { 2024-06: 300000 万元 }',
      'output 2024-S1 1',
      'steps 30 亿元',
    ],
    [
      'steps in bare figures',
      'indicator: output, at_least: 100 亿元, steps: { 2024-06: 30 }',
      'output 2024-S1 1',
      'steps 30 亿元',
    ],
    [
      'steps of a share that accumulates',
      'indicator: completion, at_least: 90 %, steps: { 2024-06: 50 % }',
      'completion 2024-06 1',
      'steps 45 %',
    ],
    [
      'steps of a share from nothing',
      'indicator: coverage, at_least: 90 %, steps: { 2024-06: 50 % }',
      'coverage 2024-S1 1',
      'steps 45 %',
    ],
    [
      'steps in figures from a baseline expect the figure itself',
      `${stock}, steps: { 2024-06: 130 家 }`,
      'firms 2024-06 1',
      'steps 130 家',
    ],
    [
      'steps in parts from a baseline are parts of the way',
      `${stock}, steps: { 2024-06: 30 % }`,
      'firms 2024-06 1',
      'steps 130 家',
    ],
    [
      'steps before the first batch expect the baseline',
      `${stock}, steps: { 2024-06: 30 % }`,
      'firms 2024-05 1',
      'steps 100 家',
    ],
    [
      'steps may be overruled by linear',
      `${stock}, pace: linear, steps: { 2024-06: 30 % }`,
      'firms 2024-06 1',
      'linear 150 家',
    ],
    [
      'steps towards nothing expect nothing',
      'indicator: output, at_least: 0 亿元, steps: { 2024-06: 5 亿元 }',
      'output 2024-S1 -1',
      'steps 0 亿元',
    ],
  ])('%s', (_, target, data, says) => expect(expected(target, data, '2024-12')).toBe(says));
});

describe('seasonal: the same span’s share of the window, mean of the last three complete years', () => {
  /** What is expected, and in which years the season was seen. */
  const season = (target: string, data: string): string => {
    const v = judge(`${target}, pace: seasonal`, data, '2025-12');
    const years = v.seasons?.map((s) => `${formatPeriod(s.period)} ${plain(s.part, 4)}`) ?? ['no season'];
    return [`${v.pace} ${amount(v.expected)}`, ...years].join(', ');
  };
  const flow = 'indicator: output, at_least: 120 亿元';
  const year = (y: number, half: number | string, whole: number | string = 100): string =>
    `output ${y}-S1 ${half}; output ${y} ${whole}`;
  const now = 'output 2024-S1 1';
  it.each([
    [
      'the mean of three years',
      flow,
      [year(2021, 40), year(2022, 45), year(2023, 50), now],
      'seasonal 54 亿元, 2023-S1 0.5, 2022-S1 0.45, 2021-S1 0.4',
    ],
    [
      'the mean of shares, not the share of sums',
      flow,
      [year(2021, 10, 100), year(2022, 50, 100), year(2023, 300, 1000), now],
      'seasonal 36 亿元, 2023-S1 0.3, 2022-S1 0.5, 2021-S1 0.1',
    ],
    [
      'never a fourth year',
      flow,
      [year(2020, 90), year(2021, 40), year(2022, 45), year(2023, 50), now],
      'seasonal 54 亿元, 2023-S1 0.5, 2022-S1 0.45, 2021-S1 0.4',
    ],
    [
      'the last complete ones: a year without its total is passed over',
      flow,
      [year(2020, 50), year(2021, 40), year(2022, 45), 'output 2023-S1 90', now],
      'seasonal 54 亿元, 2022-S1 0.45, 2021-S1 0.4, 2020-S1 0.5',
    ],
    [
      'a year without the span is passed over',
      flow,
      [year(2022, 45), 'output 2023 90', now],
      'seasonal 54 亿元, 2022-S1 0.45',
    ],
    [
      'two years, where there are no more',
      flow,
      [year(2022, 40), year(2023, 50), now],
      'seasonal 54 亿元, 2023-S1 0.5, 2022-S1 0.4',
    ],
    ['one', flow, [year(2023, 50), now], 'seasonal 60 亿元, 2023-S1 0.5'],
    [
      'no more than five years back',
      flow,
      [year(2019, 40), year(2018, 10), now],
      'seasonal 48 亿元, 2019-S1 0.4',
    ],
    ['without any year the part of the time', flow, [now], 'seasonal 60 亿元'],
    [
      'a year known as a bound is none',
      flow,
      [year(2023, 50, '>100'), year(2022, '>40'), now],
      'seasonal 60 亿元',
    ],
    ['a year that brought nothing is none', flow, [year(2023, 0, 0), now], 'seasonal 60 亿元'],
    [
      'a year in which the series broke is none',
      flow,
      ['output 2023-S1 50; output 2023-01/2023-09 70 !break; output 2023 100', now],
      'seasonal 60 亿元',
    ],
    [
      'a year before a break has its season all the same',
      flow,
      [year(2023, 45), 'output 2024-Q1 1 !break', now],
      'seasonal 54 亿元, 2023-S1 0.45',
    ],
    [
      'summed from the spans that were published',
      flow,
      ['output 2023-Q1 20; output 2023-Q2 25; output 2023-S2 55', now],
      'seasonal 54 亿元, 2023-S1 0.45',
    ],
    [
      'January and February, published as one',
      flow,
      ['output 2023-01/2023-02 10; output 2023 100; output 2024-01/2024-02 1'],
      'seasonal 12 亿元, 2023-01/2023-02 0.1',
    ],
    [
      'a ceiling',
      'indicator: emissions, at_most: 120 吨',
      ['emissions 2023-S1 60; emissions 2023 100; emissions 2024-S1 1'],
      'seasonal 72 吨, 2023-S1 0.6',
    ],
    [
      'no more than the whole is expected on the way',
      'indicator: net-firms, at_least: 120 户',
      ['net-firms 2023-S1 150; net-firms 2023 100; net-firms 2024-S1 1'],
      'seasonal 120 户, 2023-S1 1.5',
    ],
    [
      'no less than nothing, either',
      'indicator: net-firms, at_least: 120 户',
      ['net-firms 2023-S1 -50; net-firms 2023 100; net-firms 2024-S1 1'],
      'seasonal 0 户, 2023-S1 -0.5',
    ],
    [
      'a quarter’s share is of that quarter',
      'indicator: output, window: 2024-Q2, at_least: 120 亿元',
      ['output 2023-04 20; output 2023-Q2 100; output 2024-04 1'],
      'seasonal 24 亿元, 2023-04 0.2',
    ],
    [
      'a window of two years: a whole one, and half the season of the next',
      'indicator: output, window: 2024/2025, at_least: 200 亿元',
      ['output 2024-S1 30; output 2024 100; output 2025-S1 1'],
      'seasonal 130 亿元, 2024-S1 0.3',
    ],
    [
      'whole years of it need no season',
      'indicator: output, window: 2024/2025, at_least: 200 亿元',
      ['output 2024 1'],
      'seasonal 100 亿元, no season',
    ],
    [
      'an absolute rise: the season of the amount alone',
      'indicator: output, rise: 12 亿元',
      ['output 2023-S1 40; output 2023 100; output 2024-S1 1'],
      'seasonal 44.8 亿元, 2023-S1 0.4',
    ],
    [
      'a share that builds up: by what it was at the same month',
      'indicator: completion, at_least: 90 %',
      ['completion 2023-06 30; completion 2023-12 90; completion 2024-06 1'],
      'seasonal 30 %, 2023-S1 0.3333',
    ],
    [
      'a share that goes on from a stated baseline: by what it had gained',
      'indicator: completion, at_least: 90 %, baseline: { period: 2023, value: 50 % }',
      ['completion 2022-12 20; completion 2023-06 30; completion 2023-12 60; completion 2024-06 1'],
      'seasonal 60 %, 2023-S1 0.25',
    ],
    [
      '… not where it is not known what it began with',
      'indicator: completion, at_least: 90 %, baseline: { period: 2023, value: 50 % }',
      ['completion 2023-06 30; completion 2023-12 60; completion 2024-06 1'],
      'seasonal 70 %',
    ],
  ])('%s', (_, target, data, says) => expect(season(target, data.join('; '))).toBe(says));

  it.each([
    ['three years need no mark', [2021, 2022, 2023], 'lagging'],
    ['two are marked', [2022, 2023], 'lagging short-history'],
    ['one is', [2023], 'lagging short-history'],
    ['none is', [], 'lagging short-history'],
  ])('%s', (_, years, expected) => {
    const data = [...years.map((y) => year(y, 45)), now].join('; ');
    expect(said(judge(`${flow}, pace: seasonal`, data, '2024-06'))).toBe(expected);
  });
  it('what is final rests on no season', () => {
    expect(said(judge(`${flow}, pace: seasonal`, 'output 2024 121', '2024-12'))).toBe('achieved');
    expect(said(judge(`${flow}, pace: seasonal`, 'output 2024-S1 121', '2024-06'))).toBe('achieved');
  });
});

describe('geometric: constant yearly growth from a positive baseline', () => {
  const stock =
    'indicator: firms, at_least: 121 家, pace: geometric, baseline: { period: 2023, value: 100 家 }';
  const path = (id: string, unit: string): string =>
    `indicator: ${id}, window: 2025, at_least: 161.051 ${unit}, pace: geometric, baseline: { period: 2020, value: 100 ${unit} }`;
  it.each([
    ['half of the year: the root of the whole growth', stock, 'firms 2024-06 1', 'geometric 110 家'],
    ['on a path of years: 10 % a year', path('firms', '家'), 'firms 2022 1', 'geometric 121 家'],
    ['a flow on a path of years', path('output', '亿元'), 'output 2023 1', 'geometric 133.1 亿元'],
    ['a share', path('coverage', '%'), 'coverage 2021 1', 'geometric 110 %'],
    [
      'a fall',
      'indicator: backlog, at_most: 81 件, pace: geometric, baseline: { period: 2023, value: 100 件 }',
      'backlog 2024-S1 1',
      'geometric 90 件',
    ],
    [
      'a rise in %',
      'indicator: firms, rise: 21 %, pace: geometric, baseline: { period: 2023, value: 100 家 }',
      'firms 2024-06 1',
      'geometric 110 家',
    ],
    [
      'over a window of years, by months',
      'indicator: firms, window: 2021/2024, at_least: 146.41 家, pace: geometric, baseline: { period: 2020, value: 100 家 }',
      'firms 2023-06 1',
      'geometric 126.9058706286 家',
    ],
    [
      'of about a value, to the end of the tolerance',
      'indicator: level, about: 120 件, tolerance: 25 件, pace: geometric, baseline: { period: 2023, value: 80 件 }',
      'level 2024-06 1',
      'geometric 87.1779788708 件',
    ],
    [
      'a level that is there already holds',
      'indicator: firms, at_least: 90 家, pace: geometric, baseline: { period: 2023, value: 100 家 }',
      'firms 2024-06 1',
      'hold 90 家',
    ],
    [
      'where no rate leads, the value holds (validate refuses it)',
      'indicator: backlog, at_most: 0 件, pace: geometric, baseline: { period: 2023, value: 100 件 }',
      'backlog 2024-06 1',
      'hold 0 件',
    ],
  ])('%s', (_, target, data, says) => expect(expected(target, data, '2024-12')).toBe(says));
  it('is behind a line where it grows, and measures the gap from itself', () => {
    const shown = judge(stock, 'firms 2024-06 110', '2024-06');
    expect(said(shown)).toBe('on-track');
    expect([shown.elapsed, shown.completion, shown.paceGap].map((x) => x && plain(x, 4))).toEqual([
      '0.4762',
      '0.4762',
      '0',
    ]);
  });
});

describe('checkpoints stated once (月保季、季保年)', () => {
  const target = (more = ''): string => `indicator: output, at_least: 100 亿元${more}`;
  const months = Array.from(
    { length: 12 },
    (_, i) => `${[2, 5, 12, 20, 28, 40, 48, 56, 65, 75, 85, 100][i]} %`,
  );
  it.each([
    ['four: quarters', `${target()}, steps: [10 %, 40 %, 70 %, 100 %]`, 'output 2024-S1 1', 'steps 40 亿元'],
    [
      'between two quarters',
      `${target()}, steps: [10 %, 40 %, 70 %, 100 %]`,
      'output 2024-01/2024-04 1',
      'steps 20 亿元',
    ],
    [
      'twelve: months',
      `${target()}, steps: [${months.join(', ')}]`,
      'output 2024-01/2024-05 1',
      'steps 28 亿元',
    ],
    ['two: halves', `${target()}, steps: [35 %, 100 %]`, 'output 2024-S1 1', 'steps 35 亿元'],
    [
      'in figures',
      `${target()}, steps: [10 亿元, 400000 万元, 70 亿元, 100 亿元]`,
      'output 2024-S1 1',
      'steps 40 亿元',
    ],
    [
      'two years of two',
      `${target()}, window: 2024/2025, steps: [40 %, 100 %]`,
      'output 2024 1',
      'steps 40 亿元',
    ],
    [
      'months of a quarter',
      `${target()}, window: 2024-Q2, steps: [20 %, 50 %, 100 %]`,
      'output 2024-04/2024-05 1',
      'steps 50 亿元',
    ],
  ])('%s', (_, t, data, says) => expect(expected(t, data, '2025-12')).toBe(says));
});

describe('what is stated above a target (plan, goal)', () => {
  const above = (plan: string, goal: string, target: string, data: string): string => {
    const [v] = check(`${plan} goals: [ { id: g, title: 甲, ${goal} targets: [ { ${target} } ] } ]`, {
      data,
      asOf: '2024-12',
    }).verdicts;
    return `${v?.pace} ${amount(v?.expected)}`;
  };
  const flow = 'indicator: output, at_least: 120 亿元';
  const half = 'output 2024-S1 1';
  const quarters = 'steps: [10 %, 40 %, 70 %, 100 %],';
  const stated = 'baseline: { period: 2023, value: 100 家 }';
  it.each([
    ['checkpoints of the plan', quarters, '', flow, half, 'steps 48 亿元'],
    ['checkpoints of the goal', '', quarters, flow, half, 'steps 48 亿元'],
    [
      'those of the goal before those of the plan',
      quarters,
      'steps: [20 %, 100 %],',
      flow,
      half,
      'steps 24 亿元',
    ],
    ['as a map', 'steps: { 2024-06: 30 %, 2024-12: 100 % },', '', flow, half, 'steps 36 亿元'],
    ['a pace of its own goes before', quarters, '', `${flow}, pace: linear`, half, 'linear 60 亿元'],
    [
      'a pace of the goal goes before checkpoints of the plan',
      quarters,
      'pace: hold,',
      flow,
      half,
      'hold 120 亿元',
    ],
    [
      'checkpoints of its own go before a pace above',
      'pace: hold,',
      '',
      `${flow}, steps: [40 %, 100 %]`,
      half,
      'steps 48 亿元',
    ],
    [
      'pace: steps takes the checkpoints above',
      quarters,
      'pace: hold,',
      `${flow}, pace: steps`,
      half,
      'steps 48 亿元',
    ],
    [
      'not for another window: the pace of the kind',
      quarters,
      '',
      `${flow}, window: 2024-S1`,
      'output 2024-Q1 1',
      'linear 60 亿元',
    ],
    [
      'not where a due date ends the window earlier',
      quarters,
      '',
      `${flow}, due: 2024-06`,
      'output 2024-Q1 1',
      'linear 60 亿元',
    ],
    [
      'a goal that is due earlier has checkpoints of its own window',
      '',
      'due: 2024-06, steps: [30 %, 100 %],',
      flow,
      'output 2024-Q1 1',
      'steps 36 亿元',
    ],
    [
      'not for growth, which holds',
      quarters,
      '',
      'indicator: growth, at_least: 7 %',
      'growth 2024-S1 1',
      'hold 7 %',
    ],
    [
      'not for a stock without a baseline',
      quarters,
      '',
      'indicator: firms, at_least: 200 家',
      'firms 2024-06 1',
      'hold 200 家',
    ],
    [
      'for a stock with one',
      quarters,
      '',
      `indicator: firms, at_least: 200 家, ${stated}`,
      'firms 2024-06 1',
      'steps 140 家',
    ],
    [
      'for what builds up',
      quarters,
      '',
      'indicator: completion, at_least: 90 %',
      'completion 2024-06 1',
      'steps 36 %',
    ],
    [
      'a season for flows',
      'pace: seasonal,',
      '',
      flow,
      `output 2023-S1 30; output 2023 100; ${half}`,
      'seasonal 36 亿元',
    ],
    [
      'a season not for stocks',
      'pace: seasonal,',
      '',
      `indicator: firms, at_least: 200 家, ${stated}`,
      'firms 2024-06 1',
      'linear 150 家',
    ],
    [
      'constant growth for levels with a baseline',
      'pace: geometric,',
      '',
      `indicator: firms, at_least: 121 家, ${stated}`,
      'firms 2024-06 1',
      'geometric 110 家',
    ],
    ['constant growth not for flows', 'pace: geometric,', '', flow, half, 'linear 60 亿元'],
    [
      'a line not for growth',
      'pace: linear,',
      '',
      'indicator: growth, at_least: 7 %',
      'growth 2024-S1 1',
      'hold 7 %',
    ],
  ])('%s', (_, plan, goal, target, data, says) => expect(above(plan, goal, target, data)).toBe(says));

  const slack = (plan: string, goal: string, target: string): string => {
    const [v] = check(`${plan} goals: [ { id: g, title: 甲, ${goal} targets: [ { ${flow}${target} } ] } ]`, {
      data: 'output 2024-S1 55',
      asOf: '2024-06',
    }).verdicts;
    return v?.status ?? '';
  };
  it.each([
    ['slack of none', '', '', '', 'lagging'],
    ['slack of the plan', 'slack: 5 %,', '', '', 'on-track'],
    ['slack of the goal', '', 'slack: 0.05,', '', 'on-track'],
    ['slack of the target', '', '', ', slack: 5 %', 'on-track'],
    ['the goal’s before the plan’s', 'slack: 5 %,', 'slack: 2 %,', '', 'lagging'],
    ['the target’s before all', 'slack: 1 %,', 'slack: 2 %,', ', slack: 5 %', 'on-track'],
    ['none of its own before one above', 'slack: 5 %,', '', ', slack: 0', 'lagging'],
  ])('%s', (_, plan, goal, target, status) => expect(slack(plan, goal, target)).toBe(status));

  it.each([
    ['said where it decides', 'slack: 5 %', 'output 2024-S1 54', 'within-slack 54 亿元'],
    ['not where it need not', 'slack: 5 %', 'output 2024-S1 60', 'as-expected 54 亿元'],
    ['nor where it is not enough', 'slack: 5 %', 'output 2024-S1 53', 'behind 54 亿元'],
    ['none', 'slack: 0', 'output 2024-S1 60', 'as-expected none'],
  ])('%s', (_, of, data, says) => {
    const v = judge(`indicator: output, at_least: 120 亿元, ${of}`, data, '2024-06');
    expect(`${v.reason.code} ${amount(v.enough)}`).toBe(says);
  });
});

describe('a ceiling at risk: on track, but the present rate would use it up', () => {
  const ceiling = 'indicator: emissions, at_most: 120 吨';
  const stock = 'indicator: backlog, at_most: 100 件';
  const rows: readonly Row[] = [
    ['below its part of the year', ceiling, 'emissions 2024-01/2024-05 49', '2024-05', 'on-track'],
    ['at its part: used up with the year', ceiling, 'emissions 2024-01/2024-05 50', '2024-05', 'on-track'],
    [
      'at its part of what must stay below: used up with the year is too much',
      'indicator: emissions, less_than: 120 吨',
      'emissions 2024-01/2024-05 50',
      '2024-05',
      'on-track at-risk',
    ],
    ['above it: lagging says it already', ceiling, 'emissions 2024-01/2024-05 51', '2024-05', 'lagging'],
    [
      'within the slack',
      `${ceiling}, slack: 5 %`,
      'emissions 2024-01/2024-05 51',
      '2024-05',
      'on-track at-risk',
    ],
    [
      'a ceiling that holds',
      `${ceiling}, pace: hold`,
      'emissions 2024-01/2024-05 51',
      '2024-05',
      'on-track at-risk',
    ],
    [
      'a ceiling that holds, and will',
      `${ceiling}, pace: hold`,
      'emissions 2024-01/2024-05 49',
      '2024-05',
      'on-track',
    ],
    [
      'by its checkpoints the rate falls later in the year',
      `${ceiling}, steps: { 2024-06: 80 % }`,
      'emissions 2024-S1 90',
      '2024-06',
      'on-track',
    ],
    [
      'by its season the rate falls later in the year',
      `${ceiling}, pace: seasonal`,
      'emissions 2021-S1 80; emissions 2021 100; emissions 2022-S1 80; emissions 2022 100; emissions 2023-S1 80; emissions 2023 100; emissions 2024-S1 90',
      '2024-06',
      'on-track',
    ],
    [
      'a stock that rises towards it',
      stock,
      'backlog 2023-12 60; backlog 2024-06 82',
      '2024-06',
      'on-track at-risk',
    ],
    [
      'a stock that rises slowly enough',
      stock,
      'backlog 2023-12 60; backlog 2024-06 80',
      '2024-06',
      'on-track',
    ],
    [
      'a stock that would just reach what it must stay below',
      'indicator: backlog, less_than: 100 件',
      'backlog 2023-12 60; backlog 2024-06 80',
      '2024-06',
      'on-track at-risk',
    ],
    ['a stock that falls', stock, 'backlog 2023-12 99; backlog 2024-06 82', '2024-06', 'on-track'],
    ['a stock of which nothing else is known', stock, 'backlog 2024-06 99', '2024-06', 'on-track'],
    [
      'a floor knows no such risk',
      'indicator: output, at_least: 120 亿元',
      'output 2024-01/2024-05 90',
      '2024-05',
      'on-track',
    ],
  ];
  it.each(rows)('%s', (...row) => holds(undefined, row));
});

describe('on track or lagging', () => {
  const stock = 'indicator: firms, at_least: 200 家, baseline: { period: 2023, value: 100 家 }';
  const rows: readonly Row[] = [
    [
      'exactly as expected',
      'indicator: output, at_least: 120 亿元',
      'output 2024-01/2024-05 50',
      '2024-05',
      'on-track',
    ],
    [
      'less than expected',
      'indicator: output, at_least: 120 亿元',
      'output 2024-01/2024-05 49.9',
      '2024-05',
      'lagging',
    ],
    [
      '8 of 12 after eight months: thirds do no harm',
      'indicator: output, at_least: 12 亿元',
      'output 2024-01/2024-08 8',
      '2024-08',
      'on-track',
    ],
    [
      'improve on the way: as good as the baseline is enough',
      'indicator: firms, improve: true',
      'firms 2023-12 100; firms 2024-05 100',
      '2024-05',
      'on-track',
    ],
    [
      '… not at the end',
      'indicator: firms, improve: true',
      'firms 2023-12 100; firms 2024-12 100',
      '2024-12',
      'missed',
    ],
    [
      'more_than on the way: as good as expected is enough',
      'indicator: output, more_than: 120 亿元',
      'output 2024-01/2024-05 50',
      '2024-05',
      'on-track',
    ],
    [
      'a ceiling on a flow: at its part',
      'indicator: emissions, at_most: 120 吨',
      'emissions 2024-01/2024-05 50',
      '2024-05',
      'on-track',
    ],
    [
      'a ceiling on a flow: above its part',
      'indicator: emissions, at_most: 120 吨',
      'emissions 2024-01/2024-05 50.1',
      '2024-05',
      'lagging',
    ],
    [
      'a ceiling on a flow: above the whole',
      'indicator: emissions, at_most: 120 吨',
      'emissions 2024-01/2024-05 120.1',
      '2024-05',
      'missed',
    ],
    [
      'a flow that must stay between, too slow',
      'indicator: quota, between: 120..240 吨',
      'quota 2024-01/2024-05 49',
      '2024-05',
      'lagging',
    ],
    [
      'a flow that must stay between, too fast',
      'indicator: quota, between: 120..240 吨',
      'quota 2024-01/2024-05 101',
      '2024-05',
      'lagging',
    ],
    [
      'a flow that must stay between, right',
      'indicator: quota, between: 120..240 吨',
      'quota 2024-01/2024-05 100',
      '2024-05',
      'on-track',
    ],
    ['a stock on its way', stock, 'firms 2024-06 150', '2024-06', 'on-track'],
    ['a stock behind', stock, 'firms 2024-06 149', '2024-06', 'lagging'],
    ['a stock that is there already may still fall', stock, 'firms 2024-06 250', '2024-06', 'on-track'],
    [
      'a stock between two: the high end does not pace from below',
      'indicator: level, between: 200..220 件, baseline: { period: 2023, value: 100 件 }',
      'level 2024-06 221',
      '2024-06',
      'lagging',
    ],
    [
      'a stock between two: the high end paces from above',
      'indicator: level, between: 80..100 件, baseline: { period: 2023, value: 200 件 }',
      'level 2024-06 150',
      '2024-06',
      'on-track',
    ],
    [
      'a stock between two: the low end does not pace from above',
      'indicator: level, between: 80..100 件, baseline: { period: 2023, value: 200 件 }',
      'level 2024-06 79',
      '2024-06',
      'lagging',
    ],
    [
      'growth below its value',
      'indicator: growth, at_least: 7 %',
      'growth 2024-S1 6.9',
      '2024-06',
      'lagging',
    ],
    [
      'slack of a flow: a part of the value',
      'indicator: output, at_least: 120 亿元, slack: 5 %',
      'output 2024-01/2024-05 44',
      '2024-05',
      'on-track',
    ],
    [
      'slack of a flow used up',
      'indicator: output, at_least: 120 亿元, slack: 5 %',
      'output 2024-01/2024-05 43.9',
      '2024-05',
      'lagging',
    ],
    [
      'slack of a ceiling',
      'indicator: emissions, at_most: 120 吨, slack: 0.05',
      'emissions 2024-01/2024-05 56',
      '2024-05',
      'on-track at-risk',
    ],
    [
      'slack of a ceiling used up',
      'indicator: emissions, at_most: 120 吨, slack: 0.05',
      'emissions 2024-01/2024-05 56.1',
      '2024-05',
      'lagging',
    ],
    [
      'slack from a baseline: a part of the way',
      `${stock}, slack: 10 %`,
      'firms 2024-06 140',
      '2024-06',
      'on-track',
    ],
    ['slack from a baseline used up', `${stock}, slack: 10 %`, 'firms 2024-06 139', '2024-06', 'lagging'],
    [
      'slack of a ceiling from a baseline above it',
      'indicator: backlog, at_most: 60 件, slack: 10 %, baseline: { period: 2023, value: 100 件 }',
      'backlog 2024-06 84',
      '2024-06',
      'on-track',
    ],
    [
      'slack of a ceiling from a baseline used up',
      'indicator: backlog, at_most: 60 件, slack: 10 %, baseline: { period: 2023, value: 100 件 }',
      'backlog 2024-06 85',
      '2024-06',
      'lagging',
    ],
    [
      'slack of what has no way is none',
      'indicator: growth, at_least: 7 %, slack: 10 %',
      'growth 2024-S1 6.9',
      '2024-06',
      'lagging',
    ],
    [
      'slack of a flow that holds: a part of the value all the same',
      'indicator: output, at_least: 120 亿元, pace: hold, slack: 10 %',
      'output 2024-01/2024-05 108',
      '2024-05',
      'on-track',
    ],
    [
      'slack of a flow that holds used up',
      'indicator: output, at_least: 120 亿元, pace: hold, slack: 10 %',
      'output 2024-01/2024-05 107.9',
      '2024-05',
      'lagging',
    ],
    [
      'slack of a flow that holds on a path of years',
      'indicator: output, window: 2025, at_least: 120 亿元, slack: 10 %, baseline: { period: 2020 }',
      'output 2020 60; output 2023 108',
      '2024-05',
      'on-track',
    ],
    [
      'slack of a rise in % over the same span is none: it holds like growth',
      'indicator: output, rise: 10 %, slack: 10 %',
      'output 2023-01/2023-05 40; output 2024-01/2024-05 43.9',
      '2024-05',
      'lagging',
    ],
    [
      'slack of mean yearly growth is none',
      'indicator: output, window: 2025, average: 10 %, slack: 10 %, baseline: { period: 2020, value: 100 亿元 }',
      'output 2023 133',
      '2024-05',
      'lagging',
    ],
    [
      'slack never saves a ceiling that is exceeded',
      'indicator: emissions, at_most: 120 吨, slack: 5 %',
      'emissions 2024-01/2024-05 121',
      '2024-05',
      'missed',
    ],
    [
      'slack never makes a final reading good',
      'indicator: output, at_least: 120 亿元, slack: 5 %',
      'output 2024 119',
      '2024-12',
      'missed',
    ],
    [
      'figures that turn up later never change a pace',
      'indicator: firms, at_least: 200 家',
      'firms 2023 100; firms 2024-06 150',
      '2024-06',
      'lagging',
    ],
  ];
  it.each(rows)('%s', (...row) => holds(undefined, row));
});

describe('shown beside the status', () => {
  const shown = (target: string, data: string): string => {
    const v = judge(target, data, '2024-12');
    const part = (x: typeof v.completion): string => (x ? `${plain(x.times(100), 1)}%` : '-');
    return `${part(v.completion)}${v.used ? ' used' : ''} ${part(v.paceGap)} ${amount(v.distance)}`;
  };
  const years = 'window: 2025, at_least: 200 亿元, baseline: { period: 2020, value: 100 亿元 }';
  it.each([
    [
      'a flow: a ÷ v, and how far ahead of its pace',
      'indicator: output, at_least: 120 亿元',
      'output 2024-S1 72',
      '60% 10% none',
    ],
    ['a flow behind its pace', 'indicator: output, at_least: 120 亿元', 'output 2024-S1 48', '40% -10% none'],
    [
      'a ceiling: how much is used',
      'indicator: emissions, at_most: 120 吨',
      'emissions 2024-S1 48',
      '40% used -10% none',
    ],
    [
      'a ceiling on a stock that holds: how much is used, and no pace',
      'indicator: backlog, at_most: 20 件',
      'backlog 2024-06 18',
      '90% used - none',
    ],
    [
      'a ceiling on a stock from a baseline above it: the part of the way',
      'indicator: backlog, at_most: 20 件, baseline: { period: 2023, value: 40 件 }',
      'backlog 2024-06 28',
      '60% 10% none',
    ],
    [
      'a flow about a value of which less is better: how much is used',
      'indicator: emissions, about: 120 吨',
      'emissions 2024-S1 84',
      '66.7% used 16.7% none',
    ],
    [
      'a fall of a stock from a stated baseline: the part of the way',
      'indicator: backlog, fall: 50 %, baseline: { period: 2023, value: 40 件 }',
      'backlog 2024-06 28',
      '60% 10% none',
    ],
    [
      'between two, neither way better, too slow: how much is done',
      'indicator: quota, between: 120..240 吨',
      'quota 2024-S1 48',
      '40% -10% none',
    ],
    [
      'between two, neither way better, too fast: how much is used',
      'indicator: quota, between: 120..240 吨',
      'quota 2024-S1 132',
      '55% used 5% none',
    ],
    [
      'a stock between two, beyond both: how much of the high end, and no pace towards it',
      'indicator: level, between: 200..220 件, baseline: { period: 2023, value: 100 件 }',
      'level 2024-06 231',
      '105% used - none',
    ],
    [
      'a floor on a stock that holds: the distance',
      'indicator: firms, at_least: 20 家',
      'firms 2024-06 18',
      '- - -2 家',
    ],
    [
      'a ceiling on a rate: the distance in points',
      'indicator: vacancy, at_most: 5 %',
      'vacancy 2024-S1 4.2',
      '- - -0.8 百分点',
    ],
    ['a ceiling of none: the distance', 'indicator: backlog, at_most: 0 件', 'backlog 2024-06 3', '- - 3 件'],
    [
      'a flow that holds has no pace to be ahead of',
      'indicator: output, at_least: 120 亿元, pace: hold',
      'output 2024-S1 60',
      '50% - none',
    ],
    [
      'from a baseline: the part of the way',
      'indicator: firms, at_least: 200 家, baseline: { period: 2023, value: 100 家 }',
      'firms 2024-06 130',
      '30% -20% none',
    ],
    [
      'a flow on a path of years: the part of the way',
      `indicator: output, ${years}`,
      'output 2023 160',
      '60% 0% none',
    ],
    [
      'an absolute rise at the end: the part of the rise, as on the way',
      'indicator: output, rise: 20 亿元',
      'output 2023 100; output 2024 118',
      '90% -10% none',
    ],
    [
      'what holds: the distance in the unit',
      'indicator: growth, at_least: 7 %',
      'growth 2024-S1 6.5',
      '- - -0.5 百分点',
    ],
    ['a place: the distance in places', 'indicator: place, at_most: 3', 'place 2024-06 5', '- - 2 位'],
    ['nothing to do: the distance', 'indicator: output, at_least: 0 亿元', 'output 2024-S1 5', '- - 5 亿元'],
  ])('%s', (_, target, data, says) => expect(shown(target, data)).toBe(says));
});

describe('no way leads back', () => {
  const years = 'window: 2025, baseline: { period: 2020, value:';
  it.each([
    [
      'a yearly amount already above its floor holds',
      `output, at_least: 100 亿元, ${years} 120 亿元 }`,
      'output 2021 110',
      '2021-12',
      'on-track hold',
    ],
    [
      'a yearly amount already under its ceiling holds',
      `emissions, at_most: 100 吨, ${years} 80 吨 }`,
      'emissions 2021 90',
      '2021-12',
      'on-track hold',
    ],
    [
      'a yearly amount goes the way it has',
      `output, at_least: 100 亿元, ${years} 80 亿元 }`,
      'output 2021 83',
      '2021-12',
      'lagging linear',
    ],
  ])('%s', (_, target, data, asOf, says) => {
    const v = judge(`indicator: ${target}`, data, asOf);
    expect(`${v.status} ${v.pace}`).toBe(says);
  });

  it.each([
    [
      'worse than a floor below nothing',
      'at_least: -30 户',
      'net-firms 2024-01/2024-05 -20',
      'lagging 10 户',
    ],
    ['much worse', 'at_least: -10 户', 'net-firms 2024-01/2024-05 -20', 'lagging -10 户'],
    ['above it by far', 'at_least: -10 户', 'net-firms 2024 52', 'achieved 62 户'],
  ])('%s: how far, not what part', (_, target, data, says) => {
    const v = judge(`indicator: net-firms, ${target}`, data, data.includes('05') ? '2024-05' : '2024-12');
    expect(`${v.status} ${amount(v.distance)}`).toBe(says);
    expect([v.completion, v.paceGap]).toEqual([undefined, undefined]);
  });

  it('of a band the high end is shown while a level comes down to it', () => {
    const band = 'indicator: level, between: 100..120 件, baseline: { period: 2023, value: 200 件 }';
    const at = (value: number) => judge(band, `level 2024-06 ${value}`, '2024-06');
    expect([170, 150, 125].map((x) => amount(at(x).bound))).toEqual(['120 件', '120 件', '120 件']);
    expect([170, 150].map((x) => at(x).status)).toEqual(['lagging', 'on-track']);
    expect(amount(at(110).bound)).toBe('100 件');
  });

  it.each([
    [
      'a mean rate below −100 %',
      'firms, window: 2025, average: -150 %, baseline: { period: 2020, value: 80 家 }',
    ],
    [
      'a mean rate beyond all doubles',
      `firms, window: 2025, average: ${'9'.repeat(24)} %, baseline: { period: 2020, value: 80 家 }`,
    ],
    [
      'a value beyond all doubles',
      `firms, window: 2025, pace: geometric, at_least: ${'9'.repeat(25)} 家, baseline: { period: 2020, value: 0.0000000001 家 }`,
    ],
  ])('%s is judged without a fault', (_, target) => {
    expect(judge(`indicator: ${target}`, 'firms 2021 110', '2021-12').status).toMatch(/on-track|lagging/);
  });
});
