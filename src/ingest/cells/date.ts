import { monthOfDate } from '../../model/period.ts';
import { tidy } from '../text.ts';

const FORMS: readonly RegExp[] = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/** A date of publication (发布日期) written year first, as an ISO date; undefined where it is no day of the calendar. */
export function readDate(text: string): string | undefined {
  const clean = tidy(text).replace(/\s*([年月日号])\s*/g, '$1');
  for (const form of FORMS) {
    const m = form.exec(clean);
    if (!m) continue;
    const iso = `${m[1]}-${m[2]?.padStart(2, '0')}-${m[3]?.padStart(2, '0')}`;
    return monthOfDate(iso) === undefined ? undefined : iso;
  }
  return undefined;
}
