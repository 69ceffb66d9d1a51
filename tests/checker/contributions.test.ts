import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Asked, contributionsOf } from '../../src/checker/contributions.ts';
import { Readings } from '../../src/checker/readings/readings.ts';
import { Visible } from '../../src/checker/readings/visible.ts';
import type { Contributions } from '../../src/model/contributions.ts';
import { type Decimal, plain } from '../../src/model/decimal.ts';
import { UserError } from '../../src/model/diagnostic.ts';
import { formatPeriod, parsePeriod } from '../../src/model/period.ts';
import { catalogue, seriesOf } from './helpers.ts';

const WORLD = catalogue();

interface Given {
  readonly indicator?: string;
  /** Names of the parts; the three districts unless given. */
  readonly parts?: readonly string[];
  /** The whole; the city unless given, `sum` for the sum of the parts. */
  readonly whole?: string;
  readonly firms?: boolean;
  readonly period?: string;
  readonly asOf?: string;
}

function contributions(data: string, given: Given = {}): Contributions {
  const indicator = WORLD.indicators.get(given.indicator ?? 'output');
  const code = (name: string): string => WORLD.region(name)?.code ?? name;
  const whole = given.whole ?? '甲市';
  const period = given.period === undefined ? undefined : parsePeriod(given.period);
  if (!indicator) throw new Error('no such indicator');
  const question: Asked = {
    indicator,
    parts: (given.parts ?? ['东区', '西区', '南区']).map((name) => ({ code: code(name), name })),
    ...(whole === 'sum' ? {} : { whole: code(whole) }),
    comeAndGo: given.firms ?? false,
    ...(period ? { period } : {}),
  };
  const asOf = given.asOf === undefined ? Number.POSITIVE_INFINITY : parsePeriod(given.asOf)?.end;
  return contributionsOf(question, new Readings(new Visible(seriesOf(data, WORLD), asOf ?? 0), WORLD));
}

/** Rows of a table `name: before now`, as observations of one span and of the one a year before. */
const year = (
  span: string,
  rows: Readonly<Record<string, readonly [number | '', number | '']>>,
  id = 'output',
): string =>
  Object.entries(rows)
    .flatMap(([name, [before, now]]) => [
      ...(before === '' ? [] : [`${id}@${name} ${span.replaceAll('2024', '2023')} ${before}`]),
      ...(now === '' ? [] : [`${id}@${name} ${span} ${now}`]),
    ])
    .join('; ');

/** A number in short, or that there is none. */
const plainly = (d: Decimal | undefined, decimals = 10): string => (d ? plain(d, decimals) : 'none');

const may = '2024-01/2024-05';
const points = (c: Contributions): string[] =>
  c.parts.map((p) => `${p.rank} ${p.name} ${plain(p.points, 4)}`);

