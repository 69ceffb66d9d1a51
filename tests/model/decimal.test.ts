import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Decimal,
  decimal,
  decimalsFor,
  decimalsOf,
  digitsOf,
  plain,
  power,
  root,
  round,
} from '../../src/model/decimal.ts';

describe('arithmetic is decimal (METHOD §2)', () => {
  it('9.4 − 8.3 is 1.1 and meets 1.1', () => expect(decimal('9.4').minus('8.3').gte('1.1')).toBe(true));
  it('twelve times 0.1 is 1.2', () => {
    let sum = decimal(0);
    for (let i = 0; i < 12; i++) sum = sum.plus('0.1');
    expect(sum.eq('1.2')).toBe(true);
  });
  it('sums of cents are exact, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 })), (cents) => {
        const sum = (list: number[]) => list.reduce((s, c) => s.plus(decimal(c).div(100)), decimal(0));
        return (
          sum(cents)
            .times(100)
            .eq(cents.reduce((a, b) => a + b, 0)) && sum([...cents].reverse()).eq(sum(cents))
        );
      }),
    );
  });
  it('what is no number is refused', () => expect(() => decimal('若干')).toThrow());
});

describe('decimals as published', () => {
  it.each([
    ['12', 0],
    ['1.1', 1],
    ['1.10', 2],
    ['-0.005', 3],
  ])('%s has %i', (text, expected) => expect(decimalsOf(text)).toBe(expected));
});

describe('rounding is half up, away from zero', () => {
  it.each([
    ['1.25', 1, '1.3'],
    ['1.24', 1, '1.2'],
    ['-1.25', 1, '-1.3'],
    ['2.5', 0, '3'],
    ['1.005', 2, '1.01'],
  ])('%s to %i is %s', (text, decimals, expected) =>
    expect(round(decimal(text), decimals).toFixed()).toBe(expected),
  );
});

describe('plain text', () => {
  it.each([
    ['1.10', '1.1'],
    ['100', '100'],
    ['0.00000000001', '0'],
    ['123456789012345678901234567890', '123456789012345678901234567890'],
  ])('of %s is %s', (text, expected) => expect(plain(decimal(text))).toBe(expected));
  it('has at most so many decimals', () => expect(plain(decimal('3.14159'), 2)).toBe('3.14'));
});

describe('roots', () => {
  it.each([
    ['1.61051', 5, '1.1'],
    ['4', 2, '2'],
    ['1.1', 0.5, '1.21'],
  ])('the root of %s to the degree %d is %s', (text, n, expected) =>
    expect(root(decimal(text), n).round(12).toFixed()).toBe(expected),
  );
});

describe('powers', () => {
  it.each([
    ['1.21', '0.5', '1.1'],
    ['2', '3', '8'],
    ['1.1', '2', '1.21'],
  ])('%s to the power of %s is %s', (value, exponent, expected) =>
    expect(power(decimal(value), decimal(exponent)).toFixed()).toBe(expected),
  );
});

describe('text', () => {
  it.each([
    ['0', '0'],
    ['-0.50', '-0.5'],
    ['+7', '7'],
    ['1e3', '1000'],
    ['2.5E-4', '0.00025'],
    ['5e-7', '0.0000005'],
    ['.5', '0.5'],
    ['3.', '3'],
    ['100', '100'],
    ['12345678901234567.89', '12345678901234567.89'],
    ['1e40', `1${'0'.repeat(40)}`],
    ['-1e40', `-1${'0'.repeat(40)}`],
  ])('%s is %s', (text, expected) => expect(decimal(text).toFixed()).toBe(expected));
  it.each(['', '.', '-', 'e5', '1e', '1.2.3', '0x10', '1,000', ' 1', 'NaN'])('“%s” is no number', (text) =>
    expect(() => decimal(text)).toThrow(),
  );
  it('of a quotient that never ends has thirty decimals', () =>
    expect(decimal(2).div(3).toFixed()).toBe(`0.${'6'.repeat(29)}7`));
  it('stands for it in a template and in JSON', () =>
    expect([`${decimal('1.50')}`, JSON.stringify({ value: decimal('1.50') })]).toEqual([
      '1.5',
      '{"value":"1.5"}',
    ]));
  it('of a double is its shortest', () =>
    expect([decimal(0.1), decimal(1e21), decimal(-2.5e-9)].map((x) => x.toFixed())).toEqual([
      '0.1',
      `1${'0'.repeat(21)}`,
      '-0.0000000025',
    ]));
});

