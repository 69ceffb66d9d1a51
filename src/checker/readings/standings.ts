import { decimal } from '../../model/decimal.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Period } from '../../model/period.ts';
import type { Unit } from '../../model/unit.ts';
import type { Figure } from '../../model/verdict.ts';
import { commonSpans } from './common-spans.ts';
import type { Lookup, Standing } from './lookup.ts';

/** Ranks a group at one span. Needs an exact figure of every member. */
export function standingAt(
  f: Lookup,
  of: Indicator,
  members: readonly string[],
  span: Period,
): Standing | undefined {
  const found: { readonly region: string; readonly figure: Figure }[] = [];
  for (const region of members) {
    const figure = f.at(of, region, span);
    if (!figure || figure.bound) return undefined;
    found.push({ region, figure: { ...figure, label: f.nameOf(region) } });
  }
  const sign = of.better === 'lower' ? 1 : -1;
  const sorted = [...found].sort((a, b) => sign * a.figure.value.cmp(b.figure.value));
  const places = new Map<string, number>();
  for (const [i, { region, figure }] of sorted.entries()) {
    const before = sorted[i - 1];
    const tied = before?.figure.value.eq(figure.value) ? places.get(before.region) : undefined;
    places.set(region, tied ?? i + 1);
  }
  const figures = found.map((x) => x.figure);
  return { figures, sources: [...new Set(figures.flatMap((x) => x.sources))], places };
}

/** The place of a region's figure in a group at one span. Undefined: a member has no exact figure, or it is none itself. */
export function placeAt(
  f: Lookup,
  of: Indicator,
  region: string,
  group: string,
  span: Period,
  unit: Unit,
): Figure | undefined {
  const standing = f.standing(of, group, span);
  const place = standing?.places.get(region);
  if (!standing || place === undefined) return undefined;
  return {
    value: decimal(place),
    decimals: 0,
    unit,
    period: span,
    sources: standing.sources,
    how: 'place',
    parts: standing.figures,
  };
}

/** The latest span of a window at which every member of a group has a figure. */
export function latestStanding(f: Lookup, of: Indicator, group: string, window: Period): Period | undefined {
  for (const span of commonSpans(
    f,
    f.members(group).map((r) => [of, r] as const),
    window,
  ))
    return span;
  return undefined;
}
