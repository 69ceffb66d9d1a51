import type { Catalogue } from '../model/catalogue.ts';
import { openFolder } from './folder/folder.ts';
import type { Store } from './store.ts';

/** Opens a store at an address, which each kind understands in its own way; nothing is read before it is asked for. */
type Open = (address: string, catalogue: Catalogue) => Store | Promise<Store>;

/** The kinds of store. */
const STORES = {
  /** A folder of batches; one that is not there yet is empty. */
  folder: openFolder,
} as const satisfies Readonly<Record<string, Open>>;

/** Opens a store of some kind. Throws UserError where it can't be opened. */
export const openStore = async (
  kind: keyof typeof STORES,
  address: string,
  catalogue: Catalogue,
): Promise<Store> => STORES[kind](address, catalogue);
