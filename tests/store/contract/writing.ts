import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FigureChange } from '../../../src/model/history.ts';
import { seriesKey } from '../../../src/model/observation.ts';
import { formatPeriod } from '../../../src/model/period.ts';
import { isWhole } from '../../../src/store/origin.ts';
import { sameValue } from '../../../src/store/settle.ts';
import type { Store } from '../../../src/store/store.ts';
import { codes } from '../../ingest/helpers.ts';
import { refused, row, show } from '../helpers.ts';
import { ALWAYS, AUGUST, type Batch, batches, counting, JULY, originOf, readAll } from './fill.ts';

/** What every store that can be written does with batches. */
export function writing(open: () => Promise<Store>): void {
  const july: Batch = [JULY, 'gdp CN 2021 1 亿元'];
  const append = async (store: Store, batch: Batch, from = originOf(batch)) =>
    store.append(from, batch.slice(1).map(row));

  it('what is appended counts at once', async () => {
    const store = await open();
    expect(await readAll(store)).toEqual([]);
    await append(store, july);
    expect(await readAll(store)).toEqual(['gdp CN 2021 1 亿元']);
    await append(store, [AUGUST, 'gdp CN 2021 2 亿元']);
    expect(await readAll(store)).toEqual(['gdp CN 2021 2 亿元']);
  });

  it('an export is stored once by one mapping', async () => {
    const store = await open();
    const from = originOf(july);
    const first = await append(store, july, from);
    expect(first.written).toBe(true);
    expect(await append(store, [JULY, 'gdp CN 2021 2 亿元'], from)).toEqual({ ...first, written: false });
    expect(await readAll(store)).toEqual(['gdp CN 2021 1 亿元']);
    const found = await store.batchesOf(from);
    expect(found).toEqual([{ batch: first.batch, ...from }]);
    expect(await store.batchesOf({ ...from, mappingHash: 'another' })).toEqual([]);
    expect(await store.batchesOf({ ...from, sourceHash: 'another' })).toEqual([]);
    for (const b of found) expect([isWhole(b, undefined), isWhole(b, '2024-06-01')]).toEqual([true, false]);
  });

  it('an export of which cells were left out is stored again', async () => {
    const store = await open();
    const from = originOf(july);
    const first = await append(store, july, { ...from, rejected: 2 });
    const second = await append(store, [JULY, 'gdp CN 2021 1 亿元', 'gdp CN 2022 3 亿元'], from);
    expect(second.written).toBe(true);
    expect(second.batch).not.toBe(first.batch);
    expect((await store.batchesOf(from)).map((b) => isWhole(b, undefined)).sort()).toEqual([false, true]);
  });

  it('of two stored at the same instant one counts, and stays the one', async () => {
    const store = await open();
    await append(store, july);
    await append(store, [JULY, 'gdp CN 2021 2 亿元']);
    const now = await readAll(store);
    expect(now).toHaveLength(1);
    expect(await readAll(store)).toEqual(now);
    const { vintages } = await store.vintages({ indicator: 'gdp', region: 'CN', within: ALWAYS });
    expect(vintages.filter((v) => v.standing === 'counts').map(show)).toEqual(now);
  });

  it('a batch is found by its id and its short name, and removed alone', async () => {
    const store = await open();
    const { batch } = await append(store, july);
    const other = await append(store, [AUGUST, 'gdp CN 2021 2 亿元']);
    const { entries } = await store.log();
    for (const e of entries) {
      expect(await store.findBatch(e.batch)).toBe(e.batch);
      expect(await store.findBatch(e.name)).toBe(e.batch);
    }
    expect(codes(await refused(store.findBatch('nothing-like-it')))).toEqual(['store/no-such-batch']);
    await store.remove(other.batch);
    expect(await readAll(store)).toEqual(['gdp CN 2021 1 亿元']);
    expect((await store.log()).entries.map((e) => e.batch)).toEqual([batch]);
    expect(codes(await refused(store.remove(other.batch)))).toEqual(['store/not-removed']);
  });

  it('undoing foretells what counts once a batch is removed', () =>
    fc.assert(
      fc.asyncProperty(batches, fc.nat(), async (list, pick) => {
        const store = await open();
        const ids: string[] = [];
        for (const b of list) ids.push((await append(store, b)).batch);
        const batch = ids[pick % Math.max(1, ids.length)];
        if (batch === undefined) return;
        const { undone } = await store.undoing(batch);
        const foretold = new Map<string, Parameters<typeof sameValue>[0]>(await counting(store));
        const keyOf = (c: FigureChange): string =>
          `${seriesKey(c.indicator, c.region)} ${formatPeriod(c.period)}`;
        for (const c of undone.gone.first) foretold.delete(keyOf(c));
        for (const c of undone.restored.first) if (c.new) foretold.set(keyOf(c), c.new);
        await store.remove(batch);
        const after = await counting(store);
        expect([...foretold.keys()].sort()).toEqual([...after.keys()].sort());
        for (const [key, o] of after) {
          const expected = foretold.get(key);
          expect(expected && sameValue(expected, o)).toBe(true);
        }
        expect(undone.figures).toBe(undone.restored.count + undone.gone.count + undone.unchanged);
      }),
      { numRuns: 80 },
    ));

  it('verifying finds what the catalogue does not know', async () => {
    const store = await open();
    const { batch } = await append(store, july);
    expect(await store.verify()).toEqual({ batches: [batch], diagnostics: [] });
    await append(store, [AUGUST, 'gdpp CN 2021 1 亿元', 'gdp XX 2021 1 亿元', 'gdp CN 2021 1 家']);
    expect(codes((await store.verify()).diagnostics)).toEqual([
      'store/unknown-indicator',
      'store/unknown-region',
      'store/wrong-unit',
    ]);
  });
}
