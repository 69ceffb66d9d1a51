import type { Vintage } from '../model/history.ts';
import type { Observation } from '../model/observation.ts';
import { byAge, type Revision, settleFigure, standingsOf } from './settle.ts';

const inTime = (a: Observation, b: Observation): number =>
  a.period.end - b.period.end || a.period.start - b.period.start;

/** The vintages of a series, figure by figure in the order of time; those of one figure stay in their order. */
function* byFigure(vintages: readonly Observation[]): Generator<readonly Observation[]> {
  const sorted = [...vintages].sort(inTime);
  let from = 0;
  for (let at = 1; at <= sorted.length; at++) {
    const [first, next] = [sorted[from], sorted[at]];
    if (first && next && inTime(first, next) === 0) continue;
    yield sorted.slice(from, at);
    from = at;
  }
}

/**
 * What counts in a series, in the order of time, and the figures that were revised, of all its vintages. Of two that
 * were ingested at the same instant the later in the list counts.
 */
export function settleSeries(vintages: readonly Observation[]): {
  readonly counting: readonly Observation[];
  readonly revisions: readonly Revision[];
} {
  const counting: Observation[] = [];
  const revisions: Revision[] = [];
  for (const figure of byFigure(vintages)) {
    const settled = settleFigure(figure);
    if (!settled) continue;
    counting.push(settled.current);
    if (settled.others.length > 0) revisions.push(settled);
  }
  return { counting, revisions };
}

/** All vintages of a series in the order of time and then of age, with what became of each; `nameOf` names a batch. */
export const vintagesOf = (vintages: readonly Observation[], nameOf: (batch: string) => string): Vintage[] =>
  [...byFigure(vintages)].flatMap((figure) => {
    const sorted = [...figure].sort(byAge);
    const standings = standingsOf(sorted);
    return sorted.map((o, i) => ({
      ...o,
      standing: standings[i] ?? 'counts',
      name: nameOf(o.source.batch),
    }));
  });
