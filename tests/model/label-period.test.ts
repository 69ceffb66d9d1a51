import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Basis, labelPeriod, readPeriodLabel } from '../../src/model/label.ts';
import { formatPeriod, parsePeriod } from '../../src/model/period.ts';

const written = (text: string): readonly [string, string] => {
  const p = parsePeriod(text);
  if (!p) throw new Error(`no span: ${text}`);
  return [labelPeriod(p, 'zh'), labelPeriod(p, 'en')];
};

describe('a span as people write it', () => {
  it.each([
    ['2024-05', '2024年5月', 'May 2024'],
    ['2024-01/2024-05', '2024年1—5月', 'Jan–May 2024'],
    ['2024-Q1', '2024年一季度', 'Q1 2024'],
    ['2024-Q4', '2024年四季度', 'Q4 2024'],
    ['2024-S1', '2024年上半年', 'H1 2024'],
    ['2024-S2', '2024年下半年', 'H2 2024'],
    ['2024', '2024年', '2024'],
    ['2021/2025', '2021—2025年', '2021–2025'],
    ['2023-11/2024-02', '2023年11月—2024年2月', 'Nov 2023 – Feb 2024'],
  ])('%s: %s, %s', (text, zh, en) => expect(written(text)).toEqual([zh, en]));
  it.each(['2024-05', '2024-01/2024-05', '2024-Q1', '2024-S2', '2024', '2021/2025', '2023-11/2024-02'])(
    '%s is read back from Chinese',
    (text) => {
      const read = readPeriodLabel(written(text)[0], { basis: 'span' });
      expect('period' in read && formatPeriod(read.period)).toBe(text);
    },
  );
});

describe('a month that is none is no guess (METHOD §1)', () => {
  it.each(['13月初', '0月初', '0月底', '13月5日', '0月5日', '13月底'])('%s', (label) => {
    for (const basis of ['span', 'year-to-date', 'end'] satisfies Basis[])
      expect(readPeriodLabel(`2024年${label}`, { basis })).toEqual({ fault: 'no-such-month' });
  });
  it('初 of January is the end of the year before', () => {
    const read = readPeriodLabel('2024年1月初', { basis: 'end' });
    expect('period' in read && formatPeriod(read.period)).toBe('2023-12');
  });
});

describe('spans of several months or years', () => {
  it.each([
    ['Jan-May 2024', 'span', '2024-01/2024-05'],
    ['September 2024', 'span', '2024-09'],
    ['Q1 2024', 'span', '2024-Q1'],
    ['H2 2024', 'year-to-date', '2024'],
    ['2021-2025年', 'year-to-date', '2021/2025'],
    ['2021-2025年', 'end', '2025-12'],
    ['2023年11月至2024年2月', 'span', '2023-11/2024-02'],
    ['2025-2021年', 'span', 'backwards'],
    ['2024年2月-2023年11月', 'span', 'backwards'],
    ['2023年11月-2024年13月', 'span', 'no-such-month'],
    ['2023年2月30日', 'span', 'no-such-month'],
    ['2023年2月0日', 'span', 'no-such-month'],
    ['2024年2月29日', 'end', '2024-02'],
  ] as const)('%s (%s) is %s', (label, basis, expected) => {
    const read = readPeriodLabel(label, { basis });
    expect('period' in read ? formatPeriod(read.period) : read.fault).toBe(expected);
  });
});

describe('a span outside the years that four digits write is none (docs/method.md §1)', () => {
  it.each([
    '0000年1月初', // the end of December of the year before 0
    '0001年1月初',
    '0000年5月',
    '0000年',
    '0000-01',
    '0000',
    '0000Q1',
    'May 0000',
    '0000—2024年',
    '0000年1月-2024年5月',
  ])('%s', (label) => {
    for (const basis of ['span', 'year-to-date', 'end'] satisfies Basis[]) {
      const read = readPeriodLabel(label, { basis });
      // of a run of years that begins with 0 the end alone can be taken
      if ('period' in read) expect(parsePeriod(formatPeriod(read.period))).toEqual(read.period);
      else expect(read).toEqual({ fault: 'no-such-month' });
    }
  });
  it('whatever is read is written so that it can be read again', () => {
    const year = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0'));
    const body = fc.constantFrom('年1月初', '年12月', '年', 'Q4', '-01', '年1-3月', '年底', '年1月31日');
    fc.assert(
      fc.property(year, body, fc.constantFrom<Basis>('span', 'year-to-date', 'end'), (y, b, basis) => {
        const read = readPeriodLabel(y + b, { basis });
        if ('period' in read) expect(parsePeriod(formatPeriod(read.period))).toEqual(read.period);
      }),
    );
  });
});
