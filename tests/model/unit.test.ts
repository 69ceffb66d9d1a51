import { describe, expect, it } from 'vitest';
import { decimal, decimalsOf } from '../../src/model/decimal.ts';
import {
  commensurable,
  convert,
  decimalsIn,
  isPoints,
  isRate,
  type Unit,
  Units,
} from '../../src/model/unit.ts';

const units = new Units();
const unit = (text: string, of = units): Unit => {
  const u = of.parse(text);
  if (!u) throw new Error(`no unit: ${text}`);
  return u;
};
/** `n` of a unit in another; `unlike` where that makes no sense. */
const turned = (n: string, from: string, to: string, of = units): string =>
  convert(decimal(n), unit(from, of), unit(to, of))?.toFixed() ?? 'unlike';

describe('units convert within a dimension (METHOD §2)', () => {
  it.each([
    ['money', '1', '亿元', '万元', '10000'],
    ['money in other words', '1', '亿元人民币', '百万yuan', '100'],
    ['area', '15', '亩', '公顷', '1'],
    ['亩 is exactly 10000/15 m²', '3', '亩', '平方米', '2000'],
    ['a square kilometre', '1', '平方公里', '亩', '1500'],
    ['mass', '1', '万吨', '公斤', '10000000'],
    ['coal equivalent', '1', '吨标准煤', 'kgce', '1000'],
    ['energy', '1', '亿千瓦时', 'GWh', '100'],
    ['power', '1', '万千瓦', '兆瓦', '10'],
    ['length', '2.5', '公里', '米', '2500'],
    ['people', '1.2', '万人', '人', '12000'],
    ['time', '2', '年', '个月', '24'],
    ['days', '2', '天', '小时', '48'],
    ['per mille', '5', '‰', '%', '0.5'],
    ['points', '5', '千分点', '百分点', '0.5'],
    ['grain', '450', '亿斤', '万吨', '2250'],
    ['heat', '3.6', '吉焦', '兆瓦时', '1'],
    ['concentrations', '35', 'ug/m3', '微克/立方米', '35'],
    ['emissions', '3', '万吨二氧化碳', 'tCO2e', '30000'],
    ['ages', '80', '岁', '年', '80'],
    ['the same', '1.10', '亩', '亩', '1.1'],
    ['square metres written small', '1', 'm²', '㎡', '1'],
  ])('%s: %s %s in %s', (_, n, from, to, expected) => expect(turned(n, from, to)).toBe(expected));

  it.each([
    ['money and area', '元', '亩'],
    ['two currencies', '亿元', '亿美元'],
    ['persons and visits', '人', '人次'],
    ['firms and their visits', '家', '家次'],
    ['a count and persons', '个', '人'],
    ['a percentage and a point', '%', '百分点'],
    ['coal and electricity', '吨标准煤', '千瓦时'],
    ['mass and coal', '吨', '吨标准煤'],
    ['mass and what warms', '吨', '吨二氧化碳'],
    ['vehicles and their trips', '辆', '车次'],
    ['an amount and an amount per area', '万元', '万元/亩'],
    ['a number and a percentage', '倍', '%'],
  ])('never across: %s', (_, from, to) => {
    expect(turned('1', from, to)).toBe('unlike');
    expect(commensurable(unit(from), unit(to))).toBe(false);
  });
});

describe('multipliers go before any unit', () => {
  it.each([
    ['百家', '100'],
    ['千家', '1000'],
    ['万家', '10000'],
    ['十万家', '100000'],
    ['百万家', '1000000'],
    ['千万家', '10000000'],
    ['亿家', '100000000'],
    ['十亿家', '1000000000'],
    ['百亿家', '10000000000'],
    ['千亿家', '100000000000'],
    ['万亿家', '1000000000000'],
    ['thousand units', '1000'],
    ['million units', '1000000'],
    ['billion units', '1000000000'],
    ['trillion units', '1000000000000'],
    ['万 家', '10000'],
  ])('1 %s is %s', (text, expected) => expect(turned('1', text, '个')).toBe(expected));
  it.each(['万', '亿', '万%', '万倍', '万百分点', '千万', 'million'])('%s alone is no unit', (text) =>
    expect(units.parse(text)).toBeUndefined(),
  );
});

describe('compound units', () => {
  it.each([
    ['tax per area', '1', '万元/亩', '元/亩', '10000'],
    ['per hectare', '2', '万元/亩', '万元/公顷', '30'],
    ['energy per output', '1', '吨标准煤/万元', '千克标准煤/元', '0.1'],
    ['patents per people', '3', '件/万人', '个/人', '0.0003'],
  ])('%s', (_, n, from, to, expected) => expect(turned(n, from, to)).toBe(expected));
  it('count what stands above', () => expect(unit('件/万人').noun).toBe('件'));
  it.each(['万元/', '/亩', '万元/亩/年', '万元/什么', '什么/亩'])('%s is none', (text) =>
    expect(units.parse(text)).toBeUndefined(),
  );
});