describe('a growth taken apart, by hand', () => {
  // 400 → 440: +10 %. East (226 − 200) ÷ 400 = 6.5 points, west 4 ÷ 400 = 1, south 8 ÷ 400 = 2; 0.5 in none
  const data = year(may, { 甲市: [400, 440], 东区: [200, 226], 西区: [120, 124], 南区: [80, 88] });

  it('points, own growth, part of the growth, places, and what is in none', () => {
    const c = contributions(data);
    expect(points(c)).toEqual(['1 东区 6.5', '2 南区 2', '3 西区 1']);
    expect(c.parts.map((p) => plainly(p.growth, 2))).toEqual(['13', '10', '3.33']);
    expect(c.parts.map((p) => plainly(p.ofGrowth, 3))).toEqual(['0.65', '0.2', '0.1']);
    expect([plain(c.total.growth), plain(c.residual), formatPeriod(c.period)]).toEqual(['10', '0.5', may]);
    expect(c).not.toHaveProperty('since');
    expect(c.total).not.toHaveProperty('published');
  });
  it('a month later, by how much each changed', () => {
    const april = year('2024-01/2024-04', {
      甲市: [300, 327],
      东区: [150, 168],
      西区: [90, 93],
      南区: [60, 66],
    });
    const c = contributions(`${data}; ${april}`);
    expect([formatPeriod(c.since ?? c.period), plainly(c.total.change)]).toEqual(['2024-01/2024-04', '1']);
    expect(c.parts.map((p) => `${p.name} ${plainly(p.change)}`)).toEqual(['东区 0.5', '南区 0', '西区 0']);
  });
  it('the growth published stands beside, as it need not be the ratio of levels', () => {
    expect(plainly(contributions(`${data}; output.growth ${may} 9.1`).total.published)).toBe('9.1');
    expect(contributions(`${data}; output.growth ${may} >9`).total).not.toHaveProperty('published');
  });
  it('the sum of the parts where no whole is asked for', () => {
    const c = contributions(data, { whole: 'sum' });
    expect([plain(c.total.now), plain(c.total.growth), plain(c.residual)]).toEqual(['438', '9.5', '0']);
    expect(c.total).not.toHaveProperty('region');
  });
  it('drags, and equal ones on one place', () => {
    const c = contributions(year(may, { 甲市: [100, 96], 东区: [40, 38], 西区: [30, 28], 南区: [30, 30] }));
    expect(points(c)).toEqual(['1 南区 0', '2 东区 -2', '2 西区 -2']);
  });
  it('a whole that did not grow has no parts of its growth', () => {
    const c = contributions(year(may, { 甲市: [100, 100], 东区: [40, 44], 西区: [60, 56], 南区: [0, 0] }));
    expect(c.parts.every((p) => p.ofGrowth === undefined)).toBe(true);
    expect(c.parts.find((p) => p.name === '南区')).not.toHaveProperty('growth');
  });
  it('a stock by its ends', () => {
    const rows = { 甲市: [100, 110], 东区: [60, 68], 西区: [40, 42] } as const;
    const c = contributions(
      `${year('2024-05', rows, 'firms')}; ${year('2024-03', { 甲市: [90, 99], 东区: [50, 57], 西区: [40, 42] }, 'firms')}`,
      { indicator: 'firms', parts: ['东区', '西区'] },
    );
    expect([points(c), formatPeriod(c.period), formatPeriod(c.since ?? c.period)]).toEqual([
      ['1 东区 8', '2 西区 2'],
      '2024-05',
      '2024-03',
    ]);
  });
});

describe('which span is taken', () => {
  const rows = (a: number, b: number) => ({ 甲市: [a, b], 东区: [a, b] }) as const;
  const one = { parts: ['东区'] };
  it.each<[string, string, Given, string, string | undefined]>([
    [
      'the latest to date',
      `${year('2024-01/2024-04', rows(4, 5))}; ${year(may, rows(5, 6))}`,
      one,
      may,
      '2024-01/2024-04',
    ],
    [
      'months are added up to it',
      ['01', '02', '03'].map((m) => year(`2024-${m}`, rows(1, 2))).join('; '),
      one,
      '2024-Q1',
      '2024-01/2024-02',
    ],
    ['the month alone where no more is known', year('2024-05', rows(1, 2)), one, '2024-05', undefined],
    [
      'the one asked for',
      `${year('2024-04', rows(1, 2))}; ${year('2024-05', rows(1, 2))}`,
      { ...one, period: '2024-05' },
      '2024-05',
      '2024-04',
    ],
    [
      'a quarter, and the quarter before',
      `${year('2024-Q2', rows(1, 2))}; ${year('2024-Q1', rows(1, 2))}`,
      { ...one, period: '2024-Q2' },
      '2024-Q2',
      '2024-Q1',
    ],
    [
      'none later than the as-of month',
      `${year('2024-01/2024-04', rows(4, 5))}; ${year(may, rows(5, 6))}`,
      { ...one, asOf: '2024-04' },
      '2024-01/2024-04',
      undefined,
    ],
    [
      'one of the year for which every part is known',
      `${year('2024-01/2024-04', { 甲市: [4, 5], 东区: [2, 3], 西区: [2, 2] })}; ${year(may, rows(5, 6))}`,
      { parts: ['东区', '西区'] },
      '2024-01/2024-04',
      undefined,
    ],
    [
      'but not one of years ago',
      `${year(may, rows(5, 6))}; output@甲市 2022 3; output@甲市 2023 4; output@东区 2022 1; output@东区 2023 2; output@西区 2022 2; output@西区 2023 2`,
      { parts: ['东区', '西区'] },
      may,
      undefined,
    ],
    [
      'one for which there is a year before',
      `output@甲市 2024-01/2024-06 9; output@东区 2024-01/2024-06 8; ${year(may, rows(5, 6))}`,
      one,
      may,
      undefined,
    ],
    ['January alone has none before', year('2024-01', rows(5, 6)), one, '2024-01', undefined],
  ])('%s', (_, data, given, period, since) => {
    const c = contributions(data, given);
    expect([formatPeriod(c.period), c.since && formatPeriod(c.since)]).toEqual([period, since]);
  });
});

