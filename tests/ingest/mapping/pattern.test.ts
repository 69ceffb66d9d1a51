import { describe, expect, it } from 'vitest';
import { compilePattern, type Pattern, type Tables } from '../../../src/ingest/mapping/pattern.ts';

const compile = (text: string, tables: Tables = {}): Pattern => {
  const pattern = compilePattern(text, tables);
  if ('fault' in pattern) throw new Error(pattern.fault);
  return pattern;
};

const words = (table: Record<string, string>) => new Map(Object.entries(table));

describe('what a pattern captures', () => {
  it.each([
    ['{indicator}({unit})', '企业法人单位数(个)', { indicator: '企业法人单位数', unit: '个' }],
    ['{indicator}（{unit}）', '企业法人单位数 (个)', { indicator: '企业法人单位数', unit: '个' }],
    [
      '{indicator}({unit})',
      '居民消费价格指数(上年同月=100)',
      { indicator: '居民消费价格指数', unit: '上年同月=100' },
    ],
    [
      '{indicator}{basis}({unit})',
      '货币和准货币(M2)供应量期末值(亿元)',
      { indicator: '货币和准货币(M2)供应量', basis: 'end', unit: '亿元' },
    ],
    [
      '{indicator}{basis}({unit})',
      '国内生产总值累计值(亿元)',
      { indicator: '国内生产总值', basis: 'year-to-date', unit: '亿元' },
    ],
    ['{indicator}{basis}({unit})', '企业法人单位数(个)', undefined],
    ['{indicator}_{unit}', '固定资产投资_亿元', { indicator: '固定资产投资', unit: '亿元' }],
    ['{period}({note})', '2024年上半年(7月29日报道)', { period: '2024年上半年' }],
    ['{period}({note})', '2024年上半年', undefined],
    [
      '{period}{indicator}',
      '1—5月份规模以上工业增加值',
      { period: '1—5月份', indicator: '规模以上工业增加值' },
    ],
    ['{period} {indicator}', 'May 2024 output', { period: 'May 2024', indicator: 'output' }],
    ['{year}年{_}', '2024年全市主要指标', { year: '2024' }],
    ['{_}{year}{_}', '主要指标2024', { year: '2024' }],
    ['指标：{indicator}({unit})', '指标:技术人员数(人)', { indicator: '技术人员数', unit: '人' }],
    ['指标：{indicator}', '指　标：技术人员数', { indicator: '技术人员数' }],
    ['{value}{unit}', '4800多家', { value: '4800多', unit: '家' }],
    ['{value}{unit}', '22.4万个', { value: '22.4', unit: '万个' }],
    ['{value}{unit}', '51.7%', { value: '51.7', unit: '%' }],
    ['{value} {status}', '52471 e', { value: '52471', status: 'e' }],
    ['{value} {status}', ': c', { value: ':', status: 'c' }],
    ['{region}：{indicator}', '青岛市：工业投资', { region: '青岛市', indicator: '工业投资' }],
    ['发布于{published}', '发布于 2024年6月17日', { published: '2024年6月17日' }],
    ['{unit}', 'anything (at all)', { unit: 'anything (at all)' }],
    ['a+b.c {unit}', 'a+b.c 元', { unit: '元' }],
    ['a+b.c {unit}', 'aab-c 元', undefined],
  ])('%s in %s', (pattern, text, bag) => expect(compile(pattern).match(text)).toEqual(bag));

  it.each([
    [
      '{indicator}{basis}',
      { basis: words({ 本月: 'span', 自年初累计: 'year-to-date' }) },
      '工业投资自年初累计',
      { indicator: '工业投资', basis: 'year-to-date' },
    ],
    [
      '{indicator} {unit}',
      { unit: words({ dollarsperbarrel: 'USD/barrel' }) },
      'Brent Spot Dollars per Barrel',
      { indicator: 'Brent Spot', unit: 'USD/barrel' },
    ],
    [
      '{indicator}({unit})',
      { unit: words({ 'bn usd': '十亿美元' }) },
      'GDP(亿元)',
      { indicator: 'GDP', unit: '亿元' },
    ],
    [
      '{value}{status}',
      { status: words({ p: 'provisional' }) },
      '5.1p',
      { value: '5.1', status: 'provisional' },
    ],
    ['{value}{status}', { status: words({ p: 'provisional' }) }, '5.1q', undefined],
    ['{status}', { status: words({ p: 'provisional' }) }, 'P', { status: 'provisional' }],
    ['{status}', { status: words({ p: 'provisional' }) }, 'q', { status: 'q' }],
    ['{basis}', {}, '累计', { basis: 'year-to-date' }],
  ])('%s with a table of words', (pattern, tables: Tables, text, bag) =>
    expect(compile(pattern, tables).match(text)).toEqual(bag),
  );
});

describe('what is no pattern', () => {
  it.each([
    ['{indikator}', { fault: 'unknown-placeholder', placeholder: 'indikator' }],
    ['{unit}/{unit}', { fault: 'placeholder-twice', placeholder: 'unit' }],
    ['{unit', { fault: 'unclosed-placeholder' }],
    ['unit}', { fault: 'unclosed-placeholder' }],
  ])('%s', (text, fault) => expect(compilePattern(text)).toEqual(fault));
});

it('no text takes a pattern long to refuse', () => {
  const pattern = compilePattern('{indicator}({unit}) {period}');
  const text = `国内生产总值(亿元) ${'jan'.repeat(2000)}!`;
  if ('fault' in pattern) throw new Error(pattern.fault);
  expect(pattern.match(text)).toBeUndefined();
});

it('names that every object has are dimensions like others', () => {
  const pattern = compilePattern('{constructor} {value}', {}, new Set(['constructor']));
  if ('fault' in pattern) throw new Error(pattern.fault);
  expect(pattern.match('a 5')).toMatchObject({ constructor: 'a', value: '5' });
});
