import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type IngestResult, ingest } from '../../src/ingest/ingest.ts';
import { toMapping } from '../../src/ingest/mapping.ts';
import { parsePeriod, samePeriod } from '../../src/model/period.ts';
import { catalogue, type Entry, sum } from './helpers.ts';

const SAMPLES = new URL('../../../shared/samples/', import.meta.url);
const there = existsSync(SAMPLES);

interface Fact {
  readonly file: string;
  readonly series: string;
  readonly region: string;
  readonly period: string;
  readonly raw: string | null;
  readonly number: number | null;
}

const ENTRIES: Entry[] = [
  ['cpi', '居民消费价格指数', 'index', '指数'],
  ['exports', '出口总值', 'flow', '千美元'],
  ['m2', '货币和准货币(M2)供应量', 'stock', '亿元'],
  ['m2.growth', 'M2增速', 'growth', '%', '货币和准货币(M2)供应量同比增长'],
  ['m1.growth', 'M1增速', 'growth', '%', '货币(M1)供应量同比增长'],
  ['gdp', '国内生产总值', 'flow', '亿元'],
  ['firms', '企业法人单位数', 'stock', '个'],
  ['private-firms', '私营企业法人单位数', 'stock', '个'],
  ['technicians', '公有经济企事业单位专业技术人员数', 'stock', '人'],
  ['investment', '全社会固定资产投资', 'flow', '亿元'],
  ['urban-investment', '城镇固定资产投资', 'flow', '亿元'],
  ['gdp-index', '地区生产总值指数', 'index', '指数'],
  ['wb-growth', 'GDP growth', 'growth', '%', 'NY.GDP.MKTP.KD.ZG'],
  ['eu-growth', 'Gross domestic product at market prices', 'growth', '%'],
  ['hicp', 'All-items HICP', 'growth', '%'],
  ['brent', 'Europe Brent Spot Price FOB', 'ratio', 'usd/barrel'],
];

const CATALOGUE = catalogue(ENTRIES, {
  regions: [
    ['CN', '全国', 'CHN'],
    ['370000', '山东省'],
    ['city', '某市'],
    ['DE', 'Germany'],
    ['AL', 'Albania'],
    ['world', '—'],
  ],
});

const NOTES = ['注：', '数据来源：'];
const nation = { constant: '全国' };
const NAMED = ['{indicator}{basis}({unit})', '{indicator}({unit})'];
const FLAGS = { p: 'provisional', e: 'estimated', b: 'break', bp: 'break', d: 'none', u: 'none' };
const EUROSTAT = ['DATAFLOW', '…', 'geo', 'TIME_PERIOD', 'OBS_VALUE', 'OBS_FLAG', 'CONF_STATUS'];

/** A mapping for each sample that the language of mapping/v1 reads today. */
const MAPPINGS: Record<string, object> = {
  '01': {
    header: ['时间', '{indicator}({unit})'],
    end: NOTES,
    fields: { period: { column: '时间' }, series: { from: 'header', as: NAMED }, region: nation },
    others: 'skip',
  },
  '05': {
    header: ['时间', '{indicator}({unit})'],
    end: NOTES,
    fields: { period: { column: '时间' }, series: { from: 'header', as: NAMED }, region: nation },
    others: 'skip',
  },
  '06': {
    header: ['指标', '{period}'],
    end: NOTES,
    fields: { series: { column: '指标', as: NAMED }, period: { from: 'header' }, region: nation },
    others: 'skip',
  },
  '07': {
    header: ['指标', '{period}'],
    end: NOTES,
    fields: { series: { column: '指标', as: NAMED }, period: { from: 'header' }, region: nation },
    others: 'skip',
  },
  '10': {
    header: ['地区', '{period}'],
    end: NOTES,
    fields: {
      series: { preamble: '指标：{indicator}({unit})' },
      region: { column: '地区' },
      period: { from: 'header' },
    },
    others: { regions: 'skip' },
  },
  '14': {
    header: ['', '{indicator}'],
    fields: {
      period: { column: '' },
      indicator: { from: 'header' },
      unit: { constant: '亿元' },
      region: nation,
    },
  },
  '16': {
    header: ['指标', '{period}'],
    fields: {
      indicator: { column: '指标' },
      period: { from: 'header' },
      unit: { constant: '上年=100' },
      region: { constant: '某市' },
    },
    labels: { 国内生产总值指数: 'skip' },
  },
  '20': {
    header: ['Country Name', 'Country Code', 'Indicator Name', 'Indicator Code', '{period}'],
    fields: {
      indicator: { column: 'Indicator Code' },
      unit: { column: 'Indicator Name', as: '{_}({unit})', unit: { 'annual %': '%' } },
      region: { column: 'Country Code' },
      period: { from: 'header' },
    },
    others: { regions: 'skip' },
  },
  '21': {
    header: EUROSTAT,
    fields: {
      indicator: { constant: 'Gross domestic product at market prices' },
      unit: { constant: '%' },
      region: { column: 'geo' },
      period: { column: 'TIME_PERIOD' },
      value: { column: 'OBS_VALUE' },
      status: { column: 'OBS_FLAG', status: FLAGS },
    },
    others: { regions: 'skip' },
  },
  '23': {
    header: ['DATAFLOW', '…', 'coicop', 'geo', 'TIME_PERIOD', 'OBS_VALUE', 'OBS_FLAG', 'CONF_STATUS'],
    fields: {
      indicator: { column: 'coicop' },
      unit: { constant: '%' },
      region: { column: 'geo' },
      period: { column: 'TIME_PERIOD' },
      value: { column: 'OBS_VALUE' },
      status: { column: 'OBS_FLAG', status: FLAGS },
    },
    others: { labels: 'skip', regions: 'skip' },
  },
  '25': {
    header: ['Month', '{indicator} Dollars per Barrel'],
    fields: {
      period: { column: 'Month' },
      indicator: { from: 'header' },
      unit: { constant: 'USD/barrel' },
      region: { constant: '—' },
    },
  },
};

