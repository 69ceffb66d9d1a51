import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BATCH_COLUMNS } from '../../src/model/observation.ts';
import { formatMonth, parsePeriod } from '../../src/model/period.ts';
import { splitRow } from '../../src/store/canonical.ts';
import { ptrack } from '../cli/scenario.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The samples lie beside the repository, or beside the folder its worktrees are in. */
const samples = ['../shared/samples', '../../shared/samples'].map((p) => join(root, p)).find(existsSync);

interface Fact {
  readonly file: string;
  readonly series: string;
  readonly region: string;
  readonly period: string;
  readonly unit: string;
  readonly note?: string;
  readonly raw: string | null;
}

/** Facts name series, regions and periods as people do; here is what the catalogue of this repository calls them. */
const SERIES: Readonly<Record<string, string>> = {
  '居民消费价格指数(上年同月=100)': 'cpi',
  出口总值当期值: 'exports',
  'M2 供应量同比增长': 'm2.growth',
  'M2 供应量期末值': 'm2',
  'M1 供应量同比增长': 'm1.growth',
  国内生产总值累计值: 'gdp',
  国内生产总值当季值: 'gdp',
  企业法人单位数: 'corporate-units',
  私营企业法人单位数: 'private-corporate-units',
  '公有经济企事业单位专业技术人员数(人)': 'public-technicians',
  全社会固定资产投资: 'total-fixed-investment',
  城镇固定资产投资: 'urban-fixed-investment',
  地区生产总值指数: 'gdp-index',
  'NY.GDP.MKTP.KD.ZG': 'gdp-growth-worldbank',
  TEC00115: 'gdp-growth-eurostat',
  PRC_HICP_MANR: 'hicp-growth',
  Brent: 'brent',
  'DIM_1 A': 'sdmx-example',
  'single disaggregation (Total)': 'opensdg-single',
  'single disaggregation (Percent)': 'opensdg-single-share',
};
const REGIONS: Readonly<Record<string, string>> = {
  全国: 'CN',
  CHN: 'CN',
  山东省: '370000',
  Germany: 'DE',
  Albania: 'AL',
  '(place not in file)': 'not-stated',
  '—': 'WLD',
};
const PERIODS: Readonly<Record<string, string>> = {
  '2021-H1 (Q1-Q2 YTD)': '2021-S1',
  '2021 (Q1-Q4 YTD)': '2021',
};
const UNITS: Readonly<Record<string, string>> = {
  'index, 上年同月=100': '上年同月=100',
  'index 上年=100': '上年=100',
  '(not in file)': '亿元',
  'annual %': '%',
  '% change': '%',
  'annual rate %': '%',
};
const FLAGS: Readonly<Record<string, string>> = {
  'OBS_FLAG p': 'provisional',
  'OBS_FLAG e': 'estimated',
};

/** Stocks are keyed by the end of their span. */
const STOCKS: readonly string[] = [
  'm2',
  'corporate-units',
  'private-corporate-units',
  'public-technicians',
  'opensdg-single',
];

/** Facts that stand in the README of the samples alone. */
const SAID: readonly Fact[] = [
  ['28_sdmxcsv2_spec_example05_labelsboth.csv', 'DIM_1 A', '2014-01', '12.4', 'index'],
  ['35_opensdg_missing_values.csv', 'single disaggregation (Total)', '2015', '5', '个'],
  ['35_opensdg_missing_values.csv', 'single disaggregation (Percent)', '2015', '7', '%'],
].map(([file = '', series = '', period = '', raw = '', unit = '']) => ({
  ...{ file, series, period, raw, unit },
  region: '(place not in file)',
}));

/** What the program prints of a sample by the mappings of this repository; each is read once. */
const printed = new Map<string, { rows: readonly string[][]; err: string; code: number | null }>();
function read(file: string) {
  let found = printed.get(file);
  if (!found) {
    const { out, err, code } = ptrack(['ingest', join(samples ?? '', file), '--dry-run'], root);
    found = { rows: out.trimEnd().split('\n').map(splitRow), err, code };
    printed.set(file, found);
  }
  return found;
}

describe.skipIf(samples === undefined)('shared/samples (skipped where the folder is not there)', () => {
  const facts: readonly Fact[] =
    samples === undefined ? [] : [...JSON.parse(readFileSync(join(samples, 'facts.json'), 'utf8')), ...SAID];

  it.each(facts.map((f) => [f.file, f.series, f.region, f.period, f] as const))(
    '%s: %s %s %s',
    (_f, _s, _r, _p, fact) => {
      const { rows, err, code } = read(fact.file);
      expect(err).not.toMatch(/ {2}error {2}/);
      expect(code).toBe(0);
      expect(rows[0]).toEqual([...BATCH_COLUMNS]);
      const indicator = SERIES[fact.series] ?? '';
      const span = parsePeriod(PERIODS[fact.period] ?? fact.period) ?? { start: 0, end: 0 };
      const [from, to] = [STOCKS.includes(indicator) ? span.end : span.start, span.end].map(formatMonth);
      const found = rows.filter(
        (r) => r[0] === indicator && r[1] === REGIONS[fact.region] && r[2] === from && r[3] === to,
      );
      const unit = UNITS[fact.unit] ?? fact.unit;
      const status = FLAGS[fact.note ?? ''] ?? '';
      expect(found.map((r) => r.slice(4, 7))).toEqual(fact.raw === null ? [] : [[fact.raw, unit, status]]);
      // what is absent must be the cell, not the series
      expect(rows.some((r) => r[0] === indicator && r[1] === REGIONS[fact.region])).toBe(true);
    },
  );

  // 34 needs rows of one sex and one kind of place to be told from the others
  it('every sample but 34 has a fact', () => {
    const files = readdirSync(samples ?? '').filter((f) => f.endsWith('.csv') && !f.startsWith('34_'));
    expect(files.filter((f) => !facts.some((fact) => fact.file === f))).toEqual([]);
  });
});
