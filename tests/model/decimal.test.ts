import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, decimalsOf, plain, root, round } from '../../src/model/decimal.ts';

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
