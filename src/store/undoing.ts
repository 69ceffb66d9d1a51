import type { Changes, FigureChange, Held, Undoing } from '../model/history.ts';
import { latestOf, sameValue } from './settle.ts';
import type { StoredBatch } from './store.ts';

/** Changes that are kept to be shown, of each sort. */
const SHOWN = 1000;

/** Changes while they are counted. */
interface Counting extends Changes {
  count: number;
  readonly first: FigureChange[];
}

function add(changes: Counting, change: FigureChange): void {
  changes.count++;
  if (changes.first.length < SHOWN) changes.first.push(change);
}

/** The value that stands, none where it is withdrawn. */
function valueNow(vintages: readonly Held[]): Held | undefined {
  const latest = latestOf(vintages);
  return latest?.status === 'deleted' ? undefined : latest;
}

/**
 * What removing a batch changes. `figures` are those the batch has, each with all its vintages; `faulty` says how many
 * rows of the batch can't be used.
 */
export function undoingOf(
  { batch, source, sourceHash, mapping, ingested }: StoredBatch,
  figures: Iterable<readonly Held[]>,
  faulty: number,
): Undoing {
  const restored: Counting = { count: 0, first: [] };
  const gone: Counting = { count: 0, first: [] };
  let [count, unchanged] = [0, 0];
  for (const vintages of figures) {
    count++;
    const [before, after] = [vintages, vintages.filter((v) => v.source.batch !== batch)].map(valueNow);
    const [first] = vintages;
    if (!first || (before && after ? sameValue(before, after) : before === after)) {
      unchanged++;
      continue;
    }
    const { indicator, region, period } = first;
    const change = { indicator, region, period, ...(before ? { old: before } : {}) };
    if (after) add(restored, { ...change, new: after });
    else add(gone, change);
  }
  return { batch, source, sourceHash, mapping, ingested, figures: count, faulty, restored, gone, unchanged };
}

/** What removing a batch changes of which nothing can be read: nothing. */
export const undoingNothing = (batch: string): Undoing => ({
  batch,
  figures: 0,
  faulty: 0,
  restored: { count: 0, first: [] },
  gone: { count: 0, first: [] },
  unchanged: 0,
});
