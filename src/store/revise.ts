import type { Decimal } from '../model/decimal.ts';
import type { Standing } from '../model/history.ts';
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
  const [x, y] = [publishedOn(a), publishedOn(b)];
  if (x !== y) return x < y ? -1 : 1;
  const [s, t] = [a.source.ingested, b.source.ingested];
  return s < t ? -1 : s > t ? 1 : 0;
}

/** The value of a figure in the unit of another. */
const inUnitOf = (a: Figure, o: Figure): Decimal | undefined =>
  a.unit === o.unit ? o.value : convert(o.value, o.unit, a.unit);

/** Whether two figures say the same, whatever their units and decimals. */
export const sameFigure = (a: Figure, b: Figure): boolean =>
  a.bound === b.bound &&
  (a.status === 'deleted') === (b.status === 'deleted') &&
  (inUnitOf(a, b)?.eq(a.value) ?? false);

/** Whether an exact figure is what a bound said of it: 4902 agrees with >4800. */
function satisfies(exact: Figure, other: Figure): boolean {
  const limit = exact.bound ? undefined : inUnitOf(exact, other);
  if (!limit) return false;
  if (other.bound === '>') return exact.value.gt(limit);
  if (other.bound === '>=') return exact.value.gte(limit);
  if (other.bound === '<') return exact.value.lt(limit);
  return other.bound === '<=' && exact.value.lte(limit);
}

/** Whether what counts leaves nothing to remark on the other: the same figure, or a bound that it keeps. */
export const agrees = (counts: Figure, other: Figure): boolean =>
  sameFigure(counts, other) || (other.status !== 'deleted' && satisfies(counts, other));

/** Of words in their order the one that stands, which may be that the figure is withdrawn. */
function lastWord<T extends Figure>(sorted: readonly T[]): T | undefined {
  let word: T | undefined;
  for (const o of sorted) {
    const isExact = word && word.status !== 'deleted' && !word.bound;
    // a bound never displaces an exact figure
    if (o.status === 'deleted' || !o.bound || !isExact) word = o;
  }
  return word;
}

const inOrder = <T extends Dated>(said: readonly T[]): readonly T[] =>
  said.length > 1 ? [...said].sort(byAge) : said;

/** What stands of all that was said of one figure: the latest word, which may be that it is withdrawn. */
export const standing = <T extends Figure & Dated>(said: readonly T[]): T | undefined =>
  lastWord(inOrder(said));

/**
 * Of all that was ever said of one figure, what counts: the latest, but a bound never displaces an exact figure;
 * nothing where the latest word is that it is deleted.
 */
export function settleFigure(said: readonly Observation[]): Revision | undefined {
  const sorted = inOrder(said);
  const counts = lastWord(sorted);
  if (!counts || counts.status === 'deleted') return undefined;
  const others = sorted.filter((o) => o !== counts && o.status !== 'deleted' && !agrees(counts, o));
  return { current: counts, others: others.reverse() };
}

/** What became of each word that was said of one figure, in the order given. */
export function standingsOf(said: readonly (Figure & Dated)[]): Standing[] {
  const word = standing(said);
  const isWithdrawn = word?.status === 'deleted';
  return said.map((o) => {
    if (o === word || !word) return 'counts';
    if (isWithdrawn ? o.status === 'deleted' : agrees(word, o)) return 'agrees';
    const then = said.filter((s) => s.source.ingested <= o.source.ingested);
    if (standing(then) !== o) return 'outranked';
    return isWithdrawn ? 'withdrawn' : 'revised';
  });
}
