import { openStore } from '../../src/store/open.ts';
import { storeContract } from './contract.ts';
import { C, folder } from './helpers.ts';
import { Memory } from './memory.ts';

storeContract('a folder', async () => openStore('folder', folder(), C));
storeContract('memory', async () => new Memory(C));
