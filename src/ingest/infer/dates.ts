import { lastDateOf, monthNumber, monthPeriod } from '../../model/period.ts';

const DATE = /^(\d{4})([-/.年])(\d{1,2})[-/.月](\d{1,2})([日号]?)([T ].*)?$/;

/** Whether a text is a date, year first. */
export const isDate = (text: string): boolean => DATE.test(text);

/** A day of the calendar as it is written: the sign before its day, and what stands behind. */
interface Day {
  readonly month: number;
  readonly day: string;
  readonly last: boolean;
  /** The pattern for what follows the month, the day left out. */
  readonly tail: (day: string) => string;
}

function readDay(text: string): Day | undefined {
  const m = DATE.exec(text);
  if (!m) return undefined;
  const [year, month] = [Number(m[1]), Number(m[3])];
  const sign = m[2] === '年' ? '' : `${m[2]}`;
  return {
    month,
    day: `${m[4]}`,
    last: lastDateOf(monthPeriod(monthNumber(year, month))).endsWith(`-${`${m[4]}`.padStart(2, '0')}`),
    tail: (day) => `${sign}${day}${m[5]}${m[6] === undefined ? '' : '{_}'}`,
  };
}

const ENDS = ['31', '30', '29', '28'];

/**
 * Patterns for dates that stand for spans: the first or the last days of months, or New Year's days. Undefined where
 * they are other days, or only those with which quarters begin or end: they could stand for months as well.
 */
export function dateForms(texts: readonly string[]): string[] | undefined {
  const days = texts.map(readDay).filter((d) => d !== undefined);
  const months = [...new Set(days.map((d) => d.month))];
  if (days.length < texts.length) return undefined;
  if (days.every((d) => d.last)) {
    if (months.every((m) => m % 3 === 0)) return undefined;
    return [...new Set(days.flatMap((d) => ENDS.map((end) => `{period}${d.tail(end)}`)))];
  }
  if (!days.every((d) => Number(d.day) === 1)) return undefined;
  const tails = [...new Set(days.map((d) => d.tail(d.day)))];
  if (texts.length > 1 && months.every((m) => m === 1)) return tails.map((tail) => `{year}{_}${tail}`);
  return months.every((m) => m % 3 === 1) ? undefined : tails.map((tail) => `{period}${tail}`);
}
