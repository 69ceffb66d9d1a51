import { describe, expect, it } from 'vitest';
import { byHardness, hardText, neededCell, neededText } from '../../src/report/needed.ts';
import { bare } from '../../src/report/rich.ts';
import { changeText, reasonText, type Style } from '../../src/report/text.ts';
import { check, judge, worldWith } from '../checker/helpers.ts';

describe('the hardest first', () => {
  it('what never moved, by hardness, what has no measure, what has only to stay, what needs nothing', () => {
    const targets = {
      there: 'indicator: level, at_least: 5 件',
      twice: 'indicator: output, at_least: 120 亿元',
      done: 'indicator: yearbook, at_least: 1 吨',
      place: 'indicator: place, at_most: 3',
      stuck: 'indicator: firms, at_least: 160 家',
      fourfold: 'indicator: output, at_least: 200 亿元',
      mild: 'indicator: growth, at_least: 7 %',
      worst: 'indicator: coverage, region: 各区, each: region, at_least: 8 %',
    };
    const { verdicts } = check(
      `targets: [ ${Object.entries(targets)
        .map(([id, t]) => `{ id: ${id}, ${t} }`)
        .join(', ')} ]`,
      {
        data: [
          'level 2024-08 9; output 2024-01/2024-08 60; yearbook 2024 2; place 2024-08 5',
          'firms 2023-12 120; firms 2024-08 120; growth 2024-01/2024-08 6',
          ...['东区', '西区', '南区'].map(
            (r, i) => `coverage@${r} 2023-01/2023-08 4; coverage@${r} 2024-01/2024-08 ${5 + i}`,
          ),
        ].join('; '),
        asOf: '2024-12',
      },
    );
    expect([...verdicts].sort(byHardness).map((v) => v.item.id)).toEqual([
      'stuck',
      'worst',
      'fourfold',
      'twice',
      'mild',
      'place',
      'there',
      'done',
    ]);
  });
  it('of each, the part that is the hardest is shown', () => {
    const v = judge(
      'indicator: coverage, region: 各区, each: region, at_least: 8 %',
      'coverage@东区 2024-S1 7; coverage@西区 2024-S1 5; coverage@南区 2024-S1 9; coverage@东区 2023-S1 6; coverage@西区 2023-S1 4',
      '2024-06',
    );
    expect(bare(neededCell(v, 'zh')).split('\n')).toEqual([
      '西区',
      '须 3 百分点',
      '每月 0.5 百分点',
      '迄今速度 6 倍',
    ]);
  });
});

