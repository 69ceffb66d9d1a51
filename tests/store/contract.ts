import { describe } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { comparing } from './contract/comparing.ts';
import { type Fill, originOf } from './contract/fill.ts';
import { lookingBack } from './contract/looking-back.ts';
import { reading } from './contract/reading.ts';
import { writing } from './contract/writing.ts';
import { row } from './helpers.ts';

/** What a store of any kind answers. */
export function readContract(name: string, fill: Fill): void {
  describe(`${name}: reading`, () => reading(fill));
  describe(`${name}: looking back`, () => lookingBack(fill));
  describe(`${name}: comparing`, () => comparing(fill));
}

/** The whole contract, of a store of any kind that begins empty. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  readContract(name, async (...batches) => {
    const store = await open();
    const ids: string[] = [];
    for (const b of batches) ids.push((await store.append(originOf(b), b.slice(1).map(row))).batch);
    return { store, ids };
  });
  describe(`${name}: writing`, () => writing(open));
}
