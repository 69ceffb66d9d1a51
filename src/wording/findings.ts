import { FILES } from './files.ts';
import { INGEST } from './ingest.ts';
import type { Messages } from './message.ts';
import { PACE_RULES } from './paces.ts';
import { RULES } from './rules.ts';
import { STORE } from './store.ts';
import { USAGE } from './usage.ts';

/** Every finding there is, by code. */
export const FINDINGS: Messages = { ...FILES, ...RULES, ...PACE_RULES, ...USAGE, ...INGEST, ...STORE };