describe('nothing can be divided by nothing', () => {
  it.each(['5', '0', '1e40'])('%s', (text) => expect(() => decimal(text).div(0)).toThrow('division by zero'));
});

describe('a fraction is exact', () => {
  it('a third of three is one', () => expect(decimal(1).div(3).times(3).eq(1)).toBe(true));
  it('however long', () => {
    const parts = [7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47];
    const down = parts.reduce((x, n) => x.div(n), decimal('0.1'));
    const up = parts.reduce((x, n) => x.times(n), down);
    expect([up.toFixed(), up.eq('0.1'), down.gt(0), down.neg().lt(0), down.abs().eq(down)]).toEqual([
      '0.1',
      true,
      true,
      true,
      true,
    ]);
  });
});

/** big.js writes what rounds to nothing with its sign. */
const unsigned = (text: string): string => text.replace(/^-(0(?:\.0+)?)$/, '$1');

/** Numbers as they are published, and far longer ones. */
const text = fc
  .oneof(
    { weight: 4, arbitrary: fc.tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.nat(4)) },
    { weight: 1, arbitrary: fc.tuple(fc.maxSafeInteger(), fc.nat(14)) },
  )
  .map(([n, decimals]) => new Big(n).div(new Big(10).pow(decimals)).toFixed());

describe('it agrees with big.js', () => {
  const options = { seed: 20240615, numRuns: 2000 };
  const same = (of: Decimal, big: Big): void => expect(of.toFixed(20)).toBe(big.toFixed(20, Big.roundHalfUp));
  it('in sums, differences and products', () => {
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        same(decimal(a).plus(b).minus(c), new Big(a).plus(b).minus(c));
        same(decimal(a).times(b).times(c), new Big(a).times(b).times(c));
        same(decimal(a).minus(b).abs().neg(), new Big(a).minus(b).abs().times(-1));
      }),
      options,
    );
  });
  it('in quotients', () => {
    Big.DP = 40;
    fc.assert(
      fc.property(text, text, (a, b) => {
        fc.pre(!new Big(b).eq(0));
        const [x, y] = [decimal(a).div(b), new Big(a).div(b)];
        expect(x.toFixed(12)).toBe(unsigned(y.toFixed(12, Big.roundHalfUp)));
        expect(x.toNumber()).toBeCloseTo(y.toNumber(), 9 - Math.ceil(Math.log10(Math.abs(y.toNumber()) + 1)));
      }),
      options,
    );
  });
  it('in what is more', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [x, y] = [decimal(a), new Big(a)];
        expect([x.cmp(b) < 0, x.eq(b), x.gt(b), x.lt(b), x.gte(b), x.lte(b)]).toEqual([
          y.cmp(b) < 0,
          y.eq(b),
          y.gt(b),
          y.lt(b),
          y.gte(b),
          y.lte(b),
        ]);
      }),
      options,
    );
  });
  it('in rounding and text', () => {
    fc.assert(
      fc.property(text, fc.nat(18), (a, decimals) => {
        const [x, y] = [decimal(a), new Big(a)];
        expect(x.toFixed()).toBe(y.toFixed());
        expect(x.toFixed(decimals)).toBe(unsigned(y.toFixed(decimals, Big.roundHalfUp)));
        expect(x.round(decimals).toFixed()).toBe(unsigned(y.round(decimals, Big.roundHalfUp).toFixed()));
        expect(x.toNumber()).toBe(Number(a) + 0);
      }),
      options,
    );
  });
});

describe('decimals for so many digits', () => {
  it.each([
    ['1234', 3, 0],
    ['12.34', 3, 1],
    ['0.0410', 3, 4],
    ['-0.0410', 2, 3],
    ['0', 3, 0],
    ['1e-29', 3, 30],
    ['1e-40', 3, 30],
  ])('%s: %i digits', (text, digits, decimals) => expect(decimalsFor(decimal(text), digits)).toBe(decimals));
  it('of a fraction too small to be told from 0', () => {
    const tiny = decimal(1).div('3e40');
    expect([decimalsFor(tiny, 3), digitsOf(tiny, 30), tiny.round(30).toFixed()]).toEqual([30, 0, '0']);
  });
});