/** Facts name series as people do; here is what the catalogue of this test calls them. */
const SERIES: Record<string, string> = {
  '居民消费价格指数(上年同月=100)': 'cpi',
  出口总值当期值: 'exports',
  'M2 供应量同比增长': 'm2.growth',
  'M2 供应量期末值': 'm2',
  'M1 供应量同比增长': 'm1.growth',
  国内生产总值累计值: 'gdp',
  国内生产总值当季值: 'gdp',
  企业法人单位数: 'firms',
  私营企业法人单位数: 'private-firms',
  '公有经济企事业单位专业技术人员数(人)': 'technicians',
  全社会固定资产投资: 'investment',
  城镇固定资产投资: 'urban-investment',
  地区生产总值指数: 'gdp-index',
  'NY.GDP.MKTP.KD.ZG': 'wb-growth',
  TEC00115: 'eu-growth',
  PRC_HICP_MANR: 'hicp',
  Brent: 'brent',
};

const REGIONS: Record<string, string> = { '(place not in file)': 'city', '—': 'world' };
const PERIODS: Record<string, string> = { '2021-H1 (Q1-Q2 YTD)': '2021-S1', '2021 (Q1-Q4 YTD)': '2021' };

const results = new Map<string, IngestResult>();

function resultOf(file: string): IngestResult {
  let result = results.get(file);
  if (!result) {
    const mapping = toMapping({ files: ['*'], ...MAPPINGS[file.slice(0, 2)] });
    result = ingest({
      name: file,
      bytes: readFileSync(new URL(file, SAMPLES)),
      mapping,
      catalogue: CATALOGUE,
    });
    results.set(file, result);
  }
  return result;
}

describe.skipIf(!there)('the facts of shared/samples (skipped: the folder is not there)', () => {
  const facts: Fact[] = there ? JSON.parse(readFileSync(new URL('facts.json', SAMPLES), 'utf8')) : [];

  it.each(facts.map((f) => [f.file, f.series, f.period, f] as const))('%s: %s %s', (_f, _s, _p, fact) => {
    const result = resultOf(fact.file);
    expect(result.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
    expect(sum(result)).toBe(result.tally.cells);
    const region = REGIONS[fact.region] ?? CATALOGUE.region(fact.region)?.code;
    const span = parsePeriod(PERIODS[fact.period] ?? fact.period);
    const stock = CATALOGUE.indicators.get(SERIES[fact.series] ?? '')?.kind === 'stock';
    const found = result.observations.filter(
      (o) =>
        o.indicator === SERIES[fact.series] &&
        o.region === region &&
        span !== undefined &&
        (stock ? o.period.end === span.end : samePeriod(o.period, span)),
    );
    expect(found.map((o) => o.value.toFixed(o.decimals))).toEqual(fact.raw === null ? [] : [fact.raw]);
  });
});
