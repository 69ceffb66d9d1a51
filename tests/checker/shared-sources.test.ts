import { describe, expect, it } from 'vitest';
import { Memo } from '../../src/checker/readings/memo.ts';
import { Readings } from '../../src/checker/readings/readings.ts';
import { Visible } from '../../src/checker/readings/visible.ts';
import type { Catalogue } from '../../src/model/catalogue.ts';
import { parsePeriod } from '../../src/model/period.ts';
import { catalogue, judge, said, seriesOf } from './helpers.ts';

/** So many levels of two ratios, each of both of the level below. */
const levels = (count: number): Catalogue =>
  catalogue(
    [
      '- { id: x0, name: X0, kind: flow, unit: 亿元 }',
      '- { id: y0, name: Y0, kind: flow, unit: 亿元 }',
      ...Array.from({ length: count }, (_, i) => [
        `- { id: x${i + 1}, name: X${i + 1}, kind: ratio, unit: 倍, numerator: X${i}, denominator: Y${i} }`,
        `- { id: y${i + 1}, name: Y${i + 1}, kind: ratio, unit: 倍, numerator: Y${i}, denominator: X${i} }`,
      ]).flat(),
    ].join('\n'),
  );

const months = (id: string): string =>
  [2, 3, 4, 5, 6].map((m) => `${id} 2024-01/2024-0${m} ${m * 10}`).join('; ');

describe('derivations that share sources', () => {
  it('fifty levels are judged at once, each source is named once', () => {
    const began = performance.now();
    const v = judge('indicator: x50, at_least: 1 倍', `${months('x0')}; ${months('y0')}`, '2024-06', {
      catalogue: levels(50),
    });
    expect(performance.now() - began).toBeLessThan(2000);
    expect([said(v), v.actual?.value.toFixed(), v.actual?.sources.length]).toEqual(['on-track', '1', 2]);
  });
  it('sources of a place are named once, too', () => {
    const c = catalogue(`
- { id: a, name: A, kind: flow, unit: 亿元 }
- { id: r, name: R, kind: share, unit: "%", numerator: A, denominator: A }
- { id: p, name: P, kind: rank, of: R, among: 各区, derive: true }`);
    const v = judge(
      'indicator: p, at_most: 3',
      ['甲市', '东区', '西区', '南区'].map((r) => `a@${r} 2024-S1 5`).join('; '),
      '2024-06',
      { catalogue: c },
    );
    const own = judge('indicator: p, region: 东区, at_most: 3', '', '2024-06', { catalogue: c });
    expect([v.status, own.status]).toEqual(['no-data', 'no-data']);
    const east = judge(
      'indicator: p, region: 东区, at_most: 3',
      ['东区', '西区', '南区'].map((r) => `a@${r} 2024-S1 5`).join('; '),
      '2024-06',
      { catalogue: c },
    );
    expect([east.actual?.value.toFixed(), east.actual?.sources.length]).toEqual(['1', 3]);
  });
});

describe('derivations in a circle', () => {
  const c = catalogue(`
- { id: a, name: A, kind: ratio, unit: 倍, numerator: B, denominator: Z }
- { id: b, name: B, kind: ratio, unit: 倍, numerator: A, denominator: Z }
- { id: z, name: Z, kind: ratio, unit: 倍 }`);
  const span = parsePeriod('2024-S1');
  const asked = (...ids: readonly string[]): Record<string, string | undefined> => {
    const f = new Readings(new Visible(seriesOf('z 2024-S1 2; a 2024-S1 8', c), 30000), c);
    const found = ids.map((id) => {
      const indicator = c.indicators.get(id);
      const figure = indicator && span && f.latest(indicator, 'C', span);
      return [id, figure?.value.toFixed()] as const;
    });
    return { ...Object.fromEntries(found), warnings: String(f.warnings.size) };
  };
  it('what is asked for first changes nothing', () => {
    for (const order of ['ab', 'ba', 'aba', 'bab'])
      expect(asked(...order), order).toMatchObject({ a: '8', b: '4' });
  });
});

describe('what is made once', () => {
  it('is asked for twice and made once, also where it is nothing', () => {
    const made = new Memo();
    let times = 0;
    const ask = () =>
      made.once<string | undefined>(
        'k',
        () => 'cut',
        () => {
          times += 1;
          return undefined;
        },
      );
    expect([ask(), ask(), times]).toEqual([undefined, undefined, 1]);
  });
  it('what was made of something cut off is made anew when it is asked for itself', () => {
    const made = new Memo();
    const a = (): string =>
      made.once(
        'a',
        () => '-',
        () => `a${b()}${b()}`,
      );
    const b = (): string =>
      made.once(
        'b',
        () => '-',
        () => `b${a()}`,
      );
    expect([a(), b(), a()]).toEqual(['ab-b-', 'ba--', 'ab-b-']);
  });
  it('what does not rest on what was cut off stays', () => {
    const made = new Memo();
    let times = 0;
    const leaf = (): string =>
      made.once(
        'leaf',
        () => '-',
        () => {
          times += 1;
          return 'l';
        },
      );
    const a = (): string =>
      made.once(
        'a',
        () => '-',
        () => `${leaf()}${a()}`,
      );
    expect([a(), a(), times]).toEqual(['l-', 'l-', 1]);
  });
  it('no end of levels is cut off', () => {
    const made = new Memo();
    const level = (n: number): number =>
      made.once(
        String(n),
        () => 0,
        () => level(n + 1) + 1,
      );
    expect(level(0)).toBe(400);
  });
});
