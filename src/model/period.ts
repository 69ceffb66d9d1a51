/**
 * A closed span of whole months (时期), as two month numbers: year × 12 + month − 1.
 * Definitions: docs/method.md §1.
 */
export interface Period {
  readonly start: number;
  readonly end: number;
}

/** The month number of a month of a year (1 to 12). */
export const monthNumber = (year: number, month: number): number => year * 12 + month - 1;

/** The calendar year a month number lies in. */
export const yearOf = (month: number): number => Math.floor(month / 12);

/** The month of the year, 1 to 12, of a month number. */
export const monthOfYear = (month: number): number => (month % 12) + 1;

/** The span of a calendar year (全年). */
export const yearPeriod = (year: number): Period => ({ start: year * 12, end: year * 12 + 11 });

/** The span from January of the month's year to that month (累计). */
export const yearToDate = (month: number): Period => ({ start: yearOf(month) * 12, end: month });

/** The span of one month. */
export const monthPeriod = (month: number): Period => ({ start: month, end: month });

/** How many months a span has. */
export const lengthOf = (p: Period): number => p.end - p.start + 1;

/** The same span some months later (or, negative, earlier). */
export const shift = (p: Period, months: number): Period => ({
  start: p.start + months,
  end: p.end + months,
});

/** The same span a year before (上年同期). */
export const yearBefore = (p: Period): Period => shift(p, -12);

export const samePeriod = (a: Period, b: Period): boolean => a.start === b.start && a.end === b.end;

/** Whether the inner span lies wholly inside the outer one. */
export const contains = (outer: Period, inner: Period): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** The closed parts of a span, each so many months long, cut at the calendar's own borders. */
export function partsOf(p: Period, months: number): Period[] {
  const parts: Period[] = [];
  const first = Math.ceil(p.start / months) * months;
  for (let s = first; s + months - 1 <= p.end; s += months) parts.push({ start: s, end: s + months - 1 });
  return parts;
}

/** Whether a span lies in the years 1 to 9999, which four digits can write. */
export const isWritable = (p: Period): boolean => p.start >= 12 && p.end < 10_000 * 12;

const two = (n: number): string => String(n).padStart(2, '0');
const four = (n: number): string => String(n).padStart(4, '0');

/** A month number as `2024-05`. */
export const formatMonth = (month: number): string => `${four(yearOf(month))}-${two(monthOfYear(month))}`;

/** The canonical text of a span: `2024-05`, `2024-Q2`, `2024-S1`, `2024`, `2021/2025`, `2024-01/2024-05`. */
export function formatPeriod(p: Period): string {
  const length = lengthOf(p);
  const month = p.start % 12;
  const year = four(yearOf(p.start));
  if (length === 1) return formatMonth(p.start);
  if (length === 3 && month % 3 === 0) return `${year}-Q${month / 3 + 1}`;
  if (length === 6 && month % 6 === 0) return `${year}-S${month / 6 + 1}`;
  if (month === 0 && length === 12) return year;
  if (month === 0 && length % 12 === 0) return `${year}/${four(yearOf(p.end))}`;
  return `${formatMonth(p.start)}/${formatMonth(p.end)}`;
}

function parseOne(text: string): Period | undefined {
  const m = /^(\d{4})(?:-(?:(\d{2})|Q([1-4])|S([12])))?$/.exec(text);
  if (!m) return undefined;
  const year = Number(m[1]);
  if (m[2]) {
    const month = Number(m[2]);
    return month >= 1 && month <= 12 ? monthPeriod(monthNumber(year, month)) : undefined;
  }
  const part = m[3] ? { months: 3, at: Number(m[3]) } : m[4] ? { months: 6, at: Number(m[4]) } : undefined;
  if (!part) return yearPeriod(year);
  const start = year * 12 + (part.at - 1) * part.months;
  return { start, end: start + part.months - 1 };
}

/** Reads canonical text; any spelling of a span is taken (`2024-01/2024-06` is `2024-S1`). Undefined: not a span. */
export function parsePeriod(text: string): Period | undefined {
  const [from, to, more] = text.trim().split('/');
  if (from === undefined || more !== undefined) return undefined;
  const first = parseOne(from.trim());
  const last = to === undefined ? first : parseOne(to.trim());
  if (!first || !last || last.end < first.start) return undefined;
  const span = { start: first.start, end: last.end };
  return isWritable(span) ? span : undefined;
}

const lastDay = (month: number): number =>
  new Date(Date.UTC(yearOf(month), monthOfYear(month), 0)).getUTCDate();

/** The last day of a span, as an ISO date. */
export const lastDateOf = (p: Period): string => `${formatMonth(p.end)}-${two(lastDay(p.end))}`;

/** The month number of an ISO date; undefined where it is no date of the calendar. */
export function monthOfDate(date: string): number | undefined {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!m) return undefined;
  const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])];
  if (month < 1 || month > 12) return undefined;
  const number = monthNumber(year, month);
  if (!isWritable(monthPeriod(number))) return undefined;
  return day >= 1 && day <= lastDay(number) ? number : undefined;
}

/** A due date (完成时限): the day it falls on, and the month that day lies in. */
export interface Due {
  readonly date: string;
  readonly month: number;
}

/** Reads a date, or a span whose last day is meant. Undefined: neither. */
export function parseDue(text: string): Due | undefined {
  const month = monthOfDate(text.trim());
  if (month !== undefined) return { date: text.trim(), month };
  const span = parsePeriod(text);
  return span && { date: lastDateOf(span), month: span.end };
}
