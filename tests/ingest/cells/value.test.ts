import { describe, expect, it } from 'vitest';
import { readDate } from '../../../src/ingest/cells/date.ts';
import { isMarkAfterZero, isShortened, valueReader } from '../../../src/ingest/cells/value.ts';

const read = valueReader();

describe('figures', () => {
  it.each([
    ['102.7', '102.7'],
    ['-3.9', '-3.9'],
    ['0', '0'],
    ['10.0', '10.0'],
    ['１２３．４５', '123.45'],
    ['－５.６', '-5.6'],
    ['−5.6', '-5.6'],
    ['+5.6', '5.6'],
    ['1,234,567.8', '1234567.8'],
    ['1 234 567', '1234567'],
    [' 42 ', '42'],
    ['(12.5)', '-12.5'],
    ['（1,200）', '-1200'],
    ['(-)3.2', '-3.2'],
    ['（－）3.2', '-3.2'],
    ['(+) 3.2', '3.2'],
    ['.5', '0.5'],
    ['1.5E+03', '1500'],
    ['第3位', '3'],
    ['5名', '5'],
  ])('%s is %s', (text, number) => expect(read(text)).toEqual({ number }));

  it.each([
    ['9.4%', { number: '9.4', percent: '%' }],
    ['９.４％', { number: '9.4', percent: '%' }],
    ['(-)1.2%', { number: '-1.2', percent: '%' }],
    ['(1.2%)', { number: '-1.2', percent: '%' }],
    ['3‰', { number: '3', percent: '‰' }],
  ])('%s has a sign of per cent', (text, value) => expect(read(text)).toEqual(value));

  it('decimal commas with points between thousands', () => {
    const european = valueReader([], ',');
    expect(european('1.234,5')).toEqual({ number: '1234.5' });
    expect(european('12')).toEqual({ number: '12' });
    expect(european('1,234.5')).toBe('unreadable');
  });
});

describe('bounds are kept as bounds', () => {
  it.each([
    ['4800多', '>', '4800'],
    ['30余', '>', '30'],
    ['超过500', '>', '500'],
    ['突破1000', '>', '1000'],
    ['>4800', '>', '4800'],
    ['＞4800', '>', '4800'],
    ['8500以上', '>=', '8500'],
    ['4800+', '>=', '4800'],
    ['不低于20', '>=', '20'],
    ['≥20', '>=', '20'],
    ['近1000', '<', '1000'],
    ['不足100', '<', '100'],
    ['<5', '<', '5'],
    ['不超过3', '<=', '3'],
    ['10以内', '<=', '10'],
    ['约300', '≈', '300'],
    ['300左右', '≈', '300'],
  ])('%s is %s%s', (text, bound, number) => expect(read(text)).toEqual({ number, bound }));

  it('with a sign of per cent', () =>
    expect(read('超过95%')).toEqual({ number: '95', bound: '>', percent: '%' }));
});

describe('what stands for a figure that is not there', () => {
  it.each([
    '',
    ' ',
    '　',
    '-',
    '--',
    '—',
    '——',
    '…',
    '……',
    '..',
    'x',
    'X',
    'xx',
    ':',
    '：',
    '/',
    '－',
    'NaN',
  ])('%j', (text) => expect(read(text)).toBe('missing'));
  it('markers of the mapping', () => {
    const own = valueReader(['暂无', 'N/A', '-9999']);
    expect(['暂无', 'n/a', '-9999', '-'].map(own)).toEqual(Array(4).fill('missing'));
  });
  it('zero is a figure', () => expect(read('0.0')).toEqual({ number: '0.0' }));
});

describe('what is no figure is not guessed', () => {
  it.each([
    'abc',
    '1,23',
    '12,3456',
    '1.2.3',
    '约300多',
    '(-5)',
    '()',
    '5 家',
    '=1+1',
    '12-',
    '1,234 567',
    '5.',
  ])('%s', (text) => expect(read(text)).toBe('unreadable'));
});

describe('dates of publication', () => {
  it.each([
    ['2024-06-17', '2024-06-17'],
    ['2024-6-7', '2024-06-07'],
    ['2024-06-17T09:30:00+08:00', '2024-06-17'],
    ['2024/6/17', '2024-06-17'],
    ['2024.6.17', '2024-06-17'],
    ['2024 年 6 月 17 日', '2024-06-17'],
    ['20240617', '2024-06-17'],
    ['2024-02-30', undefined],
    ['17/06/2024', undefined],
    ['6月17日', undefined],
  ])('%s → %s', (text, date) => expect(readDate(text)).toBe(date));
});

describe('a figure is never another one', () => {
  const comma = valueReader([], ',');
  it.each(['0,999', '-0,125', '0 999', '00,123', '1e-40', '1.6e-30', '-4e-31', `0.${'0'.repeat(31)}1`])(
    '%s is no number',
    (text) => expect(valueReader()(text)).toBe('unreadable'),
  );
  it.each([
    ['0,999', '0.999'],
    ['-0,125', '-0.125'],
  ])('%s is one with a decimal comma', (text, number) => expect(comma(text)).toMatchObject({ number }));
  it.each([
    ['1,099', '1099'],
    ['100,000.5', '100000.5'],
    ['1.60e-7', '0.000000160'],
    ['1.23E+08', '123000000'],
  ])('%s is', (text, number) => expect(valueReader()(text)).toMatchObject({ number }));
  it('a mark after a leading 0 is told from other text', () => {
    for (const text of ['0,999', '-0,125', ' 0 999 ']) expect(isMarkAfterZero(text), text).toBe(true);
    for (const text of ['1,999', '0.999', 'x', '0,99']) expect(isMarkAfterZero(text), text).toBe(false);
  });
  it('digits are missing only where a power of ten goes beyond those written', () => {
    for (const text of ['1.23E+08', '1E+05', ' 4.1E+12 ']) expect(isShortened(text), text).toBe(true);
    for (const text of ['1.23E+02', '1.5E+1', '1e+05', '12', '1.2E-3'])
      expect(isShortened(text), text).toBe(false);
  });
});
