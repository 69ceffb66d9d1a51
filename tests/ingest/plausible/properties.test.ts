import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plausible } from '../../../src/ingest/plausible/index.ts';
import { tabulate } from '../../../src/ingest/plausible/tabulate.ts';
import { decimalsOf } from '../../../src/model/decimal.ts';
import { brief, figuresOf, type Reading, readings, world } from './world.ts';

const options = { seed: 20240715, numRuns: 40 };

const DISTRICTS = ['E', 'W', 'S'];
const YEARS = [2022, 2023, 2024];
const SEASON = [0.8, 0.7, 0.9, 1, 1.1, 1.3, 1, 0.9, 1, 1.1, 1.2, 1.4];

const two = (n: number): string => String(n).padStart(2, '0');

/** Three years of three districts and their sum: months and running totals, stocks, growth near the ratio of levels. */
function table(size: number, noise: readonly number[], drift: number): string {
  let k = 0;
  const next = (): number => noise[k++ % noise.length] ?? 0;
  const lines: string[] = [];
  const levels = new Map<string, number>();
  const put = (indicator: string, region: string, span: string, tenths: number): void => {
    lines.push(`${indicator}@${region} ${span} ${(tenths / 10).toFixed(1)}`);
    levels.set(`${indicator} ${region} ${span}`, tenths);
  };
  for (const year of YEARS) {
    const sums = new Map<string, number>();
    const add = (indicator: string, region: string, span: string, tenths: number): void => {
      put(indicator, region, span, tenths);
      const key = `${indicator}|${span}`;
      sums.set(key, (sums.get(key) ?? 0) + tenths);
    };
    DISTRICTS.forEach((region, d) => {
      let total = 0;
      SEASON.forEach((season, m) => {
        const month = Math.round(size * (d + 1) * season * (1 + next() / 100));
        total += month;
        add('output', region, `${year}-01/${year}-${two(m + 1)}`, total);
        if (m > 0) add('output', region, `${year}-${two(m + 1)}`, month);
        add('loans', region, `${year}-${two(m + 1)}`, Math.round(size * 40 * (1 + next() / 200)));
      });
    });
    for (const [key, tenths] of sums) {
      const [indicator = '', span = ''] = key.split('|');
      put(indicator, 'G', span, tenths);
    }
  }
  for (const [key, now] of [...levels]) {
    const [indicator, region, span = ''] = key.split(' ');
    const base = levels.get(
      `${indicator} ${region} ${span.replace(/20\d\d/g, (y) => String(Number(y) - 1))}`,
    );
    if (indicator === 'output' && base)
      lines.push(`output.growth@${region} ${span} ${((now / base - 1) * 100 + drift).toFixed(1)}`);
  }
  return lines.join('\n');
}

const clean = fc.tuple(
  fc.integer({ min: 1000, max: 50_000 }),
  fc.array(fc.integer({ min: -15, max: 15 }), { minLength: 7, maxLength: 40 }),
  fc.integer({ min: -8, max: 8 }),
);

const c = world();

function findings(list: readonly Reading[], catalogue = c): ReturnType<typeof plausible> {
  const { series, look } = tabulate(figuresOf(list, catalogue), [], catalogue, 'new.csv');
  return plausible(series, catalogue, look);
}

const withValue = (r: Reading, value: Reading['value']): Reading => ({
  ...r,
  value,
  decimals: Math.max(r.decimals, decimalsOf(value.toFixed())),
});

describe('of a table as offices make them', () => {
  it('nothing is said', () =>
    fc.assert(
      fc.property(clean, (args) => {
        expect(brief(findings(readings(table(...args), c)))).toEqual([]);
      }),
      options,
    ));

  it('a level multiplied by ten thousand, or divided, is named with its series and nothing else is', () =>
    fc.assert(
      fc.property(clean, fc.nat(), fc.constantFrom('10000', '0.0001'), (args, at, by) => {
        const list = readings(table(...args), c);
        const levels = list.filter((r) => r.indicator !== 'output.growth');
        const wrong = levels[at % levels.length] as Reading;
        const found = findings(list.map((r) => (r === wrong ? withValue(r, r.value.times(by)) : r)));
        expect(found.map((d) => [d.code, d.args.indicator, d.args.region, d.args.others])).toEqual([
          ['data/leap', c.indicators.get(wrong.indicator)?.name, c.regions.get(wrong.region)?.name, []],
        ]);
        const [leap] = found;
        expect([leap?.args.cell, leap?.args.otherCell]).toContain(wrong.cell);
      }),
      options,
    ));

  it('a year in another unit is said once of an indicator, with every region', () =>
    fc.assert(
      fc.property(clean, (args) => {
        const list = readings(table(...args), c).map((r) =>
          r.period.end >= 2024 * 12
            ? withValue(r, r.indicator.endsWith('growth') ? r.value : r.value.times(10_000))
            : r,
        );
        expect(
          findings(list).map((d) => [d.code, d.args.indicator, (d.args.others as string[]).length]),
        ).toEqual([
          ['data/leap', '产值', 3],
          ['data/leap', '贷款余额', 3],
        ]);
      }),
      options,
    ));
});

