import { type Basis, readPeriodLabel } from '../../model/label.ts';
import { lengthOf, monthOfYear, type Period } from '../../model/period.ts';

/** The span a label means in some year; undefined where it can't be read. */
export function spanOf(label: string, basis: Basis = 'span'): Period | undefined {
  const read = readPeriodLabel(label, { basis, year: 2000 });
  return 'period' in read ? read.period : undefined;
}

/** Whether two spans are the same months of a year. */
export const samePart = (a: Period | undefined, b: Period | undefined): boolean =>
  a !== undefined && b !== undefined && a.start % 12 === b.start % 12 && lengthOf(a) === lengthOf(b);

/** Whether a label means another span where figures add up from January: 5月, and not 1-5月. */
export function canAddUp(label: string): boolean {
  const own = spanOf(label);
  return own !== undefined && !samePart(own, spanOf(label, 'year-to-date'));
}

/** Whether a label itself says that figures add up from January: 1-5月. */
export function addsUp(label: string): boolean {
  const own = spanOf(label);
  return own !== undefined && monthOfYear(own.start) === 1 && lengthOf(own) > 1 && lengthOf(own) < 12;
}
