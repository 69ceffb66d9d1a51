import type { Catalogue } from '../model/catalogue.ts';
import { type Indicator, restsOn } from '../model/indicator.ts';
import { isMoment } from '../model/kinds.ts';
import { seriesKey } from '../model/observation.ts';
import { yearsPath } from '../model/pace.ts';
import { contains, monthOfDate, monthPeriod } from '../model/period.ts';
import type { Target } from '../model/plan.ts';
import { regionsOf, withParts } from './needs.ts';
import type { SeriesSource } from './readings/visible.ts';

/** The month before a day: the last one whose figures can be asked for. */
export const monthBefore = (today: string): number => (monthOfDate(today) ?? 0) - 1;

/** An indicator, and those it may be derived from. */
function derivedFrom(indicator: Indicator, catalogue: Catalogue): Set<Indicator> {
  const found = new Set<Indicator>();
  const visit = (i: Indicator | undefined): void => {
    if (!i || found.has(i)) return;
    found.add(i);
    for (const name of i.derivation ? restsOn(i.derivation) : []) visit(catalogue.indicatorNames.get(name));
  };
  visit(indicator);
  return found;
}

/**
 * The default as-of month of a plan (METHOD §4): the last month for which its indicators have an observation inside
 * their windows; where nothing was ever observed, the month before today.
 */
export function defaultAsOf(
  targets: readonly Target[],
  series: SeriesSource,
  catalogue: Catalogue,
  today: string,
): number {
  let last: number | undefined;
  for (const target of targets.map((t) => t.sameAs?.found ?? t)) {
    const indicator = target.indicator?.found;
    if (!indicator) continue;
    const window = yearsPath(target, indicator) ?? target.window;
    for (const i of derivedFrom(indicator, catalogue))
      for (const r of withParts(i, regionsOf(target, catalogue), catalogue))
        for (const o of series.get(seriesKey(i.id, r.code)) ?? [])
          if (contains(window, isMoment(i) ? monthPeriod(o.period.end) : o.period))
            last = Math.max(last ?? o.period.end, o.period.end);
  }
  return last ?? monthBefore(today);
}
