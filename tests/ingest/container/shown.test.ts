import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtIn, isDate, shown } from '../../../src/ingest/container/shown.ts';

const MAY = 45_413; // 2024-05-01

describe('a number is shown by its format', () => {
  it.each([
    ['12.30 with its decimals', 12.3, '0.00', '12.30'],
    ['per cent', 0.056, '0.0%', '5.6%'],
    ['rounded up from the half, as decimals are', 1.005, '0.00', '1.01'],
    ['rounded away from zero', -2.675, '0.00', '-2.68'],
    ['thousands', 1234567.891, '#,##0.00', '1,234,567.89'],
    ['the accountant’s spaces', 1234.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '1,234.50'],
    ['brackets for what is negative', -1234.5, '#,##0.00_);(#,##0.00)', '(1,234.50)'],
    ['red for what is negative', -3, '0_ ;[Red]\\-0\\ ', '-3'],
    ['a unit behind it', 12.345, '0.00"万元"', '12.35万元'],
    ['a unit that is not quoted', 12.345, '0.00万元', '12.35万元'],
    ['in thousands', 1234567, '#,##0,', '1,235'],
    ['in tens of thousands, the Chinese way', 123456, '0!.0,"万"', '12.3万'],
    ['an exclamation mark in quotes', 5, '0"!"', '5!'],
    ['by size', 12345, '[>=10000]0.0,"千";0', '12.3千'],
    ['the sign left out', -3.2, '0.0"↑";0.0"↓"', '3.2↓'],
    ['a currency', 1234.5, '[$¥-804]#,##0.00', '¥1,234.50'],
    ['a currency of another language', 12.345, '#,##0.000\\ [$€-407]', '12.345 €'],
    ['another language', 12345.678, '[$-407]#,##0.000', '12,345.678'],
    ['nothing at all', 12, ';;;', ''],
    ['a power of ten, which leaves digits out', 123456789012, '0.00E+00', '123456789012'],
    ['a year and a month', MAY, 'yyyy"年"m"月"', '2024年5月'],
    ['a year and a month, not quoted', MAY, 'yyyy年m月', '2024年5月'],
    ['a day', MAY, 'yyyy-mm-dd', '2024-05-01'],
    ['a day in another language', MAY, '[$-804]yyyy"年"m"月"d"日";@', '2024年5月1日'],
    ['the long day of the system', MAY, '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '2024年5月1日'],
    ['a month in English', MAY, 'mmm-yy', 'May-24'],
    ['general with a unit, in Chinese', 12, 'G/通用格式"人"', '12人'],
  ])('%s', (_name, value, code, text) => expect(shown(value, code, false)).toBe(text));
});

describe('in the general format a number keeps its digits', () => {
  it.each([
    [1891153.7, '1891153.7'],
    [0.1 + 0.2, '0.3'],
    [1.1 - 0.9, '0.2'],
    [123456789012.345, '123456789012.345'],
    [1234567890123456, '1234567890123460'],
    [1e21, '1000000000000000000000'],
    [1e-7, '0.0000001'],
    [-0.5, '-0.5'],
    [0, '0'],
    [-0, '0'],
  ])('%s', (value, text) => {
    for (const code of ['General', 'GENERAL', 'G/通用格式', '@', '', '[Red]General'])
      expect(shown(value, code, false)).toBe(text);
  });
});

describe('formats that are built in are those of Chinese', () => {
  it.each([
    [0, 12.5, '12.5'],
    [2, 12.5, '12.50'],
    [10, 0.056, '5.60%'],
    [14, MAY, '2024/5/1'],
    [31, MAY, '2024年5月1日'],
    [57, MAY, '2024年5月'],
    [58, MAY, '5月1日'],
    [43, 1234.5, '1,234.50'],
    [49, 7, '7'],
    [120, 12.5, '12.5'],
  ])('%i', (id, value, text) => expect(shown(value, builtIn(id), false)).toBe(text));
});

describe('nothing is lost in silence', () => {
  it.each([
    ['a zero shown as a dash', 0, '#,##0;-#,##0;"-"', '0'],
    ['a zero shown as a dash with spaces', 0, builtIn(43), '0'],
    ['a date before 1900', -5, 'yyyy-mm-dd', '######'],
    ['a date after 9999', 3e6, 'yyyy-mm-dd', '######'],
    ['a format that can’t be read', 12.5, '0.0;;;;;0', '12.5 [0.0;;;;;0]'],
  ])('%s', (_name, value, code, text) => expect(shown(value, code, false)).toBe(text));

  it('days that count from 1904', () => expect(shown(MAY - 1462, 'yyyy-mm-dd', true)).toBe('2024-05-01'));
  it('numbers do not count from 1904', () => expect(shown(12, '0.0', true)).toBe('12.0'));
});

it.each([
  ['yyyy"年"', true],
  ['0.00', false],
  ['General', false],
  ['[$-F800]dddd', true],
  ['"day" 0', false],
])('%s makes a date: %s', (code, date) => expect(isDate(code)).toBe(date));

it('rounding is that of decimals, whatever the number', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 0, max: 4 }),
      (n, scale, decimals) => {
        const exact = new Big(n).div(new Big(10).pow(scale));
        const text = exact.toFixed(decimals, Big.roundHalfUp);
        const expected = /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
        const code = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
        expect(shown(exact.toNumber(), code, false)).toBe(expected);
        expect(shown(exact.toNumber(), 'General', false)).toBe(exact.toFixed());
      },
    ),
  ));