describe('count nouns', () => {
  it.each(['家', '个', '项', '户', '场', '场次', '座', '所', '件', '台', '艘', '位', '名'])(
    '%s counts as any other',
    (noun) => {
      expect(turned('1', noun, '个')).toBe('1');
      expect(unit(noun).noun).toBe(noun);
    },
  );
  it('a multiplied one keeps its noun', () => expect(unit('万家').noun).toBe('家'));
  it('a bare number counts nothing', () => expect(unit('').noun).toBeUndefined());
});

it('a base of 100 is that of an index (上年同期=100)', () =>
  expect(unit('上年同期=100').dimensions).toBe(unit('指数').dimensions));

it.each([
  ['上年同月=100', '上年同月=100', true],
  ['上年同月=100', '去年同月=100', true],
  ['上年同月=100', '指数', true],
  ['上年同月=100', '上月=100', false],
  ['2015=100', '2020=100', false],
])('%s and %s are one measure: %s', (a, b, one) => {
  expect(commensurable(unit(a), unit(b))).toBe(one);
  expect(convert(decimal('101.2'), unit(a), unit(b))?.toFixed()).toBe(one ? '101.2' : undefined);
});

describe('spelling', () => {
  it.each([
    ['full width', '％', '%'],
    ['blanks', ' 亿 元 ', '亿元'],
    ['capitals, kept for the reader', ' GWh ', 'GWh'],
    ['English words, kept apart', 'million  EUR', 'million EUR'],
    ['a compound unit', 'kgCO2 / 万 元', undefined],
    ['a compound unit in English', 'million EUR / thousand persons', 'million EUR/thousand persons'],
  ])('%s: does not matter', (_, text, expected) => expect(units.parse(text)?.text).toBe(expected));
  it.each(['什么', 'xyz', '元元', '亿', '人亩', '5', '家家'])('nonsense is refused: %s', (text) =>
    expect(units.parse(text)).toBeUndefined(),
  );
});

describe('a project adds units', () => {
  const own = new Units(
    [
      { name: '标箱' },
      { name: '标准间', equals: { value: decimal('25'), unit: '平方米' } },
      { name: '垧', equals: { value: decimal('15'), unit: '亩' } },
      { name: '打', equals: { value: decimal('12'), unit: '个' } },
      { name: '税点', equals: { value: decimal('2'), unit: '万元/亩' } },
      { name: '谜', equals: { value: decimal('2'), unit: '什么' } },
    ],
    ['盏'],
  );
  it.each([
    ['of its own dimension', '1', '万标箱', '标箱', '10000'],
    ['that equals so much of another', '2', '标准间', '平方米', '50'],
    ['that equals so much of a unit with a fraction', '1', '垧', '公顷', '1'],
    ['that equals so many', '1', '打', '个', '12'],
    ['that equals so much of a compound one', '1', '税点', '元/亩', '20000'],
    ['a count noun', '1', '万盏', '家', '10000'],
  ])('%s', (_, n, from, to, expected) => expect(turned(n, from, to, own)).toBe(expected));
  it('keeps apart what equals nothing known', () => expect(turned('1', '谜', '标箱', own)).toBe('unlike'));
  it('keeps the noun of what it equals', () => expect(unit('打', own).noun).toBe('个'));
  it('for itself alone', () => expect(units.parse('标箱')).toBeUndefined());
});

describe('rates and points', () => {
  it.each([
    ['%', true, false],
    ['‰', true, false],
    ['百分点', false, true],
    ['千分点', false, true],
    ['亿元', false, false],
  ])('%s', (text, rate, points) =>
    expect([isRate(unit(text)), isPoints(unit(text))]).toEqual([rate, points]),
  );
});

describe('decimals of a figure in another unit', () => {
  it.each([
    ['its own in its own unit', '1.30', '亿元', '亿元', '1.30'],
    ['those it has', '1.3', '万人', '人', '13000'],
    ['all of those it has', '12345', '元', '亿元', '0.00012345'],
    ['three digits at the least where it has no end', '1', '亩', '公顷', '0.0667'],
    ['the digits it was published with', '110', '亩', '公顷', '7.33'],
    ['however many', '110.00', '亩', '公顷', '7.3333'],
    ['not fewer than none', '1234567', '亩', '平方米', '823044667'],
    ['nothing is nothing', '0', '亩', '公顷', '0'],
    ['below 0 too', '-50', '亩', '公顷', '-3.33'],
  ])('%s', (_, text, from, to, expected) => {
    const value = decimal(text);
    const converted = convert(value, unit(from), unit(to)) ?? value;
    expect(converted.toFixed(decimalsIn(converted, value, decimalsOf(text)))).toBe(expected);
  });
});
