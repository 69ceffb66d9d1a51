import { describe, expect, it } from 'vitest';
import { needs } from '../../src/checker/needs.ts';
import { formatPeriod } from '../../src/model/period.ts';
import { catalogue, planOf, targetsOf } from './helpers.ts';

const c = catalogue(`
- { id: output, name: 产值, kind: flow, unit: 亿元, growth: { derive: true } }
- { id: profit, name: 利润, kind: flow, unit: 亿元 }
- { id: margin, name: 利润率, kind: share, unit: "%", numerator: 利润, denominator: 产值 }
- { id: margin-rank, name: 利润率位次, kind: rank, of: 利润率, among: 各区, derive: true }
- { id: margin-gap, name: 利润率差, kind: gap, unit: 百分点, of: 利润率, against: 甲市, derive: true }
- { id: lost, name: 失, kind: gap, unit: 百分点, of: 利润率, against: 无此地, derive: true }
- { id: shown-rank, name: 产值位次, kind: rank, of: 产值, among: 各区 }
`);

const asked = (targets: string): string[] =>
  needs(targetsOf(planOf(`targets: [ ${targets} ]`, c)), c)
    .map((r) => `${r.indicator}@${r.region} ${formatPeriod(r.within)}`)
    .sort();

describe('what the checker asks the store for', () => {
  it.each([
    [
      'the series itself, all that came before, and the published places of it',
      '{ indicator: output, at_least: 1 亿元 }',
      ['output@C 0000/2024', 'shown-rank@C 0000/2024'],
    ],
    [
      'whole years, as cumulative figures need',
      '{ indicator: profit, at_least: 1 亿元, window: 2024-Q2 }',
      ['profit@C 0000/2024'],
    ],
    [
      'whatever the baseline',
      '{ indicator: profit, at_least: 1 亿元, baseline: { period: 2020-06 } }',
      ['profit@C 0000/2024'],
    ],
    [
      'the levels of a growth',
      '{ indicator: output.growth, at_least: 1 % }',
      ['output.growth@C 0000/2024', 'output@C 0000/2024'],
    ],
    [
      'every member of a group',
      '{ indicator: profit, at_least: 1 亿元, region: 各区, each: region }',
      ['profit@E 0000/2024', 'profit@S 0000/2024', 'profit@W 0000/2024'],
    ],
    [
      'the region compared with',
      '{ indicator: profit, region: 东区, above: { region: 甲市 } }',
      ['profit@C 0000/2024', 'profit@E 0000/2024'],
    ],
    [
      'the widest span where several targets ask',
      '{ id: a, indicator: profit, at_least: 1 亿元 }, { id: b, indicator: profit, at_least: 1 亿元, window: 2025 }',
      ['profit@C 0000/2025'],
    ],
    [
      'nothing for what is not known',
      '{ indicator: nothing, at_least: 1 }, { indicator: profit, region: 无此地, at_least: 1 亿元 }',
      [],
    ],
  ])('%s', (_, targets, expected) => expect(asked(targets)).toEqual(expected));
  it('asks for all that a derived place rests on', () => {
    expect(asked('{ indicator: margin-rank, region: 东区, at_most: 1 }')).toEqual(
      [
        'margin-rank@E',
        ...['margin', 'output', 'profit'].flatMap((i) =>
          ['C', 'E', 'S', 'W'].slice(1).map((r) => `${i}@${r}`),
        ),
      ]
        .map((k) => `${k} 0000/2024`)
        .sort(),
    );
  });
  it('asks for all that a derived gap rests on, as far as it is known', () => {
    expect(asked('{ indicator: margin-gap, region: 东区, at_least: 1 百分点 }')).toContain(
      'profit@C 0000/2024',
    );
    expect(asked('{ indicator: lost, region: 东区, at_least: 1 百分点 }')).toContain('profit@E 0000/2024');
  });
});