describe('parts that are not known', () => {
  it('a region without a figure is in the residual, not at nothing', () => {
    const c = contributions(
      year(may, { 甲市: [400, 440], 东区: [200, 226], 西区: [120, ''], 南区: ['', 88] }),
    );
    expect([points(c), c.without, plain(c.residual)]).toEqual([['1 东区 6.5'], ['西区', '南区'], '3.5']);
  });
  it('nor one of which only a bound is known', () => {
    const c = contributions(
      `${year(may, { 甲市: [400, 440], 东区: [200, 226] })}; ${year(may, { 西区: [120, ''] })}; output@西区 ${may} >120`,
    );
    expect(c.without).toEqual(['西区', '南区']);
  });
  it('nor one whose series breaks between the two', () => {
    const c = contributions(
      `${year(may, { 甲市: [400, 440], 东区: [200, 226], 西区: [120, 124] })}; output@西区 2024-01/2024-02 1 !break`,
      { parts: ['东区', '西区'] },
    );
    expect(c.without).toEqual(['西区']);
  });
  it('a part not known before has no change', () => {
    const c = contributions(
      `${year(may, { 甲市: [400, 440], 东区: [200, 226], 西区: [120, 124] })}; ${year('2024-01/2024-04', { 甲市: [300, 327], 东区: [150, 168] })}`,
      { parts: ['东区', '西区'] },
    );
    expect(c.parts.map((p) => p.change !== undefined)).toEqual([true, false]);
  });
});