describe('in words', () => {
  const said = (target: string, data: string, language: Style['language'], asOf = '2024-12') => {
    const { needed } = judge(target, data, asOf, { history: true });
    return needed ? [neededText(needed, language), hardText(needed, language)] : [];
  };
  it.each<[string, string, string, [string, string], [string, string]]>([
    [
      'one month left',
      'indicator: output, at_least: 120 亿元',
      'output 2024-01/2024-11 110; output 2023-12 5',
      [
        '10 亿元 in all, 10 亿元 a month for the 1 month left; the same months brought 5 亿元 a year before',
        '2 times what the same months brought a year before; reached in 0 of the last 1 known spans of 1 month',
      ],
      [
        '共 10 亿元，剩余 1 个月每月 10 亿元；上年同期这几个月为 5 亿元',
        '为上年同期的 2 倍；以往已知的 1 段（各 1 个月）中有 0 段达到',
      ],
    ],
    [
      'nothing so far',
      'indicator: output, at_least: 120 亿元',
      'output 2024-S1 0',
      [
        '120 亿元 in all, 20 亿元 a month for the 6 months left',
        'nothing of it was brought so far; reached in 0 of the last 1 known spans of 6 months',
      ],
      ['共 120 亿元，剩余 6 个月每月 20 亿元', '迄今毫无进展；以往已知的 1 段（各 6 个月）中有 0 段达到'],
    ],
    [
      'a fall on a path of years',
      'indicator: intensity, window: 2025, at_most: 0.4 吨标准煤/万元, baseline: { period: 2020, value: 0.5 吨标准煤/万元 }',
      'intensity 2023 0.44',
      [
        '0.04 吨标准煤/万元 down in all, 0.02 吨标准煤/万元 a year for the 2 years left',
        '1 times the rate so far',
      ],
      ['共须再降 0.04 吨标准煤/万元，剩余 2 年每年 0.02 吨标准煤/万元', '为迄今速度的 1 倍'],
    ],
    [
      'a ceiling on growth',
      'indicator: inflation, at_most: 3 %',
      'inflation 2024-S1 2',
      [
        'growth of at most 4 % over the 6 months left (assuming that the months weigh the same)',
        'kept in 1 of the last 1 known spans of 6 months',
      ],
      ['剩余 6 个月增幅须不超过 4 %（假定各月权重相同）', '以往已知的 1 段（各 6 个月）中有 1 段未超出'],
    ],
    [
      'a place',
      'indicator: place, at_most: 3',
      'place 2024-06 5',
      ['2 places to gain', ''],
      ['还须前移 2 位', ''],
    ],
    [
      'mean growth of the year left',
      'indicator: output, window: 2025, average: 10 %, baseline: { period: 2020, value: 100 亿元 }',
      'output 2024 146.41',
      ['10 % a year for the 1 year left', '1 times the rate so far'],
      ['剩余 1 年年均 10 %', '为迄今速度的 1 倍'],
    ],
  ])('%s', (_, target, data, en, zh) => {
    expect(said(target, data, 'en')).toEqual(en);
    expect(said(target, data, 'zh')).toEqual(zh);
  });
});

describe('a list of parts that failed', () => {
  const v = judge(
    'indicator: growth, at_least: 5 %, each: month',
    Array.from({ length: 9 }, (_, i) => `growth 2024-0${i + 1} 4`).join('; '),
    '2024-09',
  );
  it.each([
    [undefined, '2024-01, 2024-02, 2024-03, 2024-04, 2024-05, 2024-06, 2024-07, 2024-08, 2024-09'],
    [6, '2024-01, 2024-02, 2024-03, 2024-04, 2024-05, 2024-06, 3 more'],
    [8, '2024-01, 2024-02, 2024-03, 2024-04, 2024-05, 2024-06, 2024-07, 2024-08, 2024-09'],
  ])('with %s of them at the most', (most, list) =>
    expect(reasonText(v, 'en', most)).toBe(`holds in 0 of 12 (3 not due yet); missed: ${list}`),
  );
});

it.each([
  ['a multiple is none', 'times, at_least: 1 倍', 'times 2024-S1 0.5', '-0.5 倍', '-0.5 倍'],
  ['people counted in 名 are none', 'teachers, at_least: 100 名', 'teachers 2024-06 80', '-20 名', '-20 名'],
  ['a place is one', 'place, at_most: 3', 'place 2024-06 4', '1 place', '1 位'],
  [
    'and what a place is to gain (前移)',
    'place, fall: 1 位',
    'place 2023-06 4; place 2024-06 4',
    '1 place',
    '1 位',
  ],
  ['so is one of a rank written 名', 'place, at_most: 3名', 'place 2024-06 5', '2 places', '2 位'],
])('places are told from other counts: %s', (_, target, data, en, zh) => {
  const world = worldWith(`
- { id: times, name: 倍数, kind: ratio, unit: 倍 }
- { id: teachers, name: 教师, kind: stock, unit: 名, better: neither }`);
  const v = judge(`indicator: ${target}`, data, '2024-06', { catalogue: world });
  if (!v.distance) throw new Error('no distance');
  expect([changeText(v.distance, 'en'), changeText(v.distance, 'zh')]).toEqual([en, zh]);
});
