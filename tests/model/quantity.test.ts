import { describe, expect, it } from 'vitest';
import { formatQuantity, parseQuantity, parseRange } from '../../src/model/quantity.ts';
import { Units } from '../../src/model/unit.ts';

const units = new Units();
const read = (text: string): string => {
  const q = parseQuantity(text, units);
  return 'fault' in q ? JSON.stringify(q) : formatQuantity(q);
};
const range = (text: string): string => {
  const r = parseRange(text, units);
  return 'fault' in r ? JSON.stringify(r) : r.map(formatQuantity).join(' to ');
};

describe('a quantity', () => {
  it.each([
    ['a figure with its unit', '8500 家', '8500 家'],
    ['without a blank', '6.5%', '6.5 %'],
    ['keeps its decimals', '6.50 %', '6.50 %'],
    ['a bare number', '3', '3'],
    ['thousands separators', '1,200 万元', '1200 万元'],
    ['millions', '1,234,567.5 元', '1234567.5 元'],
    ['full-width digits and signs', '１，２００．５　万元', '1200.5 万元'],
    ['a full-width per cent sign', '6.5％', '6.5 %'],
    ['a minus', '-3 %', '-3 %'],
    ['a typographic minus', '−3 %', '-3 %'],
    ['a plus', '+3 %', '3 %'],
    ['blanks around', '  25 亩 ', '25 亩'],
    ['a compound unit', '0.42 吨标准煤/万元', '0.42 吨标准煤/万元'],
  ])('%s', (_, text, expected) => expect(read(text)).toBe(expected));
  it.each([
    ['words', '若干家', '{"fault":"not-a-number"}'],
    ['nothing', '', '{"fault":"not-a-number"}'],
    ['masked figures', 'xx家', '{"fault":"not-a-number"}'],
    ['an unknown unit', '3 什么', '{"fault":"unknown-unit","unit":"什么"}'],
    ['separators in the wrong place', '12,34 元', '{"fault":"unknown-unit","unit":",34 元"}'],
    ['two figures', '1..2 个', '{"fault":"unknown-unit","unit":"..2 个"}'],
  ])('is none: %s', (_, text, expected) => expect(read(text)).toBe(expected));
  it('is read alike a second time, and by project', () => {
    const other = new Units([{ name: '什么' }]);
    expect(read('3 什么')).toBe(read('3 什么'));
    expect('value' in parseQuantity('3 什么', other)).toBe(true);
  });
});

describe('a range', () => {
  it.each([
    ['two ends with one unit', '3..5 百分点', '3 百分点 to 5 百分点'],
    ['blanks', '1 .. 2 个', '1 个 to 2 个'],
    ['bare', '1..2', '1 to 2'],
    ['negative ends', '-2..-1.5 %', '-2 % to -1.5 %'],
    ['in the order written', '5..3 %', '5 % to 3 %'],
    ['thousands', '1,000..2,000 家', '1000 家 to 2000 家'],
  ])('%s', (_, text, expected) => expect(range(text)).toBe(expected));
  it.each([
    ['one figure', '3 %', '{"fault":"not-a-number"}'],
    ['a dash', '3-5 %', '{"fault":"not-a-number"}'],
    ['an unknown unit', '3..5 什么', '{"fault":"unknown-unit","unit":"什么"}'],
  ])('is none: %s', (_, text, expected) => expect(range(text)).toBe(expected));
});
