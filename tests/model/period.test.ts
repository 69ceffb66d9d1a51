import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contains,
  formatMonth,
  formatPeriod,
  lastDateOf,
  lengthOf,
  monthNumber,
  monthOfDate,
  monthOfYear,
  monthPeriod,
  type Period,
  parseDue,
  parsePeriod,
  partsOf,
  samePeriod,
  shift,
  yearBefore,
  yearOf,
  yearPeriod,
  yearToDate,
} from '../../src/model/period.ts';

const span = (text: string): Period => {
  const p = parsePeriod(text);
  if (!p) throw new Error(`no span: ${text}`);
  return p;
};

const anySpan = fc
  .tuple(fc.integer({ min: 1000 * 12, max: 9980 * 12 }), fc.integer({ min: 0, max: 120 }))
  .map(([start, more]) => ({ start, end: start + more }));

describe('canonical text (METHOD §1)', () => {
  it.each([
    ['a month', '2024-05', 1],
    ['a quarter', '2024-Q2', 3],
    ['a half-year', '2024-S1', 6],
    ['a year', '2024', 12],
    ['years', '2021/2025', 60],
    ['any other span', '2024-01/2024-05', 5],
    ['a span over the turn of the year', '2023-12/2024-01', 2],
    ['three months that are no quarter', '2024-02/2024-04', 3],
    ['six months that are no half-year', '2024-02/2024-07', 6],
    ['twelve months that are no year', '2023-04/2024-03', 12],
  ])('%s: %s', (_, text, months) => {
    expect(lengthOf(span(text))).toBe(months);
    expect(formatPeriod(span(text))).toBe(text);
  });
  it('reads back what it writes, whatever the span', () => {
    fc.assert(fc.property(anySpan, (p) => samePeriod(span(formatPeriod(p)), p)));
  });
  it.each([
    ['2024-01/2024-06', '2024-S1'],
    ['2024-S1/2024-S2', '2024'],
    ['2024-Q1/2024-03', '2024-Q1'],
    ['2024-07/2024-07', '2024-07'],
    ['2024/2024', '2024'],
    ['2021/2023-05', '2021-01/2023-05'],
    [' 2024-05 / 2024-06 ', '2024-05/2024-06'],
    ['2024-S2', '2024-S2'],
    ['2024-10/2024-12', '2024-Q4'],
  ])('spellings of one span are equal: %s is %s', (text, canonical) =>
    expect(formatPeriod(span(text))).toBe(canonical),
  );
  it.each([
    ['month 13', '2024-13'],
    ['month 0', '2024-00'],
    ['a fifth quarter', '2024-Q5'],
    ['a third half', '2024-S3'],
    ['one digit of a month', '2024-5'],
    ['a date', '2024-05-31'],
    ['two digits of a year', '24'],
    ['words', '2024年5月'],
    ['nothing', ''],
    ['a span that runs backwards', '2024-05/2024-04'],
    ['three ends', '2023/2024/2025'],
    ['a start that is none', 'x/2024'],
    ['an end that is none', '2024/x'],
    ['no end', '2024/'],
  ])('is none: %s', (_, text) => expect(parsePeriod(text)).toBeUndefined());
});

describe('months', () => {
  it('are numbered from January of year 0', () => {
    expect([yearOf(monthNumber(2024, 5)), monthOfYear(monthNumber(2024, 5))]).toEqual([2024, 5]);
    expect(formatMonth(monthNumber(2024, 12))).toBe('2024-12');
    expect(formatMonth(monthNumber(987, 1))).toBe('0987-01');
  });
  it('make years, and years to date', () => {
    expect(formatPeriod(yearPeriod(2024))).toBe('2024');
    expect(formatPeriod(yearToDate(monthNumber(2024, 5)))).toBe('2024-01/2024-05');
    expect(formatPeriod(monthPeriod(monthNumber(2024, 5)))).toBe('2024-05');
  });
});

describe('containment', () => {
  it.each([
    ['2024', '2024-05', true],
    ['2024', '2024', true],
    ['2024', '2024-12', true],
    ['2024', '2023-12/2024-01', false],
    ['2024', '2024-12/2025-01', false],
    ['2024-05', '2024', false],
  ])('%s holds %s: %s', (outer, inner, expected) =>
    expect(contains(span(outer), span(inner))).toBe(expected),
  );
});

describe('shifting', () => {
  it.each([
    ['2024-01/2024-05', -12, '2023-01/2023-05'],
    ['2024-Q1', -3, '2023-Q4'],
    ['2024', 12, '2025'],
    ['2024-12', 1, '2025-01'],
  ])('%s by %i months is %s', (text, months, expected) =>
    expect(formatPeriod(shift(span(text), months))).toBe(expected),
  );
  it('by a year back is the same span a year before (上年同期)', () => {
    fc.assert(fc.property(anySpan, (p) => samePeriod(shift(yearBefore(p), 12), p)));
  });
});

describe('the months and quarters of a span, cut at the calendar’s own borders', () => {
  it.each([
    ['2024', 3, ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4']],
    ['2024-02/2024-10', 3, ['2024-Q2', '2024-Q3']],
    ['2024-02/2024-04', 3, []],
    ['2024-Q1', 1, ['2024-01', '2024-02', '2024-03']],
    ['2021/2023', 12, ['2021', '2022', '2023']],
  ])('%s by %i', (text, months, expected) =>
    expect(partsOf(span(text), months).map(formatPeriod)).toEqual(expected),
  );
});

describe('due dates', () => {
  it.each([
    ['a date', '2024-06-15', '2024-06-15', '2024-06'],
    ['a month: its last day', '2024-06', '2024-06-30', '2024-06'],
    ['February of a leap year', '2024-02', '2024-02-29', '2024-02'],
    ['February of another', '2023-02', '2023-02-28', '2023-02'],
    ['February of 1900, no leap year', '1900-02', '1900-02-28', '1900-02'],
    ['February of 2000, a leap year', '2000-02', '2000-02-29', '2000-02'],
    ['a quarter', '2024-Q3', '2024-09-30', '2024-09'],
    ['a year', '2024', '2024-12-31', '2024-12'],
    ['several years', '2021/2025', '2025-12-31', '2025-12'],
    ['with blanks around', ' 2024-06-15 ', '2024-06-15', '2024-06'],
  ])('%s: %s', (_, text, date, month) => {
    const due = parseDue(text);
    expect(due && [due.date, formatMonth(due.month)]).toEqual([date, month]);
  });
  it.each([
    ['the 30th of February', '2024-02-30'],
    ['the 29th of February of no leap year', '2023-02-29'],
    ['the 31st of June', '2024-06-31'],
    ['the 0th', '2024-06-00'],
    ['month 13', '2024-13-01'],
    ['month 0', '2024-00-10'],
    ['words', '6月底前'],
  ])('is none: %s', (_, text) => expect(parseDue(text)).toBeUndefined());
  it('a date lies in its month', () => {
    expect(monthOfDate('2024-02-29')).toBe(monthNumber(2024, 2));
    expect(monthOfDate('2024-02')).toBeUndefined();
  });
  it('the last day of any span is a date of its last month', () => {
    fc.assert(fc.property(anySpan, (p) => monthOfDate(lastDateOf(p)) === p.end));
  });
});