describe('the same is found', () => {
  const spoiled = fc.tuple(
    clean,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('10', '0.1', '10000', '1.01', '1.5', '0')), {
      minLength: 1,
      maxLength: 6,
    }),
  );
  const spoil = (list: readonly Reading[], faults: readonly (readonly [number, string])[]): Reading[] => {
    const at = new Map(faults.map(([n, by]) => [n % list.length, by]));
    return list.map((r, i) => (at.has(i) ? withValue(r, r.value.times(at.get(i) ?? '1')) : r));
  };

  it('whatever unit the catalogue measures in', () => {
    const other = world();
    const wan = other.units.parse('万元');
    for (const id of ['output', 'loans']) {
      const own = other.indicators.get(id);
      if (own && wan) other.indicators.set(id, { ...own, unit: wan });
    }
    fc.assert(
      fc.property(spoiled, ([args, faults]) => {
        const list = spoil(readings(table(...args), c), faults);
        expect(brief(findings(list, other))).toEqual(brief(findings(list)));
      }),
      options,
    );
  });

  it('whatever unit the figures are published in, with as many digits', () => {
    const unit = c.units.parse('万元');
    fc.assert(
      fc.property(spoiled, ([args, faults]) => {
        const list = spoil(readings(table(...args), c), faults);
        const shifted = list.map((r) => (r.unit.text === '亿元' && unit ? { ...r, unit } : r));
        expect(brief(findings(shifted))).toEqual(brief(findings(list)));
      }),
      options,
    );
  });

  it('whatever order the figures come in', () =>
    fc.assert(
      fc.property(spoiled, fc.integer({ min: 1, max: 1000 }), ([args, faults], turn) => {
        const list = spoil(readings(table(...args), c), faults);
        const by = (d: ReturnType<typeof plausible>): string[] =>
          d
            .map((f) => `${f.code} ${f.args.indicator} ${(f.args.others as string[]).length} ${f.args.more}`)
            .sort();
        const turned = [...list.slice(turn % list.length), ...list.slice(0, turn % list.length)];
        expect(by(findings(turned))).toEqual(by(findings(list)));
      }),
      options,
    ));
});

it('figures are asked for only where something is suspected', () => {
  const list = readings(table(3000, [3, -4, 8, -9, 1], 2), c);
  const { series, look } = tabulate(figuresOf(list, c), [], c, 'new.csv');
  let asked = 0;
  plausible(series, c, (id) => {
    asked++;
    return look(id);
  });
  expect([list.length > 500, asked]).toEqual([true, 0]);
});

describe('a rate of a calm series', () => {
  const calm = fc.tuple(
    fc.constantFrom('share', 'margin', 'output.growth'),
    fc.constantFrom<(i: number) => string>(
      (i) => `${2024 + Math.floor(i / 12)}-${two((i % 12) + 1)}`,
      (i) => String(2004 + i),
      (i) => `${2020 + Math.floor(i / 4)}-Q${(i % 4) + 1}`,
    ),
    fc.array(fc.integer({ min: 250, max: 490 }), { minLength: 3, maxLength: 20 }),
  );
  const seriesOf = (id: string, span: (i: number) => string, values: readonly number[]): string =>
    values.map((v, i) => `${id}@E ${span(i)} ${(v / 100).toFixed(2)}`).join('\n');

  it('is warned of where it was multiplied or divided by ten or a hundred, and nowhere else', () =>
    fc.assert(
      fc.property(
        calm,
        fc.nat(),
        fc.constantFrom('10', '100', '0.1', '0.01'),
        ([id, span, values], at, by) => {
          const list = readings(seriesOf(id, span, values), c);
          expect(brief(findings(list))).toEqual([]);
          const wrong = list[at % list.length] as Reading;
          const found = findings(list.map((r) => (r === wrong ? withValue(r, r.value.times(by)) : r)));
          const leaps = found.filter((d) => d.code === 'data/rate-leap' || d.code === 'data/leap');
          expect(leaps.map((d) => [d.args.cell, d.args.otherCell].includes(wrong.cell))).toEqual([true]);
        },
      ),
      { seed: 20240715, numRuns: 400 },
    ));
});
