import { describe, expect, it } from 'vitest';
import { type Basis, readPeriodLabel } from '../../src/model/label.ts';
import { formatPeriod } from '../../src/model/period.ts';

const read = (label: string, basis: Basis = 'span', year?: number): string => {
  const r = readPeriodLabel(label, { basis, ...(year === undefined ? {} : { year }) });
  return 'period' in r ? formatPeriod(r.period) : r.fault;
};

describe('METHOD §1, as published → span', () => {
  it.each([
    // a month
    ['2024年5月', '2024-05'],
    ['5月份', '2024-05'],
    ['2024-05', '2024-05'],
    ['2024M05', '2024-05'],
    ['202405', '2024-05'],
    ['2024.05', '2024-05'],
    ['May 2024', '2024-05'],
    ['Feb 2026', '2026-02'],
    ['２０２４年５月', '2024-05'],
    ['2024年6月份当月', '2024-06'],
    // year to date
    ['1-5月', '2024-01/2024-05'],
    ['1—5月', '2024-01/2024-05'],
    ['1至5月份', '2024-01/2024-05'],
    ['2024年1-5月', '2024-01/2024-05'],
    ['1-5月累计', '2024-01/2024-05'],
    ['5月累计', '2024-01/2024-05'],
    ['1-2月', '2024-01/2024-02'],
    // quarters
    ['一季度', '2024-Q1'],
    ['第一季度', '2024-Q1'],
    ['2024Q1', '2024-Q1'],
    ['2024-Q1', '2024-Q1'],
    ['2024 Q1', '2024-Q1'],
    ['2024年第二季度', '2024-Q2'],
    // halves, three quarters, years
    ['上半年', '2024-S1'],
    ['H1', '2024-S1'],
    ['1-6月', '2024-S1'],
    ['前三季度', '2024-01/2024-09'],
    ['1-3季度', '2024-01/2024-09'],
    ['一至三季度', '2024-01/2024-09'],
    ['1-9月', '2024-01/2024-09'],
    ['全年', '2024'],
    ['2024年', '2024'],
    ['2024', '2024'],
    ['2005-2007', '2005/2007'],
    // until
    ['截至5月', '2024-01/2024-05'],
    ['截止5月末', '2024-01/2024-05'],
    ['截至2024年6月', '2024-S1'],
  ])('%s → %s', (label, span) => expect(read(label, 'span', 2024)).toBe(span));
});

describe('the same label of a cumulative series (累计)', () => {
  it.each([
    ['第二季度', '2024-S1'],
    ['2024年5月', '2024-01/2024-05'],
    ['2024年1月', '2024-01'],
    ['2024年第四季度', '2024'],
    ['2024年6月份当月', '2024-06'],
    ['2024', '2024'],
  ])('%s → %s', (label, span) => expect(read(label, 'year-to-date', 2024)).toBe(span));
});

describe('the same label of a stock: the end of its span', () => {
  it.each([
    ['截至5月', '2024-05'],
    ['截至2024年7月初', '2024-06'],
    ['截至2024年1月初', '2023-12'],
    ['截至2022年9月底', '2022-09'],
    ['截 至 2024 年 6 月', '2024-06'],
    ['2024年底', '2024-12'],
    ['2024年一季度末', '2024-03'],
    ['三季度末', '2024-09'],
    ['年末', '2024-12'],
    ['2023', '2023-12'],
    ['2023-Q4', '2023-12'],
    ['2023-12', '2023-12'],
    ['1-5月累计', '2024-05'],
    ['2024年5月31日', '2024-05'],
  ])('%s → %s', (label, span) => expect(read(label, 'end', 2024)).toBe(span));
});

describe('what can’t be read is a fault, never a guess', () => {
  it.each([
    ['5月', 'no-year'],
    ['1-5月累计', 'no-year'],
    ['截至5月', 'no-year'],
    ['2024年13月', 'no-such-month'],
    ['2024-13', 'no-such-month'],
    ['2024年5-3月', 'backwards'],
    ['2024年7月中旬', 'mid-month'],
    ['2024年7月15日', 'mid-month'],
    ['2016.1', 'ambiguous'],
    ['备注', 'unreadable'],
    ['', 'unreadable'],
    ['累计', 'unreadable'],
    ['截至', 'unreadable'],
  ])('%s: %s', (label, fault) => expect(read(label)).toBe(fault));
});
