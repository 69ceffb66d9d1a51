import { CONTAINER } from './container.ts';
import { FILES } from './files.ts';
import { HISTORY } from './history.ts';
import { INFER_FINDINGS } from './infer.ts';
import { INGEST } from './ingest.ts';
import { LEARN } from './learn.ts';
import { MAPPINGS_TEST } from './mappings-test.ts';
import type { Messages } from './message.ts';
import { PLAUSIBLE } from './plausible.ts';
import { RULES } from './rules.ts';
import { STORE } from './store.ts';
import { USAGE } from './usage.ts';

/** Every finding there is, by code. */
export const FINDINGS: Messages = {
  ...FILES,
  ...RULES,
  ...USAGE,
  ...INGEST,
  ...CONTAINER,
  ...LEARN,
  ...MAPPINGS_TEST,
  ...STORE,
  ...HISTORY,
  ...PLAUSIBLE,
  ...INFER_FINDINGS,
};
