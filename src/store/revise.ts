import type { Observation } from '../model/observation.ts';
import { convert } from '../model/unit.ts';

/** A figure that later figures replaced or disagree with: what counts, and every other value there was, latest first. */
export interface Revision {
  readonly current: Observation;
  readonly others: readonly Observation[];
}

type Dated = Pick<Observation, 'published'> & { readonly source: Pick<Observation['source'], 'ingested'> };

type Figure = Pick<Observation, 'value' | 'unit' | 'bound' | 'status'>;

/** When a figure was published: where the export does not say, no later than the day it was ingested. */
const publishedOn = (o: Dated): string => o.published ?? o.source.ingested.slice(0, 10);

/** The order in which figures replace each other: by publication, then by ingestion (METHOD, Revisions). */
export function byAge(a: Dated, b: Dated): number {
  const [x, y] = [`${publishedOn(a)} ${a.source.ingested}`, `${publishedOn(b)} ${b.source.ingested}`];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Whether two figures say the same, whatever their units and decimals. */
export const sameFigure = (a: Figure, b: Figure): boolean =>
  a.bound === b.bound &&
  (a.status === 'deleted') === (b.status === 'deleted') &&
  (convert(b.value, b.unit, a.unit)?.eq(a.value) ?? false);

/** Whether an exact figure is what a bound said of it: 4902 agrees with >4800. */
function satisfies(exact: Figure, other: Figure): boolean {
  const limit = exact.bound ? undefined : convert(other.value, other.unit, exact.unit);
  if (!limit) return false;
  if (other.bound === '>') return exact.value.gt(limit);
  if (other.bound === '>=') return exact.value.gte(limit);
  if (other.bound === '<') return exact.value.lt(limit);
  return other.bound === '<=' && exact.value.lte(limit);
}

/** Whether what counts leaves nothing to remark on the other: the same figure, or a bound that it keeps. */
export const agrees = (counts: Figure, other: Figure): boolean =>
  sameFigure(counts, other) || (other.status !== 'deleted' && satisfies(counts, other));

/**
 * Of all that was ever said of one figure, what counts: the latest, but a bound never displaces an exact figure;
 * nothing where the latest word is that it is deleted.
 */
export function settleFigure(said: readonly Observation[]): Revision | undefined {
  const sorted = said.length > 1 ? [...said].sort(byAge) : said;
  let current: Observation | undefined;
  for (const o of sorted) {
    if (o.status === 'deleted') current = undefined;
    else if (!(o.bound && current && !current.bound)) current = o;
  }
  if (!current) return undefined;
  const counts = current;
  const others = sorted.filter((o) => o !== counts && o.status !== 'deleted' && !agrees(counts, o));
  return { current: counts, others: others.reverse() };
}
