import { plain } from '../../model/decimal.ts';
import { seriesKey } from '../../model/observation.ts';
import type { Check } from './check.ts';
import type { Evidence } from './evidence.ts';
import { half, isSmall, remainder } from './rounding.ts';
import { FRESH, flagsAt, monthAt, numberAt, type Series, type Spot } from './series.ts';
import type { Warnings } from './warnings.ts';

/** How many parts a finding lists. */
const LISTED = 12;

/** The series of the parts; nothing where one has none. */
function seriesOf(parts: readonly string[], s: Series, evidence: Evidence): Series[] | undefined {
  const found: Series[] = [];
  for (const part of parts) {
    const series = evidence.series(seriesKey(s.indicator.id, part));
    if (!series) return undefined;
    found.push(series);
  }
  return found;
}

/** Moves a place on to a span's figure; whether there is one. */
function reach(s: Series, places: Int32Array, k: number, start: number, end: number): boolean {
  const { starts, ends } = s.columns;
  let i = monthAt(places, k);
  while (i < s.to && (monthAt(ends, i) < end || (monthAt(ends, i) === end && monthAt(starts, i) < start)))
    i++;
  places[k] = i;
  return i < s.to && monthAt(ends, i) === end && monthAt(starts, i) === start;
}

function warn(total: Spot, parts: readonly Spot[], warnings: Warnings, evidence: Evidence): void {
  const { unit } = total.series.indicator;
  warnings.add(sums.code, total, parts, () => {
    const { off } = remainder(parts, [total], evidence.look);
    const sum = remainder(parts, [], evidence.look).off;
    const listed = parts.slice(0, LISTED);
    return {
      sum: `${plain(sum)} ${unit.text}`,
      by: `${plain(off.abs())} ${unit.text}`,
      parts: listed.map(
        (p) => `${evidence.region(p.series.region)} ${evidence.value(p)} (${evidence.where(p)})`,
      ),
      ...(parts.length > LISTED ? { unlisted: parts.length - LISTED } : {}),
    };
  });
}

function checkSet(s: Series, members: readonly Series[], warnings: Warnings, evidence: Evidence): void {
  const { starts, ends, values, flags } = s.columns;
  const places = Int32Array.from(members, (m) => m.from);
  for (let i = s.from; i < s.to; i++) {
    const start = monthAt(starts, i);
    const end = monthAt(ends, i);
    let sum = 0;
    let scale = Math.abs(numberAt(values, i));
    let allowed = half(s, i);
    let fresh = flagsAt(flags, i);
    let all = true;
    for (let k = 0; k < members.length; k++) {
      const member = members[k] as Series;
      if (!reach(member, places, k, start, end)) {
        all = false;
        break;
      }
      const j = monthAt(places, k);
      sum += numberAt(member.columns.values, j);
      scale += Math.abs(numberAt(member.columns.values, j));
      allowed += half(member, j);
      fresh |= flagsAt(member.columns.flags, j);
    }
    const off = Math.abs(numberAt(values, i) - sum);
    if (!all || !(fresh & FRESH) || isSmall(off, allowed, scale)) continue;
    const total: Spot = { series: s, index: i };
    const parts = members.map((series, k): Spot => ({ series, index: monthAt(places, k) }));
    warn(total, parts, warnings, evidence);
  }
}

/**
 * A total that is not the sum of its parts, for amounts and counts (flow, stock), at spans for which the whole and every
 * part have a figure. Only where the catalogue says that the parts make up the whole: the members of a group its own
 * figure, the `parts` of a region that region's. Offices add functional zones to a total or leave them out, and a region
 * with some of its districts listed is no sum of them. What the rounding of all the figures explains is passed over.
 */
export const sums: Check = {
  code: 'data/sum-differs',
  check(s, warnings, evidence) {
    const sets = evidence.wholes.get(s.region);
    if (!sets || (s.indicator.kind !== 'flow' && s.indicator.kind !== 'stock')) return;
    for (const set of sets) {
      const members = seriesOf(set, s, evidence);
      if (members && ![s, ...members].some((m) => evidence.leaps(m)))
        checkSet(s, members, warnings, evidence);
    }
  },
};
