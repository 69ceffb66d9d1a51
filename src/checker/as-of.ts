import type { Catalogue } from '../model/catalogue.ts';
import { isMoment } from '../model/indicator.ts';
import { type Observation, seriesKey } from '../model/observation.ts';
import { contains, monthOfDate, monthPeriod } from '../model/period.ts';
import type { Target } from '../model/plan.ts';
import { yearsPath } from './baseline.ts';

/** The month before a day: the last one whose figures can be asked for. */
export const monthBefore = (today: string): number => (monthOfDate(today) ?? 0) - 1;

/**
 * The default as-of month of a plan (METHOD §4): the last month for which its indicators have an observation inside
 * their windows; where nothing was ever observed, the month before today.
 */
export function defaultAsOf(
  targets: readonly Target[],
  series: ReadonlyMap<string, readonly Observation[]>,
  catalogue: Catalogue,
  today: string,
): number {
  let last: number | undefined;
  for (const target of targets) {
    const [indicator, region] = [target.indicator?.found, target.region?.found];
    if (!indicator || !region || target.sameAs) continue;
    const window = yearsPath(target) ?? target.window;
    const moment = isMoment(indicator);
    for (const r of catalogue.membersOf(region))
      for (const o of series.get(seriesKey(indicator.id, r.code)) ?? [])
        if (contains(window, moment ? monthPeriod(o.period.end) : o.period))
          last = Math.max(last ?? o.period.end, o.period.end);
  }
  return last ?? monthBefore(today);
}
