import type { Decimal } from '../model/decimal.ts';
import type { Standing } from '../model/history.ts';
import type { Observation } from '../model/observation.ts';
import { convert } from '../model/unit.ts';

/** A figure that later vintages replaced or disagree with: what counts, and every other value, the latest first. */
export interface Revision {
  readonly current: Observation;
  readonly others: readonly Observation[];
}

type Dated = Pick<Observation, 'published'> & { readonly source: Pick<Observation['source'], 'ingested'> };

type Value = Pick<Observation, 'value' | 'unit' | 'bound' | 'status'>;

/** When a value was published: where the export does not say, no later than the day it was ingested. */
const publishedOn = (o: Dated): string => o.published ?? o.source.ingested.slice(0, 10);

/** The order in which vintages replace each other: by publication, then by ingestion (docs/method.md §2, Revisions). */
export function byAge(a: Dated, b: Dated): number {
  const [x, y] = [publishedOn(a), publishedOn(b)];
  if (x !== y) return x < y ? -1 : 1;
  const [s, t] = [a.source.ingested, b.source.ingested];
  return s < t ? -1 : s > t ? 1 : 0;
}

/** The value of one in the unit of another. */
const inUnitOf = (a: Value, o: Value): Decimal | undefined =>
  a.unit === o.unit ? o.value : convert(o.value, o.unit, a.unit);

/** Whether two values are the same, whatever their units and decimals. */
export const sameValue = (a: Value, b: Value): boolean =>
  a.bound === b.bound &&
  (a.status === 'deleted') === (b.status === 'deleted') &&
  (inUnitOf(a, b)?.eq(a.value) ?? false);

/** Whether an exact value is what a bound says of it: 4902 satisfies >4800. */
function satisfies(exact: Value, other: Value): boolean {
  const limit = exact.bound ? undefined : inUnitOf(exact, other);
  if (!limit) return false;
  if (other.bound === '>') return exact.value.gt(limit);
  if (other.bound === '>=') return exact.value.gte(limit);
  if (other.bound === '<') return exact.value.lt(limit);
  return other.bound === '<=' && exact.value.lte(limit);
}

/** Whether what counts leaves nothing to remark on another vintage: it is the same value, or a bound that is kept. */
export const agrees = (counts: Value, other: Value): boolean =>
  sameValue(counts, other) || (other.status !== 'deleted' && satisfies(counts, other));

/** The vintage that stands of several sorted by age. */
function lastOf<T extends Value>(sorted: readonly T[]): T | undefined {
  let last: T | undefined;
  for (const vintage of sorted) {
    const isExact = last && last.status !== 'deleted' && !last.bound;
    // a bound never displaces an exact value
    if (vintage.status === 'deleted' || !vintage.bound || !isExact) last = vintage;
  }
  return last;
}

const sortedByAge = <T extends Dated>(vintages: readonly T[]): readonly T[] =>
  vintages.length > 1 ? [...vintages].sort(byAge) : vintages;

/** The vintage of a figure that stands, which may be one that withdraws it. Undefined: there is none at all. */
export const latestOf = <T extends Value & Dated>(vintages: readonly T[]): T | undefined =>
  lastOf(sortedByAge(vintages));

/**
 * Of all vintages of one figure, what counts: the latest, but a bound never displaces an exact value; nothing where
 * the latest withdraws the figure.
 */
export function settleFigure(vintages: readonly Observation[]): Revision | undefined {
  const sorted = sortedByAge(vintages);
  const counts = lastOf(sorted);
  if (!counts || counts.status === 'deleted') return undefined;
  const others = sorted.filter((o) => o !== counts && o.status !== 'deleted' && !agrees(counts, o));
  return { current: counts, others: others.reverse() };
}

/** What became of each vintage of one figure, in the order given. */
export function standingsOf(vintages: readonly (Value & Dated)[]): Standing[] {
  const latest = latestOf(vintages);
  const isWithdrawn = latest?.status === 'deleted';
  return vintages.map((o) => {
    if (o === latest || !latest) return 'counts';
    if (isWithdrawn ? o.status === 'deleted' : agrees(latest, o)) return 'agrees';
    const then = vintages.filter((v) => v.source.ingested <= o.source.ingested);
    if (latestOf(then) !== o) return 'outranked';
    return isWithdrawn ? 'withdrawn' : 'revised';
  });
}