describe('firms come and go', () => {
  const parts = ['甲厂', '乙厂', '丙厂', '丁厂'];
  // the helpers know regions only: firms are told by their own codes
  const firms = (data: string, given: Given = {}): Contributions => {
    const names = ['东区', '西区', '南区', '某省'];
    const c = contributions(
      parts.reduce((t, p, i) => t.replaceAll(`@${p}`, `@${names[i]}`), data),
      {
        parts: names,
        whole: 'sum',
        firms: true,
        ...given,
      },
    );
    return { ...c, parts: c.parts.map((p) => ({ ...p, name: parts[names.indexOf(p.name)] ?? p.name })) };
  };
  // before 50 + 30 + 20 = 100; now 60 + 27 + 15 = 102: +2 %
  const data = year(may, { 甲厂: [50, 60], 乙厂: [30, 27], 丙厂: [20, ''], 丁厂: ['', 15] });

  it('by hand', () => {
    const c = firms(data);
    expect(points(c)).toEqual(['1 丁厂 15', '2 甲厂 10', '3 乙厂 -3', '4 丙厂 -20']);
    expect(c.parts.map((p) => p.presence)).toEqual(['entrant', 'both', 'both', 'exit']);
    expect([c.entrants.count, plain(c.entrants.points), c.exits.count, plain(c.exits.points)]).toEqual([
      1,
      '15',
      1,
      '-20',
    ]);
    // 80 → 87 of those there both times
    expect([plain(c.total.growth), plainly(c.comparable), plain(c.residual)]).toEqual(['2', '8.75', '0']);
    expect(c.without).toEqual([]);
  });
  it('one that is new is new by all of it, also since the month before', () => {
    const april = year('2024-01/2024-04', { 甲厂: [40, 44], 乙厂: [25, 25], 丙厂: [15, ''] });
    const c = firms(`${data}; ${april}`);
    expect(c.parts.map((p) => `${p.name} ${plainly(p.change, 2)}`)).toEqual([
      '丁厂 15',
      '甲厂 5',
      '乙厂 -3',
      '丙厂 -1.25',
    ]);
  });
  it('one that has a figure of this year, but not of the span, is neither gone nor at nothing', () => {
    const april = year('2024-01/2024-04', { 丙厂: [15, 5] });
    const c = firms(`${data}; ${april}`, { period: may });
    expect([c.without.length, c.exits.count, points(c)]).toEqual([
      1,
      0,
      ['1 丁厂 18.75', '2 甲厂 12.5', '3 乙厂 -3.75'],
    ]);
    expect(firms(`${data}; output@丙厂 2024-06 5`, { period: may }).exits.count).toBe(0);
    expect(firms(`${data}; output@丙厂 2022 5`, { period: may }).exits.count).toBe(1);
  });
  it('one that was there a year before, but has no figure of the span, is not new', () => {
    for (const span of ['2023-Q1', '2023', '2023-01/2023-08'])
      expect(firms(`${data}; output@丁厂 ${span} 5`, { period: may }).entrants.count, span).toBe(0);
    for (const span of ['2023-08', '2022'])
      expect(firms(`${data}; output@丁厂 ${span} 5`, { period: may }).entrants.count, span).toBe(1);
  });
  it('one of neither span that has other figures of either year is said; one of years ago is not', () => {
    const only = (line: string): number =>
      firms(`${year(may, { 甲厂: [50, 60], 乙厂: [30, 27] })}; output@丙厂 ${line} 5`, { period: may })
        .without.length;
    expect(['2024-Q1', '2023', '2024-06', '2022'].map(only)).toEqual([1, 1, 0, 0]);
  });
  it('a span of two calendar years is told by itself', () => {
    const span = { period: '2023-07/2024-06' };
    const rows = year('2024', { 甲厂: [5, 6], 乙厂: [3, 4] })
      .replaceAll(' 2024 ', ' 2023-07/2024-06 ')
      .replaceAll(' 2023 ', ' 2022-07/2023-06 ');
    const c = firms(`${rows}; output@丙厂 2022-07/2023-06 2; output@丙厂 2023-02 1`, span);
    expect([c.exits.count, c.without.length]).toEqual([1, 0]);
  });

  const half = year('2024-S1', { 甲厂: [60, 72], 乙厂: [36, ''], 丙厂: [24, ''], 丁厂: [12, ''] });
  const all = year(may, { 甲厂: [50, 60], 乙厂: [30, 27], 丙厂: [20, 20], 丁厂: [10, 12] });
  it('one that reports before the others does not make the span', () => {
    const c = firms(`${all}; ${half}`);
    expect([formatPeriod(c.period), c.parts.length, c.exits.count]).toEqual([may, 4, 0]);
    const asked = firms(`${all}; ${half}`, { period: '2024-S1' });
    expect([asked.parts.length, asked.without.length, asked.exits.count]).toEqual([1, 3, 0]);
  });
  it('also where the year before has few of it', () => {
    const c = firms(`${all}; ${year('2024-S1', { 甲厂: [60, 72] })}`);
    expect(formatPeriod(c.period)).toBe(may);
  });
  it('half of them make it, the others are left out', () => {
    const c = firms(`${all}; ${half}; output@乙厂 2024-S1 33`);
    expect([formatPeriod(c.period), c.parts.length, c.without.length]).toEqual(['2024-S1', 2, 2]);
    expect([c.since && formatPeriod(c.since), c.parts.map((p) => plainly(p.change, 2))]).toEqual([
      may,
      ['3.41', '-0.4'],
    ]);
  });
  it('where no span has most of them, the latest does', () => {
    const c = firms(`${half}; ${year('2023', { 甲厂: ['', 5], 乙厂: ['', 5], 丙厂: ['', 5] })}`);
    expect(formatPeriod(c.period)).toBe('2024-S1');
  });
  it('an earlier span of few firms is none to compare with', () => {
    const c = firms(
      `${all}; ${year('2024-01/2024-04', { 甲厂: [40, 44] })}; output@乙厂 2023-12 1; output@丙厂 2023-12 1; output@丁厂 2023-12 1`,
    );
    expect([formatPeriod(c.period), c.since]).toEqual([may, undefined]);
  });
  it('what was not known the span before has no change', () => {
    const april = year('2024-01/2024-04', { 甲厂: [40, 44], 乙厂: [25, 25], 丙厂: [15, 15], 丁厂: [8, ''] });
    const c = firms(`${all}; ${april}`);
    expect(c.parts.filter((p) => !p.change).map((p) => p.name)).toEqual(['丁厂']);
  });
  it('one of which only a bound is known is neither gone nor new: it is left out', () => {
    const c = firms(`${data}; output@丙厂 ${may} <10`);
    expect([c.without.length, c.exits.count, plain(c.total.before), plain(c.residual)]).toEqual([
      1,
      0,
      '80',
      '0',
    ]);
  });
  it('nothing is said of comparable ones where none came or went', () => {
    expect(firms(year(may, { 甲厂: [50, 60], 乙厂: [30, 27] }))).not.toHaveProperty('comparable');
  });
  it('nor where those that stayed had nothing', () => {
    expect(firms(year(may, { 甲厂: [0, 60], 乙厂: [30, ''] }))).not.toHaveProperty('comparable');
  });
});

