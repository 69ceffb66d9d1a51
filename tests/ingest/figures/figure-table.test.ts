import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FigureTable, type Taken } from '../../../src/ingest/figures/figure-table.ts';
import { decimal } from '../../../src/model/decimal.ts';
import { monthPeriod } from '../../../src/model/period.ts';
import { convert } from '../../../src/model/unit.ts';
import { catalogue, line } from '../helpers.ts';

const C = catalogue(
  [
    ['gdp', '地区生产总值', 'flow', '亿元'],
    ['firms', '企业数', 'stock', '家'],
  ],
  { regions: Array.from({ length: 5 }, (_, i) => [`r${i}`, `地区${i}`]) },
);
const unit = (text: string) => {
  const found = C.units.parse(text);
  if (!found) throw new Error(text);
  return found;
};
const UNITS = [unit('亿元'), unit('万元')];

function taken(number: string, more: Partial<Taken> & { month?: number; in?: number } = {}): Taken {
  const indicator = C.indicators.get('gdp');
  const region = more.region ?? C.regions.get('r0');
  if (!indicator || !region) throw new Error('the catalogue lacks them');
  return {
    indicator,
    region,
    period: monthPeriod(more.month ?? 24288),
    number,
    unit: UNITS[more.in ?? 0] ?? unit('亿元'),
    bound: more.bound,
    status: more.status,
    published: more.published,
    row: more.row ?? 1,
    column: more.column ?? 2,
  };
}

describe('figures are given back as they were published', () => {
  it.each([
    ['0', '0'],
    ['0.0', '0.0'],
    ['-0.0', '-0.0'],
    ['007', '7'],
    ['123456789012345', '123456789012345'],
    ['1234567890123456789.10', '1234567890123456789.10'],
    ['0.123456789012345678', '0.123456789012345678'],
    ['-3.140', '-3.140'],
  ])('%s', (number, text) => {
    const figures = new FigureTable();
    expect(figures.add(taken(number)).kind).toBe('new');
    expect(figures.textOf(0)).toBe(text);
    expect([...figures].map(line)).toEqual([`gdp r0 2024-01 ${text} 亿元`]);
  });

  it('any number of up to 30 digits', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^-?[1-9]\d{0,18}(\.\d{1,11})?$/), (number) => {
        const figures = new FigureTable();
        figures.add(taken(number));
        expect(figures.textOf(0)).toBe(number);
      }),
    ));

  it('one that was never taken is a fault of the program', () =>
    expect(() => new FigureTable().at(0)).toThrow('no figure 0'));
});

/** A figure in short, and a plain account of what came before. */
const one = fc.record({
  region: fc.integer({ min: 0, max: 4 }),
  month: fc.integer({ min: 24000, max: 24400 }),
  value: fc.integer({ min: 0, max: 2 }),
  in: fc.integer({ min: 0, max: 1 }),
  published: fc.option(fc.constantFrom('2024-01-01', '2024-02-01'), { nil: undefined }),
  bound: fc.option(fc.constantFrom('>' as const, '≈' as const), { nil: undefined }),
});

it('finds what is repeated and what contradicts, like a plain map of texts', () =>
  fc.assert(
    fc.property(fc.array(one, { maxLength: 3000, size: 'max' }), (list) => {
      const figures = new FigureTable();
      const plain = new Map<string, { number: string; in: number; at: number }>();
      for (const f of list) {
        const number = String(f.in === 0 ? f.value : f.value * 10_000);
        const region = C.regions.get(`r${f.region}`);
        if (!region) throw new Error('no region');
        const bound = f.bound === undefined ? '' : `${f.bound}${number}/${f.in}`;
        const key = [f.region, f.month, f.published, bound].join();
        const before = plain.get(key);
        const outcome = figures.add(
          taken(number, { region, month: f.month, in: f.in, published: f.published, bound: f.bound }),
        );
        const same =
          before &&
          convert(decimal(number), UNITS[f.in] ?? unit('亿元'), UNITS[before.in] ?? unit('亿元'))?.eq(
            before.number,
          );
        expect(outcome).toEqual(
          before ? { kind: same ? 'repeated' : 'conflict', earlier: before.at } : { kind: 'new' },
        );
        if (!before) plain.set(key, { number, in: f.in, at: plain.size });
      }
      expect(figures.length).toBe(plain.size);
    }),
    { numRuns: 30 },
  ));

it('a figure that is struck is gone, once', () => {
  const figures = new FigureTable();
  figures.add(taken('1'));
  figures.add(taken('2', { month: 24289 }));
  expect([figures.strike(0), figures.strike(0)]).toEqual([true, false]);
  expect(figures.length).toBe(1);
  expect([...figures].map(line)).toEqual(['gdp r0 2024-02 2 亿元']);
});