describe('what cannot be answered', () => {
  const code = (data: string, given?: Given): string => {
    try {
      contributions(data, given);
      return 'none';
    } catch (error) {
      return error instanceof UserError ? (error.diagnostics[0]?.code ?? '') : String(error);
    }
  };
  it.each<[string, string, Given, string]>([
    ['no figures at all', '', {}, 'contributions/no-figures'],
    ['none a year before', `output ${may} 5; output@东区 ${may} 5`, {}, 'contributions/no-figures'],
    [
      'none of the span asked for',
      year(may, { 甲市: [4, 5], 东区: [2, 3] }),
      { period: '2024-Q1' },
      'contributions/no-figures',
    ],
    ['not all parts of a sum', year(may, { 东区: [2, 3] }), { whole: 'sum' }, 'contributions/no-figures'],
    ['none of the whole', year(may, { 东区: [2, 3] }), {}, 'contributions/no-figures'],
    [
      'a bound for the whole',
      `${year(may, { 甲市: [4, ''], 东区: [2, 3] })}; output ${may} >5`,
      {},
      'contributions/no-figures',
    ],
    ['a base of nothing', year(may, { 甲市: [0, 5], 东区: [0, 3] }), {}, 'contributions/no-base'],
    [
      'a base below it',
      year(may, { 甲市: [-2, 5], 东区: [1, 3] }, 'net-firms'),
      { indicator: 'net-firms' },
      'contributions/no-base',
    ],
  ])('%s', (_, data, given, expected) => expect(code(data, given)).toBe(expected));
  it('an earlier span on a base of nothing gives no change', () => {
    const c = contributions(
      `${year(may, { 甲市: [4, 5], 东区: [2, 3] })}; ${year('2024-01/2024-04', { 甲市: [0, 5], 东区: [0, 3] })}`,
    );
    expect([c.total.change, c.parts[0]?.change]).toEqual([undefined, undefined]);
  });
});

const amount = fc.integer({ min: 0, max: 1000 });
const firm = fc.tuple(fc.option(amount, { nil: '' as const }), fc.option(amount, { nil: '' as const }));

describe('always', () => {
  const regions = ['东区', '西区', '南区'] as const;
  it('the points of the parts and the residual make the growth, as a plain calculation has them', () => {
    fc.assert(
      fc.property(fc.tuple(firm, firm, firm), fc.boolean(), (rows, comeAndGo) => {
        const data = year(may, Object.fromEntries(regions.map((r, i) => [r, rows[i] ?? ['', '']])));
        const known = rows.filter(([b, n]) => (comeAndGo ? b !== '' || n !== '' : b !== '' && n !== ''));
        const before = known.reduce((s, [b]) => s + Number(b), 0);
        const now = known.reduce((s, [, n]) => s + Number(n), 0);
        const both = rows.some(([b, n]) => b !== '' && n !== '');
        fc.pre(both && before > 0 && (comeAndGo || known.length === 3));
        const c = contributions(data, { whole: 'sum', firms: comeAndGo });
        expect(c.total.growth.toNumber()).toBeCloseTo((now / before - 1) * 100, 8);
        const sum = c.parts.reduce((s, p) => s.plus(p.points), c.residual);
        expect(sum.minus(c.total.growth).abs().lt('1e-20')).toBe(true);
        // 30 decimals of each quotient: what is left is their last digits
        expect(c.residual.abs().lt('1e-20')).toBe(true);
        for (const p of c.parts) {
          const [b, n] = rows[regions.indexOf(p.name as (typeof regions)[number])] ?? ['', ''];
          expect(p.points.toNumber()).toBeCloseTo(((Number(n) - Number(b)) / before) * 100, 8);
        }
        const places = c.parts.map((p) => c.parts.filter((o) => o.points.gt(p.points)).length + 1);
        expect(c.parts.map((p) => p.rank)).toEqual(places);
      }),
      { numRuns: 300 },
    );
  });
  it('the order of the parts changes nothing', () => {
    const data = year(may, { 甲市: [400, 440], 东区: [200, 226], 西区: [120, 124], 南区: [80, 88] });
    fc.assert(
      fc.property(fc.shuffledSubarray(['东区', '西区', '南区'], { minLength: 3 }), (parts) => {
        expect(points(contributions(data, { parts }))).toEqual(points(contributions(data)));
      }),
      { numRuns: 10 },
    );
  });
  it('the unit changes nothing', () => {
    const inWan = year(may, { 甲市: [400, 440], 东区: [200, 226] }).replaceAll(
      / (\d+)(;|$)/g,
      ' $10000 万元$2',
    );
    expect(points(contributions(inWan, { parts: ['东区'] }))).toEqual(['1 东区 6.5']);
  });
});
